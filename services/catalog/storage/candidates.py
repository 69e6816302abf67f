"""What may be what somebody looks for, with its words: as each database finds it, with a statement made once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Date, Select, String, Text, bindparam, func, or_, select, text
from sqlalchemy import literal_column as written
from sqlalchemy.orm import Session

from services.catalog.domain.selection import Wanted, Words
from services.catalog.domain.sight import is_staff
from services.catalog.storage.entries import BAR, ROWS
from services.shared.actor import Actor
from services.shared.contracts.catalog import LANGUAGES
from services.shared.kit.made_once import MadeOnce
from services.shared.kit.search import ESCAPE, pattern_of

MOST_CANDIDATES = 60
# To rank an entry takes longer than to find it.
MOST_RANKED = 1000
SHOWN = ("kind", "code", "title", "summary", "category", "facts")
# What a word in the title, in the keywords and elsewhere counts for, for who may be a candidate at all.
WEIGHTS = (10.0, 6.0, 1.0)
STATEMENTS = 200
# Written out in a statement, as each language has an index of its own.
WRITTEN: dict[str, ColumnElement[str]] = {language: written(f"'{language}'") for language in LANGUAGES}


class Candidate(NamedTuple):
    """An entry that may be what is looked for, in the order of its columns."""

    kind: str
    code: str
    title: str
    summary: str
    category: str | None
    facts: str | None
    title_words: str
    keyword_words: str
    other_words: str


class Sort(NamedTuple):
    """What makes that one reader needs another statement than the next."""

    language: str
    staff: bool
    organisation: bool
    roles: int
    building: bool
    # Only items, and of how many categories; None for those of all.
    items_only: bool = False
    categories: int | None = None


@dataclass(frozen=True)
class Reader:
    """Who looks, in which language, when and from where: what they may see is asked of the database itself."""

    actor: Actor
    language: str
    today: date
    building: str | None = None

    @property
    def sort(self) -> Sort:
        """Which conditions an entry must meet to be for this reader."""
        actor, staff = self.actor, is_staff(self.actor)
        roles = 0 if staff else len(actor.roles)
        return Sort(self.language, staff, bool(actor.organisation), roles, self.building is not None)

    @property
    def values(self) -> dict[str, Any]:
        """The values in those conditions."""
        named = {f"role_{n}": role for n, role in enumerate(self.actor.roles)}
        named |= {"organisation": self.actor.organisation or "", "building": self.building or ""}
        between = {name: pattern_of(f"{BAR}{code}{BAR}") for name, code in named.items()}
        return between | {"today": self.today}


def conditions(sort: Sort) -> list[ColumnElement[bool]]:
    """Conditions that an entry is for a reader of this sort, and of what is looked for."""
    found: list[ColumnElement[bool]] = [ROWS.c.language == WRITTEN[sort.language]]
    if sort.building:
        found.append(_among(ROWS.c.buildings, "building"))
    if not sort.staff:
        today = bindparam("today", type_=Date)
        found += [
            ~ROWS.c.staff_only,
            _among(ROWS.c.organisations, *(["organisation"] if sort.organisation else [])),
            _among(ROWS.c.roles, *(f"role_{n}" for n in range(sort.roles))),
            or_(ROWS.c.valid_from.is_(None), ROWS.c.valid_from <= today),
            or_(ROWS.c.valid_to.is_(None), ROWS.c.valid_to >= today),
        ]
    if sort.items_only:
        found.append(ROWS.c.kind == "item")
    if sort.categories is not None:
        categories = (bindparam(f"category_{n}", type_=String) for n in range(sort.categories))
        found.append(or_(*(ROWS.c.category == category for category in categories)))
    return found


def candidates(
    session: Session, sort: Sort, values: dict[str, Any], asked: Wanted, terms: Sequence[Words], by_name: bool
) -> Sequence[Candidate]:
    """At most so many entries that have what is asked, those first that have most of these words."""
    if session.get_bind().dialect.name == "sqlite":
        found = _or([_and([_or(map(_quoted, words)) for words in together]) for together in asked])
        found = f"{{title_words keyword_words}} : ({found})" if by_name else found
        return _on_sqlite(sort).rows(session, values | {"asked": found})
    found = "|".join(f"({'&'.join(f'({_any(words)})' for words in together)})" for together in asked)
    ranked = "|".join(_any(words) for words in terms)
    return _on_postgresql(sort, by_name).rows(session, values | {"asked": found, "ranked": ranked})


@lru_cache(STATEMENTS)
def _on_postgresql(sort: Sort, by_name: bool) -> MadeOnce:
    column = "named" if by_name else "found"
    words: ColumnElement[Any] = written(f"entry.{column}")
    # As a query within the query what is asked is not known when PostgreSQL makes its plan. It then takes the index,
    # and not all entries one by one, of which unpacking the words takes far longer than it believes.
    asked = select(func.to_tsquery("simple", bindparam("asked", type_=Text))).scalar_subquery()
    some = (
        select(*(ROWS.c[name] for name in Candidate._fields), ROWS.c.id, words.label("words"))
        .where(*conditions(sort), words.bool_op("@@")(asked))
        .limit(written(str(MOST_RANKED)))
        .subquery("some")
    )
    weights: ColumnElement[Any] = written("'{0.1, 0.1, 0.6, 1.0}'::real[]")
    ranked = select(func.to_tsquery("simple", bindparam("ranked", type_=Text))).scalar_subquery()
    order = (func.ts_rank(weights, some.c.words, ranked).desc(), func.length(some.c.title_words), some.c.id)
    shown = select(*(some.c[name] for name in Candidate._fields))
    return MadeOnce(shown.order_by(*order).limit(written(str(MOST_CANDIDATES))), Candidate)


@lru_cache(STATEMENTS)
def _on_sqlite(sort: Sort) -> MadeOnce:
    rank: ColumnElement[Any] = written(f"bm25(entry_index, {', '.join(map(str, WEIGHTS))})")
    statement: Select[Any] = (
        select(*(ROWS.c[name] for name in Candidate._fields))
        .join(text("catalog.entry_index"), written("entry_index.rowid") == ROWS.c.id)
        .where(*conditions(sort), written("entry_index").bool_op("MATCH")(bindparam("asked", type_=Text)))
        .order_by(rank, ROWS.c.id)
    )
    return MadeOnce(statement.limit(written(str(MOST_CANDIDATES))), Candidate)


def _any(words: Words) -> str:
    return "|".join(f"'{word}'" for word in words)


def _quoted(word: str) -> str:
    return f'"{word}"'


def _or(parts: Iterable[str]) -> str:
    return f"({' OR '.join(parts)})"


def _and(parts: Iterable[str]) -> str:
    return f"({' AND '.join(parts)})"


def _among(column: ColumnElement[Any], *names: str) -> ColumnElement[bool]:
    """Nobody is named, or one of these."""
    return or_(column.is_(None), *(column.like(bindparam(name, type_=Text), escape=ESCAPE) for name in names))
