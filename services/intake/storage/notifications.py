"""Notifications and their timeline, kept as rows."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from services.intake.domain.notification import AskedItem, Notification, Rating
from services.intake.domain.sight import Sight
from services.intake.storage.tables import NUMBERS, NotificationRow, TimelineRow, WorkOrderCopy
from services.shared.errors import NotFound
from services.shared.kit.search import contains, digits_of, next_number, require_findable
from services.shared.vocabulary import Channel, Kind, Status, Weight


class Notifications:
    """All notifications."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.held: dict[str, NotificationRow] = {}

    def next_number(self, now: datetime) -> tuple[int, str]:
        """The number of the next notification, as M26-000042, and its digits."""
        digits = next_number(self.session, NUMBERS, NotificationRow.id)
        return digits, f"M{now:%y}-{digits:06d}"

    def add(self, digits: int, notification: Notification, words: str) -> None:
        """Keep a new one, found by `words`."""
        row = self.held[notification.number] = NotificationRow(id=digits, words=words, **_to_columns(notification))
        self.session.add(row)
        self.session.flush()

    def get(self, number: str) -> Notification:
        """The notification with this number, held until the transaction ends; raises NotFound."""
        row = self.held[number] = self._row(number, held=True)
        return _from_row(row)

    def look(self, number: str) -> Notification:
        """The notification with this number, to read; raises NotFound."""
        return _from_row(self._row(number))

    def save(self, notification: Notification) -> None:
        """Keep what changed of one that `get` or `add` holds."""
        row = self.held[notification.number]
        for column, value in _to_columns(notification).items():
            setattr(row, column, value)
        self.session.flush()

    def page(
        self, sight: Sight, asked: dict[str, Any], after: str | None, limit: int
    ) -> tuple[list[Notification], str | None]:
        """The newest `limit` notifications in sight after number `after`, and the number to go on after."""
        statement = _filtered(_in_sight(select(NotificationRow), sight), asked)
        if after is not None:
            statement = statement.where(NotificationRow.id < digits_of(after))
        rows = list(self.session.scalars(statement.order_by(NotificationRow.id.desc()).limit(limit + 1)))
        found = [_from_row(row) for row in rows[:limit]]
        return found, found[-1].number if len(rows) > limit else None

    def _row(self, number: str, *, held: bool = False) -> NotificationRow:
        require_findable(number, "notification")
        statement = select(NotificationRow).where(NotificationRow.number == number)
        row = self.session.scalar(statement.with_for_update() if held else statement)
        if row is None:
            raise NotFound(f"There is no notification {number}.")
        return row


class Timeline:
    """What happened to notifications, step by step."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def add(
        self,
        number: str,
        at: datetime,
        what: str,
        *,
        by: str | None = None,
        text: str | None = None,
        for_customer: bool = True,
    ) -> None:
        """Keep one step."""
        self.session.add(
            TimelineRow(notification=number, at=at, what=what, by=by, text=text or None, for_customer=for_customer)
        )

    def has(self, number: str, at: datetime, what: str, by: str | None) -> bool:
        """Whether this step was kept already."""
        same = (TimelineRow.at == at, TimelineRow.what == what, TimelineRow.by == by)
        statement = select(TimelineRow.id).where(TimelineRow.notification == number, *same).limit(1)
        return self.session.scalar(statement) is not None

    def of(self, number: str, *, internal: bool) -> list[TimelineRow]:
        """The steps of one notification in the order they were kept; `internal` ones too, or not."""
        statement = select(TimelineRow).where(TimelineRow.notification == number).order_by(TimelineRow.id)
        if not internal:
            statement = statement.where(TimelineRow.for_customer)
        return list(self.session.scalars(statement))


def _in_sight(statement: Select[NotificationRow], sight: Sight) -> Select[NotificationRow]:
    if sight.everything:
        return statement
    worked_on = select(WorkOrderCopy.notification).where(WorkOrderCopy.team.in_(sight.teams))
    own = NotificationRow.customer == sight.customer
    return statement.where(or_(own, NotificationRow.number.in_(worked_on)) if sight.teams else own)


def _filtered(statement: Select[NotificationRow], asked: dict[str, Any]) -> Select[NotificationRow]:
    if asked.get("status"):
        statement = statement.where(NotificationRow.status.in_([str(status) for status in asked["status"]]))
    for column in ("kind", "channel", "team", "customer", "location"):
        if asked.get(column):
            statement = statement.where(getattr(NotificationRow, column) == str(asked[column]))
    return statement.where(*contains(NotificationRow.words, asked.get("q", "")))


def _to_columns(notification: Notification) -> dict[str, Any]:
    columns = {
        name: getattr(notification, name)
        for name in Notification.__dataclass_fields__
        if name not in ("item", "rating", "kind", "channel", "status", "impact", "urgency")
    }
    rating = notification.rating
    return columns | {
        "kind": notification.kind.value,
        "channel": notification.channel.value,
        "status": notification.status.value,
        "impact": notification.impact and notification.impact.value,
        "urgency": notification.urgency and notification.urgency.value,
        "item": notification.item and asdict(notification.item),
        "score": rating and rating.score,
        "comment": rating and rating.comment,
        "rated_at": rating and rating.rated_at,
    }


def _from_row(row: NotificationRow) -> Notification:
    same = {
        name: getattr(row, name)
        for name in Notification.__dataclass_fields__
        if name not in ("item", "rating", "kind", "channel", "status", "impact", "urgency")
    }
    return Notification(
        **same,
        kind=Kind(row.kind),
        channel=Channel(row.channel),
        status=Status(row.status),
        impact=Weight(row.impact) if row.impact else None,
        urgency=Weight(row.urgency) if row.urgency else None,
        item=AskedItem(**row.item) if row.item else None,
        rating=Rating(row.score, row.comment or "", row.rated_at) if row.score and row.rated_at else None,
    )
