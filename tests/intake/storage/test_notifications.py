"""Notifications as rows: what comes back is what was kept, pages go on where they ended, sight holds in lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import eventlet
import pytest

from services.intake.domain.notification import AskedItem, Notification, Rating
from services.intake.domain.sight import Sight, sight_of
from services.intake.use_cases import handling
from services.intake.use_cases.registering import register_notification
from services.shared.actor import Actor
from services.shared.contracts.intake import ListNotifications
from services.shared.errors import Invalid, NotFound, Refused
from services.shared.kit.config import Config
from services.shared.vocabulary import Channel, Kind, Status, Weight
from tests.desk import AGENT, CUSTOMER, OTHER_CUSTOMER, SPECIALIST
from tests.intake.builders import (
    LATER,
    NOW,
    a_notification,
    a_request,
    forwarded,
    heard_made,
    intake,
    kept,
    lay_the_ground,
    looking,
    moment,
    registered,
)

EVERYTHING = Sight(everything=True)


@pytest.fixture(autouse=True)
def ground(config: Config) -> None:
    lay_the_ground(config)


def listed(config: Config, sight: Sight = EVERYTHING, **asked: Any) -> list[str]:
    """The numbers of the first page."""
    filters = ListNotifications().load(asked)
    with looking(config) as work:
        found, _ = work.notifications.page(sight, filters, filters["after"], filters["limit"])
        return [one.number for one in found]


def test_what_comes_back_is_exactly_what_was_kept(config: Config) -> None:
    full = a_notification(
        number="M26-000042",
        kind=Kind.WISH,
        channel=Channel.COUNTER,
        status=Status.CLOSED,
        summary="Extra stoel",
        description="Een <b>blauwe</b>\nmet armleuning",
        location="SH-2-14",
        item=AskedItem("stoel", 7, {"nl": "Stoel", "en": "Chair"}, "SCHOON"),
        answers=[
            {"code": "kleur", "question": {"nl": "Kleur?", "en": "Colour?"}, "answer": {"nl": "Blauw", "en": "Blue"}}
        ],
        impact=Weight.LOW,
        urgency=Weight.HIGH,
        contact_point="Anouk Terpstra",
        team="TECHNIEK",
        question="Welke?",
        first_line=True,
        rounds=2,
        changed_at=moment(microseconds=123456),
        ready_at=moment(hours=1),
        closed_at=moment(hours=2),
        rating=Rating(5, "Top", moment(hours=3)),
    )
    with intake(config) as work:
        work.notifications.add(42, full, "stoel")
    assert kept(config, "M26-000042") == full


def test_what_is_empty_comes_back_empty(config: Config) -> None:
    bare = a_notification(number="M26-000042")
    with intake(config) as work:
        work.notifications.add(42, bare, "lamp")
    assert kept(config, "M26-000042") == bare


def test_what_can_be_no_number_is_not_found(config: Config) -> None:
    for number in ("M26-000009", "", "M26\x00", "\ud800", "M" * 61, 42, None, True, {}, ["M26-000001"]):
        for ask in (_look_up, _hold):
            with pytest.raises(NotFound):
                ask(config, number)


def _look_up(config: Config, number: Any) -> Notification:
    with looking(config) as work:
        return work.dossiers.of(number).notification


def _hold(config: Config, number: Any) -> Notification:
    with intake(config) as work:
        return work.notifications.get(number)


def test_pages_go_on_where_the_one_before_ended_newest_first(config: Config) -> None:
    numbers = [registered(config) for _ in range(5)]
    pages, after = [], None
    with looking(config) as work:
        while True:
            found, after = work.notifications.page(EVERYTHING, {}, after, 2)
            pages.append([one.number for one in found])
            if after is None:
                break
    newest_first = numbers[::-1]
    assert pages == [newest_first[:2], newest_first[2:4], newest_first[4:]]


def test_a_page_that_is_just_full_is_the_last_one(config: Config) -> None:
    numbers = [registered(config) for _ in range(2)]
    with looking(config) as work:
        found, following = work.notifications.page(EVERYTHING, {}, None, 2)
        assert ([one.number for one in found], following) == (numbers[::-1], None)
        assert work.notifications.page(EVERYTHING, {}, numbers[0], 2) == ([], None)


def test_what_came_in_meanwhile_does_not_shift_a_page(config: Config) -> None:
    registered(config)
    second = registered(config)
    registered(config)
    assert listed(config, after=second) == ["M26-000001"]


@pytest.mark.parametrize("after", ["onzin", "M26-", "M26-١٢", "M26-" + "9" * 16])
def test_there_is_nothing_to_go_on_after_what_is_no_number(config: Config, after: str) -> None:
    with pytest.raises(Invalid) as refused:
        listed(config, after=after)
    assert refused.value.errors == {"after": ["Give the `next` of the page before."]}


def test_every_filter_narrows_the_list(config: Config) -> None:
    lamp = registered(config, location="SH-2-14", summary="Lamp uit")
    call = registered(config, AGENT, customer="K0002", channel="phone", kind="wish", summary="Stoel graag")
    with_team = registered(config, summary="Deur klemt", kind="complaint")
    forwarded(config, AGENT, with_team)
    for filters, numbers in (
        ({}, [with_team, call, lamp]),
        ({"status": ["new"]}, [lamp]),
        ({"status": ["new", "forwarded"]}, [with_team, lamp]),
        ({"kind": "wish"}, [call]),
        ({"channel": "portal"}, [with_team, lamp]),
        ({"customer": "K0002"}, [call]),
        ({"location": "SH-2-14"}, [lamp]),
        ({"team": "TECHNIEK"}, [with_team]),
        ({"q": "deur"}, [with_team]),
        ({"q": "rachid"}, [call]),
        ({"q": "%"}, []),
        ({"channel": "portal", "kind": "malfunction", "q": "lamp"}, [lamp]),
        ({"status": ["closed"]}, []),
        ({"limit": 2}, [with_team, call]),
    ):
        assert listed(config, **filters) == numbers, filters


def test_customers_see_their_own_and_specialists_what_came_to_their_teams(config: Config) -> None:
    mine = registered(config)
    registered(config, OTHER_CUSTOMER)
    cleaned = registered(config, OTHER_CUSTOMER)
    repaired = registered(config, OTHER_CUSTOMER)
    forwarded(config, AGENT, cleaned, "POETS")
    heard_made(config, cleaned, "W26-000001", "POETS")
    forwarded(config, AGENT, repaired)
    heard_made(config, repaired, "W26-000002", "TECHNIEK")
    tom_as_customer = Actor("tom", "Tom Brouwer", ("specialist",), customer="K0001", teams=("TECHNIEK",))
    nobody = Actor("leeg", "Leeg Account", ("customer",))
    assert listed(config, sight_of(CUSTOMER)) == [mine]
    assert listed(config, sight_of(SPECIALIST)) == [repaired]
    assert listed(config, sight_of(tom_as_customer)) == [repaired, mine]
    assert listed(config, sight_of(nobody)) == []
    assert len(listed(config, sight_of(AGENT))) == 4
    # A filter never widens what is in sight.
    assert listed(config, sight_of(CUSTOMER), customer="K0002") == []
    assert listed(config, sight_of(SPECIALIST), team="POETS") == []


def test_two_agents_who_take_it_at_the_same_moment_do_not_both_get_it(config: Config) -> None:
    number = registered(config)
    outcomes = at_the_same_moment(config, lambda work: handling.take_notification(work, number, LATER).contact_point)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Refused", "str"]
    (refusal,) = [outcome for outcome in outcomes if isinstance(outcome, Refused)]
    assert refusal.code == "only_a_new_one_is_taken"


def test_two_who_register_at_the_same_moment_get_a_number_each(config: Config) -> None:
    numbers = at_the_same_moment(
        config, lambda work: register_notification(work, a_request(customer="K0001"), NOW, NOW.date()).number
    )
    assert sorted(numbers) == ["M26-000001", "M26-000002"]


def at_the_same_moment(config: Config, step: Callable[[Any], Any]) -> list[Any]:
    """What comes of a step that two agents take in transactions that overlap, as far as the database lets them."""

    def once() -> Any:
        try:
            with intake(config, AGENT) as work:
                eventlet.sleep(0)
                result = step(work)
                eventlet.sleep(0)
                return result
        except Refused as refusal:
            return refusal

    return [thread.wait() for thread in [eventlet.spawn(once) for _ in range(2)]]
