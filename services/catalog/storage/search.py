"""Looking for words in the catalogue: each database finds what may fit, and one reckoning says what fits best."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.orm import Session

from services.catalog.domain.ranking import LEANING, Question, Term
from services.catalog.domain.selection import wanted
from services.catalog.storage.candidates import SHOWN, STATEMENTS, Candidate, Reader, Sort, candidates, conditions
from services.catalog.storage.entries import ROWS
from services.catalog.storage.stems import is_asking, telling
from services.catalog.storage.vocabulary import Vocabulary
from services.shared.kit.made_once import MadeOnce

# With so many that fit there is no need to look for what fits less, however few of them are shown: what comes first is
# then the same on a page and while typing.
ENOUGH = 10
MANY_WORDS = 4


class Search:
    """Finds items and articles by the words that somebody uses for them."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._meant: dict[tuple[str, bool], list[Term]] = {}

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
        values = reader.values | {f"category_{n}": code for n, code in enumerate(categories or ())}
        sort = reader.sort._replace(categories=None if categories is None else len(categories))
        if not q.strip():
            rows = _every_item(sort._replace(items_only=True)).rows(self.session, values | {"at_most": limit})
            return [(0.0, row) for row in rows]
        terms = self._terms(q, typing)
        found = self._candidates(terms, sort._replace(items_only=items_only), values)
        meant = "article" if is_asking(q) else "item"
        return Question(terms).best(found, {meant: LEANING}, limit)

    def named(self, codes: Sequence[tuple[str, str]], reader: Reader) -> Sequence[Any]:
        """Those of these entries, by kind and code, that are for this reader."""
        mine = or_(*((ROWS.c.kind == kind) & (ROWS.c.code == code) for kind, code in codes))
        statement = select(*(ROWS.c[name] for name in SHOWN)).where(mine, *conditions(reader.sort))
        return self.session.execute(statement, reader.values).all() if codes else []

    def outline(self, reader: Reader, examples: int) -> Sequence[Any]:
        """The first items by title of each category, each with how many there are in that category for this reader."""
        sort = reader.sort._replace(items_only=True)
        return _outline(sort).rows(self.session, reader.values | {"examples": examples})

    def _terms(self, q: str, typing: bool) -> list[Term]:
        """What may be meant by these words, which is the same in either language."""
        if (q, typing) not in self._meant:
            words = telling(q)
            self._meant[q, typing] = Vocabulary(self.session).terms(words, typing=typing) if words else []
        return self._meant[q, typing]

    def _candidates(self, terms: Sequence[Term], sort: Sort, values: dict[str, Any]) -> list[Candidate]:
        """What may fit: by the title and the keywords first, as a body has many words, and ranking them takes long.

        Few entries have many words together, wherever these stand.
        """
        found: dict[tuple[str, str], Candidate] = {}
        ranked = [tuple(term.meant) for term in terms if term.meant]
        for asked in wanted(terms):
            few = min(map(len, asked)) >= MANY_WORDS
            for by_name in (False,) if few else (True, False):
                if len(found) >= ENOUGH:
                    return list(found.values())
                rows = candidates(self.session, sort, values, asked, ranked, by_name)
                found |= {(row.kind, row.code): row for row in rows}
        return list(found.values())


@lru_cache(STATEMENTS)
def _every_item(sort: Sort) -> MadeOnce:
    columns = [ROWS.c[name] for name in SHOWN]
    statement = select(*columns).where(*conditions(sort)).order_by(ROWS.c.title, ROWS.c.code)
    return MadeOnce(statement.limit(bindparam("at_most")))


@lru_cache(STATEMENTS)
def _outline(sort: Sort) -> MadeOnce:
    category, by_title = ROWS.c.category, (func.lower(ROWS.c.title), ROWS.c.code)
    each = select(
        category,
        ROWS.c.id,
        ROWS.c.code,
        ROWS.c.title,
        func.count().over(partition_by=category).label("count"),
        func.row_number().over(partition_by=category, order_by=by_title).label("place"),
    ).where(*conditions(sort))
    first = each.subquery()
    # The facts are read of the few that are shown only, one by one: joined they would be read of all.
    facts = select(ROWS.c.facts).where(ROWS.c.id == first.c.id).scalar_subquery().label("facts")
    statement = select(*first.c, facts).where(first.c.place <= bindparam("examples"))
    return MadeOnce(statement.order_by(func.lower(first.c.title), first.c.code))
