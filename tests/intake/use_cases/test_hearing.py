"""Hearing the back office: the notification follows its work orders, and hearing it again changes nothing."""

from __future__ import annotations

import pytest

from services.intake.use_cases import handling
from services.shared.errors import NotFound
from services.shared.kit.config import Config
from services.shared.vocabulary import Status
from tests.desk import AGENT, CUSTOMER
from tests.intake.builders import (
    everything,
    forwarded,
    heard_made,
    heard_moved,
    intake,
    kept,
    lay_the_ground,
    looking,
    moment,
    registered,
    status_of,
    timeline_of,
    told_by,
)

NUMBER = "M26-000001"


@pytest.fixture(autouse=True)
def ground(config: Config) -> None:
    lay_the_ground(config)
    registered(config)


def test_the_notification_is_with_the_team_that_got_the_work_order(config: Config) -> None:
    with intake(config, AGENT) as work:
        handling.forward_notification(work, NUMBER, None, "SCHOON", "", moment(minutes=5))
    assert kept(config, NUMBER).team is None
    heard_made(config, NUMBER, team="POETS")
    assert (kept(config, NUMBER).team, kept(config, NUMBER).changed_at) == ("POETS", moment(hours=1))
    with looking(config) as work:
        entry = work.timeline.of(NUMBER, internal=True)[-1]
        assert (entry.what, entry.text, entry.for_customer) == (
            "work_order_made",
            "W26-000001",
            False,
        )


def test_the_customer_follows_the_specialist_step_by_step(config: Config) -> None:
    forwarded(config, AGENT, NUMBER)
    heard_made(config, NUMBER)
    heard_moved(config, NUMBER, "accepted", hours=2)
    heard_moved(config, NUMBER, "started", hours=3)
    assert status_of(config, NUMBER) is Status.FORWARDED
    heard_moved(config, NUMBER, "completed", hours=4)
    notification = kept(config, NUMBER)
    assert (notification.status, notification.ready_at, notification.first_line) == (
        Status.READY,
        moment(hours=4),
        False,
    )
    with looking(config) as work:
        assert [(entry.what, entry.by, entry.text) for entry in work.timeline.of(NUMBER, internal=False)] == [
            ("registered", "Marieke van den Berg", None),
            ("work_order_accepted", "Tom Brouwer", None),
            ("work_order_started", "Tom Brouwer", None),
            ("work_order_completed", "Tom Brouwer", "Ledbuis vervangen."),
            ("ready", None, None),
        ]
    assert told_by(config) == ["notification_registered", "notification_forwarded", "notification_ready"]


def test_it_is_ready_when_all_work_orders_are_done_and_not_when_one_of_two_is(config: Config) -> None:
    forwarded(config, AGENT, NUMBER)
    heard_made(config, NUMBER, "W26-000001")
    heard_made(config, NUMBER, "W26-000002", team="POETS")
    heard_moved(config, NUMBER, "completed", "W26-000001", hours=2)
    assert status_of(config, NUMBER) is Status.FORWARDED
    heard_moved(config, NUMBER, "completed", "W26-000002", hours=3)
    assert (status_of(config, NUMBER), kept(config, NUMBER).ready_at) == (Status.READY, moment(hours=3))


def test_hearing_everything_twice_changes_nothing(config: Config) -> None:
    forwarded(config, AGENT, NUMBER)
    for told in (
        lambda: heard_made(config, NUMBER),
        lambda: heard_moved(config, NUMBER, "accepted", hours=2),
        lambda: heard_moved(config, NUMBER, "started", hours=3),
        lambda: heard_moved(config, NUMBER, "completed", hours=4),
    ):
        told()
        once = everything(config)
        told()
        assert everything(config) == once


def test_hearing_a_cancelled_work_order_twice_changes_nothing(config: Config) -> None:
    forwarded(config, AGENT, NUMBER)
    heard_made(config, NUMBER)
    with intake(config, CUSTOMER) as work:
        handling.cancel_notification(work, NUMBER, "Niet meer nodig.", moment(hours=1))
    heard_moved(config, NUMBER, "cancelled")
    once = everything(config)
    heard_moved(config, NUMBER, "cancelled")
    assert everything(config) == once


def test_hearing_an_old_round_again_does_not_make_the_new_one_ready(config: Config) -> None:
    forwarded(config, AGENT, NUMBER)
    heard_made(config, NUMBER)
    heard_moved(config, NUMBER, "completed")
    with intake(config, CUSTOMER) as work:
        handling.reopen_notification(work, NUMBER, "Weer uit.", moment(hours=3))
    forwarded(config, AGENT, NUMBER, hours=4)
    before = everything(config)
    heard_made(config, NUMBER)
    heard_moved(config, NUMBER, "completed")
    assert everything(config) == before
    assert status_of(config, NUMBER) is Status.FORWARDED


def test_what_was_cancelled_meanwhile_stays_cancelled(config: Config) -> None:
    forwarded(config, AGENT, NUMBER)
    with intake(config, CUSTOMER) as work:
        handling.cancel_notification(work, NUMBER, "Niet meer nodig.", moment(minutes=30))
    heard_made(config, NUMBER)
    assert (status_of(config, NUMBER), kept(config, NUMBER).changed_at) == (Status.CANCELLED, moment(minutes=30))
    heard_moved(config, NUMBER, "completed")
    assert status_of(config, NUMBER) is Status.CANCELLED
    assert timeline_of(config, NUMBER)[-1] == "work_order_completed"
    assert "notification_ready" not in told_by(config)


def test_a_cancelled_work_order_is_no_business_of_the_customer(config: Config) -> None:
    forwarded(config, AGENT, NUMBER)
    heard_made(config, NUMBER)
    with intake(config, CUSTOMER) as work:
        handling.cancel_notification(work, NUMBER, "Niet meer nodig.", moment(hours=1))
    heard_moved(config, NUMBER, "cancelled")
    assert timeline_of(config, NUMBER) == [
        "registered",
        "forwarded",
        "work_order_made",
        "cancelled",
        "work_order_cancelled",
    ]
    assert timeline_of(config, NUMBER, internal=False) == ["registered", "cancelled"]


def test_work_for_a_notification_that_does_not_exist_is_refused_so_that_it_waits(config: Config) -> None:
    before = everything(config)
    with pytest.raises(NotFound):
        heard_made(config, "M26-000009")
    assert everything(config) == before
