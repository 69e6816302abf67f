"""What cannot be used is refused in a way the caller can act on, and nothing of it is kept."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import Any

import pytest
from marshmallow import Schema, fields

from services.shared.contracts import intake, routing
from services.shared.contracts.base import Code, Text
from tests.api.asking import as_json, hung_up, raw_post, refused, send, sent_raw
from tests.api.conftest import WISH
from tests.desk import SPECIALIST, Api, Desk, until

TEN_MEGABYTES = 10 * 1024 * 1024
NO_TEXT: list[Any] = [1, 1.5, True, [], {}, ["x"], {"nl": "x"}]
# NUL, escape, delete, a C1 control character, and halves of characters.
NOT_TO_BE_KEPT = ["a\x00b", "\x1b[31m", "a\x7f", "a\x85b", "\ud800", "x\udfff\ud800"]
# Every write with a body: its contract, and a body that is right.
WRITES: dict[str, tuple[type[Schema], dict[str, Any]]] = {
    "register": (intake.RegisterNotification, WISH | {"customer": "K0001"}),
    "ask": (intake.AskCustomer, {"question": "Welke?"}),
    "answer": (intake.AnswerNotification, {"text": "Morgen."}),
    "forward": (intake.ForwardNotification, {"team": "TECHNIEK"}),
    "note": (intake.AddNote, {"text": "Belt terug."}),
    "reopen": (intake.Reason, {"reason": "Nog niet."}),
    "cancel": (intake.Reason, {"reason": "Niet meer nodig."}),
    "rate": (intake.RateNotification, {"score": 4}),
    "complete": (routing.CompleteWorkOrder, {"solution": "Vervangen."}),
}
FIELDS = [(write, name) for write, (contract, _) in WRITES.items() for name in contract().fields]


@pytest.fixture(scope="module")
def paths(people: dict[str, Api], customer: Api, agent: Api) -> dict[str, str]:
    """Where each write goes: a notification at the desk, and a work order."""
    number = customer.post("/notifications", WISH).json()["number"]
    other = customer.post("/notifications", WISH).json()["number"]
    agent.post(f"/notifications/{other}/forward", {"team": "TECHNIEK"})
    specialist = people[SPECIALIST.account]
    order = until(lambda: specialist.get("/work-orders").json()["items"])[0]["number"]
    until(lambda: agent.get(f"/notifications/{other}").json()["work_orders"])
    found = {write: f"/notifications/{number}/{write}" for write in WRITES}
    return found | {"register": "/notifications", "complete": f"/work-orders/{order}/complete"}


@pytest.fixture(autouse=True)
def _nothing_is_kept(paths: dict[str, str], nothing_is_kept: Any) -> None:
    """Of nothing in this module anything is kept."""


def wrong_for(field: fields.Field) -> Iterator[Any]:
    """Values of other types and outside the bounds of this field."""
    if not field.allow_none:
        yield None
    if isinstance(field, Code):
        yield from ["a b", "a/b", "../etc", "<b>", "'; --", "x" * 41]
    if isinstance(field, Text):
        yield from [*NO_TEXT, *NOT_TO_BE_KEPT, "x" * (field.longest + 1)]
        yield from [] if field.blank else ["", " \n\t "]
    elif isinstance(field, fields.Enum):
        yield from [*NO_TEXT, "party", "", "WISH", "\x00", "\ud800"]
    elif isinstance(field, fields.Integer):
        yield from ["x", "", 2.5, True, [], {}, 0, -1, 10**30, 1e300]
        yield from [] if field.name == "version" else [6]
    elif isinstance(field, fields.Nested):
        yield from ["x", 1, True, [], [{}], {"nobody_asked": "x"}, {"": 1}]
    elif isinstance(field, fields.Boolean):
        yield from ["perhaps", "", 2, [], {}, ["yes"]]
    elif isinstance(field, fields.Dict):
        yield from ["x", 1, True, [], [["a", 1]], {"a b": 1}, {"": 1}, {"x" * 41: 1}, {"a": "\ud800"}]
        yield from [{"a": 2**70}, {"nobody_asked": "x"}, {"\x00": 1}]
    else:
        raise AssertionError(f"what is wrong for {field!r}?")


@pytest.mark.parametrize(("write", "name"), FIELDS)
def test_a_wrong_value_is_refused_beside_its_field(
    people: dict[str, Api], agent: Api, paths: dict[str, str], write: str, name: str
) -> None:
    contract, right = WRITES[write]
    api = people[SPECIALIST.account] if write == "complete" else agent
    for value in wrong_for(contract().fields[name]):
        answer = api.post(paths[write], right | {name: value})
        told = refused(answer, 422, "invalid")
        assert list(told["errors"]) == [name], (value, told)


@pytest.mark.parametrize("write", WRITES)
def test_a_field_nobody_knows_is_refused(people: dict[str, Api], agent: Api, paths: dict[str, str], write: str) -> None:
    api = people[SPECIALIST.account] if write == "complete" else agent
    for name in ("sumary", "number", "status", "__class__", "\x00", "<b>", ""):
        told = refused(api.post(paths[write], WRITES[write][1] | {name: "x"}), 422, "invalid")
        assert told["errors"] == {name: ["Unknown field."]}


@pytest.mark.parametrize("step", ["take", "close"])
def test_a_step_that_takes_nothing_refuses_what_is_sent(agent: Api, paths: dict[str, str], step: str) -> None:
    path = paths["ask"].replace("ask", step)
    assert refused(agent.post(path, {"x": 1}), 422, "invalid")["errors"] == {"x": ["Unknown field."]}
    assert refused(agent.post(path, [1]), 422, "invalid")["errors"] == {"_schema": ["Invalid input type."]}


def test_a_catalogue_item_refuses_wrong_answers(agent: Api) -> None:
    right = WISH | {"kind": "malfunction", "customer": "K0001", "catalogue_item": "lamp-kapot"}
    for wrong in ("x", [1], {}, True, "NaN", "Infinity", -1, 10**18, "\x00", "1" * 5000):
        told = refused(agent.post("/notifications", right | {"answers": {"aantal": wrong}}), 422, "invalid")
        assert list(told["errors"]["answers"]) == ["aantal"], wrong
    for wrong in (1, [], {}, True, "x" * 201, "\x00", "\x1b"):
        told = refused(agent.post("/notifications", right | {"answers": {"aantal": 1, "plek": wrong}}), 422, "invalid")
        assert list(told["errors"]["answers"]) == ["plek"], wrong


@pytest.mark.parametrize(
    ("path", "name", "values"),
    [
        ("/notifications", "status", ["party", "new,party", "\x00", "NEW"]),
        ("/notifications", "kind", ["party", "1"]),
        ("/notifications", "channel", ["party"]),
        ("/notifications", "team", ["a b", "x" * 41, "\x00", "<b>"]),
        ("/notifications", "customer", ["a b"]),
        ("/notifications", "location", ["a b"]),
        ("/notifications", "q", ["x" * 201, "\x00", "a\x1bb"]),
        ("/notifications", "limit", ["0", "-1", "201", "x", "1.5", "1e3", "9" * 30, "NaN", "\x00"]),
        ("/notifications", "after", ["x", "M26-x", "' OR 1=1", "x" * 61, "\x00", "M26-" + "9" * 50]),
        ("/work-orders", "status", ["party"]),
        ("/work-orders", "team", ["a b"]),
        ("/work-orders", "notification", ["x" * 21, "\x00"]),
        ("/work-orders", "limit", ["0", "201", "x"]),
        ("/work-orders", "after", ["x", "\x00"]),
        ("/catalogue", "limit", ["0", "101", "x"]),
        ("/catalogue", "q", ["x" * 201, "\x00"]),
        ("/customers", "limit", ["0", "101", "x"]),
        ("/customers", "q", ["x" * 201, "\x00"]),
        ("/locations", "limit", ["0", "101", "x"]),
        ("/locations", "q", ["x" * 201, "\x00"]),
    ],
)
def test_a_wrong_query_is_refused_beside_its_parameter(agent: Api, path: str, name: str, values: list[str]) -> None:
    for value in values:
        told = refused(agent.get(path, **{name: value}), 422, "invalid")
        assert list(told["errors"]) == [name], (value, told)
    if name != "status":
        told = refused(agent.get(path, **{name: ["1", "2"]}), 422, "invalid")
        assert told["errors"] == {name: ["Give this once."]}


@pytest.mark.parametrize(
    ("period", "wrong"),
    [
        ({}, ["from", "to"]),
        ({"from": "2026-01-01"}, ["to"]),
        ({"from": "x", "to": "2026-02-30"}, ["from", "to"]),
        ({"from": "2026-01-02", "to": "2026-01-01"}, ["to"]),
        ({"from": "0001-01-01", "to": "2026-01-01"}, ["from"]),
        ({"from": "2026-01-01", "to": "9999-12-31"}, ["to"]),
        ({"from": "1950-01-01", "to": "2026-01-01"}, ["to"]),
        ({"from": "\x00", "to": "2026-01-01T00:00"}, ["from", "to"]),
    ],
)
def test_a_wrong_period_is_refused(agent: Api, period: dict[str, str], wrong: list[str]) -> None:
    assert sorted(refused(agent.get("/reports/factsheet", **period), 422, "invalid")["errors"]) == wrong


@pytest.mark.parametrize(
    "path", ["/notifications", "/work-orders", "/catalogue", "/teams", "/customers", "/locations", "/reports/factsheet"]
)
def test_a_parameter_nobody_knows_is_refused(agent: Api, path: str) -> None:
    for name in ("x", "Limit", "limit[]", "\x00", "<b>"):
        period = {"from": "2026-01-01", "to": "2026-01-01"} if "factsheet" in path else {}
        told = refused(agent.get(path, **{name: "1"}, **period), 422, "invalid")
        assert told["errors"] == {name: ["Unknown field."]}


NUMBERS = ["M26-999999", "M99-000001", "M26-999999999", "W26-000001", "M26-1", "m26-000001", "M26-0000000000000001"]
NUMBERS += ["M26-000001%20", "M26-00000%C3%A9", "%00", "%0d%0aX:%201", "..%2f..", "%F0%9F%92%A9", "x" * 3000]


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: number[:20])
def test_a_number_that_does_not_exist(agent: Api, number: str) -> None:
    refused(agent.get(f"/notifications/{number}"), 404, "not_found")
    for step in ("take", "close"):
        refused(agent.post(f"/notifications/{number}/{step}"), 404, "not_found")
    refused(agent.post(f"/notifications/{number}/note", {"text": "x"}), 404, "not_found")
    work_order = number.replace("M", "W") if number.startswith("M") else "M26-000001"
    refused(agent.get(f"/work-orders/{work_order.replace('W26-000001', 'W26-999999')}"), 404, "not_found")


def test_codes_that_do_not_exist(agent: Api) -> None:
    for code in ("nothing", "%00", "a%20b", "x" * 41, "..", "..%2f", "%3Cb%3E"):
        refused(agent.get(f"/catalogue/{code}"), 404, "not_found")
    for name in ("customer", "location", "catalogue_item"):
        told = refused(agent.post("/notifications", WISH | {"customer": "K0001", name: "NOTHING"}), 422, "invalid")
        assert list(told["errors"]) == [name]


def test_a_method_that_is_not_there(agent: Api) -> None:
    for method in ("DELETE", "PUT", "PATCH", "TRACE", "FOO"):
        answer = agent.session.request(method, f"{agent.url}/notifications", timeout=20)
        refused(answer, 405, "method_not_allowed")
        assert answer.headers["Allow"] == "GET, HEAD, OPTIONS, POST"


@pytest.mark.parametrize("size", [1024 * 1024 + 1, TEN_MEGABYTES])
def test_a_body_that_is_too_large(agent: Api, paths: dict[str, str], size: int) -> None:
    for path in (paths["register"], paths["note"], "/nothing", paths["ask"].replace("ask", "take")):
        refused(send(agent, path, b" " * size), 413, "too_large")


def test_a_body_in_chunks_that_is_too_large(agent: Api, paths: dict[str, str]) -> None:
    for path in (paths["register"], paths["note"], paths["ask"].replace("ask", "take")):
        refused(send(agent, path, (b" " * 65536 for _ in range(160))), 413, "too_large")


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"{'kind': 'wish'}",
        b'{"kind": "wish",}',
        b'{"kind": "wish"} x',
        b'{"kind": NaN}',
        b'{"kind": Infinity}',
        b'{"kind": -Infinity}',
        b'{"kind": 1e999}',
        b'{"kind": ' + b"1" * 5000 + b"}",
        b'{"kind": "a\x00b"}',
        b'{"kind": "\\ud8"}',
        b'{"kind": "\xff"}',
        b"\xff\xfe{}",
        b"\xef\xbb\xbf{}",
        '{"kind": "wish"}'.encode("utf-16"),
        b"[" * 100_000,
        b'{"a":' * 50_000,
        b"[" * 100_000 + b"]" * 100_000,
        b"\x1f\x8b\x08",
        b"kind=wish&summary=x",
    ],
    ids=lambda body: repr(body[:30]),
)
def test_a_body_that_is_not_json(agent: Api, paths: dict[str, str], body: bytes) -> None:
    for path in (paths["register"], paths["note"], paths["ask"].replace("ask", "take")):
        refused(send(agent, path, body), 400, "unreadable")


@pytest.mark.parametrize("body", [b"null", b"[]", b"1", b'"text"', b"true", b'[{"kind": "wish"}]'])
def test_json_that_is_no_object(agent: Api, paths: dict[str, str], body: bytes) -> None:
    told = refused(send(agent, paths["register"], body), 422, "invalid")
    assert told["errors"] == {"_schema": ["Invalid input type."]}


@pytest.mark.parametrize("depth", [100, 300])
def test_json_nested_deeper_than_anything_is(agent: Api, paths: dict[str, str], depth: int) -> None:
    nested = b'{"a":' * depth + b"1" + b"}" * depth
    body = as_json(**WISH, customer="K0001")[:-1] + b', "answers": ' + nested + b"}"
    told = refused(send(agent, paths["register"], body), 422, "invalid")
    assert list(told["errors"]) == ["answers"]
    told = refused(send(agent, paths["note"], b'{"text": ' + nested + b"}"), 422, "invalid")
    assert told["errors"] == {"text": ["Not a valid string."]}


def test_nothing_sent_at_all(agent: Api, paths: dict[str, str]) -> None:
    missing = {name: ["Missing data for required field."] for name in ("kind", "channel", "summary")}
    for body in (b"", iter([b""])):
        assert refused(send(agent, paths["register"], body), 422, "invalid")["errors"] == missing


@pytest.mark.parametrize(
    "content_type", [None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "x"]
)
def test_another_content_type(agent: Api, paths: dict[str, str], content_type: str | None) -> None:
    for path in (paths["register"], paths["note"]):
        refused(send(agent, path, as_json(**WISH), content_type), 415, "wrong_content_type")


@pytest.mark.parametrize(
    "path", [b"/api/v1/catalogue/\xff", b"/api/v1/catalogue/%ff%fe", b"/api/v1/teams?q=%ff", b"/api/v1/teams?\xff=1"]
)
def test_an_address_that_is_not_utf_8(open_desk: Desk, path: bytes) -> None:
    answer = sent_raw(open_desk.url, b"GET " + path + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert refused(answer, 400, "unreadable")["detail"] == "The address is not UTF-8."


def test_a_page_at_an_address_that_is_not_utf_8(open_desk: Desk) -> None:
    answer = sent_raw(open_desk.url, b"GET /login?next=\xff HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "text/html; charset=utf-8")
    assert len(answer.headers["X-Correlation-Id"]) == 32


@pytest.mark.parametrize(
    ("header", "body"),
    [
        ("Content-Length: 500", as_json(**WISH, customer="K0001")),
        ("Transfer-Encoding: chunked", b"zz\r\n{}\r\n0\r\n\r\n"),
        ("Transfer-Encoding: chunked", b"500\r\n{}"),
    ],
    ids=["ends early", "no chunk", "chunk ends early"],
)
def test_a_body_that_is_not_as_long_as_it_says(open_desk: Desk, agent: Api, header: str, body: bytes) -> None:
    request = raw_post(agent, "/notifications", body, "Content-Type: application/json", header)
    refused(sent_raw(open_desk.url, request), 400, "unreadable")


@pytest.mark.parametrize(
    "headers",
    [["Content-Length: -1"], ["Content-Length: many"], ["Content-Length: 3", "Transfer-Encoding: chunked"]],
    ids=["negative", "no number", "both"],
)
def test_a_length_that_cannot_be_is_refused_by_the_server_itself(
    open_desk: Desk, agent: Api, headers: list[str]
) -> None:
    body = as_json(**WISH, customer="K0001")
    request = raw_post(agent, "/notifications", body, "Content-Type: application/json", *headers)
    assert sent_raw(open_desk.url, request).status_code == 400


# A socket that the other side reset is left to the garbage collector by eventlet.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_caller_that_hangs_up_harms_nobody(open_desk: Desk, agent: Api) -> None:
    for request in (
        b"",
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET /api/v1/te",
        raw_post(agent, "/notifications", b"{", "Content-Type: application/json", "Content-Length: 5000"),
        raw_post(agent, "/notifications", b"500\r\n{", "Content-Type: application/json", "Transfer-Encoding: chunked"),
        b"GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n" * 20,
    ):
        hung_up(open_desk.url, request)
        assert agent.get("/teams").status_code == 200
    gc.collect()
