"""Another service can do what the page about the bus says, by what stands there and nothing else."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from nameko.containers import ServiceContainer

from services.cli.house import SERVICES, service_class, tellers
from services.gateway.problems import STATUS
from services.shared import errors
from services.shared.contracts import catalog, intake, routing
from services.shared.contracts.event import Event
from services.shared.kit.rpc import Rpc
from services.shared.kit.service import BusinessService
from tests.desk import Desk, until
from tests.docs.pages import code, page, rows, section, words

BUS = page("bus.md")
CONTRACTS = {"catalog": catalog.EVENTS, "intake": intake.EVENTS, "routing": routing.EVENTS}
EXAMPLE = code(section(BUS, "## A complete example"), "python")


@pytest.fixture
def sensors(desk: Desk, tmp_path: Path) -> Iterator[ServiceContainer]:
    """The service of the page, running next to those of the desk."""
    (source,) = EXAMPLE
    module = ModuleType("sensors")
    exec(compile(source, "docs/bus.md", "exec"), module.__dict__)
    container = ServiceContainer(module.__dict__["SensorsService"])
    container.start()
    yield container
    container.stop()


def test_the_example_registers_and_hears(
    sensors: ServiceContainer, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("L-0042", "2026-03-06", "SH-2-14", "K0001")
    number = desk.call("sensors", "lamp_failed", *asked)
    kept = desk.call("intake", "get_notification", number)
    assert (kept["kind"], kept["channel"], kept["status"]) == ("malfunction", "api", "new")
    assert (kept["location"]["code"], kept["customer"]["code"]) == ("SH-2-14", "K0001")
    heard = f"1: {number} is a malfunction of customer K0001\n"
    told: list[str] = []
    until(lambda: told.append(capsys.readouterr().out) or heard in "".join(told))
    assert desk.call("sensors", "lamp_failed", *asked) == number
    other = desk.call("sensors", "lamp_failed", "L-0042", "2026-03-07", "SH-2-14", "K0001")
    assert other != number
    until(lambda: told.append(capsys.readouterr().out) or f"2: {other} is a" in "".join(told))
    assert "".join(told).count(f": {number} is a") == 1


def test_every_method_is_there_with_its_arguments() -> None:
    table = {(row[0], words(row[1])[0]) for row in rows(section(BUS, "### Methods")) if len(row) == 3}
    of_all = {words(row[0])[0] for row in rows(section(BUS, "### Methods")) if len(row) == 2}
    shared = methods(BusinessService)
    assert of_all == shared
    assert table == {
        (service, method)
        for service in SERVICES
        if service != "gateway"
        for method in methods(service_class(service)) - shared
    }


def methods(service: type) -> set[str]:
    """The calls of a service, as `method(argument, argument)`."""
    found = set()
    for name, method in inspect.getmembers(service):
        if any(isinstance(door, Rpc) for door in getattr(method, "nameko_entrypoints", ())):
            found.add(f"{name}({', '.join(list(inspect.signature(method).parameters)[1:])})")
    return found


@pytest.mark.parametrize("service", CONTRACTS)
def test_every_event_is_there_with_its_fields(service: str) -> None:
    told = {words(row[0])[0]: words(row[1]) for row in rows(section(BUS, f"### Events of {service}"))}
    assert told == {name: list(contract().fields) for name, contract in CONTRACTS[service].items()}


def test_no_other_service_tells() -> None:
    assert tellers() == tuple(CONTRACTS)
    assert "reporting and the gateway tell nothing." in BUS


def test_the_envelope_is_one_of_balie() -> None:
    (shown,) = code(section(BUS, "## Listening"), "json")
    envelope = json.loads(shown)
    event = Event.from_envelope(envelope)
    assert (event.source, event.name, event.position) == ("intake", "notification_registered", 137)
    assert event.to_envelope() == envelope


def test_every_error_that_crosses_is_there() -> None:
    told = [words(row[0])[0] for row in rows(section(BUS, "### Errors that cross"))]
    assert told == [error.__name__ for error in errors.CROSSES_RPC]
    for row in rows(section(BUS, "### Errors that cross")):
        error: Any = getattr(errors, words(row[0])[0])
        assert int(row[3]) == STATUS.get(error, 500)
