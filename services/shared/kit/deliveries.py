"""What comes from the broker (AMQP 0-9-1), read out of what has come already.

py-amqp reads each frame in three steps, with the socket's timeout set and put back around each, hands
each of a message's three frames through five functions, and reads properties and headers value by
value: two hundred calls for a request. What is seldom in a message is left to py-amqp, and so is
what is no message: opening, closing, and all that the broker asks.
"""

from __future__ import annotations

from collections.abc import Callable
from struct import unpack_from
from typing import Any

from amqp.basic_message import Message
from amqp.exceptions import UnexpectedFrame
from amqp.serialization import decode_properties_basic, loads
from amqp.transport import TCPTransport
from kombu import Connection

from services.shared.kit.frames import (
    AROUND,
    ARRAY,
    BODY,
    DELIVER,
    END,
    HEADER,
    HEADERS,
    METHOD,
    MODE,
    MORE_TEXTS,
    TEXT,
    TEXTS,
)

READ_AT_ONCE = 65536
KNOWN = HEADERS | MODE | sum(TEXTS.values()) | sum(MORE_TEXTS.values())


def read_ahead(connection: Connection) -> None:
    """Let a connection take what there is from its socket at once, and read frames out of that."""
    amqp = connection.connection
    transport = getattr(amqp, "transport", None)
    if not isinstance(transport, TCPTransport):
        return
    come, deliveries = _Come(transport), _Deliveries(amqp)

    def blocking_read(timeout: float | None = None) -> bool:
        frame = come.next()
        if frame is None:
            with transport.having_timeout(timeout):
                frame = come.wait_for_next()
        return deliveries.take(frame)

    amqp.blocking_read = blocking_read


class _Come:
    """What has come from a socket and was not read yet."""

    def __init__(self, transport: Any) -> None:
        self._transport = transport
        self._receive: Callable[[int], bytes] = transport.sock.recv
        self._bytes: bytes = bytes(transport._read_buffer)
        self._at = 0

    def next(self) -> tuple[int, int, bytes] | None:
        """The next frame (its type, its channel and what it carries), if all of it has come."""
        come, at = self._bytes, self._at
        if len(come) - at < AROUND:
            return None
        kind, channel, size = unpack_from(">BHI", come, at)
        end = at + AROUND - 1 + size
        if len(come) <= end:
            return None
        if come[end] != END:
            raise UnexpectedFrame(f"A frame from the broker ends with {come[end]:#04x} instead of 0xce.")
        self._at = end + 1
        return kind, channel, come[at + AROUND - 1 : end]

    def wait_for_next(self) -> tuple[int, int, bytes]:
        """The next frame; a timeout meanwhile loses nothing of it."""
        while (frame := self.next()) is None:
            more = self._receive(READ_AT_ONCE)
            if not more:
                self._transport.connected = False
                raise ConnectionResetError("The broker closed the connection.")
            self._bytes, self._at = self._bytes[self._at :] + more, 0
        return frame


class _Deliveries:
    """Messages that are delivered over one connection, put together out of their frames."""

    def __init__(self, amqp: Any) -> None:
        self._amqp = amqp
        self._coming: dict[int, _Coming] = {}

    def take(self, frame: tuple[int, int, bytes]) -> bool:
        """Take a frame; says whether something was done with what has come."""
        kind, number, carried = frame
        coming = self._coming.get(number)
        if coming is None:
            channel = self._amqp.channels.get(number) if kind == METHOD and carried[:4] == DELIVER else None
            if channel is None or channel.auto_decode:
                return bool(self._amqp.on_inbound_frame(frame))
            self._coming[number] = _Coming(channel, carried)
        # By this py-amqp knows that the broker is alive.
        self._amqp.bytes_recv += 1
        if coming is None or not coming.take(kind, carried):
            return False
        del self._coming[number]
        coming.hand_over()
        return True


class _Coming:
    """A message of which not all has come."""

    def __init__(self, channel: Any, method: bytes) -> None:
        self._channel, self._method, self._message = channel, method, Message()
        self._missing: int | None = None
        self._parts: list[bytes] = []

    def take(self, kind: int, carried: bytes) -> bool:
        """Take its next frame; says whether all of it has come."""
        if kind != (HEADER if self._missing is None else BODY):
            raise UnexpectedFrame(f"A frame of type {kind} came from the broker in the middle of a message.")
        if self._missing is None:
            (self._missing,) = unpack_from(">Q", carried, 4)
            self._message.properties = _properties(carried)
        else:
            self._missing -= len(carried)
            self._parts.append(carried)
        return self._missing <= 0

    def hand_over(self) -> None:
        """Give it to who consumes; a channel that closes has nobody left, and the broker keeps it for another."""
        if self._channel.is_closing or self._channel.connection is None:
            return
        self._message.body = b"".join(self._parts)
        consumer_tag, at = _short(self._method, 4)
        delivery_tag, again = unpack_from(">Q?", self._method, at)
        exchange, at = _short(self._method, at + 9)
        routing_key, _ = _short(self._method, at)
        self._channel._on_basic_deliver(consumer_tag, delivery_tag, again, exchange, routing_key, self._message)


def _properties(header: bytes) -> dict[str, Any]:
    (flags,) = unpack_from(">H", header, 12)
    if flags & ~KNOWN:
        try:
            return dict(decode_properties_basic(header, 12)[0])
        except UnicodeDecodeError:
            # Whoever may send here could otherwise end the service with one message that is no text.
            return {}
    properties: dict[str, Any] = {}
    at = 14
    for name, flag in TEXTS.items():
        if flags & flag:
            properties[name], at = _short(header, at)
    if flags & HEADERS:
        properties["application_headers"], at = _table(header, at)
    if flags & MODE:
        properties["delivery_mode"], at = header[at], at + 1
    for name, flag in MORE_TEXTS.items():
        if flags & flag:
            properties[name], at = _short(header, at)
    return properties


def _table(carried: bytes, begin: int) -> tuple[dict[str, Any], int]:
    at = begin + 4
    end = at + int.from_bytes(carried[begin:at])
    table: dict[str, Any] = {}
    try:
        while at < end:
            name, at = _short(carried, at, errors="strict")
            table[name], at = _value(carried, at)
    except (_Seldom, UnicodeDecodeError):
        (table,), _ = loads("F", carried, begin)
    return table, end


class _Seldom(Exception):
    """A value that py-amqp reads."""


def _value(carried: bytes, at: int) -> tuple[Any, int]:
    kind, first = carried[at], at + 5
    end = first + int.from_bytes(carried[at + 1 : first])
    if kind == TEXT:
        return carried[first:end].decode(), end
    if kind == ARRAY:
        values = []
        while first < end:
            value, first = _value(carried, first)
            values.append(value)
        return values, end
    raise _Seldom


def _short(carried: bytes, at: int, errors: str = "replace") -> tuple[str, int]:
    end = at + 1 + carried[at]
    return carried[at + 1 : end].decode(errors=errors), end
