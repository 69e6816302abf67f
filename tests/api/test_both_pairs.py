"""What databases and brokers take differently, on each pair: nothing of it may show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import eventlet
import pytest

from tests.api.asking import as_json, at_once, refused, send
from tests.api.conftest import WISH, everything_kept
from tests.desk import AGENT, CUSTOMER, OTHER_CUSTOMER, Api, Desk, until

UNREADABLE = ("\x00", "a\x00b", "\x1b", "\ud800", "\udfff")
NUMBERS = ("M26-999999", "M99-000001", "M26-999999999", "W26-000001", "%00", "%F0%9F%92%A9", "x" * 300)


@pytest.fixture
def people(desk: Desk) -> dict[str, Api]:
    desk.add_accounts()
    return {person.account: desk.api(person) for person in (AGENT, CUSTOMER, OTHER_CUSTOMER)}


@pytest.fixture
def number(people: dict[str, Api]) -> str:
    found: str = people[CUSTOMER.account].post("/notifications", WISH).json()["number"]
    return found


@pytest.fixture
def kept(desk: Desk, number: str) -> Iterator[Any]:
    """Fails when anything was kept since the notification was registered."""
    before = everything_kept(desk)
    yield before
    assert everything_kept(desk) == before


def test_what_cannot_be_used_is_refused(people: dict[str, Api], number: str, kept: Any) -> None:
    agent = people[AGENT.account]
    right = WISH | {"customer": "K0001"}
    for text in UNREADABLE:
        for name in ("summary", "description", "customer", "location", "catalogue_item", "kind", "channel", "urgency"):
            assert list(refused(agent.post("/notifications", right | {name: text}), 422, "invalid")["errors"]) == [name]
        for answers in ({"a": text}, {text: "a"}, {"a": {"b": text}}, {"a": [text]}):
            refused(agent.post("/notifications", right | {"answers": answers}), 422, "invalid")
        refused(agent.post(f"/notifications/{number}/note", {"text": text}), 422, "invalid")
        refused(agent.post(f"/notifications/{number}/cancel", {"reason": text}), 422, "invalid")
    for wrong in (2**63, -(2**63) - 1, 2**70, 1e300, 10**18):
        refused(agent.post(f"/notifications/{number}/rate", {"score": wrong}), 422, "invalid")
        refused(agent.post("/notifications", right | {"answers": {"a": wrong}}), 422, "invalid")
    for name in ("q", "team", "after", "customer"):
        refused(agent.get("/notifications", **{name: "a\x00b"}), 422, "invalid")
    nested = b'{"a":' * 200 + b"1" + b"}" * 200
    refused(send(agent, "/notifications", as_json(**right)[:-1] + b', "answers": ' + nested + b"}"), 422, "invalid")
    refused(send(agent, "/notifications", b"\xff"), 400, "unreadable")


def test_what_is_not_there_is_not_found(people: dict[str, Api], number: str, kept: Any) -> None:
    agent, other = people[AGENT.account], people[OTHER_CUSTOMER.account]
    for unknown in NUMBERS:
        refused(agent.get(f"/notifications/{unknown}"), 404, "not_found")
        refused(agent.post(f"/notifications/{unknown}/note", {"text": "x"}), 404, "not_found")
        refused(agent.get(f"/work-orders/{unknown.replace('W26-000001', 'W26-999999')}"), 404, "not_found")
    refused(other.get(f"/notifications/{number}"), 404, "not_found")
    refused(other.post(f"/notifications/{number}/cancel", {"reason": "x"}), 404, "not_found")


def test_odd_words_find_nothing_and_break_nothing(people: dict[str, Api], number: str) -> None:
    for words in ("%", "_", "\\", "'", "a'b\"c", "%' OR 1=1 --", "漢 🧯", "İıſß", "\u200b", "x " * 90):
        for path in ("/notifications", "/customers", "/locations", "/catalogue"):
            answer = people[AGENT.account].get(path, q=words)
            assert (answer.status_code, answer.json()["items"]) == (200, []), (path, words)


def test_many_at_once_under_one_key_are_one(desk: Desk, people: dict[str, Api]) -> None:
    customer = people[CUSTOMER.account]
    answers = at_once(customer, "once", [WISH] * 8)
    assert set(answers) == {(201, answers[0][1])}
    odd = [WISH | {"summary": f"{count} planten"} for count in range(4)]
    assert sorted(status for status, _ in at_once(customer, "odd", odd)) == [201, 409, 409, 409]
    assert len(customer.get("/notifications").json()["items"]) == 2


def test_many_at_once_on_one_notification_are_done_one_by_one(people: dict[str, Api], number: str) -> None:
    agent = people[AGENT.account]
    token = str(agent.session.headers["Authorization"]).removeprefix("Bearer ")
    url = agent.url.removesuffix("/api/v1")

    def close(_: int) -> int:
        return Api(url, token).post(f"/notifications/{number}/cancel", {"reason": "Niet meer nodig."}).status_code

    assert sorted(eventlet.GreenPool().imap(close, range(4))) == [200, 409, 409, 409]
    said = [entry["what"] for entry in agent.get(f"/notifications/{number}").json()["timeline"]]
    assert said == ["registered", "cancelled"]


def test_text_of_everywhere_is_kept_and_found(people: dict[str, Api]) -> None:
    customer = people[CUSTOMER.account]
    text = "<b>é</b> 漢字 🧯 İı ß \u202egnp \u200d %_\\ ' \" {{7*7}} $1 ;--"
    registered = customer.post("/notifications", WISH | {"summary": text, "description": text * 3})
    assert registered.json()["summary"] == text
    assert customer.get(f"/notifications/{registered.json()['number']}").json()["description"] == text * 3
    for words in ("漢字", "🧯", "%_\\", "E", "{{7*7}}", "' \""):
        found = customer.get("/notifications", q=words).json()["items"]
        assert [row["summary"] for row in found] == [text], words


def test_a_correlation_id_runs_through_both_services(desk: Desk, people: dict[str, Api], number: str) -> None:
    answer = people[AGENT.account].post(
        f"/notifications/{number}/forward", {"team": "TECHNIEK"}, **{"X-Correlation-Id": "both.1"}
    )
    assert (answer.status_code, answer.headers["X-Correlation-Id"]) == (200, "both.1")
    (made,) = until(lambda: [event for event in desk.call("routing", "journal_after", 1, 10)])
    assert (made["correlationid"], made["data"]["notification"]) == ("both.1", number)
