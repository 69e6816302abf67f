"""Hearing the others: how the back office gets on.

Each of these may be told a second time, so each first looks whether it was heard before.
"""

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
    work.timeline.add(notification.number, now, "work_order_made", text=told["number"], for_customer=False)


def work_order_moved(work: IntakeWork, what: str, told: dict[str, Any], now: datetime) -> None:
    """A specialist accepted or started; the customer may follow it."""
    notification = work.notifications.get(told["notification"])
    if not work.timeline.has(notification.number, now, what, told["by"]):
        work.timeline.add(notification.number, now, what, by=told["by"])


def work_order_completed(work: IntakeWork, told: dict[str, Any], now: datetime) -> None:
    """A team's part is done; when all parts are, the notification is ready."""
    notification = work.notifications.get(told["notification"])
    if work.copies.is_done(told["number"]):
        return
    work.copies.keep_work_order(told["number"], notification.number, told["team"], done=True)
    work.timeline.add(notification.number, now, "work_order_completed", by=told["by"], text=told["solution"])
    _ready_when_all_done(work, notification, now)


def work_order_cancelled(work: IntakeWork, told: dict[str, Any], now: datetime) -> None:
    """A team's part is not needed any more."""
    notification = work.notifications.get(told["notification"])
    if work.copies.is_done(told["number"]):
        return
    work.copies.keep_work_order(told["number"], notification.number, told["team"], done=True)
    work.timeline.add(notification.number, now, "work_order_cancelled", text=told["number"], for_customer=False)


def _ready_when_all_done(work: IntakeWork, notification: Notification, now: datetime) -> None:
    # Cancelled meanwhile, it stays cancelled: only a forwarded one becomes ready.
    if notification.status is not Status.FORWARDED:
        return
    if not all(order.done for order in work.copies.work_orders(notification.number)):
        return
    work.notifications.save(notification.made_ready(now, first_line=False))
    work.timeline.add(notification.number, now, "ready")
    work.journal.add(
        "notification_ready", notification.number, now, number=notification.number, at=now, first_line=False
    )
