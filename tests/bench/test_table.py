"""The table says of each figure what was measured, what it should be, and whether it is."""

from __future__ import annotations

import re

import pytest

from bench.load import Outcome
from bench.measures.create import require_kept
from bench.processes import Failed
from bench.results import Figure, Results, Round
from bench.table import cpu_table, last_line, page, table
from bench.targets import TARGETS


def outcome(**told: float) -> Outcome:
    """A load of ten seconds at concurrency 8 without errors, unless told otherwise."""
    usual = {"right": 4000, "errors": 0, "p50": 20.0, "p95": 45.0, "p99": 70.0} | told
    return Outcome(concurrency=8, seconds=10.0, slowest=80.0, cpu_seconds=0.5, keys="k-", **usual)  # type: ignore[arg-type]


def loaded(others: float = 0.0, **told: float) -> Results:
    """The results of that load."""
    results = Results()
    results.add_round("create", "create", Round(outcome(**told), {"intake": 8.0, "gateway": 6.0}, others))
    return results


def test_one_line_per_figure_with_its_target_and_verdict() -> None:
    assert table(loaded(p95=50.5)) == [
        "metric                                     measured    target",
        "create, concurrency 8: answers per second    400 /s  ≥ 300 /s     met",
        "create, concurrency 8: p50                    20 ms",
        "create, concurrency 8: p95                  50.5 ms   ≤ 50 ms  MISSED",
        "create, concurrency 8: p99                    70 ms",
        "create, concurrency 8: errors                     0       ≤ 0     met",
    ]


def test_the_last_line_names_what_was_missed() -> None:
    assert last_line(loaded(right=2999)) == (
        "MISSED 1 of 3 targets: create, concurrency 8: answers per second 300 /s (≥ 300 /s)"
    )


def test_the_last_line_says_that_all_is_met() -> None:
    assert last_line(loaded()) == "All 3 targets are met."


def test_an_error_is_never_within_the_target() -> None:
    assert [figure.key for figure in loaded(errors=1).missed] == ["create.8.errors"]


@pytest.mark.parametrize(
    ("key", "value", "met"),
    [
        ("create.8.rate", 300.0, True),
        ("create.8.rate", 299.9, False),
        ("create.8.p95", 50.0, True),
        ("create.8.p95", 50.1, False),
        ("create.8.p50", 1.0, None),
    ],
)
def test_a_bound_itself_is_met(key: str, value: float, met: bool | None) -> None:
    assert Figure(key, "figure", value).met is met


def test_processor_time_is_per_right_answer() -> None:
    assert cpu_table(loaded(others=0.04)) == [
        "CPU ms per request  intake  gateway  together  others",
        "create.8              2.00     1.50      3.50      4%",
    ]


def in_rounds(*told: dict[str, float]) -> Results:
    """The results of that load, put on more than once."""
    results = Results()
    for n, one in enumerate(told):
        results.add_round("create", "create", Round(outcome(**one), {"intake": one["right"] / 1000}, others=0.02 * n))
    return results


def test_of_several_rounds_the_quickest_counts_with_all_that_came_of_it() -> None:
    results = in_rounds({"right": 2900, "p95": 61}, {"right": 3200, "p95": 48}, {"right": 3100, "p95": 40})
    assert {figure.key: figure.value for figure in results.figures if figure.target} == {
        "create.8.rate": 320,
        "create.8.p95": 48,
        "create.8.errors": 0,
    }
    assert results.cpu == {"create.8": {"intake": 1.0}}
    assert results.others == {"create.8": 0.02}
    assert results.as_json()["rounds"]["create.8"][0] == {
        "rate": 290,
        "p50": 20,
        "p95": 61,
        "p99": 70,
        "errors": 0,
        "cpu_ms_per_request": 1.0,
        "share_of_others": 0.0,
    }
    told = "Of each of these loads the quickest round counts; answers per second: create.8 290, 320, 310."
    assert told in page({}, results)


def test_of_what_must_hold_in_every_round_the_worst_counts() -> None:
    results = Results()
    for seconds in (0.2, 0.4, 0.3):
        results.add_worst("create.8.lag.routing.seconds", "create: routing is behind", seconds, "s")
    assert [figure.value for figure in results.figures] == [0.4]


def test_an_error_in_any_round_counts() -> None:
    results = in_rounds({"right": 2900, "errors": 2}, {"right": 3200}, {"right": 3100, "errors": 1})
    assert [(figure.key, figure.value) for figure in results.missed] == [("create.8.errors", 3)]


def test_a_disturbed_load_is_pointed_out() -> None:
    assert [line for line in page({}, loaded(others=0.3)) if "kept the machine busy" in line] == [
        "Other processes kept the machine busy during create.8: there the processor time says more than the rates."
    ]
    assert not [line for line in page({}, loaded(others=0.05)) if "kept the machine busy" in line]


def test_json_has_every_figure_with_its_target() -> None:
    told = loaded(p95=60).as_json()
    assert told["missed"] == ["create.8.p95"]
    assert told["figures"][2] == {
        "key": "create.8.p95",
        "meaning": "create, concurrency 8: p95",
        "value": 60,
        "unit": "ms",
        "target": {"sign": "≤", "bound": 50},
        "met": False,
    }
    assert told["cpu_ms_per_request"] == {"create.8": {"intake": 2.0, "gateway": 1.5}}


@pytest.mark.parametrize("kept", [4000, 4008])
def test_requests_that_were_cut_off_at_the_end_may_have_been_kept(kept: int) -> None:
    require_kept(outcome(), kept)


@pytest.mark.parametrize("kept", [3999, 4009])
def test_every_201_is_one_notification(kept: int) -> None:
    with pytest.raises(Failed, match=f"4000 notifications were answered with 201, and {kept} were kept"):
        require_kept(outcome(), kept)


def test_a_whole_run_measures_every_target() -> None:
    results = Results()
    for key in TARGETS:
        results.add(key, "figure", 1.0)
    results.require_every_target()
    del results._figures[next(iter(TARGETS))]
    with pytest.raises(Failed, match=f"Nothing was measured for {re.escape(next(iter(TARGETS)))}"):
        results.require_every_target()
