"""Where events wait whose handler failed: in order per subject, with growing pauses."""

from datetime import timedelta

import eventlet
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from services.shared.kit.parking import LONGEST_ERROR, LONGEST_PAUSE, Parking, pause_after
from tests.desk import until
from tests.shared.kit.probe import KIT, NOON, event, waiting_for_a_lock

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


def park(database, *parked):
    """Park events, given with the moment of their next try."""
    with database.transaction() as session:
        for waiting, next_try_at in parked:
            Parking(session, KIT.parked).park(waiting, "wrong", 1, NOON, next_try_at)


def due(database, moment=NOON, source="origin"):
    """The positions of what is due."""
    with database.reading() as session:
        return [waiting.position for _, waiting, _ in Parking(session, KIT.parked).due(source, moment)]


def parked(database):
    with database.reading() as session:
        return Parking(session, KIT.parked).all()


def test_each_pause_is_twice_as_long_up_to_an_hour():
    pauses = [pause_after(attempts, 5 * SECOND) / SECOND for attempts in range(1, 13)]

    assert pauses == [5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600]


@given(st.integers(min_value=1), st.timedeltas(min_value=timedelta(microseconds=1), max_value=LONGEST_PAUSE))
def test_a_pause_is_never_longer_than_an_hour(attempts, first):
    assert timedelta(0) < pause_after(attempts, first) <= pause_after(attempts + 1, first) <= LONGEST_PAUSE


def test_what_is_parked_is_shown_with_all_that_is_known(database):
    park(database, (event(7, "M1", cause={"correlation_id": "c-1"}), NOON + MINUTE))

    (row,) = parked(database)
    assert row == {
        "id": row["id"],
        "source": "origin",
        "position": 7,
        "name": "note_written",
        "subject": "M1",
        "envelope": event(7, "M1", cause={"correlation_id": "c-1"}).to_envelope(),
        "error": "wrong",
        "attempts": 1,
        "parked_at": NOON,
        "next_try_at": NOON + MINUTE,
    }


def test_what_comes_out_is_what_went_in(database):
    waiting = event(7, "M1", cause={"correlation_id": "c-1"}, data={"text": "Zoë €", "deep": [1, {"a": None}]})
    park(database, (waiting, NOON))

    with database.reading() as session:
        ((_, found, attempts),) = Parking(session, KIT.parked).due("origin", NOON)
    assert (found, attempts) == (waiting, 1)


def test_only_the_first_of_a_subject_is_due(database):
    park(database, (event(3, "M1"), NOON), (event(1, "M1"), NOON), (event(2, "M2"), NOON), (event(4, "M2"), NOON))

    assert due(database) == [1, 2]


def test_a_subject_waits_for_its_first(database):
    park(database, (event(1, "M1"), NOON + MINUTE), (event(2, "M1"), NOON), (event(3, "M2"), NOON))

    assert due(database) == [3]
    assert due(database, NOON + MINUTE - SECOND) == [3]
    assert due(database, NOON + MINUTE) == [1, 3]


def test_the_same_subject_of_another_source_waits_apart(database):
    park(database, (event(1, "M1"), NOON + MINUTE), (event(2, "M1", source="elsewhere"), NOON))

    assert due(database) == []
    assert due(database, source="elsewhere") == [2]
    with database.reading() as session:
        parking = Parking(session, KIT.parked)
        assert parking.subjects("origin", ["M1", "M1", "M2"]) == {"M1"}
        assert parking.subjects("nowhere", ["M1"]) == set()
        assert parking.subjects("origin", []) == set()


def test_an_event_waits_once(database):
    park(database, (event(1, "M1"), NOON))

    with pytest.raises(IntegrityError):
        park(database, (event(1, "M1"), NOON))

    assert len(parked(database)) == 1


def test_another_failure_is_counted_and_its_error_kept(database):
    park(database, (event(1, "M1"), NOON), (event(2, "M2"), NOON))
    first, other = parked(database)

    with database.transaction() as session:
        Parking(session, KIT.parked).failed_again(first["id"], "worse", 2, NOON + MINUTE)

    assert parked(database) == [first | {"error": "worse", "attempts": 2, "next_try_at": NOON + MINUTE}, other]


def test_a_long_error_is_cut(database):
    with database.transaction() as session:
        Parking(session, KIT.parked).park(event(1), "x" * 9000, 1, NOON, NOON)
        assert Parking(session, KIT.parked).all()[0]["error"] == "x" * LONGEST_ERROR
        Parking(session, KIT.parked).failed_again(1, "y" * 9000, 2, NOON)
        assert Parking(session, KIT.parked).all()[0]["error"] == "y" * LONGEST_ERROR


def test_retry_makes_everything_due_at_once(database):
    park(database, (event(1, "M1"), NOON + MINUTE), (event(2, "M2"), NOON + MINUTE))

    with database.transaction() as session:
        assert Parking(session, KIT.parked).retry(NOON) == 2

    assert due(database) == [1, 2]


def test_retry_of_one_leaves_the_others(database):
    park(database, (event(1, "M1"), NOON + MINUTE), (event(2, "M2"), NOON + MINUTE))
    _, second = parked(database)

    with database.transaction() as session:
        assert Parking(session, KIT.parked).retry(NOON, second["id"]) == 1
        assert Parking(session, KIT.parked).retry(NOON, 999) == 0

    assert due(database) == [2]


def test_what_is_dropped_holds_nothing_up(database):
    park(database, (event(1, "M1"), NOON + MINUTE), (event(2, "M1"), NOON))
    first, _ = parked(database)
    assert due(database) == []

    with database.transaction() as session:
        assert Parking(session, KIT.parked).drop(first["id"]) is True
        assert Parking(session, KIT.parked).drop(first["id"]) is False

    assert due(database) == [2]


def test_an_event_is_taken_out_once(postgres_database):
    park(postgres_database, (event(1, "M1"), NOON))

    def take():
        with postgres_database.transaction() as session:
            taken = Parking(session, KIT.parked).take(1)
            if taken:
                until(lambda: waiting_for_a_lock(postgres_database) == 1)
            return taken

    takers = [eventlet.spawn(take) for _ in range(2)]

    assert sorted(taker.wait() for taker in takers) == [False, True]
    assert parked(postgres_database) == []


def test_what_was_taken_out_in_vain_is_back(database):
    park(database, (event(1, "M1"), NOON))

    def failing():
        with database.transaction() as session:
            assert Parking(session, KIT.parked).take(1)
            raise LookupError

    with pytest.raises(LookupError):
        failing()

    assert due(database) == [1]
