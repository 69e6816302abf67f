"""Percentiles are values that were measured, and what wrk printed is read as it was meant."""

from __future__ import annotations

import pytest

from bench.load import outcome_of
from bench.percentiles import percentile

PRINTED = """Running 10s test @ http://127.0.0.1:8000/api/v1/notifications
  1 threads and 8 connections
  1010 requests in 10.00s, 1.00MB read

@requests 1010
@microseconds 10000000
@p50 12500
@p95 40000
@p99 90500
@max 120000
@wrong 10
@broken 2
@timeouts 1
@first_wrong 503 {"code": "unavailable"}
"""


@pytest.mark.parametrize(
    ("percentage", "value"), [(1, 1), (10, 1), (11, 2), (50, 5), (90, 9), (95, 10), (99, 10), (100, 10)]
)
def test_a_percentile_is_the_smallest_value_that_so_many_are_not_above(percentage: float, value: int) -> None:
    assert percentile([7, 3, 10, 1, 9, 4, 2, 8, 6, 5], percentage) == value


def test_the_only_value_is_every_percentile() -> None:
    assert [percentile([4.2], percentage) for percentage in (1, 50, 99, 100)] == [4.2] * 4


def test_nothing_has_no_percentile() -> None:
    with pytest.raises(ValueError, match="no percentile of nothing"):
        percentile([], 50)


@pytest.mark.parametrize("percentage", [0, -1, 101])
def test_a_percentage_lies_between_0_and_100(percentage: float) -> None:
    with pytest.raises(ValueError, match="above 0 and at most 100"):
        percentile([1], percentage)


def test_only_right_answers_count_in_the_rate() -> None:
    outcome = outcome_of(PRINTED, concurrency=8, cpu_seconds=0.1, keys="k-")
    assert (outcome.right, outcome.errors, outcome.rate) == (1000, 13, 100)


def test_latencies_are_read_in_milliseconds() -> None:
    outcome = outcome_of(PRINTED, concurrency=8, cpu_seconds=0.1, keys="k-")
    assert (outcome.p50, outcome.p95, outcome.p99, outcome.slowest) == (12.5, 40, 90.5, 120)


def test_the_first_wrong_answer_is_kept() -> None:
    outcome = outcome_of(PRINTED, concurrency=8, cpu_seconds=0.1, keys="k-")
    assert outcome.first_error == '503 {"code": "unavailable"}'
