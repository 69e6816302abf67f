"""The database of one service, the same to its code on SQLite and on PostgreSQL.

Every service has a schema of its own. On PostgreSQL that is a schema; on SQLite it is a file,
attached under the schema's name, so that `intake.notification` means the same table on both.

SQLite has one writer at a time per file, and its busy wait would hold the whole process, because
all greenlets share one thread. So writers queue here, in the process, before SQLite sees them, and
nothing may do I/O inside a transaction.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from typing import Any
from zlib import crc32

from sqlalchemy import DateTime, Dialect, Engine, MetaData, text
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session
from sqlalchemy.types import JSON, TypeDecorator

from services.shared.errors import Unavailable
from services.shared.kit.config import Config, WrongSetting
from services.shared.kit.durable import Durable
from services.shared.kit.engines import postgresql_engine, sqlite_engine
from services.shared.kit.session import session_on
from services.shared.kit.writing import write_later, write_what_waits

NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
SECONDS_TO_WAIT_FOR_A_TURN = 10
POSTGRESQL_IS_FULL = "53100"
SQLITE_AWAY = ("locked", "busy", "unable to open", "disk", "readonly")

_turns: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC; refuses one without a zone, and SQLite gives the zone back too."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment needs a time zone: {value!r}")
        return value if value.tzinfo is UTC else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        # psycopg gives moments in the zone of the connection, and ours are in UTC.
        return None if dialect.name == "postgresql" else super().result_processor(dialect, coltype)


# How a mapped column's Python type is kept; a service's declarative base names it.
TYPES: dict[Any, Any] = {
    datetime: UtcDateTime,
    dict[str, Any]: JSON(none_as_null=True),
    list[Any]: JSON(none_as_null=True),
}


# What PostgreSQL is told about the looks of a service. A search is made of a few statements that never differ, and
# making a plan for each anew took a quarter of the processor time.
LOOKS = {"catalog": "-c plan_cache_mode=force_generic_plan"}


def schema(name: str) -> MetaData:
    """The tables of one service: in its schema, by our naming convention."""
    return MetaData(schema=name, naming_convention=NAMING_CONVENTION)


class Database:
    """One service's database: transactions that commit on leaving, and a lock over all instances."""

    def __init__(self, config: Config, service: str) -> None:
        self.service = service
        self.sqlite = config.database_url == "sqlite"
        self._answering = _Answering(service, self.sqlite)
        if self.sqlite:
            try:
                config.data.mkdir(parents=True, exist_ok=True)
            except OSError as wrong:
                raise WrongSetting(
                    f"BALIE_DATA: the folder {config.data} cannot be made ({wrong.strerror}). Give a folder "
                    "that this user may write to."
                ) from None
            self.file = str(config.data / f"{service}.sqlite")
            self.engine = sqlite_engine(self.file, service)
            self._reading: Engine = sqlite_engine(self.file, service, reading=True)
            self._durable = Durable(self.file, service)
        else:
            self.engine = postgresql_engine(config, service)
            # A look is a few statements that PostgreSQL commits one by one, which saves BEGIN and COMMIT on their way.
            looks = f"-c default_transaction_read_only=on {LOOKS.get(service, '')}"
            self._reading = postgresql_engine(config, service, isolation_level="AUTOCOMMIT", settings=looks)
            self._one_statement = postgresql_engine(config, service, isolation_level="AUTOCOMMIT")

    @contextmanager
    def transaction(self, *, one_statement: bool = False) -> Iterator[Session]:
        """A session whose changes are all kept on leaving, or none when anything is raised.

        With `one_statement` everything is written by the functions of `kit/writing.py`, and nothing that
        was written is read again. To PostgreSQL it then goes in one statement on leaving, which is a
        transaction by itself; half of what a small transaction costs is its BEGIN and COMMIT.
        """
        later = one_statement and not self.sqlite
        engine = self._one_statement if later else self.engine
        with self._answering, self._turn(), self._session(engine) as session:
            if later:
                write_later(session)
            yield session
            session.flush()
            if not session.connection().in_transaction():
                raise RuntimeError("A failed flush ended this transaction, and somebody caught what it raised.")
            write_what_waits(session)
        self.settle()

    def settle(self) -> None:
        """Return when everything that was committed so far is on the disk."""
        if self.sqlite:
            self._durable.wait()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that changes nothing and holds nobody up."""
        with self._answering, self._reading.connect() as connection:
            session = session_on(connection, self)
            try:
                yield session
            finally:
                session.close()

    @contextmanager
    def exclusive(self, purpose: str) -> Iterator[bool]:
        """Try to be the only one at `purpose` over all instances of this service; yields whether it is so.

        No transaction is open meanwhile, so I/O is allowed inside.
        """
        if self.sqlite:
            lock = _turns[f"{self.file}#{purpose}"]
            held = lock.acquire(blocking=False)
            try:
                yield held
            finally:
                if held:
                    lock.release()
            return
        key = crc32(f"balie {self.service} {purpose}".encode())
        with self._answering, self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            held = bool(connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": key}))
            try:
                yield held
            finally:
                if held:
                    connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": key})

    def check(self) -> None:
        """Really ask the database something; raises Unavailable when it does not answer."""
        with self.reading() as session:
            session.execute(text("SELECT 1"))

    def close(self) -> None:
        for engine in (self.engine, self._reading, None if self.sqlite else self._one_statement):
            if engine is not None:
                engine.dispose()

    @contextmanager
    def _session(self, engine: Engine) -> Iterator[Session]:
        with engine.connect() as connection, connection.begin():
            session = session_on(connection, self)
            try:
                yield session
            finally:
                session.close()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self.sqlite:
            yield
            return
        lock = _turns[self.file]
        if not lock.acquire(timeout=SECONDS_TO_WAIT_FOR_A_TURN):
            raise Unavailable(f"The database of {self.service} is busy.")
        try:
            yield
        finally:
            lock.release()


class _Answering:
    """Tells a database that is away, full or overloaded apart from a mistake of ours."""

    def __init__(self, service: str, sqlite: bool) -> None:
        self.service, self.sqlite = service, sqlite

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, wrong: BaseException | None, trace: object) -> None:
        if isinstance(wrong, DBAPIError | PoolTimeout) and self._is_away(wrong):
            trouble = "has no room left on its disk" if _is_full(wrong) else "does not answer"
            raise Unavailable(f"The database of {self.service} {trouble}.") from wrong

    def _is_away(self, wrong: DBAPIError | PoolTimeout) -> bool:
        if isinstance(wrong, PoolTimeout) or wrong.connection_invalidated:
            return True
        # SQLite calls a mistake in our SQL an operational error too, and that must not look like bad weather.
        told = str(wrong.orig)
        return isinstance(wrong, OperationalError) and (not self.sqlite or any(word in told for word in SQLITE_AWAY))


def _is_full(wrong: DBAPIError | PoolTimeout) -> bool:
    told = getattr(wrong, "orig", None)
    return getattr(told, "sqlstate", None) == POSTGRESQL_IS_FULL or "disk is full" in str(told)


@cache
def database_of(config: Config, service: str) -> Database:
    """The one `Database` of a service in this process, so that its parts share one pool."""
    return Database(config, service)
