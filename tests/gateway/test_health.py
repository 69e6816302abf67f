import pytest
from flask.testing import FlaskClient

from services.shared.errors import Unavailable
from services.shared.kit.database import Database
from tests.gateway.builders import FakeBus

PARTS = ("database", "broker", "intake", "catalog", "routing", "reporting")


def test_alive(client: FlaskClient) -> None:
    answer = client.get("/health/live")
    assert (answer.status_code, answer.json) == (200, {"status": "alive"})


def test_ready_when_every_part_answers(client: FlaskClient, bus: FakeBus) -> None:
    answer = client.get("/health/ready")
    assert answer.status_code == 200
    assert answer.json == {"status": "ready", "parts": dict.fromkeys(PARTS, "ok")}
    assert [(said.service, said.method) for said in bus.said] == [
        (service, "ping") for service in ("intake", "catalog", "routing", "reporting")
    ]


@pytest.mark.parametrize("error", [Unavailable("routing does not answer."), RuntimeError("secret")])
def test_not_ready_when_a_service_is_away(client: FlaskClient, bus: FakeBus, error: Exception) -> None:
    bus.answers["routing.ping"] = error
    answer = client.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json == {"status": "not_ready", "parts": dict.fromkeys(PARTS, "ok") | {"routing": "away"}}


def test_not_ready_without_the_database(
    client: FlaskClient, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> None:
        raise Unavailable("The database of gateway does not answer.")

    monkeypatch.setattr(database, "check", away)
    answer = client.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json["parts"] == dict.fromkeys(PARTS, "ok") | {"database": "away"}


def test_without_the_broker_nobody_is_asked(client: FlaskClient, bus: FakeBus, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("services.gateway.health._ask_broker", refused)
    answer = client.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json["parts"] == dict.fromkeys(PARTS, "away") | {"database": "ok"}
    assert bus.said == []


def test_nobody_in_particular_asks(client: FlaskClient, bus: FakeBus, token: dict[str, str]) -> None:
    client.get("/health/ready", headers=token)
    assert {said.context["actor"] for said in bus.said} == {
        '{"account": "nobody", "name": "", "roles": [], "customer": null, "teams": [], "organisation": null}'
    }
