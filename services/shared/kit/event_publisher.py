"""The connection over which a relay gives its events to the broker, and hears that the broker has them.

nameko's publisher waits for the broker after each event. Here a whole batch goes out first, and
there is one wait for all of its confirms.
"""

from __future__ import annotations

from typing import Any

import eventlet
from eventlet.event import Event as Wake
from kombu import Exchange
from nameko.constants import PERSISTENT

from services.shared.contracts.event import Event
from services.shared.kit import frames
from services.shared.kit.publisher import TRANSIENT, BrokerDown, Publisher, encode


def events_exchange(source: str) -> Exchange:
    """nameko's own exchange for a service's events, so any nameko service can listen with `@event_handler`."""
    return Exchange(f"{source}.events", type="topic", durable=True, delivery_mode=PERSISTENT)


def bell_exchange(source: str) -> Exchange:
    """The exchange that rings when a service's journal has news."""
    return Exchange(f"{source}.bell", type="fanout", durable=True)


class EventPublisher(Publisher):
    """Publishes batches of events of one source, one batch at a time, each followed by the bell."""

    def __init__(self, uri: str, source: str) -> None:
        super().__init__(uri)
        self.source = source
        self._unconfirmed: set[int] = set()
        self._sent = 0
        self._done: Any = Wake()

    def publish_batch(self, batch: list[Event], timeout: float) -> None:
        """Publish these and ring the bell; returns when the broker has them all, else raises `BrokerDown`."""
        messages = [
            (f"{self.source}.events", event.name, encode(event.to_envelope()), PERSISTENT, _headers(event))
            for event in batch
        ]
        messages.append((f"{self.source}.bell", "", encode(""), TRANSIENT, {}))

        def send(channel: Any) -> None:
            self._done, confirms = Wake(), hasattr(channel, "confirm_select")
            for message in messages:
                self._sent += 1
                self._unconfirmed.add(self._sent)
                self._send_one(channel, *message)
            if not confirms:
                # The bus within this process has a message as soon as it was given.
                self._confirmed(self._sent, True)

        # Not an ordinary exception: a send that is cut off must not be taken for a lost connection, and tried again.
        deadline = eventlet.Timeout(timeout)
        try:
            with self._lock:
                self._send(send)
            self._done.wait()
        except eventlet.Timeout as late:
            self._drop()
            if late is not deadline:
                raise
            raise BrokerDown(f"the message broker does not confirm within {timeout:g} s") from None
        except BaseException:
            self._drop()
            raise
        finally:
            deadline.cancel()

    def _send_one(
        self, channel: Any, exchange: str, routing_key: str, body: bytes, mode: int, headers: dict[str, Any]
    ) -> None:
        frames.publish(
            channel,
            exchange,
            routing_key,
            body,
            headers=headers,
            content_type="application/json",
            content_encoding="utf-8",
            delivery_mode=mode,
        )

    def _prepare(self, channel: Any) -> None:
        self._unconfirmed, self._sent = set(), 0
        for exchange in (events_exchange(self.source), bell_exchange(self.source)):
            exchange(channel).declare()
        if hasattr(channel, "confirm_select"):
            channel.events["basic_ack"].add(self._confirmed)
            channel.events["basic_nack"].add(self._refused)
            channel.confirm_select()

    def _confirmed(self, tag: int, multiple: bool) -> None:
        self._unconfirmed -= {sent for sent in self._unconfirmed if sent <= tag} if multiple else {tag}
        if not self._unconfirmed:
            self._end()

    def _refused(self, tag: int, multiple: bool, requeue: bool = False) -> None:
        self._end(BrokerDown("the message broker could not keep an event"))

    def _drop(self) -> None:
        super()._drop()
        self._end(BrokerDown("the connection was lost before the message broker confirmed all events"))

    def _end(self, failure: Exception | None = None) -> None:
        if not self._done.ready():
            self._done.send_exception(failure) if failure else self._done.send()


def _headers(event: Event) -> dict[str, Any]:
    """nameko's headers, so that a handler elsewhere goes on under the same correlation id."""
    return {"nameko.correlation_id": event.correlation_id} if event.correlation_id else {}
