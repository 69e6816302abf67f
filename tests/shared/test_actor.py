"""Who is asking travels as one header, and a call that names nobody is a service's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.shared.actor import ROLES, SERVICE, Actor
from services.shared.errors import Invalid

MARIEKE = Actor("marieke", "Marieke van den Berg", ("customer",), customer="K0001")
TOM = Actor("tom", "Tom Brouwer", ("specialist", "agent"), teams=("TECHNIEK", "ICT"))


@pytest.mark.parametrize("actor", [MARIEKE, TOM, SERVICE, Actor("zoe", "Zoë €", ())])
def test_an_actor_reads_back_as_it_was_sent(actor):
    assert Actor.from_header(actor.to_header()) == actor


@given(
    st.builds(
        Actor,
        account=st.text(),
        name=st.text(),
        roles=st.lists(st.sampled_from(ROLES)).map(tuple),
        customer=st.none() | st.text(),
        teams=st.lists(st.text()).map(tuple),
    )
)
def test_any_actor_fits_in_a_header(actor):
    header = actor.to_header()

    assert header.isascii()
    assert header.isprintable()
    assert Actor.from_header(header) == actor


@pytest.mark.parametrize("header", [None, ""])
def test_a_call_that_names_nobody_is_a_services_own(header):
    assert Actor.from_header(header) is SERVICE


def test_customer_and_teams_may_be_left_out():
    header = '{"account": "anouk", "name": "Anouk Terpstra", "roles": ["agent"]}'

    assert Actor.from_header(header) == Actor("anouk", "Anouk Terpstra", ("agent",), customer=None, teams=())


def test_an_actor_has_the_roles_it_was_given():
    assert TOM.has("specialist")
    assert TOM.has("manager", "agent")
    assert not TOM.has("manager", "admin")
    assert not TOM.has()
    assert not TOM.has("service")


def test_an_admin_has_no_role_but_its_own():
    admin = Actor("beheer", "Naomi Kuipers", ("admin",))

    assert [role for role in ROLES if admin.has(role)] == ["admin"]


@pytest.mark.parametrize("role", ROLES)
def test_a_service_has_every_role(role):
    assert SERVICE.has(role)


def test_an_actor_does_not_change():
    with pytest.raises(AttributeError):
        TOM.roles = ("admin",)


@pytest.mark.parametrize(
    "header",
    [
        "not json",
        "[]",
        '"anouk"',
        '{"account": "anouk"}',
        '{"account": "anouk", "name": "Anouk", "roles": "agent"}',
        '{"account": 1, "name": "Anouk", "roles": []}',
        '{"account": "anouk", "name": "Anouk", "roles": [], "teams": [1]}',
        '{"account": "anouk", "name": "Anouk", "roles": null}',
        {"account": "anouk", "name": "Anouk", "roles": ["agent"]},
        5,
    ],
    ids=str,
)
def test_what_is_no_actor_is_refused(header):
    with pytest.raises(Invalid) as refused:
        Actor.from_header(header)

    assert refused.value.errors == {"actor": ["Give JSON text with account, name and roles."]}
