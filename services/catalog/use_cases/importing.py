"""Planning the import of a catalogue: what it would change, and everything that is wrong with it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from services.catalog.domain.article import Article
from services.catalog.domain.categories import Tree
from services.catalog.domain.fitness import Known, unfit_parts, unknown_codes
from services.catalog.domain.fitness import unfit as unfit_item
from services.catalog.domain.item import Item
from services.catalog.domain.lines import Element, Line, Path, Problem
from services.catalog.domain.sheets import (
    ARTICLES,
    CATEGORIES,
    ITEMS,
    KINDS,
    SHEETS,
    Sheet,
    settled,
)
from services.catalog.storage.work import CatalogWork
from services.catalog.use_cases import articles
from services.catalog.use_cases.counting import Tally
from services.catalog.use_cases.keeping import as_asked, require_keeper
from services.catalog.use_cases.reading import Offer, code_of, coded, readable_of, within_of
from services.shared.contracts.base import Request, one
from services.shared.contracts.catalog import DefineCategory
from services.shared.contracts.definitions import ArticleDefinition, ItemDefinition
from services.shared.errors import Invalid

CONTRACTS: dict[str, type[Request]] = {
    "categories": DefineCategory,
    "items": ItemDefinition,
    "articles": ArticleDefinition,
}
NO_SUCH_PICTURE = (
    "No item has this picture, and none had it. Leave this empty, and send it with the item in the portal."
)
CHANGED_MEANWHILE = "Somebody changed the catalogue meanwhile, so nothing was imported. Try again."


@dataclass(frozen=True)
class Change:
    """A definition that is not kept yet, and what is kept of it: a category's definition, an item, an article."""

    definition: dict[str, Any]
    before: Any = None


@dataclass
class Plan:
    """What an import would do: the changes by kind, what becomes of the rows, and everything that is wrong."""

    changes: dict[str, list[Change]] = field(default_factory=lambda: {kind.name: [] for kind in KINDS})
    tally: Tally = field(default_factory=Tally)
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def mark(self) -> str:
        """The same for plans that do the same to the same; they need not be made at the same moment."""
        done = [
            [kind, change.definition, state_of(change.before)]
            for kind, changes in self.changes.items()
            for change in changes
        ]
        counts = {name: vars(count) for name, count in self.tally.counts.items()}
        told = json.dumps([done, counts, self.problems], sort_keys=True, default=str)
        return hashlib.sha256(told.encode()).hexdigest()

    @property
    def size(self) -> int:
        """How many definitions are new or changed."""
        return sum(len(changes) for changes in self.changes.values())


@dataclass(frozen=True)
class Kept:
    """What is kept of all that is offered: by kind and code, as it is and as its definition."""

    whole: dict[str, dict[str, Any]]

    def definition(self, kind: Sheet, code: object) -> dict[str, Any] | None:
        """The definition as it is in force; None for what is new and for what was retired."""
        found = self.whole[kind.name].get(code) if isinstance(code, str) else None
        if isinstance(found, (Item, Article)):
            return None if found.retired else found.definition
        return found


def plan_import(work: CatalogWork, offer: Offer, on_each: Callable[[int], object] = lambda done: None) -> Plan:
    """Say what an import would change, and name everything that is wrong with it.

    `on_each` hears how many definitions were looked at.
    """
    require_keeper(work, "import the catalogue")
    plan = Plan(problems=list(offer.problems))
    kept = kept_of(work, {kind: [code for code, _ in coded(lines)] for kind, lines in offer.lines.items()})
    read: list[tuple[Sheet, Line | Element, dict[str, Any]]] = []
    broken: list[tuple[Line | Element, dict[str, Any]]] = []
    for kind in KINDS:
        on_row: dict[str, int] = {}
        for line in offer.lines[kind.name]:
            on_each(1)
            code = code_of(line)
            line.fill(kept.definition(kind, code), offer.there)
            if code and (row := on_row.setdefault(code, line.row)) != line.row:
                plan.problems += line.problems(("code",), f"{code} is on row {row} too.")
            try:
                definition = _as_kept(kind, line.whole())
            except Invalid as invalid:
                for path, reason in _flat(invalid.errors):
                    plan.problems += line.problems(path, reason)
                broken += [(line, readable_of(line))] if kind is ITEMS else []
            else:
                read.append((kind, line, definition))
    referring = [definition for kind, _, definition in read if kind is not CATEGORIES]
    fitness = _Fitness.of(work, offer, [*referring, *(definition for _, definition in broken)])
    # What can be said of a row that cannot be read as a whole is said at once too.
    for line, definition in broken:
        for path, reason in (*unknown_codes(definition, fitness.known), *unfit_parts(definition)):
            plan.problems += line.problems(path, reason)
    for kind, line, definition in read:
        on_each(0)
        before = kept.definition(kind, definition["code"])
        if before is not None and _same(kind, before, definition):
            plan.tally.stays(kind, definition)
            continue
        for path, reason in fitness.unfit(kind, definition):
            plan.problems += line.problems(path, reason)
        held = kept.whole[kind.name].get(definition["code"])
        retired = held.definition if isinstance(held, (Item, Article)) and held.retired else None
        plan.tally.changes(kind, retired or before, definition, is_back=retired is not None)
        plan.changes[kind.name].append(Change(definition, held))
    plan.problems = _once_each(plan.problems)
    return plan


@dataclass(frozen=True)
class _Fitness:
    """What is fit beside all that is kept and all that is offered."""

    known: Known
    tree: Tree
    pictures: frozenset[str]

    @classmethod
    def of(cls, work: CatalogWork, offer: Offer, definitions: list[dict[str, Any]]) -> _Fitness:
        named = {code for one in definitions for code in one.get("related", one.get("items", ()))}
        parents: dict[str, str | None] = {row.code: row.within for row in work.categories().values()}
        parents |= {code: within_of(line) for code, line in coded(offer.lines["categories"])}
        known = Known(
            categories=parents.keys(),
            items=work.items.known(named) | {code for code, _ in coded(offer.lines["items"])},
            calendars=work.calendars.codes(),
            service_levels=work.service_levels.codes(),
        )
        # The gateway has the pictures; that an item has or had one says that it is there.
        pictures = work.items.pictures() if any(one.get("picture") for one in definitions) else frozenset()
        return cls(known, Tree(parents), pictures)

    def unfit(self, kind: Sheet, definition: dict[str, Any]) -> Iterator[tuple[Path, str]]:
        """Everything for which a definition cannot be kept as it stands, each by its place."""
        if kind is ITEMS:
            yield from unfit_item(definition, self.known)
            if definition["picture"] and definition["picture"] not in self.pictures:
                yield ("picture",), NO_SUCH_PICTURE
        elif kind is ARTICLES:
            for name, reasons in articles.unfit(definition, self.known.items).items():
                yield from ((tuple(name.split(".")), reason) for reason in reasons)
        else:
            try:
                self.tree.require(definition["code"], definition["within"])
            except Invalid as invalid:
                yield from _flat(invalid.errors)


def kept_of(work: CatalogWork, codes: dict[str, list[str]], *, hold: bool = False) -> Kept:
    """What is kept of these codes, by kind; to be held for a change, or only to be looked at."""
    asked = set(codes["categories"])
    return Kept(
        {
            "categories": {code: as_asked(row) for code, row in work.categories().items() if code in asked},
            "items": dict(work.items.all_of(codes["items"], hold=hold)),
            "articles": dict(work.articles.all_of(codes["articles"], hold=hold)),
        }
    )


def _as_kept(kind: Sheet, asked: Any) -> dict[str, Any]:
    """A definition as the JSON that its contract writes; raises Invalid."""
    contract = CONTRACTS[kind.name]
    return dict(one(contract).dump(contract.read(asked)))


def _same(kind: Sheet, before: dict[str, Any], after: dict[str, Any]) -> bool:
    if settled(before) == settled(after):
        return True
    try:
        # What was kept by an earlier release does not have every field.
        return settled(_as_kept(kind, before)) == settled(after)
    except Invalid:
        return False


def state_of(before: Any) -> Any:
    """What of a kept definition says whether it was changed."""
    return [before.version, before.retired] if isinstance(before, (Item, Article)) else before


def _flat(errors: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Each message with where it belongs, from messages that may be nested."""
    if isinstance(errors, dict):
        for name, told in errors.items():
            yield from _flat(told, (*path, name))
    else:
        yield from ((path, str(told)) for told in errors)


def _once_each(problems: list[Problem]) -> list[Problem]:
    """One problem for each cell, the first that was found, by sheet and row."""
    first: dict[tuple[str, int | None, str | None], Problem] = {}
    for problem in problems:
        first.setdefault(problem[:3], problem)
    order = list(SHEETS)
    columns = {(name, column): place for name, sheet in SHEETS.items() for place, column in enumerate(sheet.headings)}
    return sorted(
        first.values(),
        key=lambda one: (
            order.index(one.sheet) if one.sheet in order else -1,
            one.row or 0,
            columns.get((one.sheet, one.column or ""), len(columns)),
        ),
    )
