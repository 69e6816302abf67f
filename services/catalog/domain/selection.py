"""Which words an entry must have to be looked at: so few entries that all of them can be ranked in a moment.

Whatever fits best has the rarest words of a question, or several of the others. What has one common word only, of a
question with more than that, is not worth ranking thousands of entries for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations

from services.catalog.domain.ranking import Term

# With so many entries, of both languages, a word is looked for by itself.
RARE = 2500
# Of the words that are common, so many are looked for two at a time.
PAIRED = 3

Words = tuple[str, ...]
# An entry must have one of the words of each of them.
Together = tuple[Words, ...]
# ... of at least one of these.
Wanted = tuple[Together, ...]


def wanted(terms: Sequence[Term]) -> Iterator[Wanted]:
    """What to look for, and what to look for next as long as that found too little."""
    rarest = sorted((term for term in terms if term.meant), key=lambda term: term.uses)
    words, alone = [tuple(term.meant) for term in rarest], 0
    if len(words) > 1:
        yield (tuple(words),)
        alone = _alone(rarest)
        yield (*((one,) for one in words[:alone]), *combinations(words[alone : alone + PAIRED], 2))
    if alone < len(words):
        yield ((_surest(rarest[alone]),),)


def _alone(rarest: Sequence[Term]) -> int:
    """How many of the rarest words can be looked for by themselves."""
    entries = accumulate(sum(term.counts[word] for word in term.meant) for term in rarest)
    return sum(count <= RARE for count in entries)


def _surest(term: Term) -> Words:
    """The words that are meant, the surest and of those the rarest first, until enough entries have them."""
    found: list[str] = []
    room = RARE
    for word in sorted(term.meant, key=lambda word: (-term.meant[word], term.counts[word], word)):
        if room <= 0:
            break
        found.append(word)
        room -= term.counts[word]
    return tuple(found)
