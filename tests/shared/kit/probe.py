"""A service of the tests' own: it keeps notes and tells of them, in a schema `probe` that no migration makes."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from marshmallow import fields
from sqlalchemy import Sequence, String, Text, func, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.schema import CreateSchema

from services.shared.contracts.base import Told
from services.shared.contracts.event import Event
from services.shared.kit.database import TYPES, Database, schema
from services.shared.kit.journal import KitTables, Serial
from services.shared.kit.relay import Relaying, cursor_position
from services.shared.kit.work import UnitOfWork
from tests.desk import until

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


class Base(DeclarativeBase):
    metadata = schema("probe")
    type_annotation_map = TYPES


KIT = KitTables.within(Base.metadata)
NUMBERS = Sequence("note_number", metadata=Base.metadata)


class NoteRow(Base):
    """Something somebody wrote down about a subject."""

    __tablename__ = "note"

    id: Mapped[int] = mapped_column(Serial, primary_key=True, autoincrement=True)
    subject: Mapped[str] = mapped_column(String(60))
    text: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime | None]


class NoteWritten(Told):
    text = fields.String(required=True)


class NoteRead(Told):
    reader = fields.String()


class ProbeWork(UnitOfWork):
    """One transaction of the probe."""

    source = "probe"
    tables = KIT
    contracts = {"note_written": NoteWritten, "note_read": NoteRead}

    def keep(self, subject: str, text: str = "") -> None:
        """Write a note down without telling of it."""
        self.session.add(NoteRow(subject=subject, text=text, written_at=NOON))
        self.session.flush()

    def write(self, subject: str, text: str = "") -> None:
        """Write a note down and tell of it."""
        self.keep(subject, text)
        self.journal.add("note_written", subject=subject, occurred_at=NOON, text=text)


def make_tables(database: Database) -> None:
    """Make the tables of the probe."""
    with database.engine.begin() as connection:
        if not database.sqlite:
            connection.execute(CreateSchema("probe"))
        Base.metadata.create_all(connection)


def write(database: Database, *subjects: str) -> None:
    """Write one note about each subject, in one transaction; its text is the subject in capitals."""
    with ProbeWork.begin(database) as work:
        for subject in subjects:
            work.write(subject, subject.upper())


def notes(database: Database) -> list[tuple[str, str]]:
    """Subject and text of every note, in the order in which they were written."""
    with database.reading() as session:
        return [(row.subject, row.text) for row in session.scalars(select(NoteRow).order_by(NoteRow.id))]


def journal(database: Database) -> list[Any]:
    """Every row of the journal, in the order in which they were added."""
    with database.reading() as session:
        return list(session.execute(select(KIT.journal).order_by(KIT.journal.c.id)))


def positions(database: Database) -> list[tuple[str, int | None]]:
    """Subject and position of every row of the journal, in the order of their positions."""
    rows = sorted(journal(database), key=lambda row: (row.position is None, row.position))
    return [(row.subject, row.position) for row in rows]


def cursor(database: Database, name: str) -> int:
    """Where a cursor of the probe stands."""
    with database.reading() as session:
        return cursor_position(session, KIT, name)


def count(database: Database, table: Any) -> int:
    """How many rows a table has."""
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def waiting_for_a_lock(database: Database) -> int:
    """How many connections to this PostgreSQL database wait for another one."""
    asked = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    with database.reading() as session:
        return session.scalar(asked) or 0


def kill_connections(database: Database) -> int:
    """End all connections to this PostgreSQL database but one's own, and see them go; answers how many there were."""
    others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    # Within a transaction PostgreSQL would go on showing who was connected at its first look.
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        killed = connection.scalars(text(f"SELECT pid, pg_terminate_backend(pid) {others}")).all()
        # That was only a signal; each of them ends in its own time.
        until(lambda: not set(killed).intersection(connection.scalars(text(f"SELECT pid {others}"))))
    return len(killed)


def event(position: int, subject: str = "M1", name: str = "note_written", **changes: Any) -> Event:
    """An event of a service `origin`."""
    told: dict[str, Any] = {
        "id": str(uuid.UUID(int=position)),
        "source": "origin",
        "name": name,
        "subject": subject,
        "occurred_at": NOON + timedelta(minutes=position),
        "data": {"text": f"{subject} {position}"},
        "position": position,
    }
    return Event(**told | changes)


def events(subjects: Iterable[str], name: str = "note_written") -> list[Event]:
    """The journal of `origin`: one event about each subject, from position 1."""
    return [event(position, subject, name) for position, subject in enumerate(subjects, start=1)]


def journal_of(told: list[Event]) -> Callable[[int, int], list[Event]]:
    """A way to fetch from a journal in which these events are; more may be added to the list later."""
    return lambda position, limit: [event for event in told if event.position > position][:limit]


def number(database):
    """Give the events their positions, as the relay does, but ring no bell."""
    relaying = Relaying(database, KIT, lambda batch: None)
    # A relay that has just started may be at it, and then this one stands back.
    until(lambda: relaying.run() or numbered(database))


def numbered(database):
    """Whether no event waits for its position."""
    with database.reading() as session:
        return session.scalar(select(func.count()).where(KIT.journal.c.position.is_(None))) == 0
