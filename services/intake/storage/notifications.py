"""Notifications, kept as rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from services.intake.domain.notification import AskedItem, Notification, Rating
from services.intake.domain.sight import Sight
from services.intake.storage.pages import Line, page
from services.intake.storage.tables import NUMBERS, NotificationRow
from services.shared.errors import NotFound
from services.shared.kit.numbering import next_number
from services.shared.kit.search import require_findable
from services.shared.kit.writing import add_row
from services.shared.vocabulary import Channel, Kind, Status, Weight

# Made once: SQLAlchemy takes longer to make a statement than a database to answer these.
TABLE = NotificationRow.metadata.tables["intake.notification"]
# All but what only a search looks in.
COLUMNS = [column for column in TABLE.c if column.name != "words"]
HOLD = select(NotificationRow).where(NotificationRow.number == bindparam("number")).with_for_update()


class Notifications:
    """All notifications."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.held: dict[str, NotificationRow] = {}

    def next_number(self, now: datetime) -> tuple[int, str]:
        """The number of the next notification, as M26-000042, and its digits."""
        digits = next_number(self.session, NUMBERS, TABLE.c.id)
        return digits, f"M{now:%y}-{digits:06d}"

    def add(self, digits: int, notification: Notification, words: str) -> None:
        """Keep a new one, found by `words`."""
        kept = {name: value for name, value in _to_columns(notification).items() if value is not None}
        add_row(self.session, TABLE, {"id": digits, "words": words, **kept})

    def get(self, number: str) -> Notification:
        """The notification with this number, held until the transaction ends; raises NotFound."""
        require_findable(number, "notification")
        row = self.session.scalar(HOLD, {"number": number})
        if row is None:
            raise NotFound(f"There is no notification {number}.")
        self.held[number] = row
        return from_row(row)

    def save(self, notification: Notification) -> None:
        """Keep what changed of one that `get` holds."""
        row = self.held[notification.number]
        for column, value in _to_columns(notification).items():
            setattr(row, column, value)
        self.session.flush()

    def page(
        self, sight: Sight, asked: dict[str, Any], after: str | None, limit: int
    ) -> tuple[Sequence[Line], str | None]:
        """The newest `limit` in sight after number `after`, and the number to go on after."""
        return page(self.session, sight, asked, after, limit)


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
        "item": notification.item and dict(vars(notification.item)),
        "score": rating and rating.score,
        "comment": rating and rating.comment,
        "rated_at": rating and rating.rated_at,
    }


def from_row(row: Any) -> Notification:
    """The notification in a row that has all of `COLUMNS`."""
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
