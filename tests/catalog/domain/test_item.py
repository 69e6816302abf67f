"""What makes a catalogue item fit to publish."""

from __future__ import annotations

from typing import Any

import pytest

from services.catalog.domain.item import require_fit
from services.shared.errors import Invalid

NAME = {"nl": "Naam", "en": "Name"}
RED = {"code": "rood", "name": NAME}
BLUE = {"code": "blauw", "name": NAME}


def a_question(type: str = "text", **different: Any) -> dict[str, Any]:
    """A question that can be asked as it stands."""
    return {"code": "vraag", "text": NAME, "type": type, "required": True, "choices": []} | different


def problems(*questions: dict[str, Any]) -> dict[str, list[str]]:
    """What is wrong, per question."""
    with pytest.raises(Invalid) as refused:
        require_fit(list(questions))
    assert refused.value.message == "Some questions cannot be asked as they stand."
    assert set(refused.value.errors) == {"questions"}
    wrong: dict[str, list[str]] = refused.value.errors["questions"]
    return wrong


def test_an_item_may_have_no_questions() -> None:
    require_fit([])


@pytest.mark.parametrize(
    "question",
    [
        a_question("text"),
        a_question("long_text"),
        a_question("date"),
        a_question("number"),
        a_question("number", lowest=1.0),
        a_question("number", lowest=1.0, highest=1.0),
        a_question("choice", choices=[RED, BLUE]),
    ],
)
def test_these_can_be_asked(question: dict[str, Any]) -> None:
    require_fit([question])


@pytest.mark.parametrize("choices", [[], [RED]])
def test_a_choice_has_at_least_two_choices(choices: list[dict[str, Any]]) -> None:
    assert problems(a_question("choice", choices=choices)) == {"vraag": ["Give at least two choices."]}


@pytest.mark.parametrize("type", ["text", "long_text", "number", "date"])
def test_only_a_choice_has_choices(type: str) -> None:
    assert problems(a_question(type, choices=[RED, BLUE])) == {"vraag": ["Only a choice question has choices."]}


def test_no_two_choices_have_the_same_code() -> None:
    assert problems(a_question("choice", choices=[RED, BLUE, RED])) == {"vraag": ["Two choices have the same code."]}


@pytest.mark.parametrize("bounds", [{"lowest": 0.0}, {"highest": 5.0}])
@pytest.mark.parametrize("type", ["text", "long_text", "date"])
def test_only_a_number_has_bounds(type: str, bounds: dict[str, float]) -> None:
    assert problems(a_question(type, **bounds)) == {"vraag": ["Only a number has a lowest and a highest."]}


def test_the_lowest_is_not_above_the_highest() -> None:
    question = a_question("number", lowest=2.0, highest=1.0)
    assert problems(question) == {"vraag": ["The lowest is above the highest."]}


def test_no_two_questions_have_the_same_code() -> None:
    assert problems(a_question(), a_question()) == {"vraag": ["Two questions have this code."]}


def test_everything_that_is_wrong_is_named_at_once() -> None:
    assert problems(
        a_question("choice", code="kleur", choices=[RED]),
        a_question("text", code="goed"),
        a_question("number", code="aantal", choices=[RED, BLUE], lowest=2.0, highest=1.0),
        a_question("text", code="kleur", highest=3.0),
    ) == {
        "kleur": [
            "Give at least two choices.",
            "Only a number has a lowest and a highest.",
            "Two questions have this code.",
        ],
        "aantal": ["Only a choice question has choices.", "The lowest is above the highest."],
    }
