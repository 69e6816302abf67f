"""What one notification adds to the figures of each day of the desk."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from services.reporting.domain.figures import Counted, Fact, contributions, rating_adds

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NEW = Fact(
    number="M26-000001",
    kind="wish",
    level="click",
    channel="portal",
    organisation="GEM",
    location=None,
    catalogue_item=None,
    registered_at=datetime(2026, 3, 2, 9, tzinfo=AMSTERDAM),
)


def at(day: int) -> datetime:
    """Noon on a day of March."""
    return datetime(2026, 3, day, 12, tzinfo=AMSTERDAM)


def added(fact: Fact) -> dict[tuple[str, int, str], int]:
    """What a fact adds, by figure, day of March, and code."""
    return {(what, day.day, code): count for (what, day, code), count in contributions(fact, AMSTERDAM).items()}


RECEIVED = {("received_per_kind", 2, "wish"): 1, ("received_per_level", 2, "click"): 1, ("open", 2, ""): 1}


def test_a_new_one_is_received_and_open() -> None:
    assert added(NEW) == RECEIVED


def test_one_that_went_the_whole_way() -> None:
    fact = replace(
        NEW, forwarded_at=at(3), ready_at=at(4), seconds_to_ready=1, closed_at=at(5), score=4, rated_at=at(6)
    )
    assert added(fact) == RECEIVED | {
        ("forwarded", 3, ""): 1,
        ("ready", 4, ""): 1,
        ("open", 4, ""): -1,
        ("ratings", 6, ""): 1,
        ("scores", 6, ""): 4,
    }


def test_one_that_the_desk_solved_is_counted_apart() -> None:
    fact = replace(NEW, ready_at=at(3), first_line=True)
    assert added(fact) == RECEIVED | {("ready", 3, ""): 1, ("solved_at_desk", 3, ""): 1, ("open", 3, ""): -1}


def test_what_is_asked_for_and_what_became_of_a_suggestion_are_counted() -> None:
    lamp = replace(NEW, catalogue_item="lamp-kapot")
    assert added(lamp) == RECEIVED | {("item_asked", 2, "lamp-kapot"): 1}
    corrected = replace(NEW, suggested_kind="malfunction", suggested_item="lamp-kapot")
    assert added(corrected) == RECEIVED | {
        ("suggested_kind", 2, "malfunction>wish"): 1,
        ("suggested_item", 2, "lamp-kapot>"): 1,
    }


def test_a_reader_counts_once_by_what_was_said_last() -> None:
    day = date(2026, 3, 2)
    for helped, before, rated, answered in (
        (True, None, 1, 1),
        (False, None, 1, 0),
        (True, False, 0, 1),
        (False, True, 0, -1),
        (True, True, 0, 0),
    ):
        counted = rating_adds("te-koud", helped, before, day)
        assert counted[Counted("article_rated", day, "te-koud")] == rated
        assert counted[Counted("answered_by_click", day, "te-koud")] == answered


def test_one_that_is_done_the_same_day_leaves_as_many_open() -> None:
    assert added(replace(NEW, cancelled_at=at(2)))["open", 2, ""] == 0


def test_one_that_is_ready_and_cancelled_stops_being_open_once() -> None:
    for first, second in ((at(4), at(5)), (at(5), at(4))):
        fact = replace(NEW, ready_at=first, cancelled_at=second)
        assert {key: count for key, count in added(fact).items() if key[0] == "open"} == {
            ("open", 2, ""): 1,
            ("open", 4, ""): -1,
        }


def test_nothing_stops_being_open_before_it_was_registered() -> None:
    assert NEW.finished_at is None
    assert replace(NEW, ready_at=at(1)).finished_at == NEW.registered_at


def test_a_day_is_one_of_the_desks_zone() -> None:
    late = replace(NEW, registered_at=datetime.fromisoformat("2026-03-28T23:30:00+00:00"))
    assert contributions(late, AMSTERDAM) == Counter(
        {
            Counted("received_per_kind", date(2026, 3, 29), "wish"): 1,
            Counted("received_per_level", date(2026, 3, 29), "click"): 1,
            Counted("open", date(2026, 3, 29), ""): 1,
        }
    )
