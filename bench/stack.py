"""Balie in many processes, as it is measured: RabbitMQ, PostgreSQL and one process per service, all on loopback."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import psycopg

from bench.processes import Service, run_python, until
from bench.running import READY_WITHIN, Running, is_ready, settings_in, temporary_folder, url_of
from tests.servers import Postgres, RabbitMQ

SERVICES = ("catalog", "intake", "routing", "reporting", "gateway")
# For what is made before the services run: nobody hears of it, and a crash of the machine would cost the
# measurement only, so the disk need not be waited for.
AT_REST = {"BALIE_BROKER_URL": "embedded://", "PGOPTIONS": "-c synchronous_commit=off"}


class DurablePostgres(Postgres):
    """PostgreSQL with the settings it is delivered with; the tests' own forgoes what a power cut would need."""

    def _arguments(self, data: Path) -> list[str]:
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "unix_socket_directories": "",
            "max_connections": "200",
        }
        return ["-D", str(data), *(part for name, value in settings.items() for part in ("-c", f"{name}={value}"))]


@dataclass
class Stack(Running):
    """A running Balie with its servers."""

    database_url: str = ""
    broker: str = ""
    settings: dict[str, str] = field(default_factory=dict)

    @cached_property
    def database(self) -> psycopg.Connection[Any]:
        """A connection of our own, to look at what the services have kept."""
        return psycopg.connect(self.database_url, autocommit=True)

    def ask(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """What the database answers to a query of ours."""
        return self.database.execute(query, values).fetchall()


@contextmanager
def distributed(notifications: int) -> Iterator[Stack]:
    """Every part as a process of its own, with so many notifications in the database, ready to answer."""
    with ExitStack() as ending:
        folder = ending.enter_context(temporary_folder())
        for server in ("rabbitmq", "postgresql"):
            (folder / server).mkdir()
        broker, database = RabbitMQ(folder / "rabbitmq"), DurablePostgres(folder / "postgresql")
        for started in (broker, database):
            ending.callback(started.stop)
            started.start()
        settings = settings_in(folder) | {"BALIE_BROKER_URL": broker.url, "BALIE_DATABASE_URL": database.url}
        run_python(["bench.ground", str(folder)], settings | AT_REST)
        if notifications:
            run_python(["bench.seeding", str(notifications)], settings | AT_REST)
        stack = Stack(
            folder=folder,
            url=url_of(settings),
            services={},
            servers={"rabbitmq": _pid(broker), "postgresql": _pid(database)},
            database_url=database.url,
            broker=f"127.0.0.1:{broker.port}",
            settings=settings,
        )
        for name in SERVICES:
            stack.services[name] = Service(name, ["services.cli", "run", name], settings, folder)
            ending.callback(stack.services[name].stop)
        ending.callback(lambda: stack.database.close())
        stack.ready_seconds = _await_ready(stack)
        yield stack


def _pid(server: Postgres | RabbitMQ) -> int:
    assert server._process is not None
    return server._process.pid


def _await_ready(stack: Stack) -> dict[str, float]:
    """The seconds from each start to its word that it is ready, and of all together to the gateway's."""
    seconds: dict[str, float] = {}

    def all_have_said_so() -> bool:
        for name, service in stack.services.items():
            if name not in seconds and service.says("services.ready"):
                seconds[name] = time.monotonic() - service.began
        return len(seconds) == len(stack.services)

    until(all_have_said_so, "That every service says it is ready", READY_WITHIN)
    until(lambda: is_ready(stack.url), "GET /health/ready with status 200", READY_WITHIN)
    first = min(service.began for service in stack.services.values())
    return seconds | {"together": time.monotonic() - first}
