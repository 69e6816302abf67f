"""What a follower does when a handler fails: its subject waits, in order, and everyone else goes on."""

from datetime import timedelta

import eventlet
import pytest
from eventlet.event import Event as Signal
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from services.shared.errors import Unavailable
from services.shared.kit import following as following_module
from services.shared.kit.config import Config
from services.shared.kit.database import Database
from tests.desk import until
from tests.shared.kit.hearing import BEHIND, PAUSE, Told, wrong
from tests.shared.kit.probe import (
    KIT,
    NOON,
    NoteRow,
    event,
    events,
    journal,
    make_tables,
    notes,
    waiting_for_a_lock,
)

pytestmark = pytest.mark.usefixtures("logs")


def test_a_failing_handler_parks_its_subject_and_the_stream_goes_on(told):
    told.origin[:] = events(["M1", "M2", "M3", "M2", "M1", "M2"])
    told.handlers.failing["M2"] = ValueError("wrong")

    assert told.following.catch_up() == 6

    assert told.texts == ["M1 1", "M3 3", "M1 5"]
    assert told.parked == [(2, 1, wrong()), (4, 0, BEHIND), (6, 0, BEHIND)]
    assert told.cursor == 6
    assert [row.subject for row in journal(told.database)] == ["M1", "M3", "M1"]


def test_an_event_that_fails_alone_is_parked(told):
    told.origin[:] = events(["M1"])
    told.handlers.failing["M1"] = ValueError("wrong")

    assert told.following.catch_up() == 1

    assert (told.texts, told.parked, told.cursor) == ([], [(1, 1, wrong())], 1)


def test_a_failing_handler_is_logged_with_what_it_followed_from(told, logs):
    told.origin[:] = [event(1, "M1", cause={"correlation_id": "c-1"})]
    failure = told.handlers.failing["M1"] = ValueError("wrong")

    told.following.catch_up()

    assert logs == [
        {
            "event": "follower.parked",
            "log_level": "error",
            "source": "origin",
            "event_name": "note_written",
            "subject": "M1",
            "position": 1,
            "correlation_id": "c-1",
            "exc_info": failure,
        }
    ]


def test_later_events_about_a_parked_subject_wait_behind_it(told):
    told.handlers.failing["M1"] = ValueError("wrong")
    told.following.catch_up()
    told.handlers.failing.clear()
    told.origin += [event(4, "M1"), event(5, "M2"), event(6, "M1", "note_read")]

    assert told.following.catch_up() == 3

    assert told.texts == ["M2 2", "M2 5"]
    assert [position for position, _, _ in told.parked] == [1, 3, 4]
    assert told.cursor == 6


def test_a_subject_of_another_source_does_not_wait(told):
    told.in_parking(lambda parking: parking.park(event(1, "M1", source="elsewhere"), "wrong", 1, NOON, NOON))

    told.following.catch_up()

    assert told.texts == ["M1 1", "M2 2", "M1 3"]
    assert told.following.retry_parked() == 0


def test_a_mended_subject_drains_at_once_and_in_order(told):
    told.origin[:] = events(["M1", "M2", "M1", "M1", "M2"])
    told.handlers.failing = {"M1": ValueError("wrong"), "M2": ValueError("worse")}
    told.following.catch_up()
    assert told.texts == []
    told.handlers.failing.clear()
    told.now += PAUSE
    kept = told.kept

    assert told.following.retry_parked() == 5

    assert told.parked == []
    assert told.kept > kept
    for subject in ("M1", "M2"):
        of_this = [text for text in told.texts if text.startswith(subject)]
        assert of_this == [e.data["text"] for e in told.origin if e.subject == subject]
    assert [row.subject for row in journal(told.database)] == [subject for subject, _ in notes(told.database)]


def test_what_is_parked_is_tried_again_when_its_time_has_come(told):
    told.handlers.failing["M1"] = ValueError("wrong")
    told.following.catch_up()
    told.handlers.failing.clear()

    told.now += PAUSE - timedelta(microseconds=1)
    assert told.following.retry_parked() == 0
    assert told.texts == ["M2 2"]

    told.now += timedelta(microseconds=1)
    assert told.following.retry_parked() == 2
    assert told.texts == ["M2 2", "M1 1", "M1 3"]


def test_each_failure_makes_the_pause_longer_and_is_counted(told):
    told.handlers.failing["M1"] = ValueError("wrong")
    told.following.catch_up()
    tries = []

    for attempt in range(2, 5):
        told.handlers.failing["M1"] = ValueError(f"attempt {attempt}")
        tries.append(told.in_parking(lambda parking: parking.all()[0]["next_try_at"]) - told.now)
        told.now += tries[-1]
        assert told.following.retry_parked() == 0
        assert told.parked == [(1, attempt, wrong(f"attempt {attempt}")), (3, 0, BEHIND)]

    assert tries == [PAUSE, 2 * PAUSE, 4 * PAUSE]
    assert told.texts == ["M2 2"]
    # Behind the first one nothing was tried, and nothing that was told in a failed attempt is kept.
    assert [row.subject for row in journal(told.database)] == ["M2"]


def test_one_subject_that_goes_on_failing_holds_no_other_up(told):
    told.handlers.failing = {"M1": ValueError("wrong"), "M2": ValueError("worse")}
    told.following.catch_up()
    del told.handlers.failing["M2"]
    told.now += PAUSE

    assert told.following.retry_parked() == 1

    assert told.texts == ["M2 2"]
    assert told.parked == [(1, 2, wrong()), (3, 0, BEHIND)]


def test_what_fails_behind_a_mended_one_waits_in_its_turn(told):
    told.origin[:] = events(["M1", "M1", "M1"])
    told.handlers.failing["M1"] = ValueError("wrong")
    told.following.catch_up()
    handle = told.handlers.on_note_written
    told.handlers.failing.clear()
    told.following.handlers["note_written"] = lambda work, e: handle(work, e) if e.position != 2 else 1 / 0
    told.now += PAUSE

    assert told.following.retry_parked() == 1

    assert told.texts == ["M1 1"]
    assert told.parked == [(2, 1, "ZeroDivisionError('division by zero')"), (3, 0, BEHIND)]


def test_a_dropped_event_lets_go_on_what_is_behind_it(told):
    told.handlers.failing["M1"] = ValueError("wrong")
    told.following.catch_up()
    told.handlers.failing.clear()
    told.in_parking(lambda parking: parking.drop(parking.all()[0]["id"]))

    assert told.following.retry_parked() == 1

    assert told.texts == ["M2 2", "M1 3"]


def test_a_parked_event_nobody_handles_any_more_goes_away(told):
    told.handlers.failing["M1"] = ValueError("wrong")
    told.following.catch_up()
    told.following.handlers.clear()
    told.now += PAUSE

    assert told.following.retry_parked() == 2

    assert (told.parked, told.texts) == ([], ["M2 2"])


def test_a_database_that_is_away_parks_nothing(told):
    told.handlers.failing["M2"] = Unavailable("The database of probe does not answer.")

    with pytest.raises(Unavailable):
        told.following.catch_up()

    assert (told.texts, told.parked, told.cursor, told.kept) == ([], [], 0, 0)
    told.handlers.failing.clear()
    assert told.following.catch_up() == 3
    assert told.texts == ["M1 1", "M2 2", "M1 3"]


def test_a_database_that_goes_away_halfway_keeps_what_was_done(told):
    told.handlers.failing = {"M1": ValueError("wrong"), "M2": Unavailable("The database of probe does not answer.")}

    with pytest.raises(Unavailable):
        told.following.catch_up()

    assert (told.texts, told.parked, told.cursor) == ([], [(1, 1, wrong())], 1)


def test_a_retry_while_the_database_is_away_counts_for_nothing(told):
    told.handlers.failing["M1"] = ValueError("wrong")
    told.following.catch_up()
    told.handlers.failing["M1"] = Unavailable("The database of probe does not answer.")
    told.now += PAUSE

    with pytest.raises(Unavailable):
        told.following.retry_parked()

    assert told.parked == [(1, 1, wrong()), (3, 0, BEHIND)]


def test_a_retried_event_is_the_cause_of_what_follows_too(told):
    told.origin[:] = [event(1, "M1", cause={"correlation_id": "c-1"})]
    told.handlers.failing["M1"] = ValueError("wrong")
    told.following.catch_up()
    told.handlers.failing.clear()
    told.now += PAUSE
    told.following.retry_parked()

    assert [row.cause for row in journal(told.database)] == [{"event": event(1).id, "correlation_id": "c-1"}]


def test_another_instance_that_was_first_to_park_leaves_nothing_to_do(told):
    told.origin[:] = events(["M1", "M2"])
    told.handlers.failing["M1"] = ValueError("wrong")
    other = told.another(told.database)
    fetch = told.following.fetch

    def fetch_late(position, limit):
        batch = fetch(position, limit)
        other.catch_up()
        return batch

    told.following.fetch = fetch_late
    told.following.catch_up()

    assert told.texts == ["M2 2"]
    assert told.parked == [(1, 1, wrong())]


def test_two_instances_retry_each_event_once(postgres_config, postgres_database):
    told = Told(postgres_database, events(f"M{number % 3}" for number in range(12)))
    told.handlers.failing = {f"M{number}": ValueError("wrong") for number in range(3)}
    told.following.catch_up()
    told.handlers.failing.clear()
    told.now += PAUSE
    second = Database(postgres_config, "probe")

    retrying = [
        eventlet.spawn(following.retry_parked) for following in (told.following, told.another(second)) for _ in range(2)
    ]
    mended = [greenlet.wait() for greenlet in retrying]

    assert sum(mended) == 12
    assert told.parked == []
    for subject in ("M0", "M1", "M2"):
        of_this = [text for text in told.texts if text.startswith(subject)]
        assert of_this == [e.data["text"] for e in told.origin if e.subject == subject]
    second.close()


def test_what_another_instance_retries_is_not_counted(postgres_database):
    told = Told(postgres_database, events(["M1"]))
    told.handlers.failing["M1"] = ValueError("wrong")
    told.following.catch_up()
    told.handlers.failing.clear()
    told.now += PAUSE
    taking, finish = Signal(), Signal()

    def slowly(work, e):
        taking.send()
        finish.wait()
        told.handlers.on_note_written(work, e)

    other = told.another(postgres_database)
    other.handlers = {"note_written": slowly}
    first = eventlet.spawn(other.retry_parked)
    taking.wait()
    second = eventlet.spawn(told.following.retry_parked)
    until(lambda: waiting_for_a_lock(postgres_database) == 1)
    finish.send()

    assert (first.wait(), second.wait()) == (1, 0)
    assert told.texts == ["M1 1"]


@pytest.fixture(scope="module")
def scratch(tmp_path_factory):
    database = Database(Config(data=tmp_path_factory.mktemp("scratch")), "probe")
    make_tables(database)
    yield database
    database.close()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    subjects=st.lists(st.sampled_from(["M1", "M2", "M3"]), min_size=1, max_size=25),
    failing=st.lists(st.sets(st.integers(1, 25)), max_size=4),
    batch=st.integers(1, 6),
)
def test_whatever_fails_each_subject_is_heard_in_order_and_once(scratch, subjects, failing, batch):
    with scratch.transaction() as session:
        for table in (*KIT.__dict__.values(), NoteRow.__table__):
            session.execute(delete(table))
    told, round_fails = Told(scratch, events(subjects)), set()
    handle = told.handlers.on_note_written

    def handler(work, e):
        handle(work, e)
        if e.position in round_fails:
            raise ValueError

    told.following.handlers["note_written"] = handler
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(following_module, "BATCH", batch)
        for round_fails in [*failing, set()]:  # noqa: B007  the handler above looks at it
            told.following.catch_up()
            told.now += timedelta(hours=2)
            told.following.retry_parked()

    assert (told.parked, told.cursor) == ([], len(subjects))
    for subject in set(subjects):
        expected = [f"{subject} {e.position}" for e in told.origin if e.subject == subject]
        assert [text for text in told.texts if text.startswith(subject)] == expected
    assert len(told.texts) == len(subjects)
