"""What routing does: forwarded notifications become work for a team, step by step told to the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from services.routing import use_cases
from services.routing.domain.work_order import WorkOrder
from services.routing.storage.work import RoutingWork
from services.shared.actor import SERVICE
from services.shared.errors import Forbidden, NotFound, Refused
from services.shared.kit.config import Config
from services.shared.vocabulary import WorkStatus
from tests.desk import ADMIN, AGENT, CUSTOMER, MANAGER, SPECIALIST
from tests.routing.builders import (
    ANSWERS,
    CLEANER,
    LATER,
    NOW,
    everything,
    forwarded,
    kept,
    lay_the_ground,
    looking,
    moment,
    refusal_of,
    routing,
    told_by,
    told_forwarded,
)

NUMBER = "W26-000001"

STEPS: dict[str, Callable[[RoutingWork, str], WorkOrder]] = {
    "accept": lambda work, number: use_cases.accept_work_order(work, number, LATER),
    "start": lambda work, number: use_cases.start_work_order(work, number, LATER),
    "complete": lambda work, number: use_cases.complete_work_order(work, number, "Ledbuis vervangen.", LATER),
}


@pytest.fixture(autouse=True)
def ground(config: Config) -> None:
    lay_the_ground(config)


def told_of(event: str, **more: Any) -> list[tuple[str, dict[str, Any]]]:
    """What is told of a step."""
    common = {"number": NUMBER, "notification": "M26-000001", "team": "TECHNIEK", "at": "2026-03-02T09:10:00+00:00"}
    return [(event, common | more)]


def test_a_forwarded_notification_becomes_work_for_the_right_team(config: Config) -> None:
    with routing(config) as work:
        use_cases.make_work_order(work, told_forwarded(), LATER)
        assert work.journal.told == [
            (
                "work_order_made",
                {
                    "number": NUMBER,
                    "notification": "M26-000001",
                    "team": "TECHNIEK",
                    "made_at": "2026-03-02T09:10:00+00:00",
                },
            )
        ]
    assert kept(config) == WorkOrder(
        number=NUMBER,
        notification="M26-000001",
        round=1,
        team="TECHNIEK",
        status=WorkStatus.OFFERED,
        kind="malfunction",
        summary="Lamp boven mijn bureau is uit",
        description="Sinds maandag.",
        made_at=LATER,
        answers=ANSWERS,
        location="Stadhuis › Vergaderzaal De Brug",
        urgency="high",
        remark="Ladder mee",
        contact_point="Anouk Terpstra",
    )


def test_the_team_is_the_one_asked_for_else_by_category_else_the_fallback(config: Config) -> None:
    for number, different, team in (
        (1, {"team": "POETS"}, "POETS"),
        (2, {"category": "KLIMAAT"}, "TECHNIEK"),
        (3, {"category": "CATERING"}, "POETS"),
        (4, {"category": None}, "POETS"),
    ):
        forwarded(config, number=f"M26-{number:06}", **different)
        assert kept(config, f"W26-{number:06}").team == team


def test_hearing_a_forwarding_twice_makes_one_work_order(config: Config) -> None:
    forwarded(config)
    once = everything(config)
    forwarded(config)
    assert everything(config) == once


def test_every_round_makes_a_work_order_of_its_own(config: Config) -> None:
    forwarded(config)
    forwarded(config, round=2)
    with looking(config) as work:
        found, _ = work.work_orders.page(SERVICE, {"notification": "M26-000001"}, None, 10)
        assert [(order.number, order.round) for order in found] == [("W26-000002", 2), ("W26-000001", 1)]


def test_without_a_team_that_fits_the_event_waits_until_there_is_one(config: Config) -> None:
    with routing(config, ADMIN) as work:
        use_cases.define_team(work, "POETS", {"nl": "Schoonmaak", "en": "Cleaning"}, [], False, NOW)
    refusal = refusal_of(
        config, SERVICE, lambda work: use_cases.make_work_order(work, told_forwarded(category="CATERING"), LATER)
    )
    assert isinstance(refusal, Refused)
    assert refusal.code == "no_team_for_this_work"
    with routing(config, ADMIN) as work:
        use_cases.define_team(work, "POETS", {"nl": "Schoonmaak", "en": "Cleaning"}, ["CATERING"], False, NOW)
    forwarded(config, category="CATERING")
    assert kept(config).team == "POETS"


def test_a_specialist_accepts_starts_and_completes(config: Config) -> None:
    forwarded(config)
    for step, told in (
        ("accept", told_of("work_order_accepted", by="Tom Brouwer")),
        ("start", told_of("work_order_started", by="Tom Brouwer")),
        ("complete", told_of("work_order_completed", by="Tom Brouwer", solution="Ledbuis vervangen.")),
    ):
        with routing(config, SPECIALIST) as work:
            STEPS[step](work, NUMBER)
            assert work.journal.told == told
    order = kept(config)
    assert (order.status, order.specialist, order.solution) == (
        WorkStatus.COMPLETED,
        "Tom Brouwer",
        "Ledbuis vervangen.",
    )
    assert (order.accepted_at, order.started_at, order.completed_at, order.cancelled_at) == (LATER, LATER, LATER, None)


def test_anothers_work_order_is_refused_as_if_it_did_not_exist(config: Config) -> None:
    forwarded(config)
    for actor in (CLEANER, CUSTOMER):
        for step, take in STEPS.items():
            anothers = refusal_of(config, actor, lambda work, take=take: take(work, NUMBER))
            nobodys = refusal_of(config, actor, lambda work, take=take: take(work, "W26-000009"))
            assert (type(anothers), type(nobodys)) == (NotFound, NotFound), step
            assert anothers.message == "There is no work order W26-000001."
            assert nobodys.message == "There is no work order W26-000009."
        with looking(config, actor) as work, pytest.raises(NotFound):
            use_cases.look_up(work, NUMBER)


def test_who_sees_it_without_being_in_the_team_may_not_do_it(config: Config) -> None:
    forwarded(config)
    for actor in (AGENT, MANAGER):
        refusal = refusal_of(config, actor, lambda work: STEPS["accept"](work, NUMBER))
        assert isinstance(refusal, Forbidden)
        assert refusal.message == "Only a specialist of team TECHNIEK may accept work order W26-000001."
        with looking(config, actor) as work:
            assert use_cases.look_up(work, NUMBER).number == NUMBER


def test_a_step_that_is_refused_keeps_and_tells_nothing(config: Config) -> None:
    forwarded(config)
    for step in ("start", "complete"):
        assert isinstance(refusal_of(config, SPECIALIST, lambda work, step=step: STEPS[step](work, NUMBER)), Refused)
    with routing(config, SPECIALIST) as work:
        STEPS["accept"](work, NUMBER)
    refusal = refusal_of(config, SPECIALIST, lambda work: STEPS["accept"](work, NUMBER))
    assert isinstance(refusal, Refused)
    assert refusal.code == "only_an_offered_one_is_accepted"


def test_what_is_still_to_be_done_follows_a_correction(config: Config) -> None:
    forwarded(config)
    with routing(config, SPECIALIST) as work:
        STEPS["accept"](work, NUMBER)
        STEPS["complete"](work, NUMBER)
    forwarded(config, round=2)
    with routing(config) as work:
        use_cases.correct_work_orders(work, "M26-000001", "wish")
        use_cases.correct_work_orders(work, "M26-000009", "wish")
        assert work.journal.told == []
    assert [kept(config, number).kind for number in (NUMBER, "W26-000002")] == ["malfunction", "wish"]
    # What was answered stays what it was when it was forwarded.
    assert kept(config, "W26-000002").answers == ANSWERS


def test_a_cancelled_notification_cancels_what_is_still_to_be_done(config: Config) -> None:
    forwarded(config)
    with routing(config, SPECIALIST) as work:
        STEPS["accept"](work, NUMBER)
        STEPS["complete"](work, NUMBER)
    forwarded(config, round=2)
    forwarded(config, number="M26-000002")
    with routing(config) as work:
        use_cases.cancel_work_orders(work, "M26-000001", moment(hours=1))
        assert [(event, told["number"]) for event, told in work.journal.told] == [
            ("work_order_cancelled", "W26-000002")
        ]
    assert [kept(config, f"W26-00000{n}").status for n in (1, 2, 3)] == [
        WorkStatus.COMPLETED,
        WorkStatus.CANCELLED,
        WorkStatus.OFFERED,
    ]
    assert kept(config, "W26-000002").cancelled_at == moment(hours=1)
    refusal = refusal_of(config, SPECIALIST, lambda work: STEPS["accept"](work, "W26-000002"))
    assert refusal.message == "Work order W26-000002 is not on offer; it is cancelled."
    once = everything(config)
    with routing(config) as work:
        use_cases.cancel_work_orders(work, "M26-000001", moment(hours=2))
        assert work.journal.told == []
    assert everything(config) == once


def test_only_managers_and_administrators_define_teams(config: Config) -> None:
    for actor in (CUSTOMER, AGENT, SPECIALIST):
        refusal = refusal_of(
            config,
            actor,
            lambda work: use_cases.define_team(work, "VERHUIS", {"nl": "V", "en": "M"}, [], False, NOW),
        )
        assert isinstance(refusal, Forbidden)
        assert refusal.message == "Only a manager or an administrator may define a team."


def test_a_team_is_told_and_may_change(config: Config) -> None:
    name = {"nl": "Techniek", "en": "Engineering"}
    with routing(config, MANAGER) as work:
        use_cases.define_team(work, "TECHNIEK", name, ["ELEKTRA"], True, NOW)
        assert work.journal.told == [("team_defined", {"code": "TECHNIEK", "name": name})]
    with looking(config) as work:
        team = work.teams.named({"TECHNIEK"})["TECHNIEK"]
        assert (team.name, team.categories, team.fallback) == (name, ("ELEKTRA",), True)
        assert [team.code for team in work.teams.all()] == ["POETS", "TECHNIEK"]
    assert told_by(config) == ["team_defined"] * 3
