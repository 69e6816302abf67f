"""Messages as the broker has them: what is written is what py-amqp would write, and all is read that comes."""

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

from services.shared.kit import frames

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
        self.amqp: Any = SimpleNamespace(transport=transport, on_inbound_frame=self.seen.append)
        frames.read_ahead(SimpleNamespace(connection=self.amqp))

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
def channel(rabbitmq: Any) -> Iterator[Any]:
    with Connection(rabbitmq.url) as connection:
        frames.read_ahead(connection)
        connection.default_channel.auto_decode = False
        yield connection.default_channel


@pytest.fixture
def queue(channel: Any) -> str:
    name = f"frames-{uuid.uuid4().hex}"
    channel.queue_declare(name, exclusive=True)
    return name


@pytest.mark.parametrize("size", [0, 1, 131_064, 131_065, 500_000])
def test_a_message_arrives_as_it_was_sent(channel: amqp.Channel, queue: str, size: int) -> None:
    headers = {"nameko.call_id_stack": ["a", "b"], "nameko.actor": "é" * 300, "n": 1, "none": None, "sub": {"x": True}}
    properties = {
        "content_type": "application/json",
        "content_encoding": "utf-8",
        "delivery_mode": 1,
        "correlation_id": "c-1",
        "reply_to": "somewhere",
        "expiration": "5000",
    }

    frames.publish(channel, "", queue, b"x" * size, headers=headers, **properties)

    message = channel.basic_get(queue, no_ack=True)
    assert (message.body or b"") == b"x" * size
    assert message.properties.pop("application_headers") == headers
    assert message.properties == properties


def test_what_is_not_given_is_not_sent(channel: amqp.Channel, queue: str) -> None:
    kind = {"content_type": "a/b", "content_encoding": "utf-8", "delivery_mode": 2}

    frames.publish(channel, "", queue, b"x", headers={}, reply_to=None, **kind)

    assert channel.basic_get(queue, no_ack=True).properties == kind


def test_a_message_for_nobody_comes_back(channel: amqp.Channel) -> None:
    returned: list[str] = []
    channel.events["basic_return"].add(lambda exception, exchange, routing_key, message: returned.append(routing_key))
    kind = {"content_type": "a/b", "content_encoding": "utf-8", "delivery_mode": 1}

    frames.publish(channel, "amq.topic", "nobody", b"x", headers={}, mandatory=True, **kind)
    channel.connection.drain_events(timeout=10)

    assert returned == ["nobody"]
