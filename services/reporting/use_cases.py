"""What reporting does: it keeps facts as it hears them, and counts them for a factsheet."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from services.reporting.domain.period import Period
from services.reporting.storage.facts import open_at_end, within
from services.reporting.storage.tables import NotificationFact as Fact
from services.reporting.storage.work import ReportingWork
from services.shared.errors import Forbidden
from services.shared.vocabulary import Kind, Level


def keep_registered(work: ReportingWork, told: dict[str, Any], zone: ZoneInfo) -> None:
    """A notification got its number."""
    kept = ("number", "kind", "level", "channel", "organisation", "location", "catalogue_item", "registered_at")
    work.facts.add(**{name: told[name] for name in kept}, registered_on=told["registered_at"].astimezone(zone).date())


def keep_forwarded(work: ReportingWork, number: str, at: datetime) -> None:
    """The back office was asked to act; the first time counts."""
    if work.facts.get(number).forwarded_at is None:
        work.facts.change(number, forwarded_at=at)


def keep_ready(work: ReportingWork, number: str, at: datetime, first_line: bool) -> None:
    """The work was done."""
    seconds = round((at - work.facts.get(number).registered_at).total_seconds())
    work.facts.change(number, ready_at=at, seconds_to_ready=seconds, first_line=first_line)


def keep_reopened(work: ReportingWork, number: str) -> None:
    """It was not done after all."""
    work.facts.change(number, ready_at=None, seconds_to_ready=None, first_line=False, closed_at=None)


def factsheet(work: ReportingWork, period: Period) -> dict[str, Any]:
    """The figures of a period, as `FactsheetView` explains them; raises Forbidden for who does not steer the desk."""
    if not work.actor.has("agent", "account_manager", "manager", "admin"):
        raise Forbidden("Only the desk and its management see the factsheet.")
    facts = work.facts
    ready = facts.count(within(Fact.ready_at, period))
    ratings, average = facts.ratings(period)
    per_kind, per_level = facts.count_per(Fact.kind, period), facts.count_per(Fact.level, period)
    return {
        "first": period.first,
        "last": period.last,
        "received": sum(per_kind.values()),
        "received_per_kind": [{"code": kind, "count": per_kind.get(kind, 0)} for kind in Kind],
        "received_per_level": [{"code": level, "count": per_level.get(level, 0)} for level in Level],
        "ready": ready,
        "solved_at_desk": facts.count(within(Fact.ready_at, period), Fact.first_line.is_(True)),
        "forwarded": facts.count(within(Fact.forwarded_at, period)),
        "cancelled": facts.count(within(Fact.cancelled_at, period)),
        "open": facts.count(*open_at_end(period)),
        "median_seconds_to_ready": facts.seconds_to_ready(50, period, ready),
        "p90_seconds_to_ready": facts.seconds_to_ready(90, period, ready),
        "ratings": ratings,
        "average_rating": average,
        "step": period.step,
        "received_over_time": _over_time(work, period),
    }


def _over_time(work: ReportingWork, period: Period) -> list[dict[str, Any]]:
    steps = {start: {"starts": start} | {str(level): 0 for level in Level} for start in period.steps()}
    for (day, level), count in work.facts.received_per_day(period).items():
        steps[period.step_of(day)][level] += count  # type: ignore[operator]  # the counts among the values
    return list(steps.values())
