"""The queues of the broker inside this process: messages in order, and who wants them.

`kit/embedded.py` puts kombu's channels and connections around them. Nothing in here waits while it
holds the broker's lock, so under eventlet the lock is never contended; without eventlet it makes
the broker safe for threads.
"""

from __future__ import annotations

import re
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from kombu.transport import virtual
from kombu.transport.virtual.exchange import TopicExchange

if TYPE_CHECKING:
    from services.shared.kit.embedded import Transport
    from services.shared.kit.embedded_channel import Channel


@dataclass
class Entry:
    """A message in a queue; `expires` is a moment of `monotonic()`."""

    message: dict[str, Any]
    expires: float | None = None
    redelivered: bool = False


@dataclass(eq=False)
class Subscription:
    """A consumer of a queue: who it is and what to call."""

    tag: str
    queue: Queue
    channel: Channel
    callback: Callable[[Any], Any]
    no_ack: bool

    def next_entry(self) -> Entry | None:
        """Take the next message, if there is one and this consumer may have it now."""
        active = not self.queue.single_active or self.queue.subscriptions[0] is self
        return self.queue.take() if active and self.channel.has_room() else None


@dataclass(eq=False)
class Queue:
    """Messages in order, and who wants them."""

    name: str
    max_length: int | None = None
    single_active: bool = False
    auto_delete: bool = False
    ready: deque[Entry] = field(default_factory=deque)
    subscriptions: list[Subscription] = field(default_factory=list)

    def put(self, entry: Entry) -> None:
        self.ready.append(entry)
        while self.max_length is not None and len(self.ready) > self.max_length:
            self.ready.popleft()
        self.wake()

    def put_back(self, entry: Entry) -> None:
        """Return a message that was handed out; when newer ones fill the queue, the oldest is the one to go."""
        if self.max_length is None or len(self.ready) < self.max_length:
            entry.redelivered = True
            self.ready.appendleft(entry)
        self.wake()

    def take(self) -> Entry | None:
        self.drop_expired()
        return self.ready.popleft() if self.ready else None

    def drop_expired(self) -> None:
        while self.ready and self.ready[0].expires is not None and self.ready[0].expires <= monotonic():
            self.ready.popleft()

    def wake(self) -> None:
        for subscription in self.subscriptions:
            subscription.channel.transport.awake.set()


class Broker:
    """All that is shared by the connections of this process."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.state = virtual.BrokerState()
        self.queues: dict[str, Queue] = {}
        self.transports: WeakSet[Transport] = WeakSet()


broker = Broker()


def reset() -> None:
    """Forget all queues and messages and break all connections, as a broker that lost its disk does."""
    with broker.lock:
        broker.state.clear()
        broker.queues.clear()
        for transport in list(broker.transports):
            transport.alive = False
            transport.awake.set()
        broker.transports.clear()


class AmqpTopicExchange(TopicExchange):
    """kombu's topic exchange, in which `#` also stands for no word at all, as in RabbitMQ."""

    def key_to_pattern(self, rkey: str) -> str:
        word = {"*": r"\.[^.]*", "#": r"(?:\.[^.]*)*"}
        return "".join(word.get(part, r"\." + re.escape(part)) for part in rkey.split(".")) + "$"

    def _match(self, pattern: str, string: str) -> Any:
        return super()._match(pattern, f".{string}")
