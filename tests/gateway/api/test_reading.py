"""Bodies and addresses that cannot be read: a clear refusal, and no service is asked."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from services.gateway.limits import LARGEST_BODY
from tests.gateway.builders import FakeBus

PATH = "/api/v1/notifications"


def send(client: FlaskClient, token: dict[str, str], data: bytes, content_type: str | None = "application/json") -> Any:
    return client.post(PATH, data=data, content_type=content_type, headers=token | {"X-Correlation-Id": "c-1"})


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        (b"{", "The body is not JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
        (b'{"kind": NaN}', "The body is not JSON: NaN is no number in JSON"),
        (b'{"kind": 1e999}', "The body is not JSON: 1e999 is too large a number"),
        (b"\xff\xfe", "The body is not UTF-8."),
        ('{"kind": "wish"}'.encode("utf-16"), "The body is not UTF-8."),
        (b"[" * 100_000, "The body is nested too deeply."),
    ],
)
def test_broken_json(client: FlaskClient, bus: FakeBus, token: dict[str, str], body: bytes, detail: str) -> None:
    answer = send(client, token, body)
    assert answer.status_code == 400
    assert answer.content_type == "application/problem+json"
    assert answer.json == {
        "type": "urn:balie:problem:unreadable",
        "title": "This cannot be read",
        "status": 400,
        "detail": detail,
        "code": "unreadable",
        "instance": PATH,
        "correlation_id": "c-1",
    }
    assert bus.said == []


def test_a_number_with_thousands_of_digits(client: FlaskClient, bus: FakeBus, token: dict[str, str]) -> None:
    answer = send(client, token, b'{"kind": ' + b"1" * 5000 + b"}")
    assert answer.status_code == 400
    assert bus.said == []


@pytest.mark.parametrize("content_type", [None, "text/plain", "application/x-www-form-urlencoded", "text/json; x"])
def test_another_content_type(
    client: FlaskClient, bus: FakeBus, token: dict[str, str], content_type: str | None
) -> None:
    answer = send(client, token, b'{"kind": "wish"}', content_type)
    assert answer.status_code == 415
    assert (answer.json["code"], answer.json["detail"]) == ("wrong_content_type", "Send application/json.")
    assert bus.said == []


@pytest.mark.parametrize("size", [LARGEST_BODY + 1, 10 * 1024 * 1024])
def test_a_body_that_is_too_large(client: FlaskClient, bus: FakeBus, token: dict[str, str], size: int) -> None:
    answer = send(client, token, b"x" * size)
    assert answer.status_code == 413
    assert (answer.json["code"], answer.json["detail"]) == (
        "too_large",
        "At most 1 MiB can be sent; with files, at most 32 MiB and 10 MiB a file.",
    )
    assert bus.said == []


def test_one_mebibyte_is_read(client: FlaskClient, token: dict[str, str]) -> None:
    answer = send(client, token, b'{"description": "' + b"x" * (LARGEST_BODY - 19) + b'"}')
    assert answer.status_code == 422
    assert answer.json["errors"]["description"] == [f"Use at most 8000 characters; this has {LARGEST_BODY - 19}."]


@pytest.mark.parametrize("path", ["/api/v1/customers?q=%ff", "/api/v1/teams?%ff=x"])
def test_an_address_that_is_not_utf_8(client: FlaskClient, bus: FakeBus, token: dict[str, str], path: str) -> None:
    answer = client.get(path, headers=token)
    assert (answer.status_code, answer.json["detail"]) == (400, "The address is not UTF-8.")
    assert bus.said == []


def test_a_path_that_is_not_utf_8(client: FlaskClient, bus: FakeBus, token: dict[str, str]) -> None:
    # The test client would decode the path itself, so this is what a server hands over.
    environ = {"PATH_INFO": "/api/v1/catalogue/\xff"}
    answer = client.get("/", headers=token, environ_overrides=environ)
    assert (answer.status_code, answer.json["detail"]) == (400, "The address is not UTF-8.")
    assert bus.said == []


def test_null_is_no_request(client: FlaskClient, bus: FakeBus, token: dict[str, str]) -> None:
    answer = send(client, token, b"null")
    assert (answer.status_code, answer.json["errors"]) == (422, {"_schema": ["Invalid input type."]})
    assert bus.said == []


def test_a_get_needs_no_content_type_and_may_have_any(client: FlaskClient, bus: FakeBus, token: dict[str, str]) -> None:
    # eventlet says text/plain for a request that has neither type nor body.
    assert client.get("/api/v1/teams", content_type="text/plain", headers=token).status_code == 200
