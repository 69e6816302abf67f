"""Dates, durations and numbers in words people use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from services.gateway.portal import format, language
from services.shared.kit.config import Config

TODAY = date(2026, 12, 3)


@contextmanager
def reading(chosen: str) -> Iterator[None]:
    """A page in this language."""
    app = Flask(__name__)
    app.config["BALIE"] = Config(language=chosen)
    language.set_up(app)
    with app.test_request_context():
        yield


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [
        ("2026-12-03T13:00:00+00:00", "donderdag 3 december, 14:00", "Thursday 3 December, 14:00"),
        ("2026-07-01T22:30:00+00:00", "donderdag 2 juli, 00:30", "Thursday 2 July, 00:30"),
        ("2025-12-31T23:30:00+00:00", "donderdag 1 januari, 00:30", "Thursday 1 January, 00:30"),
        ("2025-01-06T08:05:00+01:00", "maandag 6 januari 2025, 08:05", "Monday 6 January 2025, 08:05"),
        (None, "", ""),
    ],
)
def test_a_moment_is_said_on_the_desks_clock(value: str | None, dutch: str, english: str) -> None:
    with reading("nl"):
        assert format.moment(value, TODAY) == dutch
    with reading("en"):
        assert format.moment(value, TODAY) == english


@pytest.mark.parametrize(
    ("passed", "dutch", "english"),
    [
        (timedelta(seconds=20), "zojuist", "just now"),
        (timedelta(seconds=-5), "zojuist", "just now"),
        (timedelta(minutes=12), "12 min", "12 min"),
        (timedelta(hours=1, minutes=50), "1 uur", "1 hour"),
        (timedelta(hours=5), "5 uur", "5 hours"),
        (timedelta(days=1, hours=23), "1 dag", "1 day"),
        (timedelta(days=13), "13 dagen", "13 days"),
        (timedelta(days=15), "2 weken", "2 weeks"),
    ],
)
def test_an_age_has_one_unit(passed: timedelta, dutch: str, english: str) -> None:
    at = datetime(2026, 12, 3, 13, 0, tzinfo=UTC)
    for chosen, said in (("nl", dutch), ("en", english)):
        with reading(chosen):
            assert format.age((at - passed).isoformat(), at) == said


@pytest.mark.parametrize(
    ("seconds", "dutch"),
    [
        (None, ""),
        (0, "0 seconden"),
        (1, "1 seconde"),
        (60, "1 minuut"),
        (3600, "1 uur"),
        (7500, "2 uur 5 minuten"),
        (100800, "1 dag 4 uur"),
        (86400 * 7 + 59, "7 dagen"),
        (86400 + 60, "1 dag"),
        (86400 * 3 + 3600 * 2 + 600, "3 dagen 2 uur"),
    ],
)
def test_a_duration_has_at_most_two_units_that_follow_each_other(seconds: int | None, dutch: str) -> None:
    with reading("nl"):
        assert format.duration(seconds) == dutch


def test_numbers_have_the_readers_separators() -> None:
    with reading("nl"):
        assert format.number(1234567) == "1.234.567"
        assert format.number(4.25, 1) == "4,2"
        assert format.number(None) == ""
        assert format.percentage(1, 3) == "33%"
        assert format.percentage(0, 0) == ""
        assert format.day("2026-12-03") == "3 december 2026"
    with reading("en"):
        assert format.number(1234567.5, 1) == "1,234,567.5"
        assert format.day(TODAY) == "3 December 2026"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("Stadhuis", "Stadhuis"),
        ("Stadhuis › 2e verdieping", "Stadhuis › 2e verdieping"),
        ("Stadhuis › 2e verdieping › Kamer 2.14", "Stadhuis › Kamer 2.14"),
    ],
)
def test_a_narrow_column_shows_the_ends_of_a_path(path: str, shown: str) -> None:
    assert format.ends(path) == shown


@pytest.mark.parametrize(("path", "shown"), [("Stadhuis › 2 › Kamer 2", "Stadhuis › 2"), ("Stadhuis", "")])
def test_beside_its_name_a_place_tells_what_it_is_part_of(path: str, shown: str) -> None:
    assert format.around(path) == shown
