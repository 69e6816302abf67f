"""How much one word differs from another."""

from __future__ import annotations

import re

# What is written otherwise and said the same, or nearly so, in Dutch or English.
_SAID = {"ij": "ei", "y": "ei", "au": "ou", "ck": "k", "c": "k", "q": "k", "ph": "f", "v": "f", "z": "s", "x": "ks"}
_WRITTEN = re.compile("|".join(_SAID))
_TWICE = re.compile(r"(.)\1+")
# At the end of a word these sound the same.
_ENDS = {"d": "t", "b": "p"}


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


def sound(word: str) -> str:
    """How a word sounds, so that kout is koud and kapod is kapot."""
    said = _TWICE.sub(r"\1", _WRITTEN.sub(lambda found: _SAID[found[0]], word))
    return said[:-1] + _ENDS.get(said[-1:], said[-1:])
