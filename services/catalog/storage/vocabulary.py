"""What may be meant by a word that somebody types: its forms, its synonyms, words it begins, words spelt like it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from sqlalchemy.orm import Session

from services.catalog.domain.ranking import (
    AKIN,
    BEGINNING,
    FAR,
    NEAR,
    PART,
    SAME,
    STEM,
    SYNONYM,
    Term,
    same_beginning,
)
from services.catalog.storage.stems import SAYING_LITTLE, forms
from services.catalog.storage.words import SHORTEST_PART, Found, Uses, WordList
from services.shared.spelling import distance, sound

SHORTEST_BEGINNING, SHORTEST_TO_MEND = 2, 4
# A word of this length may have two mistakes; a shorter one has one.
LONG = 7
SHORTEST_ALIKE = 5


class Vocabulary:
    """The words of everything that can be found."""

    def __init__(self, session: Session) -> None:
        self.words = WordList(session)

    def terms(self, words: Sequence[str], *, typing: bool) -> list[Term]:
        """What may be meant by each of these words; the last one may be only begun while somebody is `typing`."""
        pieces = (word for word in words if len(word) >= SHORTEST_BEGINNING)
        uses, same, longer = self.words.known_with_longer(_asked(words), pieces)
        words, typed = _joined(words, {*uses, *same}), words
        if joined := [word for word in words if word not in typed]:
            longer |= self.words.known_with_longer((), joined)[2]
        alike = {word: _alike(word, same) for word in words}
        uses |= self._synonyms_known({form for means in alike.values() for form in means} - uses.keys())
        meant = {}
        for place, word in enumerate(words):
            begun = typing and place == len(words) - 1
            meant[word] = _longer(word, longer, uses, begun=begun) | _meant(word, alike[word], uses)
        self._mend(meant, uses)
        return [Term(one, {word: uses[word] for word in one}, _says_little(word, one)) for word, one in meant.items()]

    def _synonyms_known(self, words: set[str]) -> Uses:
        return self.words.known(words)[0] if words else {}

    def _mend(self, meant: dict[str, dict[str, float]], uses: Uses) -> None:
        """Find what was probably meant by words of which nothing is known."""
        lost = [word for word, one in meant.items() if not one and len(word) >= SHORTEST_TO_MEND]
        near = self.words.alike(lost) if lost else {}
        for word in lost:
            meant[word] = _nearest(word, near[word])
            uses |= near[word]
        far = [word for word in lost if not meant[word] and len(word) >= LONG]
        akin = self.words.beginning([word[:SHORTEST_ALIKE] for word in far]) if far else {}
        for word in far:
            begun = akin[word[:SHORTEST_ALIKE]]
            meant[word] = _beginning_alike(word, begun)
            uses |= begun


def _says_little(word: str, meant: Mapping[str, float]) -> bool:
    """Whether it tells what is the matter; also when it is spelt as only its nearest words show."""
    return word in SAYING_LITTLE or (bool(meant) and max(meant, key=lambda one: meant[one]) in SAYING_LITTLE)


def _asked(words: Sequence[str]) -> set[str]:
    """All that must be known of these words, taken together two by two and taken apart as well."""
    each = [*words, *(one + other for one, other in pairwise(words))]
    asked = {form for word in each for form in forms(word)}
    return asked | {part for word in each for split in _splits(word) for part in split}


def _joined(words: Sequence[str], known: set[str]) -> list[str]:
    """The words, with two that are one in the catalogue taken together: rol gordijn is rolgordijn."""
    pairs = {one + other for one, other in pairwise(words)}
    joined: list[str] = []
    for word in words:
        pair = joined[-1] + word if joined else ""
        if pair in pairs and not known.isdisjoint(forms(pair)):
            joined[-1] = pair
        else:
            joined.append(word)
    return list(dict.fromkeys(joined))


def _alike(word: str, same: Mapping[str, Sequence[str]]) -> list[str]:
    """The words that mean the same as this one."""
    return [form for one in forms(word) for other in same.get(one, ()) if other != one for form in forms(other)]


def _meant(word: str, alike: Iterable[str], known: Uses) -> dict[str, float]:
    """Those of the known words that are meant by this one, without looking any further."""
    meant = {form: STEM for form in forms(word) if form in known}
    if word in known:
        meant[word] = SAME
    meant = {one: SYNONYM for one in alike if one in known} | meant
    if meant:
        return meant
    return {part: PART for split in _splits(word) if all(part in known for part in split) for part in split}


def _longer(word: str, longer: Found, uses: Uses, *, begun: bool) -> dict[str, float]:
    """Longer words that begin with this one, or have it as a part: toiletpapier for toilet, and for papier."""
    found = longer.get(word, {})
    uses |= found
    beginning = BEGINNING if begun or len(word) >= SHORTEST_PART else PART
    return {one: beginning if one.startswith(word) else PART for one in found}


def _nearest(word: str, alike: Uses) -> dict[str, float]:
    """Words that were probably meant by one that does not exist."""
    most = 2 if len(word) >= LONG else 1
    far = {one: distance(word, one, most) for one in alike}
    nearest = min(far.values(), default=most + 1)
    if nearest > most:
        return {}
    found = {one: (NEAR if steps == 1 else FAR) for one, steps in far.items() if steps == nearest}
    # Who writes kout means koud rather than hout.
    said = sound(word)
    return {one: sure for one, sure in found.items() if sound(one) == said} or found


def _beginning_alike(word: str, begun: Uses) -> dict[str, float]:
    """Other compounds that begin with the same part: parkeerplaats for parkeerplek."""
    alike = {one: same_beginning(word, one) for one in begun}
    most = max(alike.values(), default=0)
    return {one: AKIN for one, length in alike.items() if length == most >= len(word) / 2}


def _splits(word: str) -> list[tuple[str, str]]:
    """The ways to take a compound apart: vergaderzaal is vergader and zaal, parkeerplaats is parkeer and plaats."""
    cuts = range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
    return [(begin, word[cut:]) for cut in cuts for begin in {word[:cut], word[:cut].removesuffix("s")} if begin]
