"""A channel to the broker inside this process; the connections are in `kit/embedded.py`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from itertools import count
from time import monotonic
from typing import TYPE_CHECKING, Any

import amqp
from amqp.exceptions import NotFound, RecoverableConnectionError, error_for_code
from amqp.protocol import queue_declare_ok_t
from kombu.transport import virtual
from kombu.transport.virtual.exchange import STANDARD_EXCHANGE_TYPES
from kombu.utils.uuid import uuid

from services.shared.kit.embedded_queues import AmqpTopicExchange, Entry, Queue, Subscription, broker

if TYPE_CHECKING:
    from services.shared.kit.embedded import Transport

NO_ROUTE = 312


class Channel(virtual.Channel):
    """A channel that hands out, takes back and returns messages as RabbitMQ does."""

    exchange_types = {**STANDARD_EXCHANGE_TYPES, "topic": AmqpTopicExchange}
    supports_fanout = True
    do_restore = False  # Unacknowledged messages are kept in `_unacked`, not in kombu's QoS.

    def __init__(self, connection: Transport, **kwargs: Any) -> None:
        super().__init__(connection, **kwargs)
        # kombu sets `connection` to None when the channel closes; closing itself still needs it.
        self.transport = connection
        self.events: dict[str, set[Callable[..., Any]]] = defaultdict(set)
        self.prefetch_count = 0
        self._tags = count(1)
        self._unacked: dict[int, tuple[Queue, Entry]] = {}
        self._subscriptions: dict[str, Subscription] = {}

    # Queues

    def queue_declare(
        self,
        queue: str | None = None,
        passive: bool = False,
        arguments: dict[str, Any] | None = None,
        auto_delete: bool = False,
        **kwargs: Any,
    ) -> queue_declare_ok_t:
        """Declare a queue; of the arguments, the ones Balie depends on are honoured."""
        name, arguments = queue or f"amq.gen-{uuid()}", arguments or {}
        with self._locked():
            if passive and name not in broker.queues:
                raise NotFound(f"NOT_FOUND - no queue {name!r}", (50, 10), "404")
            known = broker.queues.get(name) or Queue(
                name,
                max_length=arguments.get("x-max-length"),
                single_active=bool(arguments.get("x-single-active-consumer")),
                auto_delete=auto_delete,
            )
            broker.queues[name] = known
            known.drop_expired()
            return queue_declare_ok_t(name, len(known.ready), len(known.subscriptions))

    def queue_delete(self, queue: str, if_unused: bool = False, if_empty: bool = False, **kwargs: Any) -> None:
        with self._locked():
            known = broker.queues.get(queue)
            if known is None or (if_empty and known.ready) or (if_unused and known.subscriptions):
                return
            del broker.queues[queue]
            self.state.queue_bindings_delete(queue)
            for exchange in self.state.exchanges.values():
                exchange["table"] = [binding for binding in exchange["table"] if binding[2] != queue]

    def queue_bind(self, *args: Any, **kwargs: Any) -> None:
        with self._locked():
            super().queue_bind(*args, **kwargs)

    def _queue_bind(self, *args: Any) -> None:
        """Nothing to do: kombu asks this of brokers that keep fanout bindings of their own."""

    def exchange_declare(self, *args: Any, **kwargs: Any) -> None:
        with self._locked():
            super().exchange_declare(*args, **kwargs)

    def _has_queue(self, queue: str, **kwargs: Any) -> bool:
        return queue in broker.queues

    def _size(self, queue: str) -> int:
        return len(self._known(queue).ready)

    def _purge(self, queue: str) -> int:
        with self._locked():
            ready = self._known(queue).ready
            purged = len(ready)
            ready.clear()
            return purged

    def _known(self, queue: str) -> Queue:
        try:
            return broker.queues[queue]
        except KeyError:
            raise NotFound(f"NOT_FOUND - no queue {queue!r}", (60, 20), "404") from None

    # Publishing

    def prepare_message(
        self,
        body: Any,
        priority: int | None = None,
        content_type: str | None = None,
        content_encoding: str | None = None,
        headers: dict[str, Any] | None = None,
        properties: dict[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Make a message whose properties name its content type, as on AMQP; nameko's replies need it."""
        properties = dict(properties or {}, content_type=content_type, content_encoding=content_encoding)
        message: dict[str, Any] = super().prepare_message(
            body, priority, content_type, content_encoding, headers, properties
        )
        return message

    def basic_publish(
        self, message: dict[str, Any], exchange: str, routing_key: str, mandatory: bool = False, **kwargs: Any
    ) -> None:
        """Put the message on each queue that wants it; without any, a mandatory message comes back."""
        properties = message["properties"]
        properties["delivery_info"] = {"exchange": exchange, "routing_key": routing_key}
        expiration = properties.get("expiration")
        with self._locked():
            queues = self._routes(exchange, routing_key)
            for queue in queues:
                # RabbitMQ counts the time to live from the arrival in the queue.
                queue.put(Entry(message, monotonic() + int(expiration) / 1000 if expiration else None))
        if mandatory and not queues:
            self._return(message, exchange, routing_key)

    def _routes(self, exchange: str, routing_key: str) -> list[Queue]:
        if exchange and exchange not in self.state.exchanges:
            raise NotFound(f"NOT_FOUND - no exchange {exchange!r}", (60, 40), "404")
        names = self._lookup(exchange, routing_key)
        return [broker.queues[name] for name in names if name in broker.queues]

    def _return(self, message: dict[str, Any], exchange: str, routing_key: str) -> None:
        error = error_for_code(NO_ROUTE, "NO_ROUTE", (60, 50), amqp.ChannelError)
        returned = self._message(message, tag=0, redelivered=False)
        for listener in self.events["basic_return"]:
            listener(error, exchange, routing_key, returned)
        # With confirms the publisher waits, and py-amqp raises what came back in the meantime.
        confirms = self.transport.client.transport_options.get("confirm_publish")
        if confirms and not self.events["basic_return"]:
            raise error

    # Consuming

    def basic_qos(self, prefetch_size: int = 0, prefetch_count: int = 0, apply_global: bool = False) -> None:
        self.prefetch_count = prefetch_count

    def has_room(self) -> bool:
        """Whether the prefetch count allows one more message."""
        return not self.prefetch_count or len(self._unacked) < self.prefetch_count

    def basic_consume(
        self, queue: str, no_ack: bool, callback: Callable[[Any], Any], consumer_tag: str, **kwargs: Any
    ) -> None:
        with self._locked():
            subscription = Subscription(consumer_tag, self._known(queue), self, callback, no_ack)
            subscription.queue.subscriptions.append(subscription)
            self.transport.subscriptions.append(subscription)
            self._subscriptions[consumer_tag] = subscription
            self.transport.awake.set()
        if no_ack and self.no_ack_consumers is not None:
            self.no_ack_consumers.add(consumer_tag)

    def basic_cancel(self, consumer_tag: str, **kwargs: Any) -> None:
        with broker.lock:
            subscription = self._subscriptions.pop(consumer_tag, None)
            if subscription is None:
                return
            queue = subscription.queue
            queue.subscriptions.remove(subscription)
            self.transport.subscriptions.remove(subscription)
            if queue.auto_delete and not queue.subscriptions and broker.queues.get(queue.name) is queue:
                self.queue_delete(queue.name)
            queue.wake()

    def basic_get(self, queue: str, no_ack: bool = False, **kwargs: Any) -> Any:
        with self._locked():
            known = self._known(queue)
            entry = known.take()
            return entry and self._hand_out(known, entry, no_ack)

    def next_delivery(self, subscription: Subscription) -> Any:
        """The next message for this consumer, or None."""
        entry = subscription.next_entry()
        return entry and self._hand_out(subscription.queue, entry, subscription.no_ack)

    def _hand_out(self, queue: Queue, entry: Entry, no_ack: bool) -> Any:
        tag = next(self._tags)
        if not no_ack:
            self._unacked[tag] = (queue, entry)
        return self._message(entry.message, tag, entry.redelivered)

    def _message(self, message: dict[str, Any], tag: int, redelivered: bool) -> Any:
        # Several queues may hold this message, so each consumer gets its own headers and properties.
        told = dict(message["properties"], delivery_tag=tag)
        told["delivery_info"] = dict(told["delivery_info"], redelivered=redelivered)
        return self.Message(dict(message, properties=told, headers=dict(message["headers"])), channel=self)

    # Answers to what was handed out

    def basic_ack(self, delivery_tag: int, multiple: bool = False) -> None:
        self._settle(delivery_tag, multiple, requeue=False)

    def basic_reject(self, delivery_tag: int, requeue: bool = False) -> None:
        self._settle(delivery_tag, False, requeue)

    def basic_recover(self, requeue: bool = False) -> None:
        if self._unacked:
            self._settle(max(self._unacked), True, requeue=True)

    def _settle(self, delivery_tag: int, multiple: bool, requeue: bool) -> None:
        with broker.lock:
            tags = [tag for tag in self._unacked if tag <= delivery_tag] if multiple else [delivery_tag]
            # Newest first, so that what goes back to the front of its queue keeps its order.
            for tag in reversed(tags):
                queue, entry = self._unacked.pop(tag, (None, None))
                if requeue and queue is not None and entry is not None:
                    queue.put_back(entry)
            self.transport.awake.set()

    def close(self) -> None:
        """Close the channel; what it had not acknowledged goes back to its queues."""
        if self.closed:
            return
        with broker.lock:
            for tag in list(self._subscriptions):
                self.basic_cancel(tag)
            self.basic_recover(requeue=True)
        super().close()

    def _locked(self) -> Any:
        """The broker's lock, for a channel that may still use the broker."""
        if self.closed or not self.transport.alive:
            raise RecoverableConnectionError("connection already closed")
        return broker.lock
