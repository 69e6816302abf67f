"""Asking the API what it must refuse, and what a refusal has to look like."""

from __future__ import annotations

import json
import re
import socket
import struct
from typing import Any
from urllib.parse import urlsplit

import eventlet
import requests

from services.shared.actor import Actor
from tests.desk import PASSWORD, Api, Desk

PROBLEM = {"type", "title", "status", "detail", "code", "instance", "correlation_id"}
# Words that would tell a caller how it is built.
INTERNALS = ("Traceback", "sqlalchemy", "marshmallow", "nameko", "psycopg", "sqlite", "services.", "Error(", ".py")


def problem(answer: requests.Response) -> dict[str, Any]:
    """The problem this answer tells, which is what every refusal must be."""
    assert answer.headers["Content-Type"] == "application/problem+json", answer.text
    told: dict[str, Any] = answer.json()
    assert set(told) - {"errors"} == PROBLEM
    assert told["status"] == answer.status_code
    assert told["type"] == f"urn:balie:problem:{told['code']}"
    assert told["correlation_id"] == answer.headers["X-Correlation-Id"]
    assert told["title"]
    assert told["detail"]
    assert not [word for word in INTERNALS if word in answer.text], answer.text
    return told


def refused(answer: requests.Response, status: int, code: str) -> dict[str, Any]:
    """The problem, of this status and code."""
    told = problem(answer)
    assert (told["status"], told["code"]) == (status, code), told
    return told


def send(api: Api, path: str, data: Any, content_type: str | None = "application/json") -> requests.Response:
    """Post these bytes as they are."""
    headers = {"Content-Type": content_type} if content_type else {}
    return api.session.post(api.url + path, data=data, headers=headers, timeout=30)


def sent_raw(url: str, request: bytes) -> requests.Response:
    """The answer to a request written byte by byte, for what no library would send; then no more is said."""
    address = urlsplit(url)
    with socket.create_connection((address.hostname or "", address.port or 80), timeout=20) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        told = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, body = told.partition(b"\r\n\r\n")
    status, *lines = head.decode("latin-1").split("\r\n")
    answer = requests.Response()
    answer.status_code = int(status.split()[1])
    answer.headers.update(line.split(": ", 1) for line in lines)
    answer._content = body
    answer.encoding = "utf-8"
    return answer


def hung_up(url: str, request: bytes) -> None:
    """Send this and reset the connection, as when a cable is pulled."""
    address = urlsplit(url)
    with socket.create_connection((address.hostname or "", address.port or 80), timeout=20) as connection:
        connection.sendall(request)
        # Lingering for no time makes closing a reset.
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def raw_post(api: Api, path: str, body: bytes, *headers: str) -> bytes:
    """A post with exactly these headers besides the token."""
    root = urlsplit(api.url).path
    token = str(api.session.headers["Authorization"])
    lines = [f"POST {root}{path} HTTP/1.1", "Host: x", "Connection: close", f"Authorization: {token}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


def at_once(api: Api, key: str, bodies: list[dict[str, Any]]) -> list[tuple[int, str]]:
    """Status and number of registrations that are sent at the same time under one key, each over its own connection."""
    url, token = api.url.removesuffix("/api/v1"), str(api.session.headers["Authorization"]).removeprefix("Bearer ")

    def post(body: dict[str, Any]) -> tuple[int, str]:
        answer = Api(url, token).post("/notifications", body, **{"Idempotency-Key": key})
        return answer.status_code, answer.json().get("number", "")

    return list(eventlet.GreenPool().imap(post, bodies))


class Browser:
    """The portal as a browser uses it: cookies, and the token that its pages' forms carry."""

    def __init__(self, desk: Desk, person: Actor) -> None:
        self.url = desk.url
        self.session = requests.Session()
        typed = {"name": person.account, "password": PASSWORD, "csrf_token": form_token(self.page("/login"))}
        answer = self.session.post(f"{self.url}/login", data=typed, timeout=20)
        assert answer.status_code == 200, answer.text
        assert "balie_session" in self.session.cookies

    def page(self, path: str) -> str:
        answer = self.session.get(self.url + path, timeout=20)
        assert answer.status_code == 200, answer.text
        return answer.text


def form_token(page: str) -> str:
    """The token in the forms of a page."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found
    return found[1]


def as_json(**fields: Any) -> bytes:
    return json.dumps(fields).encode()
