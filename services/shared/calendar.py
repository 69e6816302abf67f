"""Working time: what a calendar's opening hours make of a span of time, as the clock on its wall shows them.

Every moment that comes in has a zone, whichever; every moment that goes out is in UTC. Opening hours are read
off the wall and counted in time that really passes, so a day on which the clock changes may be 23 or 25 hours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, partial
from itertools import combinations, groupby
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from services.shared.errors import Invalid

Blocks = tuple[tuple[int, int], ...]
Why = Mapping[str, str]

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAYS = [day[:3].lower() for day in DAYS]
WHOLE_DAY = 24 * 60
TIME_OF_DAY = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00")
OUTSIDE_HOURS: Why = {"nl": "Buiten openingstijd", "en": "Outside opening hours"}
INSTANT = timedelta.resolution
# Who must search further has a mistake in the calendar or in the amount.
TEN_YEARS = timedelta(days=3653)
NOT_FOUND = "This calendar is not open that long in ten years; look at its hours, its closed days and the amount."
A_YEAR = timedelta(days=366)


@dataclass(frozen=True)
class Stretch:
    """A span in which it is open all the time, or closed all the time for one reason."""

    start: datetime
    end: datetime
    why: Why | None = None

    @property
    def open(self) -> bool:
        """Whether opening time passes; only a closed stretch says why."""
        return self.why is None


@dataclass(frozen=True)
class Calendar:
    """When a desk or team is open: blocks of hours per weekday, and the days on which it is closed all the same.

    A block is `(from, to)` in minutes after midnight, 0 to 1440, `to` not included; Monday is weekday 0.
    """

    zone: ZoneInfo
    hours: Mapping[int, Blocks]
    closed: Mapping[date, Why] = field(default_factory=dict)

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> Calendar:
        """Make a calendar of `{"zone", "hours", "closed"}` in plain values; raises Invalid naming all that is wrong."""
        try:
            return cls(
                **_each(
                    zone=partial(_zone, told.get("zone")),
                    hours=partial(_hours, told.get("hours")),
                    closed=partial(_closed, told.get("closed", [])),
                )
            )
        except _Wrong as wrong:
            raise Invalid("This calendar cannot be used; see the errors per field.", wrong.args[0]) from None

    def add(self, start: datetime, amount: timedelta) -> datetime:
        """The first moment, from `start` on, by which so much opening time has passed.

        So an amount that is used up at closing time ends there and not at the next opening, and no amount
        at all ends where it started, also when it is closed then.
        """
        return self._moved(start, amount, step=1)

    def subtract(self, end: datetime, amount: timedelta) -> datetime:
        """The last moment, up to `end`, since which so much opening time has passed."""
        return self._moved(end, amount, step=-1)

    def add_days(self, start: datetime, days: int) -> datetime:
        """When the last of so many working days closes; the first is the first one after the day `start` is on.

        A working day is one with opening time. The hour of `start` does not matter, nor whether it is open then:
        from Friday three days are Wednesday's closing time, and from Saturday one day is Monday's.
        """
        if days < 1:
            raise ValueError("Give one working day or more.")
        today = _utc(start).astimezone(self.zone).date()
        for n in range(1, TEN_YEARS.days + 1):
            blocks = self._blocks(today + timedelta(days=n))
            days -= bool(blocks)
            if not days:
                return blocks[-1][1]
        raise Invalid(NOT_FOUND)

    def between(self, start: datetime, end: datetime) -> timedelta:
        """How much opening time passes from `start` to `end`; below zero when `end` comes first."""
        start, end = _utc(start), _utc(end)
        if end < start:
            return -self.between(end, start)
        return sum((closes - opens for opens, closes in self._open(start, end)), timedelta())

    def is_open(self, moment: datetime) -> bool:
        """Whether it is open; at closing time it no longer is."""
        return self.between(moment, _utc(moment) + INSTANT) == INSTANT

    def opening(self, moment: datetime) -> datetime:
        """The next moment it is open: `moment` itself when it is open already."""
        return self.add(moment, INSTANT) - INSTANT

    def closing(self, moment: datetime) -> datetime | None:
        """The next moment it is closed: `moment` itself when it is closed already, None when a year does not close."""
        closing = moment = _utc(moment)
        end = moment + A_YEAR
        for opens, closes in self._open(moment, end):
            if opens > closing:
                break
            closing = closes
        return closing if closing < end else None

    def stretches(self, start: datetime, end: datetime) -> list[Stretch]:
        """Explain the time from `start` to `end`: stretches without a gap, each unlike the one before it."""
        start, end = _utc(start), _utc(end)
        if end < start:
            raise ValueError("Give an end that is not before the start.")
        cut = (
            Stretch(max(whole.start, start), min(whole.end, end), whole.why)
            for day in self._days(start, end)
            for whole in self._day(day)
        )
        kept = (stretch for stretch in cut if stretch.start < stretch.end)
        alike = (list(parts) for _, parts in groupby(kept, key=lambda stretch: stretch.why))
        return [Stretch(parts[0].start, parts[-1].end, parts[0].why) for parts in alike]

    def _moved(self, moment: datetime, amount: timedelta, step: int) -> datetime:
        """The nearest moment with so much opening time in between: a later one, or an earlier one when `step` is -1."""
        if amount < timedelta():
            raise ValueError("Give an amount of zero or more.")
        moment = _utc(moment)
        if not amount:
            return moment
        first, last = sorted((moment, moment + step * TEN_YEARS))
        for opens, closes in self._open(first, last, step):
            if amount <= closes - opens:
                return opens + amount if step == 1 else closes - amount
            amount -= closes - opens
        raise Invalid(NOT_FOUND)

    def _open(self, start: datetime, end: datetime, step: int = 1) -> Iterator[tuple[datetime, datetime]]:
        """The opening time from `start` to `end`, block by block; from the end back when `step` is -1."""
        for day in self._days(start, end, step):
            for opens, closes in self._blocks(day)[::step]:
                if opens < end and closes > start:
                    yield max(opens, start), min(closes, end)

    def _days(self, start: datetime, end: datetime, step: int = 1) -> Iterator[date]:
        first, last = (moment.astimezone(self.zone).date() for moment in (start, end))
        # Where the clock was put back over midnight, the last minutes of a day came after the next day had begun;
        # they are that next day's, so it is looked at too.
        return (first + timedelta(days=n) for n in range((last - first).days + 2)[::step])

    def _day(self, day: date) -> Iterator[Stretch]:
        why = self.closed.get(day, OUTSIDE_HOURS)
        at = self._moment(day, 0)
        for opens, closes in self._blocks(day):
            yield Stretch(at, opens, why)
            yield Stretch(opens, closes)
            at = closes
        yield Stretch(at, self._moment(day, WHOLE_DAY), why)

    def _blocks(self, day: date) -> list[tuple[datetime, datetime]]:
        if day in self.closed:
            return []
        hours = self.hours.get(day.weekday(), ())
        blocks = [(self._moment(day, start), self._moment(day, end)) for start, end in hours]
        # A block within an hour that the clock skips does not take place.
        return [(opens, closes) for opens, closes in blocks if opens < closes]

    def _moment(self, day: date, minute: int) -> datetime:
        """The first moment at which the wall shows this time, or a later one when the clock skips it.

        Later times never come out as earlier moments, so blocks stay in order and apart on any day.
        """
        # Adding within one zone moves the hands of the clock, whatever time really passes.
        wall = datetime.combine(day, time(), self.zone) + timedelta(minutes=minute)
        # A time that is skipped comes back as another one.
        while (moment := wall.astimezone(UTC)).astimezone(self.zone) != wall:
            wall += timedelta(minutes=1)
        return moment


def _utc(moment: datetime) -> datetime:
    # Python would take a moment without a zone to be in the computer's own, and no two computers agree on that.
    if moment.utcoffset() is None:
        raise ValueError("Give a moment with its zone.")
    return moment.astimezone(UTC)


class _Wrong(Exception):
    """What is wrong with a part of a calendar: sentences, by their place in it when it has parts of its own."""


def _each(**readers: Callable[[], Any]) -> dict[str, Any]:
    """What every reader makes, by name; raises _Wrong after all have read, so that nothing wrong stays unsaid."""
    made, wrong = {}, {}
    for name, read in readers.items():
        try:
            made[name] = read()
        except _Wrong as error:
            wrong[name] = error.args[0]
    if wrong:
        raise _Wrong(wrong)
    return made


# Looking which zones there are takes a walk through hundreds of files, so it is done once.
_zones = cache(available_timezones)


def _zone(told: Any) -> ZoneInfo:
    if not isinstance(told, str) or told not in _zones():
        raise _Wrong([f"{told!r} is not a time zone; give one of the IANA list, as 'Europe/Amsterdam'."])
    return ZoneInfo(told)


def _hours(told: Any) -> dict[int, Blocks]:
    if not isinstance(told, Mapping) or not any(told.values()):
        raise _Wrong(["This calendar never opens; give at least one day hours, as 08:00–17:00."])
    return dict(_each(**{str(name): partial(_weekday, name, blocks) for name, blocks in told.items()}).values())


def _weekday(name: Any, told: Any) -> tuple[int, Blocks]:
    if name not in WEEKDAYS:
        raise _Wrong([f"{name!r} is not a day of the week; use one of {', '.join(WEEKDAYS)}."])
    day = DAYS[WEEKDAYS.index(name)]
    if not isinstance(told, list):
        raise _Wrong([f"The hours of {day} are not a list; give its blocks, as [['08:00', '17:00']]."])
    blocks, wrong = [], []
    for block in told:
        try:
            blocks.append(_block(day, block))
        except _Wrong as error:
            wrong += error.args[0]
    blocks.sort()
    wrong += [
        f"On {day} {_shown(one)} and {_shown(other)} overlap; end the one before the other starts, or make them one."
        for one, other in combinations(blocks, 2)
        if other[0] < one[1]
    ]
    if wrong:
        raise _Wrong(wrong)
    return WEEKDAYS.index(name), tuple(blocks)


def _block(day: str, told: Any) -> tuple[int, int]:
    times = told if isinstance(told, list) else []
    if len(times) != 2 or not all(isinstance(at, str) and TIME_OF_DAY.fullmatch(at) for at in times):
        shown = "–".join(map(str, times)) or repr(told)
        raise _Wrong([f"On {day} {shown} is not a block; give its start and end, as 08:00 and 17:00."])
    start, end = (int(at[:2]) * 60 + int(at[3:]) for at in times)
    if start >= end:
        shown = _shown((start, end))
        raise _Wrong([f"On {day} {shown} does not end after it starts; put what is past midnight on the next day."])
    return start, end


def _shown(block: tuple[int, int]) -> str:
    return "–".join(f"{minute // 60:02}:{minute % 60:02}" for minute in block)


def _closed(told: Any) -> dict[date, Why]:
    if not isinstance(told, list):
        raise _Wrong(["The closed days are not a list; give each as {'day': '2026-12-25', 'why': {'nl': …, 'en': …}}."])
    days = _each(**{str(n): partial(_closed_day, day) for n, day in enumerate(told)}).values()
    # A holiday may well be within a closure of one's own; the first of them in the list is the reason that is told.
    return dict(reversed(list(days)))


def _closed_day(told: Any) -> tuple[date, Why]:
    told = told if isinstance(told, Mapping) else {}
    day, why = told.get("day"), told.get("why")
    wrong = {}
    try:
        day = date.fromisoformat(day)
    except (TypeError, ValueError):
        wrong["day"] = [f"{day!r} is not a date; write year, month and day, as '2026-12-25'."]
    texts = [why.get(language) for language in ("nl", "en")] if isinstance(why, Mapping) else [None]
    if not all(isinstance(text, str) and text.strip() for text in texts):
        wrong["why"] = ["It is not said why this day is closed; give that in both languages, as {'nl': …, 'en': …}."]
    if wrong:
        raise _Wrong(wrong)
    return day, why
