"""The relay: gapless positions in order, everything published at least once, and a bell for each batch."""

import json
from contextlib import contextmanager
from dataclasses import replace

import eventlet
import pytest
from eventlet.event import Event as Signal
from eventlet.queue import Queue as Heard
from kombu import Connection, Consumer, Queue
from nameko.events import event_handler
from nameko.extensions import DependencyProvider
from sqlalchemy import text

from services.shared.errors import Unavailable
from services.shared.kit import relay as relay_module
from services.shared.kit.database import Database, database_of
from services.shared.kit.event_publisher import bell_exchange, events_exchange
from services.shared.kit.relay import (
    CURSOR,
    Relaying,
    cursor_position,
    forget_cursor,
    move_cursor,
)
from services.shared.kit.run import running
from services.shared.kit.service import BusinessService
from tests.desk import until
from tests.shared.kit.probe import (
    KIT,
    NOON,
    ProbeWork,
    cursor,
    journal,
    kill_connections,
    make_tables,
    notes,
    positions,
    waiting_for_a_lock,
    write,
)


class Paper:
    """Stands where the bus would: remembers the batches, and may fail."""

    def __init__(self):
        self.batches = []
        self.failure = None

    def __call__(self, batch):
        if self.failure:
            raise self.failure
        self.batches.append(batch)

    @property
    def told(self):
        return [(event.position, event.subject) for batch in self.batches for event in batch]


@pytest.fixture
def paper():
    return Paper()


@pytest.fixture
def relaying(database, paper):
    return Relaying(database, KIT, paper)


def test_nothing_to_tell(database, relaying, paper):
    assert relaying.run() == 0

    assert paper.batches == []
    assert cursor(database, CURSOR) == 0


def test_events_get_their_positions_and_are_published_in_order(database, relaying, paper):
    write(database, "M1", "M2")
    write(database, "M3")

    assert relaying.run() == 3

    assert paper.told == [(1, "M1"), (2, "M2"), (3, "M3")]
    assert positions(database) == [("M1", 1), ("M2", 2), ("M3", 3)]
    assert cursor(database, CURSOR) == 3
    assert relaying.run() == 0
    assert len(paper.batches) == 1


def test_positions_go_on_where_they_were(database, relaying, paper):
    write(database, "M1", "M2")
    relaying.run()
    write(database, "M3")

    assert relaying.run() == 1

    assert paper.told == [(1, "M1"), (2, "M2"), (3, "M3")]


def test_an_event_is_published_as_it_is_in_the_journal(database, relaying, paper):
    with ProbeWork.begin(database, cause={"correlation_id": "c-1"}) as work:
        work.write("M1", "Zoë €")

    relaying.run()

    ((event,),) = paper.batches
    (row,) = journal(database)
    assert (event.id, event.source, event.name, event.subject) == (row.event_id, "probe", "note_written", "M1")
    assert (event.data, event.position, event.version) == ({"text": "Zoë €"}, 1, 1)
    assert (event.occurred_at, event.correlation_id) == (NOON, "c-1")


def test_many_are_published_in_batches(database, relaying, paper, monkeypatch):
    monkeypatch.setattr(relay_module, "BATCH", 3)
    write(database, *(f"M{number}" for number in range(8)))

    assert relaying.run() == 8

    assert [len(batch) for batch in paper.batches] == [3, 3, 2]
    assert paper.told == [(number + 1, f"M{number}") for number in range(8)]
    assert cursor(database, CURSOR) == 8


def test_a_full_last_batch_is_followed_by_nothing(database, relaying, paper, monkeypatch):
    monkeypatch.setattr(relay_module, "BATCH", 2)
    write(database, "M1", "M2", "M3", "M4")

    assert relaying.run() == 4

    assert [len(batch) for batch in paper.batches] == [2, 2]


def test_what_was_rolled_back_leaves_no_hole(database, relaying, paper):
    write(database, "M1")

    def failing():
        with ProbeWork.begin(database) as work:
            work.write("M2")
            raise LookupError

    with pytest.raises(LookupError):
        failing()
    write(database, "M3")

    relaying.run()

    assert paper.told == [(1, "M1"), (2, "M3")]


def test_commits_that_finish_out_of_order_leave_no_hole(postgres_database, paper):
    relaying = Relaying(postgres_database, KIT, paper)
    with ProbeWork.begin(postgres_database) as first:
        first.write("M1")
        with ProbeWork.begin(postgres_database) as second:
            second.write("M2")
        assert relaying.run() == 1

    assert relaying.run() == 1

    rows = journal(postgres_database)
    assert [(row.subject, row.position) for row in rows] == [("M1", 2), ("M2", 1)]
    assert [row.id for row in rows] == sorted(row.id for row in rows)
    assert paper.told == [(1, "M2"), (2, "M1")]


def test_nothing_is_published_inside_a_transaction(postgres_database):
    seen = []

    def publish(batch):
        with postgres_database.reading() as session:
            waiting = (
                "SELECT count(*) FROM pg_stat_activity "
                "WHERE datname = current_database() AND state LIKE 'idle in transaction%'"
            )
            seen.append((session.scalar(text(waiting)), positions(postgres_database)))

    write(postgres_database, "M1")

    Relaying(postgres_database, KIT, publish).run()

    assert seen == [(0, [("M1", 1)])]


def test_others_may_write_while_something_is_published(database):
    def publish(batch):
        if batch[0].position == 1:
            with eventlet.Timeout(4):
                write(database, "M2")

    write(database, "M1")
    relaying = Relaying(database, KIT, publish)

    assert relaying.run() == 1
    assert relaying.run() == 1

    assert positions(database) == [("M1", 1), ("M2", 2)]


def test_a_failed_publication_keeps_everything(database, relaying, paper):
    write(database, "M1", "M2")
    paper.failure = ConnectionError("the broker is away")

    with pytest.raises(ConnectionError):
        relaying.run()

    assert positions(database) == [("M1", 1), ("M2", 2)]
    assert cursor(database, CURSOR) == 0

    paper.failure = None
    write(database, "M3")
    assert relaying.run() == 3
    assert paper.told == [(1, "M1"), (2, "M2"), (3, "M3")]
    assert cursor(database, CURSOR) == 3


def test_a_failed_batch_is_published_again_and_not_the_ones_before_it(database, relaying, paper, monkeypatch):
    monkeypatch.setattr(relay_module, "BATCH", 2)
    write(database, "M1", "M2", "M3", "M4")

    def failing_at_three(batch):
        if batch[0].position == 3:
            raise ConnectionError
        paper(batch)

    with pytest.raises(ConnectionError):
        Relaying(database, KIT, failing_at_three).run()
    assert cursor(database, CURSOR) == 2

    assert relaying.run() == 2
    assert paper.told == [(1, "M1"), (2, "M2"), (3, "M3"), (4, "M4")]


def test_a_crash_after_publishing_publishes_again_and_skips_nothing(database, relaying, paper, monkeypatch):
    write(database, "M1", "M2")

    def crash(position):
        raise SystemExit

    monkeypatch.setattr(relaying, "_move_cursor", crash)
    with pytest.raises(SystemExit):
        relaying.run()
    assert paper.told == [(1, "M1"), (2, "M2")]
    write(database, "M3")

    assert Relaying(database, KIT, paper).run() == 3

    assert paper.told == [(1, "M1"), (2, "M2"), (1, "M1"), (2, "M2"), (3, "M3")]
    assert cursor(database, CURSOR) == 3


def test_a_relay_that_failed_lets_another_one_go_on(config, database, relaying, paper):
    write(database, "M1")
    paper.failure = ConnectionError()
    with pytest.raises(ConnectionError):
        relaying.run()
    paper.failure = None

    other = Database(config, "probe")
    assert Relaying(other, KIT, paper).run() == 1
    other.close()


def test_a_relay_does_nothing_while_another_one_is_at_it(config, database):
    write(database, "M1")
    publishing, finish, told = Signal(), Signal(), []

    def publish(batch):
        told.append([event.position for event in batch])
        publishing.send()
        finish.wait()

    other = Database(config, "probe")
    first = eventlet.spawn(Relaying(database, KIT, publish).run)
    publishing.wait()
    write(other, "M2")

    assert Relaying(other, KIT, publish).run() == 0

    finish.send()
    assert first.wait() == 1
    assert told == [[1]]
    assert positions(database) == [("M1", 1), ("M2", None)]
    other.close()


def test_a_relay_that_finds_nothing_holds_up_no_other_one(config, database, monkeypatch):
    other, published = Database(config, "probe"), []

    @contextmanager
    def looking():
        with Database.reading(database) as session:
            yield session
        write(other, "M1")
        published.append(Relaying(other, KIT, Paper()).run())

    monkeypatch.setattr(database, "reading", looking)
    assert Relaying(database, KIT, Paper()).run() == 0

    assert published == [1]
    other.close()


def test_two_relays_and_many_writers_at_once(postgres_config, postgres_database, paper, monkeypatch):
    monkeypatch.setattr(relay_module, "BATCH", 7)
    databases = [postgres_database, Database(postgres_config, "probe")]
    writing, published = [True], []

    def slowly(batch):
        eventlet.sleep(0)
        paper(batch)

    def relay(database):
        relaying = Relaying(database, KIT, slowly)
        while writing or positions(database)[-1][1] is None:
            published.append(relaying.run())
            eventlet.sleep(0)

    def write_some(writer):
        for number in range(10):
            with ProbeWork.begin(databases[writer % 2]) as work:
                work.write(f"M{writer}", str(number))
                eventlet.sleep(0)
                work.write(f"M{writer}", f"{number}+")

    writers = [eventlet.spawn(write_some, writer) for writer in range(6)]
    relays = [eventlet.spawn(relay, database) for database in databases]
    for writer in writers:
        writer.wait()
    writing.clear()
    for greenlet in relays:
        greenlet.wait()

    assert [position for position, _ in paper.told] == list(range(1, 121))
    assert sum(published) == 120
    assert cursor(postgres_database, CURSOR) == 120
    told = [event for batch in paper.batches for event in batch]
    for writer in range(6):
        of_this_writer = [event.data["text"] for event in told if event.subject == f"M{writer}"]
        assert of_this_writer == [f"{number}{plus}" for number in range(10) for plus in ("", "+")]
    databases[1].close()


def test_a_database_that_is_away_is_unavailable(postgres_config, postgres_database, paper):
    write(postgres_database, "M1")
    relaying = Relaying(postgres_database, KIT, paper)

    def publish(batch):
        killer = Database(postgres_config, "probe")
        kill_connections(killer)
        killer.close()
        paper(batch)

    relaying.publish = publish
    with pytest.raises(Unavailable):
        relaying.run()
    relaying.publish = paper
    relaying.run()

    assert set(paper.told) == {(1, "M1")}
    assert cursor(postgres_database, CURSOR) == 1


def test_a_cursor_starts_at_nought_and_stays_where_it_is_put(database):
    with database.transaction() as session:
        assert cursor_position(session, KIT, "origin") == 0
        assert move_cursor(session, KIT, "origin", 5) is True
        assert move_cursor(session, KIT, "other", 2) is True
    assert (cursor(database, "origin"), cursor(database, "other")) == (5, 2)

    with database.transaction() as session:
        assert move_cursor(session, KIT, "origin", 3) is True
        forget_cursor(session, KIT, "other")
    assert (cursor(database, "origin"), cursor(database, "other")) == (3, 0)


@pytest.mark.parametrize(
    ("at", "expected", "moves"),
    [(None, 0, True), (None, 4, False), (0, 0, True), (4, 4, True), (4, 0, False), (4, 3, False)],
)
def test_a_cursor_moves_only_from_where_it_is_expected(database, at, expected, moves):
    with database.transaction() as session:
        if at is not None:
            move_cursor(session, KIT, "origin", at)
        assert move_cursor(session, KIT, "origin", 9, expected=expected) is moves

    assert cursor(database, "origin") == (9 if moves else at or 0)


@pytest.mark.parametrize("begin", [0, 4])
def test_of_two_who_move_a_cursor_at_once_one_does(postgres_database, begin):
    if begin:
        with postgres_database.transaction() as session:
            move_cursor(session, KIT, "origin", begin)

    def move():
        with postgres_database.transaction() as session:
            moved = move_cursor(session, KIT, "origin", 9, expected=begin)
            if moved:
                until(lambda: waiting_for_a_lock(postgres_database) == 1)
            return moved

    movers = [eventlet.spawn(move) for _ in range(2)]

    assert sorted(mover.wait() for mover in movers) == [False, True]


class Context(DependencyProvider):
    """What nameko knows about the message."""

    def get_dependency(self, worker_ctx):
        return worker_ctx.data


class Probe(BusinessService):
    name = "probe"
    work = ProbeWork


class Elsewhere:
    """An ordinary nameko service, that knows nothing of Balie."""

    name = "elsewhere"
    context = Context()
    heard = Heard()

    @event_handler("probe", "note_written")
    def on_note_written(self, envelope):
        self.heard.put((envelope, self.context.get("correlation_id")))


@pytest.fixture
def bus(pair, request):
    """Settings with the probe's tables and a running probe and listener; nothing is left on the broker."""
    pair = replace(pair, **getattr(request, "param", {}))
    make_tables(database_of(pair, "probe"))
    Elsewhere.heard = Heard()
    with running([Probe, Elsewhere], pair) as runner:
        yield pair, runner
    database_of(pair, "probe").close()
    with Connection(pair.broker_url) as connection, connection.channel() as channel:
        for queue in ("rpc-probe", "evt-probe-note_written--elsewhere.on_note_written", "bells", "watched"):
            channel.queue_delete(queue)


def relay_of(runner):
    """The relay in the running probe."""
    (relay,) = (
        extension
        for container in runner.containers
        for extension in container.extensions
        if isinstance(extension, relay_module.Relay)
    )
    return relay


def heard_by_elsewhere(seconds=10):
    with eventlet.Timeout(seconds):
        return Elsewhere.heard.get()


def test_an_ordinary_nameko_service_hears_an_event(bus):
    config, runner = bus
    with ProbeWork.begin(database_of(config, "probe"), cause={"account": "anouk", "correlation_id": "c-1"}) as work:
        work.write("M1", "Zoë €")
    relay_of(runner).nudge()

    envelope, correlation_id = heard_by_elsewhere()

    (row,) = journal(database_of(config, "probe"))
    assert envelope == {
        "specversion": "1.0",
        "id": row.event_id,
        "source": "/balie/probe",
        "type": "balie.probe.note_written.v1",
        "subject": "M1",
        "time": "2026-03-02T12:00:00+00:00",
        "datacontenttype": "application/json",
        "sequence": "1",
        "correlationid": "c-1",
        "data": {"text": "Zoë €"},
    }
    assert correlation_id == "c-1"


def test_the_bell_rings_once_for_a_batch(bus):
    config, runner = bus
    bells, watched = [], []
    with Connection(config.broker_url) as connection:
        bell = Queue("bells", bell_exchange("probe"), durable=False, auto_delete=True)
        telling = Queue("watched", events_exchange("probe"), routing_key="#", durable=False, auto_delete=True)
        for queue in (bell, telling):
            queue.bind(connection.default_channel).declare()

        def on_message(message):
            message.ack()
            (bells if message.delivery_info["exchange"] == "probe.bell" else watched).append(message)

        with Consumer(connection.default_channel, [bell, telling], on_message=on_message, accept=["json"]):
            write(database_of(config, "probe"), "M1", "M2", "M3")
            relay_of(runner).nudge()
            while not bells or len(watched) < 3:
                connection.drain_events(timeout=10)
            with pytest.raises(TimeoutError):
                connection.drain_events(timeout=0.2)

    assert len(bells) == 1
    assert bells[0].properties.get("delivery_mode", 1) == 1
    assert [message.delivery_info["routing_key"] for message in watched] == ["note_written"] * 3
    assert [json.loads(message.body)["subject"] for message in watched] == ["M1", "M2", "M3"]
    # Events survive a restart of the broker, unlike a bell.
    assert [message.properties["delivery_mode"] for message in watched] == [2, 2, 2]
    assert all("nameko.correlation_id" not in message.headers for message in watched)


def test_a_missed_nudge_is_made_up_for(bus):
    config, _ = bus
    write(database_of(config, "probe"), "M1")

    envelope, _ = heard_by_elsewhere()

    assert envelope["subject"] == "M1"


@pytest.mark.parametrize("bus", [{"relay_interval": 60.0}], indirect=True)
def test_what_another_relay_left_to_this_one_is_told_at_once(bus, monkeypatch):
    config, runner = bus
    database, relay = database_of(config, "probe"), relay_of(runner)
    other, publish, left = Database(config, "probe"), relay.relaying.publish, []

    def publish_meanwhile(batch):
        publish(batch)
        if not left:
            write(other, "M2")
            left.append(Relaying(other, KIT, Paper()).run())

    monkeypatch.setattr(relay.relaying, "publish", publish_meanwhile)
    write(database, "M1")
    relay.nudge()

    assert [heard_by_elsewhere()[0]["subject"] for _ in range(2)] == ["M1", "M2"]
    assert left == [0]
    other.close()


def test_a_relay_that_cannot_publish_tries_again(bus, monkeypatch):
    config, runner = bus
    relay, database = relay_of(runner), database_of(config, "probe")
    publish, failures = relay.relaying.publish, []

    def failing(batch):
        failures.append(len(batch))
        raise ConnectionError("the broker is away")

    monkeypatch.setattr(relay.relaying, "publish", failing)
    write(database, "M1")
    relay.nudge()
    until(lambda: failures)
    assert cursor(database, CURSOR) == 0
    monkeypatch.setattr(relay.relaying, "publish", publish)
    relay.nudge()

    envelope, _ = heard_by_elsewhere()

    assert (envelope["subject"], envelope["sequence"]) == ("M1", "1")
    until(lambda: cursor(database, CURSOR) == 1)


def test_a_service_that_tells_nudges_its_relay(bus):
    config, runner = bus
    (container,) = (container for container in runner.containers if container.service_name == "probe")
    relay = relay_of(runner)
    until(lambda: not relay.wake.ready())

    (transaction,) = (provider for provider in container.dependencies if provider.attr_name == "transaction")

    class Worker:
        data = {"correlation_id": "c-1"}

    begin = transaction.get_dependency(Worker)
    with begin() as work:
        work.keep("M1")
    assert not relay.wake.ready()
    with begin() as work:
        work.write("M2")
    assert relay.wake.ready()

    assert heard_by_elsewhere()[1] == "c-1"
    assert [subject for subject, _ in notes(database_of(config, "probe"))] == ["M1", "M2"]
