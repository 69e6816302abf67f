"""Reading what is offered to the catalogue: the tables of a file, or a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import PurePath
from typing import Any, TypeGuard

from marshmallow import ValidationError

from services.catalog.domain.lines import Element, Given, Line, Problem, Reading, nearest, read_sheets
from services.catalog.domain.sheets import KINDS, SHEETS
from services.shared.contracts.base import one
from services.shared.contracts.definitions import MOST_PARTS, Question, Step
from services.shared.contracts.quick import QuickSchema
from services.shared.errors import Refused
from services.shared.kit.search import LONGEST_NAME
from services.shared.kit.tables import (
    MOST_ROWS,
    Table,
    WrongCell,
    document_of,
    read_csv,
    read_document,
    read_zip,
    unreadable,
)
from services.shared.kit.workbook import read_workbook

Offer = Reading
# What a file that was read once begins with.
A_DOCUMENT, TABLES = b"D", b"T"
WRITTEN = {".xlsx": "xlsx", ".json": "json", ".zip": "csv"}
# One sheet alone is read as well.
READ = WRITTEN | {".csv": "sheet"}
NO_CATALOGUE = "This document is no catalogue. It has categories, items and articles, each a list."


def form_of(name: str, forms: Mapping[str, str] = READ) -> str:
    """What kind of file has this name; raises Refused when it is none of those that are read, or written."""
    form = forms.get(PurePath(name).suffix.lower())
    if form is None:
        *others, last = forms
        raise Refused("unknown_format", f"Give a name that ends in {', '.join(others)} or {last}; not {name}.")
    return form


def offer_of_file(name: str, data: bytes, what: str = "") -> Offer:
    """What a file offers, by the end of its name; raises Refused for what cannot be read, naming it as `what`."""
    if form_of(name) == "json":
        return offer_of_document(read_document(data, what or name))
    return offer_of_tables(_tables(name, data, what or name))


def read_once(name: str, data: bytes) -> bytes:
    """A file as it can soon be read again, for that is most of the work with a workbook; raises Refused."""
    if form_of(name) == "json":
        offer_of_document(read_document(data, name))
        return A_DOCUMENT + data
    tables = [
        [one.name, one.headings, one.rows, [tuple(cell) for cell in one.wrong]] for one in _tables(name, data, name)
    ]
    return TABLES + document_of(tables)


def offer_of_kept(kept: bytes) -> Offer:
    """What a file offers that was read once."""
    read = read_document(kept[1:], "")
    if kept.startswith(A_DOCUMENT):
        return offer_of_document(read)
    return offer_of_tables(
        [Table(name, headings, rows, [WrongCell(*cell) for cell in wrong]) for name, headings, rows, wrong in read]
    )


def _tables(name: str, data: bytes, what: str) -> list[Table]:
    if form_of(name) == "sheet":
        return [_one_sheet(read_csv(PurePath(name).stem, data, what), what)]
    return read_workbook(data, what) if form_of(name) == "xlsx" else read_zip(data, what)


def _one_sheet(table: Table, what: str) -> Table:
    """A table as the sheet that it has the name of, or most columns; raises Refused when that needs others too."""
    if (name := table.name.lower()) in SHEETS:
        return replace(table, name=name)
    told = set(table.headings)
    lacking = {sheet.name: [name for name in sheet.needed if name not in told] for sheet in SHEETS.values()}
    best = max(SHEETS.values(), key=lambda sheet: (len(told & set(sheet.headings)), -len(lacking[sheet.name])))
    if not told & set(best.headings):
        raise unreadable(what, "none of its columns is one of a sheet of the catalogue")
    if lacking[best.name]:
        columns = ", ".join(lacking[best.name])
        raise unreadable(what, f"it looks like the sheet {best.name}, but has no column {columns}")
    return replace(table, name=best.name)


def size_of(offer: Offer) -> int:
    """How many definitions it has."""
    return sum(map(len, offer.lines.values()))


def offer_of_tables(tables: Sequence[Table]) -> Offer:
    """What tables offer, each a sheet of the catalogue."""
    offer = read_sheets(
        {table.name: Given(table.headings, [list(map(str, row)) for row in table.rows]) for table in tables}
    )
    offer.problems[:0] = [Problem(table.name, *wrong) for table in tables for wrong in table.wrong]
    return offer


def offer_of_document(document: Any) -> Offer:
    """What a document offers, which has the definitions in the shapes of their contracts."""
    names = [kind.name for kind in KINDS]
    if not isinstance(document, dict):
        raise Refused("no_catalogue", NO_CATALOGUE)
    offer = Reading({name: [] for name in names}, {}, [])
    for name, definitions in document.items():
        if name not in names:
            offer.problems.append(Problem(name, None, None, f"There is no such list. {nearest(name, names)}"))
        elif not isinstance(definitions, list):
            raise Refused("no_catalogue", NO_CATALOGUE)
        elif len(definitions) > MOST_ROWS:
            raise Refused("too_many_rows", f"{name} has more than {MOST_ROWS:,} definitions. Divide it over files.")
        else:
            offer.lines[name] = [Element(name, number, one) for number, one in enumerate(definitions, 1)]
    return offer


def code_of(line: Line | Element) -> str | None:
    """The code that a definition gives itself."""
    code = line.definition.get("code") if isinstance(line.definition, dict) else None
    return code.strip() if _may_be_kept(code) else None


def _may_be_kept(code: object) -> TypeGuard[str]:
    """Whether a database may be asked for this code; it does not take every text that a file may have."""
    return isinstance(code, str) and code.isprintable() and len(code) <= LONGEST_NAME


def coded(lines: list[Line | Element]) -> Iterator[tuple[str, Line | Element]]:
    """The definitions that have a code, each with its code."""
    return ((code, line) for line in lines if (code := code_of(line)))


def readable_of(line: Line | Element) -> dict[str, Any]:
    """Of an item that cannot be read as a whole what it refers to, and its questions and steps when those are right."""
    asked = line.definition if isinstance(line.definition, dict) else {}
    named = {field: asked.get(field) for field in ("code", "category", "calendar", "service_level")}
    found: dict[str, Any] = {field: code if _may_be_kept(code) else None for field, code in named.items()}
    related = asked.get("related")
    found["related"] = [code for code in related if _may_be_kept(code)] if isinstance(related, list) else []
    questions, steps = _parts(Question, asked.get("questions")), _parts(Step, asked.get("steps"))
    if steps and len(asked["steps"]) > MOST_PARTS:
        # A step may come after one that was not read, so of that nothing is said.
        known = {step["code"] for step in steps}
        steps = [step | {"after": [code for code in step["after"] if code in known]} for step in steps]
    return found | {"questions": questions, "steps": steps}


def _parts(contract: type[QuickSchema], asked: Any) -> list[dict[str, Any]]:
    """The parts as far as an item may have them: that there are more is refused by its contract."""
    schema = one(contract)
    try:
        return [dict(schema.dump(schema.load(part))) for part in islice(asked or (), MOST_PARTS)]
    except (ValidationError, TypeError):
        return []


def within_of(line: Line | Element) -> str | None:
    """What a category is within."""
    within = line.definition.get("within")
    return within.strip() if isinstance(within, str) else None
