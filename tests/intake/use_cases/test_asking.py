"""Asking for a catalogue item: who may, when and where, as what, and what is promised then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from services.intake import views
from services.intake.storage.work import IntakeWork
from services.intake.use_cases.correcting import correct_notification
from services.intake.use_cases.people import add_customer, add_location, add_organisation
from services.intake.use_cases.registering import check_request, register_notification
from services.shared.actor import Actor
from services.shared.errors import Invalid, NotFound
from services.shared.kit.config import Config
from services.shared.vocabulary import Kind
from tests.desk import ADMIN, AGENT, CUSTOMER
from tests.intake.builders import LATER, NOW, a_request, intake, kept, lay_the_ground, looking, refusal_of, registered

TODAY = NOW.date()
NAME = {"nl": "Verhuisdozen", "en": "Moving boxes"}
WEEK = {day: [["08:00", "17:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
BOXES: dict[str, Any] = {
    "code": "dozen",
    "version": 4,
    "name": NAME,
    "category": "ELEKTRA",
    "kinds": ["wish"],
    "questions": [
        {"code": "ruimte", "text": NAME, "type": "location", "required": True, "choices": []},
        {"code": "collega", "text": NAME, "type": "person", "required": False, "choices": []},
    ],
    "audience": None,
    "valid_from": None,
    "valid_to": None,
    "lead_time": {"amount": 2, "unit": "days"},
    "calendar": None,
}
CALENDAR = {"code": "KANTOOR", "name": NAME, "zone": "Europe/Amsterdam", "hours": WEEK, "closed": [], "default": True}
ASKED = {"kind": "wish", "catalogue_item": "dozen", "answers": {"ruimte": "SH-2-14"}}


@pytest.fixture(autouse=True)
def ground(config: Config) -> None:
    lay_the_ground(config)


def offer(config: Config, **different: Any) -> None:
    """Let intake hear of the boxes."""
    with intake(config) as work:
        work.copies.keep_item(BOXES | different)


def wrong_with(config: Config, today: date = TODAY, actor: Actor = CUSTOMER, **different: Any) -> dict[str, Any]:
    """Why this actor cannot ask for this, per field."""

    def ask(work: IntakeWork) -> object:
        return register_notification(work, a_request(**(ASKED | different)), NOW, today)

    refusal = refusal_of(config, actor, ask)
    assert isinstance(refusal, Invalid)
    return refusal.errors


def test_what_is_promised_is_kept_as_it_was_made(config: Config) -> None:
    offer(config)
    with intake(config) as work:
        work.copies.keep_calendar(CALENDAR)
    number = registered(config, CUSTOMER, **ASKED)
    promise = {
        "ready_by": "2026-03-04T16:00:00+00:00",
        "text": {
            "nl": "Binnen 2 werkdagen: uiterlijk woensdag 4 maart 2026, 17:00 uur.",
            "en": "Within 2 working days: at the latest on Wednesday 4 March 2026 at 17:00.",
        },
    }
    item = kept(config, number).item
    assert item is not None
    assert (item.version, item.promise) == (4, promise)
    offer(config, version=5, lead_time={"amount": 9, "unit": "days"})
    assert kept(config, number).item == item
    with intake(config, AGENT) as work:
        correct_notification(work, number, {"catalogue_item": None}, LATER, TODAY)
    assert kept(config, number).item is None
    asked = {"code": "dozen", "version": 4, "name": NAME, "category": "ELEKTRA", "promise": promise}
    became = {"before": "dozen", "after": None}
    for actor, catalogue_item in ((CUSTOMER, None), (AGENT, became)):
        with looking(config, actor) as work:
            corrected = views.notification(work, number, LATER)["timeline"][-1]
        told = {"article": None, "kind": None, "catalogue_item": catalogue_item, "asked": asked}
        assert (corrected["what"], corrected["about"]) == ("corrected", told)


@pytest.mark.parametrize("lead_time", [None, {"amount": 2, "unit": "days"}])
def test_without_a_lead_time_or_a_calendar_nothing_is_promised(
    config: Config, lead_time: dict[str, Any] | None
) -> None:
    offer(config, lead_time=lead_time)
    item = kept(config, registered(config, CUSTOMER, **ASKED)).item
    assert item is not None
    assert item.promise is None


def test_an_answer_may_name_a_place_or_a_colleague_by_code_or_by_name(config: Config) -> None:
    offer(config)
    for place in ("SH-2-14", "Vergaderzaal De Brug", "vergaderzaal de brug", "Stadhuis › Vergaderzaal De Brug"):
        answers = {"ruimte": place, "collega": "rachid bouazza"}
        given = kept(config, registered(config, CUSTOMER, **(ASKED | {"answers": answers}))).answers
        assert [one["answer"]["nl"] for one in given] == ["Stadhuis › Vergaderzaal De Brug", "Rachid Bouazza"], place
    assert wrong_with(config, answers={"ruimte": "De Tunnel", "collega": "K9999"}) == {
        "answers": {"ruimte": ["There is no location De Tunnel."], "collega": ["There is no customer K9999."]}
    }


def test_a_request_is_checked_with_what_intake_knows_in_the_readers_language(config: Config) -> None:
    offer(config)
    asked = {"catalogue_item": "dozen", "answers": {"collega": "niemand"}, "language": "nl"}
    with looking(config, CUSTOMER) as work:
        assert check_request(work, asked, TODAY) == {
            "complete": False,
            "missing": [{"code": "ruimte", "question": "Verhuisdozen", "message": "Beantwoord deze vraag."}],
            "unclear": [{"code": "collega", "question": "Verhuisdozen", "message": "Er is geen klant niemand."}],
            "stops": [],
            "refused": [],
            "asked": ["ruimte", "collega"],
            "answers": [],
        }
        found = check_request(work, asked | {"answers": {"ruimte": "SH-2-14"}}, TODAY)
        (answer,) = found["answers"]
        assert answer["answer"] == "Stadhuis › Vergaderzaal De Brug"
        with pytest.raises(NotFound):
            check_request(work, asked | {"catalogue_item": "fiets"}, TODAY)


def test_what_is_to_come_is_not_asked_for_in_the_past(config: Config) -> None:
    question = {"code": "dag", "text": NAME, "type": "date", "required": True, "choices": [], "lowest": 2.0}
    offer(config, questions=[question])
    asked = {"catalogue_item": "dozen", "answers": {"dag": "2026-03-03"}, "language": "nl"}
    with looking(config, CUSTOMER) as work:
        (told,) = check_request(work, asked, TODAY)["unclear"]
        assert (told["code"], told["message"]) == ("dag", "De eerste mogelijke dag is 4 maart 2026.")
    message = "The first day possible is 4 March 2026."
    assert wrong_with(config, answers=asked["answers"]) == {"answers": {"dag": [message]}}
    registered(config, CUSTOMER, **(ASKED | {"answers": {"dag": "2026-03-04"}}))


NOT_THERE = {"catalogue_item": ["There is no catalogue item dozen."]}


def test_what_is_retired_or_not_offered_today_cannot_be_asked_for(config: Config) -> None:
    refused = {"catalogue_item": ["dozen cannot be asked for at this time."]}
    offer(config, valid_from="2026-03-03", valid_to="2026-03-04")
    for today in (TODAY, date(2026, 3, 5)):
        assert wrong_with(config, today, AGENT, customer="K0001") == refused
        assert wrong_with(config, today) == NOT_THERE
    offer(config)
    with intake(config) as work:
        work.copies.retire_item({"code": "dozen", "version": 3})  # told of an earlier version, which came back since
    registered(config, CUSTOMER, **ASKED)
    with intake(config) as work:
        work.copies.retire_item({"code": "dozen", "version": 4})
    assert wrong_with(config, TODAY, AGENT, customer="K0001") == refused
    assert wrong_with(config) == NOT_THERE


def test_what_is_meant_for_others_cannot_be_asked_for(config: Config) -> None:
    offer(config, audience={"organisations": ["ANDERS"], "buildings": ["TOREN"], "roles": []})
    assert wrong_with(config, actor=AGENT, customer="K0001", channel="phone", location="SH-2-14") == {
        "catalogue_item": ["dozen is not meant for this organisation."],
        "location": ["dozen is not delivered in this building."],
    }
    # Who it is not meant for hears neither that it is there nor what it asks.
    assert wrong_with(config, location="SH-2-14", answers={}) == {
        "catalogue_item": ["There is no catalogue item dozen."]
    }
    offer(config, audience={"organisations": ["ANDERS", "GEM"], "buildings": ["SH"], "roles": []})
    registered(config, CUSTOMER, **(ASKED | {"location": "SH-2-14"}))


def test_an_item_is_asked_for_as_what_it_is_and_anyone_may_ask_or_complain_about_it(config: Config) -> None:
    offer(config)
    assert wrong_with(config, kind="malfunction") == {"kind": ["dozen is not asked for as a malfunction."]}
    for kind in ("wish", "information", "complaint"):
        registered(config, CUSTOMER, **(ASKED | {"kind": kind}))


def test_a_customer_knows_only_their_own_colleagues(config: Config) -> None:
    with intake(config, ADMIN) as work:
        add_organisation(work, "ANDERS", "Een ander")
        add_customer(work, "K0009", "Geheim Persoon", "ANDERS", "geheim@anders.example", None)
    offer(config)
    for who in ("K0009", "Geheim Persoon", "geheim@anders.example"):
        asked = {"catalogue_item": "dozen", "answers": {"ruimte": "SH", "collega": who}, "language": "en"}
        # Nor does somebody of whom intake knows no organisation.
        for customer in (CUSTOMER, replace(CUSTOMER, customer="K7777")):
            with looking(config, customer) as work:
                assert check_request(work, asked, TODAY)["unclear"][0]["message"] == f"There is no customer {who}."
        with looking(config, AGENT) as work:
            assert check_request(work, asked, TODAY)["complete"]


def test_an_item_that_is_not_for_who_asks_is_not_there_for_them(config: Config) -> None:
    asked = {"catalogue_item": "dozen", "answers": {"ruimte": "SH"}, "language": "en"}
    for different in (
        {"audience": {"organisations": ["ANDERS"], "buildings": [], "roles": []}},
        {"audience": {"organisations": [], "buildings": [], "roles": ["specialist"]}},
        {"valid_to": "2026-03-01"},
    ):
        offer(config, **different)
        with looking(config, CUSTOMER) as work, pytest.raises(NotFound):
            check_request(work, asked, TODAY)
        with looking(config, AGENT) as work:
            assert check_request(work, asked, TODAY)["complete"]
        assert wrong_with(config) == NOT_THERE
        offer(config)


def test_an_item_for_some_buildings_is_asked_for_in_one_of_them(config: Config) -> None:
    offer(config, audience={"organisations": [], "buildings": ["SH"], "roles": []})
    assert wrong_with(config) == {"location": ["Say in which building: dozen is not delivered everywhere."]}
    assert wrong_with(config, location="ONBEKEND") == {"location": ["There is no location ONBEKEND."]}


def test_where_and_as_what_it_is_asked_for_is_checked_before_it_is_registered(config: Config) -> None:
    with intake(config, ADMIN) as work:
        add_location(work, "TOREN", "De Toren", None)
        add_location(work, "TOREN-1", "Etage 1", "TOREN")
    offer(config, audience={"organisations": [], "buildings": ["SH"], "roles": []})

    def refused(language: str = "nl", **said: Any) -> list[dict[str, str]]:
        asked = {"catalogue_item": "dozen", "answers": {"ruimte": "SH"}, "language": language, **said}
        with looking(config, CUSTOMER) as work:
            checked = check_request(work, asked, TODAY)
        assert checked["complete"] == (not checked["refused"])
        found: list[dict[str, str]] = checked["refused"]
        return found

    assert refused() == refused(location="SH", kind=Kind.WISH) == refused(location="SH-2-14") == []
    elsewhere = "Verhuisdozen wordt in dit gebouw niet geleverd. Alleen in: Stadhuis."
    assert refused(location="TOREN-1") == [{"field": "location", "message": elsewhere}]
    nowhere = "Say in which building: Moving boxes is not delivered everywhere. Only in: Stadhuis."
    assert refused("en", location=None) == [{"field": "location", "message": nowhere}]
    for language, unknown in (("nl", "Er is geen locatie ONBEKEND."), ("en", "There is no location ONBEKEND.")):
        assert refused(language, location="ONBEKEND") == [{"field": "location", "message": unknown}]
    unfit = "Verhuisdozen is niet aan te vragen als storing."
    assert refused(kind=Kind.MALFUNCTION) == [{"field": "kind", "message": unfit}]
    assert refused(kind=Kind.COMPLAINT) == []
    offer(config, audience={"organisations": [], "buildings": ["SLOOP"], "roles": []})
    unnamed = "Verhuisdozen wordt in dit gebouw niet geleverd."
    assert refused(location="SH") == [{"field": "location", "message": unnamed}]
    offer(config)
    assert refused(location="ONBEKEND") == [{"field": "location", "message": "Er is geen locatie ONBEKEND."}]


@pytest.mark.parametrize(
    ("language", "advice"), [("nl", ["Bel 112."]), ("en", ["Call 112."]), (None, ["Bel 112.", "Call 112."])]
)
def test_what_ends_the_form_is_said_in_the_language_of_who_asks(
    config: Config, language: str | None, advice: list[str]
) -> None:
    choices = [{"code": one, "name": NAME} for one in ("ja", "nee")]
    stop = {"answers": ["ja"], "advice": {"nl": "Bel 112.", "en": "Call 112."}}
    fire = {"code": "brand", "text": NAME, "type": "choice", "required": True, "choices": choices, "stop": stop}
    offer(config, questions=[fire, *BOXES["questions"]])
    asked = a_request(**(ASKED | {"answers": {"brand": "ja"}}))
    refusal = refusal_of(config, CUSTOMER, lambda work: register_notification(work, asked, NOW, TODAY, language))
    assert isinstance(refusal, Invalid)
    assert refusal.errors == {"answers": {"ruimte": ["Answer this question."], "brand": advice}}


@pytest.mark.parametrize("answer", ["a\x00b", "x" * 201])
def test_what_cannot_be_a_name_is_not_looked_up(config: Config, answer: str) -> None:
    offer(config)
    wrong = wrong_with(config, answers={"ruimte": answer})["answers"]["ruimte"]
    assert wrong in (["This contains a character that cannot be kept."], ["Use at most 200 characters."])


def test_a_code_means_one_place_also_when_another_has_it_as_its_name(config: Config) -> None:
    with intake(config, ADMIN) as work:
        add_location(work, "B1", "Kamer één", "SH")
        add_location(work, "K2", "B1", "SH")
        add_location(work, "K3", "Éénpersoonskamer", "SH")
        add_location(work, "P1", "Pantry", "SH")
        add_location(work, "P2", "Pantry", "SH")
    offer(config)
    for place, path in (("b1", "Stadhuis › Kamer één"), ("Éénpersoonskamer", "Stadhuis › Éénpersoonskamer")):
        (given,) = kept(config, registered(config, CUSTOMER, **(ASKED | {"answers": {"ruimte": place}}))).answers
        assert given["answer"]["nl"] == path
    assert wrong_with(config, answers={"ruimte": "Pantry"}) == {
        "answers": {"ruimte": ["More than one location is called Pantry. Give the number or code."]}
    }


def test_a_calendar_that_is_hardly_ever_open_is_no_reason_to_refuse(config: Config) -> None:
    offer(config, lead_time={"amount": 1000, "unit": "hours"})
    with intake(config) as work:
        work.copies.keep_calendar(CALENDAR | {"hours": {"mon": [["08:00", "09:00"]]}})
    item = kept(config, registered(config, CUSTOMER, **ASKED)).item
    assert item is not None
    assert item.promise is None
