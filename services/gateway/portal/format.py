"""How dates, durations and numbers are written: in words people use, in the desk's time zone."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal, get_decimal_symbol
from flask import Flask, current_app
from flask_babel import gettext, ngettext

from services.gateway.portal.language import current_language
from services.shared.kit import clock

BETWEEN = " › "
MINUTE, HOUR, DAY, WEEK = 60, 3600, 86400, 604800


def zone() -> ZoneInfo:
    """The desk's time zone."""
    found: ZoneInfo = current_app.config["BALIE"].tz
    return found


def now() -> datetime:
    """This moment, in the desk's time zone."""
    return clock.now().astimezone(zone())


def read_moment(value: str | datetime, place: str | None = None) -> datetime:
    """A moment as it travels over the bus, on the desk's clock or on that of another place."""
    told = datetime.fromisoformat(value) if isinstance(value, str) else value
    return told.astimezone(ZoneInfo(place) if place else zone())


def moment(value: str | datetime | None, today: date | None = None, place: str | None = None) -> str:
    """A date and time as one says it: 'donderdag 3 december, 14:00'; with the year when it is another year."""
    if not value:
        return ""
    at = read_moment(value, place)
    english = current_language() == "en"
    pattern = "EEEE d MMMM, HH:mm" if at.year == (today or now().date()).year else "EEEE d MMMM y, HH:mm"
    return format_datetime(at, pattern, locale="en_GB" if english else "nl")


def short_moment(value: str | datetime | None, today: date | None = None) -> str:
    """A date and time for a narrow column: 'vandaag 14:00', '3 dec 14:00' or '3 dec 2024'."""
    if not value:
        return ""
    at, today = read_moment(value), today or now().date()
    locale = "en_GB" if current_language() == "en" else "nl"
    if at.date() == today:
        return gettext("today %(time)s", time=format_datetime(at, "HH:mm", locale=locale))
    return format_datetime(at, "d MMM HH:mm" if at.year == today.year else "d MMM y", locale=locale)


def clock_time(value: str | datetime, place: str | None = None) -> str:
    """The time of a moment as the clock shows it: '17:30'."""
    return f"{read_moment(value, place):%H:%M}"


def weekday(value: date, year: int | None = None) -> str:
    """A day with its day of the week: 'vrijdag 25 december'; with the year when that is not `year`."""
    pattern = "EEEE d MMMM" if value.year == year else "EEEE d MMMM y"
    return format_date(value, pattern, locale="en_GB" if current_language() == "en" else "nl")


def day(value: str | date | None) -> str:
    """A date as one says it: '3 december 2026'."""
    if not value:
        return ""
    told = date.fromisoformat(value) if isinstance(value, str) else value
    return format_date(told, "d MMMM y", locale="en_GB" if current_language() == "en" else "nl")


def days_on(days: float | None) -> str:
    """The day that is so many days from today, as a field for a date takes it; nothing for no count of days."""
    return "" if days is None else (now().date() + timedelta(days=int(days))).isoformat()


def age(value: str | datetime | None, at: datetime | None = None) -> str:
    """How long ago, in one rounded unit: '12 min', '3 uur', '2 dagen', '5 weken'."""
    if not value:
        return ""
    seconds = ((at or now()) - read_moment(value)).total_seconds()
    if seconds < MINUTE:
        return gettext("just now")
    if seconds < HOUR:
        return gettext("%(count)s min", count=int(seconds // MINUTE))
    if seconds < DAY:
        return _hours(int(seconds // HOUR))
    if seconds < 2 * WEEK:
        return _days(int(seconds // DAY))
    return ngettext("%(num)s week", "%(num)s weeks", int(seconds // WEEK))


def duration(seconds: float | None) -> str:
    """A duration in its two largest units: '1 dag 4 uur', '2 uur 5 minuten', '40 seconden'."""
    if seconds is None:
        return ""
    whole = int(seconds)
    if whole < MINUTE:
        return ngettext("%(num)s second", "%(num)s seconds", whole)
    days, rest = divmod(whole, DAY)
    hours, rest = divmod(rest, HOUR)
    parts = ((days, _days), (hours, _hours), (rest // MINUTE, _minutes))
    first = next(place for place, (count, _) in enumerate(parts) if count)
    return " ".join(words(count) for count, words in parts[first : first + 2] if count)


def number(value: float | None, digits: int = 0) -> str:
    """A number with the reader's own separators and a fixed count of decimals."""
    if value is None:
        return ""
    pattern = "#,##0." + "0" * digits if digits else "#,##0"
    return format_decimal(value, pattern, locale=current_language())


def decimal(value: float | str) -> str:
    """A number as it is typed, with the reader's own sign for decimals and none for thousands: '1500' or '12,50'."""
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    return text.replace(".", str(get_decimal_symbol(current_language())))


def ends(path: str) -> str:
    """A place for a narrow column: the building and the room, without what lies between."""
    parts = path.split(BETWEEN)
    return path if len(parts) < 3 else f"{parts[0]}{BETWEEN}{parts[-1]}"


def around(path: str) -> str:
    """What a place is part of, to stand beside its own name."""
    return path.rpartition(BETWEEN)[0]


def percentage(part: float, whole: float) -> str:
    """A share in whole percents; nothing of nothing is no percentage."""
    return f"{number(round(100 * part / whole))}%" if whole else ""


def file_size(size: int) -> str:
    """How large a file is: '340 kB', '1,2 MB'."""
    if size < 1_000_000:
        return gettext("%(count)s kB", count=number(max(1, round(size / 1000))))
    return gettext("%(count)s MB", count=number(size / 1_000_000, 1))


def _days(count: int) -> str:
    return ngettext("%(num)s day", "%(num)s days", count)


def _hours(count: int) -> str:
    return ngettext("%(num)s hour", "%(num)s hours", count)


def _minutes(count: int) -> str:
    return ngettext("%(num)s minute", "%(num)s minutes", count)


FILTERS = {
    "moment": moment,
    "short_moment": short_moment,
    "clock": clock_time,
    "day": day,
    "weekday": weekday,
    "days_on": days_on,
    "age": age,
    "duration": duration,
    "number": number,
    "ends": ends,
    "around": around,
    "percentage": percentage,
    "file_size": file_size,
}


def set_up(app: Flask) -> None:
    """Make the filters known to the templates."""
    app.jinja_env.filters.update(FILTERS)
