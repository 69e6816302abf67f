"""The one connection over which a process sends its RPC requests and replies.

nameko takes a connection from kombu's pool for every message, declares the reply queue again and
waits for a confirm, because its callers would otherwise wait for ever. Ours have a timeout, so a
request or reply needs neither; one open channel does three times as many calls (see
docs/decisions). What comes back undeliverable fails its call at once.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from logging import getLogger
from typing import Any
from weakref import WeakValueDictionary

import eventlet
import orjson
from eventlet.semaphore import Semaphore
from kombu import Connection
from kombu.serialization import dumps, register
from kombu.utils import json as kombu_json
from nameko import config
from nameko.constants import (
    AMQP_SSL_CONFIG_KEY,
    AMQP_URI_CONFIG_KEY,
    DEFAULT_AMQP_URI,
    DEFAULT_HEARTBEAT,
    HEARTBEAT_CONFIG_KEY,
    LOGIN_METHOD_CONFIG_KEY,
)
from nameko.rpc import get_rpc_exchange

from services.shared.kit import embedded, frames
from services.shared.kit.deliveries import read_ahead

TRANSIENT = 1
JSON = "application/json"

_log = getLogger(__name__)

embedded.register()


def encode(value: Any) -> bytes:
    """JSON as kombu writes it, by orjson where that can do it."""
    try:
        return orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS | _AS_KOMBU)
    except TypeError:
        text: str = kombu_json.dumps(value)
        return text.encode()


def decode(data: bytes | memoryview | str) -> Any:
    """JSON as kombu reads it: a value that JSON has no word for is marked with `__type__`, and NaN may occur."""
    text = data.encode() if isinstance(data, str) else bytes(data)
    if b'"__type__"' not in text:
        with suppress(orjson.JSONDecodeError):
            return orjson.loads(text)
    return kombu_json.loads(text)


# Values that orjson would write in its own way are left to kombu, so a plain nameko service reads them.
_AS_KOMBU = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_SUBCLASS

register("json", encode, decode, content_type=JSON, content_encoding="utf-8")


def decoded(message: Any) -> Any:
    """What a message says; JSON most often, for which kombu need not look up who reads it."""
    return decode(message.body) if message.content_type == JSON and message.body else message.payload


class BrokerDown(Exception):
    """The broker did not take a message in time; the cause says why."""


class Publisher:
    """Sends messages over one channel, which any number of green threads share.

    It connects at the first message, and again at the first message after the connection was lost.
    """

    def __init__(self, uri: str) -> None:
        self.uri = uri
        self._connection: Connection | None = None
        self._channel: Any = None
        self._listener: Any = None
        self._exchange = ""
        # Held while something is written: a message is several frames, and they must stay together.
        self._lock = Semaphore()
        self._returned: WeakValueDictionary[str, Any] = WeakValueDictionary()

    def tell_returned(self, reply_to: str, owner: Any) -> None:
        """Call `owner.returned(correlation_id)` when a request with this `reply_to` finds no queue."""
        self._returned[reply_to] = owner

    def publish(
        self,
        payload: Any,
        routing_key: str,
        *,
        timeout: float,
        serializer: str = "json",
        headers: dict[str, Any] | None = None,
        mandatory: bool = False,
        **properties: Any,
    ) -> None:
        """Send one message on nameko's RPC exchange; raises `BrokerDown` within `timeout` seconds."""
        if serializer == "json":
            content_type, content_encoding, body = JSON, "utf-8", encode(payload)
        else:
            content_type, content_encoding, body = dumps(payload, serializer=serializer)

        def send(channel: Any) -> None:
            frames.publish(
                channel,
                self._exchange,
                routing_key,
                body if isinstance(body, bytes) else body.encode(),
                headers=headers or {},
                mandatory=mandatory,
                content_type=content_type,
                content_encoding=content_encoding,
                # The caller's timeout covers a lost message, so it need not reach a disk.
                delivery_mode=TRANSIENT,
                **properties,
            )

        deadline = eventlet.Timeout(timeout)
        try:
            with self._lock:
                self._send(send)
        except eventlet.Timeout as late:
            if late is not deadline:
                raise
            raise BrokerDown(f"the message broker does not take messages within {timeout:g} s") from None
        finally:
            deadline.cancel()

    def _send(self, send: Callable[[Any], None]) -> None:
        fresh = self._channel is None
        try:
            if fresh:
                self._connect()
            send(self._channel)
        except BaseException as wrong:
            # Whatever went wrong, half a message may have been written: this connection is of no use any more.
            self._drop()
            if not isinstance(wrong, Exception):
                raise
            if fresh:
                raise BrokerDown(f"the message broker does not answer: {wrong}") from wrong
            # The connection had died since the last message, so this one goes over a new one.
            self._send(send)

    def _connect(self) -> None:
        self._connection = connection = Connection(
            self.uri,
            ssl=config.get(AMQP_SSL_CONFIG_KEY),
            login_method=config.get(LOGIN_METHOD_CONFIG_KEY),
            heartbeat=config.get(HEARTBEAT_CONFIG_KEY, DEFAULT_HEARTBEAT),
        )
        connection.ensure_connection(max_retries=0)
        read_ahead(connection)
        channel = connection.default_channel
        self._prepare(channel)
        capabilities = getattr(connection.connection, "client_properties", {}).get("capabilities", {})
        # py-amqp would read from the socket before each message to see whether the broker has blocked us, but
        # `_listen` is reading there already.
        capabilities.pop("connection.blocked", None)
        self._channel = channel
        self._listener = eventlet.spawn(self._listen, connection)

    def _prepare(self, channel: Any) -> None:
        # A message for an exchange that is not there would close the channel.
        exchange = get_rpc_exchange()(channel)
        exchange.declare()
        self._exchange = exchange.name
        channel.events["basic_return"].add(self._on_return)

    def _listen(self, connection: Connection) -> None:
        """Hear what the broker says on this connection: returned messages, heartbeats, its end."""
        try:
            while True:
                try:
                    connection.drain_events(timeout=1)
                except TimeoutError:
                    with self._lock:
                        connection.heartbeat_check()
        except Exception as lost:
            if self._connection is connection:
                _log.warning("The connection for messages was lost: %s", lost)
                self._drop()

    def _on_return(self, exception: Exception, exchange: str, routing_key: str, message: Any) -> None:
        owner = self._returned.get(message.properties.get("reply_to"))
        if owner is not None:
            owner.returned(message.properties.get("correlation_id"))

    def _drop(self) -> None:
        connection, listener = self._connection, self._listener
        self._connection = self._channel = self._listener = None
        try:
            # A green thread that waits for a socket which is closed under it waits for ever, and meets whatever is
            # opened next under the same number.
            if listener is not None and listener is not eventlet.getcurrent():
                listener.kill()
        finally:
            if connection is not None:
                connection.collect()

    def close(self) -> None:
        """Close the connection; the next message opens it again."""
        with self._lock:
            self._drop()


_publishers: dict[str, Publisher] = {}


def publisher() -> Publisher:
    """The publisher of this process for the configured broker."""
    uri = config.get(AMQP_URI_CONFIG_KEY, DEFAULT_AMQP_URI)
    if uri not in _publishers:
        _publishers[uri] = Publisher(uri)
    return _publishers[uri]


def close_publishers() -> None:
    """Close all publishing connections of this process."""
    while _publishers:
        _publishers.popitem()[1].close()
