"""A calendar is read from plain values, and all that is wrong with them is said at once."""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from services.shared.calendar import Calendar
from services.shared.errors import Invalid

AMSTERDAM = "Europe/Amsterdam"
CHRISTMAS = {"nl": "Kerstmis", "en": "Christmas"}
HOURS = {"mon": [["08:00", "17:00"]]}


def refused(told: dict[str, Any]) -> dict[str, Any]:
    """What is wrong with it, per field."""
    with pytest.raises(Invalid) as refusal:
        Calendar.read(told)
    assert refusal.value.message == "This calendar cannot be used; see the errors per field."
    return refusal.value.errors


def test_a_calendar_reads_what_it_is_told() -> None:
    hours = {"sat": [["20:00", "24:00"], ["09:30", "12:00"]], "sun": []}
    closed = [{"day": "2026-12-25", "why": CHRISTMAS}]
    assert Calendar.read({"zone": AMSTERDAM, "hours": hours, "closed": closed}) == Calendar(
        ZoneInfo(AMSTERDAM), {5: ((570, 720), (1200, 1440)), 6: ()}, {date(2026, 12, 25): CHRISTMAS}
    )
    assert Calendar.read({"zone": AMSTERDAM, "hours": hours}).closed == {}


@pytest.mark.parametrize("hours", [None, [], {}, {"mon": []}, {"mon": [], "tue": []}])
def test_a_calendar_that_never_opens_is_refused(hours: Any) -> None:
    assert refused({"zone": AMSTERDAM, "hours": hours}) == {
        "hours": ["This calendar never opens; give at least one day hours, as 08:00–17:00."]
    }


def test_blocks_that_overlap_are_refused_each_pair_of_them() -> None:
    blocks = [["11:30", "13:00"], ["08:00", "17:00"], ["16:59", "18:00"], ["18:00", "24:00"]]
    advice = "overlap; end the one before the other starts, or make them one."
    assert refused({"zone": AMSTERDAM, "hours": {"mon": blocks, "tue": [["08:00", "12:00"], ["12:00", "17:00"]]}}) == {
        "hours": {
            "mon": [
                f"On Monday 08:00–17:00 and 11:30–13:00 {advice}",
                f"On Monday 08:00–17:00 and 16:59–18:00 {advice}",
            ]
        }
    }


def test_everything_that_is_wrong_is_said_at_once() -> None:
    hours = {
        "maandag": [["08:00", "17:00"]],
        "tue": "08:00-17:00",
        "wed": [["17:00", "08:00"], ["8:30", "12:00"], ["00:00", "00:00"], ["12:00"], ["09:00", "25:00"], None],
        "thu": [["08:00", "17:00"]],
    }
    closed = [{"day": "2026-12-25", "why": CHRISTMAS}, {"day": "2026-02-30", "why": CHRISTMAS}, {"why": "vrij"}, 5]
    closed.append({"day": "2026-12-26", "why": {"nl": "Kerstmis", "en": " "}})
    unexplained = ["It is not said why this day is closed; give that in both languages, as {'nl': …, 'en': …}."]
    nothing = ["None is not a date; write year, month and day, as '2026-12-25'."]
    assert refused({"zone": "Europe/Delft", "hours": hours, "closed": closed}) == {
        "zone": ["'Europe/Delft' is not a time zone; give one of the IANA list, as 'Europe/Amsterdam'."],
        "hours": {
            "maandag": ["'maandag' is not a day of the week; use one of mon, tue, wed, thu, fri, sat, sun."],
            "tue": ["The hours of Tuesday are not a list; give its blocks, as [['08:00', '17:00']]."],
            "wed": [
                "On Wednesday 17:00–08:00 does not end after it starts; put what is past midnight on the next day.",
                "On Wednesday 8:30–12:00 is not a block; give its start and end, as 08:00 and 17:00.",
                "On Wednesday 00:00–00:00 does not end after it starts; put what is past midnight on the next day.",
                "On Wednesday 12:00 is not a block; give its start and end, as 08:00 and 17:00.",
                "On Wednesday 09:00–25:00 is not a block; give its start and end, as 08:00 and 17:00.",
                "On Wednesday None is not a block; give its start and end, as 08:00 and 17:00.",
            ],
        },
        "closed": {
            "1": {"day": ["'2026-02-30' is not a date; write year, month and day, as '2026-12-25'."]},
            "2": {"day": nothing, "why": unexplained},
            "3": {"day": nothing, "why": unexplained},
            "4": {"why": unexplained},
        },
    }


@pytest.mark.parametrize("zone", [None, 1, "", "Europe", "right/Europe/Amsterdam", "../../etc/passwd", ["UTC"]])
def test_a_zone_is_one_of_the_list(zone: Any) -> None:
    errors = [f"{zone!r} is not a time zone; give one of the IANA list, as 'Europe/Amsterdam'."]
    assert refused({"zone": zone, "hours": HOURS}) == {"zone": errors}


def test_closed_days_are_a_list() -> None:
    assert refused({"zone": AMSTERDAM, "hours": HOURS, "closed": {"2026-12-25": "x"}}) == {
        "closed": ["The closed days are not a list; give each as {'day': '2026-12-25', 'why': {'nl': …, 'en': …}}."]
    }
