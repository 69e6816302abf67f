"""The consumer of every queue of ours: back soon after the broker was away, and stopped without dropping a message."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from logging import Filter, LogRecord, getLogger
from time import monotonic
from typing import Any

import amqp
from eventlet.event import Event
from nameko.amqp.consume import Consumer

from services.shared.kit.config import WrongSetting, hide_password
from services.shared.kit.deliveries import read_ahead
from services.shared.kit.frames import acknowledge
from services.shared.kit.publisher import decoded

_log = getLogger(__name__)

# py-amqp itself fails with an AttributeError when the connection goes away under it.
CONNECTION_GONE = (*amqp.Connection.connection_errors, *amqp.Connection.channel_errors, AttributeError)
A_SECOND, A_WHILE = 1, 60
REFUSED = (amqp.AccessRefused, amqp.NotAllowed)


class SteadyConsumer(Consumer):
    """nameko's consumer, but it connects again within about a second, and says only once that it must.

    nameko's closes its connection at a stop, so that the broker gives what is still being done to
    somebody else, to be done again. This one can be told to take nothing more, and finish first.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"on_message": self._read} | kwargs)
        self._told = False
        self._connected: Any = None
        self._channel: Any = None
        self._checked = 0.0
        self._consuming: list[Any] = []
        self._in_hand: set[int] = set()
        self._finished: Any = None
        self.refusal: WrongSetting | None = None

    def run(self, *args: Any, **kwargs: Any) -> None:
        """Consume until it is told to stop, or until the broker refuses what it needs for a start."""
        try:
            super().run(*args, **kwargs)
        except WrongSetting as refused:
            # Raised here or where nameko waits, it would be logged several times over. `kit/run.py` raises it.
            self.refusal = refused
            self.ready.set()

    def consume(self, *args: Any, **kwargs: Any) -> Iterator[None]:
        try:
            # kombu looks up each second whether the broker must hear from it. The bus within this process needs no sign
            # of life, and wakes who waits also when it closes.
            patience = A_WHILE if self.amqp_uri.startswith("embedded") else A_SECOND
            yield from super().consume(*args, safety_interval=patience, **kwargs)
        except REFUSED as refused:
            if not self.ready.is_set():
                raise WrongSetting(
                    f"The broker at {hide_password(self.amqp_uri)} refuses what this service needs "
                    f"({refused.reply_text}). Give a user with the rights that deploy/rights.py gives, with "
                    "BALIE_BROKER_URL."
                ) from None
            # It was let in before, so it is the broker that changed, and perhaps only for a while.
            self._tell("The message broker refuses this user (%s); trying again until it does not.", refused)
            raise

    def get_consumers(self, consumer_cls: Any, channel: Any) -> Any:
        # A connection that was lost while we finish took what was in hand with it, and there is nothing to open it for.
        if self._finished is not None:
            self.should_stop = True
            return []
        # py-amqp would make text of each message, of which JSON is then read as bytes again.
        channel.auto_decode = False
        self._consuming = super().get_consumers(consumer_cls, channel)
        return self._consuming

    def on_consume_ready(self, connection: Any, channel: Any, *args: Any, **kwargs: Any) -> None:
        self._told = False
        self._connected, self._channel = connection, channel
        super().on_consume_ready(connection, channel, *args, **kwargs)

    def _read(self, message: Any) -> None:
        try:
            body = decoded(message)
        except Exception as wrong:
            self.on_decode_error(message, wrong)
        else:
            self.on_message(body, message)

    def on_message(self, body: Any, message: Any) -> None:
        if self._finished is not None:
            # It was on its way when we stopped; another instance does it.
            self.requeue_message(message)
            return
        self._in_hand.add(id(message))
        super().on_message(body, message)

    def finish(self) -> None:
        """Take no more messages, and return when those in hand are done."""
        if self._finished is None:
            self._finished = Event()
            with suppress(*CONNECTION_GONE):
                self._cancel()
        if self._in_hand:
            self._finished.wait()
        self.stop()

    def _cancel(self) -> None:
        for consumer in self._consuming:
            for tag in consumer._active_tags.values():
                # The thread that reads from this connection hears that it is done; nobody else may wait for that.
                consumer.channel.basic_cancel(tag, nowait=True)

    def _done(self, message: Any) -> None:
        self._in_hand.discard(id(message))
        if self._finished is not None and not self._in_hand and not self._finished.ready():
            self._finished.send()

    def on_iteration(self) -> None:
        """Begin again when the connection was lost, and let the broker hear from us also while messages keep coming."""
        # Where an acknowledgement was the first to meet the loss, nothing has been raised yet. kombu would read on from
        # a new connection of its own making, on which nobody asked for messages, so none would ever come.
        transport, link = self._connected.transport, self._channel.connection
        if link is None or not transport.verify_connection(link):
            raise amqp.RecoverableConnectionError("the connection was lost while a message was acknowledged")
        # kombu lets the broker hear from us only in a quiet second.
        if monotonic() - self._checked >= 1:
            self._checked = monotonic()
            self._connected.heartbeat_check()

    @contextmanager
    def establish_connection(self) -> Iterator[Any]:
        # kombu's own pauses grow to half a minute.
        with self.create_connection() as connection:
            connection.ensure_connection(
                self.on_connection_error, None, interval_start=0.1, interval_step=0.3, interval_max=1
            )
            read_ahead(connection)
            yield connection

    def on_connection_error(self, exc: Exception, interval: float) -> None:
        self._tell("The message broker does not answer (%s); trying again until it does.", exc)

    def _tell(self, what: str, wrong: Exception) -> None:
        if not self._told:
            _log.warning(what, wrong)
        self._told = True

    # A message that cannot be answered for any more is delivered again. nameko knows only some of the ways in which a
    # connection can be gone, and the others would end the whole service.

    def ack_message(self, message: Any) -> None:
        with suppress(*CONNECTION_GONE):
            acknowledge(message)
        self._done(message)

    def requeue_message(self, message: Any) -> None:
        with suppress(*CONNECTION_GONE):
            super().requeue_message(message)
        self._done(message)


class _ConsumerLog(Filter):
    """Takes the stack trace off each consumer's line about a lost broker; there are dozens, and all the same.

    A refusal is no loss: the consumer says itself what it is, and not each second.
    """

    def filter(self, record: LogRecord) -> bool:
        refused = record.exc_info and isinstance(record.exc_info[1], REFUSED)
        record.exc_info = None
        return not refused


getLogger("kombu.mixins").addFilter(_ConsumerLog())
