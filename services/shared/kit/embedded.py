"""A message broker inside this process, so that Balie runs with nothing installed beside it.

kombu's own `memory://` transport comes close, but nameko cannot live on it: it polls, loses the
content type, returns nothing that could not be delivered, and forgets what a dying consumer held.
`embedded://` keeps kombu's model of exchanges and bindings (`kombu.transport.virtual`) and does the
queues as RabbitMQ does them. Importing this module makes the transport known to kombu.

There is one broker per process; its queues are in `kit/embedded_queues.py`, and what is done with them in
`kit/embedded_channel.py`.
"""

from __future__ import annotations

import threading
from collections import deque
from time import monotonic
from typing import Any, ClassVar

import amqp
from amqp.exceptions import RecoverableConnectionError
from kombu.transport import TRANSPORT_ALIASES, virtual

from services.shared.kit.embedded_channel import Channel
from services.shared.kit.embedded_queues import Subscription, broker, reset

__all__ = ["Channel", "Transport", "register", "reset"]


class Transport(virtual.Transport):
    """A connection to the broker in this process."""

    Channel = Channel
    driver_type = "embedded"
    driver_name = "embedded"
    # Without a host name kombu would warn that it takes a default one.
    default_connection_params: ClassVar[dict[str, Any]] = {}
    implements = virtual.Transport.implements.extend(exchange_type=frozenset(["direct", "topic", "fanout"]))

    # The same errors as on AMQP: kombu retries what is recoverable and nameko reads the others.
    connection_errors = amqp.Connection.connection_errors
    channel_errors = amqp.Connection.channel_errors
    recoverable_connection_errors = amqp.Connection.recoverable_connection_errors
    recoverable_channel_errors = amqp.Connection.recoverable_channel_errors

    def __init__(self, client: Any, **kwargs: Any) -> None:
        super().__init__(client, **kwargs)
        self.state = broker.state
        self.subscriptions: deque[Subscription] = deque()
        self.awake = threading.Event()
        self.alive = True

    def establish_connection(self) -> Transport:
        self.alive = True
        broker.transports.add(self)
        super().establish_connection()
        return self

    def verify_connection(self, connection: Transport) -> bool:
        return self.alive

    def driver_version(self) -> str:
        return "1"

    def drain_events(self, connection: Transport, timeout: float | None = None) -> None:
        """Deliver one message, waiting for it until `timeout`; nothing is polled."""
        deadline = None if timeout is None else monotonic() + timeout
        while True:
            with broker.lock:
                if not self.alive:
                    raise RecoverableConnectionError("connection already closed")
                subscription, message = self._next_delivery()
                if message is None:
                    self.awake.clear()
            if subscription is not None:
                subscription.callback(message)
                return
            left = None if deadline is None else deadline - monotonic()
            if left is not None and left <= 0:
                raise TimeoutError
            self.awake.wait(left)

    def _next_delivery(self) -> tuple[Subscription | None, Any]:
        for _ in range(len(self.subscriptions)):
            # The consumers of one connection take turns.
            subscription = self.subscriptions[0]
            self.subscriptions.rotate(-1)
            message = subscription.channel.next_delivery(subscription)
            if message is not None:
                return subscription, message
        return None, None

    def close_connection(self, connection: Transport) -> None:
        super().close_connection(connection)
        broker.transports.discard(self)
        self.alive = False
        self.awake.set()


def register() -> None:
    """Make `embedded://` known to kombu."""
    TRANSPORT_ALIASES["embedded"] = f"{__name__}:Transport"


register()
