"""Who may not: strangers, other customers, other roles; and what they hear is no more than they may know."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import requests

from services.gateway.use_cases.tokens import create_token, revoke_token
from services.shared.kit.clock import now
from services.shared.kit.database import database_of
from tests.api.asking import Browser, form_token, problem, refused
from tests.api.conftest import WISH
from tests.desk import AGENT, CUSTOMER, OTHER_CUSTOMER, SPECIALIST, Api, Desk, until

UNKNOWN = "M26-999999"
UNKNOWN_ORDER = "W26-999999"
STEPS: dict[str, dict[str, Any]] = {
    "take": {},
    "ask": {"question": "Welke?"},
    "answer": {"text": "Deze."},
    "forward": {},
    "note": {"text": "Hallo"},
    "close": {},
    "reopen": {"reason": "Nee"},
    "cancel": {"reason": "Nee"},
    "rate": {"score": 1},
}


@pytest.fixture(scope="module")
def number(customer: Api) -> str:
    """A customer's notification."""
    found: str = customer.post("/notifications", WISH).json()["number"]
    return found


@pytest.fixture(scope="module")
def order(people: dict[str, Api], agent: Api, customer: Api) -> str:
    """A work order that came from a notification of the customer."""
    forwarded = customer.post("/notifications", WISH).json()["number"]
    agent.post(f"/notifications/{forwarded}/forward", {"team": "TECHNIEK"})
    specialist = people[SPECIALIST.account]
    found: str = until(lambda: specialist.get("/work-orders").json()["items"])[0]["number"]
    until(lambda: agent.get(f"/notifications/{forwarded}").json()["work_orders"])
    return found


@pytest.fixture(autouse=True)
def _nothing_is_kept(number: str, order: str, nothing_is_kept: Any) -> None:
    """Nobody here changes anything."""


def without(answer: requests.Response, name: str) -> str:
    """A refusal without what belongs to this one request."""
    told = problem(answer)
    return str(told | {"correlation_id": ""}).replace(name, "…")


@pytest.mark.parametrize("account", [OTHER_CUSTOMER.account, SPECIALIST.account])
def test_anothers_notification_is_as_one_that_does_not_exist(people: dict[str, Api], number: str, account: str) -> None:
    api = people[account]
    refused(api.get(f"/notifications/{number}"), 404, "not_found")
    assert without(api.get(f"/notifications/{number}"), number) == without(
        api.get(f"/notifications/{UNKNOWN}"), UNKNOWN
    )
    for step, body in STEPS.items():
        theirs = api.post(f"/notifications/{number}/{step}", body)
        nobodys = api.post(f"/notifications/{UNKNOWN}/{step}", body)
        assert theirs.status_code == 404
        assert without(theirs, number) == without(nobodys, UNKNOWN)
        assert set(theirs.headers) == set(nobodys.headers)


def test_anothers_notifications_are_in_no_list(people: dict[str, Api], number: str) -> None:
    other = people[OTHER_CUSTOMER.account]
    for filters in ({}, {"customer": "K0001"}, {"q": number}, {"q": "plant"}, {"after": "M27-000000"}):
        assert other.get("/notifications", **filters).json() == {"items": [], "next": None}


def test_anothers_work_order_is_as_one_that_does_not_exist(people: dict[str, Api], order: str) -> None:
    for account in (CUSTOMER.account, OTHER_CUSTOMER.account):
        api = people[account]
        for step, body in (("", None), ("/accept", {}), ("/start", {}), ("/complete", {"solution": "x"})):
            theirs, nobodys = (
                api.get(f"/work-orders/{name}") if body is None else api.post(f"/work-orders/{name}{step}", body)
                for name in (order, UNKNOWN_ORDER)
            )
            assert theirs.status_code == 404
            assert without(theirs, order) == without(nobodys, UNKNOWN_ORDER)


def test_a_customer_registers_only_for_themselves_and_by_click(people: dict[str, Api]) -> None:
    other = people[OTHER_CUSTOMER.account]
    refused(other.post("/notifications", WISH | {"customer": "K0001"}), 403, "forbidden")
    # Nor can they learn which codes exist.
    refused(other.post("/notifications", WISH | {"customer": "NOTHING"}), 403, "forbidden")
    for channel in ("phone", "email", "post", "counter", "on_site"):
        refused(other.post("/notifications", WISH | {"channel": channel}), 403, "forbidden")


def test_what_only_the_desk_does_and_sees(people: dict[str, Api], customer: Api, number: str, order: str) -> None:
    for step in ("take", "ask", "forward", "close"):
        refused(customer.post(f"/notifications/{number}/{step}", STEPS[step]), 403, "forbidden")
    refused(customer.get("/customers"), 403, "forbidden")
    refused(customer.get("/reports/factsheet", **{"from": "2026-01-01", "to": "2026-01-02"}), 403, "forbidden")
    refused(people[AGENT.account].post(f"/work-orders/{order}/accept"), 403, "forbidden")


def test_without_a_token_nothing_is_answered(open_desk: Desk, number: str, order: str) -> None:
    stranger = Api(open_desk.url, None)
    description = requests.get(f"{open_desk.url}/api/v1/openapi.json", timeout=20).json()
    asked = 0
    for path, operations in description["paths"].items():
        filled = path.removeprefix("/api/v1").format(
            number=order if "work-orders" in path else number, code="lamp-kapot", id="0" * 32
        )
        for method in operations.keys() - {"parameters"}:
            answer = stranger.session.request(method, stranger.url + filled, timeout=20)
            refused(answer, 401, "not_signed_in")
            assert answer.headers["WWW-Authenticate"] == 'Bearer realm="balie"'
            asked += 1
    assert asked == 31


def tokens(desk: Desk) -> dict[str, str]:
    """Headers that are no proof of anything."""
    database = database_of(desk.config, "gateway")
    before = now() - timedelta(days=2)
    over = create_token(database, account="anouk", name="over", expires_at=now() - timedelta(days=1), now=before)
    revoked = create_token(database, account="anouk", name="revoked", now=now())
    revoke_token(database, account="anouk", name="revoked")
    good = create_token(database, account="anouk", name="good", now=now())
    return {
        "expired": f"Bearer {over}",
        "revoked": f"Bearer {revoked}",
        "garbage": "Bearer garbage",
        "nothing": "Bearer",
        "empty": "Bearer   ",
        "long": "Bearer " + "x" * 7000,
        "not ascii": "Bearer é\xff",
        "one letter less": f"Bearer {good[:-1]}",
        "other case": f"Bearer {good.swapcase()}",
        "twice": f"Bearer {good} {good}",
        "password": "Basic YW5vdWs6ZWVuLWxhbmctd2FjaHR3b29yZA==",
        "bare": good,
        "sql": "Bearer ' OR 1=1 --",
    }


def test_a_token_that_is_no_good(open_desk: Desk) -> None:
    for name, header in tokens(open_desk).items():
        answer = requests.get(
            f"{open_desk.url}/api/v1/teams", headers={"Authorization": header.encode("latin-1")}, timeout=20
        )
        refused(answer, 401, "not_signed_in")
        assert answer.headers["WWW-Authenticate"].startswith('Bearer realm="balie"'), name


def test_a_token_that_is_no_good_is_not_made_good_by_a_session(open_desk: Desk) -> None:
    browser = Browser(open_desk, AGENT)
    url = f"{open_desk.url}/api/v1/teams"
    assert browser.session.get(url, timeout=20).status_code == 200
    refused(browser.session.get(url, headers={"Authorization": "Bearer garbage"}, timeout=20), 401, "not_signed_in")


@pytest.mark.parametrize("cookie", ["garbage", "", "x" * 4000, "'; --", "%00"])
def test_a_session_that_is_no_good(open_desk: Desk, cookie: str) -> None:
    answer = requests.get(f"{open_desk.url}/api/v1/teams", cookies={"balie_session": cookie}, timeout=20)
    refused(answer, 401, "not_signed_in")


def test_a_write_by_cookie_needs_the_form_token(open_desk: Desk, number: str) -> None:
    browser = Browser(open_desk, AGENT)
    for headers in ({}, {"X-CSRF-Token": "garbage"}, {"X-CSRF-Token": form_token(Browser(open_desk, AGENT).page("/"))}):
        for path, body in (("", WISH | {"customer": "K0001"}), (f"/{number}/take", {})):
            url = f"{open_desk.url}/api/v1/notifications{path}"
            refused(browser.session.post(url, json=body, headers=headers, timeout=20), 400, "csrf")
    # Another site can make a browser send a form, with the cookie and without the token.
    form = browser.session.post(f"{open_desk.url}/notifications/{number}/take", data={}, timeout=20)
    assert form.status_code == 400
