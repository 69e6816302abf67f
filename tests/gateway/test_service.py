"""The doors: real HTTP in, a real bus behind, and what only a real server gets wrong."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from typing import Any

import pytest
import requests

from services.gateway.service import GatewayService
from services.gateway.use_cases.accounts import add_account
from services.gateway.use_cases.tokens import create_token
from services.shared.errors import NotFound
from services.shared.kit.config import Config
from services.shared.kit.database import Database
from services.shared.kit.rpc import rpc
from services.shared.kit.run import running
from tests.databases import close_databases
from tests.gateway.conftest import NOON, PASSWORD
from tests.servers import free_port


class IntakeService:
    """As little of intake as the door needs behind it."""

    name = "intake"

    @rpc
    def list_notifications(self, filters: dict[str, Any]) -> dict[str, Any]:
        return {"items": [], "next": None, "asked": filters["limit"]}

    @rpc
    def get_notification(self, number: str) -> None:
        raise NotFound(f"There is no notification {number}.")

    @rpc
    def take_notification(self, number: str) -> None:
        raise ValueError("password=hunter2")

    @rpc
    def ping(self) -> dict[str, bool]:
        return {"database": True}


@pytest.fixture
def address(config: Config, database: Database) -> Iterator[str]:
    settings = Config(data=config.data, port=free_port(), rpc_timeout=5.0)
    with running([GatewayService, IntakeService], settings):
        yield f"http://127.0.0.1:{settings.port}"
    close_databases(settings)


@pytest.fixture
def known(database: Database) -> dict[str, str]:
    add_account(database, name="anna", full_name="Anna", password=PASSWORD, roles=["agent"], now=NOON)
    return {"Authorization": "Bearer " + create_token(database, account="anna", name="t", now=NOON)}


def test_a_question_goes_over_the_bus_and_back(address: str, known: dict[str, str]) -> None:
    answer = requests.get(f"{address}/api/v1/notifications?limit=7", headers=known, timeout=10)
    assert (answer.status_code, answer.json()) == (200, {"items": [], "next": None, "asked": 7})


def test_refusals_and_failures_cross_the_bus(address: str, known: dict[str, str]) -> None:
    headers = known | {"X-Correlation-Id": "c-1"}
    number = f"{address}/api/v1/notifications/M26-000042"
    missing = requests.get(number, headers=headers, timeout=10)
    assert (missing.status_code, missing.json()["detail"]) == (404, "There is no notification M26-000042.")
    failed = requests.post(f"{number}/take", headers=headers, timeout=10)
    assert (failed.status_code, failed.json()["code"]) == (500, "unexpected")
    assert "hunter2" not in failed.text
    away = requests.get(f"{address}/api/v1/teams", headers=headers, timeout=10)
    assert (away.status_code, away.json()["code"], away.headers["Retry-After"]) == (503, "unavailable", "5")
    assert {answer.headers["X-Correlation-Id"] for answer in (missing, failed, away)} == {"c-1"}


def test_readiness_names_who_is_away(address: str) -> None:
    answer = requests.get(f"{address}/health/ready", timeout=10)
    away = dict.fromkeys(("catalog", "routing", "reporting"), "away")
    assert answer.status_code == 503
    assert answer.json()["parts"] == {"database": "ok", "broker": "ok", "intake": "ok"} | away


@pytest.mark.parametrize("chunked", [False, True])
def test_a_body_that_is_too_large(address: str, known: dict[str, str], chunked: bool) -> None:
    body: Any = (b"x" * 65536 for _ in range(160)) if chunked else b"x" * 10 * 1024 * 1024
    headers = known | {"Content-Type": "application/json"}
    answer = requests.post(f"{address}/api/v1/notifications", data=body, headers=headers, timeout=30)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_a_body_in_chunks_is_read(address: str, known: dict[str, str]) -> None:
    body = iter([b'{"kind": ', b'"party"}'])
    headers = known | {"Content-Type": "application/json"}
    answer = requests.post(f"{address}/api/v1/notifications", data=body, headers=headers, timeout=10)
    assert answer.status_code == 422
    assert answer.json()["errors"]["kind"] == ["Must be one of: complaint, wish, information, malfunction."]


@pytest.mark.parametrize(("method", "path"), [("TRACE", "/"), ("FOO", "/api/v1/teams"), ("GET", "//nothing")])
def test_nameko_answers_nothing_itself(address: str, method: str, path: str) -> None:
    answer = requests.request(method, address + path, headers={"X-Correlation-Id": "c-1"}, timeout=10)
    assert answer.status_code in (404, 405)
    assert answer.headers["X-Correlation-Id"] == "c-1"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_an_address_that_is_not_utf_8(address: str) -> None:
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(b"GET /api/\xff\xfe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        told = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, body = told.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400")
    assert json.loads(body)["detail"] == "The address is not UTF-8."
