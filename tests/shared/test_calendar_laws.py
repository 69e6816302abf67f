"""What holds for every calendar at every moment, above all while the clock is changed."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from services.shared.calendar import OUTSIDE_HOURS, Blocks, Calendar

# A zone and a moment at which its clock is changed: an hour on and an hour back, half an hour, and over midnight.
CHANGES = [
    ("Europe/Amsterdam", "2026-03-29T01:00+00:00"),
    ("Europe/Amsterdam", "2026-10-25T01:00+00:00"),
    ("America/New_York", "2026-03-08T07:00+00:00"),
    ("Australia/Lord_Howe", "2026-04-04T15:00+00:00"),
    ("Australia/Lord_Howe", "2026-10-03T15:30+00:00"),
    ("America/Havana", "2026-03-08T05:00+00:00"),
    ("Asia/Beirut", "2026-10-24T21:00+00:00"),
    ("America/St_Johns", "2010-11-07T02:30+00:00"),
]
REASONS = [{"nl": "Kerstmis", "en": "Christmas"}, {"nl": "Wij verhuizen", "en": "We are moving"}]
# Opening hours are on the tens of minutes, so that who counts in these steps misses nothing.
TICK = timedelta(minutes=10)

some_laws = settings(max_examples=20, deadline=None)
amounts = st.integers(0, 30 * 3600).map(lambda seconds: timedelta(seconds=seconds))


def as_blocks(ticks: list[int]) -> Blocks:
    """Blocks of opening hours that are in order and apart, though they may touch."""
    marks = [10 * tick for tick in sorted(ticks)]
    return tuple((start, end) for start, end in zip(marks[::2], marks[1::2], strict=False) if start < end)


def shown(calendar: Calendar, moment: datetime) -> datetime:
    """What the clock on the wall shows, without a zone, so that later on the clock is later."""
    return moment.astimezone(calendar.zone).replace(tzinfo=None)


def has_hours(calendar: Calendar, wall: datetime) -> bool:
    """Whether the calendar has opening hours at this time on the wall."""
    minute = 60 * wall.hour + wall.minute
    blocks = () if wall.date() in calendar.closed else calendar.hours.get(wall.weekday(), ())
    return any(start <= minute < end for start, end in blocks)


@st.composite
def cases(draw: st.DrawFn, moments: int, seconds: int = 1) -> tuple[Calendar, list[datetime]]:
    """A calendar, and some moments around the one at which its clock is changed, on whole steps of `seconds`."""
    zone, text = draw(st.sampled_from(CHANGES))
    change = datetime.fromisoformat(text)
    blocks = st.lists(st.integers(0, 144), max_size=6).map(as_blocks)
    hours = draw(st.dictionaries(st.integers(0, 6), blocks, min_size=1).filter(lambda hours: any(hours.values())))
    days = st.integers(-4, 4).map(lambda days: change.date() + timedelta(days=days))
    closed = draw(st.dictionaries(days, st.sampled_from(REASONS), max_size=3))
    day = 86400 // seconds
    offsets = st.integers(-day, day) | st.integers(-6 * day, 6 * day)
    drawn = [change + timedelta(seconds=draw(offsets) * seconds) for _ in range(moments)]
    return Calendar(ZoneInfo(zone), hours, closed), drawn


@some_laws
@given(cases(1), amounts)
def test_as_much_opening_time_passes_as_is_added_or_subtracted(
    case: tuple[Calendar, list[datetime]], amount: timedelta
) -> None:
    calendar, [moment] = case
    assert calendar.between(moment, calendar.add(moment, amount)) == amount
    assert calendar.between(calendar.subtract(moment, amount), moment) == amount


@some_laws
@given(cases(1), amounts.filter(bool))
def test_what_is_added_ends_at_the_first_such_moment_and_subtracted_again_where_it_was_open(
    case: tuple[Calendar, list[datetime]], amount: timedelta
) -> None:
    calendar, [moment] = case
    end = calendar.add(moment, amount)
    assert calendar.is_open(end - timedelta.resolution)
    assert calendar.subtract(end, amount) == calendar.opening(moment)
    start = calendar.subtract(moment, amount)
    assert calendar.is_open(start)
    assert calendar.between(calendar.add(start, amount), moment) == timedelta()


@some_laws
@given(cases(2), amounts, amounts)
def test_what_starts_later_or_takes_longer_does_not_end_sooner(
    case: tuple[Calendar, list[datetime]], one: timedelta, other: timedelta
) -> None:
    calendar, moments = case
    (sooner, later), (less, more) = sorted(moments), sorted((one, other))
    assert calendar.add(sooner, less) <= calendar.add(later, less)
    assert calendar.add(sooner, less) <= calendar.add(sooner, more)
    assert calendar.subtract(sooner, less) <= calendar.subtract(later, less)
    assert calendar.subtract(sooner, more) <= calendar.subtract(sooner, less)
    assert calendar.add_days(sooner, 1) <= calendar.add_days(sooner, 2)


@some_laws
@given(cases(1), amounts, amounts)
def test_two_amounts_one_after_the_other_are_their_sum(
    case: tuple[Calendar, list[datetime]], one: timedelta, other: timedelta
) -> None:
    calendar, [moment] = case
    assert calendar.add(calendar.add(moment, one), other) == calendar.add(moment, one + other)
    assert calendar.subtract(calendar.subtract(moment, one), other) == calendar.subtract(moment, one + other)


@some_laws
@given(cases(3))
def test_two_spans_one_after_the_other_are_their_sum_in_any_direction(case: tuple[Calendar, list[datetime]]) -> None:
    calendar, [one, other, third] = case
    assert calendar.between(one, other) + calendar.between(other, third) == calendar.between(one, third)


@some_laws
@given(cases(2))
def test_stretches_have_no_gap_and_their_open_ones_add_up(case: tuple[Calendar, list[datetime]]) -> None:
    calendar, moments = case
    start, end = sorted(moments)
    found = calendar.stretches(start, end)
    assert [start, *(stretch.end for stretch in found)] == [*(stretch.start for stretch in found), end]
    assert all(stretch.start < stretch.end for stretch in found)
    assert all(one.why != other.why for one, other in pairwise(found))
    assert all(stretch.why in (None, OUTSIDE_HOURS, *calendar.closed.values()) for stretch in found)
    passed = sum((stretch.end - stretch.start for stretch in found if stretch.open), timedelta())
    assert passed == calendar.between(start, end)


@some_laws
@given(cases(1))
def test_the_opening_and_the_closing_are_the_ends_of_a_stretch(case: tuple[Calendar, list[datetime]]) -> None:
    calendar, [moment] = case
    opening, closing = calendar.opening(moment), calendar.closing(moment)
    assert calendar.is_open(moment) == (opening == moment) == (closing != moment)
    if closing is not None:
        assert not calendar.is_open(closing)
        [first, *_] = calendar.stretches(min(opening, closing), max(opening, closing))
        assert first.open == calendar.is_open(moment)


@some_laws
@given(cases(1, seconds=600))
def test_who_counts_every_ten_minutes_by_the_clock_on_the_wall_finds_the_same(
    case: tuple[Calendar, list[datetime]],
) -> None:
    calendar, [start] = case
    # While the clock repeats an hour, the latest time that it has shown is the one that counts.
    seen = max(shown(calendar, start - n * TICK) for n in range(7))
    counted = 0
    for n in range(2 * 144):
        seen = max(seen, shown(calendar, start + n * TICK))
        is_open = has_hours(calendar, seen)
        assert calendar.is_open(start + n * TICK) == is_open
        counted += is_open
    assert calendar.between(start, start + 2 * 144 * TICK) == counted * TICK
