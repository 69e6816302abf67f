"""The relay: gives journal entries their position, publishes them, and rings the bell.

A position is given here and not at append, because concurrent commits would leave holes: only one
relay runs at a time over all instances of a service, so positions are gapless and in order. Its own
cursor says how far it has published: a crash in between publishes again rather than never.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from eventlet.event import Event as Wake
from eventlet.timeout import Timeout
from kombu import Exchange
from nameko import config
from nameko.amqp.publish import Publisher
from nameko.constants import AMQP_URI_CONFIG_KEY, PERSISTENT
from nameko.extensions import SharedExtension
from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.orm import Session

from services.shared.contracts.event import Event
from services.shared.kit import telemetry
from services.shared.kit.config import Config
from services.shared.kit.database import Database, database_of
from services.shared.kit.journal import KitTables, events_after, last_position
from services.shared.kit.work import insert_once

BATCH = 500
CURSOR = "relay"

log = telemetry.log(__name__)


class Relaying:
    """What the relay does, without the bus: `publish` takes a batch and returns when the broker has it."""

    def __init__(self, database: Database, tables: KitTables, publish: Callable[[list[Event]], None]) -> None:
        self.database = database
        self.tables = tables
        self.publish = publish

    def run(self) -> int:
        """Number and publish all that waits; answers how many were published, 0 when another relay is at it."""
        published = 0
        with self.database.exclusive(CURSOR) as alone:
            while alone and (batch := self._next_batch()):
                self.publish(batch)
                self._move_cursor(batch[-1].position)
                published += len(batch)
                if len(batch) < BATCH:
                    break  # What came meanwhile nudged, so the relay runs again.
        return published

    def _next_batch(self) -> list[Event]:
        with self.database.reading() as session:
            if not self._anything_waits(session):
                return []
        with self.database.transaction() as session:
            self._number(session)
            published = cursor_position(session, self.tables, CURSOR)
            return events_after(session, self.tables.journal, self.database.service, published, BATCH)

    def _anything_waits(self, session: Session) -> bool:
        journal = self.tables.journal
        published = cursor_position(session, self.tables, CURSOR)
        unnumbered = select(journal.c.id).where(journal.c.position.is_(None))
        unpublished = select(journal.c.id).where(journal.c.position > published)
        return bool(session.scalar(select(or_(unnumbered.exists(), unpublished.exists()))))

    def _number(self, session: Session) -> None:
        journal = self.tables.journal
        waiting = (
            select(journal.c.id, func.row_number().over(order_by=journal.c.id).label("rank"))
            .where(journal.c.position.is_(None))
            .order_by(journal.c.id)
            .limit(BATCH)
            .subquery()
        )
        session.execute(
            update(journal)
            .where(journal.c.id == waiting.c.id)
            .values(position=last_position(session, journal) + waiting.c.rank)
            .execution_options(synchronize_session=False)
        )

    def _move_cursor(self, position: int) -> None:
        with self.database.transaction() as session:
            move_cursor(session, self.tables, CURSOR, position)


def cursor_position(session: Session, tables: KitTables, name: str) -> int:
    """How far this cursor is; 0 when it never moved."""
    return session.scalar(select(tables.cursor.c.position).where(tables.cursor.c.name == name)) or 0


def move_cursor(session: Session, tables: KitTables, name: str, position: int, expected: int | None = None) -> bool:
    """Put a cursor at `position`; with `expected` only when it still stands there. Says whether it moved."""
    cursor = tables.cursor
    statement = update(cursor).where(cursor.c.name == name).values(position=position)
    if expected is not None:
        statement = statement.where(cursor.c.position == expected)
    if getattr(session.execute(statement), "rowcount", 0):
        return True
    return not expected and insert_once(session, cursor, name=name, position=position)


def forget_cursor(session: Session, tables: KitTables, name: str) -> None:
    """Put a cursor back to where it starts."""
    session.execute(delete(tables.cursor).where(tables.cursor.c.name == name))


def events_exchange(source: str) -> Exchange:
    """nameko's own exchange for a service's events, so any nameko service can listen with `@event_handler`."""
    return Exchange(f"{source}.events", type="topic", durable=True, delivery_mode=PERSISTENT)


def bell_exchange(source: str) -> Exchange:
    """The exchange that rings when a service's journal has news."""
    return Exchange(f"{source}.bell", type="fanout", durable=True)


class Relay(SharedExtension):
    """Runs the relay of the service it is in: at a nudge, and now and then in case a nudge was missed."""

    def __init__(self) -> None:
        super().__init__()
        self.wake = Wake()
        self.stopping = False

    def setup(self) -> None:
        self.publisher = Publisher(config[AMQP_URI_CONFIG_KEY], serializer="json")
        database = database_of(config["BALIE"], self.container.service_name)
        self.relaying = Relaying(database, self.container.service_cls.work.tables, self._publish)

    def start(self) -> None:
        self.thread = self.container.spawn_managed_thread(self._run, identifier="relay")

    def stop(self) -> None:
        self.stopping = True
        self.nudge()
        self.thread.wait()

    def nudge(self) -> None:
        """There is something to tell."""
        if not self.wake.ready():
            self.wake.send()

    def _run(self) -> None:
        settings: Config = config["BALIE"]
        failing = False
        while not self.stopping:
            try:
                self.relaying.run()
                failing = False
            except Exception as wrong:
                # Whatever it is (broker or database away), the entries are safe and are tried again.
                if not failing:
                    log.warning("relay.waits", service=self.container.service_name, error=repr(wrong))
                failing = True
            with Timeout(settings.relay_interval, exception=False):
                self.wake.wait()
            self.wake = Wake()

    def _publish(self, batch: list[Event]) -> None:
        source = self.container.service_name
        exchange = events_exchange(source)
        for event in batch:
            self.publisher.publish(
                event.to_envelope(),
                exchange=exchange,
                routing_key=event.name,
                declare=[exchange],
                extra_headers=_headers(event),
            )
        bell = bell_exchange(source)
        self.publisher.publish("", exchange=bell, routing_key="", declare=[bell], delivery_mode=1)


def _headers(event: Event) -> dict[str, Any]:
    """nameko's headers, so that a handler elsewhere goes on under the same correlation id."""
    return {"nameko.correlation_id": event.correlation_id} if event.correlation_id else {}
