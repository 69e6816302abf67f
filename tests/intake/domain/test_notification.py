"""The life of a notification: who may take which step, from where, and what the refusal says."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from services.intake.domain.notification import MOVES, REOPEN_WINDOW, Rating, customer_of
from services.shared.actor import SERVICE, Actor
from services.shared.errors import Forbidden, Invalid, Refused
from services.shared.vocabulary import Channel, Kind, Level, Status
from tests.desk import ADMIN, AGENT, CUSTOMER, MANAGER, OTHER_CUSTOMER, SPECIALIST
from tests.intake.builders import LATER, NOW, a_notification

ACCOUNT_MANAGER = Actor("frederique", "Frederique Smit", ("account_manager",))
OTHER_AGENT = Actor("bram", "Bram de Wit", ("agent",))
EVERY_STATUS = set(Status)

WHERE_THE_DESK_MAY = {
    "take": {"new"},
    "ask": {"new", "at_desk"},
    "answer": {"new", "at_desk", "with_customer"},
    "forward": {"new", "at_desk"},
    "note": {"new", "at_desk", "with_customer", "forwarded", "ready", "closed", "cancelled"},
    "correct": {"new", "at_desk", "with_customer", "forwarded", "ready"},
    "close": {"ready"},
    "reopen": {"ready", "closed"},
    "cancel": {"new", "at_desk", "with_customer", "forwarded"},
    "rate": set(),
}
WHERE_THE_CUSTOMER_MAY = {
    "take": set(),
    "ask": set(),
    "answer": {"with_customer"},
    "forward": set(),
    "note": {"new", "at_desk", "with_customer", "forwarded", "ready"},
    "correct": set(),
    "close": set(),
    "reopen": {"ready", "closed"},
    "cancel": {"new", "at_desk", "with_customer", "forwarded"},
    "rate": {"closed"},
}
REFUSALS_TO_THE_DESK = {
    "take": ("only_a_new_one_is_taken", "Notification M26-000001 is not new any more; it is {}."),
    "ask": ("only_the_desk_asks", "Notification M26-000001 is not at the desk; it is {}."),
    "answer": ("nothing_to_answer", "Notification M26-000001 has nothing to answer now; it is {}."),
    "forward": ("only_the_desk_forwards", "Notification M26-000001 is not at the desk; it is {}."),
    "correct": (
        "only_a_live_one_is_corrected",
        "Notification M26-000001 cannot be corrected any more; it is {}.",
    ),
    "close": ("only_a_ready_one_is_closed", "Notification M26-000001 is not ready; it is {}."),
    "reopen": (
        "only_a_ready_or_closed_one_is_reopened",
        "Notification M26-000001 is neither ready nor closed; it is {}.",
    ),
    "cancel": ("only_an_open_one_is_cancelled", "Notification M26-000001 is not open any more; it is {}."),
}
REFUSALS_TO_THE_CUSTOMER = {
    "answer": REFUSALS_TO_THE_DESK["answer"],
    "note": (
        "only_a_live_one_takes_a_customers_note",
        "Notification M26-000001 takes no more notes from the customer; it is {}.",
    ),
    "reopen": REFUSALS_TO_THE_DESK["reopen"],
    "cancel": REFUSALS_TO_THE_DESK["cancel"],
    "rate": ("only_a_closed_one_is_rated", "Notification M26-000001 is not closed; it is {}."),
}


def where(action: str, actor: Actor) -> set[str]:
    """The statuses in which this actor may do this."""
    return {str(status) for status in Status if action in a_notification(status=status).actions_for(actor, LATER)}


def refusal(action: str, actor: Actor, **different: Any) -> Forbidden | Refused:
    """Why this actor may not do this."""
    with pytest.raises((Forbidden, Refused)) as refused:
        a_notification(**different).require(action, actor, LATER)
    assert isinstance(refused.value, (Forbidden, Refused))
    return refused.value


def test_every_action_has_its_rules_tested_here() -> None:
    assert set(MOVES) == set(WHERE_THE_DESK_MAY) == set(WHERE_THE_CUSTOMER_MAY)


@pytest.mark.parametrize("action", MOVES)
@pytest.mark.parametrize("actor", [AGENT, ADMIN, SERVICE], ids=lambda actor: actor.account)
def test_the_desk_may_take_a_step_in_these_statuses_only(action: str, actor: Actor) -> None:
    # A rating is never the desk's, but another service may bring a customer's.
    brings_a_rating = actor is SERVICE and action == "rate"
    assert where(action, actor) == ({Status.CLOSED} if brings_a_rating else WHERE_THE_DESK_MAY[action])


@pytest.mark.parametrize("action", MOVES)
def test_customers_may_take_a_step_with_their_own_in_these_statuses_only(action: str) -> None:
    assert where(action, CUSTOMER) == WHERE_THE_CUSTOMER_MAY[action]


@pytest.mark.parametrize("action", MOVES)
def test_customers_may_do_nothing_with_anothers(action: str) -> None:
    assert where(action, OTHER_CUSTOMER) == set()
    assert refusal(action, OTHER_CUSTOMER, status=Status.CLOSED).message == (
        f"This account may not {action} notification M26-000001."
    )


@pytest.mark.parametrize("actor", [SPECIALIST, ACCOUNT_MANAGER, MANAGER], ids=lambda actor: actor.account)
def test_the_rest_of_the_staff_may_only_make_notes_at_any_time(actor: Actor) -> None:
    assert {action: where(action, actor) for action in MOVES if where(action, actor)} == {"note": EVERY_STATUS}


@pytest.mark.parametrize("action", [action for action in MOVES if action != "note"])
def test_a_specialist_is_forbidden_what_the_desk_does(action: str) -> None:
    assert refusal(action, SPECIALIST, status=Status.READY).code == "forbidden"


@pytest.mark.parametrize(
    ("action", "status"),
    [(action, status) for action in REFUSALS_TO_THE_DESK for status in Status],
)
def test_a_refusal_names_its_rule_and_says_where_the_notification_is(action: str, status: Status) -> None:
    if status in WHERE_THE_DESK_MAY[action]:
        a_notification(status=status).require(action, AGENT, LATER)
        return
    code, sentence = REFUSALS_TO_THE_DESK[action]
    refused = refusal(action, AGENT, status=status)
    assert (refused.code, refused.message) == (code, sentence.format(status))


@pytest.mark.parametrize(
    ("action", "status"),
    [(action, status) for action in REFUSALS_TO_THE_CUSTOMER for status in Status],
)
def test_a_refusal_tells_the_customer_the_same_way(action: str, status: Status) -> None:
    if status in WHERE_THE_CUSTOMER_MAY[action]:
        a_notification(status=status).require(action, CUSTOMER, LATER)
        return
    code, sentence = REFUSALS_TO_THE_CUSTOMER[action]
    refused = refusal(action, CUSTOMER, status=status)
    assert (refused.code, refused.message) == (code, sentence.format(status))


def test_an_agent_with_a_notification_of_their_own_may_also_rate_it() -> None:
    agent_and_customer = Actor("anouk", "Anouk Terpstra", ("agent",), customer="K0001")
    assert a_notification(status=Status.CLOSED, closed_at=NOW).actions_for(agent_and_customer, LATER) == [
        "note",
        "reopen",
        "rate",
    ]


def test_an_agent_does_not_rate_for_the_customer() -> None:
    assert isinstance(refusal("rate", AGENT, status=Status.CLOSED), Forbidden)


# Registering


@pytest.mark.parametrize("channel", [channel for channel in Channel if channel.level is Level.CLICK])
def test_what_comes_in_by_click_is_new_and_nobodys(channel: Channel) -> None:
    begun = a_notification(channel=channel).started(AGENT)
    assert (begun.status, begun.contact_point) == (Status.NEW, None)


@pytest.mark.parametrize("channel", [channel for channel in Channel if channel.level is not Level.CLICK])
def test_what_comes_in_by_call_or_face_is_at_the_desk_with_the_agent_who_took_it(channel: Channel) -> None:
    begun = a_notification(channel=channel).started(AGENT)
    assert (begun.status, begun.contact_point) == (Status.AT_DESK, "Anouk Terpstra")


def test_customers_register_for_themselves() -> None:
    assert customer_of(CUSTOMER, None, Channel.PORTAL) == "K0001"
    assert customer_of(CUSTOMER, "K0001", Channel.QR) == "K0001"


def test_customers_do_not_register_for_another() -> None:
    with pytest.raises(Forbidden) as refused:
        customer_of(CUSTOMER, "K0002", Channel.PORTAL)
    assert refused.value.message == "This account registers notifications for itself only."


@pytest.mark.parametrize("channel", [channel for channel in Channel if channel.level is not Level.CLICK])
def test_customers_do_not_use_the_channels_of_the_desk(channel: Channel) -> None:
    with pytest.raises(Forbidden) as refused:
        customer_of(CUSTOMER, None, channel)
    assert refused.value.message == f"Only the desk registers what comes in by {channel}."


@pytest.mark.parametrize("actor", [SPECIALIST, MANAGER, ACCOUNT_MANAGER], ids=lambda actor: actor.account)
def test_only_the_desk_registers_for_somebody_else(actor: Actor) -> None:
    with pytest.raises(Forbidden):
        customer_of(actor, "K0001", Channel.PORTAL)


@pytest.mark.parametrize("actor", [AGENT, ADMIN, SERVICE], ids=lambda actor: actor.account)
def test_the_desk_registers_for_anyone_by_any_channel(actor: Actor) -> None:
    assert {customer_of(actor, "K0002", channel) for channel in Channel} == {"K0002"}


def test_a_notification_is_somebodys() -> None:
    with pytest.raises(Invalid) as refused:
        customer_of(AGENT, None, Channel.PHONE)
    assert refused.value.errors == {"customer": ["Say whose notification this is."]}


# Who holds it


def test_who_takes_a_new_one_holds_it() -> None:
    taken = a_notification().taken(AGENT, LATER)
    assert (taken.status, taken.contact_point, taken.changed_at) == (Status.AT_DESK, "Anouk Terpstra", LATER)


def test_whoever_acts_first_on_a_new_one_takes_it_by_that() -> None:
    assert a_notification().asked("Welke lamp?", AGENT, LATER).contact_point == "Anouk Terpstra"
    assert a_notification().solved_at_desk(AGENT, LATER).contact_point == "Anouk Terpstra"
    assert a_notification().forwarded(AGENT, LATER, None).contact_point == "Anouk Terpstra"


def test_another_agent_who_acts_does_not_take_it_away() -> None:
    held = a_notification().taken(AGENT, NOW)
    assert held.asked("Welke lamp?", OTHER_AGENT, LATER).contact_point == "Anouk Terpstra"
    assert held.forwarded(OTHER_AGENT, LATER, None).contact_point == "Anouk Terpstra"


def test_a_forwarded_one_is_with_the_team_that_was_asked_for_or_with_none_yet() -> None:
    to_a_team = a_notification().forwarded(AGENT, LATER, "TECHNIEK")
    assert (to_a_team.status, to_a_team.team) == (Status.FORWARDED, "TECHNIEK")
    by_category = a_notification(team="POETS").forwarded(AGENT, LATER, None)
    assert (by_category.status, by_category.team) == (Status.FORWARDED, None)
    assert by_category.with_team("TECHNIEK", LATER).team == "TECHNIEK"


def test_a_reopened_one_is_with_the_desk_again_and_with_no_team() -> None:
    ready = a_notification(status=Status.READY, team="TECHNIEK", contact_point="Anouk Terpstra", ready_at=NOW)
    reopened = ready.reopened(CUSTOMER, LATER)
    assert (reopened.status, reopened.team, reopened.contact_point) == (Status.AT_DESK, None, "Anouk Terpstra")


# The steps and their clocks


def test_asking_keeps_the_question_and_waits_for_the_customer() -> None:
    asked = a_notification().asked("Welke lamp?", AGENT, LATER)
    assert (asked.status, asked.question, asked.changed_at) == (Status.WITH_CUSTOMER, "Welke lamp?", LATER)


@pytest.mark.parametrize("actor", [CUSTOMER, AGENT], ids=lambda actor: actor.account)
def test_the_answer_to_a_question_brings_it_back_to_the_desk(actor: Actor) -> None:
    answered = a_notification().asked("Welke lamp?", AGENT, NOW).answered_by_customer(actor, LATER)
    assert (answered.status, answered.question, answered.changed_at) == (Status.AT_DESK, None, LATER)
    assert answered.contact_point == "Anouk Terpstra"


def test_what_the_desk_answers_itself_is_ready_in_the_first_line() -> None:
    solved = a_notification().solved_at_desk(AGENT, LATER)
    assert (solved.status, solved.first_line, solved.ready_at, solved.changed_at) == (Status.READY, True, LATER, LATER)


def test_forwarding_counts_its_rounds() -> None:
    once = a_notification().forwarded(AGENT, NOW, "TECHNIEK")
    assert (once.rounds, once.first_line, once.changed_at) == (1, False, NOW)
    again = once.made_ready(NOW, first_line=False).reopened(AGENT, NOW).forwarded(AGENT, LATER, "POETS")
    assert (again.rounds, again.team, again.changed_at) == (2, "POETS", LATER)


def test_closing_keeps_when() -> None:
    closed = a_notification(status=Status.READY, ready_at=NOW).closed(AGENT, LATER)
    assert (closed.status, closed.ready_at, closed.closed_at, closed.changed_at) == (Status.CLOSED, NOW, LATER, LATER)


def test_reopening_forgets_that_it_was_ready_and_closed() -> None:
    closed = a_notification(status=Status.CLOSED, ready_at=NOW, closed_at=NOW, first_line=True)
    reopened = closed.reopened(CUSTOMER, LATER)
    assert (reopened.ready_at, reopened.closed_at, reopened.first_line, reopened.changed_at) == (
        None,
        None,
        False,
        LATER,
    )


def test_cancelling_withdraws_the_question() -> None:
    cancelled = a_notification().asked("Welke lamp?", AGENT, NOW).cancelled(CUSTOMER, LATER)
    assert (cancelled.status, cancelled.question, cancelled.ready_at, cancelled.changed_at) == (
        Status.CANCELLED,
        None,
        None,
        LATER,
    )


def test_a_step_that_is_refused_changes_nothing() -> None:
    closed = a_notification(status=Status.CLOSED, closed_at=NOW)
    for step in (
        lambda: closed.asked("Welke lamp?", AGENT, LATER),
        lambda: closed.answered_by_customer(CUSTOMER, LATER),
        lambda: closed.solved_at_desk(AGENT, LATER),
        lambda: closed.forwarded(AGENT, LATER, None),
        lambda: closed.closed(AGENT, LATER),
        lambda: closed.cancelled(CUSTOMER, LATER),
    ):
        with pytest.raises(Refused):
            step()


# Reopening in time, rating once


@pytest.mark.parametrize("actor", [CUSTOMER, AGENT], ids=lambda actor: actor.account)
def test_a_closed_one_is_reopened_within_fourteen_days(actor: Actor) -> None:
    assert timedelta(days=14) == REOPEN_WINDOW
    closed = a_notification(status=Status.CLOSED, ready_at=NOW, closed_at=NOW)
    last_moment = NOW + timedelta(days=14)
    assert "reopen" in closed.actions_for(actor, last_moment)
    assert closed.reopened(actor, last_moment).status is Status.AT_DESK


@pytest.mark.parametrize("actor", [CUSTOMER, AGENT], ids=lambda actor: actor.account)
def test_after_that_it_becomes_a_new_one(actor: Actor) -> None:
    closed = a_notification(status=Status.CLOSED, ready_at=NOW, closed_at=NOW)
    too_late = NOW + timedelta(days=14, microseconds=1)
    assert "reopen" not in closed.actions_for(actor, too_late)
    with pytest.raises(Refused) as refused:
        closed.reopened(actor, too_late)
    assert refused.value.code == "reopen_window_has_passed"
    assert refused.value.message == (
        "Notification M26-000001 was closed more than 14 days ago. Register a new one and mention this number."
    )


def test_a_ready_one_may_be_objected_to_at_any_time() -> None:
    ready = a_notification(status=Status.READY, ready_at=NOW)
    assert ready.reopened(CUSTOMER, NOW + timedelta(days=400)).status is Status.AT_DESK


def test_the_customer_rates_a_closed_one() -> None:
    rated = a_notification(status=Status.CLOSED, closed_at=NOW).rated(4, "Snel!", CUSTOMER, LATER)
    assert rated.rating == Rating(4, "Snel!", LATER)
    assert rated.status is Status.CLOSED


def test_a_notification_is_rated_once() -> None:
    rated = a_notification(status=Status.CLOSED, closed_at=NOW).rated(4, "", CUSTOMER, NOW)
    assert "rate" not in rated.actions_for(CUSTOMER, LATER)
    with pytest.raises(Refused) as refused:
        rated.rated(5, "", CUSTOMER, LATER)
    assert refused.value.code == "rated_once"
    assert refused.value.message == "Notification M26-000001 has been rated already."


@pytest.mark.parametrize(
    ("kind", "channel", "status"),
    [
        (Kind.INFORMATION, Channel.PORTAL, Status.CLOSED),
        (Kind.INFORMATION, Channel.EMAIL, Status.CLOSED),
        (Kind.MALFUNCTION, Channel.PHONE, Status.CLOSED),
        (Kind.WISH, Channel.COUNTER, Status.CLOSED),
        # Who is not spoken with may object first.
        (Kind.MALFUNCTION, Channel.PORTAL, Status.READY),
        (Kind.WISH, Channel.EMAIL, Status.READY),
        (Kind.COMPLAINT, Channel.PHONE, Status.READY),
        (Kind.COMPLAINT, Channel.COUNTER, Status.READY),
    ],
)
def test_an_answer_closes_what_its_rules_let_the_desk_close(kind: Kind, channel: Channel, status: Status) -> None:
    before = a_notification(kind=kind, channel=channel)
    answered = before.answered_at_desk(AGENT, LATER, close=True)
    assert (answered.status, answered.first_line, answered.ready_at) == (status, True, LATER)
    assert answered.closed_at == (LATER if status is Status.CLOSED else None)
    assert before.answered_at_desk(AGENT, LATER, close=False).status is Status.READY


def test_what_is_corrected_stays_where_it_is() -> None:
    before = a_notification(status=Status.READY)
    assert before.corrected(Kind.WISH, None, AGENT, LATER) == replace(before, kind=Kind.WISH, changed_at=LATER)
