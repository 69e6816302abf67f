"""How much one word differs from another."""

from __future__ import annotations


def distance(one: str, other: str, at_most: int) -> int:
    """How many letters differ, are missing, too many or in the wrong order; `at_most` + 1 when it is more."""
    if abs(len(one) - len(other)) > at_most:
        return at_most + 1
    before_that: list[int] = []
    before, here = list(range(len(other) + 1)), [0]
    for i, letter in enumerate(one, 1):
        here = [i]
        for j, with_ in enumerate(other, 1):
            cost = min(before[j] + 1, here[j - 1] + 1, before[j - 1] + (letter != with_))
            if before_that and j > 1 and letter == other[j - 2] and one[i - 2] == with_:
                cost = min(cost, before_that[j - 2] + 1)
            here.append(cost)
        if min(here) > at_most:
            return at_most + 1
        before_that, before = before, here
    return min(here[-1], at_most + 1)
