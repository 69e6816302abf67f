"""Which places somebody probably means when no place has all of their words.

A room is written as 3.12, 3-12 or 312, a floor as 3e or third; a letter is wrong, or a word is no part of any name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from services.shared.spelling import distance

# How sure it is that a word in the name of a place is what was meant by the word that was typed.
SAME, NEAR = 1.0, 0.7
# A number says which room it is; a word says which of many.
NUMBER, WORD = 2.0, 1.0
# A word of this length may have two mistakes, a shorter one has one, and one that is shorter yet has none.
LONG, SHORTEST_TO_MEND = 7, 4
SHORTEST_PART = 3
NUMBERED = re.compile(r"[a-z]{0,3}[.-]?\d+(?:[.,/_-]\d+)*[a-z]?")
# 3e, 3de, 2nd: the number of a floor.
ORDINAL = re.compile(r"(\d+)(?:e|de|ste|st|nd|rd|th)")
_ORDINALS = """
eerste tweede derde vierde vijfde zesde zevende achtste negende tiende
first second third fourth fifth sixth seventh eighth ninth tenth
"""
ORDINALS = {word: f"{place % 10 + 1}e" for place, word in enumerate(_ORDINALS.split())}
# Words that are in everything that people say of a place.
_EMPTY = """
aan bij de een en het in kamer naar naast nabij of op ruimte van voor
a an at by near of on room the to
"""
EMPTY = frozenset(_EMPTY.split())
# What people say for what is called otherwise on the signs.
CALLED = {"etage": "verdieping", "floor": "verdieping"} | dict.fromkeys(("wc", "wcs", "wc's", "restroom"), "toilet")


def nearest(asked: Iterable[str], places: Mapping[str, str]) -> list[str]:
    """The codes of the places that have most of these words, in their order; none when no place has any.

    Both the words asked for and those of each place, by its code, are as `words_of` makes them.
    """
    of_place = {code: _words(words.split()) for code, words in places.items()}
    every = set().union(*of_place.values())
    meant: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for word in _words(asked) - EMPTY:
        for one, tells in _meant(word, every).items():
            meant[one][word] = tells
    fits = {code: _told([meant[word] for word in words & meant.keys()]) for code, words in of_place.items()}
    best = max(fits.values(), default=0.0)
    return [code for code, fit in fits.items() if fit == best > 0]


def _told(found: Sequence[Mapping[str, float]]) -> float:
    """How much of what was asked is found: of each word the surest of what is meant by it."""
    asked = set().union(*found)
    return round(sum(max(one.get(word, 0.0) for one in found) for word in asked), 6)


def _meant(word: str, every: set[str]) -> dict[str, float]:
    """The words of places that are meant by a word, each with what it tells."""
    if word[:1].isdigit():
        return {word: NUMBER} if word in every else {}
    if same := {one: WORD * SAME for one in every if one == word or (len(word) >= SHORTEST_PART and word in one)}:
        return same
    if len(word) < SHORTEST_TO_MEND:
        return {}
    most = 2 if len(word) >= LONG else 1
    return {one: WORD * NEAR for one in every if not one[:1].isdigit() and distance(word, one, most) <= most}


def _words(said: Iterable[str]) -> set[str]:
    return {word for word in map(_plain, said) if word}


@lru_cache(maxsize=50_000)
def _plain(word: str) -> str:
    """A word without the signs around it; a number without those within it, and a floor as its number."""
    word = word.strip(".,;:!?()'\"›")
    word = CALLED.get(word, word)
    if word in ORDINALS:
        return ORDINALS[word]
    if floor := ORDINAL.fullmatch(word):
        return f"{floor[1]}e"
    return "".join(filter(str.isdigit, word)) if NUMBERED.fullmatch(word) else word
