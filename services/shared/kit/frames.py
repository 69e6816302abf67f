"""Messages to the broker, written in one go (AMQP 0-9-1).

py-amqp puts a message together from a list of all properties there could be, and writes its headers
value by value: a hundred calls for each request. What comes from the broker is in `kit/deliveries.py`.
"""

from __future__ import annotations

from functools import lru_cache
from struct import pack
from typing import Any

from amqp import Channel
from amqp.serialization import dumps

METHOD, HEADER, BODY, END = 1, 2, 3, 0xCE
AROUND = 8  # bytes of a frame beside what it carries
BASIC = 60
PUBLISH, DELIVER, ACK = (pack(">HH", BASIC, method) for method in (40, 60, 80))
# The flag of each property, in the order in which they are written; see section 4.2.6.1 of the protocol.
TEXTS = {"content_type": 1 << 15, "content_encoding": 1 << 14}
HEADERS, MODE = 1 << 13, 1 << 12
MORE_TEXTS = {"correlation_id": 1 << 10, "reply_to": 1 << 9, "expiration": 1 << 8}
# Of the values a header can have, those that ours have.
TEXT, ARRAY = b"SA"


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


def acknowledge(message: Any) -> None:
    """Tell the broker that a message is done with; raises what kombu raises when the connection is gone."""
    channel = message.channel
    if not isinstance(channel, Channel):
        message.ack()
        return
    # py-amqp holds a lock around this. It is too short to be sent in pieces, between which another could come.
    told = ACK + pack(">QB", message.delivery_tag, 0)
    channel.connection.transport.write(_frame(METHOD, channel.channel_id, told))


def _frame(kind: int, channel: int, carried: bytes) -> bytes:
    return pack(">BHI", kind, channel, len(carried)) + carried + b"\xce"


@lru_cache(maxsize=1000)
def _method(exchange: str, routing_key: str, mandatory: bool) -> bytes:
    arguments: bytes = dumps("Bssbb", (0, exchange, routing_key, mandatory, False))
    return PUBLISH + arguments


def _header(size: int, headers: dict[str, Any], properties: dict[str, Any]) -> bytes:
    flags, written = 0, b""
    for name, flag in TEXTS.items():
        flags, written = flags | flag, written + _text(properties[name])
    if headers:
        flags, written = flags | HEADERS, written + _table(headers)
    flags, written = flags | MODE, written + bytes((properties["delivery_mode"],))
    for name, flag in MORE_TEXTS.items():
        if (value := properties.get(name)) is not None:
            flags, written = flags | flag, written + _text(value)
    return pack(">HHQH", BASIC, 0, size, flags) + written


def _table(headers: dict[str, Any]) -> bytes:
    written = b"".join([_text(name) + _value(value) for name, value in headers.items()])
    return pack(">I", len(written)) + written


def _value(value: Any) -> bytes:
    if type(value) is str:
        encoded = value.encode()
        return pack(">BI", TEXT, len(encoded)) + encoded
    if type(value) is list:
        encoded = b"".join([_value(one) for one in value])
        return pack(">BI", ARRAY, len(encoded)) + encoded
    # Seldom: of a table with this value under no name, what comes after the size and the name.
    table: bytes = dumps("F", ({"": value},))
    return table[5:]


def _text(value: str) -> bytes:
    encoded = value.encode()
    return bytes((len(encoded),)) + encoded
