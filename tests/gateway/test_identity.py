from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from flask.testing import FlaskClient

from services.gateway.domain.key import fingerprint
from services.gateway.storage.tables import SessionRow
from services.gateway.use_cases.sessions import log_in
from services.gateway.use_cases.tokens import create_token, revoke_token
from services.shared.actor import SERVICE, Actor
from services.shared.kit.database import Database
from tests.gateway.builders import NOTIFICATION, FakeBus
from tests.gateway.conftest import NOON, PASSWORD

pytestmark = pytest.mark.usefixtures("accounts")
TEAMS = "/api/v1/teams"
ASKED = {"kind": "malfunction", "channel": "api", "summary": "The light flickers"}


def form_token(client: FlaskClient, path: str = "/login") -> str:
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get(path).text)
    assert found
    return found[1]


def enter(client: FlaskClient, name: str = "carla", password: str = PASSWORD) -> object:
    return client.post("/login", data={"name": name, "password": password, "csrf_token": form_token(client)})


def keys(database: Database) -> list[str]:
    with database.reading() as session:
        return [row.fingerprint for row in session.query(SessionRow)]


def test_a_call_never_goes_out_as_a_service(client: FlaskClient, bus: FakeBus) -> None:
    # Whoever names no actor on the bus may do everything.
    client.get("/health/ready")
    enter(client)
    client.get(TEAMS)
    assert bus.said
    for said in bus.said:
        assert Actor.from_header(said.context["actor"]) != SERVICE


def test_logging_in_gives_a_cookie_that_scripts_cannot_read(client: FlaskClient, database: Database) -> None:
    answer = enter(client)
    assert answer.status_code == 302
    (cookie,) = [c for c in answer.headers.getlist("Set-Cookie") if c.startswith("balie_session=")]
    assert re.fullmatch(r"balie_session=[\w-]{43}; HttpOnly; Path=/; SameSite=Lax", cookie)
    kept = client.get_cookie("balie_session")
    assert kept is not None
    assert keys(database) == [fingerprint(kept.value)]


def test_the_session_is_recognised_by_the_api(client: FlaskClient, bus: FakeBus) -> None:
    enter(client)
    assert client.get(TEAMS).status_code == 200
    assert bus.said[-1].context["actor"] == Actor("carla", "Carla de Vries", ("customer",), "C-1").to_header()


def test_a_key_planted_before_the_log_in_is_worth_nothing(
    browser: Callable[[], FlaskClient], database: Database
) -> None:
    attacker, victim = browser(), browser()
    enter(attacker)
    planted = attacker.get_cookie("balie_session")
    assert planted is not None
    victim.set_cookie("balie_session", planted.value)
    victim.post("/logout", data={"csrf_token": form_token(browser())})  # another's form token does not count
    fresh = browser()
    fresh.set_cookie("balie_session", "planted")
    enter(fresh, "anna")
    now = fresh.get_cookie("balie_session")
    assert now is not None
    assert now.value != "planted"
    assert fingerprint("planted") not in keys(database)


def test_logging_out_ends_the_session_for_every_copy_of_the_cookie(
    browser: Callable[[], FlaskClient], database: Database
) -> None:
    client, copy = browser(), browser()
    enter(client)
    kept = client.get_cookie("balie_session")
    assert kept is not None
    copy.set_cookie("balie_session", kept.value)
    assert copy.get(TEAMS).status_code == 200
    client.post("/logout", headers={"X-CSRF-Token": meta_token(client)})
    assert client.get_cookie("balie_session") is None
    assert copy.get(TEAMS).status_code == 401
    assert keys(database) == []


def meta_token(client: FlaskClient) -> str:
    found = re.search(r'name="csrf-token" content="([^"]+)"', client.get("/api/docs").text)
    assert found
    return found[1]


def test_an_expired_session_is_nobody(client: FlaskClient, bus: FakeBus) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        enter(client)
        assert client.get(TEAMS).status_code == 200
        clock.shift(timedelta(hours=12))
        answer = client.get(TEAMS)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="balie"'


@pytest.mark.parametrize("value", ["", "x", "\x7f", "é", "a" * 3000])
def test_a_cookie_nobody_gave_is_nobody(client: FlaskClient, value: str) -> None:
    client.set_cookie("balie_session", value)
    assert client.get(TEAMS).status_code == 401


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("Bearer balie_wrong", 'Bearer realm="balie", error="invalid_token"'),
        ("Bearer ", 'Bearer realm="balie", error="invalid_token"'),
        ("Basic YW5uYTp4", 'Bearer realm="balie"'),
        ("", 'Bearer realm="balie"'),
    ],
)
def test_a_token_that_does_not_count(client: FlaskClient, bus: FakeBus, header: str, wanted: str) -> None:
    enter(client)  # A session does not make up for a wrong token.
    answer = client.get(TEAMS, headers={"Authorization": header})
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, wanted)
    assert answer.json["code"] == "not_signed_in"
    assert bus.said == []


def test_a_revoked_and_an_expired_token_count_no_longer(client: FlaskClient, database: Database) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        over = create_token(database, account="anna", name="a", expires_at=NOON + timedelta(hours=1), now=NOON)
        revoked = create_token(database, account="anna", name="b", now=NOON)
        for token in (over, revoked):
            assert client.get(TEAMS, headers={"Authorization": f"Bearer {token}"}).status_code == 200
        clock.shift(timedelta(hours=1))
        revoke_token(database, account="anna", name="b")
        for token in (over, revoked):
            assert client.get(TEAMS, headers={"Authorization": f"Bearer {token}"}).status_code == 401


def test_a_token_does_not_open_the_portal(client: FlaskClient, token: dict[str, str]) -> None:
    answer = client.get("/notifications", headers=token)
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/login?next=/notifications"


def test_a_write_by_cookie_needs_a_form_token(client: FlaskClient, bus: FakeBus) -> None:
    bus.answers["intake.register_notification"] = NOTIFICATION
    enter(client)
    before = list(bus.said)
    answer = client.post("/api/v1/notifications", json=ASKED, headers={"X-Correlation-Id": "c-1"})
    assert answer.status_code == 400
    assert answer.json == {
        "type": "urn:balie:problem:csrf",
        "title": "This cannot be read",
        "status": 400,
        "detail": "The CSRF token is missing.",
        "code": "csrf",
        "instance": "/api/v1/notifications",
        "correlation_id": "c-1",
    }
    assert bus.said == before
    headers = {"X-CSRF-Token": meta_token(client)}
    assert client.post("/api/v1/notifications", json=ASKED, headers=headers).status_code == 201


def test_a_write_by_token_needs_none(client: FlaskClient, bus: FakeBus, token: dict[str, str]) -> None:
    bus.answers["intake.register_notification"] = NOTIFICATION
    assert client.post("/api/v1/notifications", json=ASKED, headers=token).status_code == 201


def test_the_log_in_form_needs_a_form_token_too(client: FlaskClient, database: Database) -> None:
    answer = client.post("/login", data={"name": "carla", "password": PASSWORD})
    assert answer.status_code == 400
    assert keys(database) == []


def test_guessing_through_the_form_ends_in_429(client: FlaskClient, database: Database) -> None:
    assert [enter(client, password="wrong password").status_code for _ in range(6)] == [403] * 5 + [429]
    assert enter(client).status_code == 429
    assert keys(database) == []


def test_the_language_of_the_account_travels(client: FlaskClient, bus: FakeBus) -> None:
    enter(client, "anna")
    client.get(TEAMS)
    assert bus.said[-1].context["language"] == "en"
    client.set_cookie("language", "nl")
    client.get(TEAMS)
    assert bus.said[-1].context["language"] == "nl"
    client.get(TEAMS, headers={"Accept-Language": "fr, en-GB;q=0.8"})
    assert bus.said[-1].context["language"] == "en"
    client.get(TEAMS, headers={"Accept-Language": "fr"})
    assert bus.said[-1].context["language"] == "nl"
    client.set_cookie("language", "xx")
    client.get(TEAMS)
    assert bus.said[-1].context["language"] == "en"


def test_a_session_of_one_account_is_never_anothers(
    browser: Callable[[], FlaskClient], bus: FakeBus, database: Database
) -> None:
    one, other = browser(), browser()
    enter(one, "carla")
    enter(other, "anna")
    for client, account in ((one, "carla"), (other, "anna"), (one, "carla")):
        client.get(TEAMS)
        assert Actor.from_header(bus.said[-1].context["actor"]).account == account
    log_in(database, name="anna", password=PASSWORD, address="192.0.2.1", now=NOON)
