"""A small quarter at the desk, told by hand, for the tests of reporting."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from services.reporting import use_cases
from services.reporting.domain.period import Period
from services.reporting.storage.tables import Base
from services.reporting.storage.work import ReportingWork
from services.shared.actor import SERVICE, Actor
from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from tests.refusals import all_rows

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
Told = Callable[[ReportingWork], None]


def at(moment: str) -> datetime:
    """A moment on the desk's clock, as `2026-03-02 09:00`."""
    return datetime.fromisoformat(moment).replace(tzinfo=AMSTERDAM)


def registered(number: int, kind: str, channel: str, level: str, moment: str, **told: Any) -> Told:
    """A notification came in."""
    known = {
        "number": f"M26-{number:06}",
        "kind": kind,
        "channel": channel,
        "level": level,
        "organisation": "GEM",
        "location": None,
        "catalogue_item": None,
        "registered_at": at(moment),
        "suggested_kind": None,
        "suggested_item": None,
    } | told
    return lambda work: use_cases.keep_registered(work, known, AMSTERDAM)


def forwarded(number: int, moment: str) -> Told:
    """It was forwarded."""
    return lambda work: use_cases.keep_forwarded(work, f"M26-{number:06}", at(moment), AMSTERDAM)


def ready(number: int, seconds_after: tuple[str, int], *, first_line: bool = False) -> Told:
    """It was ready, so many seconds after a moment."""
    moment, seconds = seconds_after
    done = at(moment) + timedelta(seconds=seconds)
    return lambda work: use_cases.keep_ready(work, f"M26-{number:06}", done, first_line, AMSTERDAM)


def reopened(number: int) -> Told:
    """It was not done after all."""
    return lambda work: use_cases.keep_reopened(work, f"M26-{number:06}", AMSTERDAM)


def closed(number: int, moment: str) -> Told:
    """The customer agreed."""
    return lambda work: use_cases.keep_closed(work, f"M26-{number:06}", at(moment), AMSTERDAM)


def cancelled(number: int, moment: str) -> Told:
    """It was not needed any more."""
    return lambda work: use_cases.keep_cancelled(work, f"M26-{number:06}", at(moment), AMSTERDAM)


def rated(number: int, score: int, moment: str) -> Told:
    """The customer said how well it went."""
    return lambda work: use_cases.keep_rated(work, f"M26-{number:06}", score, at(moment), AMSTERDAM)


def article_rated(
    position: int, article: str, helped: bool, moment: str, before: bool | None = None, *, by_staff: bool = False
) -> Told:
    """A reader said whether an article helped."""
    told = {"code": article, "helped": helped, "before": before, "by_staff": by_staff}
    return lambda work: use_cases.keep_article_rated(work, told, at(moment), position, AMSTERDAM)


# Nine notifications around the week of Monday 2 to Sunday 8 March 2026.
A_WEEK: tuple[Told, ...] = (
    # One of the week before, ready within it: it counts as ready, not as received.
    registered(1, "malfunction", "portal", "click", "2026-02-27 09:00"),
    # The very first moment of the week, solved at the desk after 100 s.
    registered(2, "information", "phone", "call", "2026-03-02 00:00"),
    ready(2, ("2026-03-02 00:00", 100), first_line=True),
    # One that went to the back office, was ready after 1,000 s, closed and rated.
    registered(3, "malfunction", "portal", "click", "2026-03-02 09:00"),
    forwarded(3, "2026-03-02 09:05"),
    ready(3, ("2026-03-02 09:00", 1000)),
    closed(3, "2026-03-03 09:00"),
    rated(3, 5, "2026-03-04 09:00"),
    # One that was ready, but the customer objected; the last time it was ready counts: 3,000 s.
    registered(4, "complaint", "counter", "face", "2026-03-03 12:00"),
    ready(4, ("2026-03-03 12:00", 200), first_line=True),
    reopened(4),
    forwarded(4, "2026-03-03 12:10"),
    ready(4, ("2026-03-03 12:00", 3000)),
    # One that was cancelled after it had been forwarded.
    registered(5, "wish", "email", "call", "2026-03-04 10:00"),
    forwarded(5, "2026-03-04 11:00"),
    cancelled(5, "2026-03-05 10:00"),
    # Two that are still open at the end of the week, the second of them ready a moment too late.
    registered(6, "wish", "portal", "click", "2026-03-06 10:00"),
    registered(7, "malfunction", "qr", "click", "2026-03-08 23:59"),
    forwarded(7, "2026-03-09 08:00"),
    ready(7, ("2026-03-09 00:00", 0)),
    rated(7, 1, "2026-03-09 12:00"),
    # The first one is ready at last: three days, 259,200 s.
    ready(1, ("2026-03-02 09:00", 0)),
    rated(1, 2, "2026-03-08 09:00"),
    # One of the next week does not count at all.
    registered(8, "malfunction", "portal", "click", "2026-03-09 00:00"),
    cancelled(8, "2026-03-09 00:01"),
    # Three readers of articles: one whom it helped, one who came to think so, and one who thought better of it.
    article_rated(1, "te-koud", True, "2026-03-02 00:00"),
    article_rated(2, "te-koud", False, "2026-03-03 10:00"),
    article_rated(3, "te-koud", True, "2026-03-03 10:05", before=False),
    article_rated(4, "pas-kwijt", True, "2026-03-03 11:00"),
    article_rated(5, "pas-kwijt", False, "2026-03-03 11:05", before=True),
    # What somebody at the desk says is no answer to a customer, and the week before is another week.
    article_rated(6, "te-koud", True, "2026-03-04 09:00", by_staff=True),
    article_rated(7, "te-koud", True, "2026-03-01 23:59"),
)


def a_period(first: str, last: str) -> Period:
    """From the day `first` to the day `last`."""
    return Period(date.fromisoformat(first), date.fromisoformat(last), AMSTERDAM)


def reporting(config: Config) -> AbstractContextManager[ReportingWork]:
    """One transaction of reporting."""
    return ReportingWork.begin(database_of(config, "reporting"))


def looking(config: Config, actor: Actor = SERVICE) -> AbstractContextManager[ReportingWork]:
    """A look at reporting on behalf of `actor`."""
    return ReportingWork.look(database_of(config, "reporting"), actor)


def heard(config: Config, *told: Told) -> None:
    """Hear these, one after the other."""
    with reporting(config) as work:
        for happened in told:
            happened(work)


def sheet(
    config: Config, first: str = "2026-03-02", last: str = "2026-03-08", actor: Actor = SERVICE
) -> dict[str, Any]:
    """The factsheet of a period."""
    with looking(config, actor) as work:
        return use_cases.factsheet(work, a_period(first, last))


def everything(config: Config) -> dict[str, list[str]]:
    """All that reporting keeps, table by table."""
    with looking(config) as work:
        return all_rows(work, Base.metadata)
