"""Calendars and service levels: what counts for what names none, what is refused, and the moment that follows."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from services.catalog import views
from services.catalog.storage.work import CatalogWork
from services.catalog.use_cases.levels import define_calendar, define_service_level, list_holidays
from services.shared.contracts.service_levels import DefineCalendar, DefineServiceLevel
from services.shared.errors import Forbidden, Invalid
from services.shared.kit.config import Config
from services.shared.vocabulary import Weight
from tests.catalog.builders import NOW, catalog, lay_the_ground, looking, published, refusal_of
from tests.desk import AGENT, CUSTOMER, MANAGER

NAME = {"nl": "Kantooruren", "en": "Office hours"}
WEEK = {day: [["08:00", "12:30"], ["13:00", "17:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
EASTER = [{"day": "2026-04-06", "why": {"nl": "Tweede paasdag", "en": "Easter Monday"}}]


def a_calendar(code: str = "KANTOOR", **different: Any) -> dict[str, Any]:
    """Office hours in Amsterdam, as the door hands them to the use case."""
    told: dict[str, Any] = DefineCalendar().load(
        {"code": code, "name": NAME, "hours": WEEK, "closed": EASTER} | different
    )
    return told


def a_service_level(**different: Any) -> dict[str, Any]:
    """A matrix that knows one priority."""
    matrix = [{"impact": i, "urgency": u, "priority": "p3"} for i in Weight for u in Weight]
    told: dict[str, Any] = DefineServiceLevel().load(
        {"code": "STANDAARD", "name": NAME, "matrix": matrix, "targets": []} | different
    )
    return told


def test_the_first_calendar_counts_for_what_names_none_until_another_takes_over(config: Config) -> None:
    with catalog(config, MANAGER) as work:
        assert define_calendar(work, a_calendar(), NOW)["default"] is True
        define_calendar(work, a_calendar("AVOND"), NOW)
        assert defaults(work) == {"KANTOOR": True, "AVOND": False}
        told = dict(work.journal.told)["calendar_defined"]
        assert (told["code"], told["hours"]["mon"], told["closed"], told["default"]) == (
            "AVOND",
            [["08:00", "12:30"], ["13:00", "17:00"]],
            EASTER,
            False,
        )
    with catalog(config, MANAGER) as work:
        define_calendar(work, a_calendar("AVOND", default=True), NOW)
        assert defaults(work) == {"KANTOOR": False, "AVOND": True}
        of_none = work.calendars.of(None)
        assert of_none is not None
        assert of_none["code"] == "AVOND"


def defaults(work: CatalogWork) -> dict[str, bool]:
    """Which calendar is the default."""
    work.session.flush()
    return {one["code"]: one["default"] for one in work.calendars.all()[::-1]}


@pytest.mark.parametrize(
    "different",
    [
        {"hours": {}},
        {"zone": "Europe/Utrecht"},
        {"hours": {"mon": [["08:00", "12:00"], ["11:00", "17:00"]]}},
        {"hours": {"mon": [["17:00", "08:00"]]}},
    ],
)
def test_hours_that_are_none_or_overlap_are_refused_and_nothing_is_kept(
    config: Config, different: dict[str, Any]
) -> None:
    refusal = refusal_of(config, MANAGER, lambda work: define_calendar(work, a_calendar(**different), NOW))
    assert isinstance(refusal, Invalid)
    assert refusal.message == "This calendar cannot be used; see the errors per field."
    assert set(refusal.errors) == set(different)


def test_an_item_says_when_it_is_ready_if_it_is_asked_for_now(config: Config) -> None:
    lay_the_ground(config)
    published(config, lead_time={"amount": 2, "unit": "days"})
    thursday_before_easter = datetime(2026, 4, 2, 9, 0, tzinfo=UTC)
    with looking(config, CUSTOMER) as work:
        shown = views.item_with_date(work, "lamp-kapot", date(2026, 4, 2), thursday_before_easter)
        assert shown["ready_by"] is None  # nobody said when they are there
    with catalog(config, MANAGER) as work:
        define_calendar(work, a_calendar(), NOW)
    with looking(config, CUSTOMER) as work:
        shown = views.item_with_date(work, "lamp-kapot", date(2026, 4, 2), thursday_before_easter)
    assert shown["ready_by"] == "2026-04-07T15:00:00+00:00"  # Friday, and Tuesday as Monday is a holiday


def test_a_service_level_has_each_cell_and_each_target_once(config: Config) -> None:
    cell = {"impact": "low", "urgency": "low", "priority": "p4"}
    within = {"amount": 1, "unit": "hours"}
    target = {"priority": "p1", "target": "respond", "within": within}
    with pytest.raises(Invalid) as refused:
        a_service_level(matrix=[cell, cell], targets=[target, target])
    assert set(refused.value.errors) == {"matrix", "targets"}
    assert refused.value.errors["targets"] == ["Give each target once; look at p1 respond."]
    assert refused.value.errors["matrix"][0].startswith(
        "Give one priority for each impact and urgency; look at low and low, low and medium"
    )


def test_a_service_level_is_counted_in_a_calendar_that_there_is(config: Config) -> None:
    unknown = a_service_level(calendar="NACHT")
    refusal = refusal_of(config, MANAGER, lambda work: define_service_level(work, unknown, NOW))
    assert isinstance(refusal, Invalid)
    assert refusal.errors == {"calendar": ["There is no calendar NACHT."]}
    with catalog(config, MANAGER) as work:
        define_calendar(work, a_calendar(), NOW)
        assert define_service_level(work, a_service_level(calendar="KANTOOR"), NOW)["default"] is True
        assert [name for name, _ in work.journal.told] == ["calendar_defined", "service_level_defined"]


def test_only_keepers_say_when_somebody_is_there_and_how_fast_things_are_done(config: Config) -> None:
    for step, what in (
        (lambda work: define_calendar(work, a_calendar(), NOW), "define a calendar"),
        (lambda work: define_service_level(work, a_service_level(), NOW), "define a service level"),
    ):
        refusal = refusal_of(config, AGENT, step)
        assert isinstance(refusal, Forbidden)
        assert refusal.message == f"Only a manager or an administrator may {what}."


def test_public_holidays_are_named_in_both_languages_and_by_day() -> None:
    found = list_holidays("nl", 2026)["items"]
    assert found[0] == {"day": "2026-01-01", "why": {"nl": "Nieuwjaarsdag", "en": "New Year's Day"}}
    assert {"day": "2026-04-27", "why": {"nl": "Koningsdag", "en": "King's Day"}} in found
    assert [one["day"] for one in found] == sorted(one["day"] for one in found)
    with pytest.raises(Invalid) as refused:
        list_holidays("XX", 2026)
    assert refused.value.errors == {"country": ["No public holidays are known of XX. Give a country as NL, BE or DE."]}


def test_whether_it_is_open_now_is_said_with_until_or_from_when(config: Config) -> None:
    friday, after = datetime(2026, 4, 3, 10, 0, tzinfo=UTC), datetime(2026, 4, 3, 15, 0, tzinfo=UTC)
    with looking(config, CUSTOMER) as work:
        assert views.opening(work, friday) == {"open": None, "until": None, "opens": None}
    with catalog(config, MANAGER) as work:
        define_calendar(work, a_calendar(), NOW)
    with looking(config, CUSTOMER) as work:
        assert views.opening(work, friday) == {"open": True, "until": "2026-04-03T10:30:00+00:00", "opens": None}
        # After the weekend comes a holiday.
        assert views.opening(work, after) == {"open": False, "until": None, "opens": "2026-04-07T06:00:00+00:00"}
