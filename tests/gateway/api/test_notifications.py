from typing import Any

import pytest
from flask.testing import FlaskClient

from services.shared.actor import Actor
from services.shared.errors import Refused
from tests.gateway.builders import NOTIFICATION, FakeBus

ROOT = "/api/v1/notifications"
ASKED = {"kind": "malfunction", "channel": "api", "summary": "The light flickers"}
FULL = ASKED | {
    "description": "",
    "customer": None,
    "location": None,
    "catalogue_item": None,
    "answers": {},
    "impact": None,
    "urgency": None,
    "answer": None,
    "suggested": None,
}


def test_registering_answers_201_with_the_place_of_the_notification(
    client: FlaskClient, bus: FakeBus, token: dict[str, str]
) -> None:
    bus.answers["intake.register_notification"] = NOTIFICATION
    answer = client.post(ROOT, json=ASKED, headers=token)
    assert answer.status_code == 201
    assert answer.headers["Location"] == "/api/v1/notifications/M26-000042"
    assert answer.content_type == "application/json"
    assert answer.json == NOTIFICATION
    assert [(said.service, said.method, said.arguments) for said in bus.said] == [
        ("intake", "register_notification", (FULL,))
    ]


def test_what_travels_with_the_call(client: FlaskClient, bus: FakeBus, token: dict[str, str]) -> None:
    bus.answers["intake.register_notification"] = NOTIFICATION
    client.post(ROOT, json=ASKED, headers=token | {"Idempotency-Key": "k-1", "X-Correlation-Id": "c-1"})
    assert bus.said[0].context == {
        "correlation_id": "c-1",
        "actor": Actor("anna", "Anna Bakker", ("agent",)).to_header(),
        "language": "en",
        "idempotency_key": "k-1",
    }


@pytest.mark.parametrize("key", ["", " ", "k 1", "é", "k" * 201])
def test_an_idempotency_key_is_visible_ascii(
    client: FlaskClient, bus: FakeBus, token: dict[str, str], key: str
) -> None:
    answer = client.post(ROOT, json=ASKED, headers=token | {"Idempotency-Key": key})
    assert answer.status_code == 422
    assert answer.json["errors"] == {"Idempotency-Key": ["Use 1 to 200 visible ASCII characters."]}
    assert bus.said == []


def test_a_key_that_was_used_for_something_else(client: FlaskClient, bus: FakeBus, token: dict[str, str]) -> None:
    bus.answers["intake.register_notification"] = Refused("idempotency_key_reused", "This key was used.")
    answer = client.post(ROOT, json=ASKED, headers=token | {"X-Correlation-Id": "c-1"})
    assert answer.status_code == 409
    assert answer.json == {
        "type": "urn:balie:problem:idempotency_key_reused",
        "title": "Not possible now",
        "status": 409,
        "detail": "This key was used.",
        "code": "idempotency_key_reused",
        "instance": "/api/v1/notifications",
        "correlation_id": "c-1",
    }


@pytest.mark.parametrize(
    ("body", "errors"),
    [
        ({}, {name: ["Missing data for required field."] for name in ("kind", "channel", "summary")}),
        (ASKED | {"sumary": "x"}, {"sumary": ["Unknown field."]}),
        (ASKED | {"kind": "party"}, {"kind": ["Must be one of: complaint, wish, information, malfunction."]}),
        (ASKED | {"summary": ["x"]}, {"summary": ["Not a valid string."]}),
        (ASKED | {"summary": "   "}, {"summary": ["Fill this in."]}),
        (ASKED | {"summary": "x" * 121}, {"summary": ["Use at most 120 characters; this has 121."]}),
        (ASKED | {"summary": "a\x00b"}, {"summary": ["This contains a character that cannot be kept: U+0000."]}),
        (ASKED | {"summary": "\ud800"}, {"summary": ["This contains a character that cannot be kept: U+D800."]}),
        (ASKED | {"answers": {"a": "\ud800"}}, {"answers": ["This contains something that cannot be kept."]}),
        (ASKED | {"answers": {"a": 2**70}}, {"answers": ["This contains something that cannot be kept."]}),
        ([], {"_schema": ["Invalid input type."]}),
        ("text", {"_schema": ["Invalid input type."]}),
    ],
)
def test_what_cannot_be_used_is_refused_per_field(
    client: FlaskClient, bus: FakeBus, token: dict[str, str], body: Any, errors: dict[str, Any]
) -> None:
    answer = client.post(ROOT, json=body, headers=token | {"X-Correlation-Id": "c-1"})
    assert answer.status_code == 422
    assert answer.content_type == "application/problem+json"
    assert answer.json == {
        "type": "urn:balie:problem:invalid",
        "title": "Something is missing or wrong",
        "status": 422,
        "detail": "Some of what was sent cannot be used; see the errors per field.",
        "code": "invalid",
        "instance": "/api/v1/notifications",
        "correlation_id": "c-1",
        "errors": errors,
    }
    assert bus.said == []


def test_html_is_ordinary_text(client: FlaskClient, bus: FakeBus, token: dict[str, str]) -> None:
    html = "<script>alert('x')</script> & \"quotes\""
    bus.answers["intake.register_notification"] = NOTIFICATION | {"summary": html}
    answer = client.post(ROOT, json=ASKED | {"summary": html}, headers=token)
    assert bus.said[0].arguments[0]["summary"] == html
    assert answer.json["summary"] == html
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("", {}),
        ("status=new&status=ready", {"status": ["new", "ready"]}),
        ("status=new,ready&status=closed", {"status": ["new", "ready", "closed"]}),
        ("status=&kind=&channel=&team=&q=&limit=&after=", {}),
        (
            "kind=wish&channel=phone&team=T-1&q=%20chair%20",
            {"kind": "wish", "channel": "phone", "team": "T-1", "q": "chair"},
        ),
        ("limit=200&after=abc", {"limit": 200, "after": "abc"}),
    ],
)
def test_the_filters_of_the_list(
    client: FlaskClient, bus: FakeBus, token: dict[str, str], query: str, asked: dict[str, Any]
) -> None:
    without = {"limit": 50, "after": None, "status": [], "q": ""}
    without |= dict.fromkeys(("kind", "channel", "team", "customer", "location"))
    answer = client.get(f"{ROOT}?{query}", headers=token)
    assert answer.status_code == 200
    assert answer.json == {"items": [], "next": None}
    assert bus.said[0].arguments == (without | asked,)


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("statsu=new", "statsu"),
        ("statsu=", "statsu"),
        ("status=old", "status"),
        ("kind=wish&kind=complaint", "kind"),
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("limit=ten", "limit"),
        ("q=%00", "q"),
        ("q=" + "x" * 201, "q"),
        ("team=no%20team", "team"),
    ],
)
def test_a_filter_that_cannot_be_used_is_refused(
    client: FlaskClient, bus: FakeBus, token: dict[str, str], query: str, field: str
) -> None:
    answer = client.get(f"{ROOT}?{query}", headers=token)
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == [field]
    assert bus.said == []


STEPS: list[tuple[str, str, Any, tuple[Any, ...]]] = [
    ("take", "take_notification", None, ()),
    ("ask", "ask_customer", {"question": " Where? "}, ({"question": "Where?"},)),
    (
        "answer",
        "answer_notification",
        {"text": "Here.", "to": "customer"},
        ({"text": "Here.", "to": "customer", "article": None, "version": None, "close": False},),
    ),
    ("correct", "correct_notification", {"kind": "wish"}, ({"kind": "wish"},)),
    ("forward", "forward_notification", None, ({"team": None, "category": None, "remark": ""},)),
    ("forward", "forward_notification", {"team": "T-1"}, ({"team": "T-1", "category": None, "remark": ""},)),
    ("note", "add_note", {"text": "x"}, ({"text": "x", "for_customer": False},)),
    ("close", "close_notification", None, ()),
    ("close", "close_notification", {}, ()),
    ("reopen", "reopen_notification", {"reason": "x"}, ({"reason": "x"},)),
    ("cancel", "cancel_notification", {"reason": "x"}, ({"reason": "x"},)),
    ("rate", "rate_notification", {"score": 5}, ({"score": 5, "comment": ""},)),
]


@pytest.mark.parametrize(("step", "method", "body", "told"), STEPS)
def test_every_step(
    client: FlaskClient, bus: FakeBus, token: dict[str, str], step: str, method: str, body: Any, told: tuple[Any, ...]
) -> None:
    bus.answers[f"intake.{method}"] = NOTIFICATION
    sent = {} if body is None else {"json": body}
    answer = client.post(f"{ROOT}/M26-000042/{step}", headers=token, **sent)
    assert (answer.status_code, answer.json) == (200, NOTIFICATION)
    assert [(said.service, said.method, said.arguments) for said in bus.said] == [
        ("intake", method, ("M26-000042", *told))
    ]


@pytest.mark.parametrize("step", sorted({step for step, *_ in STEPS}))
def test_no_step_takes_what_it_does_not_know(
    client: FlaskClient, bus: FakeBus, token: dict[str, str], step: str
) -> None:
    answer = client.post(f"{ROOT}/M26-000042/{step}", json={"surprise": 1}, headers=token)
    assert answer.status_code == 422
    assert answer.json["errors"]["surprise"] == ["Unknown field."]
    answer = client.post(f"{ROOT}/M26-000042/{step}?surprise=1", json={}, headers=token)
    assert answer.status_code == 422
    assert bus.said == []


@pytest.mark.parametrize(
    "number", ["M26-42", "m26-000042", "W26-000042", "M26-000042%00", "%3Cb%3E", "M26-" + "1" * 10]
)
def test_a_number_no_notification_can_have_asks_nobody(
    client: FlaskClient, bus: FakeBus, token: dict[str, str], number: str
) -> None:
    answer = client.get(f"{ROOT}/{number}", headers=token)
    assert (answer.status_code, answer.json["code"]) == (404, "not_found")
    assert bus.said == []
