"""Looking for words in the catalogue: each database finds what may fit, and one reckoning says what fits best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, literal_column, or_, select, text
from sqlalchemy.orm import Session

from services.catalog.domain.ranking import LEANING, Term, Words, score
from services.catalog.domain.sight import is_staff
from services.catalog.storage.entries import BAR, FIELDS, ROWS
from services.catalog.storage.stems import is_asking, telling
from services.catalog.storage.vocabulary import Vocabulary
from services.shared.actor import Actor

MOST_CANDIDATES = 60
# With so many that fit there is no need to look for what fits less.
ENOUGH = 10
# All words in the title and the keywords, then all words anywhere, then some of them: each way only when the one before
# it found too little. A body has many words, and to rank what has them takes longer than all the rest.
WAYS = ((" AND ", True), (" AND ", False), (" OR ", True), (" OR ", False))
SHOWN = (ROWS.c.kind, ROWS.c.code, ROWS.c.title, ROWS.c.summary, ROWS.c.category)
# What a word in the title, in the keywords and elsewhere counts for, for who may be a candidate at all.
WEIGHTS = (10.0, 6.0, 1.0)


@dataclass(frozen=True)
class Reader:
    """Who looks, in which language, when and from where: what they may see is asked of the database itself."""

    actor: Actor
    language: str
    today: date
    building: str | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        """Conditions that an entry is for this reader."""
        found: list[ColumnElement[bool]] = [ROWS.c.language == self.language]
        if self.building is not None:
            found.append(_among(ROWS.c.buildings, [self.building]))
        if is_staff(self.actor):
            return found
        organisations = [self.actor.organisation] if self.actor.organisation else []
        return [
            *found,
            ~ROWS.c.staff_only,
            _among(ROWS.c.organisations, organisations),
            _among(ROWS.c.roles, self.actor.roles),
            or_(ROWS.c.valid_from.is_(None), ROWS.c.valid_from <= self.today),
            or_(ROWS.c.valid_to.is_(None), ROWS.c.valid_to >= self.today),
        ]


class Search:
    """Finds items and articles by the words that somebody uses for them."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.sqlite = session.get_bind().dialect.name == "sqlite"

    def find(
        self, q: str, reader: Reader, limit: int, *, typing: bool = False, categories: Sequence[str] | None = None
    ) -> list[Any]:
        """The entries that fit these words best; all items, by title, when there are no words."""
        return [row for _, row in self.scored(q, reader, limit, typing=typing, categories=categories)]

    def scored(
        self,
        q: str,
        reader: Reader,
        limit: int,
        *,
        typing: bool = False,
        categories: Sequence[str] | None = None,
        items_only: bool = False,
    ) -> list[tuple[float, Any]]:
        """The entries that fit these words best, each with how well."""
        where = reader.conditions()
        if items_only:
            where.append(ROWS.c.kind == "item")
        if categories is not None:
            where.append(ROWS.c.category.in_(categories))
        words = telling(q)
        if not words and q.strip():
            return []
        if not words:
            every = select(*SHOWN).where(*where, ROWS.c.kind == "item").order_by(ROWS.c.title, ROWS.c.code)
            return [(0.0, row) for row in self.session.execute(every.limit(limit))]
        terms = Vocabulary(self.session).terms(words, typing=typing)
        known = [term for term in terms if term.meant]
        rows: list[Any] = []
        for joined, by_name in WAYS if known else ():
            if len(rows) >= min(limit, ENOUGH) or (joined == " OR " and len(known) == 1):
                break
            rows += self._candidates(known, where, joined, by_name)
        meant = "article" if is_asking(q) else "item"
        scored = {
            (row.kind, row.code): (_score(terms, row) * (LEANING if row.kind == meant else 1.0), row) for row in rows
        }
        best = sorted(scored.values(), key=lambda one: (-round(one[0], 6), one[1].title, one[1].code))
        return list(best[:limit])

    def named(self, codes: Sequence[tuple[str, str]], reader: Reader) -> Sequence[Any]:
        """Those of these entries, by kind and code, that are for this reader."""
        mine = or_(*((ROWS.c.kind == kind) & (ROWS.c.code == code) for kind, code in codes))
        return self.session.execute(select(*SHOWN).where(mine, *reader.conditions())).all() if codes else []

    def every_item(self, reader: Reader) -> Sequence[Any]:
        """Code, title and category of every item for this reader, by title."""
        columns = (ROWS.c.code, ROWS.c.title, ROWS.c.category)
        statement = select(*columns).where(ROWS.c.kind == "item", *reader.conditions())
        return self.session.execute(statement.order_by(func.lower(ROWS.c.title), ROWS.c.code)).all()

    def _candidates(
        self, terms: Sequence[Term], where: list[ColumnElement[bool]], joined: str, by_name: bool
    ) -> list[Any]:
        statement = select(*SHOWN, *(ROWS.c[field] for field in FIELDS)).where(*where)
        find = self._on_sqlite if self.sqlite else self._on_postgresql
        return list(self.session.execute(find(statement, terms, joined, by_name).limit(MOST_CANDIDATES)).all())

    def _on_postgresql(self, statement: Select[Any], terms: Sequence[Term], joined: str, by_name: bool) -> Select[Any]:
        sign = {" AND ": " & ", " OR ": " | "}[joined]
        asked = sign.join("(" + " | ".join(f"'{word}'" for word in term.meant) + ")" for term in terms)
        query = func.to_tsquery("simple", asked)
        found: ColumnElement[Any] = literal_column("entry.named" if by_name else "entry.found")
        weights: ColumnElement[Any] = literal_column("'{0.1, 0.1, 0.6, 1.0}'::real[]")
        return statement.where(found.op("@@")(query)).order_by(func.ts_rank(weights, found, query).desc(), ROWS.c.id)

    def _on_sqlite(self, statement: Select[Any], terms: Sequence[Term], joined: str, by_name: bool) -> Select[Any]:
        asked = joined.join("(" + " OR ".join(f'"{word}"' for word in term.meant) + ")" for term in terms)
        asked = f"{{title_words keyword_words}} : ({asked})" if by_name else asked
        match = literal_column("entry_index").op("MATCH")(bindparam("asked", asked))
        rank: ColumnElement[Any] = literal_column(f"bm25(entry_index, {', '.join(map(str, WEIGHTS))})")
        return (
            statement.join(text("catalog.entry_index"), literal_column("entry_index.rowid") == ROWS.c.id)
            .where(match)
            .order_by(rank, ROWS.c.id)
        )


def _score(terms: Sequence[Term], row: Any) -> float:
    return score(terms, Words.kept(*(getattr(row, field) for field in FIELDS)))


def _among(column: Any, codes: Sequence[str]) -> ColumnElement[bool]:
    """Nobody is named, or one of these."""
    return or_(column.is_(None), *(column.contains(f"{BAR}{code}{BAR}", autoescape=True) for code in codes))
