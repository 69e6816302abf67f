"""What reporting does: it keeps facts as it hears them, and counts them for a factsheet."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from services.reporting.domain.figures import BECAME, Fact, Figure, rating_adds
from services.reporting.domain.period import Period
from services.reporting.storage.work import ReportingWork
from services.shared.errors import Forbidden
from services.shared.vocabulary import Kind, Level

KEPT = ("number", "kind", "level", "channel", "organisation", "location", "catalogue_item", "registered_at")
ASKED_FOR = {Figure.ITEM_ASKED: "item", Figure.ARTICLE_RATED: "article"}
SUGGESTIONS = {Figure.SUGGESTED_KIND: "kind", Figure.SUGGESTED_ITEM: "item"}
DAYS_OF_A_WEEK = 7
# What was asked for less often says more of who asked. Times are counted and not people, as nobody is kept here.
ASKED_BY_SEVERAL = 3
SUGGESTED = ("suggested_kind", "suggested_item")


def keep_registered(work: ReportingWork, told: dict[str, Any], zone: ZoneInfo) -> None:
    """A notification got its number."""
    work.facts.add(Fact(**{name: told[name] for name in (*KEPT, *SUGGESTED)}), zone)


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


def keep_corrected(work: ReportingWork, number: str, kind: str, item: str | None, zone: ZoneInfo) -> None:
    """It is of another kind, or about another item, than was thought; it counts as what it is."""
    work.facts.change(work.facts.get(number), zone, kind=kind, catalogue_item=item)


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


def most_asked(work: ReportingWork, today: date, limit: int, zone: ZoneInfo) -> dict[str, Any]:
    """The items and articles asked for most in the last seven days; for anyone, as nobody is known by it."""
    week = Period(today - timedelta(days=DAYS_OF_A_WEEK - 1), today, zone)
    rows = work.counts.per_code(week, *ASKED_FOR)
    asked = [(ASKED_FOR[figure], code, count) for figure, code, count in rows if count >= ASKED_BY_SEVERAL]
    return {"items": [dict(zip(("kind", "code", "count"), row, strict=True)) for row in asked[:limit]]}


def suggestions(work: ReportingWork, period: Period) -> dict[str, Any]:
    """What became of what was suggested in a period; raises Forbidden for who does not keep the catalogue."""
    if not work.actor.has("manager", "admin"):
        raise Forbidden("Only a manager or an administrator sees what became of suggestions.")
    pairs: list[dict[str, Any]] = []
    for figure, code, count in work.counts.per_code(period, *SUGGESTIONS):
        suggested, _, became = code.partition(BECAME)
        pairs.append({"about": SUGGESTIONS[figure], "suggested": suggested, "became": became or None, "count": count})
    kept = sum(one["count"] for one in pairs if one["suggested"] == one["became"])
    return {"kept": kept, "corrected": sum(one["count"] for one in pairs) - kept, "pairs": pairs}


def _over_time(work: ReportingWork, period: Period) -> list[dict[str, Any]]:
    steps = {start: {"starts": start} | {str(level): 0 for level in Level} for start in period.steps()}
    for (day, level), count in work.counts.received_per_day(period).items():
        steps[period.step_of(day)][level] += count  # type: ignore[operator]  # the counts among the values
    return list(steps.values())
