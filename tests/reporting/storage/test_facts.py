"""Percentiles and means as the database counts them, against a plain count of the same values."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import eventlet
import pytest
from sqlalchemy import event

from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from services.shared.kit.relay import forget_cursor, move_cursor
from tests.conftest import migrated_config
from tests.desk import until
from tests.reporting.builders import (
    a_period,
    everything,
    heard,
    looking,
    rated,
    ready,
    registered,
    reporting,
    sheet,
)
from tests.shared.kit.probe import waiting_for_a_lock

ONE = registered(1, "wish", "portal", "click", "2026-03-02 09:00")


@pytest.fixture
def on_postgresql(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Config]:
    """Settings of an empty, migrated desk on PostgreSQL."""
    with migrated_config(request, "postgresql", tmp_path) as settings:
        yield settings


def test_a_percentile_of_many_is_the_same_as_counted_by_hand(config: Config) -> None:
    some = random.Random(42)
    period = a_period("2026-03-02", "2026-03-08")
    seconds: list[int] = []
    for number in range(1, 26):
        seconds.append(some.choice([60, 60, 600, 3600, 7200, some.randrange(1, 90_000)]))
        moment = "2026-03-02 09:00"
        heard(
            config,
            registered(number, "malfunction", "portal", "click", moment),
            ready(number, (moment, seconds[-1])),
        )
        with looking(config) as work:
            for percentage in (50, 90):
                by_hand = sorted(seconds)[math.ceil(percentage * len(seconds) / 100) - 1]
                assert work.facts.seconds_to_ready(percentage, period, len(seconds)) == by_hand


def test_the_mean_rating_has_two_decimals(config: Config) -> None:
    for number, score in ((1, 5), (2, 5), (3, 4)):
        heard(
            config,
            registered(number, "wish", "portal", "click", "2026-03-02 09:00"),
            rated(number, score, "2026-03-03 09:00"),
        )
    for first, ratings, mean in (("2026-03-02", 3, 4.67), ("2026-03-04", 0, None)):
        figures = sheet(config, first, "2026-03-08")
        assert (figures["ratings"], figures["average_rating"]) == (ratings, mean)


def test_one_plan_is_never_kept_for_all_periods(on_postgresql: Config) -> None:
    heard(on_postgresql, ONE, ready(1, ("2026-03-02 09:00", 60)))
    asked: list[Any] = []
    with looking(on_postgresql) as work:
        connection = work.session.connection()
        event.listen(connection, "before_cursor_execute", lambda *told: asked.append((told[2], told[3])))
        assert work.facts.seconds_to_ready(50, a_period("2026-03-02", "2026-03-08"), 1) == 60
    [(statement, parameters)] = asked
    assert not parameters
    assert "2026-03-01 23:00:00+00:00" in statement


def test_a_rebuild_waits_for_a_batch_and_forgets_it_too(on_postgresql: Config) -> None:
    def rebuild() -> None:
        with reporting(on_postgresql) as work:
            work.facts.forget_all()
            forget_cursor(work.session, work.tables, "intake")

    with reporting(on_postgresql) as batch:
        assert move_cursor(batch.session, batch.tables, "intake", 1, expected=0)
        ONE(batch)
        rebuilding = eventlet.spawn(rebuild)
        until(lambda: waiting_for_a_lock(database_of(on_postgresql, "reporting")))
    rebuilding.wait()
    assert {table: rows for table, rows in everything(on_postgresql).items() if rows} == {}
    heard(on_postgresql, ONE)
    assert sheet(on_postgresql)["received"] == 1
