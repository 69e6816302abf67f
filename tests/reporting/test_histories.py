"""Whatever happened, in whatever order and heard how often: the factsheet is a plain count of the facts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from math import ceil
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from services.reporting import use_cases
from services.reporting.domain.figures import contributions
from services.reporting.domain.period import Period
from services.reporting.storage.tables import DayCount, NotificationFact
from services.shared.kit.config import Config
from services.shared.vocabulary import Kind, Level
from tests.reporting.builders import (
    AMSTERDAM,
    Told,
    at,
    cancelled,
    closed,
    forwarded,
    heard,
    looking,
    rated,
    ready,
    registered,
    reopened,
    reporting,
    sheet,
)

NUMBERS = 5
# The clock goes forward on 29 March and back on 25 October, so these days have 23 and 25 hours.
DAYS = [date(2026, 3, 28) + timedelta(days=n) for n in range(3)] + [
    date(2026, 10, 24) + timedelta(days=n) for n in range(3)
]
SOME_CHANNEL = {"click": "portal", "call": "phone", "face": "counter"}
CHANGES = ("forwarded", "ready", "solved", "reopened", "closed", "cancelled", "rated")


def some_moment() -> st.SearchStrategy[str]:
    """A moment on the desk's clock, often the first or the last one of a day."""
    hours = st.sampled_from(["00:00", "00:00:01", "01:59:59", "03:00", "12:00", "23:59:59.999999"])
    return st.builds("{} {}".format, st.sampled_from(DAYS), hours)


def one_change() -> st.SearchStrategy[tuple[int, str, str, int]]:
    """What happened, to which notification, when, and with which score."""
    return st.tuples(st.integers(1, NUMBERS), st.sampled_from(CHANGES), some_moment(), st.integers(1, 5))


def told_of(change: tuple[int, str, str, int]) -> Told:
    """A change as reporting hears it."""
    number, what, moment, score = change
    return {
        "forwarded": lambda: forwarded(number, moment),
        "ready": lambda: ready(number, (moment, 0)),
        "solved": lambda: ready(number, (moment, 0), first_line=True),
        "reopened": lambda: reopened(number),
        "closed": lambda: closed(number, moment),
        "cancelled": lambda: cancelled(number, moment),
        "rated": lambda: rated(number, score, moment),
    }[what]()


@st.composite
def histories(draw: st.DrawFn) -> list[list[Told]]:
    """Batches of what is told of a few notifications: each was registered first, and some is told twice."""
    told: list[Told] = []
    for number in range(1, NUMBERS + 1):
        level = draw(st.sampled_from(list(Level)))
        kind = draw(st.sampled_from(list(Kind)))
        told.append(registered(number, kind, SOME_CHANNEL[level], level, draw(some_moment())))
    told += [told_of(change) for change in draw(st.lists(one_change(), max_size=25))]
    batches: list[list[Told]] = [[]]
    for happened in told:
        batches[-1] += [happened] * draw(st.sampled_from([1, 1, 1, 2]))
        if draw(st.integers(0, 4)) == 0:
            batches.append([])
    return batches


def counted_plainly(facts: Sequence[Any], period: Period) -> dict[str, Any]:
    """The figures of a period, each one counted over all facts."""

    def within(moment: datetime | None) -> bool:
        return moment is not None and period.starts <= moment < period.ends

    def ended(moment: datetime | None) -> bool:
        return moment is not None and moment < period.ends

    def percentile(percentage: int) -> int | None:
        durations = sorted(fact.seconds_to_ready for fact in facts if within(fact.ready_at))
        return durations[ceil(percentage * len(durations) / 100) - 1] if durations else None

    received = [fact for fact in facts if within(fact.registered_at)]
    scores = [fact.score for fact in facts if within(fact.rated_at)]
    course = {start: {"starts": start} | {str(level): 0 for level in Level} for start in period.steps()}
    for fact in received:
        course[period.step_of(fact.registered_at.astimezone(AMSTERDAM).date())][fact.level] += 1
    return {
        "first": period.first,
        "last": period.last,
        "received": len(received),
        "received_per_kind": [{"code": kind, "count": sum(f.kind == kind for f in received)} for kind in Kind],
        "received_per_level": [{"code": level, "count": sum(f.level == level for f in received)} for level in Level],
        "answered_by_click": 0,
        "ready": sum(within(fact.ready_at) for fact in facts),
        "solved_at_desk": sum(within(fact.ready_at) and fact.first_line for fact in facts),
        "forwarded": sum(within(fact.forwarded_at) for fact in facts),
        "cancelled": sum(within(fact.cancelled_at) for fact in facts),
        "open": sum(ended(f.registered_at) and not ended(f.ready_at) and not ended(f.cancelled_at) for f in facts),
        "median_seconds_to_ready": percentile(50),
        "p90_seconds_to_ready": percentile(90),
        "ratings": len(scores),
        "average_rating": round(sum(scores) / len(scores), 2) if scores else None,
        "step": period.step,
        "received_over_time": list(course.values()),
    }


def assert_counted(config: Config, periods: list[tuple[date, date]]) -> None:
    """The factsheets are those of a plain count, and each day's figures are what the facts add up to."""
    with looking(config) as work:
        facts = work.session.execute(select(*NotificationFact.__table__.columns)).all()
        kept = {(row.what, row.day, row.code): row.count for row in work.session.scalars(select(DayCount)) if row.count}
        numbers = [fact.number for fact in facts]
    with reporting(config) as work:
        added = [contributions(work.facts.get(number), AMSTERDAM) for number in numbers]
    summed: dict[Any, int] = {}
    for key, count in (pair for one in added for pair in one.items()):
        summed[key] = summed.get(key, 0) + count
    assert kept == {key: count for key, count in summed.items() if count}
    for first, last in periods:
        period = Period(first, last, AMSTERDAM)
        assert sheet(config, str(first), str(last)) == counted_plainly(facts, period)


# Nothing outlives an example: each starts from nothing, and more of them would only take longer.
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    batches=histories(),
    twice=st.booleans(),
    bounds=st.lists(st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)), min_size=1, max_size=3),
)
def test_the_factsheet_is_a_plain_count_of_the_facts(
    config: Config, batches: list[list[Told]], twice: bool, bounds: list[tuple[date, date]]
) -> None:
    periods = [(min(days), max(days)) for days in bounds] + [(DAYS[0] - timedelta(days=9), DAYS[-1])]
    for _ in range(2):
        # What a rebuild does: from nothing, everything again.
        with reporting(config) as work:
            work.facts.forget_all()
        for batch in batches * (2 if twice else 1):
            heard(config, *batch)
        assert_counted(config, periods)


def test_one_that_is_both_ready_and_cancelled_is_open_until_the_first_of_these(config: Config) -> None:
    heard(
        config,
        registered(1, "wish", "portal", "click", "2026-03-02 09:00"),
        ready(1, ("2026-03-05 09:00", 0)),
        cancelled(1, "2026-03-04 09:00"),
    )
    days = ("2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05")
    assert [sheet(config, day, day)["open"] for day in days] == [1, 1, 0, 0]


def test_what_fails_halfway_is_not_counted(config: Config) -> None:
    def fails(work: Any) -> None:
        raise ValueError("halfway")

    one = registered(1, "wish", "portal", "click", "2026-03-02 09:00")
    try:
        heard(config, one, fails)
    except ValueError:
        assert sheet(config)["received"] == 0
    heard(config, one)
    assert sheet(config)["received"] == 1


def test_what_is_not_ready_before_it_was_registered_is_never_less_than_nothing_open(config: Config) -> None:
    heard(config, registered(1, "wish", "portal", "click", "2026-03-04 09:00"))
    with reporting(config) as work:
        use_cases.keep_ready(work, "M26-000001", at("2026-03-02 09:00"), False, AMSTERDAM)
    assert [sheet(config, day, day)["open"] for day in ("2026-03-02", "2026-03-03", "2026-03-04")] == [0, 0, 0]
