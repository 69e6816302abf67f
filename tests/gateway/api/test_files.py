"""Files over HTTP: sent, named in an answer, and got back."""

from __future__ import annotations

import io
from typing import Any

import pytest
from flask.testing import FlaskClient

from services.gateway.domain.file import UNKNOWN
from services.gateway.use_cases import files
from services.shared.kit.database import Database
from tests.gateway.builders import NOTIFICATION, FakeBus
from tests.gateway.sent_files import PDF, PROGRAM

ROOT = "/api/v1/files"
ASKED = {"kind": "malfunction", "channel": "api", "summary": "The light flickers", "catalogue_item": "lamp"}


def send(client: FlaskClient, token: dict[str, str], content: bytes = PDF, name: str = "plan", **more: Any) -> Any:
    told = {"file": (io.BytesIO(content), name), **more}
    return client.post(ROOT, data=told, headers=token, content_type="multipart/form-data")


def test_a_file_is_sent_and_got_back(client: FlaskClient, token: dict[str, str]) -> None:
    answer = send(client, token)
    assert answer.status_code == 201
    told = answer.json
    assert told == {"id": told["id"], "name": "plan.pdf", "type": "application/pdf", "size": len(PDF)}
    assert answer.headers["Location"] == f"{ROOT}/{told['id']}"
    got = client.get(f"{ROOT}/{told['id']}", headers=token)
    assert (got.status_code, got.content_type, got.data) == (200, "application/pdf", PDF)
    assert client.get(f"{ROOT}/{'0' * 32}", headers=token).status_code == 404
    assert client.get(f"{ROOT}/{told['id']}").status_code == 401


def test_what_is_no_file_to_keep_is_refused(client: FlaskClient, token: dict[str, str]) -> None:
    refused = send(client, token, PROGRAM, "foto.jpg")
    assert (refused.status_code, refused.json["errors"]) == (422, {"file": [UNKNOWN]})
    two = send(client, token, photo=(io.BytesIO(PDF), "a.pdf"))
    assert (two.status_code, two.json["errors"]) == (422, {"photo": ["Unknown field."]})
    nothing = client.post(ROOT, json={}, headers=token)
    assert (nothing.status_code, nothing.json["errors"]) == (422, {"file": ["Missing data for required field."]})
    assert send(client, {}).status_code == 401


def test_an_answer_names_its_files_by_id(
    client: FlaskClient, token: dict[str, str], bus: FakeBus, database: Database
) -> None:
    bus.answers["intake.register_notification"] = NOTIFICATION
    told = send(client, token).json
    answers = {"foto": [told["id"]], "kleur": ["rood"], "plek": "hier"}
    made = client.post("/api/v1/notifications", json=ASKED | {"answers": answers}, headers=token)
    assert made.status_code == 201
    (said,) = bus.said
    assert said.arguments[0]["answers"] == answers | {"foto": [told]}
    file = files.known(database, [told["id"]])[told["id"]]
    assert (file.belongs_to, file.held_for) == (NOTIFICATION["number"], said.context["idempotency_key"])
    # Another notification cannot have it; whatever the caller says of it does not count.
    for named in (told["id"], told | {"size": 1}):
        client.post("/api/v1/notifications", json=ASKED | {"answers": {"foto": [named]}}, headers=token)
        name = named if isinstance(named, str) else told["name"]
        assert bus.said[-1].arguments[0]["answers"] == {"foto": [name]}


def test_a_repeat_of_a_registration_has_its_files_again(
    client: FlaskClient, token: dict[str, str], bus: FakeBus
) -> None:
    bus.answers["intake.register_notification"] = NOTIFICATION
    told = send(client, token).json
    asked = ASKED | {"answers": {"foto": [told["id"]]}}
    for _ in range(2):
        client.post("/api/v1/notifications", json=asked, headers=token | {"Idempotency-Key": "k-1"})
    first, second = bus.said
    assert first.arguments == second.arguments
    assert second.arguments[0]["answers"] == {"foto": [told]}


def test_a_check_knows_the_files_that_may_still_be_used(
    client: FlaskClient, token: dict[str, str], bus: FakeBus
) -> None:
    bus.answers["intake.check_request"] = {"complete": True}
    told = send(client, token).json
    unknown = "0" * 32
    client.post("/api/v1/catalogue/lamp/check", json={"answers": {"foto": [told["id"], unknown]}}, headers=token)
    assert bus.said[-1].arguments[0]["answers"] == {"foto": [told, unknown]}


def test_a_file_cannot_be_made_up(client: FlaskClient, token: dict[str, str], bus: FakeBus) -> None:
    bus.answers["intake.register_notification"] = NOTIFICATION
    for id in ("x", "0" * 32):
        made_up = {"id": id, "name": "schade.jpg", "type": "image/jpeg", "size": 3}
        client.post("/api/v1/notifications", json=ASKED | {"answers": {"foto": [made_up]}}, headers=token)
        assert bus.said[-1].arguments[0]["answers"] == {"foto": ["schade.jpg"]}


@pytest.mark.parametrize("answer", [{"id": "x"}, [{"id": 3}], [[["x"]]], [None], "f" * 32])
def test_what_names_no_file_is_left_as_it_is(
    client: FlaskClient, token: dict[str, str], bus: FakeBus, answer: Any
) -> None:
    bus.answers["intake.register_notification"] = NOTIFICATION
    made = client.post("/api/v1/notifications", json=ASKED | {"answers": {"foto": answer}}, headers=token)
    assert made.status_code == 201
