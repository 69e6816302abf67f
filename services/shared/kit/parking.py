"""Where an event waits whose handler failed, so that the stream goes on and nothing is lost.

What is parked is the event's subject: later events about the same subject wait behind it, in
order, and are tried again with growing pauses. `balie events` shows and mends what is parked.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Table, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from services.shared.contracts.event import Event

LONGEST_PAUSE = timedelta(hours=1)
LONGEST_ERROR = 2000


def pause_after(attempts: int, first: timedelta) -> timedelta:
    """How long to wait after so many failed attempts: twice as long each time, at most an hour."""
    return min(first * 2 ** min(attempts - 1, 20), LONGEST_PAUSE)


@cache
def _due(table: Table) -> Any:
    """What `Parking.due` asks; made once, for every follower asks it every few seconds."""
    first = (
        select(func.min(table.c.position))
        .where(table.c.source == bindparam("of"))
        .group_by(table.c.subject)
        .scalar_subquery()
    )
    return (
        select(table)
        .where(
            table.c.source == bindparam("of"),
            table.c.position.in_(first),
            table.c.next_try_at <= bindparam("now"),
        )
        .order_by(table.c.position)
    )


class Parking:
    """The parked events of one service, within one transaction."""

    def __init__(self, session: Session, table: Table) -> None:
        self.session = session
        self.table = table

    def subjects(self, source: str, among: Iterable[str]) -> set[str]:
        """Which of these subjects of `source` have an event waiting."""
        return set(
            self.session.scalars(
                select(self.table.c.subject)
                .distinct()
                .where(self.table.c.source == source, self.table.c.subject.in_(set(among)))
            )
        )

    def park(self, event: Event, error: str, attempts: int, now: datetime, next_try_at: datetime) -> None:
        """Keep an event for later."""
        self.session.execute(
            insert(self.table).values(
                source=event.source,
                position=event.position,
                subject=event.subject,
                envelope=event.to_envelope(),
                error=error[:LONGEST_ERROR],
                attempts=attempts,
                parked_at=now,
                next_try_at=next_try_at,
            )
        )

    def due(self, source: str, now: datetime) -> list[tuple[int, Event, int]]:
        """The first waiting event of each subject, if its time has come: (id, event, attempts) by position."""
        rows = self.session.execute(_due(self.table), {"of": source, "now": now}).mappings()
        return [(row["id"], Event.from_envelope(row["envelope"]), row["attempts"]) for row in rows]

    def take(self, parked: int) -> bool:
        """Take one out; False when another instance already did."""
        return bool(_count(self.session, delete(self.table).where(self.table.c.id == parked)))

    def failed_again(self, parked: int, error: str, attempts: int, next_try_at: datetime) -> None:
        """Note that another attempt failed."""
        self.session.execute(
            update(self.table)
            .where(self.table.c.id == parked)
            .values(error=error[:LONGEST_ERROR], attempts=attempts, next_try_at=next_try_at)
        )

    def retry(self, now: datetime, parked: int | None = None) -> int:
        """Make one waiting event, or all, due at once; answers how many."""
        statement = update(self.table).values(next_try_at=now)
        return _count(self.session, statement if parked is None else statement.where(self.table.c.id == parked))

    def drop(self, parked: int) -> bool:
        """Give up on a waiting event, for good; what waits behind it goes on."""
        return self.take(parked)

    def all(self) -> list[dict[str, Any]]:
        """Everything that waits, oldest first: id, source, position, name, subject, error, attempts, times."""
        rows = self.session.execute(select(self.table).order_by(self.table.c.id)).mappings()
        return [dict(row) | {"name": Event.from_envelope(row["envelope"]).name} for row in rows]


def _count(session: Session, statement: Any) -> int:
    return int(getattr(session.execute(statement), "rowcount", 0))
