"""Rows of sheets, read as definitions; of each part of one it is known on which row it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, NamedTuple

from services.catalog.domain.sheets import KINDS, PLACE, SHEETS, Column, Sheet

HEADING_ROW = 1
MISSING = "Missing data for required field."
Path = tuple[str | int, ...]
Key = tuple[str, ...]


class Problem(NamedTuple):
    """Why something cannot be imported, and where it stands: the row as a spreadsheet numbers it."""

    sheet: str
    row: int | None
    column: str | None
    reason: str


class Given(NamedTuple):
    """A sheet as it is given: its headings, and the cells of each row below them."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass
class Line:
    """A row, read as a definition or part of one."""

    sheet: Sheet
    row: int
    definition: dict[str, Any]
    place: float = 0
    parts: dict[str, list[Line]] = field(default_factory=dict)

    def problems(self, path: Path, reason: str) -> Iterator[Problem]:
        """What is wrong at this place in the definition, by the row and column where that stands."""
        line, rest = self._at(path)
        missing = reason == MISSING
        reason = "Fill this in." if missing else reason
        names = tuple(name for name in rest if isinstance(name, str))
        for column in line._columns(names, missing=missing):
            yield Problem(line.sheet.name, line.row, column, reason)

    def whole(self) -> dict[str, Any]:
        """The definition with its parts."""
        for name, lines in self.parts.items():
            self.definition[name] = [line.whole() for line in lines]
        return self.definition

    def fill(self, kept: Mapping[str, Any] | None, there: Mapping[str, frozenset[str]]) -> None:
        """Take from what is kept all that has no column, and all parts that have no sheet: that stays as it is."""
        if kept is None:
            return
        for column in self.sheet.columns:
            value = column.value(kept) if column.name not in there[self.sheet.name] else None
            if value is not None:
                column.put(value, self.definition)
        for part in self.sheet.parts:
            if part.name in there:
                by_code = {one["code"]: one for one in kept[part.name]}
                for line in self.parts.get(part.name, []):
                    line.fill(by_code.get(line.definition.get("code")), there)
            else:
                self.definition[part.name] = kept[part.name]

    def _at(self, path: Path) -> tuple[Line, Path]:
        """The line where this place stands, and where in that line."""
        if len(path) > 1 and isinstance(path[1], int) and (lines := self.parts.get(str(path[0]))):
            return lines[path[1]]._at(path[2:])
        return self, path

    def _columns(self, path: Key, *, missing: bool) -> list[str]:
        exact = [one.name for one in self.sheet.columns if path[: len(one.path)] == one.path]
        # What is missing as a whole has all its columns empty.
        within = [one.name for one in self.sheet.columns if one.path[: len(path)] == path]
        return exact or (within if missing else within[:1]) or [".".join(path)]


@dataclass
class NamedItem(Line):
    """An item that questions or steps name, in a file without the sheet items: but for those it stays as it is kept."""

    named_in: str = ""
    is_kept: bool = False

    def problems(self, path: Path, reason: str) -> Iterator[Problem]:
        """What is wrong with one of its parts; or with the item itself, said of the row that names it first."""
        line, rest = self._at(path)
        if line is not self:
            yield from line.problems(rest, reason)
        else:
            unknown = f"No item {self.definition['code']} is offered. Send the sheet items with it."
            yield Problem(self.named_in, self.row, "item", reason if self.is_kept else unknown)

    def fill(self, kept: Mapping[str, Any] | None, there: Mapping[str, frozenset[str]]) -> None:
        """Take all of what is kept, but for the parts that have a sheet."""
        self.is_kept = kept is not None
        super().fill(kept, there)


@dataclass
class Element:
    """A definition as it stands in a document."""

    kind: str
    row: int
    definition: Any

    def problems(self, path: Path, reason: str) -> Iterator[Problem]:
        """What is wrong at this place in the definition; parts are named by their code."""
        names, here = [], self.definition
        for step in path:
            try:
                here = here[step]
            except (LookupError, TypeError):
                here = None
            code = here.get("code") if isinstance(here, dict) else None
            if step != "_schema":
                names.append(step if isinstance(step, str) else str(code or step + 1))
        yield Problem(self.kind, self.row, ".".join(names) or None, reason)

    def whole(self) -> Any:
        """The definition."""
        return self.definition

    def fill(self, kept: Mapping[str, Any] | None, there: Mapping[str, frozenset[str]]) -> None:
        """A document has whole definitions, so nothing of what is kept is in it."""


@dataclass
class Reading:
    """The lines of a set of sheets by kind, which columns there are, and what is wrong so far."""

    lines: dict[str, list[Line | Element]]
    there: dict[str, frozenset[str]]
    problems: list[Problem]


def read_sheets(given: Mapping[str, Given]) -> Reading:
    """Read rows as definitions, whose contents their contract has still to judge."""
    problems = [problem for name, sheet in given.items() for problem in _unknown(name, sheet)]
    problems += _alone(given)
    reading = Reading({kind.name: [] for kind in KINDS}, {}, problems)
    if problems:
        return reading
    reading.there = {name: frozenset(sheet.headings) for name, sheet in given.items()}
    for kind in KINDS:
        above: dict[Key, Line] = {}
        for sheet in kind.all():
            if sheet.name in given:
                for key, line in _lines(sheet, given, problems):
                    if sheet in kind.parts and kind.name not in given and key[0]:
                        _name(reading, above, kind, key[0], line, given)
                    _add(reading, above, key, line)
        for line in above.values():
            for lines in line.parts.values():
                lines.sort(key=lambda one: one.place)
    return reading


def _unknown(name: str, given: Given) -> Iterator[Problem]:
    if name not in SHEETS:
        yield Problem(name, None, None, f"There is no such sheet. {nearest(name, list(SHEETS))}")
        return
    sheet = SHEETS[name]
    for heading in dict.fromkeys(given.headings):
        if heading not in sheet.headings:
            reason = f"There is no such column. {nearest(heading, list(sheet.headings))}" if heading else "Name it."
            yield Problem(name, HEADING_ROW, heading or "without a name", reason)
        elif given.headings.count(heading) > 1:
            yield Problem(name, HEADING_ROW, heading, "This column is there twice.")
    for heading in sheet.needed:
        if heading not in given.headings:
            yield Problem(name, HEADING_ROW, heading, "This column is missing.")


def _alone(given: Mapping[str, Given]) -> Iterator[Problem]:
    """Say of rows that are part of a part that its sheet is not there: what else is in a kept one is not known here."""
    for name in given.keys() & SHEETS.keys():
        *others, above = SHEETS[name].above or ("",)
        if others and given[name].rows and f"{above}s" not in given:
            yield Problem(name, None, None, f"Send the sheet {above}s with it.")


def nearest(name: str, known: list[str]) -> str:
    """What was probably meant by a name that is unknown."""
    near = get_close_matches(name.lower(), known, 1)
    return f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}."


def _lines(sheet: Sheet, given: Mapping[str, Given], problems: list[Problem]) -> Iterator[tuple[Key, Line]]:
    columns = {column.name: column for column in sheet.columns}
    headings, rows = given[sheet.name]
    for row, cells in enumerate(rows, HEADING_ROW + 1):
        told = {name: text for name, cell in zip(headings, cells, strict=False) if (text := cell.strip())}
        if not told:
            continue
        line = Line(sheet, row, {}, parts={part.name: [] for part in sheet.parts if part.name in given})
        for name, text in told.items():
            if name == PLACE and sheet.above:
                line.place = _place(line, text, problems)
            elif name in columns:
                _put(line, columns[name], text, problems)
        if PLACE in headings and PLACE not in told:
            line.place = float("inf")
        yield tuple(told.get(name, "") for name in (*sheet.above, "code")), line


def _put(line: Line, column: Column, text: str, problems: list[Problem]) -> None:
    try:
        column.put(column.form.read(text), line.definition)
    except ValueError as wrong:
        problems.append(Problem(line.sheet.name, line.row, column.name, str(wrong)))


def _place(line: Line, text: str, problems: list[Problem]) -> float:
    if text.isascii() and text.isdigit() and len(text) < 10:
        return int(text)
    problems.append(Problem(line.sheet.name, line.row, PLACE, "Give a whole number."))
    return 0


def _name(
    reading: Reading, above: dict[Key, Line], kind: Sheet, code: str, line: Line, given: Mapping[str, Given]
) -> None:
    """Let there be an item for a line that is part of one, when that has no row itself."""
    if (code,) not in above:
        parts: dict[str, list[Line]] = {part.name: [] for part in kind.parts if part.name in given}
        named = NamedItem(kind, line.row, {"code": code}, parts=parts, named_in=line.sheet.name)
        above[code,] = named
        reading.lines[kind.name].append(named)
        reading.there[kind.name] = frozenset({"code"})


def _add(reading: Reading, above: dict[Key, Line], key: Key, line: Line) -> None:
    """Put a line below what it is part of; several of one code are left to the rules for an item."""
    sheet = line.sheet
    if not sheet.above:
        reading.lines[sheet.name].append(line)
    elif key[:-1] in above:
        above[key[:-1]].parts[sheet.name].append(line)
    else:
        column, code = sheet.above[-1], key[-2]
        whose = "" if len(key) == 2 else f" of {' '.join(key[:-2])}"
        reason = f"There is no {column} {code}{whose} on the sheet {column}s." if code else "Fill this in."
        reading.problems.append(Problem(sheet.name, line.row, column, reason))
    if sheet.parts:
        above.setdefault(key, line)
