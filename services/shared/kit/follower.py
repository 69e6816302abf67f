"""The follower: how a service hears another one, in order, exactly once.

Pushed events overtake each other on nameko's worker pool, and nameko acknowledges an event whose
handler raised. So a service does not handle pushed events: when the bell rings (and at the start,
and in a quiet minute) it reads the other's journal from where it left off. A batch is one
transaction that also moves the cursor, so a purged queue or a lost broker costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import structlog
from eventlet.event import Event as Wake
from eventlet.timeout import Timeout
from kombu import Queue
from nameko import config
from nameko.constants import AMQP_URI_CONFIG_KEY
from nameko.extensions import Entrypoint, SharedExtension

from services.shared.contracts.event import Event
from services.shared.errors import Unavailable
from services.shared.kit import telemetry
from services.shared.kit.clock import now
from services.shared.kit.config import Config
from services.shared.kit.database import Database, database_of
from services.shared.kit.parking import Parking, pause_after
from services.shared.kit.relay import Relay, bell_exchange, cursor_position, move_cursor
from services.shared.kit.rpc import ServiceRpc, SteadyConsumer
from services.shared.kit.work import UnitOfWork

BATCH = 500
PAUSE_AFTER_FAILURE = 0.5
PATIENCE_AT_STOP = 2.0
BELL_QUEUE_ARGUMENTS = {"x-max-length": 1, "x-single-active-consumer": True}

log = telemetry.log(__name__)

Handler = Callable[[UnitOfWork, Event], None]
Fetch = Callable[[int, int], list[Event]]


class OutOfOrder(Exception):
    """A journal answered with a gap or a repeat; nothing of it was handled."""


class Following:
    """What a follower does, without the bus.

    `fetch(position, limit)` reads the producer's journal; `handlers` maps an event's name to what
    this service does with it; events nobody handles only move the cursor. `kept` is called after
    each batch that was kept, as it may have told something in turn.
    """

    def __init__(
        self,
        source: str,
        database: Database,
        work: type[UnitOfWork],
        handlers: dict[str, Handler],
        fetch: Fetch,
        first_pause: timedelta = timedelta(seconds=5),
        clock: Callable[[], datetime] = now,
        kept: Callable[[], None] = lambda: None,
    ) -> None:
        self.source = source
        self.database = database
        self.work = work
        self.handlers = handlers
        self.fetch = fetch
        self.first_pause = first_pause
        self.clock = clock
        self.kept = kept

    def position(self) -> int:
        """The position of the last event that was handled or parked."""
        with self.database.reading() as session:
            return cursor_position(session, self.work.tables, self.source)

    def catch_up(self) -> int:
        """Handle everything the journal has for us; answers how many events that were."""
        handled = 0
        while True:
            position = self.position()
            # Fetched outside any transaction: it is I/O, and may take its time.
            batch = self.fetch(position, BATCH)
            if not batch:
                return handled
            self._require_order(position, batch)
            self._take(position, batch)
            self.kept()
            handled += len(batch)
            if len(batch) < BATCH:
                return handled  # What came meanwhile rang the bell, so the follower looks again.

    def retry_parked(self) -> int:
        """Try again what is parked and due, in order per subject; answers how many events went through."""
        mended = 0
        while True:
            with self.database.reading() as session:
                due = Parking(session, self.work.tables.parked).due(self.source, self.clock())
            went_through = sum(self._retry(*parked) for parked in due)
            if not went_through:
                return mended
            self.kept()
            mended += went_through

    def _require_order(self, position: int, batch: list[Event]) -> None:
        for expected, event in enumerate(batch, start=position + 1):
            if event.position != expected:
                raise OutOfOrder(f"{self.source} answered event {event.position} where {expected} comes next")

    def _take(self, position: int, batch: list[Event]) -> None:
        try:
            with self._begin() as work:
                if not self._move(work, position, batch[-1].position):
                    return  # Another instance handled these meanwhile.
                waiting = self._waiting(work, batch)
                for event in batch:
                    self._handle_or_queue(work, event, waiting)
        except Unavailable:
            raise
        except Exception as wrong:
            if len(batch) == 1:
                self._park(position, batch[0], wrong)
                return
            for event in batch:
                self._take(event.position - 1, [event])

    def _handle_or_queue(self, work: UnitOfWork, event: Event, waiting: set[str]) -> None:
        if event.subject in waiting and event.name in self.handlers:
            moment = self.clock()
            behind = "An earlier event about the same subject waits."
            Parking(work.session, self.work.tables.parked).park(event, behind, 0, moment, moment)
        else:
            self._handle(work, event)

    def _handle(self, work: UnitOfWork, event: Event) -> None:
        handler = self.handlers.get(event.name)
        if handler is None:
            return
        work.follow_from(event)
        with structlog.contextvars.bound_contextvars(correlation_id=event.correlation_id):
            handler(work, event)

    def _park(self, position: int, event: Event, wrong: Exception) -> None:
        moment = self.clock()
        with self._begin() as work:
            if self._move(work, position, event.position):
                Parking(work.session, self.work.tables.parked).park(
                    event, repr(wrong), 1, moment, moment + pause_after(1, self.first_pause)
                )
        log.error(
            "follower.parked",
            source=self.source,
            event_name=event.name,
            subject=event.subject,
            position=event.position,
            correlation_id=event.correlation_id,
            exc_info=wrong,
        )

    def _retry(self, parked: int, event: Event, attempts: int) -> bool:
        try:
            with self._begin() as work:
                if not Parking(work.session, self.work.tables.parked).take(parked):
                    return False  # Another instance was first, or it was dropped.
                self._handle(work, event)
        except Unavailable:
            raise
        except Exception as wrong:
            with self._begin() as work:
                Parking(work.session, self.work.tables.parked).failed_again(
                    parked, repr(wrong), attempts + 1, self.clock() + pause_after(attempts + 1, self.first_pause)
                )
            return False
        log.info("follower.mended", source=self.source, event_name=event.name, subject=event.subject)
        return True

    def _begin(self) -> AbstractContextManager[UnitOfWork]:
        return self.work.begin(self.database)

    def _move(self, work: UnitOfWork, position: int, to: int) -> bool:
        return move_cursor(work.session, self.work.tables, self.source, to, expected=position)

    def _waiting(self, work: UnitOfWork, batch: list[Event]) -> set[str]:
        parking = Parking(work.session, self.work.tables.parked)
        return parking.subjects(self.source, (event.subject for event in batch))


class JournalRpc(ServiceRpc):
    """A client for the producer's journal, for an extension instead of for a service's method."""

    def bind(self, container: Any, attr_name: str = "journal") -> Any:
        return super().bind(container, attr_name)

    def fetch(self, position: int, limit: int) -> list[Event]:
        """At most `limit` events of the producer after `position`."""
        envelopes = self.get_dependency(_Nobody()).journal_after(position, limit)
        return [Event.from_envelope(envelope) for envelope in envelopes]


class _Nobody:
    """Stands where a worker's context would: the follower asks on behalf of no one."""

    def __init__(self) -> None:
        self.context_data: dict[str, Any] = {}
        self.data = self.context_data


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
        queue = Queue(
            f"bell-{self.source}--{self.container.service_name}",
            exchange=bell_exchange(self.source),
            durable=True,
            queue_arguments=BELL_QUEUE_ARGUMENTS,
        )
        self.consumer = SteadyConsumer(
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
        )
        self.container.spawn_managed_thread(self.consumer.run, identifier=f"bell of {self.source}")
        self.thread = self.container.spawn_managed_thread(self._run, identifier=f"follower of {self.source}")

    def stop(self) -> None:
        self.consumer.stop()
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
        failures = 0
        while not self.stopping:
            try:
                self.following.catch_up()
                self.following.retry_parked()
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
