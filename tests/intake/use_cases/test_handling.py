"""Handling: what each step keeps, puts on the timeline and tells; and that a refused one does none of these."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from services.intake.domain.notification import Notification, Rating
from services.intake.storage.work import IntakeWork
from services.intake.use_cases import handling
from services.shared.actor import Actor
from services.shared.errors import Forbidden, Invalid, NotFound, Refused
from services.shared.kit.config import Config
from services.shared.vocabulary import Status
from tests.desk import AGENT, CUSTOMER, MANAGER, OTHER_CUSTOMER, SPECIALIST
from tests.intake.builders import (
    LATER,
    forwarded,
    heard_made,
    heard_moved,
    intake,
    kept,
    lay_the_ground,
    looking,
    moment,
    refusal_of,
    registered,
    status_of,
    timeline_of,
)

NUMBER = "M26-000001"

# Every step there is, as the door asks for it.
STEPS: dict[str, Callable[[IntakeWork, str], Notification]] = {
    "take": lambda work, number: handling.take_notification(work, number, LATER),
    "ask": lambda work, number: handling.ask_customer(work, number, "Welke lamp?", LATER),
    "answer": lambda work, number: handling.answer_notification(work, number, "Die bij het raam.", LATER),
    "forward": lambda work, number: handling.forward_notification(work, number, "TECHNIEK", None, "", LATER),
    "note": lambda work, number: handling.add_note(work, number, "Bel eerst.", False, LATER),
    "close": lambda work, number: handling.close_notification(work, number, LATER),
    "reopen": lambda work, number: handling.reopen_notification(work, number, "Weer uit.", LATER),
    "cancel": lambda work, number: handling.cancel_notification(work, number, "Niet meer nodig.", LATER),
    "rate": lambda work, number: handling.rate_notification(work, number, 4, "Snel!", LATER),
}


@pytest.fixture(autouse=True)
def ground(config: Config) -> None:
    lay_the_ground(config)
    assert registered(config, catalogue_item="lamp-kapot", answers={"aantal": 2}) == NUMBER


def do(config: Config, actor: Actor, step: str, number: str = NUMBER) -> list[tuple[str, dict[str, Any]]]:
    """Take a step; answers what was told."""
    with intake(config, actor) as work:
        STEPS[step](work, number)
        return work.journal.told


def last_entry(config: Config) -> tuple[str, str | None, str | None, bool]:
    """The last step on the timeline: what, by whom, what was said, and whether the customer sees it."""
    with looking(config) as work:
        entry = work.timeline.of(NUMBER, internal=True)[-1]
        return entry.what, entry.by, entry.text, entry.for_customer


def moved(event: str, **more: Any) -> list[tuple[str, dict[str, Any]]]:
    """What is told of a step."""
    return [(event, {"number": NUMBER, "at": "2026-03-02T09:10:00+00:00"} | more)]


def test_an_agent_takes_a_new_one(config: Config) -> None:
    assert do(config, AGENT, "take") == moved("notification_taken")
    assert (kept(config, NUMBER).status, kept(config, NUMBER).contact_point) == (Status.AT_DESK, "Anouk Terpstra")
    assert last_entry(config) == ("taken", "Anouk Terpstra", None, False)


def test_the_desk_asks_and_the_customer_answers(config: Config) -> None:
    assert do(config, AGENT, "ask") == moved("customer_asked")
    assert (kept(config, NUMBER).status, kept(config, NUMBER).question) == (Status.WITH_CUSTOMER, "Welke lamp?")
    assert last_entry(config) == ("asked", "Anouk Terpstra", "Welke lamp?", True)
    assert do(config, CUSTOMER, "answer") == moved("customer_answered")
    assert (kept(config, NUMBER).status, kept(config, NUMBER).question) == (Status.AT_DESK, None)
    assert last_entry(config) == ("answered", "Marieke van den Berg", "Die bij het raam.", True)


def test_the_desk_answers_it_itself_in_the_first_line(config: Config) -> None:
    assert do(config, AGENT, "answer") == moved("notification_ready", first_line=True)
    notification = kept(config, NUMBER)
    assert (notification.status, notification.first_line, notification.ready_at) == (Status.READY, True, LATER)
    assert last_entry(config) == ("solved", "Anouk Terpstra", "Die bij het raam.", True)


def test_forwarding_tells_the_back_office_all_it_needs(config: Config) -> None:
    number = registered(config, AGENT, channel="counter", customer="K0002", location="SH-2-14", urgency="high")
    with intake(config, AGENT) as work:
        handling.forward_notification(work, number, None, "SCHOON", "Neem een dweil mee", LATER)
        assert work.journal.told == [
            (
                "notification_forwarded",
                {
                    "number": "M26-000002",
                    "at": "2026-03-02T09:10:00+00:00",
                    "round": 1,
                    "kind": "malfunction",
                    "summary": "Lamp boven mijn bureau is uit",
                    "description": "",
                    "location": "Stadhuis › Vergaderzaal De Brug",
                    "urgency": "high",
                    "category": "SCHOON",
                    "team": None,
                    "remark": "Neem een dweil mee",
                    "contact_point": "Anouk Terpstra",
                    "answers": [],
                },
            )
        ]
    assert status_of(config, number) is Status.FORWARDED
    assert timeline_of(config, number) == ["registered", "forwarded"]
    # What the desk tells the back office is not the customer's to read.
    assert timeline_of(config, number, internal=False) == ["registered"]


def test_forwarding_tells_what_was_answered_in_words_but_no_files(config: Config) -> None:
    question, answer = {"nl": "Hoeveel lampen?", "en": "How many lamps?"}, {"nl": "1,5", "en": "1.5"}
    photo = {"code": "foto", "question": question, "answer": answer, "files": [{"id": "F1", "name": "lamp.png"}]}
    told_of_it = {"code": "aantal", "question": question, "answer": answer}
    with intake(config) as work:
        work.notifications.save(replace(work.notifications.get(NUMBER), answers=[photo, told_of_it]))
    ((_, told),) = do(config, AGENT, "forward")
    assert told["answers"] == [told_of_it]


def test_without_a_team_or_category_the_items_category_counts(config: Config) -> None:
    with intake(config, AGENT) as work:
        handling.forward_notification(work, NUMBER, None, None, "", LATER)
        ((_, told),) = work.journal.told
    assert (told["category"], told["team"]) == ("ELEKTRA", None)


def test_a_team_or_category_that_does_not_exist_is_named(config: Config) -> None:
    def forward(work: IntakeWork) -> None:
        handling.forward_notification(work, NUMBER, "VERHUIS", "CATERING", "", LATER)

    refusal = refusal_of(config, AGENT, forward)
    assert isinstance(refusal, Invalid)
    assert refusal.message == "It is not clear where this should go."
    assert refusal.errors == {
        "team": ["There is no team VERHUIS."],
        "category": ["There is no category CATERING."],
    }


def test_what_has_no_item_is_forwarded_to_a_chosen_team(config: Config) -> None:
    number = registered(config)

    def forward(work: IntakeWork) -> None:
        handling.forward_notification(work, number, None, None, "", LATER)

    refusal = refusal_of(config, AGENT, forward)
    assert isinstance(refusal, Invalid)
    assert refusal.errors == {"team": ["Choose a team: this notification has no catalogue item that leads to one."]}


def test_a_note_of_staff_is_internal_unless_they_say_otherwise(config: Config) -> None:
    assert do(config, AGENT, "note") == moved("notification_noted")
    assert last_entry(config) == ("noted", "Anouk Terpstra", "Bel eerst.", False)
    with intake(config, MANAGER) as work:
        handling.add_note(work, NUMBER, "Wij komen morgen.", True, LATER)
    assert last_entry(config) == ("noted", "Hans Rademaker", "Wij komen morgen.", True)
    assert timeline_of(config, NUMBER, internal=False) == ["registered", "noted"]


def test_what_a_customer_notes_the_customer_reads(config: Config) -> None:
    do(config, CUSTOMER, "note")
    assert last_entry(config) == ("noted", "Marieke van den Berg", "Bel eerst.", True)
    assert status_of(config, NUMBER) is Status.NEW


def test_closing_reopening_and_closing_again_and_rating(config: Config) -> None:
    do(config, AGENT, "answer")
    assert do(config, AGENT, "close") == moved("notification_closed")
    assert kept(config, NUMBER).closed_at == LATER
    assert do(config, CUSTOMER, "reopen") == moved("notification_reopened")
    assert last_entry(config) == ("reopened", "Marieke van den Berg", "Weer uit.", True)
    assert status_of(config, NUMBER) is Status.AT_DESK
    do(config, AGENT, "answer")
    do(config, AGENT, "close")
    assert do(config, CUSTOMER, "rate") == moved("notification_rated", score=4)
    assert kept(config, NUMBER).rating == Rating(4, "Snel!", LATER)
    assert last_entry(config) == ("rated", "Marieke van den Berg", "Snel!", True)
    refusal = refusal_of(config, CUSTOMER, lambda work: STEPS["rate"](work, NUMBER))
    assert isinstance(refusal, Refused)
    assert refusal.code == "rated_once"


def test_a_closed_one_is_not_reopened_after_its_window(config: Config) -> None:
    do(config, AGENT, "answer")
    do(config, AGENT, "close")
    too_late = LATER + timedelta(days=14, seconds=1)
    refusal = refusal_of(
        config, CUSTOMER, lambda work: handling.reopen_notification(work, NUMBER, "Weer uit.", too_late)
    )
    assert isinstance(refusal, Refused)
    assert refusal.code == "reopen_window_has_passed"


def test_cancelling_keeps_the_reason(config: Config) -> None:
    assert do(config, CUSTOMER, "cancel") == moved("notification_cancelled")
    assert last_entry(config) == ("cancelled", "Marieke van den Berg", "Niet meer nodig.", True)
    assert status_of(config, NUMBER) is Status.CANCELLED


def test_every_step_with_anothers_is_refused_as_if_it_did_not_exist(config: Config) -> None:
    for step, take in STEPS.items():
        anothers = refusal_of(config, OTHER_CUSTOMER, lambda work, take=take: take(work, NUMBER))
        nobodys = refusal_of(config, OTHER_CUSTOMER, lambda work, take=take: take(work, "M26-000009"))
        assert (type(anothers), type(nobodys)) == (NotFound, NotFound), step
        assert anothers.message == "There is no notification M26-000001."
        assert nobodys.message == "There is no notification M26-000009."


def test_a_specialist_is_refused_the_same_way_until_the_work_comes_to_their_team(config: Config) -> None:
    assert isinstance(refusal_of(config, SPECIALIST, lambda work: STEPS["note"](work, NUMBER)), NotFound)
    forwarded(config, AGENT, NUMBER)
    heard_made(config, NUMBER)
    do(config, SPECIALIST, "note")
    assert last_entry(config) == ("noted", "Tom Brouwer", "Bel eerst.", False)
    assert isinstance(refusal_of(config, SPECIALIST, lambda work: STEPS["cancel"](work, NUMBER)), Forbidden)


def test_a_refused_step_keeps_and_tells_nothing(config: Config) -> None:
    do(config, CUSTOMER, "cancel")
    for step in ("take", "ask", "answer", "forward", "close", "reopen", "cancel"):
        refusal = refusal_of(config, AGENT, lambda work, step=step: STEPS[step](work, NUMBER))
        assert isinstance(refusal, Refused), step
    refusal = refusal_of(config, CUSTOMER, lambda work: STEPS["note"](work, NUMBER))
    assert refusal.code == "only_a_live_one_takes_a_customers_note"
    assert status_of(config, NUMBER) is Status.CANCELLED


def test_a_destination_that_is_unknown_does_not_hide_that_it_may_not_be_forwarded(config: Config) -> None:
    do(config, CUSTOMER, "cancel")
    refusal = refusal_of(
        config, AGENT, lambda work: handling.forward_notification(work, NUMBER, "VERHUIS", None, "", LATER)
    )
    assert isinstance(refusal, Refused)
    assert refusal.code == "only_the_desk_forwards"


def test_reopened_and_forwarded_again_makes_a_second_round(config: Config) -> None:
    forwarded(config, AGENT, NUMBER)
    heard_made(config, NUMBER)
    heard_moved(config, NUMBER, "completed")
    assert status_of(config, NUMBER) is Status.READY
    with intake(config, CUSTOMER) as work:
        handling.reopen_notification(work, NUMBER, "Weer uit.", moment(hours=3))
    with intake(config, AGENT) as work:
        handling.forward_notification(work, NUMBER, "TECHNIEK", None, "", moment(hours=4))
        ((_, told),) = work.journal.told
    assert told["round"] == 2
    assert (status_of(config, NUMBER), kept(config, NUMBER).rounds) == (Status.FORWARDED, 2)
    # The work order of the first round is done, but that of the second decides.
    heard_made(config, NUMBER, "W26-000002")
    assert status_of(config, NUMBER) is Status.FORWARDED
    heard_moved(config, NUMBER, "completed", "W26-000002", hours=5)
    assert (status_of(config, NUMBER), kept(config, NUMBER).ready_at) == (Status.READY, moment(hours=5))
