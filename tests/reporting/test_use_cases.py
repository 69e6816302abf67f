"""The figures of a small week that was counted by hand, heard once, twice, and again from nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from services.reporting import use_cases
from services.shared.actor import Actor
from services.shared.errors import Forbidden, NotFound
from services.shared.kit.config import Config
from tests.desk import ADMIN, AGENT, CUSTOMER, MANAGER, SPECIALIST
from tests.reporting.builders import (
    A_WEEK,
    AMSTERDAM,
    Told,
    a_period,
    article_rated,
    cancelled,
    everything,
    forwarded,
    heard,
    looking,
    rated,
    ready,
    registered,
    reopened,
    reporting,
    sheet,
)

COUNTED_BY_HAND = {
    "first": date(2026, 3, 2),
    "last": date(2026, 3, 8),
    "received": 6,
    "received_per_kind": [
        {"code": "complaint", "count": 1},
        {"code": "wish", "count": 2},
        {"code": "information", "count": 1},
        {"code": "malfunction", "count": 2},
    ],
    "received_per_level": [
        {"code": "click", "count": 3},
        {"code": "call", "count": 2},
        {"code": "face", "count": 1},
    ],
    "answered_by_click": 2,
    "ready": 4,
    "solved_at_desk": 1,
    "forwarded": 3,
    "cancelled": 1,
    "open": 2,
    # Of 100, 1000, 3000 and 259200 the second and the fourth.
    "median_seconds_to_ready": 1000,
    "p90_seconds_to_ready": 259200,
    "ratings": 2,
    "average_rating": 3.5,
    "step": "day",
    "received_over_time": [
        {"starts": date(2026, 3, 2), "click": 1, "call": 1, "face": 0},
        {"starts": date(2026, 3, 3), "click": 0, "call": 0, "face": 1},
        {"starts": date(2026, 3, 4), "click": 0, "call": 1, "face": 0},
        {"starts": date(2026, 3, 5), "click": 0, "call": 0, "face": 0},
        {"starts": date(2026, 3, 6), "click": 1, "call": 0, "face": 0},
        {"starts": date(2026, 3, 7), "click": 0, "call": 0, "face": 0},
        {"starts": date(2026, 3, 8), "click": 1, "call": 0, "face": 0},
    ],
}


def test_the_figures_of_a_week_are_those_counted_by_hand(config: Config) -> None:
    heard(config, *A_WEEK)
    assert sheet(config) == COUNTED_BY_HAND


def test_hearing_everything_again_changes_no_figure(config: Config) -> None:
    heard(config, *A_WEEK)
    once = everything(config)
    heard(config, *A_WEEK)
    assert everything(config) == once
    assert sheet(config) == COUNTED_BY_HAND


def test_hearing_each_event_twice_in_a_row_changes_no_figure(config: Config) -> None:
    heard(config, *(told for told in A_WEEK for _ in range(2)))
    assert sheet(config) == COUNTED_BY_HAND


def test_a_rebuild_starts_from_nothing_and_gives_the_same_figures(config: Config) -> None:
    heard(config, *A_WEEK)
    once = everything(config)
    with reporting(config) as work:
        work.facts.forget_all()
    assert sheet(config)["received"] == 0
    heard(config, *A_WEEK)
    assert everything(config) == once


def test_without_anything_there_are_zeroes_and_no_percentiles(config: Config) -> None:
    empty = sheet(config, "2026-03-02", "2026-03-02")
    assert {name: empty[name] for name in ("received", "ready", "forwarded", "cancelled", "open", "ratings")} == {
        "received": 0,
        "ready": 0,
        "forwarded": 0,
        "cancelled": 0,
        "open": 0,
        "ratings": 0,
    }
    assert (empty["median_seconds_to_ready"], empty["p90_seconds_to_ready"], empty["average_rating"]) == (
        None,
        None,
        None,
    )
    assert empty["received_per_level"] == [{"code": level, "count": 0} for level in ("click", "call", "face")]
    assert empty["received_over_time"] == [{"starts": date(2026, 3, 2), "click": 0, "call": 0, "face": 0}]


def test_a_longer_period_is_counted_per_week(config: Config) -> None:
    heard(config, *A_WEEK)
    long = sheet(config, "2026-02-09", "2026-03-15")
    assert long["step"] == "week"
    assert long["received_over_time"] == [
        {"starts": date(2026, 2, 9), "click": 0, "call": 0, "face": 0},
        {"starts": date(2026, 2, 16), "click": 0, "call": 0, "face": 0},
        {"starts": date(2026, 2, 23), "click": 1, "call": 0, "face": 0},
        {"starts": date(2026, 3, 2), "click": 3, "call": 2, "face": 1},
        {"starts": date(2026, 3, 9), "click": 1, "call": 0, "face": 0},
    ]
    assert (long["received"], long["ready"], long["open"]) == (8, 5, 1)


def test_a_day_is_the_desks_day_also_when_the_clock_changes(config: Config) -> None:
    heard(
        config,
        registered(1, "wish", "portal", "click", "2026-03-28 23:59"),
        registered(2, "wish", "portal", "click", "2026-03-29 00:00"),
        registered(3, "wish", "portal", "click", "2026-03-29 23:59"),
        registered(4, "wish", "portal", "click", "2026-03-30 00:00"),
    )
    day = sheet(config, "2026-03-29", "2026-03-29")
    assert (day["received"], day["received_over_time"][0]["click"], day["open"]) == (2, 2, 3)


def test_the_first_forwarding_counts_and_the_last_time_it_was_ready(config: Config) -> None:
    heard(
        config,
        registered(1, "malfunction", "portal", "click", "2026-03-02 09:00"),
        forwarded(1, "2026-03-02 10:00"),
        ready(1, ("2026-03-02 09:00", 7200)),
        reopened(1),
        forwarded(1, "2026-03-09 10:00"),
        ready(1, ("2026-03-09 09:00", 0)),
    )
    assert [sheet(config, day, day)["forwarded"] for day in ("2026-03-02", "2026-03-09")] == [1, 0]
    assert [sheet(config, day, day)["ready"] for day in ("2026-03-02", "2026-03-09")] == [0, 1]


def test_what_is_reopened_is_open_again(config: Config) -> None:
    heard(
        config,
        registered(1, "malfunction", "portal", "click", "2026-03-02 09:00"),
        ready(1, ("2026-03-02 09:00", 60), first_line=True),
    )
    assert (sheet(config)["open"], sheet(config)["solved_at_desk"]) == (0, 1)
    heard(config, reopened(1))
    assert (sheet(config)["open"], sheet(config)["solved_at_desk"], sheet(config)["ready"]) == (1, 0, 0)


def test_an_event_about_a_notification_that_was_never_registered_waits(config: Config) -> None:
    for told in (
        forwarded(9, "2026-03-02 09:00"),
        ready(9, ("2026-03-02 09:00", 0)),
        reopened(9),
        cancelled(9, "2026-03-02 09:00"),
        rated(9, 3, "2026-03-02 09:00"),
    ):
        with pytest.raises(NotFound):
            heard(config, told)
    assert sheet(config)["received"] == 0


def test_the_factsheet_is_for_the_desk_and_its_management(config: Config) -> None:
    account_manager = Actor("frederique", "Frederique Smit", ("account_manager",))
    for actor in (AGENT, account_manager, MANAGER, ADMIN):
        assert sheet(config, actor=actor)["received"] == 0
    for actor in (CUSTOMER, SPECIALIST):
        with pytest.raises(Forbidden) as refused:
            sheet(config, actor=actor)
        assert refused.value.message == "Only the desk and its management see the factsheet."


def asked_for(number: int, item: str, moment: str, **told: Any) -> Told:
    """A notification about an item."""
    return registered(number, "wish", "portal", "click", moment, catalogue_item=item, **told)


def test_what_several_asked_for_in_the_last_seven_days_is_told_to_anyone(config: Config) -> None:
    heard(
        config,
        *(asked_for(n, "lunch", "2026-03-08 09:00") for n in (1, 2, 3, 4)),
        *(asked_for(n, "stoel", "2026-03-02 00:00") for n in (5, 6, 7)),
        # Two only, and three of which one was a week before.
        *(asked_for(n, "kluis", "2026-03-05 09:00") for n in (8, 9)),
        *(
            asked_for(n, "pas", moment)
            for n, moment in ((10, "2026-03-01 23:59"), (11, "2026-03-03"), (12, "2026-03-04"))
        ),
        *(article_rated(n, "te-koud", n == 5, "2026-03-06 12:00") for n in (1, 2, 3, 4, 5)),
        article_rated(6, "te-koud", True, "2026-03-06 13:00", before=False),
    )
    with looking(config, CUSTOMER) as work:
        found = use_cases.most_asked(work, date(2026, 3, 8), 6, AMSTERDAM)["items"]
        assert [(one["kind"], one["code"], one["count"]) for one in found] == [
            ("article", "te-koud", 5),
            ("item", "lunch", 4),
            ("item", "stoel", 3),
        ]
        assert len(use_cases.most_asked(work, date(2026, 3, 8), 2, AMSTERDAM)["items"]) == 2


def test_what_became_of_suggestions_is_counted_per_pair_and_follows_corrections(config: Config) -> None:
    heard(
        config,
        asked_for(1, "lunch", "2026-03-02 09:00", suggested_kind="wish", suggested_item="lunch"),
        asked_for(2, "lunch", "2026-03-02 09:00", suggested_kind="wish", suggested_item="borrel"),
        asked_for(3, "lunch", "2026-03-02 09:00", suggested_kind="complaint"),
        asked_for(4, "lunch", "2026-03-02 09:00", suggested_kind="wish"),
        asked_for(5, "lunch", "2026-03-02 09:00"),
        *[lambda work: use_cases.keep_corrected(work, "M26-000004", "information", None, AMSTERDAM)] * 2,
    )
    with looking(config, MANAGER) as work:
        found = use_cases.suggestions(work, a_period("2026-03-02", "2026-03-08"))
    assert (found["kept"], found["corrected"]) == (3, 3)
    assert [tuple(pair.values()) for pair in found["pairs"]] == [
        ("kind", "wish", "wish", 2),
        ("item", "borrel", "lunch", 1),
        ("item", "lunch", "lunch", 1),
        ("kind", "complaint", "wish", 1),
        ("kind", "wish", "information", 1),
    ]
    assert {one["code"]: one["count"] for one in sheet(config)["received_per_kind"]}["information"] == 1
    with looking(config, AGENT) as work, pytest.raises(Forbidden):
        use_cases.suggestions(work, a_period("2026-03-02", "2026-03-08"))
