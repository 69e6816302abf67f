"""Service levels by the keeper's hand: a matrix, targets, and an example of when they fall before it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine

from services.gateway.portal.service_level_form import USUAL
from services.shared.vocabulary import Priority, Weight
from tests.gateway.builders import FakeBus
from tests.gateway.portal.fields import filled_in, last
from tests.gateway.portal.reader import Reader

pytestmark = pytest.mark.usefixtures("accounts", "kept")
# A Friday afternoon at half past four in Amsterdam.
FRIDAY = datetime(2026, 11, 27, 15, 30, tzinfo=UTC)
NEW = "/keep/service-levels/new"
HERE = "/keep/service-levels/code/STANDAARD"
OFFICE = {
    "code": "KANTOOR",
    "name": {"nl": "Kantooruren", "en": "Office hours"},
    "hours": {day: [["08:00", "17:00"]] for day in ("mon", "tue", "wed", "thu", "fri")},
}
TYPED = {
    "code": "STANDAARD",
    "name.nl": "Standaard",
    "name.en": "Standard",
    "matrix.low.high": "p1",
    "targets.p1.respond.amount": "30",
    "targets.p1.respond.unit": "minutes",
    "targets.p1.complete.amount": "2",
    "targets.p1.complete.unit": "days",
}


@pytest.fixture(autouse=True)
def _on_friday() -> Iterator[None]:
    with time_machine.travel(FRIDAY, tick=False):
        yield


@pytest.fixture
def office(bus: FakeBus, kept: None) -> None:
    """Office hours, which count for what names no calendar."""
    bus.answers["catalog.define_calendar"](OFFICE)


def test_a_service_level_has_its_matrix_and_only_the_targets_that_were_filled_in(
    hans: Reader, bus: FakeBus, office: None
) -> None:
    assert "No service levels yet" in hans.see("/keep/service-levels")
    hans.see(NEW)
    hans.send(NEW, **filled_in(hans) | TYPED, do="save")
    assert (hans.at, "The service level is saved." in hans.page) == (HERE, True)
    made, seen = last(bus, "define_service_level")
    assert seen == ""
    cells = {(cell["impact"], cell["urgency"]): cell["priority"] for cell in made["matrix"]}
    assert cells == {pair: priority.value for pair, priority in USUAL.items()} | {("low", "high"): "p1"}
    assert made["targets"] == [
        {"priority": "p1", "target": "respond", "within": {"amount": 30, "unit": "minutes"}},
        {"priority": "p1", "target": "complete", "within": {"amount": 2, "unit": "days"}},
    ]
    assert made["calendar"] is None
    hans.send(HERE, **filled_in(hans), do="save")
    again, seen = last(bus, "define_service_level")
    assert again == made | {"default": True}
    assert len(seen) == 24
    page = hans.see("/keep/service-levels")
    assert "2 targets" in page
    assert "counted in the usual calendar" in page


def test_the_usual_matrix_goes_from_wide_and_urgent_to_neither() -> None:
    assert USUAL[Weight.HIGH, Weight.HIGH] is Priority.P1
    assert USUAL[Weight.HIGH, Weight.MEDIUM] is USUAL[Weight.MEDIUM, Weight.HIGH] is Priority.P2
    assert USUAL[Weight.MEDIUM, Weight.MEDIUM] is Priority.P3
    assert USUAL[Weight.LOW, Weight.LOW] is Priority.P4


def test_what_is_typed_is_explained_before_it_is_kept(hans: Reader, bus: FakeBus, office: None) -> None:
    hans.see(NEW)
    assert "This priority has no targets." in hans.page
    hans.send(NEW, **filled_in(hans) | TYPED, do="example")
    page = hans.page
    assert "before Friday 27 November, 17:00" in page
    assert "within 30 working minutes" in page
    assert "before Tuesday 1 December, 17:00" in page
    rows = [
        "Friday 27 November, 16:30 – 17:00",
        "Friday 27 November, 17:00 – Monday 30 November, 08:00",
        "does not count: Outside opening hours",
        "Monday 30 November, 08:00 – 17:00",
        "counts: 9 hours",
    ]
    places = [page.index(row) for row in rows]
    assert places == sorted(places)
    hans.send(NEW, **filled_in(hans) | {"at": "2026-11-28T10:00"}, do="example")
    assert "before Monday 30 November, 08:30" in hans.page
    assert filled_in(hans)["targets.p1.respond.amount"] == ["30"]
    hans.send(NEW, **filled_in(hans) | {"at": "soon"}, do="example")
    assert "Give a date and a time, as 2026-11-27 16:30." in hans.page
    for far in ("9999-12-31T12:00", "0001-01-01T00:00"):
        hans.send(NEW, **filled_in(hans) | {"at": far}, do="example")
        assert "Give a moment from 2000 to 2099." in hans.page
    assert [said for said in bus.said if said.method == "define_service_level"] == []


def test_an_example_is_told_on_the_clock_of_its_calendar(hans: Reader, bus: FakeBus, office: None) -> None:
    london = OFFICE | {"code": "LONDEN", "zone": "Europe/London"}
    bus.answers["catalog.define_calendar"](london)
    hans.see(NEW)
    hans.send(NEW, **filled_in(hans) | TYPED | {"calendar": "LONDEN", "at": "2026-11-27T16:45"}, do="example")
    assert "before Monday 30 November, 08:15" in hans.page
    assert "By the clock in Europe/London." in hans.page


WRONG: list[tuple[dict[str, str], str, str]] = [
    (
        {"targets.p2.attend.amount": "1,5"},
        "Priority 2, Attend: Not a valid integer.",
        "targets-p2-attend-amount",
    ),
    (
        {"targets.p4.complete.amount": "0"},
        "Priority 4, Complete: Must be greater than or equal to 1 and less than or equal to 1000.",
        "targets-p4-complete-amount",
    ),
    ({"name.nl": ""}, "Name in Dutch: Fill this in.", "name-nl"),
    ({"calendar": "NACHT"}, "Calendar: There is no calendar NACHT.", "calendar"),
    ({"code": "a b"}, "Code: Use letters, digits, '.', '_' and '-' only.", "code"),
]


def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(hans: Reader, office: None) -> None:
    for typed, said, at in WRONG:
        hans.see(NEW)
        hans.send(NEW, 422, **filled_in(hans) | TYPED | typed, do="save")
        assert f'<a href="#f-{at}">{said}</a>' in hans.page
        assert f'id="f-{at}"' in hans.page
        shown = filled_in(hans)
        assert {name: shown[name][0] for name in TYPED | typed} == TYPED | typed


def test_without_a_calendar_targets_cannot_be_counted_yet(hans: Reader) -> None:
    hans.see(NEW)
    hans.send(NEW, **filled_in(hans) | TYPED, do="example")
    assert "This cannot be counted yet: look at the targets and the calendar." in hans.page


def test_who_saw_an_earlier_service_level_does_not_overwrite_a_later_one(hans: Reader, office: None) -> None:
    hans.see(NEW)
    hans.send(NEW, **filled_in(hans) | TYPED, do="save")
    stale = filled_in(hans)
    hans.send(HERE, **stale | {"name.en": "Usual"}, do="save")
    hans.send(HERE, 409, **stale | {"name.en": "Mine"}, do="save")
    assert "Somebody else changed STANDAARD meanwhile." in hans.page
    assert filled_in(hans)["name.en"] == ["Mine"]
    assert ">Usual</h1>" in hans.see(HERE)
    hans.see("/keep/service-levels/code/NIETS", 404)


def test_only_keepers_come_here(carla: Reader, anna: Reader) -> None:
    for address in ("/keep/service-levels", NEW, HERE):
        carla.see(address, 403)
        anna.see(address, 403)
