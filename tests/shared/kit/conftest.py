"""The probe's database, and a broker of each kind."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import Any

import pytest
from structlog.testing import capture_logs

from services.shared.kit.config import Config
from services.shared.kit.database import Database, database_of
from tests.conftest import migrated_config
from tests.shared.kit.hearing import Told
from tests.shared.kit.probe import events, make_tables


@pytest.fixture
def database(config: Config) -> Iterator[Database]:
    """The empty database of the probe, on each dialect."""
    database = database_of(config, "probe")
    make_tables(database)
    yield database
    database.close()


@pytest.fixture
def postgres_config(request: pytest.FixtureRequest, tmp_path: object) -> Iterator[Config]:
    """Settings of an empty, migrated desk on PostgreSQL, for what only happens there."""
    with migrated_config(request, "postgresql", tmp_path) as settings:
        yield settings


@pytest.fixture
def postgres_database(postgres_config: Config) -> Iterator[Database]:
    """The empty database of the probe on PostgreSQL, where several work at the same time."""
    database = database_of(postgres_config, "probe")
    make_tables(database)
    yield database
    database.close()


@pytest.fixture
def told(database: Database) -> Told:
    """A follower that has not heard anything yet of what `origin` told."""
    return Told(database, events(["M1", "M2", "M1"]))


@pytest.fixture
def logs() -> Iterator[list[MutableMapping[str, Any]]]:
    """What is logged, instead of on the screen."""
    with capture_logs() as logs:
        yield logs
