"""A service that is away takes nothing else with it, on each pair; and nobody needs to start first."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import requests
from nameko.containers import ServiceContainer

from services.intake.service import IntakeService
from services.routing.service import RoutingService
from services.shared.kit.config import Config
from services.shared.kit.run import running
from tests.api.asking import refused
from tests.api.conftest import WISH
from tests.databases import close_databases
from tests.desk import AGENT, ALL, CUSTOMER, MANAGER, SPECIALIST, Api, Desk, running_desk, until

RPC_TIMEOUT = 1.0
# How much longer than its timeout a call may take on a machine that has other things to do.
SLACK = 2.0
FORWARD = {"team": "TECHNIEK"}


@pytest.fixture
def hasty(pair: Config) -> Iterator[Config]:
    """Settings of a desk that does not wait long for anyone."""
    settings = replace(pair, rpc_timeout=RPC_TIMEOUT)
    yield settings
    close_databases(settings)


@pytest.fixture
def hasty_desk(hasty: Config) -> Iterator[Desk]:
    with running_desk(hasty) as desk:
        desk.lay_the_ground()
        desk.add_accounts()
        yield desk


def stop(desk: Desk, service: str) -> None:
    desk.runner.service_map[service].stop()


def start(desk: Desk, service: type) -> None:
    """Start it again, in a container of its own as after a restart."""
    desk.runner.add_service(service)
    container: ServiceContainer = desk.runner.service_map[service.name]  # type: ignore[attr-defined]
    container.start()


def figures(desk: Desk) -> dict[str, float]:
    """The figures about services that Prometheus is shown."""
    page = requests.get(f"{desk.url}/metrics", timeout=20)
    assert page.status_code == 200
    ours = [line.rpartition(" ") for line in page.text.splitlines() if line.startswith("balie_")]
    return {name: float(value) for name, _, value in ours if not name.startswith("balie_http_")}


def test_without_routing_the_desk_goes_on_and_the_work_order_comes_later(hasty_desk: Desk) -> None:
    desk = hasty_desk
    customer, agent, specialist = (desk.api(person) for person in (CUSTOMER, AGENT, SPECIALIST))
    assert agent.get("/teams").status_code == 200
    everyone = ("intake", "catalog", "routing", "reporting")
    until(lambda: figures(desk)['balie_follower_lag_events{service="intake",source="catalog"}'] == 0)
    well = figures(desk)
    assert {name: well[f'balie_up{{service="{name}"}}'] for name in everyone} == dict.fromkeys(everyone, 1)
    assert well['balie_parked_events{service="routing"}'] == 0
    assert well['balie_follower_lag_events{service="routing",source="intake"}'] == 0
    stop(desk, "routing")

    for path in ("/teams", "/work-orders", "/work-orders/W26-000001"):
        began = time.monotonic()
        answer = agent.get(path)
        assert time.monotonic() - began < RPC_TIMEOUT + SLACK
        refused(answer, 503, "unavailable")
        assert answer.headers["Retry-After"] == "5"
    registered = customer.post(
        "/notifications", WISH | {"kind": "malfunction", "catalogue_item": "lamp-kapot", "answers": {"aantal": 1}}
    )
    assert registered.status_code == 201
    number = registered.json()["number"]
    assert agent.post(f"/notifications/{number}/forward", FORWARD).status_code == 200
    ready = requests.get(f"{desk.url}/health/ready", timeout=20)
    assert (ready.status_code, ready.json()["parts"]["routing"], ready.json()["parts"]["intake"]) == (503, "away", "ok")

    began = time.monotonic()
    told = figures(desk)
    assert time.monotonic() - began < 2 + SLACK
    assert {name: value for name, value in told.items() if '"routing"' in name} == {'balie_up{service="routing"}': 0}
    assert {name: told[f'balie_up{{service="{name}"}}'] for name in everyone} == dict.fromkeys(everyone, 1) | {
        "routing": 0
    }

    start(desk, RoutingService)
    order = until(lambda: specialist.get("/work-orders").json()["items"])
    assert [row["notification"] for row in order] == [number]
    until(lambda: figures(desk)['balie_follower_lag_events{service="routing",source="intake"}'] == 0)


def test_what_was_refused_because_intake_was_away_is_not_done_later(hasty_desk: Desk) -> None:
    desk = hasty_desk
    customer = desk.api(CUSTOMER)
    stop(desk, "intake")
    key = {"Idempotency-Key": "while-away"}
    refused(customer.post("/notifications", WISH, **key), 503, "unavailable")
    refused(customer.get("/notifications"), 503, "unavailable")
    assert desk.api(MANAGER).get("/reports/factsheet", **{"from": "2026-01-01", "to": "2026-01-02"}).status_code == 200
    start(desk, IntakeService)
    assert until(lambda: _read(customer.get("/notifications"))) == {"items": [], "next": None}
    assert customer.post("/notifications", WISH, **key).status_code == 201
    assert len(customer.get("/notifications").json()["items"]) == 1


def _read(answer: requests.Response) -> Any:
    return answer.json() if answer.status_code == 200 else None


def test_what_a_service_says_of_itself(hasty_desk: Desk) -> None:
    def well(service: str) -> Any:
        health = hasty_desk.call(service, "health")
        return health if not health["unpublished"] else None

    assert until(lambda: well("catalog")) == {
        "database": True,
        "unpublished": 0,
        "parked": 0,
        "following": {},
        "journal": 2,
    }
    assert until(lambda: well("routing"))["journal"] == 1
    heard = {"catalog": 2, "routing": 1}
    assert until(lambda: well("intake")["following"] == heard and well("intake")) == {
        "database": True,
        "unpublished": 0,
        "parked": 0,
        "following": heard,
        "journal": 0,
    }
    assert until(lambda: well("reporting")["following"] == {"catalog": 2, "intake": 0})
    assert hasty_desk.call("reporting", "ping") == {"database": True}


@pytest.mark.parametrize("order", [ALL, ALL[::-1]], ids=["producers first", "gateway first"])
def test_nobody_needs_to_start_first(hasty: Config, order: tuple[type, ...]) -> None:
    with running([order[0]], hasty) as runner:
        desk = Desk(hasty, runner)
        for service in order[1:]:
            start(desk, service)
        until(lambda: requests.get(f"{desk.url}/health/ready", timeout=20).status_code == 200)
        desk.lay_the_ground()
        desk.add_accounts()
        assert walked(desk)


def walked(desk: Desk) -> bool:
    """Whether a notification reaches the specialist and comes back."""
    customer, agent, specialist = (desk.api(person) for person in (CUSTOMER, AGENT, SPECIALIST))
    number = customer.post("/notifications", WISH).json()["number"]
    agent.post(f"/notifications/{number}/forward", FORWARD)
    order = until(lambda: specialist.get("/work-orders").json()["items"])[0]["number"]
    for step, body in (("accept", {}), ("complete", {"solution": "Staat er."})):
        assert specialist.post(f"/work-orders/{order}/{step}", body).status_code == 200
    return until(lambda: _status(customer, number) == "ready")


def _status(api: Api, number: str) -> str:
    told: str = api.get(f"/notifications/{number}").json()["status"]
    return told
