"""Fills a desk with a year of notifications, as a process of its own.

Run as `python -m bench.seeding NOTIFICATIONS` with the settings of a Balie on PostgreSQL that has its
ground and does not run. A few hundred notifications are really told, through the services' own use
cases, and lie a year back; all others are copies of those in SQL, each with a number, moments and
events of its own, spread over the year since.
"""

# ruff: noqa: E402
# The services' own code runs on green threads, so the standard library is made green first.
from services.shared.kit.green import make_green

make_green()

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import psycopg

from bench.copying import Copy, copy_notifications
from services.demo.content.rhythm import Stretch
from services.demo.plan import Planned, Planner
from services.demo.teller import ON_THEIR_WAY, Teller
from services.reporting.domain.figures import Fact
from services.reporting.storage.work import ReportingWork
from services.shared.kit.clock import now
from services.shared.kit.config import Config
from services.shared.kit.database import database_of

TOLD = 300
SEED = 3
YEAR = timedelta(weeks=52)
WEEKS = 51
DAYS_APART, SECONDS_APART = 7, 3600
# Of what is still open there are copies in the last weeks only, and not too many: a desk finishes its work.
COPIES_OF_AN_OPEN_ONE = 40


def seed(config: Config, notifications: int) -> None:
    """See to it that there are so many notifications."""
    tell(config, min(TOLD, notifications))
    with psycopg.connect(config.database_url, autocommit=True) as connection:
        rows = connection.execute(
            "SELECT number, status IN ('closed', 'cancelled'), now() - changed_at FROM intake.notification ORDER BY id"
        ).fetchall()
        copy_notifications(connection, list(copies(rows, notifications - len(rows))))
        count_copies(config, connection, {number for number, _, _ in rows})


class UtcPlanner(Planner):
    """The demo's planner, with every moment in UTC: the services' own clock tells no other."""

    def plan(self, count: int) -> list[Planned]:
        return [replace(one, registered_at=one.registered_at.astimezone(UTC)) for one in super().plan(count)]

    def later(self, moment: datetime, stretch: Stretch) -> datetime:
        return super().later(moment, stretch).astimezone(UTC)


def tell(config: Config, count: int) -> None:
    """Tell so many notifications as they went a year ago; the last ones are on their way still."""
    teller = Teller(config, now() - YEAR - timedelta(days=1))
    teller.planner = UtcPlanner(SEED, teller.now)
    under_way = count - ON_THEIR_WAY * count // TOLD
    told = [
        teller.register_and_handle(planned, under_way=position >= under_way)
        for position, planned in enumerate(teller.planner.plan(count))
    ]
    teller.pump.until_quiet()
    for one in told:
        teller.do_the_work(one)
    teller.pump.until_quiet()
    for one in told:
        teller.finish(one)
    teller.pump.until_quiet()


def count_copies(config: Config, connection: psycopg.Connection[Any], told: set[str]) -> None:
    """Let reporting count what the copies add to its figures; what was told it has counted already."""
    facts = connection.execute(f"SELECT {', '.join(Fact.__dataclass_fields__)} FROM reporting.notification_fact")
    with ReportingWork.begin(database_of(config, "reporting")) as work:
        for row in facts:
            fact = Fact(*row)
            if fact.number not in told:
                work.counts.change(None, fact, config.tz)


def copies(told: list[tuple[str, bool, timedelta]], count: int) -> Iterator[Copy]:
    """So many copies of what was told, given as numbers with whether each is finished and how long ago it changed.

    Those of each lie all over the last year, at about the same time of the day, as what comes to a desk is of all
    sorts every day.
    """
    random = Random(SEED)
    finished = [one for one in told if one[1]]
    still_open = [one for one in told if not one[1]] if finished else []
    recent = min(count, len(still_open) * COPIES_OF_AN_OPEN_ONE)
    for ordinal in range(count):
        is_open = ordinal < recent
        original, _, age = (still_open if is_open else finished)[ordinal % len(still_open if is_open else finished)]
        before = timedelta(weeks=0 if is_open else random.randrange(WEEKS), days=random.randrange(DAYS_APART))
        latest = age - timedelta(days=1)
        yield Copy(original, ordinal, _whole_days(latest - before) + timedelta(seconds=random.randrange(SECONDS_APART)))


def _whole_days(span: timedelta) -> timedelta:
    return timedelta(days=span.days)


if __name__ == "__main__":
    seed(Config.from_environment(), int(sys.argv[1]))
