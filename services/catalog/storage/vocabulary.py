"""What may be meant by a word that somebody types: its forms, its synonyms, words it begins, words spelt like it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from sqlalchemy import REAL, ColumnElement, bindparam, cast, func, literal_column, select, text
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
    distance,
    same_beginning,
)
from services.catalog.storage.stems import forms
from services.catalog.storage.tables import SynonymRow, WordRow

WORDS, SYNONYMS = WordRow.__table__, SynonymRow.__table__
MOST_ALIKE = 40
SHORTEST_BEGINNING, SHORTEST_PART, SHORTEST_TO_MEND = 2, 4, 4
# A word of this length may have two mistakes; a shorter one has one.
LONG = 7
SHORTEST_ALIKE = 5
# Below pg_trgm's own, as two letters that changed places in a short word leave little that is alike.
ALIKE = 0.18


class Vocabulary:
    """The words of everything that can be found."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.sqlite = session.get_bind().dialect.name == "sqlite"

    def terms(self, words: Sequence[str], *, typing: bool) -> list[Term]:
        """What may be meant by each of these words; the last one may be only begun while somebody is `typing`."""
        words = self._joined(words)
        alike = self._synonyms(words)
        parts = {word: _splits(word) for word in words}
        asked = {form for word in words for form in forms(word)}
        asked |= {form for means in alike.values() for form in means}
        asked |= {part for splits in parts.values() for split in splits for part in split}
        uses = self._known(asked)
        found = []
        for place, word in enumerate(words):
            begun = typing and place == len(words) - 1
            meant = _meant(word, alike[word], parts[word], uses)
            meant = self._containing(word, uses, begun) | meant
            if not meant and len(word) >= SHORTEST_TO_MEND:
                meant = self._spelt_like(word, uses) or self._beginning_alike(word, uses)
            found.append(Term(meant, round(sum(uses[one] * sure for one, sure in meant.items()))))
        return found

    def _known(self, words: Iterable[str]) -> dict[str, int]:
        """Those of these words that there are, and in how many entries."""
        statement = select(WORDS).where(WORDS.c.word.in_(sorted(words)), WORDS.c.uses > 0)
        return dict(self.session.execute(statement).all())

    def _joined(self, words: Sequence[str]) -> list[str]:
        """The words, with two that are one in the catalogue taken together: rol gordijn is rolgordijn."""
        pairs = {one + other: (one, other) for one, other in pairwise(words)}
        asked = {form for pair in pairs for form in forms(pair)}
        known = {*self._known(asked), *self.session.scalars(select(SYNONYMS.c.word).where(SYNONYMS.c.word.in_(asked)))}
        joined: list[str] = []
        for word in words:
            pair = joined[-1] + word if joined else ""
            if pair in pairs and any(form in known for form in forms(pair)):
                joined[-1] = pair
            else:
                joined.append(word)
        return joined

    def _synonyms(self, words: Iterable[str]) -> dict[str, list[str]]:
        """The words that mean the same as each of these."""
        mine = {word: forms(word) for word in words}
        asked = sorted({form for means in mine.values() for form in means})
        same = SYNONYMS.alias()
        rows = self.session.execute(
            select(SYNONYMS.c.word, same.c.word)
            .join(same, same.c.meaning == SYNONYMS.c.meaning)
            .where(SYNONYMS.c.word.in_(asked), same.c.word != SYNONYMS.c.word)
        ).all()
        return {
            word: [form for one, other in rows if one in own for form in forms(other)] for word, own in mine.items()
        }

    def _containing(self, word: str, uses: dict[str, int], begun: bool) -> dict[str, float]:
        """Longer words that begin with this one, or have it as a part: toiletpapier for toilet, and for papier."""
        if len(word) < SHORTEST_BEGINNING:
            return {}
        pattern = f"%{word}%" if len(word) >= SHORTEST_PART else f"{word}%"
        rows = self._best(WORDS.c.word.like(pattern))
        uses |= rows
        beginning = BEGINNING if begun or len(word) >= SHORTEST_PART else PART
        return {one: beginning if one.startswith(word) else PART for one in rows}

    def _beginning_alike(self, word: str, uses: dict[str, int]) -> dict[str, float]:
        """Other compounds that begin with the same part: parkeerplaats for parkeerplek."""
        if len(word) < LONG:
            return {}
        rows = self._best(WORDS.c.word.like(f"{word[:SHORTEST_ALIKE]}%"))
        alike = {one: same_beginning(word, one) for one in rows}
        most = max(alike.values(), default=0)
        meant = {one: AKIN for one, length in alike.items() if length == most >= len(word) / 2}
        uses |= {one: rows[one] for one in meant}
        return meant

    def _spelt_like(self, word: str, uses: dict[str, int]) -> dict[str, float]:
        """Words that were probably meant by one that does not exist."""
        rows = self._alike_on_sqlite(word) if self.sqlite else self._alike_on_postgresql(word)
        most = 2 if len(word) >= LONG else 1
        far = {one: distance(word, one, most) for one in rows}
        nearest = min(far.values(), default=most + 1)
        if nearest > most:
            return {}
        meant = {one: (NEAR if steps == 1 else FAR) for one, steps in far.items() if steps == nearest}
        uses |= {one: rows[one] for one in meant}
        return meant

    def _best(self, condition: Any) -> dict[str, int]:
        statement = select(WORDS).where(condition, WORDS.c.uses > 0)
        statement = statement.order_by(func.length(WORDS.c.word), WORDS.c.word).limit(MOST_ALIKE)
        return dict(self.session.execute(statement).all())

    def _alike_on_postgresql(self, word: str) -> dict[str, int]:
        self.session.execute(select(func.public.set_limit(cast(ALIKE, REAL))))
        alike = WORDS.c.word.op("OPERATOR(public.%)")(word)
        statement = select(WORDS).where(alike, WORDS.c.uses > 0)
        order = func.public.similarity(WORDS.c.word, word).desc()
        return dict(self.session.execute(statement.order_by(order, WORDS.c.word).limit(MOST_ALIKE)).all())

    def _alike_on_sqlite(self, word: str) -> dict[str, int]:
        apart = f" {word} "
        pieces = " OR ".join(f'"{apart[at : at + 3]}"' for at in range(len(apart) - 2))
        index: ColumnElement[Any] = literal_column("word_index")
        statement = (
            select(WORDS)
            .join(text("catalog.word_index"), literal_column("word_index.rowid") == literal_column("word.rowid"))
            .where(index.op("MATCH")(bindparam("pieces", pieces)), WORDS.c.uses > 0)
            .order_by(literal_column("word_index.rank"), WORDS.c.word)
            .limit(MOST_ALIKE)
        )
        return dict(self.session.execute(statement).all())


def _meant(
    word: str, alike: Iterable[str], splits: Iterable[tuple[str, str]], known: dict[str, int]
) -> dict[str, float]:
    """Those of the known words that are meant by this one, without looking any further."""
    meant = {form: STEM for form in forms(word) if form in known}
    if word in known:
        meant[word] = SAME
    meant = {one: SYNONYM for one in alike if one in known} | meant
    if meant:
        return meant
    return {part: PART for split in splits if all(part in known for part in split) for part in split}


def _splits(word: str) -> list[tuple[str, str]]:
    """The ways to take a compound apart: vergaderzaal is vergader and zaal, parkeerplaats is parkeer and plaats."""
    cuts = range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
    return [(begin, word[cut:]) for cut in cuts for begin in {word[:cut], word[:cut].removesuffix("s")} if begin]
