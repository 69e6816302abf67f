"""The facts about notifications, and how long it took until they were ready."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Integer, bindparam, delete, literal_column, select, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from services.reporting.domain.figures import Fact
from services.reporting.domain.period import Period, nearest_rank
from services.reporting.storage.day_counts import DayCounts
from services.reporting.storage.tables import ArticleHeard, NotificationFact
from services.shared.errors import NotFound
from services.shared.kit.database import UtcDateTime

# Made once: SQLAlchemy takes longer to make a statement than a database to answer these.
TABLE = NotificationFact.metadata.tables["reporting.notification_fact"]
NAMES = tuple(Fact.__dataclass_fields__)
CHANGES = (
    "kind",
    "catalogue_item",
    "forwarded_at",
    "ready_at",
    "seconds_to_ready",
    "first_line",
    "cancelled_at",
    "closed_at",
    "score",
    "rated_at",
)
HOLD = select(*(TABLE.c[name] for name in NAMES)).where(TABLE.c.number == bindparam("of")).with_for_update()
CHANGE = (
    update(TABLE).where(TABLE.c.number == bindparam("of")).values({name: bindparam(f"to_{name}") for name in CHANGES})
)
# These values are written into the statement. With parameters PostgreSQL would keep one plan for all periods, made
# for a short one, and that sorts every notification of a year.
READY_IN_PERIOD = (TABLE.c.ready_at >= bindparam("starts", type_=UtcDateTime, literal_execute=True)) & (
    TABLE.c.ready_at < bindparam("ends", type_=UtcDateTime, literal_execute=True)
)
BY_RANK = (
    select(TABLE.c.seconds_to_ready)
    .where(READY_IN_PERIOD)
    .offset(bindparam("skipped", type_=Integer, literal_execute=True))
    .limit(literal_column("1"))
)
SHORTEST_FIRST = BY_RANK.order_by(TABLE.c.seconds_to_ready)
LONGEST_FIRST = BY_RANK.order_by(TABLE.c.seconds_to_ready.desc())


class Facts:
    """One row per notification; whatever changes of it is counted in the figures of its days."""

    def __init__(self, session: Session, counts: DayCounts) -> None:
        self.session = session
        self.counts = counts
        self._added: dict[str, tuple[Fact, ZoneInfo]] = {}

    def add(self, fact: Fact, zone: ZoneInfo) -> None:
        """Keep a notification; hearing of it again changes nothing of what came later."""
        self._added.setdefault(fact.number, (fact, zone))

    def keep_added(self) -> None:
        """Write what was added, all in one statement: most of what is heard is that another one came in."""
        if self._added:
            rows = [vars(fact) for fact, _ in self._added.values()]
            for number in self.session.scalars(_add(self.session.get_bind().dialect.name), rows):
                self.counts.change(None, *self._added[number])
            self._added.clear()

    def get(self, number: str) -> Fact:
        """What is known of this notification, held until the transaction ends.

        Raises NotFound when its registration was never heard.
        """
        self.keep_added()
        row = self.session.execute(HOLD, {"of": number}).one_or_none()
        if row is None:
            raise NotFound(f"Nothing is known of notification {number}.")
        return Fact(*row)

    def change(self, fact: Fact, zone: ZoneInfo, **happened: Any) -> None:
        """Keep what else happened to one that `get` holds."""
        after = replace(fact, **happened)
        if after != fact:
            self.session.execute(CHANGE, {"of": fact.number} | {f"to_{name}": getattr(after, name) for name in CHANGES})
            self.counts.change(fact, after, zone)

    def forget_all(self) -> None:
        """Empty the facts and the figures, for a rebuild."""
        if self.session.get_bind().dialect.name == "postgresql":
            # A follower begins with its cursor. One in the middle of a batch is waited for, and what it kept goes too:
            # if its facts stayed while its figures went, they would never be counted again.
            self.session.execute(text("LOCK TABLE reporting.cursor IN EXCLUSIVE MODE"))
        self._added.clear()
        self.session.execute(delete(TABLE))
        self.session.execute(delete(ArticleHeard))
        self.counts.forget_all()

    def seconds_to_ready(self, percentage: int, period: Period, ready: int) -> int | None:
        """A percentile, by nearest rank, of the time to ready of the `ready` that became so in the period."""
        rank = nearest_rank(percentage, ready)
        if rank == 0:
            return None
        # From the nearer end, for every value before it is passed.
        from_below = rank - 1 <= ready - rank
        statement, skipped = (SHORTEST_FIRST, rank - 1) if from_below else (LONGEST_FIRST, ready - rank)
        return self.session.scalar(statement, {"starts": period.starts, "ends": period.ends, "skipped": skipped})


@cache
def _add(dialect: str) -> Any:
    insert: dict[str, Any] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}
    return insert[dialect](TABLE).on_conflict_do_nothing().returning(TABLE.c.number)
