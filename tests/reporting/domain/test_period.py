"""Periods of whole days on the desk's clock on the wall, and percentiles by nearest rank."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.reporting.domain.period import Period, nearest_rank

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def a_period(first: str, last: str) -> Period:
    """From the day `first` to the day `last`, in Amsterdam."""
    return Period(date.fromisoformat(first), date.fromisoformat(last), AMSTERDAM)


def test_a_period_is_from_midnight_to_midnight_on_the_wall() -> None:
    winter = a_period("2026-01-01", "2026-01-31")
    assert winter.starts == datetime(2025, 12, 31, 23, 0, tzinfo=UTC)
    assert winter.ends == datetime(2026, 1, 31, 23, 0, tzinfo=UTC)
    summer = a_period("2026-07-01", "2026-07-01")
    assert summer.starts == datetime(2026, 6, 30, 22, 0, tzinfo=UTC)
    assert summer.ends == datetime(2026, 7, 1, 22, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "hours"),
    [("2026-03-28", 24), ("2026-03-29", 23), ("2026-03-30", 24), ("2026-10-24", 24), ("2026-10-25", 25)],
)
def test_a_day_on_which_the_clock_changes_has_23_or_25_hours(day: str, hours: int) -> None:
    period = a_period(day, day)
    assert period.ends - period.starts == timedelta(hours=hours)


def test_a_period_of_at_most_31_days_is_shown_per_day_and_a_longer_one_per_week() -> None:
    assert a_period("2026-01-01", "2026-01-01").step == "day"
    assert a_period("2026-01-01", "2026-01-31").step == "day"
    assert a_period("2026-01-01", "2026-02-01").step == "week"


def test_every_day_is_a_step_also_one_on_which_nothing_happened() -> None:
    assert a_period("2026-03-28", "2026-03-30").steps() == [date(2026, 3, 28), date(2026, 3, 29), date(2026, 3, 30)]


def test_a_week_starts_on_monday_also_before_the_period_does() -> None:
    period = a_period("2026-01-01", "2026-02-02")  # a Thursday to a Monday
    assert period.steps() == [
        date(2025, 12, 29),
        date(2026, 1, 5),
        date(2026, 1, 12),
        date(2026, 1, 19),
        date(2026, 1, 26),
        date(2026, 2, 2),
    ]
    assert period.step_of(date(2026, 1, 4)) == date(2025, 12, 29)
    assert period.step_of(date(2026, 1, 5)) == date(2026, 1, 5)
    assert all(step.weekday() == 0 for step in period.steps())


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.integers(0, 120))
def test_every_day_of_a_period_is_in_one_of_its_steps(first: date, days: int) -> None:
    period = Period(first, first + timedelta(days=days), AMSTERDAM)
    steps = period.steps()
    assert steps == sorted(set(steps))
    assert {period.step_of(first + timedelta(days=n)) for n in range(days + 1)} == set(steps)


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)))
def test_one_day_ends_where_the_next_one_starts(day: date) -> None:
    tomorrow = day + timedelta(days=1)
    assert Period(day, day, AMSTERDAM).ends == Period(tomorrow, tomorrow, AMSTERDAM).starts


@pytest.mark.parametrize(
    ("percentage", "values", "value"),
    [
        (50, [15, 20, 35, 40, 50], 35),
        (30, [15, 20, 35, 40, 50], 20),
        (40, [15, 20, 35, 40, 50], 20),
        (100, [15, 20, 35, 40, 50], 50),
        (50, [3, 6, 7, 8, 8, 10, 13, 15, 16, 20], 8),
        (75, [3, 6, 7, 8, 8, 10, 13, 15, 16, 20], 15),
        (90, [3, 6, 7, 8, 8, 10, 13, 15, 16, 20], 16),
        (90, [7], 7),
        (50, [7, 9], 7),
    ],
)
def test_the_percentiles_of_textbook_examples(percentage: int, values: list[int], value: int) -> None:
    assert values[nearest_rank(percentage, len(values)) - 1] == value


def test_of_nothing_there_is_no_percentile() -> None:
    assert nearest_rank(50, 0) == 0
    assert nearest_rank(90, 0) == 0


@given(st.sampled_from([50, 90]), st.lists(st.integers(0, 1000), min_size=1, max_size=60))
def test_a_percentile_is_the_smallest_value_that_so_many_do_not_exceed(percentage: int, values: list[int]) -> None:
    enough = [value for value in values if 100 * sum(other <= value for other in values) >= percentage * len(values)]
    assert sorted(values)[nearest_rank(percentage, len(values)) - 1] == min(enough)


@given(st.integers(1, 100), st.integers(0, 10_000))
def test_the_nearest_rank_is_the_percentage_of_the_count_rounded_up(percentage: int, count: int) -> None:
    assert nearest_rank(percentage, count) == math.ceil(percentage * count / 100)
