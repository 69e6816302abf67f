"""Who sees which notifications, and what is only for staff."""

from __future__ import annotations

import pytest

from services.intake.domain.sight import Sight, is_staff, require_admin, require_staff, sight_of
from services.shared.actor import SERVICE, Actor
from services.shared.errors import Forbidden
from tests.desk import ADMIN, AGENT, CUSTOMER, MANAGER, SPECIALIST

ACCOUNT_MANAGER = Actor("frederique", "Frederique Smit", ("account_manager",))


@pytest.mark.parametrize("actor", [AGENT, ACCOUNT_MANAGER, MANAGER, ADMIN, SERVICE], ids=lambda actor: actor.account)
def test_the_desk_and_its_management_see_everything(actor: Actor) -> None:
    assert sight_of(actor) == Sight(everything=True)
    assert sight_of(actor).covers("K0002", set())


def test_a_customer_sees_what_is_theirs() -> None:
    sight = sight_of(CUSTOMER)
    assert sight == Sight(everything=False, customer="K0001")
    assert sight.covers("K0001", set())
    assert not sight.covers("K0002", {"TECHNIEK"})


def test_a_specialist_sees_what_came_to_their_teams() -> None:
    sight = sight_of(SPECIALIST)
    assert sight == Sight(everything=False, teams=("TECHNIEK",))
    assert sight.covers("K0001", {"POETS", "TECHNIEK"})
    assert not sight.covers("K0001", {"POETS"})
    assert not sight.covers("K0001", set())


def test_a_specialist_who_is_a_customer_too_sees_both() -> None:
    sight = sight_of(Actor("tom", "Tom Brouwer", ("specialist",), customer="K0002", teams=("TECHNIEK",)))
    assert sight.covers("K0002", set())
    assert sight.covers("K0001", {"TECHNIEK"})
    assert not sight.covers("K0001", {"POETS"})


def test_a_team_shows_nothing_to_who_is_no_specialist() -> None:
    sight = sight_of(Actor("marieke", "Marieke van den Berg", ("customer",), customer="K0001", teams=("TECHNIEK",)))
    assert not sight.covers("K0002", {"TECHNIEK"})


def test_who_is_nobody_sees_nothing() -> None:
    assert not sight_of(Actor("leeg", "Leeg Account", ())).covers("K0001", {"TECHNIEK"})


def test_everyone_but_a_customer_is_staff() -> None:
    assert all(is_staff(actor) for actor in (AGENT, SPECIALIST, ACCOUNT_MANAGER, MANAGER, ADMIN, SERVICE))
    assert not is_staff(CUSTOMER)
    with pytest.raises(Forbidden) as refused:
        require_staff(CUSTOMER, "look up customers")
    assert refused.value.message == "Only staff may look up customers."


def test_the_desks_own_data_is_for_managers_and_administrators() -> None:
    for actor in (ADMIN, MANAGER, SERVICE):
        require_admin(actor, "add a customer")
    for actor in (CUSTOMER, AGENT, SPECIALIST, ACCOUNT_MANAGER):
        with pytest.raises(Forbidden) as refused:
            require_admin(actor, "add a customer")
        assert refused.value.message == "Only a manager or an administrator may add a customer."
