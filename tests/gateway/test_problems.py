import pytest
from flask.testing import FlaskClient

from services.gateway.problems import STATUS
from services.shared.errors import CROSSES_RPC, Forbidden, NotFound, Refused, Unavailable, Unexpected
from tests.gateway.builders import FakeBus


@pytest.mark.parametrize(
    ("refusal", "status", "code", "title", "headers"),
    [
        (NotFound("There is none."), 404, "not_found", "Not found", {}),
        (Refused("too_late", "There is none."), 409, "too_late", "Not possible now", {}),
        (Forbidden("There is none."), 403, "forbidden", "Not allowed", {}),
        (Unavailable("There is none.", 7), 503, "unavailable", "Not available right now", {"Retry-After": "7"}),
    ],
)
def test_each_refusal_has_its_status(
    client: FlaskClient,
    bus: FakeBus,
    token: dict[str, str],
    refusal: Exception,
    status: int,
    code: str,
    title: str,
    headers: dict[str, str],
) -> None:
    bus.answers["routing.list_teams"] = refusal
    answer = client.get("/api/v1/teams", headers=token | {"X-Correlation-Id": "c-1"})
    assert answer.status_code == status
    assert answer.content_type == "application/problem+json"
    assert answer.json == {
        "type": f"urn:balie:problem:{code}",
        "title": title,
        "status": status,
        "detail": "There is none.",
        "code": code,
        "instance": "/api/v1/teams",
        "correlation_id": "c-1",
    }
    assert {name: answer.headers.get(name) for name in headers} == headers


@pytest.mark.parametrize("error", [Unexpected("their-id"), ValueError("password=hunter2"), KeyError("secret")])
def test_what_nobody_foresaw_tells_nothing(
    client: FlaskClient, bus: FakeBus, token: dict[str, str], error: Exception
) -> None:
    bus.answers["routing.list_teams"] = error
    answer = client.get("/api/v1/teams", headers=token | {"X-Correlation-Id": "c-1"})
    assert answer.status_code == 500
    assert answer.json == {
        "type": "urn:balie:problem:unexpected",
        "title": "Something went wrong",
        "status": 500,
        "detail": "This is our fault. It was logged under this correlation id.",
        "code": "unexpected",
        "instance": "/api/v1/teams",
        "correlation_id": "c-1",
    }


def test_every_refusal_that_crosses_the_bus_has_a_status() -> None:
    assert set(CROSSES_RPC) - {Unexpected} <= set(STATUS)


@pytest.mark.parametrize("path", ["/api", "/api/", "/api/v1", "/api/v2/teams", "/health/", "/api/v1/teams/x"])
def test_an_address_of_the_api_that_is_not_there(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.content_type) == (404, "application/problem+json")
    assert answer.json["detail"] == "There is nothing at this address."


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "FOO"])
def test_a_method_an_address_does_not_take(client: FlaskClient, method: str) -> None:
    answer = client.open("/api/v1/notifications", method=method)
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS, POST"
    assert answer.json["code"] == "method_not_allowed"


def test_a_page_that_is_not_there_is_a_page(client: FlaskClient) -> None:
    answer = client.get("/nothing-here", headers={"X-Correlation-Id": "c-1"})
    assert (answer.status_code, answer.mimetype) == (404, "text/html")
    assert "c-1" in answer.text


def test_an_error_page_that_fails_is_still_an_answer(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    from services.gateway.portal import errors

    def broken(*_: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(errors, "error_page", broken)
    answer = client.get("/nothing-here", headers={"X-Correlation-Id": "c-1"})
    assert (answer.status_code, answer.mimetype, answer.text) == (404, "text/plain", "404 Not found\nc-1\n")
