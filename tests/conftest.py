"""What every test can use: green threads as in production, and real servers when a test asks for them."""

# ruff: noqa: E402
# nameko runs on eventlet's green threads, so the standard library is made green before anything else is
# imported; and psycopg must yield while it waits, which it decides when it is imported.
from services.shared.kit.green import make_green

make_green()

import gc
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import structlog
from hypothesis import settings

from services.shared.kit import embedded, migrations
from services.shared.kit.config import Config
from services.shared.kit.database import Database
from tests.databases import close_databases, forget_queues, fresh_postgres_database
from tests.desk import SERVICES, Desk, running_desk
from tests.servers import Given, Postgres, RabbitMQ, folder_for_servers, free_port, start_postgres, start_rabbitmq

# How long an example takes says more about what else the machine does than about the rule.
settings.register_profile("balie", deadline=None)
settings.load_profile("balie")

# Playwright cannot run among green threads; `make test` runs these in a process of their own.
collect_ignore = ["browser"]


def pytest_collection_finish() -> None:
    """Collect garbage less often: each look goes through all that was imported, a tenth of what the tests take."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(autouse=True)
def _logging_as_it_was() -> Iterator[None]:
    """What a test bound to the log or set up for it is gone afterwards."""
    yield
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()


@pytest.fixture(scope="session")
def rabbitmq() -> Iterator[RabbitMQ | Given]:
    """A real RabbitMQ, started when the first test asks for it."""
    with folder_for_servers("balie-test-") as folder:
        server = start_rabbitmq(folder)
        yield server
        server.stop()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres | Given]:
    """A real PostgreSQL, started when the first test asks for it."""
    with folder_for_servers("balie-test-") as folder:
        server = start_postgres(folder)
        yield server
        server.stop()


@pytest.fixture(scope="session")
def migrated_files() -> Iterator[Path]:
    """SQLite files of every service, migrated once and copied for each test."""
    with TemporaryDirectory(prefix="balie-test-") as name:
        folder = Path(name)
        config = Config(data=folder)
        for service in SERVICES:
            database = Database(config, service)
            migrations.migrate(database)
            # The last connection that closes writes the write-ahead log into the file.
            database.close()
        yield folder


@pytest.fixture(scope="session")
def migrated_template(postgres: Postgres | Given) -> Iterator[str]:
    """The name of a PostgreSQL database in which every service is migrated, a template for each test's own."""
    with fresh_postgres_database(postgres.url) as url:
        config = Config(database_url=url)
        for service in SERVICES:
            database = Database(config, service)
            migrations.migrate(database)
            database.close()
        yield url.rpartition("/")[2]


@pytest.fixture(params=["sqlite", "postgresql"])
def config(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Config]:
    """Settings of an empty, migrated desk on each database, with the in-process broker."""
    with migrated_config(request, request.param, tmp_path) as settings:
        yield settings


@pytest.fixture(params=["embedded", "distributed"])
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Config]:
    """Settings of an empty, migrated desk on each pair: SQLite in one process, PostgreSQL with RabbitMQ."""
    if request.param == "embedded":
        with migrated_config(request, "sqlite", tmp_path) as settings:
            yield settings
        return
    broker = request.getfixturevalue("rabbitmq")
    with migrated_config(request, "postgresql", tmp_path) as settings:
        settings = replace(settings, broker_url=broker.url)
        yield settings
        close_databases(settings)
    forget_queues(broker.url)


@contextmanager
def migrated_config(request: pytest.FixtureRequest, dialect: str, folder: Path) -> Iterator[Config]:
    """Settings of an empty, migrated desk; what used it is closed afterwards."""
    settings = Config(data=folder / "data", port=free_port(), follow_interval=1.0, retry_pause=0.2)
    if dialect == "sqlite":
        shutil.copytree(request.getfixturevalue("migrated_files"), settings.data)
        yield settings
        close_databases(settings)
    else:
        server, template = request.getfixturevalue("postgres"), request.getfixturevalue("migrated_template")
        with fresh_postgres_database(server.url, template=template) as url:
            settings = replace(settings, database_url=url)
            yield settings
            close_databases(settings)
    embedded.reset()


@pytest.fixture
def desk(pair: Config) -> Iterator[Desk]:
    """All services, running on each pair, with a small organisation."""
    with running_desk(pair) as desk:
        desk.lay_the_ground()
        yield desk
