"""Seeing how far everyone is, and mending an event whose handler failed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from services.routing.storage.tables import KIT
from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from services.shared.kit.following import AHEAD
from services.shared.kit.relay import move_cursor
from tests.cli.command import run
from tests.databases import close_databases
from tests.desk import AGENT, Desk, running_desk, until

HEADER = ["Service", "Id", "Event", "Subject", "Attempts", "Next", "try", "(UTC)", "Error"]
TEAM = {"code": "TECHNIEK", "name": {"nl": "Techniek", "en": "Technical services"}, "categories": ["ELEKTRA"]}


@pytest.fixture
def desk_without_a_team(pair: Config) -> Iterator[Desk]:
    """A desk on which nobody can do what is forwarded, and a failed event is not tried again by itself."""
    config = replace(pair, retry_pause=3000.0)
    try:
        with running_desk(config) as desk:
            desk.call("catalog", "define_category", {"code": "ELEKTRA", "name": {"nl": "Elektra", "en": "Power"}})
            desk.call("intake", "add_organisation", {"code": "GEM", "name": "Gemeente"})
            desk.call("intake", "add_customer", {"code": "K1", "name": "Bo", "organisation": "GEM"})
            until(lambda: _behind(config) == 0)
            yield desk
    finally:
        close_databases(config)


def test_a_parked_event_is_shown_tried_again_and_handled(desk_without_a_team: Desk) -> None:
    desk, config = desk_without_a_team, desk_without_a_team.config
    assert run("events", "parked", config=config).out == "Nothing is parked.\n"
    number = _forwarded(desk)
    shown = until(lambda: _parked(config))
    assert [line[:6] for line in shown[1:]] == [["routing", "1", "intake", "2", "notification_forwarded", number]]
    assert shown[0] == HEADER
    assert "no_team_for_this_work" in " ".join(shown[1])
    assert ["routing", "parked", "events", "1"] in _lag(config)

    desk.call("routing", "define_team", TEAM)
    again = run("events", "retry", "routing", "1", config=config)
    assert (again.code, again.out) == (0, "1 parked event is tried again within seconds.\n")
    order = until(lambda: desk.call("routing", "list_work_orders", {})["items"])[0]
    assert order["notification"] == number
    assert run("events", "parked", config=config).out == "Nothing is parked.\n"
    until(lambda: _behind(config) == 0)
    assert ["routing", "intake", "2", "2", "0"] in _lag(config)


def test_a_parked_event_is_dropped_for_good(desk_without_a_team: Desk) -> None:
    desk, config = desk_without_a_team, desk_without_a_team.config
    _forwarded(desk)
    until(lambda: _parked(config))
    asked = run("events", "drop", "routing", "1", config=config, typed="n\n")
    assert asked.code == 1
    assert asked.out.startswith("Drop parked event 1 of routing? routing will never handle it [y/N]:")
    assert _parked(config)
    dropped = run("events", "drop", "routing", "1", config=config, typed="y\n")
    assert (dropped.code, dropped.out.splitlines()[-1]) == (0, "Parked event 1 of routing is dropped.")
    assert run("events", "parked", config=config).out == "Nothing is parked.\n"
    desk.call("routing", "define_team", TEAM)
    assert run("events", "retry", "routing", config=config).out.startswith("0 parked events are tried again")
    assert desk.call("routing", "list_work_orders", {})["items"] == []


def test_lag_shows_every_relay_and_who_follows_whom(config: Config) -> None:
    told = run("events", "lag", config=config)
    assert (told.code, told.err) == (0, "")
    assert _lag(config) == [
        ["catalog", "its", "relay", "0", "0", "0"],
        ["intake", "its", "relay", "0", "0", "0"],
        ["routing", "its", "relay", "0", "0", "0"],
        ["intake", "catalog", "0", "0", "0"],
        ["intake", "routing", "0", "0", "0"],
        ["routing", "intake", "0", "0", "0"],
        ["reporting", "catalog", "0", "0", "0"],
        ["reporting", "intake", "0", "0", "0"],
    ]


def test_lag_says_who_is_ahead_of_its_source_and_what_to_do(config: Config) -> None:
    with database_of(config, "routing").transaction() as session:
        move_cursor(session, KIT, "intake", 9)
    told = run("events", "lag", config=config)
    assert ["routing", "intake", "9", "0", "9", "ahead"] in _lag(config)
    assert (told.code, told.err) == (0, f"Wrong: routing has handled event 9 of intake, which ends at 0. {AHEAD}\n")


@pytest.mark.parametrize("words", [["retry", "routing", "7"], ["drop", "routing", "7", "--yes"]], ids=" ".join)
def test_an_event_that_is_not_parked_is_refused(words: list[str], config: Config) -> None:
    told = run("events", *words, config=config)
    assert (told.code, told.refusal) == (1, "routing has no parked event 7.")


def _forwarded(desk: Desk) -> str:
    asked = {"kind": "malfunction", "channel": "phone", "summary": "Lamp uit", "customer": "K1"}
    number = str(desk.call("intake", "register_notification", asked, actor=AGENT)["number"])
    desk.call("intake", "forward_notification", number, {"category": "ELEKTRA"}, actor=AGENT)
    return number


def _parked(config: Config) -> list[list[str]] | None:
    rows = [line.split() for line in run("events", "parked", config=config).out.splitlines()]
    return rows if len(rows) > 1 else None


def _lag(config: Config) -> list[list[str]]:
    return [line.split() for line in run("events", "lag", config=config).out.splitlines()[1:]]


def _behind(config: Config) -> int:
    return sum(int(row[-1]) for row in _lag(config))
