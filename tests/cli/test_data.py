"""Migrating, and deriving again what reporting derived."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from services.reporting.storage.tables import DayCount, NotificationFact
from services.reporting.storage.work import ReportingWork
from services.shared.contracts.event import Event
from services.shared.kit.clock import now
from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from services.shared.kit.parking import Parking
from tests.cli.command import run
from tests.databases import close_databases, fresh_postgres_database
from tests.desk import AGENT, CUSTOMER, MANAGER, SERVICES, Desk, until
from tests.servers import Given, Postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def unmigrated(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Config]:
    """Settings of databases without a table, on each dialect."""
    if request.param == "sqlite":
        config = Config(data=tmp_path / "data")
        yield config
        close_databases(config)
        return
    postgres: Postgres | Given = request.getfixturevalue("postgres")
    with fresh_postgres_database(postgres.url) as url:
        config = Config(database_url=url, data=tmp_path / "data")
        yield config
        close_databases(config)


def test_migrating_twice_changes_nothing(unmigrated: Config) -> None:
    first = run("migrate", config=unmigrated)
    assert (first.code, first.err) == (0, "")
    assert [line.split(":")[0] for line in first.out.splitlines()] == list(SERVICES)
    assert all(": ran 0001" in line for line in first.out.splitlines())
    again = run("migrate", config=unmigrated)
    assert again.out == "".join(f"{service}: is up to date\n" for service in SERVICES)


def test_one_service_is_migrated_alone(unmigrated: Config) -> None:
    assert run("migrate", "routing", config=unmigrated).out.startswith("routing: ran 0001")
    assert "The database of intake is at migration none" in run("events", "lag", config=unmigrated).refusal


def test_a_rebuilt_factsheet_is_the_one_it_was(desk: Desk) -> None:
    numbers = [_registered(desk, kind) for kind in ("malfunction", "wish", "complaint")]
    desk.call("intake", "answer_notification", numbers[0], {"text": "Dat is verholpen."}, actor=AGENT)
    desk.call("intake", "close_notification", numbers[0], actor=AGENT)
    desk.call("intake", "rate_notification", numbers[0], {"score": 4}, actor=CUSTOMER)
    desk.call("intake", "cancel_notification", numbers[1], {"reason": "Toch niet nodig."}, actor=AGENT)
    before = until(lambda: _when(_factsheet(desk), received=3, ready=1, cancelled=1, ratings=1))

    _spoil(desk.config)
    assert _factsheet(desk)["received"] == 6
    rebuilt = run("rebuild", "reporting", config=desk.config)
    assert rebuilt.code == 0
    assert "reporting reads intake" in rebuilt.out
    assert rebuilt.out.endswith("reporting is rebuilt.\n")
    assert until(lambda: _when(_factsheet(desk), received=3)) == before
    assert run("events", "parked", config=desk.config).out == "Nothing is parked.\n"


def _spoil(config: Config) -> None:
    """Lose most facts, change the rest and every figure, and let an event of the past wait there."""
    with ReportingWork.begin(database_of(config, "reporting")) as work:
        numbers = sorted(work.session.scalars(select(NotificationFact.number)))
        work.session.execute(delete(NotificationFact).where(NotificationFact.number.in_(numbers[1:])))
        work.session.execute(update(NotificationFact).values(score=1, level="face"))
        work.session.execute(update(DayCount).values(count=DayCount.count + 1))
        past = Event("e1", "intake", "notification_registered", numbers[0], now(), {"number": numbers[0]}, position=1)
        next_year = now() + timedelta(days=365)
        Parking(work.session, work.tables.parked).park(past, "KeyError('kind')", 1, now(), next_year)


def _registered(desk: Desk, kind: str) -> str:
    asked = {"kind": kind, "channel": "phone", "summary": "Iets", "customer": CUSTOMER.customer}
    return str(desk.call("intake", "register_notification", asked, actor=AGENT)["number"])


def _factsheet(desk: Desk) -> dict[str, Any]:
    today = datetime.now(desk.config.tz).date().isoformat()
    sheet: dict[str, Any] = desk.call("reporting", "get_factsheet", {"from": today, "to": today}, actor=MANAGER)
    return sheet


def _when(sheet: dict[str, Any], **figures: int) -> dict[str, Any] | None:
    return sheet if figures.items() <= sheet.items() else None
