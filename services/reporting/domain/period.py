"""A period of whole days, as the desk's clock on the wall counts them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONGEST_PER_DAY = 31


@dataclass(frozen=True)
class Period:
    """From the start of the day `first` to the end of the day `last`, in the desk's zone."""

    first: date
    last: date
    zone: ZoneInfo

    @property
    def starts(self) -> datetime:
        """The first moment in the period, in UTC."""
        return self._midnight(self.first)

    @property
    def ends(self) -> datetime:
        """The first moment after the period, in UTC; a day on which the clock changes has 23 or 25 hours."""
        return self._midnight(self.last + timedelta(days=1))

    @property
    def step(self) -> str:
        """How the period is cut up to show a course: per `day`, or per `week` when it is longer than a month."""
        return "day" if (self.last - self.first).days < LONGEST_PER_DAY else "week"

    def step_of(self, day: date) -> date:
        """The first day of the step this day is in; weeks start on Monday."""
        return day if self.step == "day" else day - timedelta(days=day.weekday())

    def steps(self) -> list[date]:
        """The first day of every step of the period, also of those in which nothing happened."""
        days = (self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))
        return sorted({self.step_of(day) for day in days})

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), self.zone).astimezone(UTC)


def nearest_rank(percentage: int, count: int) -> int:
    """The rank, from 1, of a percentile by nearest rank among `count` sorted values; 0 when there are none."""
    return -(-percentage * count // 100)
