"""The API as a browser with a session uses it."""

from __future__ import annotations

from tests.api.asking import Browser, form_token
from tests.api.conftest import WISH
from tests.desk import CUSTOMER, Desk


def test_a_write_by_cookie_with_the_form_token_is_done(open_desk: Desk) -> None:
    browser = Browser(open_desk, CUSTOMER)
    headers = {"X-CSRF-Token": form_token(browser.page("/"))}
    url = f"{open_desk.url}/api/v1/notifications"
    answer = browser.session.post(url, json=WISH, headers=headers, timeout=20)
    assert (answer.status_code, answer.json()["customer"]["code"]) == (201, "K0001")


def test_after_logging_out_the_session_is_over(open_desk: Desk) -> None:
    browser = Browser(open_desk, CUSTOMER)
    key = browser.session.cookies["balie_session"]
    browser.session.post(f"{open_desk.url}/logout", data={"csrf_token": form_token(browser.page("/"))}, timeout=20)
    assert "balie_session" not in browser.session.cookies
    browser.session.cookies["balie_session"] = key
    assert browser.session.get(f"{open_desk.url}/api/v1/teams", timeout=20).status_code == 401
