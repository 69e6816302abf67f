"""The relay: gives journal entries their position, publishes them, and rings the bell.

A position is given here and not at append, because concurrent commits would leave holes: only one
relay runs at a time over all instances of a service, so positions are gapless and in order. Its own
cursor says how far it has published: a crash in between publishes again rather than never.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import NamedTuple

import eventlet
from eventlet.event import Event as Wake
from eventlet.timeout import Timeout
from nameko import config
from nameko.constants import AMQP_URI_CONFIG_KEY
from nameko.extensions import SharedExtension
from sqlalchemy import Integer, bindparam, delete, func, literal, or_, select, update
from sqlalchemy.orm import Session

from services.shared.contracts.event import Event
from services.shared.kit import telemetry
from services.shared.kit.config import Config
from services.shared.kit.database import Database, database_of
from services.shared.kit.event_publisher import EventPublisher
from services.shared.kit.journal import KitTables, events_after
from services.shared.kit.made_once import MadeOnce
from services.shared.kit.work import insert_once

BATCH = 500
SECONDS_TO_GATHER = 0.1
CURSOR = "relay"

log = telemetry.log(__name__)


class Relaying:
    """What the relay does, without the bus: `publish` takes a batch and returns when the broker has it."""

    def __init__(self, database: Database, tables: KitTables, publish: Callable[[list[Event]], None]) -> None:
        self.database = database
        self.tables = tables
        self.publish = publish

    def run(self) -> int:
        """Number and publish what waits; answers how many were published, 0 when another relay is at it."""
        # Asked without the lock: who holds it for nothing turns away another one that has something to tell.
        if not self._anything_waits():
            return 0
        published = 0
        with self.database.exclusive(CURSOR) as alone:
            while alone and (batch := self._next_batch()):
                self.publish(batch)
                self._move_cursor(batch[-1].position)
                published += len(batch)
                if len(batch) < BATCH:
                    break  # What came meanwhile is for the next run; a moment later it is more.
        return published

    def _anything_waits(self) -> bool:
        with self.database.reading() as session:
            [(waits,)] = _statements(self.tables).anything_waits.rows(session)
        return bool(waits)

    def _next_batch(self) -> list[Event]:
        with self.database.transaction() as session:
            _statements(self.tables).number.rows(session, {"at_most": BATCH})
            published = cursor_position(session, self.tables, CURSOR)
            return events_after(session, self.tables.journal, self.database.service, published, BATCH)

    def _move_cursor(self, position: int) -> None:
        with self.database.transaction() as session:
            move_cursor(session, self.tables, CURSOR, position)


class _Statements(NamedTuple):
    """What a relay and a follower ask and do each time."""

    anything_waits: MadeOnce
    number: MadeOnce
    position: MadeOnce
    move: MadeOnce
    move_from: MadeOnce


@cache
def _statements(tables: KitTables) -> _Statements:
    journal, cursor = tables.journal, tables.cursor
    position = select(cursor.c.position).where(cursor.c.name == bindparam("of"))
    published = select(cursor.c.position).where(cursor.c.name == CURSOR).scalar_subquery()
    unnumbered = select(journal.c.id).where(journal.c.position.is_(None))
    waiting = (
        select(journal.c.id, func.row_number().over(order_by=journal.c.id).label("rank"))
        .where(journal.c.position.is_(None))
        .order_by(journal.c.id)
        .limit(bindparam("at_most", type_=Integer))
        .subquery()
    )
    # The end of an index; whether there is any position above the cursor would read the whole journal.
    last = select(func.coalesce(func.max(journal.c.position), 0)).scalar_subquery()
    # It answers a row for the cursor that it moved.
    move = update(cursor).where(cursor.c.name == bindparam("of")).values(position=bindparam("to")).returning(literal(1))
    return _Statements(
        anything_waits=MadeOnce(select(or_(unnumbered.exists(), last > func.coalesce(published, 0)))),
        number=MadeOnce(update(journal).where(journal.c.id == waiting.c.id).values(position=last + waiting.c.rank)),
        position=MadeOnce(position),
        move=MadeOnce(move),
        move_from=MadeOnce(move.where(cursor.c.position == bindparam("expected"))),
    )


def cursor_position(session: Session, tables: KitTables, name: str) -> int:
    """How far this cursor is; 0 when it never moved."""
    found = _statements(tables).position.rows(session, {"of": name})
    return int(found[0].position) if found else 0


def move_cursor(session: Session, tables: KitTables, name: str, position: int, expected: int | None = None) -> bool:
    """Put a cursor at `position`; with `expected` only when it still stands there. Says whether it moved."""
    statements = _statements(tables)
    to = {"of": name, "to": position}
    if expected is None:
        moved = statements.move.rows(session, to)
    else:
        moved = statements.move_from.rows(session, to | {"expected": expected})
    if moved:
        return True
    return not expected and insert_once(session, tables.cursor, name=name, position=position)


def forget_cursor(session: Session, tables: KitTables, name: str) -> None:
    """Put a cursor back to where it starts."""
    session.execute(delete(tables.cursor).where(tables.cursor.c.name == name))


class Relay(SharedExtension):
    """Runs the relay of the service it is in: at a nudge, and now and then in case a nudge was missed."""

    def __init__(self) -> None:
        super().__init__()
        self.wake = Wake()
        self.stopping = False

    def setup(self) -> None:
        settings: Config = config["BALIE"]
        self.publisher = EventPublisher(config[AMQP_URI_CONFIG_KEY], self.container.service_name)
        self.relaying = Relaying(
            database_of(settings, self.container.service_name),
            self.container.service_cls.work.tables,
            partial(self.publisher.publish_batch, timeout=settings.rpc_timeout),
        )

    def start(self) -> None:
        self.thread = self.container.spawn_managed_thread(self._run, identifier="relay")

    def stop(self) -> None:
        self.stopping = True
        self.nudge()
        self.thread.wait()
        self.publisher.close()

    def nudge(self) -> None:
        """There is something to tell."""
        if not self.wake.ready():
            self.wake.send()

    def _run(self) -> None:
        settings: Config = config["BALIE"]
        failing = False
        while not self.stopping:
            try:
                if self.relaying.run():
                    # A moment in which more events gather: to tell ten costs little more than to tell one.
                    eventlet.sleep(SECONDS_TO_GATHER)
                    # Others who were nudged meanwhile have found the lock taken, and count on this one.
                    self.nudge()
                failing = False
            except Exception as wrong:
                # Whatever it is (broker or database away), the entries are safe and are tried again.
                if not failing:
                    log.warning("relay.waits", service=self.container.service_name, error=repr(wrong))
                failing = True
            with Timeout(settings.relay_interval, exception=False):
                self.wake.wait()
            self.wake = Wake()
