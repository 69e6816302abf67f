"""The follower: how a service hears another one, in order, exactly once.

Pushed events overtake each other on nameko's worker pool, and nameko acknowledges an event whose
handler raised. So a service does not handle pushed events: when the bell rings (and at the start,
and in a quiet minute) it reads the other's journal from where it left off. A batch is one
transaction that also moves the cursor, so a purged queue or a lost broker costs nothing.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from time import monotonic
from typing import Any

from amqp.exceptions import ChannelError
from eventlet.event import Event as Wake
from eventlet.timeout import Timeout
from kombu import Exchange, Queue
from nameko import config
from nameko.constants import AMQP_URI_CONFIG_KEY
from nameko.extensions import Entrypoint, SharedExtension

from services.shared.contracts.event import Event
from services.shared.kit import telemetry
from services.shared.kit.calling import ServiceRpc
from services.shared.kit.config import Config
from services.shared.kit.consumer import SteadyConsumer
from services.shared.kit.database import database_of
from services.shared.kit.event_publisher import bell_exchange
from services.shared.kit.following import Following, Handler
from services.shared.kit.relay import Relay
from services.shared.kit.work import UnitOfWork

PAUSE_AFTER_FAILURE = 0.5
PATIENCE_AT_STOP = 2.0
SECONDS_BETWEEN_LOOKS_AT_PARKED = 1.0
BELL_QUEUE_ARGUMENTS = {"x-max-length": 1, "x-single-active-consumer": True}

log = telemetry.log(__name__)


class JournalRpc(ServiceRpc):
    """A client for the producer's journal, for an extension instead of for a service's method."""

    def bind(self, container: Any, attr_name: str = "journal") -> Any:
        return super().bind(container, attr_name)

    def fetch(self, position: int, limit: int) -> list[Event]:
        """At most `limit` events of the producer after `position`."""
        envelopes = self.get_dependency(_Nobody()).journal_after(position, limit)
        return [Event.from_envelope(envelope) for envelope in envelopes]

    def end(self) -> int:
        """The position of the producer's last event."""
        return int(self.get_dependency(_Nobody()).journal_end())


class _Nobody:
    """Stands where a worker's context would: the follower asks on behalf of no one."""

    def __init__(self) -> None:
        self.context_data: dict[str, Any] = {}
        self.data = self.context_data


class _BellConsumer(SteadyConsumer):
    """Hears a bell, and makes it when it is not there yet: a follower may start before the service it follows.

    Only then, because who may make an exchange may remove it too. `deploy/rights.py` makes it beforehand,
    and gives no follower that right.
    """

    def __init__(self, bell: Exchange, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bell = bell

    def get_consumers(self, consumer_cls: Any, channel: Any) -> Any:
        try:
            with channel.connection.client.channel() as probe:
                self.bell(probe).declare(passive=True)
        except ChannelError:
            self.bell(channel).declare()
        return super().get_consumers(consumer_cls, channel)


class Follower(SharedExtension):
    """Follows one source on behalf of all handlers of a service; see `Following`."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.source = source
        self.relay = Relay()
        self.journal = JournalRpc(source)
        self.stopping = False
        self.wake = Wake()

    @property
    def sharing_key(self) -> tuple[type, str]:
        return type(self), self.source

    def setup(self) -> None:
        bell = bell_exchange(self.source)
        queue = Queue(
            f"bell-{self.source}--{self.container.service_name}",
            exchange=Exchange(bell.name, no_declare=True),
            durable=True,
            queue_arguments=BELL_QUEUE_ARGUMENTS,
        )
        self.consumer = _BellConsumer(
            bell,
            config[AMQP_URI_CONFIG_KEY],
            queues=[queue],
            callbacks=[self._on_bell],
            prefetch_count=1,
            accept=["json"],
            heartbeat=60,
        )

    def start(self) -> None:
        settings: Config = config["BALIE"]
        service = self.container.service_cls
        self.following = Following(
            self.source,
            database_of(settings, self.container.service_name),
            service.work,
            handlers_of(service, self.source),
            self.journal.fetch,
            first_pause=timedelta(seconds=settings.retry_pause),
            kept=self.relay.nudge,
            end=self.journal.end,
        )
        self.container.spawn_managed_thread(self.consumer.run, identifier=f"bell of {self.source}")
        self.thread = self.container.spawn_managed_thread(self._run, identifier=f"follower of {self.source}")

    def stop(self) -> None:
        self.consumer.finish()
        self.stopping = True
        self._ring()
        # Services stop side by side, so what it asks may be gone already, and only the timeout would end the wait.
        # A batch that is cut off is not kept, and its cursor has not moved.
        with Timeout(PATIENCE_AT_STOP, exception=False):
            self.thread.wait()
        self.thread.kill()

    def _on_bell(self, body: object, message: Any) -> None:
        self.consumer.ack_message(message)
        self._ring()

    def _ring(self) -> None:
        if not self.wake.ready():
            self.wake.send()

    def _run(self) -> None:
        settings: Config = config["BALIE"]
        failures, look_at_parked = 0, 0.0
        while not self.stopping:
            try:
                self.following.catch_up()
                # Parked events come due by the clock, so not at every ring of a busy bell.
                if monotonic() >= look_at_parked:
                    self.following.retry_parked()
                    look_at_parked = monotonic() + SECONDS_BETWEEN_LOOKS_AT_PARKED
                failures = 0
            except Exception as wrong:
                # The cursor has not moved, so nothing is lost: it is tried again soon. One failure is
                # usual when services start together.
                failures += 1
                if failures == 2:
                    log.warning(
                        "follower.waits", service=self.container.service_name, source=self.source, error=repr(wrong)
                    )
            pause = PAUSE_AFTER_FAILURE if failures else settings.follow_interval
            with Timeout(pause, exception=False):
                self.wake.wait()
            self.wake = Wake()


class Follow(Entrypoint):
    """Marks `on_<event>(self, work, event)` as what a service does at an event of `source`.

    It runs inside the transaction that moves the cursor, on a bare instance of the service: what it
    needs is in `work` and `event`. A rebuild may show it an event a second time.
    """

    def __init__(self, source: str) -> None:
        super().__init__()
        self.follower = Follower(source)


follow = Follow.decorator


def followed_by(service: type) -> dict[str, dict[str, str]]:
    """The methods of a service that follow: source → event → method."""
    found: dict[str, dict[str, str]] = {}
    for method in sorted(vars(service)):
        for entrypoint in getattr(vars(service)[method], "nameko_entrypoints", ()):
            if isinstance(entrypoint, Follow):
                found.setdefault(entrypoint.follower.source, {})[method.removeprefix("on_")] = method
    return found


def handlers_of(service: type, source: str) -> dict[str, Handler]:
    """What a service does at each event of a source."""

    def call(method: str, work: UnitOfWork, event: Event) -> None:
        getattr(service(), method)(work, event)

    return {event: partial(call, method) for event, method in followed_by(service)[source].items()}
