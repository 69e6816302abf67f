"""Whatever a person types is text: it comes back as it was in JSON, and as letters on a page, never as markup."""

from __future__ import annotations

from typing import Any

import pytest
from markupsafe import escape

from tests.api.asking import Browser
from tests.api.conftest import WISH
from tests.desk import ADMIN, AGENT, CUSTOMER, SPECIALIST, Api, Desk, until

NASTY = "</textarea><script>alert(\"{}\")</script><img src=x onerror='alert(1)'>{{{{7*7}}}} &amp; %s é 漢 🧯"


def nasty(field: str) -> str:
    """Markup, a template expression, an entity, a placeholder and letters from everywhere, with the field's name."""
    return NASTY.format(field)


@pytest.fixture(scope="module")
def lived(open_desk: Desk, people: dict[str, Api], agent: Api, customer: Api) -> dict[str, Any]:
    """A notification in which every text there is was typed as something nasty, and its work order."""
    open_desk.call(
        "intake", "add_customer", {"code": "K0666", "name": nasty("name"), "organisation": "GEM"}, actor=ADMIN
    )
    open_desk.call("intake", "add_location", {"code": "XSS", "name": nasty("place"), "within": "SH"}, actor=ADMIN)
    told = {
        "kind": "malfunction",
        "channel": "portal",
        "summary": nasty("summary"),
        "description": nasty("description"),
        "location": "XSS",
        "catalogue_item": "lamp-kapot",
        "answers": {"aantal": 1, "plek": nasty("plek")},
    }
    number = customer.post("/notifications", told).json()["number"]
    path = f"/notifications/{number}"
    done(agent.post(f"{path}/ask", {"question": nasty("question")}))
    done(customer.post(f"{path}/answer", {"text": nasty("answer")}))
    done(agent.post(f"{path}/note", {"text": nasty("note"), "for_customer": True}))
    done(agent.post(f"{path}/forward", {"remark": nasty("remark")}))
    specialist = people[SPECIALIST.account]
    order = until(lambda: specialist.get("/work-orders", notification=number).json()["items"])[0]["number"]
    for step, body in (("accept", {}), ("start", {}), ("complete", {"solution": nasty("solution")})):
        done(specialist.post(f"/work-orders/{order}/{step}", body))
    until(lambda: agent.get(path).json()["status"] == "ready")
    done(customer.post(f"{path}/reopen", {"reason": nasty("reason")}))
    done(agent.post(f"{path}/answer", {"text": nasty("solved")}))
    done(agent.post(f"{path}/close"))
    done(customer.post(f"{path}/rate", {"score": 1, "comment": nasty("comment")}))
    other = WISH | {"summary": nasty("other"), "customer": "K0666", "channel": "phone"}
    cancelled = agent.post("/notifications", other).json()["number"]
    done(agent.post(f"/notifications/{cancelled}/cancel", {"reason": nasty("cancelled")}))
    return {"number": number, "order": order, "cancelled": cancelled}


def done(answer: Any) -> None:
    assert answer.status_code == 200, answer.text


def test_in_json_it_is_the_same_text(people: dict[str, Api], agent: Api, lived: dict[str, Any]) -> None:
    answer = agent.get(f"/notifications/{lived['number']}")
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    told = answer.json()
    assert (told["summary"], told["description"]) == (nasty("summary"), nasty("description"))
    assert told["location"]["name"] == nasty("place")
    assert told["answers"][1]["answer"] == {"nl": nasty("plek"), "en": nasty("plek")}
    assert told["rating"]["comment"] == nasty("comment")
    # What a service itself says of a work order is not typed by anybody.
    said = [entry["text"] for entry in told["timeline"] if entry["text"] and entry["what"] != "work_order_made"]
    names = ("question", "answer", "note", "remark", "solution", "reason", "solved", "comment")
    assert said == [nasty(name) for name in names]
    order = people[SPECIALIST.account].get(f"/work-orders/{lived['order']}").json()
    told_to = [order[name] for name in ("summary", "description", "remark", "solution")]
    assert told_to == [nasty(name) for name in ("summary", "description", "remark", "solution")]
    cancelled = agent.get(f"/notifications/{lived['cancelled']}").json()
    assert cancelled["customer"]["name"] == nasty("name")
    assert cancelled["timeline"][-1]["text"] == nasty("cancelled")


def shown(page: str, *fields: str) -> None:
    """All these texts are on the page as letters, and no markup of them is."""
    for field in fields:
        assert str(escape(nasty(field))) in page, field
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "</textarea><script" not in page
    assert "{49}" not in page


def test_on_the_customers_pages_it_is_letters(open_desk: Desk, lived: dict[str, Any]) -> None:
    browser = Browser(open_desk, CUSTOMER)
    visible = ("summary", "description", "place", "plek", "question", "answer", "note", "solution", "reason", "comment")
    shown(browser.page(f"/notifications/{lived['number']}"), *visible)
    shown(browser.page("/notifications"), "summary")


def test_on_the_desks_pages_it_is_letters(open_desk: Desk, lived: dict[str, Any]) -> None:
    browser = Browser(open_desk, AGENT)
    shown(browser.page(f"/notifications/{lived['number']}"), "summary", "description", "remark", "solved")
    shown(browser.page(f"/notifications/{lived['cancelled']}"), "name", "other", "cancelled")
    shown(browser.page("/desk?status=closed&q=" + "%3Cscript%3Ealert(1)%3C/script%3E"))


def test_on_the_specialists_pages_it_is_letters(open_desk: Desk, lived: dict[str, Any]) -> None:
    browser = Browser(open_desk, SPECIALIST)
    shown(browser.page(f"/work-orders/{lived['order']}"), "summary", "description", "remark", "solution")


def test_what_is_in_an_address_is_letters(open_desk: Desk) -> None:
    markup = "%22%3E%3Cscript%3Ealert(1)%3Cimg%20src=x%20onerror=alert(1)%3E"
    answer = Browser(open_desk, AGENT).session.get(f"{open_desk.url}/notifications/{markup}", timeout=20)
    assert answer.status_code == 404
    shown(answer.text)
    for path in (f"/login?name={markup}&next={markup}", f"/login?next=javascript:alert(1)&{markup}=1"):
        page = Browser(open_desk, AGENT)
        page.session.cookies.clear()
        shown(page.page(path))
