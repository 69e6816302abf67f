"""The gateway with its own real database, and nobody real on the bus."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import CodeType
from typing import Any

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from jinja2.bccache import Bucket, BytecodeCache

from services.gateway import passwords
from services.gateway.app import create_app
from services.gateway.bus import BUS, Bus
from services.gateway.use_cases.accounts import add_account
from services.gateway.use_cases.tokens import create_token
from services.shared.kit.config import Config
from services.shared.kit.database import Database
from tests.databases import fresh_postgres_database
from tests.gateway.builders import FakeBus

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
PASSWORD = "een lang wachtwoord"


@pytest.fixture(autouse=True)
def _quick_hashing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(passwords, "hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    passwords._nobodys_hash.cache_clear()
    yield
    passwords._nobodys_hash.cache_clear()


@pytest.fixture
def config(request: pytest.FixtureRequest, tmp_path: Path, migrated_files: Path) -> Iterator[Config]:
    """Settings of an empty gateway, on SQLite unless a test asks for `both_databases`."""
    if getattr(request, "param", "sqlite") == "sqlite":
        shutil.copy(migrated_files / "gateway.sqlite", tmp_path)
        yield Config(data=tmp_path)
        return
    server, template = request.getfixturevalue("postgres"), request.getfixturevalue("migrated_template")
    with fresh_postgres_database(server.url, template=template) as url:
        yield Config(data=tmp_path, database_url=url)


@pytest.fixture
def database(config: Config) -> Iterator[Database]:
    database = Database(config, "gateway")
    yield database
    database.close()


@pytest.fixture
def accounts(database: Database) -> None:
    """One customer and one agent."""
    add_account(
        database,
        name="carla",
        full_name="Carla de Vries",
        password=PASSWORD,
        roles=["customer"],
        customer="C-1",
        now=NOON,
    )
    add_account(
        database, name="anna", full_name="Anna Bakker", password=PASSWORD, roles=["agent"], language="en", now=NOON
    )


@pytest.fixture
def bus() -> FakeBus:
    return FakeBus()


class Compiled(BytecodeCache):
    """Templates that an earlier app compiled."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key, bucket.checksum] = bucket.code


@pytest.fixture(scope="session")
def compiled() -> Compiled:
    return Compiled()


@pytest.fixture
def app(config: Config, database: Database, compiled: Compiled) -> Flask:
    app = create_app(config, database)
    app.jinja_env.bytecode_cache = compiled
    return app


@pytest.fixture
def browser(app: Flask, bus: FakeBus) -> Callable[[], FlaskClient]:
    """Makes a browser (or a program): each has cookies of its own."""

    def make() -> FlaskClient:
        client = app.test_client()
        services = ("intake", "catalog", "routing", "reporting")
        inner = client.open

        def open_(*args: Any, **kwargs: Any) -> Any:
            context: dict[str, Any] = {}
            environ = kwargs.setdefault("environ_overrides", {})
            environ[BUS] = Bus({name: bus.client(name, context) for name in services}, context)
            return inner(*args, **kwargs)

        client.open = open_  # type: ignore[method-assign]  # each request gets a bus of its own, as from the door
        return client

    return make


@pytest.fixture
def client(browser: Callable[[], FlaskClient]) -> FlaskClient:
    return browser()


@pytest.fixture
def token(database: Database, accounts: None) -> dict[str, str]:
    """The header with which a program comes in as the agent."""
    return {"Authorization": "Bearer " + create_token(database, account="anna", name="test", now=NOON)}
