"""Work orders, catalogue, teams, customers, locations and reports: which address asks whom for what."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.gateway.builders import FakeBus

SEARCH = {"q": "", "limit": 20}
ORDERS = {"limit": 50, "after": None, "team": None, "status": None, "notification": None}

OPERATIONS: list[tuple[str, str, Any, str, str, tuple[Any, ...]]] = [
    ("GET", "notifications/M26-000042", None, "intake", "get_notification", ("M26-000042",)),
    ("GET", "work-orders", None, "routing", "list_work_orders", (ORDERS,)),
    ("GET", "work-orders?team=T-1&status=offered", None, "routing", "list_work_orders",
     (ORDERS | {"team": "T-1", "status": "offered"},)),
    ("GET", "work-orders/W26-000042", None, "routing", "get_work_order", ("W26-000042",)),
    ("POST", "work-orders/W26-000042/accept", None, "routing", "accept_work_order", ("W26-000042",)),
    ("POST", "work-orders/W26-000042/start", None, "routing", "start_work_order", ("W26-000042",)),
    ("POST", "work-orders/W26-000042/complete", {"solution": "New lamp."}, "routing", "complete_work_order",
     ("W26-000042", {"solution": "New lamp."})),
    ("GET", "catalogue?q=chair", None, "catalog", "find_items",
     (SEARCH | {"q": "chair", "language": None, "building": None},)),
    ("GET", "catalogue/desk-chair", None, "catalog", "get_item", ("desk-chair",)),
    ("POST", "catalogue/desk-chair/check", {"answers": {"a": 1}}, "intake", "check_request",
     ({"catalogue_item": "desk-chair", "answers": {"a": 1}, "language": "nl"},)),
    ("GET", "categories", None, "catalog", "list_categories", ()),
    ("GET", "articles/packing", None, "catalog", "get_article", ("packing",)),
    ("POST", "articles/packing/helped", {"helped": True}, "catalog", "rate_article", ("packing", {"helped": True})),
    ("GET", "search?q=chair&typing=true", None, "catalog", "find_in_catalogue",
     ({"q": "chair", "language": "nl", "typing": True, "building": None, "category": None, "limit": 20},)),
    ("GET", "teams", None, "routing", "list_teams", ()),
    ("GET", "customers?limit=5", None, "intake", "find_customers", (SEARCH | {"limit": 5},)),
    ("GET", "locations", None, "intake", "find_locations", (SEARCH | {"codes": [], "near": False},)),
    ("GET", "reports/factsheet?from=2026-01-01&to=2026-03-31", None, "reporting", "get_factsheet",
     ({"from": "2026-01-01", "to": "2026-03-31"},)),
]  # fmt: skip


@pytest.mark.parametrize(("verb", "path", "body", "service", "method", "arguments"), OPERATIONS)
def test_each_address_asks_one_service(
    client: FlaskClient,
    bus: FakeBus,
    token: dict[str, str],
    verb: str,
    path: str,
    body: Any,
    service: str,
    method: str,
    arguments: tuple[Any, ...],
) -> None:
    bus.answers[f"{service}.{method}"] = {"answer": "as given"}
    sent = {} if body is None else {"json": body}
    answer = client.open(f"/api/v1/{path}", method=verb, headers=token, **sent)
    assert (answer.status_code, answer.json) == (200, {"answer": "as given"})
    assert [(said.service, said.method, said.arguments) for said in bus.said] == [(service, method, arguments)]


@pytest.mark.parametrize(("verb", "path"), [(verb, path) for verb, path, *_ in OPERATIONS])
def test_every_address_wants_to_know_who_asks(client: FlaskClient, bus: FakeBus, verb: str, path: str) -> None:
    answer = client.open(f"/api/v1/{path}", method=verb, headers={"X-Correlation-Id": "c-1"})
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="balie"'
    assert answer.json == {
        "type": "urn:balie:problem:not_signed_in",
        "title": "Not signed in",
        "status": 401,
        "detail": "Log in, or send `Authorization: Bearer` with a token.",
        "code": "not_signed_in",
        "instance": "/api/v1/" + path.split("?")[0],
        "correlation_id": "c-1",
    }
    assert bus.said == []


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("", "from"),
        ("from=2026-01-01", "to"),
        ("from=2026-13-01&to=2026-03-31", "from"),
        ("from=2026-03-31&to=2026-01-01", "to"),
        ("from=1900-01-01&to=2026-01-01", "to"),
    ],
)
def test_a_period_that_cannot_be(
    client: FlaskClient, bus: FakeBus, token: dict[str, str], query: str, field: str
) -> None:
    answer = client.get(f"/api/v1/reports/factsheet?{query}", headers=token)
    assert answer.status_code == 422
    assert field in answer.json["errors"]
    assert bus.said == []


def test_an_address_that_takes_no_query_refuses_one(client: FlaskClient, bus: FakeBus, token: dict[str, str]) -> None:
    answer = client.get("/api/v1/teams?q=x", headers=token)
    assert (answer.status_code, answer.json["errors"]) == (422, {"q": ["Unknown field."]})
    assert bus.said == []


@pytest.mark.parametrize("code", ["%00", "a%20b", "a" * 41, "%3Cb%3E"])
def test_a_code_no_item_can_have_asks_nobody(
    client: FlaskClient, bus: FakeBus, token: dict[str, str], code: str
) -> None:
    assert client.get(f"/api/v1/catalogue/{code}", headers=token).status_code == 404
    assert bus.said == []
