"""All services seen as one: at one moment, and by nobody else while they are changed."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.engine import Engine

from services.shared.errors import Refused
from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from services.shared.kit.whole import alone, snapshot
from tests.databases import close_databases
from tests.desk import SERVICES

TELL = "UPDATE {service}.cursor SET position = position + 1"


def begin(config: Config) -> None:
    """A cursor in intake and in routing, as after their first event."""
    for service in ("intake", "routing"):
        with database_of(config, service).transaction() as session:
            session.execute(text(f"INSERT INTO {service}.cursor VALUES ('relay', 1)"))


def positions(connection: Any) -> list[int]:
    return [connection.scalar(text(f"SELECT position FROM {name}.cursor")) for name in ("intake", "routing")]


def go_on(config: Config) -> None:
    """Something happens in both services."""
    for service in ("intake", "routing"):
        with database_of(config, service).transaction() as session:
            session.execute(text(TELL.format(service=service)))


def test_a_snapshot_stays_what_it_is_and_holds_nobody_up(config: Config) -> None:
    begin(config)
    with snapshot(config, SERVICES) as connection:
        # PostgreSQL's moment is that of the first look.
        assert positions(connection) == [1, 1]
        go_on(config)
        assert positions(connection) == [1, 1]
    with snapshot(config, SERVICES) as connection:
        assert positions(connection) == [2, 2]


@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_nobody_writes_while_the_files_are_begun_to_be_read(config: Config) -> None:
    begin(config)
    refused: list[str] = []

    def write(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith("SELECT count(*) FROM"):
            return
        for service in ("intake", "routing"):
            writer = sqlite3.connect(config.data / f"{service}.sqlite", timeout=0)
            try:
                writer.execute("UPDATE cursor SET position = position + 1")
                writer.commit()
            except sqlite3.OperationalError as locked:
                refused.append(f"{service}: {locked}")
            finally:
                writer.close()

    event.listen(Engine, "before_cursor_execute", write)
    try:
        with snapshot(config, SERVICES) as connection:
            event.remove(Engine, "before_cursor_execute", write)
            assert positions(connection) == [1, 1]
    finally:
        if event.contains(Engine, "before_cursor_execute", write):
            event.remove(Engine, "before_cursor_execute", write)
    assert refused == ["intake: database is locked", "routing: database is locked"] * len(SERVICES)


def test_whoever_is_alone_changes_all_or_nothing(config: Config) -> None:
    begin(config)
    close_databases(config)
    with pytest.raises(KeyError):
        _change(config, "intake", "planning")
    with snapshot(config, SERVICES) as connection:
        assert positions(connection) == [1, 1]
    _change(config, "intake", "routing")
    with snapshot(config, SERVICES) as connection:
        assert positions(connection) == [2, 2]
    if config.database_url == "sqlite":
        assert {file.name for file in config.data.iterdir()} == {f"{service}.sqlite" for service in SERVICES}


def _change(config: Config, *services: str) -> None:
    changes = {service: TELL.format(service=service) for service in SERVICES}
    with alone(config, SERVICES) as connection:
        for service in services:
            connection.execute(text(changes[service]))


def test_nobody_is_alone_while_a_service_is_connected(config: Config) -> None:
    database_of(config, "routing").check()
    with pytest.raises(Refused) as refused, alone(config, SERVICES):
        pytest.fail("there is somebody")
    assert refused.value.code == "balie_is_running"
