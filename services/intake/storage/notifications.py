"""Notifications and their timeline, kept as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, any_, bindparam, func, literal, or_, select
from sqlalchemy.orm import Session

from services.intake.domain.notification import AskedItem, Notification, Rating
from services.intake.domain.sight import Sight
from services.intake.storage.tables import (
    NUMBERS,
    CustomerRow,
    LocationRow,
    NotificationRow,
    TeamCopy,
    TimelineRow,
    WorkOrderCopy,
)
from services.shared.errors import NotFound
from services.shared.kit.search import contains, digits_of, next_number, require_findable
from services.shared.kit.writing import add_row
from services.shared.vocabulary import Channel, Kind, Status, Weight

# Made once: SQLAlchemy takes longer to make a statement than a database to answer these.
TABLE, STEP = NotificationRow.metadata.tables["intake.notification"], TimelineRow.metadata.tables["intake.timeline"]
CUSTOMER, LOCATION, TEAM = CustomerRow.__table__, LocationRow.__table__, TeamCopy.__table__
LOOK = select(TABLE).where(TABLE.c.number == bindparam("number"))
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
STEPS = select(STEP).where(STEP.c.notification == bindparam("number")).order_by(STEP.c.id)
STEPS_FOR_CUSTOMER = STEPS.where(STEP.c.for_customer)


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
        return _from_row(row)

    def look(self, number: str) -> Notification:
        """The notification with this number, to read; raises NotFound."""
        require_findable(number, "notification")
        row = self.session.execute(LOOK, {"number": number}).one_or_none()
        if row is None:
            raise NotFound(f"There is no notification {number}.")
        return _from_row(row)

    def save(self, notification: Notification) -> None:
        """Keep what changed of one that `get` holds."""
        row = self.held[notification.number]
        for column, value in _to_columns(notification).items():
            setattr(row, column, value)
        self.session.flush()

    def page(
        self, sight: Sight, asked: dict[str, Any], after: str | None, limit: int
    ) -> tuple[Sequence[Row[Any]], str | None]:
        """The newest `limit` in sight after number `after`, as `LINE` has them, and the number to go on after."""
        searching = bool(asked.get("q")) and self.session.get_bind().dialect.name == "postgresql"
        statement = _filtered(_in_sight(IDS if searching else LINE, sight), asked, literally=searching)
        if after is not None:
            statement = statement.where(TABLE.c.id < digits_of(after))
        statement = statement.order_by(TABLE.c.id.desc()).limit(literal(limit + 1, literal_execute=searching))
        rows = self.session.execute(_lines_of(statement) if searching else statement).all()
        found = rows[:limit]
        return found, found[-1].number if len(rows) > limit else None


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
        step = {"at": at, "what": what, "by": by, "text": text or None, "for_customer": for_customer}
        add_row(self.session, STEP, {"notification": number} | step)

    def has(self, number: str, at: datetime, what: str, by: str | None) -> bool:
        """Whether this step was kept already."""
        same = (TimelineRow.at == at, TimelineRow.what == what, TimelineRow.by == by)
        statement = select(TimelineRow.id).where(TimelineRow.notification == number, *same).limit(1)
        return self.session.scalar(statement) is not None

    def of(self, number: str, *, internal: bool) -> Sequence[Row[Any]]:
        """The steps of one notification in the order they were kept; `internal` ones too, or not."""
        return self.session.execute(STEPS if internal else STEPS_FOR_CUSTOMER, {"number": number}).all()


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


def _filtered(statement: Select[Any], asked: dict[str, Any], *, literally: bool) -> Select[Any]:
    if asked.get("status"):
        statement = statement.where(TABLE.c.status.in_([str(status) for status in asked["status"]]))
    for column in ("kind", "channel", "team", "customer", "location"):
        if asked.get(column):
            statement = statement.where(TABLE.c[column] == str(asked[column]))
    return statement.where(*contains(TABLE.c.words, asked.get("q", ""), literally=literally))


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


def _from_row(row: NotificationRow | Row[Any]) -> Notification:
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
