"""Percentiles by nearest rank: a value that was really measured."""

from __future__ import annotations

import math
from collections.abc import Sequence


def percentile(values: Sequence[float], percentage: float) -> float:
    """The smallest value that at least `percentage` per cent of all are not above."""
    if not values:
        raise ValueError("there is no percentile of nothing")
    if not 0 < percentage <= 100:
        raise ValueError(f"a percentage is above 0 and at most 100, not {percentage}")
    return sorted(values)[math.ceil(percentage / 100 * len(values)) - 1]
