"""Percentiles and means as the database counts them, against a plain count of the same values."""

from __future__ import annotations

import math
import random

from services.shared.kit.config import Config
from tests.reporting.builders import a_period, heard, looking, rated, ready, registered


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
    period = a_period("2026-03-02", "2026-03-08")
    for number, score in ((1, 5), (2, 5), (3, 4)):
        heard(
            config,
            registered(number, "wish", "portal", "click", "2026-03-02 09:00"),
            rated(number, score, "2026-03-03 09:00"),
        )
    with looking(config) as work:
        assert work.facts.ratings(period) == (3, 4.67)
        assert work.facts.ratings(a_period("2026-03-04", "2026-03-08")) == (0, None)
