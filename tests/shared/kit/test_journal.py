"""What a service tells is kept with what it did, or not at all."""

import uuid
from datetime import datetime, timedelta

import pytest
from marshmallow import ValidationError
from sqlalchemy import update
from sqlalchemy.exc import StatementError

from services.shared.contracts.event import Event
from services.shared.kit.journal import events_after, last_position
from tests.shared.kit.probe import KIT, NOON, ProbeWork, journal, notes, write


def number(database, *order):
    """Give the rows of the journal these positions, in the order in which they were added."""
    with database.transaction() as session:
        for row, position in enumerate(order, start=1):
            session.execute(update(KIT.journal).where(KIT.journal.c.id == row).values(position=position))


def after(database, position, limit=500):
    with database.reading() as session:
        return events_after(session, KIT.journal, "probe", position, limit)


def test_an_event_is_kept_with_its_transaction(database):
    with ProbeWork.begin(database, cause={"account": "anouk", "correlation_id": "c-1"}) as work:
        work.write("M1", "a lamp")
        assert work.journal.told == [("note_written", {"text": "a lamp"})]

    (row,) = journal(database)
    assert str(uuid.UUID(row.event_id)) == row.event_id
    assert (row.name, row.version, row.subject, row.occurred_at) == ("note_written", 1, "M1", NOON)
    assert row.data == {"text": "a lamp"}
    assert row.cause == {"account": "anouk", "correlation_id": "c-1"}
    assert row.position is None
    assert notes(database) == [("M1", "a lamp")]


def test_an_event_is_not_kept_without_its_transaction(database):
    def failing():
        with ProbeWork.begin(database) as work:
            work.write("M1")
            raise LookupError

    with pytest.raises(LookupError):
        failing()

    assert journal(database) == []
    assert notes(database) == []


def test_a_transaction_is_not_kept_when_its_event_breaks_the_contract(database):
    def telling():
        with ProbeWork.begin(database) as work:
            work.keep("M1")
            work.journal.add("note_written", subject="M1", occurred_at=NOON)

    with pytest.raises(ValidationError) as refusal:
        telling()

    assert refusal.value.messages == {"text": ["Missing data for required field."]}
    assert journal(database) == []
    assert notes(database) == []


def test_only_events_with_a_contract_are_told(database):
    def telling():
        with ProbeWork.begin(database) as work:
            work.keep("M1")
            work.journal.add("note_burnt", subject="M1", occurred_at=NOON, text="")

    with pytest.raises(KeyError, match="note_burnt"):
        telling()

    assert journal(database) == []
    assert notes(database) == []


def test_a_refused_event_is_not_told(database):
    with ProbeWork.begin(database) as work:
        with pytest.raises(ValidationError):
            work.journal.add("note_written", subject="M1", occurred_at=NOON, text=None)
        assert work.journal.told == []

    assert journal(database) == []


def test_only_what_the_contract_names_is_told(database):
    with ProbeWork.begin(database) as work:
        work.journal.add("note_written", subject="M1", occurred_at=NOON, text="a lamp", password="hunter2")
        assert work.journal.told == [("note_written", {"text": "a lamp"})]

    assert [row.data for row in journal(database)] == [{"text": "a lamp"}]


def test_an_event_happened_at_a_moment_with_a_zone(database):
    def telling():
        with ProbeWork.begin(database) as work:
            work.journal.add("note_written", subject="M1", occurred_at=datetime(2026, 3, 2, 12, 0), text="")  # noqa: DTZ001  the naive moment is the point

    with pytest.raises(StatementError, match="a moment needs a time zone"):
        telling()

    assert journal(database) == []


def test_each_event_has_an_id_of_its_own(database):
    write(database, "M1", "M1")

    first, second = journal(database)
    assert first.event_id != second.event_id


def test_events_are_read_in_the_order_of_their_positions(database):
    write(database, "M1", "M2", "M3")
    number(database, 3, 1, 2)

    assert [(event.position, event.subject) for event in after(database, 0)] == [(1, "M2"), (2, "M3"), (3, "M1")]


def test_events_are_read_after_a_position_and_up_to_a_limit(database):
    write(database, "M1", "M2", "M3", "M4")
    number(database, 1, 2, 3, 4)

    assert [event.position for event in after(database, 1, limit=2)] == [2, 3]
    assert [event.position for event in after(database, 3, limit=2)] == [4]
    assert after(database, 4) == []


def test_an_event_without_a_position_is_not_read_yet(database):
    write(database, "M1", "M2")
    number(database, 1)

    assert [event.subject for event in after(database, 0)] == ["M1"]


def test_an_event_is_read_as_it_was_told(database):
    with ProbeWork.begin(database, cause={"correlation_id": "c-1"}) as work:
        work.journal.add("note_written", subject="M1", occurred_at=NOON + timedelta(microseconds=7), text="Zoë €")
    number(database, 1)

    (row,) = journal(database)
    assert after(database, 0) == [
        Event(
            id=row.event_id,
            source="probe",
            name="note_written",
            subject="M1",
            occurred_at=NOON + timedelta(microseconds=7),
            data={"text": "Zoë €"},
            position=1,
            version=1,
            cause={"correlation_id": "c-1"},
        )
    ]


def test_the_last_position_counts_numbered_events_only(database):
    with database.reading() as session:
        assert last_position(session, KIT.journal) == 0

    write(database, "M1", "M2", "M3")
    number(database, 1, 2)

    with database.reading() as session:
        assert last_position(session, KIT.journal) == 2
