"""Which of what was found fits best: the same reckoning whichever database found it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from math import log

# How sure it is that a word in an entry is what somebody meant by the word that they typed.
SAME, STEM, SYNONYM, BEGINNING, NEAR, PART, FAR, AKIN = 1.0, 0.95, 0.85, 0.8, 0.7, 0.55, 0.5, 0.45
# What a word tells by where it stands.
IN_TITLE, IN_KEYWORDS, IN_OTHERS = 1.0, 0.9, 0.35
# A word that this many entries have tells about half of what one tells that a single entry has.
ORDINARY = 30
# How much more it is when all of a title was asked for, or a keyword as it is.
TITLE, PHRASE = 0.25, 0.35
# How much sooner an item is meant when somebody says something, and an article when somebody asks.
LEANING = 1.3
BETWEEN = "|"


@dataclass(frozen=True)
class Term:
    """A word that somebody looks for: the words that may be meant by it, each with how sure that is.

    `counts` has in how many entries each of those occurs.
    """

    meant: Mapping[str, float]
    counts: Mapping[str, int]

    @cached_property
    def uses(self) -> int:
        """In how many entries they occur, the surer ones counting for more; 0 when nobody knows the word."""
        return round(sum(self.counts[word] * sure for word, sure in self.meant.items()))

    @cached_property
    def weight(self) -> float:
        """How much it tells that an entry has this word: the rarer, the more."""
        return 1.0 / (1.0 + log(1.0 + self.uses / ORDINARY))


@dataclass(frozen=True)
class Words:
    """The words of one entry per field: a group for each word of its title, and for each of its keywords."""

    title: Sequence[frozenset[str]]
    keywords: Sequence[frozenset[str]]
    others: frozenset[str]

    @classmethod
    def kept(cls, title: str, keywords: str, others: str) -> Words:
        """As `storage/entries.py` keeps them."""
        return cls(_groups(title), _groups(keywords), frozenset(others.split()))


class Question:
    """What somebody looks for, by which each entry is reckoned."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._weights = [term.weight for term in terms]
        # Most words of an entry have nothing to do with the question, so it is looked up from there only once.
        self._meant: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, term in enumerate(terms):
            for word, sure in term.meant.items():
                self._meant[word].append((place, sure))
        self._all_known = all(term.meant for term in terms)

    def score(self, words: Words) -> float:
        """How well an entry fits; only to be compared with that of another entry."""
        in_title = frozenset[str]().union(*words.title)
        in_keywords = frozenset[str]().union(*words.keywords)
        best = [0.0] * len(self._weights)
        for field, tells in ((in_title, IN_TITLE), (in_keywords, IN_KEYWORDS), (words.others, IN_OTHERS)):
            for place, sure in self._found(field):
                if sure * tells > best[place]:
                    best[place] = sure * tells
        whole = sum(self._weights)
        found = sum(weight * sure for weight, sure in zip(self._weights, best, strict=True))
        title = len(self._asked_for(words.title)) / max(1, len(words.title))
        # A keyword is just what was asked when every word of the question is in it.
        phrases = self._asked_for(words.keywords) if self._all_known else ()
        phrase = max([self._as_phrase(group) for group in phrases], default=0.0)
        # Rather all words somewhere than one of them in the best place.
        return (found / whole) * (1 + TITLE * title + PHRASE * phrase) if whole else 0.0

    def _asked_for(self, groups: Sequence[frozenset[str]]) -> list[frozenset[str]]:
        """The groups that have any word of the question, which are few of them."""
        meant = self._meant.keys()
        return [group for group in groups if not meant.isdisjoint(group)]

    def _found(self, field: AbstractSet[str]) -> list[tuple[int, float]]:
        return [one for word in self._meant.keys() & field for one in self._meant[word]]

    def _as_phrase(self, group: frozenset[str]) -> float:
        best = [0.0] * len(self._weights)
        for place, sure in self._found(group):
            best[place] = max(best[place], sure)
        return sum(best) / len(best) if all(best) else 0.0


def _groups(kept: str) -> list[frozenset[str]]:
    return [frozenset(group.split()) for group in kept.split(BETWEEN) if group.strip()]


def same_beginning(one: str, other: str) -> int:
    """With how many of the same letters two words begin."""
    same = takewhile(lambda letters: letters[0] == letters[1], zip(one, other, strict=False))
    return sum(1 for _ in same)


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
