"""The in-process broker behaves as RabbitMQ does where nameko and Balie depend on it."""

import subprocess
import sys
import time
from pathlib import Path

import amqp
import eventlet
import pytest
from amqp.exceptions import NotFound, RecoverableConnectionError
from eventlet.queue import Empty
from kombu import Connection, Consumer, Exchange, Producer, Queue
from kombu.exceptions import ChannelError
from nameko.amqp.publish import Publisher, UndeliverableMessage

from services.shared.kit import embedded

ROOT = Path(__file__).parents[3]
URL = "embedded://"
BELL = {"x-max-length": 1, "x-single-active-consumer": True}


@pytest.fixture(autouse=True)
def _empty_broker():
    yield
    embedded.reset()


@pytest.fixture
def connection():
    with Connection(URL) as connection:
        yield connection


def declared(connection, name="q", *, kind="topic", exchange="x", key="#", **options):
    """A queue bound to an exchange."""
    queue = Queue(name, Exchange(exchange, type=kind), routing_key=key, **options)
    return queue.bind(connection.default_channel).declare() and queue


def publish(connection, body, key="some.key", exchange="x", **options):
    Producer(connection.default_channel).publish(body, routing_key=key, exchange=exchange, **options)


class Reader:
    """A consumer on a connection of its own."""

    def __init__(self, queue, **options):
        self.connection = Connection(URL)
        self.messages = []
        self.prefetch = options.pop("prefetch_count", 0)
        self.consumer = Consumer(
            self.connection.channel(), [queue], on_message=self.messages.append, prefetch_count=self.prefetch, **options
        )
        self.consumer.consume()

    def read(self):
        """Everything that can be had now."""
        try:
            while True:
                self.connection.drain_events(timeout=0)
        except TimeoutError:
            return self.bodies

    @property
    def bodies(self):
        return [message.payload for message in self.messages]


def size(connection, name="q"):
    return connection.default_channel.queue_declare(name, passive=True).message_count


def test_a_message_keeps_its_properties(connection):
    queue = declared(connection)

    publish(connection, {"a": 1}, reply_to="me", correlation_id="c", headers={"nameko.actor": "ada"})

    message = queue.bind(connection.default_channel).get()
    assert message.payload == {"a": 1}
    assert message.properties["content_type"] == "application/json"
    assert message.properties["reply_to"] == "me"
    assert message.properties["correlation_id"] == "c"
    assert message.headers == {"nameko.actor": "ada"}
    assert message.delivery_info["routing_key"] == "some.key"
    assert message.delivery_info["exchange"] == "x"


@pytest.mark.parametrize(
    ("pattern", "key", "matches"),
    [
        ("a.b", "a.b", True),
        ("a.b", "a.c", False),
        ("a.b", "axb", False),
        ("a.*", "a.b", True),
        ("a.*", "a", False),
        ("a.*", "a.b.c", False),
        ("a.#", "a", True),
        ("a.#", "a.b.c", True),
        ("#.c", "a.b.c", True),
        ("#", "a.b", True),
    ],
)
def test_topic_exchange(connection, pattern, key, matches):
    declared(connection, key=pattern)

    publish(connection, "news", key=key)

    assert size(connection) == int(matches)


def test_fanout_exchange_gives_each_queue_its_own_copy(connection):
    first = declared(connection, "first", kind="fanout")
    second = declared(connection, "second", kind="fanout")

    publish(connection, {"a": 1}, key="", headers={"h": 1})

    mine = first.bind(connection.default_channel).get()
    mine.headers["h"] = 2
    mine.properties["content_type"] = "changed"
    other = second.bind(connection.default_channel).get()
    assert other.headers == {"h": 1}
    assert other.properties["content_type"] == "application/json"


def test_bells_melt_together(connection):
    declared(connection, kind="fanout", queue_arguments=BELL)

    for number in range(5):
        publish(connection, number)

    assert size(connection) == 1
    assert Queue("q").bind(connection.default_channel).get().payload == 4


def test_a_bell_in_hand_does_not_keep_the_next_one_away(connection):
    queue = declared(connection, kind="fanout", queue_arguments=BELL)
    reader = Reader(queue, prefetch_count=1)

    for number in range(5):
        publish(connection, number)
        reader.read()
    reader.messages[0].ack()

    assert reader.read() == [0, 4]


def test_one_consumer_is_active_and_the_next_takes_over(connection):
    queue = declared(connection, queue_arguments=BELL | {"x-max-length": 10})
    first, second = Reader(queue), Reader(queue)
    publish(connection, "a")
    publish(connection, "b")
    assert second.read() == []
    assert first.read() == ["a", "b"]
    first.messages[0].ack()

    first.connection.close()

    assert second.read() == ["b"]
    assert second.messages[0].delivery_info["redelivered"] is True


def test_consumers_share_a_queue(connection):
    queue = declared(connection)
    readers = [Reader(queue, prefetch_count=1), Reader(queue, prefetch_count=1)]

    publish(connection, "a")
    publish(connection, "b")

    assert [reader.read() for reader in readers] == [["a"], ["b"]]


def test_prefetch_count_is_honoured(connection):
    queue = declared(connection)
    reader = Reader(queue, prefetch_count=2)
    for number in range(4):
        publish(connection, number)
    assert reader.read() == [0, 1]

    reader.messages[0].ack()

    assert reader.read() == [0, 1, 2]


def test_consumers_that_need_not_acknowledge_get_everything(connection):
    reader = Reader(declared(connection), prefetch_count=1, no_ack=True)
    for number in range(3):
        publish(connection, number)

    assert reader.read() == [0, 1, 2]
    reader.connection.close()
    assert size(connection) == 0


def test_a_closed_channel_gives_back_what_it_held_in_order(connection):
    queue = declared(connection)
    for number in range(4):
        publish(connection, number)
    dying = Reader(queue, prefetch_count=3)
    dying.read()
    dying.messages[1].ack()

    dying.connection.close()

    assert Reader(queue).read() == [0, 2, 3]


def test_a_message_of_a_fanout_goes_back_to_its_own_queue_only(connection):
    first = declared(connection, "first", kind="fanout")
    declared(connection, "second", kind="fanout")
    publish(connection, "news")
    dying = Reader(first)
    dying.read()

    dying.connection.close()

    assert (size(connection, "first"), size(connection, "second")) == (1, 1)


def test_rejected_messages_are_dropped_or_requeued(connection):
    reader = Reader(declared(connection))
    publish(connection, "a")
    publish(connection, "b")
    reader.read()

    reader.messages[0].reject()
    reader.messages[1].requeue()

    assert size(connection) == 1
    assert reader.read() == ["a", "b", "b"]


def test_closing_a_connection_keeps_its_queues_and_messages():
    with Connection(URL) as connection:
        declared(connection)
        publish(connection, "kept")

    with Connection(URL) as other:
        assert Queue("q").bind(other.default_channel).get().payload == "kept"


def test_passive_declare(connection):
    with pytest.raises(NotFound):
        connection.default_channel.queue_declare("unknown", passive=True)

    declared(connection, queue_arguments={"x-expires": 300_000})
    publish(connection, "a")

    assert size(connection) == 1


def test_publishing_to_an_unknown_exchange_is_an_error(connection):
    with pytest.raises(NotFound):
        publish(connection, "a", exchange="unknown")


def test_expired_messages_are_not_delivered(connection):
    queue = declared(connection)
    publish(connection, "late", expiration=0.001)
    publish(connection, "in time", expiration=60)
    eventlet.sleep(0.002)

    assert Reader(queue).read() == ["in time"]


def test_auto_delete_queue_goes_with_its_last_consumer(connection):
    reader = Reader(declared(connection, auto_delete=True))

    reader.connection.close()

    with pytest.raises(NotFound):
        size(connection)


def test_a_deleted_queue_gets_nothing_any_more(connection):
    queue = declared(connection)
    queue.bind(connection.default_channel).delete()

    publish(connection, "a")

    declared(connection)
    assert size(connection) == 0


def test_unroutable_mandatory_message_is_an_error_with_confirms(connection):
    Exchange("x", type="topic").bind(connection.default_channel).declare()
    with Connection(URL, transport_options={"confirm_publish": True}) as confirming:
        with pytest.raises(ChannelError, match="NO_ROUTE") as error:
            publish(confirming, "a", mandatory=True)
        assert error.value.reply_code == 312
        publish(confirming, "a", mandatory=False)


def test_unroutable_mandatory_message_comes_back_to_who_listens(connection):
    Exchange("x", type="topic").bind(connection.default_channel).declare()
    returned = []
    connection.default_channel.events["basic_return"].add(lambda *told: returned.append(told))

    publish(connection, "a", mandatory=True, correlation_id="c")

    [(error, exchange, key, message)] = returned
    assert isinstance(error, amqp.ChannelError)
    assert (exchange, key, message.properties["correlation_id"]) == ("x", "some.key", "c")


def test_nameko_hears_of_unroutable_messages(connection):
    exchange = Exchange("x", type="topic")
    with pytest.raises(UndeliverableMessage):
        Publisher(URL).publish("a", exchange=exchange, declare=[exchange], routing_key="nobody", mandatory=True)


def test_a_waiting_consumer_wakes_up(connection):
    reader = Reader(declared(connection))
    waiting = eventlet.spawn(reader.connection.drain_events)
    eventlet.sleep(0)
    assert reader.bodies == []

    publish(connection, "news")

    with eventlet.Timeout(1):
        waiting.wait()
    assert reader.bodies == ["news"]


def test_an_acknowledgement_wakes_up_who_waits_for_room(connection):
    reader = Reader(declared(connection), prefetch_count=1)
    publish(connection, "a")
    publish(connection, "b")
    reader.read()
    waiting = eventlet.spawn(reader.connection.drain_events)
    eventlet.sleep(0)

    reader.messages[0].ack()

    with eventlet.Timeout(1):
        waiting.wait()
    assert reader.bodies == ["a", "b"]


def test_waiting_ends_at_its_timeout(connection):
    reader = Reader(declared(connection))
    start = time.monotonic()

    with pytest.raises(TimeoutError):
        reader.connection.drain_events(timeout=0.05)

    assert 0.05 <= time.monotonic() - start < 0.5


def test_reset_breaks_connections_which_then_start_anew(connection):
    reader = Reader(declared(connection))
    waiting = eventlet.spawn(reader.connection.drain_events)
    eventlet.sleep(0)

    embedded.reset()

    with eventlet.Timeout(1), pytest.raises(RecoverableConnectionError):
        waiting.wait()
    assert not connection.connected
    declared(connection)
    assert size(connection) == 0


def test_nameko_publishes_again_after_a_reset():
    exchange = Exchange("x", type="topic")
    for _ in range(2):
        with Connection(URL) as connection:
            declared(connection)
            Publisher(URL).publish("a", exchange=exchange, declare=[exchange], routing_key="k", mandatory=True)
            assert size(connection) == 1
        embedded.reset()


THREADS = """
import sys, threading
from kombu import Connection, Consumer, Producer, Queue
from services.shared.kit import embedded

assert "eventlet" not in sys.modules
got, all_here, ready = [], threading.Event(), threading.Event()

def on_message(message):
    got.append(message.payload)
    message.ack()
    if len(got) == 400:
        all_here.set()

def consume():
    with Connection("embedded://") as connection, Consumer(connection, [Queue("q")], on_message=on_message):
        ready.set()
        while not all_here.is_set():
            connection.drain_events(timeout=5)

def produce(start):
    with Connection("embedded://") as connection:
        for number in range(start, start + 100):
            Producer(connection.default_channel).publish(number, routing_key="q")

consumer = threading.Thread(target=consume)
consumer.start()
ready.wait(5)
producers = [threading.Thread(target=produce, args=(start,)) for start in range(0, 400, 100)]
[thread.start() for thread in producers]
[thread.join() for thread in [*producers, consumer]]
assert sorted(got) == list(range(400))
"""


def test_it_works_with_threads_and_without_eventlet():
    done = subprocess.run([sys.executable, "-c", THREADS], cwd=ROOT, capture_output=True, text=True, timeout=30)

    assert (done.returncode, done.stderr) == (0, "")


def test_basic_get_of_nothing(connection):
    queue = declared(connection)
    assert queue.bind(connection.default_channel).get() is None
    with pytest.raises(Empty):
        connection.SimpleQueue("q").get(block=False)
