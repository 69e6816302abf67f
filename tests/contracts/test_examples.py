"""Every event has a committed example, which its speaker writes and every listener reads, now and after it grew."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import nameko
import pytest

from services.routing.use_cases import define_team
from services.shared.contracts.event import Event
from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from services.shared.kit.follower import followed_by, handlers_of
from services.shared.kit.run import nameko_config
from services.shared.vocabulary import Status, WorkStatus
from tests.contracts.examples import (
    FOLDER,
    LIFE,
    SERVICES,
    SPEAKERS,
    example,
    fields_of,
    files,
    is_part_of,
    read,
    with_something_new,
)
from tests.contracts.life import told_in_a_life
from tests.desk import ADMIN
from tests.intake.builders import a_notification, intake, lay_the_ground
from tests.intake.builders import kept as kept_by_intake
from tests.reporting.builders import sheet
from tests.routing.builders import NOW, TECHNIEK, routing
from tests.routing.builders import kept as kept_by_routing


@pytest.fixture
def told_settings(config: Config) -> Iterator[Config]:
    """Settings that the services find where they run."""
    with nameko.config.patch(nameko_config(config)):
        yield config


def test_every_event_has_an_example_and_every_example_an_event() -> None:
    spoken = {(source, event) for source, events in SPEAKERS.items() for event in events}
    assert set(LIFE) == spoken
    examples = {file for source, event in spoken for file in files(source, event)}
    assert {file for file in FOLDER.rglob("*") if file.is_file()} == examples
    assert {(file.parent.name, file.name) for file in examples} >= {(who, f"{what}.v1.json") for who, what in spoken}


def test_every_event_that_is_listened_for_is_told_by_somebody() -> None:
    for service in SERVICES:
        for source, events in followed_by(service).items():
            assert set(events) <= set(SPEAKERS[source]), f"{service.__name__} waits for what {source} never tells"


@pytest.mark.parametrize(("source", "event"), LIFE)
def test_an_example_is_what_its_speaker_writes(source: str, event: str) -> None:
    envelope = example(source, event)
    contract = SPEAKERS[source][event]()
    assert contract.dump(contract.load(envelope["data"])) == envelope["data"]
    assert Event.from_envelope(envelope).to_envelope() == envelope
    assert (envelope["source"], envelope["type"]) == (f"/balie/{source}", f"balie.{source}.{event}.v1")
    assert envelope["subject"] in (envelope["data"].get("number"), envelope["data"].get("code"))


@pytest.mark.parametrize(("source", "event"), LIFE)
def test_what_was_told_before_a_contract_grew_is_read_as_ever(source: str, event: str) -> None:
    contract = SPEAKERS[source][event]()
    for file in files(source, event):
        told = read(file)["data"]
        assert is_part_of(told, contract.dump(contract.load(told))), file.name


@pytest.mark.parametrize(("source", "event"), LIFE)
def test_an_example_with_something_new_at_every_depth_is_read_as_before(source: str, event: str) -> None:
    envelope = example(source, event)
    contract = SPEAKERS[source][event]()
    assert contract.load(with_something_new(envelope["data"])) == contract.load(envelope["data"])
    grown = Event.from_envelope(envelope | {"something_new": "yes"})
    assert grown == Event.from_envelope(envelope)


@pytest.mark.parametrize(("source", "event"), LIFE)
def test_an_example_is_written_by_hand_to_be_read(source: str, event: str) -> None:
    for file in files(source, event):
        assert file.read_text() == json.dumps(read(file), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("grown", [lambda data: data, with_something_new], ids=["as it is", "with something new"])
def test_every_listener_follows_a_life_of_examples(told_settings: Config, grown: Callable[[Any], Any]) -> None:
    _register_what_the_examples_are_about(told_settings)
    handled = set()
    for source, name in LIFE:
        envelope = example(source, name)
        event = Event.from_envelope(envelope | {"data": grown(envelope["data"])})
        for service in SERVICES:
            handler = handlers_of(service, source).get(name) if source in followed_by(service) else None
            if handler is not None:
                with service.work.begin(database_of(told_settings, service.name)) as work:
                    work.follow_from(event)
                    handler(work, event)
                handled.add((service.name, source, name))
    assert handled == {
        (service.name, source, name)
        for service in SERVICES
        for source, names in followed_by(service).items()
        for name in names
    }
    # And what came of it is what the life says.
    notification = kept_by_intake(told_settings, "M26-000042")
    assert (notification.status, notification.team) == (Status.READY, "TECHNIEK")
    order = kept_by_routing(told_settings, "W26-000001")
    assert (order.notification, order.team, order.status) == ("M26-000042", "TECHNIEK", WorkStatus.CANCELLED)
    november = sheet(told_settings, "2026-11-01", "2026-11-30")
    assert (november["received"], november["forwarded"], november["cancelled"], november["average_rating"]) == (
        1,
        1,
        1,
        4.0,
    )


def test_what_the_services_really_tell_has_the_fields_of_the_examples(config: Config) -> None:
    told = told_in_a_life(config)
    assert set(told) == set(LIFE)
    for source, event in LIFE:
        assert fields_of(told[source, event]) == fields_of(example(source, event)["data"]), f"{source}: {event}"


def _register_what_the_examples_are_about(config: Config) -> None:
    """Give intake the notification, forwarded, and routing the team: nobody hears its own events."""
    lay_the_ground(config)
    with intake(config) as work:
        work.notifications.add(42, a_notification(number="M26-000042", status=Status.FORWARDED, rounds=1), "koud")
    with routing(config, ADMIN) as work:
        define_team(work, "TECHNIEK", TECHNIEK.name, ["KLIMAAT"], True, NOW)
