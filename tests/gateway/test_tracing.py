import re

import pytest
from flask.testing import FlaskClient
from structlog.testing import capture_logs

from tests.gateway.builders import FakeBus


@pytest.mark.parametrize("given", ["a", "A-1._z", "x" * 64])
def test_a_sane_correlation_id_is_taken_over(client: FlaskClient, bus: FakeBus, given: str) -> None:
    assert client.get("/health/live", headers={"X-Correlation-Id": given}).headers["X-Correlation-Id"] == given


@pytest.mark.parametrize("given", ["", "x" * 65, "a b", "a/b", "<b>", "é"])
def test_any_other_is_replaced(client: FlaskClient, given: str) -> None:
    answered = client.get("/health/live", headers={"X-Correlation-Id": given}).headers["X-Correlation-Id"]
    assert re.fullmatch("[0-9a-f]{32}", answered)


@pytest.mark.parametrize("path", ["/", "/nothing", "/api/v1/teams", "/api/v1/nothing", "/health/live", "/static/x"])
def test_every_answer_has_one(client: FlaskClient, path: str) -> None:
    assert client.get(path, headers={"X-Correlation-Id": "c-1"}).headers["X-Correlation-Id"] == "c-1"


def test_every_request_is_one_log_line(client: FlaskClient, bus: FakeBus, token: dict[str, str]) -> None:
    with capture_logs() as lines:
        client.get("/api/v1/catalogue/desk-chair", headers=token | {"X-Correlation-Id": "c-1"})
    (line,) = [line for line in lines if line["event"] == "request.answered"]
    assert line.pop("ms") >= 0
    assert line == {
        "event": "request.answered",
        "log_level": "info",
        "method": "GET",
        "route": "/api/v1/catalogue/<code:code>",
        "status": 200,
        "correlation_id": "c-1",
        "account": "anna",
    }


def test_a_failure_is_logged_with_its_traceback(client: FlaskClient, bus: FakeBus, token: dict[str, str]) -> None:
    bus.answers["routing.list_teams"] = ZeroDivisionError("inside")
    with capture_logs() as lines:
        client.get("/api/v1/teams", headers=token | {"X-Correlation-Id": "c-1"})
    (line,) = [line for line in lines if line["event"] == "request.failed"]
    assert (line["correlation_id"], line["path"], repr(line["exc_info"])) == (
        "c-1",
        "/api/v1/teams",
        "ZeroDivisionError('inside')",
    )


def test_requests_are_counted_by_route_and_status(client: FlaskClient) -> None:
    client.get("/api/v1/catalogue/one")
    client.get("/api/v1/catalogue/two")
    client.open("/made-up", method="MADEUP")
    page = client.get("/metrics")
    assert page.mimetype == "text/plain"
    route = 'method="GET",route="/api/v1/catalogue/<code:code>",status="401"'
    assert re.search(rf"balie_http_request_seconds_count{{{re.escape(route)}}} \d", page.text)
    assert 'method="other",route="unknown",status="404"' in page.text
    assert "made-up" not in page.text.lower()
