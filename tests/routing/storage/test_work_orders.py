"""Work orders as rows: pages, filters and who sees what; and one winner when two act at once."""

from __future__ import annotations

from typing import Any

import eventlet
import pytest
from sqlalchemy import update

from services.routing import use_cases
from services.routing.storage.tables import WorkOrderRow
from services.shared.actor import SERVICE, Actor
from services.shared.errors import NotFound, Refused
from services.shared.kit.config import Config
from services.shared.vocabulary import WorkStatus
from tests.desk import AGENT, CUSTOMER, MANAGER, SPECIALIST
from tests.routing.builders import (
    ANSWERS,
    CLEANER,
    LATER,
    a_work_order,
    forwarded,
    lay_the_ground,
    looking,
    moment,
    routing,
)


@pytest.fixture(autouse=True)
def ground(config: Config) -> None:
    lay_the_ground(config)


def listed(config: Config, actor: Actor = SERVICE, **asked: Any) -> list[str]:
    """The numbers on one page."""
    with looking(config) as work:
        found, _ = work.work_orders.page(actor, asked, asked.get("after"), 10)
        return [order.number for order in found]


def test_what_comes_back_is_exactly_what_was_kept(config: Config) -> None:
    full = a_work_order(
        number="W26-000042",
        round=3,
        status=WorkStatus.COMPLETED,
        description="Regel 1\nRegel 2",
        answers=ANSWERS,
        location="Stadhuis",
        urgency="high",
        remark="Ladder mee",
        contact_point="Anouk Terpstra",
        specialist="Tom Brouwer",
        solution="Vervangen",
        accepted_at=moment(microseconds=123456),
        started_at=moment(hours=1),
        completed_at=moment(hours=2),
        cancelled_at=moment(hours=3),
    )
    with routing(config) as work:
        work.work_orders.add(42, full)
    with looking(config) as work:
        assert work.work_orders.look("W26-000042") == full


def test_what_was_made_before_answers_were_told_has_none(config: Config) -> None:
    forwarded(config)
    with routing(config) as work:
        work.session.execute(update(WorkOrderRow).values(answers=None))
    with looking(config) as work:
        assert work.work_orders.look("W26-000001").answers == []


def test_what_can_be_no_number_is_not_found(config: Config) -> None:
    for number in ("W26-000009", "", "W26\x00", "\ud800", 42, None, {}, ["W26-000001"]):
        with looking(config) as work, pytest.raises(NotFound):
            work.work_orders.look(number)  # type: ignore[arg-type]  # the bus may carry anything


def test_the_desk_sees_all_specialists_their_teams_and_customers_none(config: Config) -> None:
    forwarded(config)
    forwarded(config, number="M26-000002", team="POETS")
    both = Actor("sven", "Sven Peters", ("specialist",), teams=("TECHNIEK", "POETS"))
    not_a_specialist = Actor("marieke", "Marieke", ("customer",), customer="K0001", teams=("TECHNIEK",))
    for actor, numbers in (
        (AGENT, ["W26-000002", "W26-000001"]),
        (MANAGER, ["W26-000002", "W26-000001"]),
        (SERVICE, ["W26-000002", "W26-000001"]),
        (SPECIALIST, ["W26-000001"]),
        (CLEANER, ["W26-000002"]),
        (both, ["W26-000002", "W26-000001"]),
        (CUSTOMER, []),
        (not_a_specialist, []),
    ):
        assert listed(config, actor) == numbers, actor.account
    assert listed(config, SPECIALIST, team="POETS") == []


def test_every_filter_narrows_the_list_and_pages_go_on(config: Config) -> None:
    for number in (1, 2, 3):
        forwarded(config, number=f"M26-00000{number}", team="POETS" if number == 2 else None)
    with routing(config, SPECIALIST) as work:
        use_cases.accept_work_order(work, "W26-000001", LATER)
    assert listed(config, team="TECHNIEK") == ["W26-000003", "W26-000001"]
    assert listed(config, status=WorkStatus.OFFERED) == ["W26-000003", "W26-000002"]
    assert listed(config, notification="M26-000002") == ["W26-000002"]
    assert listed(config, after="W26-000003") == ["W26-000002", "W26-000001"]
    with looking(config) as work:
        found, following = work.work_orders.page(SERVICE, {}, None, 2)
        assert ([order.number for order in found], following) == (["W26-000003", "W26-000002"], "W26-000002")
        found, following = work.work_orders.page(SERVICE, {}, following, 2)
        assert ([order.number for order in found], following) == (["W26-000001"], None)


def test_two_specialists_who_accept_at_the_same_moment_do_not_both_get_it(config: Config) -> None:
    forwarded(config)

    def accept() -> Any:
        try:
            with routing(config, SPECIALIST) as work:
                eventlet.sleep(0)
                return use_cases.accept_work_order(work, "W26-000001", LATER).status
        except Refused as refusal:
            return refusal.code

    outcomes = [thread.wait() for thread in [eventlet.spawn(accept) for _ in range(2)]]
    assert sorted(outcomes) == ["accepted", "only_an_offered_one_is_accepted"]
