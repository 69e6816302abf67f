"""Working time: how long it is open, until when, and why not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from services.shared.calendar import OUTSIDE_HOURS, WEEKDAYS, Calendar, Stretch
from services.shared.errors import Invalid

AMSTERDAM = "Europe/Amsterdam"
CHRISTMAS = {"nl": "Kerstmis", "en": "Christmas"}
MOVING = {"nl": "Wij verhuizen", "en": "We are moving"}
MONDAY_TO_FRIDAY = WEEKDAYS[:5]
HOUR = timedelta(hours=1)


def a_calendar(*blocks: str, days: list[str] = WEEKDAYS, zone: str = AMSTERDAM, closed: Any = ()) -> Calendar:
    """Open in these blocks, as `08:00-17:00`, on these days of the week; `closed` are pairs of a day and why."""
    return Calendar.read(
        {
            "zone": zone,
            "hours": {day: [block.split("-") for block in blocks] for day in days},
            "closed": [{"day": day, "why": why} for day, why in closed],
        }
    )


def at(text: str, zone: str = AMSTERDAM) -> datetime:
    """A moment as the clock on the wall shows it; 2 March 2026 is a Monday."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def open_hours(calendar: Calendar, day: str) -> float:
    """How many hours it is open on a day of the calendar's own zone."""
    midnight = datetime.combine(date.fromisoformat(day), time(), calendar.zone)
    return calendar.between(midnight, midnight + timedelta(days=1)) / HOUR


DESK = a_calendar("08:00-17:00", days=MONDAY_TO_FRIDAY)
ALWAYS = a_calendar("00:00-24:00")


# What others' documentation and users say it must be.


def test_glpi_four_hours_from_four_o_clock_end_at_ten_the_next_day() -> None:
    calendar = a_calendar("08:00-18:00", days=MONDAY_TO_FRIDAY)
    assert calendar.add(at("2026-03-02 16:00"), 4 * HOUR) == at("2026-03-03 10:00")
    # Three hours of waiting for the customer, though the night is in between, move it by three hours.
    waited = calendar.between(at("2026-03-02 17:00"), at("2026-03-03 10:00"))
    assert calendar.add(at("2026-03-02 16:00"), 4 * HOUR + waited) == at("2026-03-03 13:00")


def test_servicenow_24_hours_from_nine_to_five_are_three_working_days() -> None:
    calendar = a_calendar("09:00-17:00", days=MONDAY_TO_FRIDAY)
    assert calendar.add(at("2026-03-05 09:00"), 24 * HOUR) == at("2026-03-09 17:00")
    assert calendar.add(at("2026-03-05 13:00"), 24 * HOUR) == at("2026-03-10 13:00")


def test_zammad_16_hours_on_days_of_eight_hours_are_two_business_days() -> None:
    calendar = a_calendar("09:00-17:00", days=MONDAY_TO_FRIDAY)
    assert calendar.add(at("2026-03-02 11:00"), 16 * HOUR) == at("2026-03-04 11:00")


def test_zammad_390_does_not_credit_a_day_that_is_closed() -> None:
    calendar = a_calendar("09:00-21:00", closed=[("2026-11-11", CHRISTMAS), ("2026-11-13", MOVING)])
    assert calendar.add(at("2026-11-09 23:00"), 48 * HOUR) == at("2026-11-15 21:00")


@pytest.mark.parametrize("hour", ["00:00", "07:59", "16:00", "17:00", "23:59"])
def test_signalen_three_days_from_friday_end_on_wednesday_whatever_the_hour(hour: str) -> None:
    assert DESK.add_days(at(f"2026-03-06 {hour}"), 3) == at("2026-03-11 17:00")


def test_signalen_one_day_from_the_weekend_ends_on_monday() -> None:
    for weekend in ("2026-03-07 00:00", "2026-03-08 23:59"):
        assert DESK.add_days(at(weekend), 1) == at("2026-03-09 17:00")


def test_an_amount_that_is_used_up_at_closing_time_ends_at_closing_time() -> None:
    assert DESK.add(at("2026-03-02 16:00"), HOUR) == at("2026-03-02 17:00")
    assert DESK.subtract(at("2026-03-03 09:00"), HOUR) == at("2026-03-03 08:00")


def test_no_amount_at_all_ends_where_it_started() -> None:
    for moment in (at("2026-03-02 09:00"), at("2026-03-02 17:00"), at("2026-03-07 12:00")):
        assert DESK.add(moment, timedelta()) == DESK.subtract(moment, timedelta()) == moment


def test_time_outside_hours_does_not_count() -> None:
    assert DESK.add(at("2026-03-06 20:00"), HOUR) == at("2026-03-09 09:00")
    assert DESK.subtract(at("2026-03-09 07:00"), HOUR) == at("2026-03-06 16:00")
    assert DESK.between(at("2026-03-06 17:00"), at("2026-03-09 08:00")) == timedelta()
    assert DESK.between(at("2026-03-06 16:00"), at("2026-03-09 09:30")) == 2.5 * HOUR


def test_what_lies_between_is_below_zero_when_the_end_comes_first() -> None:
    assert DESK.between(at("2026-03-03 10:00"), at("2026-03-02 16:00")) == -3 * HOUR


def test_lunch_does_not_count() -> None:
    calendar = a_calendar("12:30-17:00", "08:00-12:00", days=MONDAY_TO_FRIDAY)
    assert calendar.add(at("2026-03-02 11:00"), 2 * HOUR) == at("2026-03-02 13:30")
    assert calendar.add(at("2026-03-02 11:00"), HOUR) == at("2026-03-02 12:00")
    assert calendar.subtract(at("2026-03-02 13:00"), HOUR) == at("2026-03-02 11:30")
    assert calendar.closing(at("2026-03-02 09:00")) == at("2026-03-02 12:00")
    assert calendar.opening(at("2026-03-02 12:15")) == at("2026-03-02 12:30")
    assert open_hours(calendar, "2026-03-02") == 8.5


def test_it_is_open_from_the_opening_until_just_before_the_closing() -> None:
    assert [DESK.is_open(at(f"2026-03-02 {hour}")) for hour in ("07:59:59", "08:00", "16:59:59", "17:00")] == [
        False,
        True,
        True,
        False,
    ]


def test_the_opening_is_now_when_it_is_open_and_else_the_next_one() -> None:
    assert DESK.opening(at("2026-03-06 16:59")) == at("2026-03-06 16:59")
    assert DESK.opening(at("2026-03-06 17:00")) == at("2026-03-09 08:00")


def test_the_closing_is_now_when_it_is_closed_and_else_the_next_one() -> None:
    assert DESK.closing(at("2026-03-06 08:00")) == at("2026-03-06 17:00")
    assert DESK.closing(at("2026-03-06 17:00")) == at("2026-03-06 17:00")


def test_blocks_that_touch_are_open_in_one_go_also_over_midnight() -> None:
    nights = a_calendar("00:00-06:00", "22:00-24:00", "20:00-22:00")
    assert nights.closing(at("2026-03-02 21:00")) == at("2026-03-03 06:00")


def test_what_is_open_for_a_year_has_no_closing_to_tell() -> None:
    assert ALWAYS.closing(at("2026-03-02 12:00")) is None
    assert a_calendar("00:00-24:00", closed=[("2026-12-25", CHRISTMAS)]).closing(at("2026-03-02")) == at("2026-12-25")


# Closed days.


def test_a_holiday_and_a_closure_of_ones_own_do_not_count() -> None:
    calendar = a_calendar(
        "08:00-17:00", days=MONDAY_TO_FRIDAY, closed=[("2026-12-25", CHRISTMAS), ("2026-12-28", MOVING)]
    )
    assert calendar.add(at("2026-12-24 16:00"), 2 * HOUR) == at("2026-12-29 09:00")
    assert calendar.subtract(at("2026-12-29 09:00"), 2 * HOUR) == at("2026-12-24 16:00")
    assert calendar.add_days(at("2026-12-24 16:00"), 1) == at("2026-12-29 17:00")
    assert calendar.add_days(at("2026-12-25 16:00"), 2) == at("2026-12-30 17:00")
    assert not calendar.is_open(at("2026-12-28 12:00"))


def test_a_day_in_the_list_twice_is_closed_for_the_first_reason() -> None:
    calendar = a_calendar("08:00-17:00", closed=[("2026-12-25", CHRISTMAS), ("2026-12-25", MOVING)])
    assert calendar.closed == {date(2026, 12, 25): CHRISTMAS}


# Zones and clocks that change.


def test_moments_of_any_zone_are_taken_and_moments_in_utc_given() -> None:
    new_york = a_calendar("09:00-17:00", days=MONDAY_TO_FRIDAY, zone="America/New_York")
    due = new_york.add(at("2026-03-02 22:30"), HOUR)  # it is half past four in New York
    assert (due, due.tzinfo) == (datetime(2026, 3, 3, 14, 30, tzinfo=UTC), UTC)
    assert new_york.add_days(at("2026-03-03 04:00"), 1) == at("2026-03-03 17:00", "America/New_York")


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        (AMSTERDAM, "2026-03-29", 23),
        (AMSTERDAM, "2026-10-25", 25),
        ("America/New_York", "2026-03-08", 23),
        ("America/Havana", "2026-03-08", 23),  # It is midnight itself that is skipped here.
        ("Asia/Beirut", "2026-10-25", 24),  # The doubled hour is the last one of the day before.
        ("Asia/Beirut", "2026-10-24", 25),
        ("Australia/Lord_Howe", "2026-04-05", 24.5),
        ("Australia/Lord_Howe", "2026-10-04", 23.5),
    ],
)
def test_round_the_clock_a_day_has_as_many_hours_as_really_pass(zone: str, day: str, hours: float) -> None:
    assert open_hours(a_calendar("00:00-24:00", zone=zone), day) == hours
    assert open_hours(a_calendar("08:00-17:00", zone=zone), day) == 9


def test_round_the_clock_24_hours_end_at_another_hour_when_the_clock_has_changed() -> None:
    assert ALWAYS.add(at("2026-03-28 12:00"), 24 * HOUR) == at("2026-03-29 13:00")
    assert ALWAYS.add(at("2026-10-24 12:00"), 24 * HOUR) == at("2026-10-25 11:00")
    assert ALWAYS.subtract(at("2026-03-29 13:00"), 24 * HOUR) == at("2026-03-28 12:00")
    assert ALWAYS.between(at("2026-03-29 01:00"), at("2026-03-29 04:00")) == 2 * HOUR


def test_office_hours_do_not_notice_that_the_clock_has_changed() -> None:
    assert DESK.add(at("2026-03-27 16:00"), 4 * HOUR) == datetime(2026, 3, 30, 9, tzinfo=UTC)
    assert DESK.add(at("2026-10-23 16:00"), 4 * HOUR) == datetime(2026, 10, 26, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("block", "skipped", "doubled"),
    [
        ("01:00-02:30", 1, 1.5),
        ("02:30-04:00", 1, 2.5),
        ("02:00-03:00", 0, 2),
        ("02:15-02:45", 0, 0.5),  # Of a doubled hour the first pass is meant.
    ],
)
def test_a_block_may_start_or_end_in_the_hour_that_is_skipped_or_doubled(
    block: str, skipped: float, doubled: float
) -> None:
    calendar = a_calendar(block)
    assert (open_hours(calendar, "2026-03-29"), open_hours(calendar, "2026-10-25")) == (skipped, doubled)


def test_a_day_whose_only_block_is_skipped_is_no_working_day() -> None:
    assert a_calendar("02:15-02:45").add_days(at("2026-03-28 12:00"), 1) == at("2026-03-30 02:45")


def test_a_clock_that_goes_back_over_midnight_does_not_close_a_day_that_has_begun() -> None:
    sundays = a_calendar("00:00-24:00", days=["sun"], zone="America/St_Johns")
    begun = datetime(2010, 11, 7, 2, 30, tzinfo=UTC)
    on_saturday_again = at("2010-11-06 23:30", "America/St_Johns").replace(fold=1)
    assert sundays.opening(at("2010-11-05 12:00")) == begun
    assert sundays.is_open(on_saturday_again)
    assert sundays.between(begun, on_saturday_again) == HOUR / 2
    assert sundays.subtract(on_saturday_again, HOUR / 2) == begun


# Explanations.


def test_every_stretch_that_is_closed_says_why() -> None:
    calendar = a_calendar(
        "08:00-12:00",
        "12:00-17:00",
        closed=[("2026-12-25", CHRISTMAS), ("2026-12-26", CHRISTMAS), ("2026-12-27", MOVING)],
    )
    assert calendar.stretches(at("2026-12-24 16:00"), at("2026-12-28 09:00")) == [
        Stretch(at("2026-12-24 16:00"), at("2026-12-24 17:00")),
        Stretch(at("2026-12-24 17:00"), at("2026-12-25"), OUTSIDE_HOURS),
        Stretch(at("2026-12-25"), at("2026-12-27"), CHRISTMAS),
        Stretch(at("2026-12-27"), at("2026-12-28"), MOVING),
        Stretch(at("2026-12-28"), at("2026-12-28 08:00"), OUTSIDE_HOURS),
        Stretch(at("2026-12-28 08:00"), at("2026-12-28 09:00")),
    ]


def test_a_whole_weekend_is_one_stretch_and_no_time_is_none() -> None:
    friday, monday = at("2026-03-06 17:00"), at("2026-03-09 08:00")
    assert DESK.stretches(friday, monday) == [Stretch(friday, monday, OUTSIDE_HOURS)]
    assert [stretch.open for stretch in DESK.stretches(friday - HOUR, monday + HOUR)] == [True, False, True]
    assert DESK.stretches(friday, friday) == []


# What is refused.


def test_a_search_that_goes_on_for_ten_years_is_given_up() -> None:
    monday = date(2026, 3, 2)
    mondays = {monday + timedelta(weeks=n): MOVING for n in range(600)}
    calendar = Calendar(ZoneInfo(AMSTERDAM), {0: ((480, 1020),)}, mondays)
    start, end = at("2026-03-01 12:00"), at("2037-01-01 12:00")
    searches: list[Callable[[], datetime]] = [
        lambda: calendar.opening(start),
        lambda: calendar.add(start, HOUR),
        lambda: calendar.add_days(start, 1),
        lambda: calendar.subtract(end, HOUR),
        lambda: ALWAYS.add(start, timedelta.max),
    ]
    for search in searches:
        with pytest.raises(Invalid) as refusal:
            search()
        assert refusal.value.args == (
            "This calendar is not open that long in ten years; look at its hours, its closed days and the amount.",
            {},
        )
    assert not calendar.is_open(start)
    assert calendar.between(start, end) == timedelta()


def test_a_moment_without_a_zone_or_an_amount_below_zero_is_a_mistake_of_the_caller() -> None:
    naive, moment = datetime(2026, 3, 2, 12), at("2026-03-02 12:00")  # noqa: DTZ001 - this is what is refused
    mistakes: list[tuple[str, Callable[[], object]]] = [
        ("Give a moment with its zone.", lambda: DESK.add(naive, HOUR)),
        ("Give a moment with its zone.", lambda: DESK.between(moment, naive)),
        ("Give a moment with its zone.", lambda: DESK.is_open(naive)),
        ("Give an amount of zero or more.", lambda: DESK.add(moment, -HOUR)),
        ("Give an amount of zero or more.", lambda: DESK.subtract(moment, -HOUR)),
        ("Give one working day or more.", lambda: DESK.add_days(moment, 0)),
        ("Give an end that is not before the start.", lambda: DESK.stretches(moment, moment - HOUR)),
    ]
    for message, mistake in mistakes:
        with pytest.raises(ValueError, match=f"^{message}$"):
            mistake()
