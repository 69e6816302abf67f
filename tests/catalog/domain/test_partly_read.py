"""What is wrong with an item of which not all can be read; what cannot be read is no reason for a second complaint."""

from __future__ import annotations

from typing import Any

from services.catalog.domain.fitness import Known
from services.catalog.domain.partly_read import unfit_as_read

NOTHING = Known(frozenset(), frozenset(), frozenset(), frozenset())
KIND = {"code": "soort", "type": "choice", "choices": [{"code": "a"}, {"code": "b"}]}


def wrong(
    item: dict[str, Any], *questions: dict[str, Any], steps: tuple[dict[str, Any], ...] = ()
) -> list[tuple[Any, ...]]:
    return [path for path, _ in unfit_as_read(item, questions, steps, NOTHING)]


def test_what_refers_to_nothing_is_told() -> None:
    question = {"code": "hoe", "type": "text", "choices": [], "when": {"question": "soorrt", "answers": ["a"]}}
    steps = ({"code": "halen", "after": []}, {"code": "brengen", "after": ["hallen"]})
    assert wrong({"category": "x", "related": ["y"]}, KIND, question, steps=steps) == [
        ("category",),
        ("related",),
        ("questions", 1, "when"),
        ("steps", 1, "after"),
    ]


def test_a_question_whose_choices_cannot_be_read_is_not_said_to_have_none() -> None:
    unread = {"code": "soort", "type": "choice", "stop": {"answers": ["akku"]}}
    after = {"code": "hoe", "type": "text", "choices": [], "when": {"question": "soort", "answers": ["a"]}}
    assert wrong({}, unread, after) == []


def test_what_comes_after_a_step_that_cannot_be_read_may_be_right() -> None:
    assert wrong({}, steps=({"after": []}, {"code": "brengen", "after": ["halen"]})) == []


def test_a_price_that_cannot_be_read_is_not_said_to_be_missing() -> None:
    above = {"approval": {"rule": "above_amount", "amount": "50.00"}}
    assert wrong(above) == []
    assert wrong(above | {"price": None}) == [("approval",)]
