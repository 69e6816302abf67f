"""Which of what was found fits best: the same reckoning whichever database found it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heappush, heappushpop
from itertools import takewhile
from math import log
from operator import itemgetter, mul
from typing import Protocol, TypeVar

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
# What a word tells that says little, beside another that occurs as often.
LITTLE = 0.5
# What fits less well than this, beside what fits best, has nothing to do with what was asked.
WORTH_SHOWING = 0.4
# An entry is at most so many times more than what is found in it of the question.
MOST = 1 + TITLE + PHRASE
# Scores that differ less are the same.
SAME_SCORE = 1e-6
BETWEEN = "|"


@dataclass(frozen=True)
class Term:
    """A word that somebody looks for: the words that may be meant by it, each with how sure that is.

    `counts` has in how many entries each of those occurs. A word `says_little` that tells what is the matter with
    something, and not what that is.
    """

    meant: Mapping[str, float]
    counts: Mapping[str, int]
    says_little: bool = False

    @cached_property
    def uses(self) -> int:
        """In how many entries they occur, the surer ones counting for more; 0 when nobody knows the word."""
        return round(sum(self.counts[word] * sure for word, sure in self.meant.items()))

    @cached_property
    def weight(self) -> float:
        """How much it tells that an entry has this word: the rarer, the more."""
        return (LITTLE if self.says_little else 1.0) / (1.0 + log(1.0 + self.uses / ORDINARY))


class Entry(Protocol):
    """An item or article in one language, with its words as `storage/entries.py` keeps them.

    Those of the title and of the keywords are in groups, one for each word and each keyword, with bars between them.
    """

    kind: str
    code: str
    title: str
    title_words: str
    keyword_words: str
    other_words: str


E = TypeVar("E", bound=Entry)


class Question:
    """What somebody looks for, by which each entry is reckoned."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._weights = [term.weight for term in terms]
        self._whole = sum(self._weights)
        # Most words of an entry have nothing to do with the question, so it is looked up from there only once.
        self._meant: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, term in enumerate(terms):
            for word, sure in term.meant.items():
                self._meant[word].append((place, sure))
        self._all_known = all(term.meant for term in terms)

    def best(self, entries: Iterable[E], leaning: Mapping[str, float], limit: int) -> list[tuple[float, E]]:
        """At most so many that fit best and not far worse than the best, each with how well.

        By its `leaning` a kind of entry fits so much better.
        """
        likely = [(self._found(entry) * leaning.get(entry.kind, 1.0), entry) for entry in entries]
        likely.sort(key=itemgetter(0), reverse=True)
        fits: list[tuple[float, E]] = []
        scores: list[float] = []
        for found, entry in likely:
            # What is left cannot come among those that are shown, however much of its title was asked for.
            if len(scores) == limit and found * MOST < scores[0] - SAME_SCORE:
                break
            score = found * self._more(entry)
            fits.append((score, entry))
            (heappush if len(scores) < limit else heappushpop)(scores, score)
        fits.sort(key=lambda fit: (-round(fit[0] / SAME_SCORE), fit[1].title, fit[1].code))
        return [fit for fit in fits[:limit] if fit[0] >= fits[0][0] * WORTH_SHOWING]

    def _found(self, entry: Entry) -> float:
        """How much of the question is found in an entry: 1 when all of it is in the title as it was typed."""
        best = [0.0] * len(self._weights)
        for field, tells in (
            (entry.title_words, IN_TITLE),
            (entry.keyword_words, IN_KEYWORDS),
            (entry.other_words, IN_OTHERS),
        ):
            self._raise(best, field.split(), tells)
        found = sum(map(mul, self._weights, best))
        return found / self._whole if self._whole else 0.0

    def _more(self, entry: Entry) -> float:
        """How much more it is that words stand together as asked: rather all somewhere than one in the best place."""
        title = _groups(entry.title_words)
        # A keyword is just what was asked when every word of the question is in it.
        keywords = self._asked_for(_groups(entry.keyword_words)) if self._all_known else ()
        phrase = max(map(self._as_phrase, keywords), default=0.0)
        return 1 + TITLE * len(self._asked_for(title)) / max(1, len(title)) + PHRASE * phrase

    def _asked_for(self, groups: Sequence[list[str]]) -> list[list[str]]:
        """The groups that have any word of the question, which are few of them."""
        meant = self._meant.keys()
        return [group for group in groups if not meant.isdisjoint(group)]

    def _as_phrase(self, group: Sequence[str]) -> float:
        best = [0.0] * len(self._weights)
        self._raise(best, group, 1.0)
        return sum(best) / len(best) if all(best) else 0.0

    def _raise(self, best: list[float], words: Iterable[str], tells: float) -> None:
        """Raise how surely each word of the question is found, by these words."""
        for word in self._meant.keys() & words:
            for place, sure in self._meant[word]:
                if sure * tells > best[place]:
                    best[place] = sure * tells


def _groups(kept: str) -> list[list[str]]:
    return [group.split() for group in kept.split(BETWEEN) if group.strip()]


def same_beginning(one: str, other: str) -> int:
    """With how many of the same letters two words begin."""
    same = takewhile(lambda letters: letters[0] == letters[1], zip(one, other, strict=False))
    return sum(1 for _ in same)
