"""What comes from the broker: all of it is read, whatever pieces it comes in, as py-amqp reads it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from struct import pack
from types import SimpleNamespace
from typing import Any

import amqp
import pytest
from amqp.exceptions import UnexpectedFrame
from amqp.transport import TCPTransport
from kombu import Connection

from services.shared.kit.deliveries import read_ahead

KIND = {"content_type": "application/json", "content_encoding": "utf-8"}
OFTEN = {
    **KIND,
    "delivery_mode": 1,
    "correlation_id": "c-1",
    "reply_to": "somewhere",
    "expiration": "50000",
    "application_headers": {"nameko.call_id_stack": ["a", "bé"], "nameko.actor": "é" * 300, "empty": "", "none": []},
}
SELDOM = {
    **OFTEN,
    "priority": 3,
    "message_id": "m-1",
    "timestamp": 1_772_409_600,
    "type": "t",
    "app_id": "a",
    "application_headers": {"n": 1, "list": ["a", 2], "table": {"x": True}, "nothing": None, "text": "a"},
}


HEARTBEAT = pack(">BHI", 8, 0, 0) + b"\xce"


def frame(carried: bytes, end: bytes = b"\xce") -> bytes:
    return pack(">BHI", 3, 1, len(carried)) + carried + end


class Pieces:
    """A connection to which bytes come in these pieces; None is a timeout."""

    def __init__(self, *pieces: bytes | None) -> None:
        self.pieces = list(pieces)
        self.seen: list[tuple[int, int, bytes]] = []
        transport = TCPTransport.__new__(TCPTransport)
        transport.sock = SimpleNamespace(recv=self.recv, gettimeout=lambda: None, settimeout=lambda seconds: None)
        transport._read_buffer, transport.connected = b"", True
        self.transport = transport
        self.amqp: Any = SimpleNamespace(
            transport=transport, on_inbound_frame=self.seen.append, bytes_recv=0, channels={}
        )
        read_ahead(SimpleNamespace(connection=self.amqp))

    def recv(self, most: int) -> bytes:
        piece = self.pieces.pop(0)
        if piece is None:
            raise TimeoutError
        return piece

    def read(self, timeout: float | None = None) -> None:
        self.amqp.blocking_read(timeout)


@pytest.mark.parametrize("size", [1, 2, 7, 8, 9, 1000])
def test_frames_are_read_whatever_pieces_they_come_in(size: int) -> None:
    sent = frame(b"one") + HEARTBEAT + frame(b"") + frame(b"\xce" * 300)
    came = Pieces(*(sent[at : at + size] for at in range(0, len(sent), size)))

    for _ in range(4):
        came.read()

    assert came.seen == [(3, 1, b"one"), (8, 0, b""), (3, 1, b""), (3, 1, b"\xce" * 300)]
    assert came.pieces == []


def test_a_timeout_in_the_middle_of_a_frame_loses_nothing() -> None:
    came = Pieces(frame(b"hello")[:6], None, frame(b"hello")[6:])

    with pytest.raises(TimeoutError):
        came.read(1)
    came.read(1)

    assert came.seen == [(3, 1, b"hello")]


def test_the_end_of_a_connection_is_told() -> None:
    came = Pieces(frame(b"hello")[:6], b"")

    with pytest.raises(ConnectionResetError):
        came.read()

    assert came.transport.connected is False


def test_what_is_no_frame_is_told() -> None:
    with pytest.raises(UnexpectedFrame):
        Pieces(frame(b"hello", end=b"\x00")).read()


@pytest.fixture
def channels(rabbitmq: Any) -> Iterator[tuple[amqp.Channel, amqp.Channel]]:
    """One channel that is read by us, and one that is read by py-amqp."""
    with Connection(rabbitmq.url) as ours, Connection(rabbitmq.url) as theirs:
        read_ahead(ours)
        ours.default_channel.auto_decode = theirs.default_channel.auto_decode = False
        yield ours.default_channel, theirs.default_channel


def delivered(channel: amqp.Channel, queue: str, how_many: int = 1) -> list[Any]:
    """The messages that a consumer of this queue is given first, which go back on it."""
    came: list[Any] = []
    tag = channel.basic_consume(queue, callback=came.append)
    while len(came) < how_many:
        channel.connection.drain_events(timeout=10)
    channel.basic_cancel(tag)
    channel.basic_recover(requeue=True)
    return came


@pytest.fixture
def queue(channels: tuple[amqp.Channel, amqp.Channel]) -> Iterator[str]:
    name = f"deliveries-{uuid.uuid4().hex}"
    channels[1].queue_declare(name, auto_delete=False)
    yield name
    channels[1].queue_delete(name)


@pytest.mark.parametrize("properties", [{}, KIND, OFTEN, SELDOM], ids=["none", "kind", "often", "seldom"])
@pytest.mark.parametrize("size", [0, 1, 131_064, 131_065, 500_000])
def test_a_message_is_read_as_py_amqp_reads_it(
    channels: tuple[amqp.Channel, amqp.Channel], queue: str, properties: dict[str, Any], size: int
) -> None:
    ours, theirs = channels
    theirs.basic_publish(amqp.Message(b"x" * size, **properties), routing_key=queue)

    (expected,), (came,) = delivered(theirs, queue), delivered(ours, queue)

    assert came.body == b"x" * size
    assert came.properties == expected.properties
    told = dict(came.delivery_info), dict(expected.delivery_info)
    for info in told:
        del info["consumer_tag"], info["redelivered"]
    assert told[0] == told[1]
    assert (expected.delivery_info["redelivered"], came.delivery_info["redelivered"]) == (False, True)


@pytest.mark.parametrize("headers", [{"odd": b"\xff", "text": "a"}, {b"\xff": "a"}, {"list": [b"\xff"]}])
def test_headers_that_are_not_utf8_are_read_as_py_amqp_reads_them(
    channels: tuple[amqp.Channel, amqp.Channel], queue: str, headers: dict[Any, Any]
) -> None:
    ours, theirs = channels
    theirs.basic_publish(amqp.Message(b"", application_headers=headers), routing_key=queue)

    (expected,), (came,) = delivered(theirs, queue), delivered(ours, queue)

    assert came.headers == expected.headers


@pytest.mark.parametrize("properties", [OFTEN, SELDOM], ids=["often", "seldom"])
def test_a_property_that_is_not_utf8_does_not_end_the_reader(
    channels: tuple[amqp.Channel, amqp.Channel], queue: str, properties: dict[str, Any]
) -> None:
    ours, theirs = channels
    theirs.basic_publish(amqp.Message(b"x", **properties | {"correlation_id": b"\xff"}), routing_key=queue)

    (came,) = delivered(ours, queue)

    assert came.body == b"x"
    assert came.properties.get("correlation_id") in ("\ufffd", None)


def test_many_messages_come_in_order(channels: tuple[amqp.Channel, amqp.Channel], queue: str) -> None:
    ours, theirs = channels
    for n in range(300):
        theirs.basic_publish(amqp.Message(str(n).encode(), **OFTEN), routing_key=queue)

    assert [int(message.body) for message in delivered(ours, queue, 300)] == list(range(300))


def test_py_amqp_sees_that_the_broker_is_alive(channels: tuple[amqp.Channel, amqp.Channel], queue: str) -> None:
    ours, theirs = channels
    theirs.basic_publish(amqp.Message(b"x" * 500_000, **OFTEN), routing_key=queue)
    before = ours.connection.bytes_recv

    delivered(ours, queue)

    # The method, the header and four pieces of the body, beside the answers to consuming and cancelling.
    assert ours.connection.bytes_recv - before == 6 + 2


def parts(channel: int, body: bytes) -> list[bytes]:
    """The frames of a delivery with this body in two pieces."""
    method = pack(">HHB1sQ?BB", 60, 60, 1, b"t", 1, False, 0, 0)
    carried = [(1, method), (2, pack(">HHQH", 60, 0, len(body), 0)), (3, body[:1]), (3, body[1:])]
    return [pack(">BHI", kind, channel, len(told)) + told + b"\xce" for kind, told in carried]


class Receiver:
    """A channel to which messages are delivered."""

    auto_decode = False

    def __init__(self, connection: Any, is_closing: bool = False) -> None:
        self.connection, self.is_closing = connection, is_closing
        self.bodies: list[bytes] = []

    def _on_basic_deliver(self, *told: Any) -> None:
        self.bodies.append(told[-1].body)


def test_messages_of_two_channels_and_heartbeats_may_come_between_each_other() -> None:
    between = [piece for pair in zip(parts(1, b"one"), parts(2, b"two"), strict=True) for piece in (*pair, HEARTBEAT)]
    came = Pieces(b"".join(between))
    first, second = (came.amqp.channels.setdefault(n, Receiver(came.amqp)) for n in (1, 2))

    for _ in between:
        came.read()

    assert (first.bodies, second.bodies) == ([b"one"], [b"two"])
    assert came.seen == [(8, 0, b"")] * 4


@pytest.mark.parametrize("gone", ["closing", "closed"])
def test_a_channel_that_is_gone_is_given_nothing(gone: str) -> None:
    came = Pieces(b"".join(parts(1, b"one")))
    channel = came.amqp.channels[1] = Receiver(came.amqp)

    for piece in range(4):
        came.read()
        if piece == 0:
            channel.is_closing, channel.connection = gone == "closing", None if gone == "closed" else came.amqp

    assert channel.bodies == []


def test_a_frame_in_the_middle_of_a_message_that_does_not_belong_there_is_told(
    channels: tuple[amqp.Channel, amqp.Channel],
) -> None:
    deliver = pack(">HHB1sQ?BB", 60, 60, 1, b"t", 1, False, 0, 0)
    begun = pack(">BHI", 1, 1, len(deliver)) + deliver + b"\xce"
    came = Pieces(begun + frame(b"body before its header"))
    came.amqp.channels[1] = SimpleNamespace(auto_decode=False, is_closing=False, connection=came.amqp)
    came.read()

    with pytest.raises(UnexpectedFrame):
        came.read()
