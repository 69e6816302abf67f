"""The connections to a service's database: to a file of SQLite, or to its schema of PostgreSQL."""

from __future__ import annotations

import json
from typing import Any

import orjson
from eventlet.patcher import original
from sqlalchemy import Engine, PoolProxiedConnection, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import InvalidatePoolError

from services.shared.kit.config import Config
from services.shared.kit.cursor import LeanCursor
from services.shared.kit.pool import GreenPool

# eventlet takes `poll` out of its own select.
_select = original("select")


def as_json(value: Any) -> str:
    """JSON for a column, by orjson where that can do it."""
    as_python = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS
    try:
        return orjson.dumps(value, option=as_python).decode()
    except TypeError:
        return json.dumps(value)


def from_json(text: str | bytes) -> Any:
    """What JSON of a column holds, by orjson where that can read it."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return json.loads(text)


JSON_BY_ORJSON: dict[str, Any] = {"json_serializer": as_json, "json_deserializer": from_json}


def sqlite_engine(file: str, schema: str, *, reading: bool = False) -> Engine:
    """Connections to a file, attached under the name of its schema; those for `reading` change nothing.

    A transaction begins as the one writer of the file. A look is a few statements, each a transaction by itself.
    """
    engine = create_engine("sqlite://", poolclass=GreenPool, pool_size=5, max_overflow=20, **JSON_BY_ORJSON)

    @event.listens_for(engine, "connect")
    def attach(connection: Any, record: object) -> None:
        connection.isolation_level = None  # `begin` below says BEGIN itself; the driver would say it too late.
        connection.execute("PRAGMA busy_timeout = 5000")
        connection.execute(f"ATTACH DATABASE ? AS {schema}", (file,))
        connection.execute(f"PRAGMA {schema}.journal_mode = WAL")
        # A commit only writes; `kit/durable.py` then flushes the disk, once for all who committed meanwhile.
        connection.execute(f"PRAGMA {schema}.synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA query_only = {int(reading)}")

    def begin(connection: PoolProxiedConnection) -> None:
        connection.cursor().execute("BEGIN IMMEDIATE")

    if not reading:
        # As an event it would cost every statement of the engine a look at who listens.
        engine.dialect.do_begin = begin  # type: ignore[method-assign,assignment]
    return engine


def postgresql_engine(config: Config, service: str, settings: str = "", **options: Any) -> Engine:
    """Connections to PostgreSQL for a service, with these settings for each and options for the engine."""
    patience = max(2, round(config.rpc_timeout))
    engine = create_engine(
        make_url(config.database_url).set(drivername="postgresql+psycopg"),
        # Who holds a lock over all instances needs a second connection beside it. None is closed as long as it may be
        # needed again at once.
        pool_size=max(2, config.workers),
        max_overflow=0,
        pool_timeout=config.rpc_timeout,
        poolclass=GreenPool,
        # What is on its own in a transaction needs no end to it.
        skip_autocommit_rollback=True,
        **JSON_BY_ORJSON,
        connect_args={
            "connect_timeout": patience,
            # A machine that vanishes does not say so: the system would wait a quarter of an hour until it has what was
            # sent to it, and for hours while there is only its answer to wait for.
            "tcp_user_timeout": patience * 1000,
            "keepalives_idle": patience,
            "keepalives_interval": 1,
            "options": f"-c TimeZone=UTC {settings}",
            # Tells who is connected; `balie restore` looks at it.
            "application_name": f"balie {service}",
            "cursor_factory": LeanCursor,
        },
        **options,
    )

    # Many rows in one statement; psycopg sends one for each, and waits ten times as often.
    engine.dialect.use_insertmanyvalues_wo_returning = True

    @event.listens_for(engine, "checkout")
    def look_before_use(connection: Any, record: object, proxy: object) -> None:
        """Ask a connection whether it still works, if something came over it unasked: most often that it ended."""
        if not (connection.closed or _has_something_to_say(connection)):
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as gone:
            raise InvalidatePoolError(str(gone)) from gone

    return engine


def _has_something_to_say(connection: Any) -> bool:
    poll = _select.poll()
    poll.register(connection.fileno(), _select.POLLIN)
    return bool(poll.poll(0))
