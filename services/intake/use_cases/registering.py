"""Registering: a notification gets its number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from services.intake.domain.asking import buildings_of, may_know, refusals, why_not_as, why_not_there
from services.intake.domain.notification import DESK, AskedItem, Notification, customer_of
from services.intake.domain.sight import is_staff
from services.intake.storage.around import Around
from services.intake.storage.work import IntakeWork
from services.intake.use_cases.handling import article_used, tell_answer
from services.shared import completeness
from services.shared.calendar import Calendar
from services.shared.completeness_words import say, told
from services.shared.errors import Forbidden, Invalid, NotFound
from services.shared.kit.search import words_of
from services.shared.lead_time import promised
from services.shared.vocabulary import QuestionType, Status

MOST_NAMED = 10


def register_notification(
    work: IntakeWork, asked: dict[str, Any], now: datetime, today: date, language: str | None = None
) -> Notification:
    """Give what is complete a number and tell the others; raises Invalid with all that is wrong, or Forbidden."""
    if asked["answer"] and not work.actor.has(*DESK):
        raise Forbidden("Only the desk answers what it registers.")
    code = customer_of(work.actor, asked["customer"], asked["channel"])
    around = work.surroundings.of(code, asked["location"], item=asked["catalogue_item"])
    customer, item, answers = _known(work, around, code, asked, now, today, language)
    location = around.location
    digits, number = work.notifications.next_number(now)
    notification = Notification(
        number=number,
        kind=asked["kind"],
        channel=asked["channel"],
        status=Status.NEW,
        summary=asked["summary"],
        description=asked["description"],
        customer=code,
        registered_at=now,
        changed_at=now,
        location=location["code"] if location else None,
        item=item,
        answers=answers,
        impact=asked["impact"],
        urgency=asked["urgency"],
        suggested=_suggested(asked["suggested"]),
    ).started(work.actor)
    answer = asked["answer"]
    if answer:
        notification = notification.answered_at_desk(work.actor, now, close=answer["close"])
    words = words_of(
        number, notification.summary, notification.description, customer["name"], location["path"] if location else None
    )
    work.notifications.add(digits, notification, words)
    work.timeline.add(number, now, "registered", by=work.actor.name)
    work.journal.add(
        "notification_registered",
        subject=number,
        occurred_at=now,
        number=number,
        kind=notification.kind,
        channel=notification.channel,
        level=notification.level,
        customer=code,
        organisation=customer["organisation"]["code"],
        location=notification.location,
        catalogue_item=item and item.code,
        category=item and item.category,
        suggested_kind=notification.suggested and notification.suggested["kind"],
        suggested_item=notification.suggested and notification.suggested["catalogue_item"],
        registered_at=now,
    )
    if answer:
        about = article_used(work, answer["article"], answer["version"])
        tell_answer(work, notification, answer["text"], about, now)
    return notification


def _suggested(told: dict[str, Any] | None) -> dict[str, Any] | None:
    """What was suggested, as it is kept; nothing when nothing was."""
    kind, item = (told["kind"], told["catalogue_item"]) if told else (None, None)
    return {"kind": kind and kind.value, "catalogue_item": item} if kind or item else None


def check_request(work: IntakeWork, asked: dict[str, Any], today: date) -> dict[str, Any]:
    """What a request for a catalogue item still needs, in the reader's language.

    Raises NotFound also for an item that is not there for who asks.
    """
    around = work.surroundings.of(work.actor.customer or "", asked.get("location"), item=asked["catalogue_item"])
    item = around.item
    if item is None or not may_know(item, work.actor, _organisation(around), today):
        raise NotFound(f"There is no catalogue item {asked['catalogue_item']}.")
    checked = _checked(work, around, item["questions"], asked["answers"], today)
    found = told(item["questions"], asked["answers"], checked, asked["language"])
    refused = list(_misfits(work, around, item, asked))
    return found | {"complete": found["complete"] and not refused, "refused": refused}


def _misfits(work: IntakeWork, around: Around, item: dict[str, Any], asked: dict[str, Any]) -> Iterator[dict[str, str]]:
    """Why it cannot be asked for at this place, or as this kind, as far as one of them was said."""
    language = asked["language"]
    name = item["name"][language]
    if _is_unknown(around, asked):
        yield {"field": "location", "message": say(f"There is no location {asked['location']}.", language)}
    elif "location" in asked and (reason := why_not_there(item, _building(work, item, asked["location"]), name)):
        names = work.locations.named(set(buildings_of(item)))
        where = ", ".join(place.name for place in list(names.values())[:MOST_NAMED])
        # Buildings of which intake does not know what they are called are no help to anybody.
        reasons = [reason, f"Only in: {where}."] if where else [reason]
        yield {"field": "location", "message": " ".join(say(one, language) for one in reasons)}
    if "kind" in asked and (reason := why_not_as(item, asked["kind"], name)):
        yield {"field": "kind", "message": say(reason, language)}


def _is_unknown(around: Around, asked: dict[str, Any]) -> bool:
    """Whether a place was named that there is not."""
    return asked.get("location") is not None and around.location is None


def _building(work: IntakeWork, item: dict[str, Any], location: str | None) -> str | None:
    """The building of a place, if it matters for this item and there is such a place."""
    return work.locations.buildings_of([location]).get(location) if location and buildings_of(item) else None


def _known(
    work: IntakeWork,
    around: Around,
    code: str,
    asked: dict[str, Any],
    now: datetime,
    today: date,
    language: str | None,
) -> tuple[dict[str, Any], AskedItem | None, list[dict[str, Any]]]:
    """The customer, the item and the answers; refuses everything that is unknown or missing at once."""
    wrong: dict[str, Any] = {}
    if around.customer is None:
        wrong["customer"] = [f"There is no customer {code}."]
    if _is_unknown(around, asked):
        wrong["location"] = [f"There is no location {asked['location']}."]
    answers: list[dict[str, Any]] = []
    item = around.item
    if item and not may_know(item, work.actor, _organisation(around), today):
        # It is not told that it is there, nor what it asks.
        item = None
    if asked["catalogue_item"] is not None and item is None:
        wrong["catalogue_item"] = [f"There is no catalogue item {asked['catalogue_item']}."]
    else:
        if item:
            wrong = _not_for_this(work, around, asked, today) | wrong
        try:
            answers = _checked(work, around, item["questions"] if item else [], asked["answers"], today).require(
                language
            )
        except Invalid as incomplete:
            wrong |= incomplete.errors
    if wrong or around.customer is None:
        raise Invalid("Some of what was sent cannot be used; see the errors per field.", wrong)
    kept = _asked_item(work, item, now) if item else None
    return around.customer, kept, answers


def _asked_item(work: IntakeWork, item: dict[str, Any], now: datetime) -> AskedItem:
    calendar = work.copies.calendar(item["calendar"]) if item.get("lead_time") else None
    promise = promised(item["lead_time"], Calendar.read(calendar), now) if calendar else None
    return AskedItem(item["code"], item["version"], item["name"], item["category"], promise)


def _not_for_this(work: IntakeWork, around: Around, asked: dict[str, Any], today: date) -> dict[str, list[str]]:
    assert around.item is not None
    organisation = _organisation(around)
    building = _building(work, around.item, around.location["code"] if around.location else None)
    wrong: dict[str, list[str]] = {}
    for field, reason in refusals(around.item, asked["kind"], organisation, building, today):
        wrong.setdefault(field, []).append(reason)
    return wrong


def _organisation(around: Around) -> str | None:
    return around.customer["organisation"]["code"] if around.customer else None


def _checked(
    work: IntakeWork, around: Around, questions: list[dict[str, Any]], answers: dict[str, Any], today: date
) -> completeness.Checked:
    places = completeness.referred(questions, answers, QuestionType.LOCATION)
    people = completeness.referred(questions, answers, QuestionType.PERSON)
    # A customer knows their own colleagues; it is no way to find out who else there is.
    among, everybody = _organisation(around), is_staff(work.actor)
    return completeness.check(
        questions,
        answers,
        today,
        places=work.locations.meant(places) if places else {},
        people=work.customers.meant(people, None if everybody else among) if people and (everybody or among) else {},
    )
