"""The upgrade to figures per day: everything is forgotten once, so that reporting reads the journals again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from services.shared.kit import migrations
from services.shared.kit.config import Config
from services.shared.kit.database import Database
from tests.databases import close_databases, fresh_postgres_database
from tests.reporting.builders import A_WEEK, heard, sheet

FACT = """
    INSERT INTO reporting.notification_fact (number, kind, level, channel, organisation, registered_at, registered_on,
        first_line) VALUES ('M26-000001', 'wish', 'click', 'portal', 'GEM', '2026-03-02 09:00:00', '2026-03-02', false)
"""
PARKED = """
    INSERT INTO reporting.parked (source, position, subject, envelope, error, attempts, parked_at, next_try_at)
    VALUES ('intake', 6, 'M26-000002', '{}', 'wrong', 1, '2026-03-02 09:00:00', '2026-03-02 09:00:00')
"""


@contextmanager
def opened(config: Config) -> Iterator[Database]:
    database = Database(config, "reporting")
    yield database
    database.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def at_0001(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Config]:
    """Settings of a reporting that has heard and parked something, before there were figures per day."""
    if request.param == "sqlite":
        settings = Config(data=tmp_path / "data")
        yield _at_0001(settings)
        close_databases(settings)
    else:
        with fresh_postgres_database(request.getfixturevalue("postgres").url) as url:
            settings = Config(data=tmp_path / "data", database_url=url)
            yield _at_0001(settings)
            close_databases(settings)


def _at_0001(config: Config) -> Config:
    with opened(config) as database, database.transaction() as session:
        if not database.sqlite:
            session.execute(text("CREATE SCHEMA reporting"))
        migrations.upgrade(session.connection(), "reporting", "0001")
        for statement in (FACT, PARKED):
            session.execute(text(statement))
        session.execute(text("INSERT INTO reporting.cursor (name, position) VALUES ('intake', 7), ('relay', 3)"))
    return config


def test_everything_is_heard_again(at_0001: Config) -> None:
    with opened(at_0001) as database:
        assert migrations.migrate(database) == ["0002", "0003"]
        with database.reading() as session:
            cursors = session.execute(text("SELECT name, position FROM reporting.cursor")).all()
            left = [
                session.scalar(text(f"SELECT count(*) FROM reporting.{table}"))
                for table in ("notification_fact", "parked", "day_count")
            ]
    assert (cursors, left) == ([("relay", 3)], [0, 0, 0])
    heard(at_0001, *A_WEEK)
    assert (sheet(at_0001)["received"], sheet(at_0001)["open"]) == (6, 2)
