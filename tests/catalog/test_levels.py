"""Calendars and service levels: what counts for what names none, what is refused, and the moment that follows."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from services.catalog import views
from services.catalog.storage.work import CatalogWork
from services.catalog.use_cases import levels
from services.catalog.use_cases.levels import define_calendar, define_service_level, explain_targets, list_holidays
from services.shared.contracts.service_levels import DefineCalendar, DefineServiceLevel, ExplainTargets
from services.shared.errors import Forbidden, Invalid, Refused
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
    answer = list_holidays("nl", 2026)
    found = answer["items"]
    assert {"NL", "BE", "DE"} <= set(answer["countries"])
    assert found[0] == {"day": "2026-01-01", "why": {"nl": "Nieuwjaarsdag", "en": "New Year's Day"}}
    assert {"day": "2026-04-27", "why": {"nl": "Koningsdag", "en": "King's Day"}} in found
    assert [one["day"] for one in found] == sorted(one["day"] for one in found)
    with pytest.raises(Invalid) as refused:
        list_holidays("XX", 2026)
    assert refused.value.errors == {"country": ["No public holidays are known of XX. Give a country as NL, BE or DE."]}


def test_two_keepers_do_not_overwrite_each_other(config: Config) -> None:
    with catalog(config, MANAGER) as work:
        define_calendar(work, a_calendar(), NOW, seen="")
        define_service_level(work, a_service_level(), NOW, seen="")
    with looking(config, MANAGER) as work:
        (calendar,) = levels.definitions(work.calendars.all())["items"]
        (level,) = levels.definitions(work.service_levels.all())["items"]
    with catalog(config, MANAGER) as work:
        define_calendar(work, a_calendar(closed=[]), NOW, seen=calendar["mark"])
        define_service_level(work, a_service_level(targets=[TARGETS[0]]), NOW, seen=level["mark"])
    for step in (
        lambda work: define_calendar(work, a_calendar(), NOW, seen=calendar["mark"]),
        lambda work: define_calendar(work, a_calendar(), NOW, seen=""),
        lambda work: define_service_level(work, a_service_level(), NOW, seen=level["mark"]),
    ):
        refusal = refusal_of(config, MANAGER, step)
        assert isinstance(refusal, Refused)
        assert refusal.code in ("changed_meanwhile", "code_is_taken")


def test_of_two_keepers_at_the_same_moment_one_makes_the_calendar(config: Config) -> None:
    both = Barrier(2)

    def make(name: str) -> str:
        both.wait(10)
        try:
            with catalog(config, MANAGER) as work:
                define_calendar(work, a_calendar(name={"nl": name, "en": name}), NOW, seen="")
        except Refused as refusal:
            return refusal.code
        return name

    with ThreadPoolExecutor(2) as keepers:
        first, second = keepers.map(make, ("Mijn uren", "Jouw uren"))
    with looking(config) as work:
        (made,) = work.calendars.all()
    assert {first, second} == {made["name"]["nl"], "code_is_taken"}


TARGETS: list[dict[str, Any]] = [
    {"priority": "p1", "target": target, "within": {"amount": amount, "unit": unit}}
    for target, amount, unit in (("respond", 30, "minutes"), ("make_safe", 4, "hours"), ("complete", 1, "days"))
]


def test_when_targets_fall_is_explained_by_the_time_until_then(config: Config) -> None:
    with catalog(config, MANAGER) as work:
        define_calendar(work, a_calendar(), NOW)
    half_past_four = datetime(2026, 4, 3, 16, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
    asked = ExplainTargets().load({"at": half_past_four.isoformat(), "targets": TARGETS})
    with looking(config, CUSTOMER) as work:
        found = levels.explained(explain_targets(work, asked))
    assert (found["calendar"], found["zone"]) == ("KANTOOR", "Europe/Amsterdam")
    assert {one["target"]: one["falls_at"] for one in found["items"]} == {
        "respond": "2026-04-03T15:00:00+00:00",
        "make_safe": "2026-04-07T09:30:00+00:00",
        "complete": "2026-04-07T15:00:00+00:00",
    }
    assert [one["within"] for one in found["items"]] == [target["within"] for target in TARGETS]
    outside = {"nl": "Buiten openingstijd", "en": "Outside opening hours"}
    # From Friday's last half hour over the weekend and Easter Monday to Tuesday's closing time.
    assert [(one["end"], one["why"]) for one in found["stretches"]] == [
        ("2026-04-03T15:00:00+00:00", None),
        ("2026-04-05T22:00:00+00:00", outside),
        ("2026-04-06T22:00:00+00:00", EASTER[0]["why"]),
        ("2026-04-07T06:00:00+00:00", outside),
        ("2026-04-07T10:30:00+00:00", None),
        ("2026-04-07T11:00:00+00:00", outside),
        ("2026-04-07T15:00:00+00:00", None),
    ]


def test_a_target_that_never_falls_has_no_moment_and_a_far_one_its_first_stretches(config: Config) -> None:
    short = a_calendar(hours={"mon": [["08:00", "08:01"]]})
    with catalog(config, MANAGER) as work:
        define_calendar(work, short, NOW)
    far = [
        TARGETS[2] | {"within": {"amount": 200, "unit": "days"}},
        TARGETS[1] | {"within": {"amount": 9, "unit": "hours"}},
    ]
    with looking(config) as work:
        found = levels.explained(explain_targets(work, ExplainTargets().load({"at": NOW.isoformat(), "targets": far})))
    assert [one["falls_at"] for one in found["items"]] == ["2030-01-07T07:01:00+00:00", None]
    assert len(found["stretches"]) == levels.MOST_STRETCHES


@pytest.mark.parametrize(
    "at", ["9999-12-31T12:00Z", "0001-01-01T00:00+14:00", "2100-01-01T00:00Z", "1999-12-31T12:00Z"]
)
def test_targets_are_explained_in_the_years_of_a_calendar(at: str) -> None:
    with pytest.raises(Invalid) as refused:
        ExplainTargets.read({"at": at, "targets": TARGETS})
    assert refused.value.errors == {"at": ["Give a moment from 2000 to 2099."]}


def test_targets_are_explained_until_the_last_day_of_those_years(config: Config) -> None:
    with catalog(config, MANAGER) as work:
        define_calendar(work, a_calendar(), NOW)
    with looking(config) as work:
        found = explain_targets(work, ExplainTargets.read({"at": "2099-12-31T23:59+14:00", "targets": TARGETS}))
    assert [moment.year for _, moment in found["items"]] == [2099, 2099, 2100]


def test_targets_are_not_explained_without_a_calendar(config: Config) -> None:
    for code, message in ((None, "No calendar was made yet. Make one first."), ("X", "There is no calendar X.")):
        asked = ExplainTargets().load({"calendar": code, "at": NOW.isoformat(), "targets": TARGETS})
        with looking(config) as work, pytest.raises(Invalid) as refused:
            explain_targets(work, asked)
        assert refused.value.errors == {"calendar": [message]}


def test_whether_it_is_open_now_is_said_with_until_or_from_when(config: Config) -> None:
    friday, after = datetime(2026, 4, 3, 10, 0, tzinfo=UTC), datetime(2026, 4, 3, 15, 0, tzinfo=UTC)
    with looking(config, CUSTOMER) as work:
        assert levels.opening(work, friday) == {"open": None, "until": None, "opens": None}
    with catalog(config, MANAGER) as work:
        define_calendar(work, a_calendar(), NOW)
    with looking(config, CUSTOMER) as work:
        assert levels.opening(work, friday) == {"open": True, "until": "2026-04-03T10:30:00+00:00", "opens": None}
        # After the weekend comes a holiday.
        assert levels.opening(work, after) == {"open": False, "until": None, "opens": "2026-04-07T06:00:00+00:00"}
    mondays = [date(2026, 1, 5) + timedelta(weeks=n) for n in range(600)]
    never = {"hours": {"mon": [["08:00", "17:00"]]}, "closed": [EASTER[0] | {"day": f"{day}"} for day in mondays]}
    with catalog(config, MANAGER) as work:
        define_calendar(work, a_calendar(**never), NOW)
    with looking(config, CUSTOMER) as work:
        assert levels.opening(work, friday) == {"open": None, "until": None, "opens": None}
