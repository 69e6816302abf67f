"""Hearing the others: what catalog publishes, and how the back office gets on."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from services.intake.domain.notification import Notification
from services.intake.storage.work import IntakeWork
from services.shared.vocabulary import Status


def work_order_made(work: IntakeWork, told: dict[str, Any], now: datetime) -> None:
    """A team was given its part: from now on the notification is with that team."""
    notification = work.notifications.get(told["notification"])
    if any(order.number == told["number"] for order in work.copies.work_orders(notification.number)):
        return
    work.copies.keep_work_order(told["number"], notification.number, told["team"], done=False)
    if notification.status is Status.FORWARDED:
        work.notifications.save(notification.with_team(told["team"], now))
    team = work.copies.team(told["team"])
    text = f"{told['number']} · {team.name['nl'] if team else told['team']}"
    work.timeline.add(notification.number, now, "work_order_made", text=text, for_customer=False)


def work_order_moved(work: IntakeWork, what: str, told: dict[str, Any], now: datetime) -> None:
    """A specialist accepted or started; the customer may follow it."""
    notification = work.notifications.get(told["notification"])
    work.timeline.add(notification.number, now, what, by=told["by"])


def work_order_completed(work: IntakeWork, told: dict[str, Any], now: datetime) -> None:
    """A team's part is done; when all parts are, the notification is ready."""
    notification = work.notifications.get(told["notification"])
    work.copies.keep_work_order(told["number"], notification.number, told["team"], done=True)
    work.timeline.add(notification.number, now, "work_order_completed", by=told["by"], text=told["solution"])
    _ready_when_all_done(work, notification, now)


def work_order_cancelled(work: IntakeWork, told: dict[str, Any], now: datetime) -> None:
    """A team's part is not needed any more."""
    notification = work.notifications.get(told["notification"])
    work.copies.keep_work_order(told["number"], notification.number, told["team"], done=True)
    work.timeline.add(notification.number, now, "work_order_cancelled", text=told["number"], for_customer=False)


def _ready_when_all_done(work: IntakeWork, notification: Notification, now: datetime) -> None:
    # A rebuild may tell this again long after the notification went on: only a forwarded one becomes ready.
    if notification.status is not Status.FORWARDED:
        return
    if not all(order.done for order in work.copies.work_orders(notification.number)):
        return
    work.notifications.save(notification.made_ready(now, first_line=False))
    work.timeline.add(notification.number, now, "ready")
    work.journal.add(
        "notification_ready", notification.number, now, number=notification.number, at=now, first_line=False
    )
