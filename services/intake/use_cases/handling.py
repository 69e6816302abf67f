"""Handling: what the desk and the customer do with a notification, step by step."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from services.intake.domain.notification import Notification
from services.intake.domain.sight import is_staff, sight_of
from services.intake.storage.work import IntakeWork
from services.shared.errors import Invalid, NotFound
from services.shared.vocabulary import AnswerTo, Status


def held(work: IntakeWork, number: str) -> Notification:
    """The notification, held for a change; raises NotFound also when this actor may not know of it."""
    notification = work.notifications.get(number)
    require_in_sight(work, notification)
    return notification


def require_in_sight(work: IntakeWork, notification: Notification) -> None:
    """Raise NotFound when this actor may not know of it, in the words used when there is none."""
    sight = sight_of(work.actor)
    if sight.covers(notification.customer, set()):
        return
    if not sight.covers(notification.customer, {order.team for order in work.copies.work_orders(notification.number)}):
        raise NotFound(f"There is no notification {notification.number}.")


def take_notification(work: IntakeWork, number: str, now: datetime) -> Notification:
    """An agent makes a new notification theirs."""
    notification = held(work, number)
    notification.require("take", work.actor, now)
    taken = notification.taken(work.actor, now)
    return _keep(work, taken, "taken", "notification_taken", now, for_customer=False)


def ask_customer(work: IntakeWork, number: str, question: str, now: datetime) -> Notification:
    """Ask the customer something; the notification waits for the answer."""
    asked = held(work, number).asked(question, work.actor, now)
    return _keep(work, asked, "asked", "customer_asked", now, text=question)


def answer_notification(
    work: IntakeWork,
    number: str,
    text: str,
    now: datetime,
    to: AnswerTo | None = None,
    article: str | None = None,
    version: int | None = None,
    close: bool = False,
) -> Notification:
    """The customer answers the desk's question, or the desk answers the customer, which makes it ready or closed."""
    notification = held(work, number)
    notification.require_question(to)
    if article or close:
        # Only an answer to the customer is made from an article, or closes anything.
        notification.require_question(AnswerTo.CUSTOMER)
    if notification.status is Status.WITH_CUSTOMER:
        answered = notification.answered_by_customer(work.actor, now)
        return _keep(work, answered, "answered", "customer_answered", now, text=text)
    answered = notification.answered_at_desk(work.actor, now, close=close)
    work.notifications.save(answered)
    return tell_answer(work, answered, text, article_used(work, article, version), now)


def article_used(work: IntakeWork, code: str | None, version: int | None) -> dict[str, Any] | None:
    """The article that an answer is made from, as the timeline keeps it; raises Invalid for one that is not given.

    Its version and its title are those of one publication: the one that is known here.
    """
    if code is None:
        return None
    kept = work.copies.article(code)
    if kept is None or kept.retired:
        message = f"There is no article {code}."
        raise Invalid(message, {"article": [message]})
    if version is not None and version > kept.version:
        message = f"There is no version {version} of article {code}."
        raise Invalid(message, {"article": [message]})
    return {"article": {"code": code, "version": kept.version, "title": kept.title}}


def tell_answer(
    work: IntakeWork, answered: Notification, text: str, about: dict[str, Any] | None, now: datetime
) -> Notification:
    """Put the desk's answer on the timeline and in the journal, and the closing that came with it."""
    told = {"number": answered.number, "at": now}
    work.timeline.add(answered.number, now, "solved", by=work.actor.name, text=text, about=about)
    work.journal.add("notification_ready", answered.number, now, **told, first_line=answered.first_line)
    if answered.status is Status.CLOSED:
        work.timeline.add(answered.number, now, "closed", by=work.actor.name)
        work.journal.add("notification_closed", answered.number, now, **told)
    return answered


def forward_notification(
    work: IntakeWork, number: str, team: str | None, category: str | None, remark: str, now: datetime
) -> Notification:
    """Hand over to a team, or to whichever team serves the category; routing makes the work order."""
    notification = held(work, number)
    category = category or (notification.item.category if notification.item else None)
    forwarded = notification.forwarded(work.actor, now, team)
    _require_destination(work, team, category)
    return _keep(
        work,
        forwarded,
        "forwarded",
        "notification_forwarded",
        now,
        text=remark,
        for_customer=False,
        round=forwarded.rounds,
        kind=forwarded.kind,
        summary=forwarded.summary,
        description=forwarded.description,
        location=_path(work, forwarded.location),
        urgency=forwarded.urgency,
        category=category,
        team=team,
        remark=remark,
        contact_point=forwarded.contact_point,
        answers=forwarded.answers_in_words,
    )


def add_note(work: IntakeWork, number: str, text: str, for_customer: bool, now: datetime) -> Notification:
    """Keep something worth knowing; what a customer writes, the customer reads."""
    notification = held(work, number)
    notification.require("note", work.actor, now)
    visible = for_customer or not is_staff(work.actor)
    return _keep(work, notification, "noted", "notification_noted", now, text=text, for_customer=visible)


def close_notification(work: IntakeWork, number: str, now: datetime) -> Notification:
    """The customer agrees, and the desk closes it."""
    closed = held(work, number).closed(work.actor, now)
    return _keep(work, closed, "closed", "notification_closed", now)


def reopen_notification(work: IntakeWork, number: str, reason: str, now: datetime) -> Notification:
    """It was not solved after all: the desk holds it again."""
    reopened = held(work, number).reopened(work.actor, now)
    return _keep(work, reopened, "reopened", "notification_reopened", now, text=reason)


def cancel_notification(work: IntakeWork, number: str, reason: str, now: datetime) -> Notification:
    """It is not needed any more; routing cancels what the back office still had to do."""
    cancelled = held(work, number).cancelled(work.actor, now)
    return _keep(work, cancelled, "cancelled", "notification_cancelled", now, text=reason)


def rate_notification(work: IntakeWork, number: str, score: int, comment: str, now: datetime) -> Notification:
    """The customer says how well it went, 1 to 5."""
    rated = held(work, number).rated(score, comment, work.actor, now)
    return _keep(work, rated, "rated", "notification_rated", now, text=comment, score=score)


def _keep(
    work: IntakeWork,
    notification: Notification,
    what: str,
    event: str,
    now: datetime,
    *,
    text: str | None = None,
    for_customer: bool = True,
    **told: Any,
) -> Notification:
    """Keep a step, on the timeline and in the journal."""
    work.notifications.save(notification)
    work.timeline.add(notification.number, now, what, by=work.actor.name, text=text, for_customer=for_customer)
    work.journal.add(event, notification.number, now, number=notification.number, at=now, **told)
    return notification


def _require_destination(work: IntakeWork, team: str | None, category: str | None) -> None:
    wrong = {}
    if team is not None and work.copies.team(team) is None:
        wrong["team"] = [f"There is no team {team}."]
    if category is not None and not work.copies.has_category(category):
        wrong["category"] = [f"There is no category {category}."]
    if team is None and category is None:
        wrong["team"] = ["Choose a team: this notification has no catalogue item that leads to one."]
    if wrong:
        raise Invalid("It is not clear where this should go.", wrong)


def _path(work: IntakeWork, location: str | None) -> str | None:
    return None if location is None else work.locations.named({location})[location].path
