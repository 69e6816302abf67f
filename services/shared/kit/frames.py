"""Messages as the broker's protocol has them (AMQP 0-9-1), read and written in one go.

py-amqp reads each of a message's three frames in three steps, with the socket's timeout set and put
back around each, and puts a message together from a list of all properties there could be: a hundred
calls for each message. Frames are read here out of what has come already, and a message is written as one
piece. What is special about a connection, such as opening, closing and its channels, stays with py-amqp.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from struct import pack, unpack_from
from typing import Any

from amqp import Channel
from amqp.exceptions import UnexpectedFrame
from amqp.serialization import dumps
from amqp.transport import TCPTransport
from kombu import Connection

READ_AT_ONCE = 65536
METHOD, HEADER, BODY, END = 1, 2, 3, 0xCE
AROUND = 8  # bytes of a frame beside what it carries
BASIC_PUBLISH = (60, 40)
# The flag of each property, in the order in which they are written; see section 4.2.6.1 of the protocol.
TEXTS = {"content_type": 1 << 15, "content_encoding": 1 << 14}
HEADERS, MODE = 1 << 13, 1 << 12
MORE_TEXTS = {"correlation_id": 1 << 10, "reply_to": 1 << 9, "expiration": 1 << 8}


def read_ahead(connection: Connection) -> None:
    """Let a connection take what there is from its socket at once, and read frames out of that."""
    amqp = connection.connection
    transport = getattr(amqp, "transport", None)
    if not isinstance(transport, TCPTransport):
        return
    come = _Come(transport)

    def blocking_read(timeout: float | None = None) -> Any:
        frame = come.next()
        if frame is None:
            with transport.having_timeout(timeout):
                frame = come.wait_for_next()
        return amqp.on_inbound_frame(frame)

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


def publish(
    channel: Any,
    exchange: str,
    routing_key: str,
    body: bytes,
    *,
    headers: dict[str, Any],
    mandatory: bool = False,
    **properties: Any,
) -> None:
    """Give the broker a message; the properties are those of `TEXTS` and `MORE_TEXTS`, and `delivery_mode`."""
    if not isinstance(channel, Channel):
        # The bus within this process has no frames.
        kind = {name: properties.pop(name) for name in TEXTS}
        message = channel.prepare_message(body, headers=headers, properties=properties, **kind)
        channel.basic_publish(message, exchange=exchange, routing_key=routing_key, mandatory=mandatory)
        return
    connection, number = channel.connection, channel.channel_id
    most = connection.frame_max - AROUND
    connection.transport.write(
        _frame(METHOD, number, _method(exchange, routing_key, mandatory))
        + _frame(HEADER, number, _header(len(body), headers, properties))
        + b"".join(_frame(BODY, number, body[at : at + most]) for at in range(0, len(body), most))
    )


def _frame(kind: int, channel: int, carried: bytes) -> bytes:
    return pack(">BHI", kind, channel, len(carried)) + carried + b"\xce"


@lru_cache(maxsize=1000)
def _method(exchange: str, routing_key: str, mandatory: bool) -> bytes:
    arguments: bytes = dumps("Bssbb", (0, exchange, routing_key, mandatory, False))
    return pack(">HH", *BASIC_PUBLISH) + arguments


def _header(size: int, headers: dict[str, Any], properties: dict[str, Any]) -> bytes:
    flags, written = 0, b""
    for name, flag in TEXTS.items():
        flags, written = flags | flag, written + _text(properties[name])
    if headers:
        flags, written = flags | HEADERS, written + dumps("F", (headers,))
    flags, written = flags | MODE, written + bytes((properties["delivery_mode"],))
    for name, flag in MORE_TEXTS.items():
        if (value := properties.get(name)) is not None:
            flags, written = flags | flag, written + _text(value)
    return pack(">HHQH", BASIC_PUBLISH[0], 0, size, flags) + written


def _text(value: str) -> bytes:
    encoded = value.encode()
    return bytes((len(encoded),)) + encoded
