"""Correcting: of which kind a notification really is, and which item it is about."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from services.intake.domain.asking import refusals
from services.intake.domain.notification import AskedItem, Notification
from services.intake.storage.work import IntakeWork
from services.intake.use_cases.handling import held
from services.shared.errors import Invalid


def correct_notification(
    work: IntakeWork, number: str, asked: dict[str, Any], now: datetime, today: date
) -> Notification:
    """Give it the kind and the item that it really has; what was answered and promised before stays as it was."""
    before = held(work, number)
    code = asked.get("catalogue_item", before.item and before.item.code)
    changes_item = code != (before.item and before.item.code)
    item = _item(work, before, code, today) if changes_item else before.item
    after = before.corrected(asked.get("kind", before.kind), item, work.actor, now)
    about: dict[str, Any] = {}
    if after.kind is not before.kind:
        about["kind"] = {"before": before.kind.value, "after": after.kind.value}
    if changes_item:
        about["catalogue_item"] = {"before": before.item and before.item.code, "after": code}
    if changes_item and before.item:
        about["asked"] = dict(vars(before.item))
    if not about:
        return before
    if after.item:
        _require_kind(work, after, today)
    work.notifications.save(after)
    # What was asked for, and promised for it, is the customer's to see for good; the rest is the desk's own.
    work.timeline.add(number, now, "corrected", by=work.actor.name, for_customer="asked" in about, about=about)
    work.journal.add(
        "notification_corrected",
        number,
        now,
        number=number,
        at=now,
        kind=after.kind,
        catalogue_item=code,
        category=item and item.category,
    )
    return after


def _item(work: IntakeWork, notification: Notification, code: str | None, today: date) -> AskedItem | None:
    """The item it is about instead; nothing is promised for it, as the customer did not ask for it."""
    if code is None:
        return None
    found = work.surroundings.of(notification.customer, None, item=code).item
    if found is None:
        message = f"There is no catalogue item {code}."
        raise Invalid(message, {"catalogue_item": [message]})
    return AskedItem(found["code"], found["version"], found["name"], found["category"])


def _require_kind(work: IntakeWork, notification: Notification, today: date) -> None:
    """Raise Invalid when its item is not asked for as its kind; for whom and where the item is, the desk knows."""
    assert notification.item is not None
    item = work.surroundings.of(notification.customer, None, item=notification.item.code).item
    wrong = [reason for name, reason in refusals(item or {}, notification.kind, None, None, today) if name == "kind"]
    if wrong:
        raise Invalid(wrong[0], {"kind": wrong})
