"""Counting what an import does to the rows of each sheet, and naming the first of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from services.catalog.domain.cells import Cell
from services.catalog.domain.sheets import SHEETS, Sheet, count_rows, rows_of

# Of each sort of change to a sheet these are named; the others are counted.
NAMED_AT_MOST = 20
# Where the name of a row stands in Dutch; beside it stands the English one.
NAME = {
    name: next(place for place, heading in enumerate(sheet.headings) if heading.endswith("_nl"))
    for name, sheet in SHEETS.items()
}
Row = tuple[Cell, ...]


@dataclass
class Count:
    """How many rows of a sheet are new, back from retirement, changed, as they were, and no longer there."""

    new: int = 0
    back: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0


class Named(NamedTuple):
    """A row that an import touches: what becomes of it, its code after those of what it is in, and its name."""

    change: str
    codes: tuple[str, ...]
    nl: str
    en: str


@dataclass
class Tally:
    """What an import does to the rows of each sheet."""

    counts: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in SHEETS})
    named: dict[str, list[Named]] = field(default_factory=lambda: {name: [] for name in SHEETS})
    _named: Counter[tuple[str, str]] = field(default_factory=Counter)

    def stays(self, kind: Sheet, definition: dict[str, Any]) -> None:
        """Count a definition that is as it was."""
        for name, rows in count_rows(kind, definition).items():
            self.counts[name].unchanged += rows

    def changes(self, kind: Sheet, before: dict[str, Any] | None, after: dict[str, Any], *, is_back: bool) -> None:
        """Count a definition that is new or changed, or comes back from retirement, and what becomes of its parts."""
        was, becomes = (_rows(kind, definition) if definition else {} for definition in (before, after))
        for name, key in dict.fromkeys((*becomes, *was)):
            old, new = (rows.get((name, key)) for rows in (was, becomes))
            if is_back and name == kind.name:
                change = "back"
            elif old is None:
                change = "new"
            elif new is None:
                change = "gone"
            else:
                change = "unchanged" if old == new else "changed"
            count = self.counts[name]
            setattr(count, change, getattr(count, change) + 1)
            if change != "unchanged" and self._named[name, change] < NAMED_AT_MOST:
                self._named[name, change] += 1
                row = new or old or ()
                self.named[name].append(Named(change, key, *map(str, row[NAME[name] : NAME[name] + 2])))


def _rows(kind: Sheet, definition: dict[str, Any]) -> dict[tuple[str, tuple[str, ...]], Row]:
    """The rows of a definition, each by its sheet and by the codes of what it is in and of itself."""
    rows = {}
    for name, row in rows_of(kind, definition):
        above = len(SHEETS[name].above)
        rows[name, tuple(map(str, (*row[:above], row[above + 1] if above else row[0])))] = row
    return rows
