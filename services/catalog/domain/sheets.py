"""The sheets of the catalogue: what is in each column, for writing as well as for reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from services.catalog.domain.cells import (
    AMOUNT,
    CONDITION,
    DATE,
    DURATION_FORM,
    LIST,
    NUMBER,
    TEXT,
    YES_NO,
    Cell,
    Form,
)

Definition = Mapping[str, Any]
PLACE = "place"


@dataclass(frozen=True)
class Column:
    """One column: where its value stands in a definition, and how it is written; `needed` ones must be there."""

    name: str
    path: tuple[str, ...]
    form: Form = TEXT
    needed: bool = False

    def cell(self, definition: Definition) -> Cell:
        """What stands in this column."""
        value = self.value(definition)
        return "" if value is None else self.form.write(value)

    def value(self, definition: Definition) -> Any:
        """The value of a definition that stands in this column; None when it has none."""
        found: Any = definition
        for name in self.path:
            if found is None:
                return None
            found = found.get(name)
        return found

    def put(self, value: Any, definition: dict[str, Any]) -> None:
        """Give a definition this value."""
        *above, last = self.path
        for name in above:
            definition = definition.setdefault(name, {})
        definition[last] = value


@dataclass(frozen=True)
class Sheet:
    """Definitions of one kind, a row for each.

    A sheet of parts, as the questions of an item, begins with the codes of what each is part of, which are the
    columns `above`, and with its place among the others.
    """

    name: str
    columns: tuple[Column, ...]
    above: tuple[str, ...] = ()
    parts: tuple[Sheet, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        """The names of all columns, in their order."""
        return (*self.above, *((PLACE,) if self.above else ()), *(column.name for column in self.columns))

    @property
    def needed(self) -> tuple[str, ...]:
        """The names of the columns that must be there."""
        return (*self.above, *(column.name for column in self.columns if column.needed))

    def all(self) -> Iterator[Sheet]:
        """This sheet and those of its parts."""
        yield self
        for part in self.parts:
            yield from part.all()


def _code(name: str, path: str = "") -> Column:
    return Column(name, (path or name,))


def _both(name: str, *path: str, needed: bool = False) -> tuple[Column, ...]:
    """A column per language."""
    return tuple(
        Column(f"{name}_{language}", (*(path or (name,)), language), needed=needed) for language in ("nl", "en")
    )


CODE = Column("code", ("code",), needed=True)
CATEGORIES = Sheet(
    "categories",
    (
        CODE,
        *_both("name", needed=True),
        *_both("internal_name"),
        _code("within"),
        Column("nen2748", ("norms", "nen2748")),
        Column("en15221", ("norms", "en15221")),
    ),
)
CHOICES = Sheet("choices", (CODE, *_both("name", needed=True)), above=("item", "question"))
QUESTIONS = Sheet(
    "questions",
    (
        CODE,
        *_both("text", needed=True),
        *_both("help"),
        Column("type", ("type",), needed=True),
        Column("required", ("required",), YES_NO),
        Column("lowest", ("lowest",), NUMBER),
        Column("highest", ("highest",), NUMBER),
        Column("condition", ("when",), CONDITION),
        Column("stop", ("stop", "answers"), LIST),
        *_both("advice", "stop", "advice"),
        Column("pictures_only", ("pictures_only",), YES_NO),
    ),
    above=("item",),
    parts=(CHOICES,),
)
STEPS = Sheet(
    "steps",
    (
        CODE,
        Column("team", ("team",), needed=True),
        *_both("title", needed=True),
        Column("lead_time", ("lead_time",), DURATION_FORM),
        Column("after", ("after",), LIST),
    ),
    above=("item",),
)
ITEMS = Sheet(
    "items",
    (
        CODE,
        *_both("name", needed=True),
        *_both("description", needed=True),
        Column("category", ("category",), needed=True),
        Column("kinds", ("kinds",), LIST, needed=True),
        Column("keywords", ("keywords",), LIST),
        _code("level"),
        Column("price", ("price", "amount"), AMOUNT),
        *_both("unit", "price", "unit"),
        Column("payer", ("price", "payer")),
        Column("lead_time", ("lead_time",), DURATION_FORM),
        _code("calendar"),
        _code("service_level"),
        Column("valid_from", ("valid_from",), DATE),
        Column("valid_to", ("valid_to",), DATE),
        _code("contact"),
        *(Column(name, ("audience", name), LIST) for name in ("organisations", "buildings", "roles")),
        Column("related", ("related",), LIST),
        Column("approval", ("approval", "rule")),
        Column("approval_above", ("approval", "amount"), AMOUNT),
        _code("picture"),
    ),
    parts=(QUESTIONS, STEPS),
)
ARTICLES = Sheet(
    "articles",
    (
        CODE,
        *_both("title", needed=True),
        *_both("summary", needed=True),
        *_both("body", needed=True),
        Column("keywords", ("keywords",), LIST),
        Column("items", ("items",), LIST),
        Column("public", ("public",), YES_NO),
        Column("review_on", ("review_on",), DATE),
    ),
)
KINDS = (CATEGORIES, ITEMS, ARTICLES)
SHEETS = {sheet.name: sheet for kind in KINDS for sheet in kind.all()}


def rows_of(
    sheet: Sheet, definition: Definition, above: tuple[str, ...] = (), place: int = 0
) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    """The rows of a definition and its parts, each with the name of its sheet."""
    front: tuple[Cell, ...] = (*above, Decimal(place)) if above else ()
    yield sheet.name, (*front, *(column.cell(definition) for column in sheet.columns))
    for part in sheet.parts:
        for number, one in enumerate(definition.get(part.name) or (), 1):
            yield from rows_of(part, one, (*above, definition["code"]), number)


def count_rows(sheet: Sheet, definition: Definition) -> Counter[str]:
    """How many rows a definition has on each sheet."""
    counted = Counter({sheet.name: 1})
    for part in sheet.parts:
        for one in definition.get(part.name) or ():
            counted += count_rows(part, one)
    return counted


def settled(definition: Definition) -> dict[str, Any]:
    """A definition in which a group of nothing is nothing, for on a sheet both are empty cells."""
    groups = {name: definition[name] for name in ("audience", "norms") if definition.get(name)}
    return dict(definition) | {name: None for name, group in groups.items() if not any(group.values())}
