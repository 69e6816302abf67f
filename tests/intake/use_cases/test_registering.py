"""Registering: what is complete gets a number and is told, what is not names everything at once and leaves no trace."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from services.intake.domain.notification import AskedItem
from services.intake.domain.sight import Sight
from services.intake.use_cases.registering import register_notification
from services.shared.actor import Actor
from services.shared.errors import Forbidden, Invalid
from services.shared.kit.config import Config
from services.shared.vocabulary import Channel, Kind, Status, Weight
from tests.desk import AGENT, CUSTOMER, MANAGER, SPECIALIST
from tests.intake.builders import (
    NOW,
    a_request,
    everything,
    intake,
    kept,
    lay_the_ground,
    looking,
    refusal_of,
    registered,
    timeline_of,
)

EVERYTHING = Sight(everything=True)


@pytest.fixture(autouse=True)
def ground(config: Config) -> None:
    lay_the_ground(config)


def refused(config: Config, actor: Actor, **different: Any) -> Invalid | Forbidden:
    """Why this cannot be registered; also asserts that nothing was kept or told."""
    refusal = refusal_of(
        config, actor, lambda work: register_notification(work, a_request(**different), NOW, NOW.date())
    )
    assert isinstance(refusal, (Invalid, Forbidden))
    return refusal


def test_everything_that_was_brought_is_kept(config: Config) -> None:
    number = registered(
        config,
        description="Sinds maandag.",
        location="SH-2-14",
        catalogue_item="lamp-kapot",
        answers={"plek": "bij het raam", "aantal": "2"},
        impact="low",
        urgency="high",
    )
    notification = kept(config, number)
    assert (notification.kind, notification.channel, notification.status) == (
        Kind.MALFUNCTION,
        Channel.PORTAL,
        Status.NEW,
    )
    assert (notification.summary, notification.description) == ("Lamp boven mijn bureau is uit", "Sinds maandag.")
    assert (notification.customer, notification.location, notification.contact_point) == ("K0001", "SH-2-14", None)
    assert notification.item == AskedItem("lamp-kapot", 3, {"nl": "Lamp kapot", "en": "Broken lamp"}, "ELEKTRA")
    assert notification.answers == [
        {
            "code": "aantal",
            "question": {"nl": "Hoeveel lampen?", "en": "How many lamps?"},
            "answer": {"nl": "2", "en": "2"},
        },
        {
            "code": "plek",
            "question": {"nl": "Waar precies?", "en": "Where exactly?"},
            "answer": {"nl": "bij het raam", "en": "bij het raam"},
        },
    ]
    assert (notification.impact, notification.urgency) == (Weight.LOW, Weight.HIGH)
    assert (notification.registered_at, notification.changed_at) == (NOW, NOW)
    assert (notification.first_line, notification.rounds, notification.team, notification.rating) == (
        False,
        0,
        None,
        None,
    )
    assert timeline_of(config, number, internal=False) == ["registered"]


def test_the_others_are_told_with_all_they_need(config: Config) -> None:
    with intake(config, CUSTOMER) as work:
        register_notification(
            work, a_request(location="SH-2-14", catalogue_item="lamp-kapot", answers={"aantal": 2}), NOW, NOW.date()
        )
        assert work.journal.told == [
            (
                "notification_registered",
                {
                    "number": "M26-000001",
                    "kind": "malfunction",
                    "channel": "portal",
                    "level": "click",
                    "customer": "K0001",
                    "organisation": "GEM",
                    "location": "SH-2-14",
                    "catalogue_item": "lamp-kapot",
                    "category": "ELEKTRA",
                    "suggested_kind": None,
                    "suggested_item": None,
                    "registered_at": "2026-03-02T09:00:00+00:00",
                },
            )
        ]


def test_numbers_follow_each_other_and_begin_with_the_year(config: Config) -> None:
    assert [registered(config) for _ in range(3)] == ["M26-000001", "M26-000002", "M26-000003"]
    with intake(config, CUSTOMER) as work:
        assert (
            register_notification(work, a_request(), datetime(2027, 1, 4, tzinfo=UTC), NOW.date()).number
            == "M27-000004"
        )


def test_what_is_refused_takes_no_number(config: Config) -> None:
    first = registered(config)
    refused(config, AGENT, customer="K9999")
    second = registered(config)
    assert (first, second) == ("M26-000001", "M26-000002")


def test_a_call_is_at_the_desk_with_the_agent_who_took_it(config: Config) -> None:
    notification = kept(config, registered(config, AGENT, channel="phone", customer="K0002"))
    assert (notification.status, notification.contact_point, notification.customer) == (
        Status.AT_DESK,
        "Anouk Terpstra",
        "K0002",
    )


def test_an_agent_may_use_the_portal_for_somebody_and_then_nobody_holds_it(config: Config) -> None:
    notification = kept(config, registered(config, AGENT, customer="K0002"))
    assert (notification.status, notification.contact_point) == (Status.NEW, None)


def test_everything_that_is_wrong_is_named_at_once(config: Config) -> None:
    refusal = refused(
        config, AGENT, customer="K9999", location="nergens", catalogue_item="lamp-kapot", answers={"kleur": "rood"}
    )
    assert isinstance(refusal, Invalid)
    assert refusal.message == "Some of what was sent cannot be used; see the errors per field."
    assert refusal.errors == {
        "customer": ["There is no customer K9999."],
        "location": ["There is no location nergens."],
        "answers": {"aantal": ["Answer this question."], "kleur": ["This item has no such question."]},
    }


def test_an_item_that_does_not_exist_has_no_questions_to_answer(config: Config) -> None:
    refusal = refused(config, CUSTOMER, catalogue_item="bureaustoel", answers={"kleur": "rood"})
    assert isinstance(refusal, Invalid)
    assert refusal.errors == {"catalogue_item": ["There is no catalogue item bureaustoel."]}


def test_answers_belong_to_an_item(config: Config) -> None:
    refusal = refused(config, CUSTOMER, answers={"aantal": 2})
    assert isinstance(refusal, Invalid)
    assert refusal.errors == {"answers": {"aantal": ["This item has no such question."]}}


def test_customers_register_for_themselves_only(config: Config) -> None:
    assert (
        refused(config, CUSTOMER, customer="K0002").message == "This account registers notifications for itself only."
    )
    # Whether another customer exists is nobody's business, so a made-up one is refused in the same words.
    assert (
        refused(config, CUSTOMER, customer="K9999").message == "This account registers notifications for itself only."
    )


def test_customers_do_not_register_what_comes_in_by_phone(config: Config) -> None:
    assert refused(config, CUSTOMER, channel="phone").message == "Only the desk registers what comes in by phone."


def test_staff_without_the_desks_role_do_not_register_for_a_customer(config: Config) -> None:
    for actor in (SPECIALIST, MANAGER):
        assert isinstance(refused(config, actor, customer="K0001"), Forbidden)


def test_the_desk_says_whose_it_is(config: Config) -> None:
    refusal = refused(config, AGENT, channel="phone")
    assert isinstance(refusal, Invalid)
    assert refusal.errors == {"customer": ["Say whose notification this is."]}


def test_an_account_of_a_customer_that_intake_does_not_know_is_told_so(config: Config) -> None:
    refusal = refused(config, Actor("nieuw", "Nieuw Hier", ("customer",), customer="K0099"))
    assert isinstance(refusal, Invalid)
    assert refusal.errors == {"customer": ["There is no customer K0099."]}


def test_any_text_is_kept_as_it_was_said(config: Config) -> None:
    for text in ("<script>alert('x')</script>", "50% _korting_ op 'alles' \\ \"zo\"", "日本語 🏢 ñandú", "a\nb"):
        notification = kept(config, registered(config, summary=text, description=text))
        assert (notification.summary, notification.description) == (text, text)


def test_it_is_found_by_its_number_its_words_its_customer_and_its_place(config: Config) -> None:
    number = registered(config, summary="Café-deur klemt", description="Hij sluit niet", location="SH-2-14")
    registered(config, summary="Iets anders")
    with looking(config) as work:
        words = work.notifications
        for q in ("cafe", "KLEMT deur", "sluit", "marieke klemt", "de brug", number.lower()):
            found, _ = words.page(EVERYTHING, {"q": q}, None, 10)
            assert [one.number for one in found] == [number], q
        assert words.page(EVERYTHING, {"q": "klemt raam"}, None, 10) == ([], None)


def test_a_repeated_key_gives_the_first_answer_and_registers_once(config: Config) -> None:
    answers = []
    for _ in range(2):
        with intake(config, CUSTOMER, key="formulier-1") as work:
            answers.append(
                work.once(
                    {"summary": "Lamp"},
                    NOW,
                    lambda work=work: {"number": register_notification(work, a_request(), NOW, NOW.date()).number},
                )
            )
    assert answers == [{"number": "M26-000001"}, {"number": "M26-000001"}]
    assert len(everything(config)["notification"]) == 1
