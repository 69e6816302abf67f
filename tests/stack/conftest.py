"""A desk as compose.yaml runs it: one process per service, each with a role and a user of its own."""

from __future__ import annotations

import importlib.util
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from types import ModuleType

import psycopg
import pytest
import requests
from psycopg import sql
from sqlalchemy import make_url

from services.shared.kit import migrations
from services.shared.kit.config import Config
from services.shared.kit.database import Database
from tests.cli.command import HOUSE, environment, process
from tests.databases import close_databases
from tests.desk import SERVICES, Desk, until
from tests.servers import Given, Postgres, free_port
from tests.stack.broker import ManagedRabbitMQ, managed_rabbitmq


def _rights() -> ModuleType:
    """deploy/rights.py, which is a program beside the package and not a part of it."""
    spec = importlib.util.spec_from_file_location("rights", HOUSE / "deploy" / "rights.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["rights"] = module
    spec.loader.exec_module(module)
    return module


rights = _rights()
PASSWORDS = {name: uuid.uuid4().hex for name in ("owner", *SERVICES)}


@dataclass
class Stack:
    """Both servers with the rights given, and who connects as whom."""

    name: str
    postgres: str
    broker: ManagedRabbitMQ
    port: int

    def user(self, service: str) -> str:
        return self.name if service == "owner" else f"{self.name}_{service}"

    def broker_url(self, service: str) -> str:
        return self.broker.url_of(self.user(service), PASSWORDS[service])

    def database_url(self, service: str) -> str:
        url = make_url(self.postgres).set(database=self.name, username=self.user(service), password=PASSWORDS[service])
        return url.render_as_string(hide_password=False)

    def config(self, service: str) -> Config:
        """What compose.yaml tells this service."""
        return Config(
            broker_url=self.broker_url(service),
            database_url=self.database_url(service),
            secret="only-for-a-test",
            port=self.port,
            follow_interval=1.0,
        )

    def give_rights(self, **passwords: str) -> None:
        """Run deploy/rights.py as compose.yaml does."""
        told = {f"{name.upper()}_PASSWORD": given for name, given in (PASSWORDS | passwords).items()}
        rights.main(
            told
            | {
                "NAME": self.name,
                "POSTGRES_URL": self.postgres,
                "POSTGRES_PASSWORD": make_url(self.postgres).password or "",
                "RABBITMQ_URL": self.broker.management_url,
                "RABBITMQ_PASSWORD": "guest",
            }
        )

    def forget(self) -> None:
        """Leave nothing behind at a server that is not ours."""
        with psycopg.connect(self.postgres, autocommit=True) as server:
            server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(self.name)))
            for service in (*SERVICES, "owner"):
                server.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(self.user(service))))


@pytest.fixture(scope="session")
def stack(postgres: Postgres | Given) -> Iterator[Stack]:
    """The rights are given, and the owner has migrated."""
    with managed_rabbitmq() as broker:
        made = Stack(f"balie_{uuid.uuid4().hex[:8]}", postgres.url, broker, free_port())
        try:
            made.give_rights()
            for service in SERVICES:
                database = Database(made.config("owner"), service)
                migrations.migrate(database)
                database.close()
            yield made
        finally:
            made.forget()


@pytest.fixture(scope="session")
def stacked_desk(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Every service as a process with its own role and user, and the organisation made by the owner."""
    folder = tmp_path_factory.mktemp("stack")
    with ExitStack() as running:
        for service in SERVICES:
            config = replace(stack.config(service), heartbeat=str(folder / f"{service}.heartbeat"), data=folder)
            running.enter_context(process(folder / service, "run", service, **environment(config)))
        config = stack.config("owner")
        desk = Desk(config, None)
        until(lambda: _is_ready(desk), seconds=60)
        desk.lay_the_ground()
        desk.add_accounts()
        yield desk
        close_databases(config)


def _is_ready(desk: Desk) -> bool:
    try:
        return requests.get(f"{desk.url}/health/ready", timeout=10).status_code == 200
    except requests.ConnectionError:
        return False


@pytest.fixture
def as_role(stack: Stack) -> Iterator[Callable[[str], psycopg.Connection[tuple[object, ...]]]]:
    """Connect to the database as the role of a service."""
    with ExitStack() as connections:
        yield lambda service: connections.enter_context(psycopg.connect(stack.database_url(service), autocommit=True))
