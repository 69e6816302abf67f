"""Hashing a password takes long, and holds up nobody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import eventlet
import pytest
from argon2 import PasswordHasher
from argon2.profiles import RFC_9106_LOW_MEMORY
from flask.testing import FlaskClient

from services.gateway import passwords
from services.gateway.passwords import hash_password, password_matches
from tests.gateway.conftest import PASSWORD


@pytest.fixture
def _real_hashing(_quick_hashing: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "hasher", PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY))


def beats_during(work: Callable[[], Any]) -> tuple[Any, int]:
    """What the work answers, and how often another greenlet had its turn meanwhile."""
    beats = 0

    def beat() -> None:
        nonlocal beats
        while True:
            eventlet.sleep(0.001)
            beats += 1

    beating = eventlet.spawn(beat)
    try:
        return work(), beats
    finally:
        beating.kill()


@pytest.mark.usefixtures("_real_hashing")
def test_others_go_on_while_a_password_is_hashed() -> None:
    made, beats = beats_during(lambda: hash_password(PASSWORD))
    assert made.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert beats >= 5
    for known, right in ((made, True), (None, False)):
        matches, beats = beats_during(lambda known=known: password_matches(known, PASSWORD))  # type: ignore[misc]  # a bound default
        assert matches is right
        assert beats >= 5


def test_right_wrong_and_unreadable() -> None:
    made = hash_password(PASSWORD)
    assert password_matches(made, PASSWORD)
    assert not password_matches(made, PASSWORD + "x")
    assert not password_matches("no hash", PASSWORD)
    assert not password_matches(None, PASSWORD)


@pytest.mark.usefixtures("_real_hashing", "accounts")
def test_a_log_in_does_not_hold_up_another_request(browser: Callable[[], FlaskClient]) -> None:
    done: list[str] = []

    def log_in() -> None:
        page = browser()
        token = page.get("/login").text.partition('name="csrf_token" value="')[2].partition('"')[0]
        done.append("asked")
        form = {"csrf_token": token, "name": "anna", "password": PASSWORD}
        answer = page.post("/login", data=form)
        assert (answer.status_code, answer.headers.getlist("Set-Cookie") != []) == (302, True)
        done.append("logged in")

    def look() -> None:
        while True:
            if "asked" in done:
                assert browser().get("/health/live").status_code == 200
                done.append("looked")
            eventlet.sleep(0.001)

    looking = eventlet.spawn(look)
    try:
        log_in()
    finally:
        looking.kill()
    assert done[0] == "asked"
    assert done.index("logged in") > 3
