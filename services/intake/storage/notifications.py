"""Notifications, kept as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, any_, bindparam, func, or_, select
from sqlalchemy.orm import Session

from services.intake.domain.notification import AskedItem, Notification, Rating
from services.intake.domain.sight import Sight
from services.intake.storage.searching import ways_to_find
from services.intake.storage.tables import (
    NUMBERS,
    CustomerRow,
    LocationRow,
    NotificationRow,
    TeamCopy,
    WorkOrderCopy,
)
from services.shared.errors import NotFound
from services.shared.kit.search import contains, digits_of, next_number, require_findable, searched_words
from services.shared.kit.writing import add_row
from services.shared.vocabulary import Channel, Kind, Status, Weight

# Made once: SQLAlchemy takes longer to make a statement than a database to answer these.
TABLE = NotificationRow.metadata.tables["intake.notification"]
CUSTOMER, LOCATION, TEAM = CustomerRow.__table__, LocationRow.__table__, TeamCopy.__table__
# All but what only a search looks in.
COLUMNS = [column for column in TABLE.c if column.name != "words"]
HOLD = select(NotificationRow).where(NotificationRow.number == bindparam("number")).with_for_update()
LINE = (
    select(
        *(TABLE.c[name] for name in ("number", "kind", "channel", "status", "summary", "contact_point", "urgency")),
        TABLE.c.registered_at,
        TABLE.c.changed_at,
        CUSTOMER.c.code.label("customer"),
        CUSTOMER.c.name.label("customer_name"),
        LOCATION.c.code.label("location"),
        LOCATION.c.name.label("location_name"),
        LOCATION.c.path.label("location_path"),
        TEAM.c.code.label("team"),
        TEAM.c.name.label("team_name"),
    )
    .join(CUSTOMER, CUSTOMER.c.code == TABLE.c.customer)
    .outerjoin(LOCATION, LOCATION.c.code == TABLE.c.location)
    .outerjoin(TEAM, TEAM.c.code == TABLE.c.team)
)
IDS = select(TABLE.c.id)


class Line(NamedTuple):
    """What a list shows of a notification, in the order of `LINE`."""

    number: str
    kind: str
    channel: str
    status: str
    summary: str
    contact_point: str | None
    urgency: str | None
    registered_at: datetime
    changed_at: datetime
    customer: str
    customer_name: str
    location: str | None
    location_name: str | None
    location_path: str | None
    team: str | None
    team_name: dict[str, Any] | None


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
        add_row(self.session, TABLE, {"id": digits, "words": words, **_to_columns(notification)})

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
        q, before = asked.get("q", ""), None if after is None else digits_of(after)
        searching = searched_words(q) and self.session.get_bind().dialect.name == "postgresql"
        statement = _filtered(_in_sight(IDS if searching else LINE, sight), asked)
        if before is not None:
            statement = statement.where(TABLE.c.id < before)
        rows: Sequence[Any] = []
        if searching:
            for ids in ways_to_find(self.session, statement, q, before, limit + 1):
                rows = self.session.execute(_lines_of(ids)).all()
                if len(rows) > limit:
                    break
        else:
            statement = statement.where(*contains(TABLE.c.words, q)).order_by(TABLE.c.id.desc())
            rows = self.session.execute(statement.limit(limit + 1)).all()
        # A row of SQLAlchemy is asked for each name anew, which takes a fifth of the time of a page.
        found = [Line._make(row) for row in rows[:limit]]
        return found, found[-1].number if len(rows) > limit else None


def _in_sight(statement: Select[Any], sight: Sight) -> Select[Any]:
    if sight.everything:
        return statement
    worked_on = select(WorkOrderCopy.notification).where(WorkOrderCopy.team.in_(sight.teams))
    own = TABLE.c.customer == sight.customer
    return statement.where(or_(own, TABLE.c.number.in_(worked_on)) if sight.teams else own)


def _lines_of(ids: Select[Any]) -> Select[Any]:
    """The lines with these ids. Names are joined to what was found only, and not to all that has the words."""
    found = func.array(ids.correlate(None).scalar_subquery())
    return LINE.where(TABLE.c.id == any_(found)).order_by(TABLE.c.id.desc())


def _filtered(statement: Select[Any], asked: dict[str, Any]) -> Select[Any]:
    if asked.get("status"):
        statement = statement.where(TABLE.c.status.in_([str(status) for status in asked["status"]]))
    for column in ("kind", "channel", "team", "customer", "location"):
        if asked.get(column):
            statement = statement.where(TABLE.c[column] == str(asked[column]))
    return statement


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
