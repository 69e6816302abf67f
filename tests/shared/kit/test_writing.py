"""Writing rows together: all of them or none, the same on both databases, and in one trip to PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import eventlet
import pytest
from sqlalchemy import event, select, text
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.orm import Session

from services.shared.errors import Unavailable
from services.shared.kit.config import Config
from services.shared.kit.database import Database
from services.shared.kit.writing import add_row, add_rows
from tests.shared.kit.probe import NOON, NoteRow, kill_connections, notes

TABLE = NoteRow.metadata.tables["probe.note"]


def put(session: Session, subject: str | None, text: str = "") -> None:
    add_row(session, TABLE, {"subject": subject, "text": text, "written_at": NOON})


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """What is sent to the database meanwhile."""
    sent: list[str] = []

    def note(connection: object, cursor: object, statement: str, *more: object) -> None:
        sent.append(statement)

    event.listen(database._one_statement, "before_cursor_execute", note)
    yield sent
    event.remove(database._one_statement, "before_cursor_execute", note)


def test_a_row_is_there_at_once(database: Database) -> None:
    with database.transaction() as session:
        put(session, "M1")
        assert session.scalar(text("SELECT count(*) FROM probe.note")) == 1


def test_what_is_only_written_is_all_kept(database: Database) -> None:
    with database.transaction(one_statement=True) as session:
        put(session, "M1")
        put(session, "M2", "§ it's 100% «done» :yes")

    assert sorted(notes(database)) == [("M1", ""), ("M2", "§ it's 100% «done» :yes")]


def test_many_rows_are_kept_as_they_were_given(database: Database) -> None:
    texts = ('§ it\'s 100% «done» :yes \\ "so"', "", "a\nb\t€🙂")
    rows = [
        {"subject": f"M{n}", "text": text, "written_at": moment}
        for n, (text, moment) in enumerate(zip(texts, (NOON, None, NOON), strict=True))
    ]

    with database.transaction() as session:
        add_rows(session, TABLE, rows)

    with database.reading() as session:
        kept = session.execute(select(NoteRow.subject, NoteRow.text, NoteRow.written_at).order_by(NoteRow.subject))
        assert [dict(row) for row in kept.mappings()] == rows


def test_a_value_that_is_too_long_is_refused_and_not_cut_off(postgres_database: Database) -> None:
    with pytest.raises(DataError, match="too long"), postgres_database.transaction() as session:
        add_rows(session, TABLE, [{"subject": "M" * 61, "text": "", "written_at": None}])

    assert notes(postgres_database) == []


def test_it_goes_to_postgresql_in_one_trip(postgres_database: Database) -> None:
    with statements(postgres_database) as sent, postgres_database.transaction(one_statement=True) as session:
        for subject in ("M1", "M2", "M3"):
            put(session, subject)
        assert sent == []

    assert len(sent) == 1
    assert len(notes(postgres_database)) == 3


def test_nothing_to_write_is_nothing_sent(postgres_database: Database) -> None:
    with statements(postgres_database) as sent, postgres_database.transaction(one_statement=True):
        pass

    assert sent == []


def test_nothing_is_kept_when_anything_is_raised(database: Database) -> None:
    def failing() -> None:
        with database.transaction(one_statement=True) as session:
            put(session, "M1")
            raise LookupError

    with pytest.raises(LookupError):
        failing()

    assert notes(database) == []


def test_nothing_is_kept_when_the_database_refuses_one(database: Database) -> None:
    def refused() -> None:
        with database.transaction(one_statement=True) as session:
            for subject in ("M1", None, "M3"):
                put(session, subject)

    with pytest.raises(IntegrityError):
        refused()

    assert notes(database) == []


def test_a_connection_that_is_lost_meanwhile_keeps_nothing(
    postgres_config: Config, postgres_database: Database
) -> None:
    killer = Database(postgres_config, "probe")

    def cut_off() -> None:
        with postgres_database.transaction(one_statement=True) as session:
            session.execute(text("SELECT 1"))
            put(session, "M1")
            kill_connections(killer)

    with pytest.raises(Unavailable):
        cut_off()

    assert notes(postgres_database) == []
    killer.close()


def test_many_at_once_do_not_meet(database: Database) -> None:
    def writing(number: int) -> None:
        for turn in range(20):
            with database.transaction(one_statement=True) as session:
                put(session, f"M{number}-{turn}")

    for writer in [eventlet.spawn(writing, number) for number in range(8)]:
        writer.wait()

    assert {subject for subject, _ in notes(database)} == {f"M{n}-{turn}" for n in range(8) for turn in range(20)}
