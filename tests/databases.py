"""A database of its own for each test, and a broker without what an earlier test left behind."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from kombu import Connection
from sqlalchemy import create_engine, make_url, text

from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from tests.desk import SERVICES

BELLS = (("catalog", "intake"), ("routing", "intake"), ("intake", "routing"), ("intake", "reporting"))


@contextmanager
def fresh_postgres_database(server: str, template: str = "template1") -> Iterator[str]:
    """The URL of an empty PostgreSQL database, or a copy of `template`, that is gone afterwards."""
    name = f"balie_{uuid.uuid4().hex[:12]}"
    url = make_url(server).set(drivername="postgresql+psycopg")
    admin = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with admin.connect() as connection:
            # Its files are copied without the log in between, where PostgreSQL knows of another way.
            quickly = "STRATEGY FILE_COPY" if (admin.dialect.server_version_info or ()) >= (15,) else ""
            connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{template}" {quickly}'))
        yield url.set(drivername="postgresql", database=name).render_as_string(hide_password=False)
        with admin.connect() as connection:
            connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
    finally:
        admin.dispose()


def close_databases(config: Config) -> None:
    """Close every pool that a test opened with these settings."""
    for service in SERVICES:
        database_of(config, service).close()
    database_of.cache_clear()


def forget_queues(broker: str) -> None:
    """Delete the queues of our services, so that the next test starts with none."""
    queues = [f"rpc-{service}" for service in SERVICES]
    queues += [f"bell-{source}--{service}" for source, service in BELLS]
    with Connection(broker) as connection, connection.channel() as channel:
        for queue in queues:
            channel.queue_delete(queue)
