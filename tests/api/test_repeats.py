"""A write that is repeated under its idempotency key is done once."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.asking import at_once, refused
from tests.api.conftest import WISH, everything_kept
from tests.desk import OTHER_CUSTOMER, Api, Desk


def all_of(api: Api) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = api.get("/notifications", limit=200).json()["items"]
    return rows


def test_the_same_again_gives_the_same_answer_and_is_done_once(open_desk: Desk, customer: Api) -> None:
    first = customer.post("/notifications", WISH, **{"Idempotency-Key": "same"})
    kept = everything_kept(open_desk)
    # The same to the one who reads it: in another order, with the spaces that are trimmed and what is left out given.
    other_words = {"summary": f" {WISH['summary']} ", "description": "", "channel": "api", "kind": "wish"}
    for body in (WISH, other_words):
        again = customer.post("/notifications", body, **{"Idempotency-Key": "same"})
        assert (again.status_code, again.content) == (first.status_code, first.content)
        assert again.headers["Location"] == first.headers["Location"]
    assert everything_kept(open_desk) == kept
    assert first.status_code == 201


def test_something_else_under_the_same_key_is_refused(open_desk: Desk, customer: Api) -> None:
    number = customer.post("/notifications", WISH, **{"Idempotency-Key": "taken"}).json()["number"]
    kept = everything_kept(open_desk)
    for path, body in (
        ("/notifications", WISH | {"summary": "Twee planten"}),
        (f"/notifications/{number}/note", {"text": "x"}),
        (f"/notifications/{number}/cancel", {"reason": "x"}),
    ):
        refused(customer.post(path, body, **{"Idempotency-Key": "taken"}), 409, "idempotency_key_reused")
    assert everything_kept(open_desk) == kept


def test_a_step_that_is_repeated_is_on_the_timeline_once(customer: Api) -> None:
    number = customer.post("/notifications", WISH).json()["number"]
    answers = [
        customer.post(f"/notifications/{number}/note", {"text": "Bij het raam"}, **{"Idempotency-Key": "note"})
        for _ in range(3)
    ]
    assert {answer.content for answer in answers} == {answers[0].content}
    said = [entry["what"] for entry in customer.get(f"/notifications/{number}").json()["timeline"]]
    assert said == ["registered", "noted"]


def test_many_at_once_are_one(customer: Api) -> None:
    before = len(all_of(customer))
    answers = at_once(customer, "at-once", [WISH] * 8)
    assert {(status, number) for status, number in answers} == {(201, answers[0][1])}
    assert len(all_of(customer)) == before + 1


def test_of_two_different_ones_at_once_one_is_done(customer: Api) -> None:
    before = len(all_of(customer))
    answers = at_once(customer, "at-odds", [WISH, WISH | {"summary": "Twee planten"}])
    assert sorted(status for status, _ in answers) == [201, 409]
    assert len(all_of(customer)) == before + 1


def test_a_key_is_of_one_account(people: dict[str, Api], customer: Api) -> None:
    mine = customer.post("/notifications", WISH, **{"Idempotency-Key": "shared"})
    theirs = people[OTHER_CUSTOMER.account].post("/notifications", WISH, **{"Idempotency-Key": "shared"})
    assert (mine.status_code, theirs.status_code) == (201, 201)
    assert mine.json()["number"] != theirs.json()["number"]


def test_a_refused_request_does_not_use_its_key_up(customer: Api) -> None:
    key = {"Idempotency-Key": "mended"}
    refused(customer.post("/notifications", WISH | {"location": "NOTHING"}, **key), 422, "invalid")
    refused(customer.post("/notifications", WISH | {"kind": "party"}, **key), 422, "invalid")
    assert customer.post("/notifications", WISH, **key).status_code == 201


@pytest.mark.parametrize("key", ["k" * 201, "k" * 7000, "a b", "", "\xff", "a\tb"])
def test_a_key_that_cannot_be_used(open_desk: Desk, customer: Api, nothing_is_kept: Any, key: str) -> None:
    headers = {"Idempotency-Key": key.encode("latin-1")}
    answer = customer.session.post(f"{customer.url}/notifications", json=WISH, headers=headers, timeout=20)
    assert list(refused(answer, 422, "invalid")["errors"]) == ["Idempotency-Key"]
