"""Reading another service's journal from a command, where no service runs.

In one process the journals are files at hand; with a broker, only the producer may read its own
database, so it is asked over RPC.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from nameko.standalone.rpc import ClusterRpcClient
from sqlalchemy import MetaData

from services.shared.contracts.event import Event
from services.shared.errors import Unavailable
from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from services.shared.kit.journal import KitTables, events_after, last_position


class JournalReader(Protocol):
    """A way to a journal."""

    def fetch(self, position: int, limit: int) -> list[Event]:
        """At most `limit` events after `position`, in order."""

    def last_position(self) -> int:
        """The position of the last event."""


@contextmanager
def journal_reader(config: Config, source: str) -> Iterator[JournalReader]:
    """The way to the journal of `source` that these settings allow."""
    if config.embedded:
        yield JournalAtHand(config, source)
        return
    bus = ClusterRpcClient(uri=config.broker_url, timeout=config.rpc_timeout)
    try:
        client = bus.start()
    except Exception as away:
        raise Unavailable(f"The message broker does not answer ({away}).") from away
    try:
        yield _OverTheBus(client[source])
    finally:
        bus.stop()


class JournalAtHand:
    """A journal whose database this process may read itself."""

    def __init__(self, config: Config, source: str) -> None:
        self.database = database_of(config, source)
        self.table = KitTables.within(MetaData(schema=source)).journal
        self.source = source

    def fetch(self, position: int, limit: int) -> list[Event]:
        with self.database.reading() as session:
            return events_after(session, self.table, self.source, position, limit)

    def last_position(self) -> int:
        with self.database.reading() as session:
            return last_position(session, self.table)


class _OverTheBus:
    def __init__(self, client: Any) -> None:
        self.client = client

    def fetch(self, position: int, limit: int) -> list[Event]:
        return [Event.from_envelope(envelope) for envelope in self._asked("journal_after", position, limit)]

    def last_position(self) -> int:
        return int(self._asked("journal_end"))

    def _asked(self, method: str, *arguments: int) -> Any:
        try:
            return self.client[method](*arguments)
        except Exception as wrong:
            raise Unavailable(f"{self.client.service_name} does not answer ({wrong}).") from wrong
