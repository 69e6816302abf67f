"""What reporting does: it keeps facts as it hears them, and counts them for a factsheet."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from services.reporting.domain.figures import Fact, Figure, rating_adds
from services.reporting.domain.period import Period
from services.reporting.storage.work import ReportingWork
from services.shared.errors import Forbidden
from services.shared.vocabulary import Kind, Level

KEPT = ("number", "kind", "level", "channel", "organisation", "location", "catalogue_item", "registered_at")


def keep_registered(work: ReportingWork, told: dict[str, Any], zone: ZoneInfo) -> None:
    """A notification got its number."""
    work.facts.add(Fact(**{name: told[name] for name in KEPT}), zone)


def keep_forwarded(work: ReportingWork, number: str, at: datetime, zone: ZoneInfo) -> None:
    """The back office was asked to act; the first time counts."""
    fact = work.facts.get(number)
    if fact.forwarded_at is None:
        work.facts.change(fact, zone, forwarded_at=at)


def keep_ready(work: ReportingWork, number: str, at: datetime, first_line: bool, zone: ZoneInfo) -> None:
    """The work was done."""
    fact = work.facts.get(number)
    seconds = round((at - fact.registered_at).total_seconds())
    work.facts.change(fact, zone, ready_at=at, seconds_to_ready=seconds, first_line=first_line)


def keep_reopened(work: ReportingWork, number: str, zone: ZoneInfo) -> None:
    """It was not done after all."""
    undone = {"ready_at": None, "seconds_to_ready": None, "first_line": False, "closed_at": None}
    work.facts.change(work.facts.get(number), zone, **undone)


def keep_closed(work: ReportingWork, number: str, at: datetime, zone: ZoneInfo) -> None:
    """The customer agreed."""
    work.facts.change(work.facts.get(number), zone, closed_at=at)


def keep_cancelled(work: ReportingWork, number: str, at: datetime, zone: ZoneInfo) -> None:
    """It was not needed any more."""
    work.facts.change(work.facts.get(number), zone, cancelled_at=at)


def keep_rated(work: ReportingWork, number: str, score: int, at: datetime, zone: ZoneInfo) -> None:
    """The customer said how well it went."""
    work.facts.change(work.facts.get(number), zone, score=score, rated_at=at)


def keep_article_rated(work: ReportingWork, told: dict[str, Any], at: datetime, position: int, zone: ZoneInfo) -> None:
    """A reader said whether an article was the answer; what staff say of it is no answer to a customer."""
    if not told["by_staff"] and work.articles.is_new(told["code"], position):
        work.counts.add(rating_adds(told["code"], told["helped"], told["before"], at.astimezone(zone).date()))


def factsheet(work: ReportingWork, period: Period) -> dict[str, Any]:
    """The figures of a period, as `FactsheetView` explains them; raises Forbidden for who does not steer the desk."""
    if not work.actor.has("agent", "account_manager", "manager", "admin"):
        raise Forbidden("Only the desk and its management see the factsheet.")
    total = work.counts.totals(period)
    ready, ratings = total[Figure.READY, ""], total[Figure.RATINGS, ""]
    return {
        "first": period.first,
        "last": period.last,
        "received": sum(count for (figure, _), count in total.items() if figure == Figure.RECEIVED_PER_KIND),
        "received_per_kind": [{"code": kind, "count": total[Figure.RECEIVED_PER_KIND, kind]} for kind in Kind],
        "received_per_level": [{"code": level, "count": total[Figure.RECEIVED_PER_LEVEL, level]} for level in Level],
        "answered_by_click": sum(n for (figure, _), n in total.items() if figure == Figure.ANSWERED_BY_CLICK),
        "ready": ready,
        "solved_at_desk": total[Figure.SOLVED_AT_DESK, ""],
        "forwarded": total[Figure.FORWARDED, ""],
        "cancelled": total[Figure.CANCELLED, ""],
        "open": work.counts.open_at_end(period),
        "median_seconds_to_ready": work.facts.seconds_to_ready(50, period, ready),
        "p90_seconds_to_ready": work.facts.seconds_to_ready(90, period, ready),
        "ratings": ratings,
        "average_rating": round(total[Figure.SCORES, ""] / ratings, 2) if ratings else None,
        "step": period.step,
        "received_over_time": _over_time(work, period),
    }


def _over_time(work: ReportingWork, period: Period) -> list[dict[str, Any]]:
    steps = {start: {"starts": start} | {str(level): 0 for level in Level} for start in period.steps()}
    for (day, level), count in work.counts.received_per_day(period).items():
        steps[period.step_of(day)][level] += count  # type: ignore[operator]  # the counts among the values
    return list(steps.values())
