"""The facts about notifications, and the figures that are counted from them."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from services.reporting.domain.period import Period, nearest_rank
from services.reporting.storage.tables import NotificationFact as Fact
from services.shared.errors import NotFound


class Facts:
    """One row per notification."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def add(self, **columns: Any) -> None:
        """Keep a notification; hearing of it again changes nothing of what came later."""
        if self.session.get(Fact, columns["number"]) is None:
            self.session.add(Fact(first_line=False, **columns))
            self.session.flush()

    def get(self, number: str) -> Fact:
        """What is known of this notification; raises NotFound when its registration was never heard."""
        fact = self.session.get(Fact, number)
        if fact is None:
            raise NotFound(f"Nothing is known of notification {number}.")
        return fact

    def change(self, number: str, **columns: Any) -> None:
        """Keep what else happened to it; raises NotFound when its registration was never heard."""
        changed = self.session.execute(update(Fact).where(Fact.number == number).values(**columns))
        if not getattr(changed, "rowcount", 0):
            raise NotFound(f"Nothing is known of notification {number}.")

    def forget_all(self) -> None:
        """Empty the facts, for a rebuild."""
        self.session.execute(delete(Fact))

    def count(self, *conditions: ColumnElement[bool]) -> int:
        """How many notifications meet all of these."""
        return self.session.scalar(select(func.count()).select_from(Fact).where(*conditions)) or 0

    def count_per(self, column: InstrumentedAttribute[str], period: Period) -> dict[str, int]:
        """How many were received in the period, per value of a column."""
        received = within(Fact.registered_at, period)
        rows = self.session.execute(select(column, func.count()).where(received).group_by(column))
        return {value: count for value, count in rows}

    def received_per_day(self, period: Period) -> dict[tuple[date, str], int]:
        """How many were received per day of the desk and level."""
        rows = self.session.execute(
            select(Fact.registered_on, Fact.level, func.count())
            .where(Fact.registered_on.between(period.first, period.last))
            .group_by(Fact.registered_on, Fact.level)
        )
        return {(day, level): count for day, level, count in rows}

    def seconds_to_ready(self, percentage: int, period: Period, ready: int) -> int | None:
        """A percentile, by nearest rank, of the time to ready of the `ready` that became so in the period."""
        rank = nearest_rank(percentage, ready)
        if rank == 0:
            return None
        return self.session.scalar(
            select(Fact.seconds_to_ready)
            .where(within(Fact.ready_at, period))
            .order_by(Fact.seconds_to_ready)
            .offset(rank - 1)
            .limit(1)
        )

    def ratings(self, period: Period) -> tuple[int, float | None]:
        """How many ratings were given in the period, and their mean to two decimals."""
        rated = select(func.count(), func.avg(Fact.score)).where(within(Fact.rated_at, period))
        count, mean = self.session.execute(rated).one()
        return count, None if mean is None else round(float(mean), 2)


def within(column: InstrumentedAttribute[Any], period: Period) -> ColumnElement[bool]:
    """That it happened in the period."""
    return (column >= period.starts) & (column < period.ends)


def open_at_end(period: Period) -> list[ColumnElement[bool]]:
    """That it was registered and neither ready nor cancelled when the period ended."""
    return [
        Fact.registered_at < period.ends,
        or_(Fact.ready_at.is_(None), Fact.ready_at >= period.ends),
        or_(Fact.cancelled_at.is_(None), Fact.cancelled_at >= period.ends),
    ]
