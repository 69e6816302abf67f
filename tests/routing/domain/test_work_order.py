"""The life of a work order: who may take which step, from where, and what the refusal says."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.routing.domain.work_order import STEPS, WorkOrder
from services.shared.actor import SERVICE, Actor
from services.shared.errors import Forbidden, Refused
from services.shared.vocabulary import WorkStatus
from tests.desk import ADMIN, AGENT, CUSTOMER, MANAGER, SPECIALIST
from tests.routing.builders import CLEANER, LATER, NOW, a_work_order

WHERE = {
    "accept": {"offered"},
    "start": {"accepted"},
    "complete": {"accepted", "started"},
}
REFUSALS = {
    "accept": ("only_an_offered_one_is_accepted", "Work order W26-000001 is not on offer; it is {}."),
    "start": ("only_an_accepted_one_is_started", "Work order W26-000001 has not just been accepted; it is {}."),
    "complete": ("only_accepted_work_is_completed", "Work order W26-000001 is not being worked on; it is {}."),
}
COLLEAGUE = Actor("sven", "Sven Peters", ("specialist",), teams=("TECHNIEK",))


def take(step: str, order: WorkOrder, actor: Actor) -> WorkOrder:
    """Take a step by its name."""
    if step == "complete":
        return order.completed("Ledbuis vervangen.", actor, LATER)
    return {"accept": order.accepted, "start": order.started}[step](actor, LATER)


def test_every_step_has_its_rules_tested_here() -> None:
    assert set(STEPS) == set(WHERE) == set(REFUSALS)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("actor", [SPECIALIST, ADMIN, SERVICE], ids=lambda actor: actor.account)
def test_a_step_is_taken_in_these_statuses_only(step: str, actor: Actor) -> None:
    assert {str(status) for status in WorkStatus if step in a_work_order(status=status).steps_for(actor)} == WHERE[step]


@pytest.mark.parametrize(("step", "status"), [(step, status) for step in STEPS for status in WorkStatus])
def test_a_refusal_names_its_rule_and_says_where_the_work_is(step: str, status: WorkStatus) -> None:
    order = a_work_order(status=status)
    if status in WHERE[step]:
        assert take(step, order, SPECIALIST).specialist == "Tom Brouwer"
        return
    with pytest.raises(Refused) as refused:
        take(step, order, SPECIALIST)
    code, sentence = REFUSALS[step]
    assert (refused.value.code, refused.value.message) == (code, sentence.format(status))


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("actor", [CLEANER, CUSTOMER, AGENT, MANAGER], ids=lambda actor: actor.account)
def test_only_a_specialist_of_the_team_takes_steps(step: str, actor: Actor) -> None:
    order = a_work_order(status=WorkStatus.ACCEPTED)
    assert order.steps_for(actor) == []
    with pytest.raises(Forbidden) as refused:
        take(step, order, actor)
    assert refused.value.message == f"Only a specialist of team TECHNIEK may {step} work order W26-000001."


def test_being_in_the_team_without_being_a_specialist_is_not_enough() -> None:
    actor = Actor("marieke", "Marieke van den Berg", ("customer",), customer="K0001", teams=("TECHNIEK",))
    assert a_work_order().steps_for(actor) == []
    assert not a_work_order().in_sight_of(actor)


def test_the_steps_keep_who_and_when() -> None:
    accepted = a_work_order().accepted(SPECIALIST, NOW + timedelta(minutes=1))
    assert (accepted.status, accepted.specialist) == (WorkStatus.ACCEPTED, "Tom Brouwer")
    assert accepted.accepted_at == NOW + timedelta(minutes=1)
    started = accepted.started(SPECIALIST, NOW + timedelta(minutes=2))
    assert (started.status, started.started_at) == (WorkStatus.STARTED, NOW + timedelta(minutes=2))
    completed = started.completed("Ledbuis vervangen.", SPECIALIST, NOW + timedelta(minutes=3))
    assert (completed.status, completed.solution) == (WorkStatus.COMPLETED, "Ledbuis vervangen.")
    assert (completed.accepted_at, completed.started_at, completed.completed_at) == (
        NOW + timedelta(minutes=1),
        NOW + timedelta(minutes=2),
        NOW + timedelta(minutes=3),
    )


def test_a_colleague_of_the_team_may_go_on_with_it() -> None:
    started = a_work_order().accepted(SPECIALIST, NOW).started(COLLEAGUE, LATER)
    assert started.specialist == "Sven Peters"


def test_what_was_never_said_to_have_started_started_when_it_was_completed() -> None:
    completed = a_work_order().accepted(SPECIALIST, NOW).completed("Gedaan.", SPECIALIST, LATER)
    assert (completed.started_at, completed.completed_at) == (LATER, LATER)


def test_cancelling_keeps_when() -> None:
    cancelled = a_work_order().cancelled(LATER)
    assert (cancelled.status, cancelled.cancelled_at) == (WorkStatus.CANCELLED, LATER)


def test_there_is_work_in_it_until_it_is_completed_or_cancelled() -> None:
    assert {str(status) for status in WorkStatus if a_work_order(status=status).open} == {
        "offered",
        "accepted",
        "started",
    }


def test_the_desk_sees_all_work_and_a_specialist_their_teams() -> None:
    order = a_work_order()
    account_manager = Actor("frederique", "Frederique Smit", ("account_manager",))
    assert all(order.in_sight_of(actor) for actor in (SPECIALIST, AGENT, MANAGER, ADMIN, SERVICE, account_manager))
    assert not any(order.in_sight_of(actor) for actor in (CLEANER, CUSTOMER))
