"""How a service hears another one: in order, exactly once, whatever goes wrong in between."""

import eventlet
import pytest
import structlog
from eventlet.event import Event as Signal
from sqlalchemy import delete

from services.shared.kit import following as following_module
from services.shared.kit.database import Database
from services.shared.kit.follower import Follow, follow, followed_by, handlers_of
from services.shared.kit.following import OutOfOrder
from services.shared.kit.relay import move_cursor
from tests.shared.kit.hearing import Told
from tests.shared.kit.probe import (
    KIT,
    NoteRow,
    event,
    events,
    journal,
    journal_of,
    notes,
)

pytestmark = pytest.mark.usefixtures("logs")


def test_catching_up_from_an_empty_cursor(told):
    assert told.following.position() == 0

    assert told.following.catch_up() == 3

    assert notes(told.database) == [("M1", "M1 1"), ("M2", "M2 2"), ("M1", "M1 3")]
    assert told.cursor == told.following.position() == 3
    assert told.fetched == [0]


def test_catching_up_from_the_middle(told):
    with told.database.transaction() as session:
        move_cursor(session, KIT, "origin", 2)

    assert told.following.catch_up() == 1

    assert told.texts == ["M1 3"]
    assert told.cursor == 3
    assert told.fetched == [2]


def test_there_is_nothing_to_catch_up_with_twice(told):
    told.following.catch_up()
    assert told.following.catch_up() == 0
    told.origin.append(event(4, "M3"))
    assert told.following.catch_up() == 1

    assert told.texts == ["M1 1", "M2 2", "M1 3", "M3 4"]
    assert told.kept == 2


def test_a_long_journal_comes_in_batches(told, monkeypatch):
    monkeypatch.setattr(following_module, "BATCH", 3)
    told.origin[:] = events(f"M{number}" for number in range(8))

    assert told.following.catch_up() == 8

    assert told.texts == [f"M{number} {number + 1}" for number in range(8)]
    assert told.fetched == [0, 3, 6]
    assert (told.cursor, told.kept) == (8, 3)


def test_nothing_is_fetched_inside_a_transaction(told):
    def fetch(position, limit):
        # Another transaction would have to wait for one that is open on SQLite.
        with eventlet.Timeout(2), told.database.transaction() as session:
            session.execute(delete(NoteRow))
        return journal_of(told.origin)(position, limit)

    told.following.fetch = fetch

    assert told.following.catch_up() == 3


def test_events_nobody_handles_only_move_the_cursor(told):
    told.origin[:] = [event(1, "M1", "note_read"), event(2, "M1"), event(3, "M1", "note_burnt")]

    assert told.following.catch_up() == 3

    assert told.texts == ["M1 2"]
    assert (told.cursor, told.parked) == (3, [])


@pytest.mark.parametrize(
    ("order", "refusal"),
    [
        ([2, 3], "origin answered event 2 where 1 comes next"),
        ([1, 3], "origin answered event 3 where 2 comes next"),
        ([1, 1], "origin answered event 1 where 2 comes next"),
        ([1, 2, 2], "origin answered event 2 where 3 comes next"),
        ([2, 1], "origin answered event 2 where 1 comes next"),
        ([1, 3, 2], "origin answered event 3 where 2 comes next"),
        ([0, 1], "origin answered event 0 where 1 comes next"),
    ],
)
def test_a_journal_out_of_order_is_refused_as_a_whole(told, order, refusal):
    told.following.fetch = lambda position, limit: [event(number) for number in order]

    with pytest.raises(OutOfOrder) as refused:
        told.following.catch_up()

    assert str(refused.value) == refusal
    assert notes(told.database) == journal(told.database) == told.parked == []
    assert (told.cursor, told.kept) == (0, 0)


def test_a_repeat_of_what_was_handled_is_refused(told):
    told.following.catch_up()
    told.following.fetch = lambda position, limit: [event(3, "M1"), event(4, "M1")]

    with pytest.raises(OutOfOrder, match="origin answered event 3 where 4 comes next"):
        told.following.catch_up()

    assert told.texts == ["M1 1", "M2 2", "M1 3"]
    assert told.cursor == 3


def test_after_a_gap_it_goes_on_once_the_journal_is_whole(told):
    whole = told.following.fetch
    told.following.fetch = lambda position, limit: [told.origin[0], told.origin[2]]
    with pytest.raises(OutOfOrder):
        told.following.catch_up()
    told.following.fetch = whole

    assert told.following.catch_up() == 3

    assert told.texts == ["M1 1", "M2 2", "M1 3"]


def test_a_killed_follower_has_done_nothing(told):
    halfway, never = Signal(), Signal()

    def handler(work, e):
        work.write(e.subject, "half")
        halfway.send()
        never.wait()

    told.following.handlers["note_written"] = handler
    follower = eventlet.spawn(told.following.catch_up)
    halfway.wait()
    follower.kill()

    assert (told.texts, told.parked, told.cursor) == ([], [], 0)


def test_what_a_handler_told_is_kept_with_the_batch_and_names_its_cause(told):
    told.origin[0] = event(1, "M1", cause={"correlation_id": "c-1", "account": "anouk"})

    told.following.catch_up()

    assert [(row.name, row.subject, row.cause) for row in journal(told.database)] == [
        ("note_written", "M1", {"event": event(1).id, "correlation_id": "c-1"}),
        ("note_written", "M2", {"event": event(2).id}),
        ("note_written", "M1", {"event": event(3).id}),
    ]


def test_log_lines_of_a_handler_carry_the_correlation_id(told):
    seen = []
    told.origin[:] = [event(1, cause={"correlation_id": "c-1"}), event(2)]
    told.following.handlers["note_written"] = lambda work, e: seen.append(
        structlog.contextvars.get_contextvars().get("correlation_id")
    )

    told.following.catch_up()

    assert seen == ["c-1", None]
    assert structlog.contextvars.get_contextvars() == {}


def test_kept_is_called_after_what_was_kept(told):
    seen = []
    told.following.kept = lambda: seen.append((told.cursor, len(told.texts)))

    told.following.catch_up()

    assert seen == [(3, 3)]


def test_another_instance_that_was_first_leaves_nothing_to_do(told):
    other = told.another(told.database)
    fetch = told.following.fetch

    def fetch_late(position, limit):
        batch = fetch(position, limit)
        other.catch_up()
        return batch

    told.following.fetch = fetch_late
    told.following.catch_up()

    assert told.texts == ["M1 1", "M2 2", "M1 3"]
    assert told.cursor == 3


@pytest.mark.parametrize("begin", [0, 4])
def test_two_instances_handle_each_event_once(postgres_config, postgres_database, begin, monkeypatch):
    monkeypatch.setattr(following_module, "BATCH", 5)
    told = Told(postgres_database, events(f"M{number % 7}" for number in range(60)))
    told.handlers.failing = {"M3": ValueError("wrong")}
    if begin:
        with postgres_database.transaction() as session:
            move_cursor(session, KIT, "origin", begin)
    second = Database(postgres_config, "probe")

    def catching_up(following):
        while following.position() < 60:
            following.catch_up()

    followers = [
        eventlet.spawn(catching_up, following) for following in (told.following, told.another(second)) for _ in range(2)
    ]
    for follower in followers:
        follower.wait()

    expected = told.origin[begin:]
    assert told.texts == [e.data["text"] for e in expected if e.subject != "M3"]
    assert [position for position, _, _ in told.parked] == [e.position for e in expected if e.subject == "M3"]
    second.close()


class Hearing:
    """A service that hears two others."""

    heard = []

    @follow("origin")
    def on_note_written(self, work, event):
        self.heard.append(("written", work, event))

    @follow("origin")
    def on_note_read(self, work, event):
        self.heard.append(("read", work, event))

    @follow("elsewhere")
    def on_bell_rung(self, work, event):
        self.heard.append(("rung", work, event))

    def not_followed(self):
        raise AssertionError


def test_a_service_says_by_its_methods_what_it_hears():
    assert followed_by(Hearing) == {
        "origin": {"note_read": "on_note_read", "note_written": "on_note_written"},
        "elsewhere": {"bell_rung": "on_bell_rung"},
    }
    assert isinstance(next(iter(Hearing.on_note_written.nameko_entrypoints)), Follow)


def test_handlers_are_the_methods_of_a_bare_service():
    handlers = handlers_of(Hearing, "origin")
    assert set(handlers) == {"note_written", "note_read"}

    handlers["note_read"]("work", event(1))

    assert Hearing.heard == [("read", "work", event(1))]
