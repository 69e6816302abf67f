"""Answering at once with a standard answer, correcting what it is, and where the desk is."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError
from typing import Any

import pytest

from services.intake.use_cases.correcting import correct_notification
from services.intake.use_cases.desks import define_desk, shown
from services.intake.use_cases.handling import answer_notification, ask_customer, close_notification
from services.intake.use_cases.registering import register_notification
from services.shared.contracts.intake import DefineDesk
from services.shared.errors import Forbidden, Invalid, NotFound, Refused
from services.shared.kit.config import Config
from services.shared.vocabulary import Kind, Status
from tests.desk import AGENT, CUSTOMER, MANAGER
from tests.intake.builders import (
    LAMP,
    NOW,
    a_request,
    intake,
    kept,
    lay_the_ground,
    looking,
    moment,
    refusal_of,
    registered,
    timeline_of,
    told_by,
)

TITLE = {"nl": "Openingstijden", "en": "Opening hours"}
ARTICLE = {"code": "openingstijden", "version": 2, "title": TITLE}
ANSWER = {"text": "Van acht tot vijf.", "article": "openingstijden", "version": 2, "close": True}
USED = {"article": ARTICLE}
TODAY = NOW.date()


@pytest.fixture(autouse=True)
def ground(config: Config) -> None:
    lay_the_ground(config)
    with intake(config) as work:
        work.copies.keep_article(ARTICLE)


def test_a_call_is_registered_answered_and_closed_in_one_go(config: Config) -> None:
    asked = a_request(kind="information", channel="phone", customer="K0001", answer=ANSWER)
    with intake(config, AGENT) as work:
        number = register_notification(work, asked, NOW, TODAY).number
        events = dict(work.journal.told)
    assert list(events) == ["notification_registered", "notification_ready", "notification_closed"]
    assert events["notification_ready"]["first_line"] is True
    notification = kept(config, number)
    assert (notification.status, notification.first_line, notification.contact_point) == (
        Status.CLOSED,
        True,
        AGENT.name,
    )
    with looking(config) as work:
        steps = work.timeline.of(number, internal=False)
    assert [(step.what, step.text, step.about) for step in steps] == [
        ("registered", None, None),
        ("solved", "Van acht tot vijf.", USED),
        ("closed", None, None),
    ]


def test_a_complaint_is_answered_and_not_closed(config: Config) -> None:
    number = registered(config, kind="complaint")
    with intake(config, AGENT) as work:
        answered = answer_notification(work, number, "Sorry.", moment(hours=1), close=True)
    assert (answered.status, timeline_of(config, number)[-1]) == (Status.READY, "solved")
    assert told_by(config)[-1] == "notification_ready"


def test_only_the_desk_answers_what_it_registers(config: Config) -> None:
    asked = a_request(kind="information", answer=ANSWER)
    refusal = refusal_of(config, CUSTOMER, lambda work: register_notification(work, asked, NOW, TODAY))
    assert isinstance(refusal, Forbidden)


def test_an_answer_is_made_from_an_article_that_is_given(config: Config) -> None:
    number = registered(config)
    with intake(config) as work:
        work.copies.retire_article(ARTICLE)
    for code in ("openingstijden", "zeppelin"):
        refusal = refusal_of(
            config, AGENT, lambda work, c=code: answer_notification(work, number, "Zo.", NOW, article=c)
        )
        assert isinstance(refusal, Invalid)
        assert refusal.errors == {"article": [f"There is no article {code}."]}


def test_the_version_and_the_title_of_an_article_belong_together(config: Config) -> None:
    number, other = registered(config), registered(config)
    title = {"nl": "Wanneer we open zijn", "en": "When we are open"}
    with intake(config) as work:
        work.copies.keep_article(ARTICLE | {"version": 3, "title": title})
    with intake(config, AGENT) as work:
        answer_notification(work, number, "Zo.", NOW, article="openingstijden", version=2)
    with looking(config) as work:
        (used,) = [step.about for step in work.timeline.of(number, internal=True) if step.what == "solved"]
    assert used == {"article": {"code": "openingstijden", "version": 3, "title": title}}
    refusal = refusal_of(
        config,
        AGENT,
        lambda work: answer_notification(work, other, "Zo.", NOW, article="openingstijden", version=999_999),
    )
    assert isinstance(refusal, Invalid)
    assert refusal.errors == {"article": ["There is no version 999999 of article openingstijden."]}


@pytest.mark.parametrize("told", [{"article": "openingstijden"}, {"close": True}])
def test_an_article_or_a_closing_is_no_answer_to_the_desks_own_question(config: Config, told: dict[str, Any]) -> None:
    number = registered(config)
    with intake(config, AGENT) as work:
        ask_customer(work, number, "Welke deur?", NOW)
    for actor in (AGENT, CUSTOMER):
        refusal = refusal_of(config, actor, lambda work: answer_notification(work, number, "Zo.", NOW, **told))
        assert isinstance(refusal, Refused)
        assert refusal.code == "a_question_is_open"


def test_what_was_suggested_is_kept_and_told_without_the_words(config: Config) -> None:
    suggested = {"kind": "wish", "catalogue_item": "lamp-kapot"}
    with intake(config, CUSTOMER) as work:
        number = register_notification(work, a_request(suggested=suggested), NOW, TODAY).number
        (told,) = [data for name, data in work.journal.told if name == "notification_registered"]
    assert kept(config, number).suggested == suggested
    assert (told["kind"], told["suggested_kind"], told["suggested_item"]) == ("malfunction", "wish", "lamp-kapot")


def test_the_desk_corrects_kind_and_item_and_all_hear_of_it(config: Config) -> None:
    number = registered(config)
    with intake(config, AGENT) as work:
        correct_notification(work, number, {"catalogue_item": "lamp-kapot"}, moment(minutes=1), TODAY)
        told = {"number": number, "at": moment(minutes=1).isoformat(), "kind": "malfunction"}
        told |= {"catalogue_item": "lamp-kapot", "category": "ELEKTRA"}
        assert work.journal.told == [("notification_corrected", told)]
    with intake(config, AGENT) as work:
        asked = {"kind": Kind.COMPLAINT, "catalogue_item": None}
        correct_notification(work, number, asked, moment(minutes=2), TODAY)
    with intake(config, AGENT) as work:
        # What is so already is no correction.
        correct_notification(work, number, {"kind": Kind.COMPLAINT}, moment(minutes=3), TODAY)
        assert work.journal.told == []
    notification = kept(config, number)
    assert (notification.kind, notification.item, notification.status) == (Kind.COMPLAINT, None, Status.NEW)
    with looking(config) as work:
        abouts = [step.about for step in work.timeline.of(number, internal=True) if step.what == "corrected"]
        # Only the second one took away what may have been promised.
        assert [step.what for step in work.timeline.of(number, internal=False)] == ["registered", "corrected"]
    assert abouts == [
        {"catalogue_item": {"before": None, "after": "lamp-kapot"}},
        {
            "kind": {"before": "malfunction", "after": "complaint"},
            "catalogue_item": {"before": "lamp-kapot", "after": None},
            "asked": {"code": "lamp-kapot", "version": 3, "name": LAMP["name"], "category": "ELEKTRA", "promise": None},
        },
    ]


def test_what_cannot_be_is_no_correction(config: Config) -> None:
    number = registered(config, kind="wish")
    for asked, field, message in (
        ({"catalogue_item": "zeppelin"}, "catalogue_item", "There is no catalogue item zeppelin."),
        ({"catalogue_item": "lamp-kapot"}, "kind", "lamp-kapot is not asked for as a wish."),
    ):
        refusal = refusal_of(config, AGENT, lambda work, a=asked: correct_notification(work, number, a, NOW, TODAY))
        assert isinstance(refusal, Invalid)
        assert refusal.errors == {field: [message]}
    refusal = refusal_of(
        config, CUSTOMER, lambda work: correct_notification(work, number, {"kind": Kind.COMPLAINT}, NOW, TODAY)
    )
    assert isinstance(refusal, Forbidden)
    with intake(config, AGENT) as work:
        answer_notification(work, number, "Zo.", NOW)
        close_notification(work, number, NOW)
    refusal = refusal_of(
        config, AGENT, lambda work: correct_notification(work, number, {"kind": Kind.COMPLAINT}, NOW, TODAY)
    )
    assert isinstance(refusal, Refused)
    assert refusal.code == "only_a_live_one_is_corrected"


def test_of_two_first_desks_at_the_same_moment_one_is_central(config: Config) -> None:
    both = Barrier(2)

    def make(code: str) -> None:
        with intake(config, MANAGER) as work:
            define_desk(work, DefineDesk.read({"code": code, "name": TITLE}))
            # Until the other has come as far, unless it is made to wait.
            with suppress(BrokenBarrierError):
                both.wait(0.3)

    with ThreadPoolExecutor(2) as keepers:
        list(keepers.map(make, ("BALIE", "ICT")))
    with looking(config) as work:
        assert sorted(work.desks.get(code).central for code in ("BALIE", "ICT")) == [False, True]


def test_there_is_one_central_desk(config: Config) -> None:
    def desk(code: str, **told: object) -> dict[str, object]:
        return DefineDesk.read({"code": code, "name": TITLE} | told)

    with looking(config) as work, pytest.raises(NotFound):
        work.desks.get(None)
    with intake(config, MANAGER) as work:
        define_desk(work, desk("BALIE", phone="026 123 45 67", email="balie@rijnstede.example"))
        define_desk(work, desk("ICT"))
        define_desk(work, desk("BALIE", phone="026 765 43 21"))
    with looking(config) as work:
        assert (work.desks.get(None).code, work.desks.get("BALIE").phone, work.desks.get("ICT").central) == (
            "BALIE",
            "026 765 43 21",
            False,
        )
    with intake(config, MANAGER) as work:
        define_desk(work, desk("ICT", central=True))
    with looking(config) as work:
        assert (work.desks.get(None).code, work.desks.get("BALIE").central) == ("ICT", False)
    with looking(config) as work:
        seen = shown(work.desks.get("BALIE"))["mark"]
    for told, code in (("", "code_is_taken"), ("0" * 24, "changed_meanwhile")):
        refusal = refusal_of(config, MANAGER, lambda work, t=told: define_desk(work, desk("BALIE"), t))
        assert isinstance(refusal, Refused)
        assert refusal.code == code
    with intake(config, MANAGER) as work:
        assert define_desk(work, desk("BALIE", phone="026 1"), seen).phone == "026 1"
        assert define_desk(work, desk("LOKET"), "").code == "LOKET"
    refusal = refusal_of(config, AGENT, lambda work: define_desk(work, desk("BALIE")))
    assert isinstance(refusal, Forbidden)
    for phone in ("(026) 123 45 67", "+(31) 26 123 45 67", "+31 (0)26 1234567"):
        assert desk("BALIE", phone=phone)["phone"] == phone
    with pytest.raises(Invalid) as wrong:
        desk("BALIE", phone="bel maar", email="balie")
    assert wrong.value.errors == {
        "phone": ["Give a telephone number, as 026 123 45 67."],
        "email": ["Not a valid email address."],
    }
