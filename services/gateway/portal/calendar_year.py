"""A calendar as a year on paper: twelve months of days that are open or closed, the closures, and hours in short."""

from __future__ import annotations

from calendar import Calendar as Almanac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any, Literal

from babel.dates import get_day_names, get_month_names

from services.gateway.portal.language import current_language
from services.shared.calendar import WEEKDAYS, Calendar, Why

FIRST_YEAR, LAST_YEAR = 2000, 2099
A_DAY = timedelta(days=1)
Definition = Mapping[str, Any]


@dataclass(frozen=True)
class Day:
    """A day of a calendar: open, or closed as on every such weekday, or closed for a reason."""

    day: date
    open: bool
    why: Why | None

    @property
    def state(self) -> str:
        return "shut" if self.why else "open" if self.open else "free"


@dataclass(frozen=True)
class Month:
    """A month as weeks from Monday to Sunday; a day of another month is None."""

    name: str
    weeks: list[list[Day | None]]


@dataclass(frozen=True)
class Closure:
    """Days in a row that are closed for one reason."""

    first: date
    last: date
    why: Why

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def span(self) -> str:
        """The closure by its days, as a form sends it back."""
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


def months_of(definition: Definition, year: int) -> list[Month]:
    """The year of a calendar, month by month."""
    calendar = Calendar.read(definition)
    names = get_month_names("wide", locale=locale())
    return [
        Month(
            names[month],
            [
                [_day(calendar, day) if day.month == month else None for day in week]
                for week in Almanac().monthdatescalendar(year, month)
            ],
        )
        for month in range(1, 13)
    ]


def tally(months: list[Month]) -> dict[str, int]:
    """How many days of a year are open, closed as every week, and closed for a reason."""
    states = [day.state for month in months for week in month.weeks for day in week if day]
    return {state: states.count(state) for state in ("open", "free", "shut")}


def closures(definition: Definition) -> list[Closure]:
    """The closed days of a calendar, those in a row for one reason taken together."""
    closed = sorted(Calendar.read(definition).closed.items())
    # Days in a row keep the same distance from their place in the row.
    rows = groupby(enumerate(closed), key=lambda one: (one[1][0] - one[0] * A_DAY, one[1][1]))
    days = ([day for _, (day, _) in row] for _, row in rows)
    reasons = dict(closed)
    return [Closure(row[0], row[-1], reasons[row[0]]) for row in days]


def closures_in(definition: Definition, year: int) -> list[Closure]:
    """The closures that are, for a part at least, in a year."""
    return [one for one in closures(definition) if one.first.year <= year <= one.last.year]


def weekday_names(width: Literal["wide", "abbreviated", "short"] = "wide") -> list[str]:
    """The days of the week from Monday, in the reader's language."""
    names = get_day_names(width, locale=locale())
    return [names[number] for number in range(7)]


def hours_in_short(hours: Mapping[str, list[list[str]]]) -> list[tuple[str, str]]:
    """Opening hours with equal days taken together: ('ma–do', '08:00–12:30, 13:00–17:00'), ('vr', '08:00–16:00')."""
    names = weekday_names("abbreviated")
    told = [_shown(hours.get(day) or []) for day in WEEKDAYS]
    rows = []
    for blocks, days in groupby(range(7), key=lambda number: told[number]):
        found = list(days)
        if blocks:
            rows.append((names[found[0]] if len(found) == 1 else f"{names[found[0]]}–{names[found[-1]]}", blocks))
    return rows


def days_between(first: date, last: date) -> Iterator[date]:
    """Every day from the first to the last."""
    return (first + n * A_DAY for n in range((last - first).days + 1))


def locale() -> str:
    """Babel's name of the reader's language."""
    return "en_GB" if current_language() == "en" else "nl"


def _shown(blocks: list[list[str]]) -> str:
    return ", ".join(f"{start}–{end}" for start, end in sorted(blocks))


def _day(calendar: Calendar, day: date) -> Day:
    return Day(day, bool(calendar.hours.get(day.weekday())), calendar.closed.get(day))
