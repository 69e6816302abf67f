"""Calendars by the keeper's hand: hours, holidays and closures, the year they make, and what customers are told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import time_machine
from flask import Flask

from services.gateway.portal.calendar_form import as_time, changed_hours, closed_days
from services.gateway.portal.calendar_year import closures, closures_in, months_of, tally
from tests.gateway.builders import FakeBus
from tests.gateway.portal.fields import filled_in, last
from tests.gateway.portal.reader import Reader

pytestmark = pytest.mark.usefixtures("accounts", "kept")
# A Friday morning at ten in Amsterdam.
FRIDAY = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
EASTER = {"nl": "Tweede paasdag", "en": "Easter Monday"}
DAY = {"nl": "Studiedag", "en": "Training day"}
OFFICE = {
    "zone": "Europe/Amsterdam",
    "hours": {day: [["08:00", "17:00"]] for day in ("mon", "tue", "wed", "thu", "fri")},
    "closed": [{"day": "2026-04-06", "why": EASTER}, {"day": "2026-11-28", "why": DAY}],
}
HERE = "/keep/calendars/code/KANTOOR"


@pytest.fixture(autouse=True)
def _on_friday() -> Iterator[None]:
    with time_machine.travel(FRIDAY, tick=False):
        yield


@pytest.fixture
def calendar(hans: Reader) -> Reader:
    """A keeper who has just made a calendar."""
    hans.see("/keep/calendars")
    assert "No calendars yet" in hans.page
    hans.see("/keep/calendars/new")
    typed = filled_in(hans) | {"code": "KANTOOR", "name.nl": "Kantooruren", "name.en": "Office hours"}
    hans.send("/keep/calendars/new", **typed, do="save")
    assert (hans.at, "The calendar is saved." in hans.page) == (HERE, True)
    return hans


def test_a_new_calendar_has_the_hours_that_were_typed(calendar: Reader, bus: FakeBus) -> None:
    definition, seen = last(bus, "define_calendar")
    assert seen == ""
    assert definition == OFFICE | {
        "code": "KANTOOR",
        "name": {"nl": "Kantooruren", "en": "Office hours"},
        "closed": [],
        "default": False,
    }
    page = calendar.see("/keep/calendars")
    assert "the usual one" in page
    assert "<span>Mon–Fri</span> 08:00–17:00" in page
    assert "0 closed days in 2026" in page


def test_what_the_form_shows_is_what_it_sends_back(calendar: Reader, bus: FakeBus) -> None:
    made = last(bus, "define_calendar")[0]
    calendar.see(f"{HERE}/hours")
    calendar.send(f"{HERE}/hours", **filled_in(calendar), do="save")
    again, seen = last(bus, "define_calendar")
    assert again == made | {"default": True}
    assert len(seen) == 24


def test_hours_are_added_taken_away_and_taken_over_with_everything_typed(calendar: Reader, bus: FakeBus) -> None:
    calendar.see(f"{HERE}/hours")
    calendar.send(f"{HERE}/hours", **filled_in(calendar), do="add.mon")
    assert re.search(r'id="f-hours-mon-1-0"[^>]* autofocus', calendar.page)
    typed = filled_in(calendar) | {"hours.mon.0.1": "1230", "hours.mon.1.0": "13u", "hours.mon.1.1": "17"}
    calendar.send(f"{HERE}/hours", **typed, do="copy.tue")
    calendar.send(f"{HERE}/hours", **filled_in(calendar), do="remove.wed.0")
    calendar.send(f"{HERE}/hours", **filled_in(calendar), do="save")
    hours = last(bus, "define_calendar")[0]["hours"]
    both = [["08:00", "12:30"], ["13:00", "17:00"]]
    assert hours == {"mon": both, "tue": both, "thu": [["08:00", "17:00"]], "fri": [["08:00", "17:00"]]}


WRONG: list[tuple[dict[str, str], str, str]] = [
    (
        {"hours.mon.0.1": "7:00"},
        "Monday: On Monday 08:00–07:00 does not end after it starts; put what is past midnight on the next day.",
        "hours-mon",
    ),
    ({"hours.tue.0.1": ""}, "Tuesday: Fill this in.", "hours-tue"),
    (
        {"hours.fri.0.1": "25:00"},
        "Friday: On Friday 08:00–25:00 is not a block; give its start and end, as 08:00 and 17:00.",
        "hours-fri",
    ),
    (
        {"zone": "Europe/Delft"},
        "Time zone: 'Europe/Delft' is not a time zone; give one of the IANA list, as 'Europe/Amsterdam'.",
        "zone",
    ),
    ({"name.en": ""}, "Name in English: Fill this in.", "name-en"),
    (
        {f"hours.{day}.0.{end}": "" for day in ("mon", "tue", "wed", "thu", "fri") for end in (0, 1)},
        "This calendar never opens; give at least one day hours, as 08:00–17:00.",
        "hours",
    ),
]


def test_what_is_wrong_is_said_beside_the_day_and_nothing_typed_is_lost(calendar: Reader) -> None:
    for typed, said, at in WRONG:
        calendar.see(f"{HERE}/hours")
        calendar.send(f"{HERE}/hours", 422, **filled_in(calendar) | typed, do="save")
        assert f'<a href="#f-{at}">{said}</a>' in calendar.page
        assert f'id="f-{at}"' in calendar.page
        shown = filled_in(calendar)
        assert {name: shown[name][0] for name in typed} == {name: as_time(text) for name, text in typed.items()}
    calendar.see(HERE)
    assert "Mon–Fri</span> 08:00–17:00" in calendar.page


def test_overlapping_hours_are_refused_in_the_readers_language(calendar: Reader) -> None:
    calendar.see(f"{HERE}/hours")
    calendar.send("/language", language="nl", next=f"{HERE}/hours")
    calendar.send(f"{HERE}/hours", **filled_in(calendar), do="add.mon")
    typed = filled_in(calendar) | {"hours.mon.1.0": "16:00", "hours.mon.1.1": "18:00"}
    calendar.send(f"{HERE}/hours", 422, **typed, do="save")
    assert "Op maandag overlappen 08:00–17:00 en 16:00–18:00; laat de ene eindigen" in calendar.page


def test_who_saw_an_earlier_calendar_does_not_overwrite_a_later_one(calendar: Reader) -> None:
    calendar.see(f"{HERE}/hours")
    stale = filled_in(calendar)
    calendar.send(f"{HERE}/hours", **stale | {"name.en": "Desk hours"}, do="save")
    refused = calendar.send(f"{HERE}/hours", 409, **stale | {"name.en": "Mine"}, do="save")
    assert "Somebody else changed KANTOOR meanwhile." in refused
    assert filled_in(calendar)["name.en"] == ["Mine"]
    # Sending it once more does not overwrite it either.
    calendar.send(f"{HERE}/hours", 409, **filled_in(calendar), do="save")
    assert "Desk hours 2026" in calendar.see(HERE)
    calendar.see("/keep/calendars/new")
    typed = filled_in(calendar) | {"code": "KANTOOR", "name.nl": "Nog een", "name.en": "Another"}
    calendar.send("/keep/calendars/new", 409, **typed, do="save")
    assert "There is a calendar KANTOOR already. Choose another code." in calendar.page


def test_holidays_are_shown_one_by_one_and_those_chosen_are_added(calendar: Reader, bus: FakeBus) -> None:
    page = calendar.see(f"{HERE}/holidays?country=NL&year=2026")
    assert '<option value="NL" selected>Netherlands</option>' in page
    assert re.search(r'value="2026-04-27" checked>.*?Monday 27 April</span><span>King', page, re.DOTALL)
    # Easter Sunday is closed anyway, so it is not ticked beforehand.
    assert 'value="2026-04-05">' in page
    chosen = {"country": "NL", "year": "2026", "day": ["2026-04-27", "2026-12-25"]}
    calendar.send(f"{HERE}/holidays", **chosen, seen=mark_in(calendar))
    assert "2 closed days are added." in calendar.page
    assert [one["day"] for one in last(bus, "define_calendar")[0]["closed"]] == ["2026-04-27", "2026-12-25"]
    page = calendar.see(f"{HERE}/holidays?year=2026")
    assert 'value="2026-04-27" checked disabled>' in page
    assert "closed already" in page
    # A button that was pressed twice closes no day twice.
    calendar.send(f"{HERE}/holidays", **chosen, seen=mark_in(calendar))
    assert "These days were closed already." in calendar.page
    assert [said.method for said in bus.said].count("define_calendar") == 2
    calendar.see(f"{HERE}/holidays?year=2026")
    calendar.send(f"{HERE}/holidays", 422, **chosen | {"day": []}, seen=mark_in(calendar))
    assert "Choose one holiday or more." in calendar.page
    page = calendar.see(f"{HERE}/holidays?country=XX&year=3000")
    assert 'href="#f-year"' in page


def mark_in(reader: Reader) -> str:
    found = re.search(r'name="seen" value="(\w+)"', reader.page)
    assert found
    return found[1]


def test_a_closure_is_a_day_or_a_span_and_is_taken_away_again(calendar: Reader, bus: FakeBus) -> None:
    calendar.see(f"{HERE}?year=2027")
    why = {"why.nl": "Kerstsluiting", "why.en": "Christmas closure"}
    calendar.send(HERE, first="2026-12-24", last="2027-01-02", **why, seen=mark_in(calendar))
    assert "10 closed days are added." in calendar.page
    assert "Thursday 24 December – Saturday 2 January 2027" in calendar.page
    calendar.send(HERE, first="2026-12-23", last="2026-12-24", **why, seen=mark_in(calendar))
    assert "1 closed day is added. The others were closed already." in calendar.page
    assert "(11 days)" in calendar.page
    calendar.send(HERE, open="2026-12-23/2027-01-02", seen=mark_in(calendar))
    assert last(bus, "define_calendar")[0]["closed"] == []
    assert "No closed days in this year yet." in calendar.page


def test_a_closure_that_is_wrong_is_told_beside_its_fields(calendar: Reader) -> None:
    calendar.see(HERE)
    calendar.send(HERE, 422, **{"first": "2026-12-24", "last": "2026-12-01", "why.nl": "Kerst", "why.en": ""})
    assert "Last day: This is before the first day." in calendar.page
    assert "Reason in English: Fill this in." in calendar.page
    assert 'value="Kerst"' in calendar.page


def test_days_that_no_year_shows_are_neither_closed_nor_counted_out(calendar: Reader, bus: FakeBus) -> None:
    calendar.see(HERE)
    why = {"why.nl": "Kerst", "why.en": "Christmas"}
    for day in ("1999-12-31", "9999-12-31"):
        calendar.send(HERE, 422, first=day, last="", **why, seen=mark_in(calendar))
        assert "First day: Give a day from 2000 to 2099." in calendar.page
    calendar.send(HERE, first="2026-12-25", last="", **why, seen=mark_in(calendar))
    seen = mark_in(calendar)
    calendar.send(HERE, open="0001-01-01/9999-12-31", seen=seen)
    assert last(bus, "define_calendar")[0]["closed"] == []
    calendar.send(HERE, 409, open="9999-12-31/9999-12-31", seen=seen)
    assert "Office hours 2099" in calendar.page


def test_a_closed_day_is_what_the_first_page_tells_with_the_moment_it_opens(calendar: Reader, carla: Reader) -> None:
    assert "De servicedesk is nu open, tot 17:00 uur." in carla.see("/")
    calendar.see(HERE)
    why = {"why.nl": "Studiedag", "why.en": "Training day"}
    calendar.send(HERE, first="2026-11-27", last="", **why, seen=mark_in(calendar))
    assert "De servicedesk is nu gesloten en opent maandag 30 november, 08:00" in carla.see("/")
    calendar.send(HERE, open="2026-11-27/2026-11-27", seen=mark_in(calendar))
    assert "De servicedesk is nu open, tot 17:00 uur." in carla.see("/")


def test_the_year_shows_each_day_in_words_and_turns(calendar: Reader) -> None:
    calendar.see(HERE)
    why = {"why.nl": "Studiedag", "why.en": "Training day"}
    page = calendar.send(HERE, first="2026-11-26", last="", **why, seen=mark_in(calendar))
    assert '<td class="is-shut" title="Training day">26<span class="unseen"> Training day</span></td>' in page
    assert '<td class="is-open is-today">27<span class="unseen"> open, today</span></td>' in page
    assert '<td class="is-free">28<span class="unseen"> closed every week</span></td>' in page
    assert page.count('<table class="month">') == 12
    assert f'href="{HERE}?year=2025"' in page
    assert f'href="{HERE}?year=2027"' in page
    assert "Office hours 2099" in calendar.see(f"{HERE}?year=9999")
    assert "Office hours 2026" in calendar.see(f"{HERE}?year=soon")
    calendar.see("/keep/calendars/code/NIETS", 404)


def test_only_keepers_come_here(carla: Reader, anna: Reader) -> None:
    for address in ("/keep/calendars", "/keep/calendars/new", HERE, f"{HERE}/hours", f"{HERE}/holidays"):
        carla.see(address, 403)
        anna.see(address, 403)


def test_a_year_counts_its_days_by_what_they_are() -> None:
    months = months_of(OFFICE, 2026)
    assert tally(months) == {"open": 260, "free": 103, "shut": 2}
    assert [len(month.weeks) for month in months][:2] == [5, 5]


def test_days_in_a_row_for_one_reason_are_one_closure() -> None:
    days = [("2026-12-31", DAY), ("2027-01-01", DAY), ("2027-01-02", EASTER), ("2027-01-04", EASTER)]
    told = OFFICE | {"closed": [{"day": day, "why": why} for day, why in days]}
    assert [(one.span, one.days) for one in closures(told)] == [
        ("2026-12-31/2027-01-01", 2),
        ("2027-01-02/2027-01-02", 1),
        ("2027-01-04/2027-01-04", 1),
    ]
    assert [one.first for one in closures_in(told, 2026)] == [date(2026, 12, 31)]
    assert len(closures_in(told, 2027)) == 3


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("8", "08:00"),
        ("830", "08:30"),
        ("8.30", "08:30"),
        ("8u30", "08:30"),
        ("24:00", "24:00"),
        ("25:00", "25:00"),
        ("noon", "noon"),
        ("", ""),
    ],
)
def test_a_time_is_read_as_people_write_one(typed: str, read: str) -> None:
    assert as_time(typed) == read


def test_another_button_changes_no_hours() -> None:
    hours = {"mon": [["08:00", "17:00"]], "sun": []}
    assert changed_hours(hours, "save") is None
    assert changed_hours(hours, "remove.mon.7") == "hours.mon.0.0"
    assert changed_hours(hours, "remove.sun.0") == "hours.sun"
    assert hours == {"mon": [["08:00", "17:00"]], "sun": []}


def test_a_closure_lasts_a_year_at_most(app: Flask) -> None:
    with app.test_request_context():
        days, problems = closed_days({"first": "2026-01-01", "last": "2027-01-02", "why.nl": "Dicht", "why.en": "Shut"})
    assert (days, list(problems.fields)) == ([], ["last"])
