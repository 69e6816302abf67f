"""All services' databases as one, for a backup that is of one moment and a restore that is all or nothing.

On PostgreSQL the services' schemas are in one database anyway. On SQLite each service's file is attached
under its name, so `intake.notification` means the same table on both, and one transaction spans them all.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, create_engine, event, make_url, text
from sqlalchemy.exc import OperationalError

from services.shared.errors import Refused
from services.shared.kit.config import Config

LOCK_TIMEOUT = "10s"
MILLISECONDS_FOR_A_TURN = 10_000
MILLISECONDS_TO_BE_ALONE = 1_000


@contextmanager
def snapshot(config: Config, services: Sequence[str]) -> Iterator[Connection]:
    """A connection that sees all services as they are at this one moment, however long it reads.

    Of one moment, because a follower's cursor must never be ahead of the journal it reads.
    """
    look = _sqlite_snapshot if config.database_url == "sqlite" else _postgresql_snapshot
    with look(config, services) as connection:
        yield connection


@contextmanager
def alone(config: Config, services: Sequence[str]) -> Iterator[Connection]:
    """A transaction over all services in which nobody else uses them; raises Refused while Balie runs."""
    change = _sqlite_alone if config.database_url == "sqlite" else _postgresql_alone
    with change(config, services) as connection:
        yield connection


@contextmanager
def _sqlite_snapshot(config: Config, services: Sequence[str]) -> Iterator[Connection]:
    # Whoever reads holds nobody up, but cannot begin to read five files at once. So the writers of all are
    # held for the moment in which the reading begins.
    with (
        _engine(_attaching("sqlite://", config, services, "WAL", "BEGIN IMMEDIATE")) as writing,
        _engine(_attaching("sqlite://", config, services, "WAL", "BEGIN")) as reading,
        reading.connect() as connection,
    ):
        with writing.connect() as holding, holding.begin():
            connection.begin()
            for service in services:
                connection.execute(text(f"SELECT count(*) FROM {service}.sqlite_master"))
        yield connection


@contextmanager
def _sqlite_alone(config: Config, services: Sequence[str]) -> Iterator[Connection]:
    files = [config.data / f"{service}.sqlite" for service in services]
    missing = [file for file in files if not file.exists()]
    # A commit over several files is all or nothing only without a write-ahead log, and with a file as the first
    # of them; leaving the log also fails as long as anybody else has the file open.
    first = config.data / f".restoring-{secrets.token_hex(4)}"
    try:
        with (
            _refusing_company(config),
            _engine(_attaching(f"sqlite:///{first}", config, services, "DELETE", "BEGIN EXCLUSIVE")) as engine,
            engine.begin() as connection,
        ):
            yield connection
    finally:
        first.unlink(missing_ok=True)
        for file in missing:
            if file.exists() and not file.stat().st_size:
                file.unlink()


@contextmanager
def _refusing_company(config: Config) -> Iterator[None]:
    try:
        yield
    except OperationalError as wrong:
        if "locked" not in str(wrong.orig):
            raise
        raise Refused(
            "balie_is_running",
            f"Balie, or a command of it, is using the data in {config.data.absolute()}. Stop it first.",
        ) from None


def _attaching(url: str, config: Config, services: Sequence[str], journal_mode: str, begin: str) -> Engine:
    engine = create_engine(url, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def attach(connection: Any, record: object) -> None:
        connection.isolation_level = None  # `begin` below says BEGIN itself.
        patience = MILLISECONDS_FOR_A_TURN if journal_mode == "WAL" else MILLISECONDS_TO_BE_ALONE
        connection.execute(f"PRAGMA busy_timeout = {patience}")
        for service in services:
            connection.execute(f"ATTACH DATABASE ? AS {service}", (str(Path(config.data) / f"{service}.sqlite"),))
            connection.execute(f"PRAGMA {service}.journal_mode = {journal_mode}")
            connection.execute(f"PRAGMA {service}.synchronous = FULL")

    @event.listens_for(engine, "begin")
    def say_begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine


@contextmanager
def _postgresql_snapshot(config: Config, services: Sequence[str]) -> Iterator[Connection]:
    of_one_moment: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with (
        _engine(_postgresql(config, "balie backup")) as engine,
        engine.connect().execution_options(isolation_level="AUTOCOMMIT") as holding,
        engine.connect().execution_options(**of_one_moment) as connection,
    ):
        # The first statement of a transaction fixes its moment, so it waits for migrations before that.
        for service in services:
            holding.execute(text("SELECT pg_advisory_lock_shared(hashtext(:name))"), {"name": service})
        with connection.begin():
            yield connection


@contextmanager
def _postgresql_alone(config: Config, services: Sequence[str]) -> Iterator[Connection]:
    with _engine(_postgresql(config, "balie restore")) as engine, engine.begin() as connection:
        connection.execute(text(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'"))
        for service in services:
            connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(:name))"), {"name": service})
        others = connection.scalars(
            text(
                "SELECT DISTINCT application_name FROM pg_stat_activity WHERE datname = current_database() "
                "AND pid <> pg_backend_pid() AND application_name LIKE 'balie %' ORDER BY 1"
            )
        ).all()
        if others:
            running = ", ".join(name.removeprefix("balie ") for name in others)
            raise Refused("balie_is_running", f"Balie is using this database ({running}). Stop its services first.")
        yield connection


def _postgresql(config: Config, purpose: str) -> Engine:
    return create_engine(
        make_url(config.database_url).set(drivername="postgresql+psycopg"),
        poolclass=NullPool,
        connect_args={"application_name": purpose},
    )


@contextmanager
def _engine(engine: Engine) -> Iterator[Engine]:
    try:
        yield engine
    finally:
        engine.dispose()
