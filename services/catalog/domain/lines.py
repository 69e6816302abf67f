"""Rows of sheets, read as definitions; of each part of one it is known on which row it stands."""

from __future__ import annotations

from collections import defaultdict
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
        if reason == MISSING:
            reason = "Fill this in."
        names = tuple(name for name in rest if isinstance(name, str))
        for column in line._columns(names):
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
        """The line where this place stands; parts are named by where they come, or by their code."""
        if len(path) > 1 and (lines := self.parts.get(str(path[0]))):
            which = path[1]
            named = [line for line in lines if line.definition.get("code") == which]
            if isinstance(which, int) or named:
                return (lines[which] if isinstance(which, int) else named[-1])._at(path[2:])
        return self, path

    def _columns(self, path: Key) -> list[str]:
        if not path and self.sheet.above:
            return ["code"]
        exact = [one for one in self.sheet.columns if path[: len(one.path)] == one.path]
        # What is missing as a whole has all its columns empty.
        within = [one for one in self.sheet.columns if one.path[: len(path)] == path]
        needed = [one for one in within if one.needed] or within[:1]
        return [one.name for one in exact or needed] or [".".join(path) or "code"]


@dataclass
class Reading:
    """The lines of a set of sheets by kind, which columns there are, and what is wrong so far."""

    lines: dict[str, list[Line]]
    there: dict[str, frozenset[str]]
    problems: list[Problem]


def read_sheets(given: Mapping[str, Given]) -> Reading:
    """Read rows as definitions, whose contents their contract has still to judge."""
    problems = [problem for name, sheet in given.items() for problem in _unknown(name, sheet)]
    reading = Reading({kind.name: [] for kind in KINDS}, {}, problems)
    if problems:
        return reading
    reading.there = {name: frozenset(sheet.headings) for name, sheet in given.items()}
    for kind in KINDS:
        above: dict[Key, Line] = {}
        for sheet in kind.all():
            if sheet.name in given:
                for key, line in _lines(sheet, given[sheet.name], problems):
                    _add(reading, above, key, line)
    for line in above_all(reading):
        for lines in line.parts.values():
            lines.sort(key=lambda one: one.place)
    return reading


def above_all(reading: Reading) -> Iterator[Line]:
    """Every line that may have parts."""
    for lines in reading.lines.values():
        for line in lines:
            yield line
            yield from (part for parts in line.parts.values() for part in parts)


def _unknown(name: str, given: Given) -> Iterator[Problem]:
    if name not in SHEETS:
        yield Problem(name, None, None, f"There is no such sheet. {_meant(name, list(SHEETS))}")
        return
    sheet = SHEETS[name]
    for heading in dict.fromkeys(given.headings):
        if heading not in sheet.headings:
            reason = f"There is no such column. {_meant(heading, list(sheet.headings))}" if heading else "Name it."
            yield Problem(name, HEADING_ROW, heading or "without a name", reason)
        elif given.headings.count(heading) > 1:
            yield Problem(name, HEADING_ROW, heading, "This column is there twice.")
    for heading in sheet.needed:
        if heading not in given.headings:
            yield Problem(name, HEADING_ROW, heading, "This column is missing.")


def _meant(name: str, known: list[str]) -> str:
    near = get_close_matches(name.lower(), known, 1)
    return f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}."


def _lines(sheet: Sheet, given: Given, problems: list[Problem]) -> Iterator[tuple[Key, Line]]:
    columns = {column.name: column for column in sheet.columns}
    for row, cells in enumerate(given.rows, HEADING_ROW + 1):
        told = {name: text for name, cell in zip(given.headings, cells, strict=False) if (text := cell.strip())}
        if not told:
            continue
        line = Line(sheet, row, {}, parts={part.name: [] for part in sheet.parts})
        for name, text in told.items():
            if name == PLACE and sheet.above:
                line.place = _place(line, text, problems)
            elif name in columns:
                _put(line, columns[name], text, problems)
        if PLACE not in told:
            line.place = row if PLACE not in given.headings else float("inf")
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
