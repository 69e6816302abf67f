"""The journal: what a service tells the others, kept in the same transaction as what it did.

Publishing after a commit loses events when the process dies in between. So an event is a row
first; the relay numbers and publishes it later, and a follower reads it back whenever it likes.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    bindparam,
    func,
    select,
    text,
)
from sqlalchemy.orm import Session

from services.shared.contracts.base import Told
from services.shared.contracts.event import Event
from services.shared.kit.database import UtcDateTime
from services.shared.kit.made_once import MadeOnce
from services.shared.kit.writing import add_row, add_rows

# SQLite only counts up by itself in a column that is exactly INTEGER.
Serial = BigInteger().with_variant(Integer, "sqlite")


@dataclass(frozen=True)
class KitTables:
    """The tables every service has beside its own."""

    journal: Table
    cursor: Table
    parked: Table
    answered: Table

    @classmethod
    def within(cls, metadata: MetaData) -> KitTables:
        """Define them in a service's schema."""
        journal = Table(
            "journal",
            metadata,
            Column("id", Serial, primary_key=True, autoincrement=True),
            Column("event_id", String(36), nullable=False, unique=True),
            Column("position", BigInteger, unique=True),
            Column("name", String(60), nullable=False),
            Column("version", Integer, nullable=False),
            Column("subject", String(60), nullable=False),
            Column("occurred_at", UtcDateTime, nullable=False),
            Column("data", JSON, nullable=False),
            Column("cause", JSON, nullable=False),
        )
        Index(
            "ix_journal_unnumbered",
            journal.c.id,
            postgresql_where=text("position IS NULL"),
            sqlite_where=text("position IS NULL"),
        )
        cursor = Table(
            "cursor",
            metadata,
            Column("name", String(60), primary_key=True),
            Column("position", BigInteger, nullable=False),
        )
        parked = Table(
            "parked",
            metadata,
            Column("id", Serial, primary_key=True, autoincrement=True),
            Column("source", String(30), nullable=False),
            Column("position", BigInteger, nullable=False),
            Column("subject", String(60), nullable=False),
            Column("envelope", JSON, nullable=False),
            Column("error", Text, nullable=False),
            Column("attempts", Integer, nullable=False),
            Column("parked_at", UtcDateTime, nullable=False),
            Column("next_try_at", UtcDateTime, nullable=False),
        )
        Index("ix_parked_source_position", parked.c.source, parked.c.position, unique=True)
        answered = Table(
            "answered",
            metadata,
            Column("account", String(60), primary_key=True),
            Column("key", String(200), primary_key=True),
            Column("fingerprint", String(64), nullable=False),
            Column("answer", JSON),
            Column("answered_at", UtcDateTime, nullable=False, index=True),
        )
        return cls(journal, cursor, parked, answered)


@dataclass
class Journal:
    """One transaction's part of a service's journal; `told` are the events added in it."""

    session: Session
    table: Table
    source: str
    contracts: dict[str, type[Told]]
    cause: dict[str, Any] = field(default_factory=dict)
    told: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def add(self, event: str, /, subject: str, occurred_at: datetime, **data: Any) -> None:
        """Tell that `event` happened to `subject`; raises ValidationError when its contract is not kept."""
        add_row(self.session, self.table, self._row(event, subject, occurred_at, data))

    def add_all(self, event: str, occurred_at: datetime, told: Iterable[tuple[str, dict[str, Any]]]) -> None:
        """Tell that it happened to many at once, each given as its subject and data; raises as `add` does."""
        add_rows(self.session, self.table, [self._row(event, subject, occurred_at, data) for subject, data in told])

    def _row(self, event: str, subject: str, occurred_at: datetime, data: dict[str, Any]) -> dict[str, Any]:
        dumped = self.contracts[event].written(data)
        self.told.append((event, dumped))
        return {
            "event_id": str(uuid.uuid4()),
            "name": event,
            "version": 1,
            "subject": subject,
            "occurred_at": occurred_at,
            "data": dumped,
            "cause": self.cause,
        }


def events_after(session: Session, table: Table, source: str, position: int, limit: int) -> list[Event]:
    """At most `limit` numbered events after `position`, in order."""
    rows = _after(table).rows(session, {"after": position, "at_most": limit})
    return [event_from(row, source) for row in rows]


def event_from(row: Any, source: str) -> Event:
    """The event that a row of the journal of `source` holds."""
    return Event(
        id=row.event_id,
        source=source,
        name=row.name,
        version=row.version,
        subject=row.subject,
        occurred_at=row.occurred_at,
        data=row.data,
        position=row.position,
        cause=row.cause,
    )


def last_position(session: Session, table: Table) -> int:
    """The position of the last numbered event; 0 when there is none."""
    return session.scalar(select(func.coalesce(func.max(table.c.position), 0))) or 0


@cache
def _after(table: Table) -> MadeOnce:
    next_ones = select(table).where(table.c.position > bindparam("after")).order_by(table.c.position)
    return MadeOnce(next_ones.limit(bindparam("at_most", type_=Integer)))
