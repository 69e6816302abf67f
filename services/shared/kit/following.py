"""Following: what a follower does with another service's journal, without the bus.

A batch is one transaction that also moves the cursor, so each event is handled in order, exactly
once, whatever dies in between. An event whose handler fails is parked with its subject, and the
rest goes on. `kit/follower.py` runs this when the bell rings.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta

import structlog

from services.shared.contracts.event import Event
from services.shared.errors import Unavailable
from services.shared.kit import telemetry
from services.shared.kit.clock import now
from services.shared.kit.database import Database
from services.shared.kit.parking import Parking, pause_after
from services.shared.kit.relay import cursor_position, move_cursor
from services.shared.kit.work import UnitOfWork

BATCH = 500
PAUSE_BETWEEN_LOOKS_AT_THE_END = timedelta(minutes=1)
AHEAD = (
    "The source does not have what this service has handled: one of them was restored on its own. What the source "
    "tells until it is as far again is not heard. Stop Balie and restore all services from one backup with "
    "`balie restore`; what is only derived, `balie rebuild` makes again."
)

log = telemetry.log(__name__)

Handler = Callable[[UnitOfWork, Event], None]
Fetch = Callable[[int, int], list[Event]]


class OutOfOrder(Exception):
    """A journal answered with a gap or a repeat; nothing of it was handled."""


class Following:
    """What a follower does, without the bus.

    `fetch(position, limit)` reads the producer's journal; `handlers` maps an event's name to what
    this service does with it; events nobody handles only move the cursor. `kept` is called after
    each batch that was kept, as it may have told something in turn. `end` answers where the
    producer's journal ends, so that being ahead of it can be told from being done.
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
        end: Callable[[], int] | None = None,
    ) -> None:
        self.source = source
        self.database = database
        self.work = work
        self.handlers = handlers
        self.fetch = fetch
        self.first_pause = first_pause
        self.clock = clock
        self.kept = kept
        self.end = end
        self.looked_at_the_end: datetime | None = None

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
                self._tell_when_ahead(position)
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

    def _tell_when_ahead(self, position: int) -> None:
        """Say it loudly when there is nothing after our cursor because the journal ends before it."""
        moment = self.clock()
        last = self.looked_at_the_end
        if self.end is None or not position or (last is not None and moment - last < PAUSE_BETWEEN_LOOKS_AT_THE_END):
            return
        self.looked_at_the_end = moment
        end = self.end()
        if end < position:
            log.error(
                "follower.ahead",
                service=self.database.service,
                source=self.source,
                position=position,
                source_ends_at=end,
                what_to_do=AHEAD,
            )

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
