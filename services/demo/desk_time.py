"""The opening hours of the demo's desk, so that nothing in it happens while nobody is there."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from services.demo.content.rhythm import DESK_CLOSES, DESK_DAYS, DESK_OPENS, TIME_ZONE

ZONE = ZoneInfo(TIME_ZONE)


def after(moment: datetime, minutes: float) -> datetime:
    """The moment at which the desk has been open for so many minutes since `moment`."""
    at = moment.astimezone(ZONE)
    left = timedelta(minutes=minutes)
    while True:
        opens, closes = _at(at, DESK_OPENS), _at(at, DESK_CLOSES)
        at = max(at, opens)
        if at.weekday() in DESK_DAYS and at < closes:
            if at + left < closes:
                return at + left
            left -= closes - at
        at = _at(at + timedelta(days=1), 0)


def _at(day: datetime, hour: float) -> datetime:
    whole, part = divmod(hour, 1)
    return datetime.combine(day.date(), time(int(whole), round(part * 60)), ZONE)
