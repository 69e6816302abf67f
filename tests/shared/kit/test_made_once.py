"""Statements that are made once: they answer what SQLAlchemy answers, and fail as it fails."""

from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

import eventlet
import pytest
from sqlalchemy import Column, Integer, MetaData, Table, bindparam, func, insert, literal, select, text
from sqlalchemy.exc import IntegrityError, StatementError

from services.shared.errors import Unavailable
from services.shared.kit.made_once import MadeOnce
from services.shared.kit.writing import add_row
from tests.shared.kit.probe import KIT, NOON, NoteRow

NOTE = NoteRow.__table__
ADD = MadeOnce(
    insert(NOTE)
    .values({name: bindparam(name, type_=NOTE.c[name].type) for name in ("id", "subject", "text", "written_at")})
    .returning(NOTE.c.id)
)
ABOUT = MadeOnce(
    select(NOTE.c.subject, NOTE.c.written_at, literal(7).label("seven")).where(NOTE.c.id == bindparam("id"))
)
AMONG = MadeOnce(select(NOTE.c.id).where(NOTE.c.id.in_(bindparam("ids", expanding=True))).order_by(NOTE.c.id))
JOURNAL = KIT.journal
TELL = MadeOnce(
    insert(JOURNAL)
    .values({column.name: bindparam(column.name, type_=column.type) for column in JOURNAL.c if column.name != "id"})
    .returning(JOURNAL.c.id)
)
TOLD = MadeOnce(select(JOURNAL))
EVENT = {
    "event_id": "e-1",
    "position": None,
    "name": "note_written",
    "version": 1,
    "subject": "M1",
    "occurred_at": NOON,
    "data": {"text": "é", "list": [1, None, True]},
    "cause": {},
}


def add(database, id, **given):
    with database.transaction() as session:
        return ADD.rows(session, {"id": id, "subject": "M1", "text": "", "written_at": NOON} | given)


def test_a_row_knows_the_names_of_its_columns(database):
    assert add(database, 1) == [(1,)]

    with database.reading() as session:
        (row,) = ABOUT.rows(session, {"id": 1})

    assert (row.subject, row.written_at, row.seven) == tuple(row) == ("M1", NOON, 7)


class About(NamedTuple):
    subject: str
    written_at: datetime
    number: int


def test_a_row_may_be_of_a_class_of_its_own(database):
    add(database, 1)

    with database.reading() as session:
        rows = MadeOnce(ABOUT._statement, About).rows(session, {"id": 1})

    assert rows == [About("M1", NOON, 7)]
    assert type(rows[0]) is About


def test_values_are_kept_and_read_as_sqlalchemy_does(database):
    with database.transaction() as session:
        TELL.rows(session, EVENT)

    with database.reading() as session:
        (ours,) = TOLD.rows(session)
        theirs = session.execute(select(JOURNAL)).one()

    assert tuple(ours) == tuple(theirs)
    assert ours._fields == theirs._fields
    assert {name: getattr(ours, name) for name in EVENT} == EVENT


def test_a_list_of_values_may_be_of_any_length(database):
    for id in (1, 2, 3):
        add(database, id)

    with database.reading() as session:
        found = [[tuple(row) for row in AMONG.rows(session, {"ids": ids})] for ids in ([], [2], [1, 3])]

    assert found == [[], [(2,)], [(1,), (3,)]]


@pytest.mark.parametrize(("statement", "given"), [(ABOUT, {}), (ADD, {"id": 1, "subject": "M1", "text": ""})])
def test_a_value_that_is_not_given_is_missed(database, statement, given):
    with database.transaction() as session, pytest.raises(StatementError):
        statement.rows(session, given)


def test_a_value_that_its_column_cannot_have_is_refused(database):
    with database.transaction() as session, pytest.raises(StatementError, match="needs a time zone"):
        ADD.rows(session, {"id": 1, "subject": "M1", "text": "", "written_at": NOON.replace(tzinfo=None)})


def test_a_column_that_python_has_a_value_for_gets_it(database):
    lamp = Table(
        "lamp", MetaData(), Column("id", Integer, primary_key=True), Column("made", Integer, default=lambda: 7)
    )
    add_one = MadeOnce(insert(lamp).values(id=bindparam("id", type_=Integer)).returning(lamp.c.made))

    with database.transaction() as session:
        lamp.create(session.connection())
        assert add_one.rows(session, {"id": 1}) == [(7,)]


def test_what_is_written_belongs_to_the_transaction(database):
    def add_and_fail():
        with database.transaction() as session:
            ADD.rows(session, {"id": 1, "subject": "M1", "text": "", "written_at": NOON})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        add_and_fail()

    with database.reading() as session:
        assert ABOUT.rows(session, {"id": 1}) == []


def test_nothing_is_written_at_the_end_of_a_transaction_that_has_ended(postgres_database):
    add(postgres_database, 1)

    def fail_and_go_on():
        with postgres_database.transaction(one_statement=True) as session:
            add_row(session, NOTE, {"id": 2, "subject": "M2", "text": "", "written_at": NOON})
            session.add(NoteRow(id=1, subject="M1", text="", written_at=NOON))
            with suppress(IntegrityError):
                session.flush()

    with pytest.raises(RuntimeError, match="A failed flush ended this transaction"):
        fail_and_go_on()

    with postgres_database.reading() as session:
        assert ABOUT.rows(session, {"id": 2}) == []


def test_an_error_is_sqlalchemys_and_the_next_one_is_served(database):
    add(database, 1)

    for _ in range(3):
        with pytest.raises(IntegrityError):
            add(database, 1)

    assert add(database, 2) == [(2,)]


def test_a_connection_that_was_left_half_way_is_not_used_again(postgres_database):
    slow = MadeOnce(select(func.pg_sleep(30)))

    def look():
        with postgres_database.reading() as session:
            slow.rows(session)

    for _ in range(3):
        looking = eventlet.spawn(look)
        eventlet.sleep(0.05)
        looking.kill()

    assert add(postgres_database, 1) == [(1,)]
    with postgres_database.reading() as session:
        assert len(ABOUT.rows(session, {"id": 1})) == 1


def test_a_connection_that_goes_away_meanwhile_is_bad_weather(postgres_database):
    def look():
        with postgres_database.transaction() as session:
            mine = session.scalar(text("SELECT pg_backend_pid()"))
            with postgres_database.reading() as other:
                other.execute(text(f"SELECT pg_terminate_backend({mine}, 5000)"))
            ABOUT.rows(session, {"id": 1})

    with pytest.raises(Unavailable):
        look()

    assert add(postgres_database, 1) == [(1,)]
