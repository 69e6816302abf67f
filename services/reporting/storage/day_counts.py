"""The figures per day: written once per transaction, and summed for a factsheet."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from services.reporting.domain.figures import Counted, Fact, Figure, contributions
from services.reporting.domain.period import Period
from services.reporting.storage.tables import DayCount

# Made once: SQLAlchemy takes longer to make a statement than a database to answer these.
TABLE = DayCount.metadata.tables["reporting.day_count"]
IN_PERIOD = TABLE.c.day.between(bindparam("first"), bindparam("last"))
# What a factsheet does not show is not read for one: it has a row per code.
APART = (Figure.OPEN, Figure.ITEM_ASKED, Figure.ARTICLE_RATED, Figure.SUGGESTED_KIND, Figure.SUGGESTED_ITEM)
PER_PERIOD = tuple(figure.value for figure in Figure if figure not in APART)
TOTALS = (
    select(TABLE.c.what, TABLE.c.code, func.sum(TABLE.c.count))
    .where(TABLE.c.what.in_(PER_PERIOD), IN_PERIOD)
    .group_by(TABLE.c.what, TABLE.c.code)
)
PER_DAY = select(TABLE.c.day, TABLE.c.code, TABLE.c.count).where(
    TABLE.c.what == Figure.RECEIVED_PER_LEVEL.value, IN_PERIOD
)
PER_CODE = (
    select(TABLE.c.what, TABLE.c.code, func.sum(TABLE.c.count))
    .where(TABLE.c.what.in_(bindparam("figures", expanding=True)), IN_PERIOD)
    .group_by(TABLE.c.what, TABLE.c.code)
)
OPEN = select(func.sum(TABLE.c.count)).where(TABLE.c.what == Figure.OPEN.value, TABLE.c.day <= bindparam("last"))


class DayCounts:
    """What the facts add up to, per figure and day of the desk."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.changed: Counter[Counted] = Counter()

    def change(self, before: Fact | None, after: Fact, zone: ZoneInfo) -> None:
        """Count what a fact adds instead of what it added before."""
        self.changed.update(contributions(after, zone))
        if before is not None:
            self.changed.subtract(contributions(before, zone))

    def add(self, counted: Counter[Counted]) -> None:
        """Count what is no part of a fact."""
        self.changed.update(counted)

    def keep(self) -> None:
        """Write what changed; in one order, so that two who do so never wait for each other."""
        rows = [key._asdict() | {"count": count} for key, count in sorted(self.changed.items()) if count]
        if rows:
            self.session.execute(_add(self.session.get_bind().dialect.name), rows)
        self.changed.clear()

    def forget_all(self) -> None:
        """Start from nothing."""
        self.changed.clear()
        self.session.execute(delete(TABLE))

    def totals(self, period: Period) -> Counter[tuple[str, str]]:
        """Each figure of a period, by what it is and the code it is about."""
        rows = self.session.execute(TOTALS, {"first": period.first, "last": period.last})
        return Counter({(what, code): count for what, code, count in rows})

    def per_code(self, period: Period, *figures: Figure) -> list[tuple[Figure, str, int]]:
        """These figures of a period per code that they are about, the highest first."""
        asked = {"first": period.first, "last": period.last, "figures": [figure.value for figure in figures]}
        rows = [(Figure(what), code, count) for what, code, count in self.session.execute(PER_CODE, asked) if count]
        return sorted(rows, key=lambda row: (-row[2], row[0], row[1]))

    def received_per_day(self, period: Period) -> dict[tuple[date, str], int]:
        """How many were received per day of the desk and level."""
        rows = self.session.execute(PER_DAY, {"first": period.first, "last": period.last})
        return {(day, level): count for day, level, count in rows}

    def open_at_end(self, period: Period) -> int:
        """How many were registered and neither ready nor cancelled when the period ended."""
        return self.session.scalar(OPEN, {"last": period.last}) or 0


@cache
def _add(dialect: str) -> Any:
    dialects: dict[str, Any] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}
    insert = dialects[dialect](TABLE).inline()
    return insert.on_conflict_do_update(
        index_elements=[TABLE.c.what, TABLE.c.day, TABLE.c.code],
        set_={"count": TABLE.c.count + insert.excluded.count},
    )
