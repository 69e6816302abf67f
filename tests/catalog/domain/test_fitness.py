"""What makes a catalogue item fit to publish: everything that is wrong is named at once."""

from __future__ import annotations

from typing import Any

import pytest

from services.catalog.domain.fitness import Known, require_fit
from services.shared.errors import Invalid

NAME = {"nl": "Naam", "en": "Name"}
RED = {"code": "rood", "name": NAME}
BLUE = {"code": "blauw", "name": NAME}
KNOWN = Known(categories={"ELEKTRA"}, items={"lamp", "stoel"}, calendars={"KANTOOR"}, service_levels={"SNEL"})
STOP = {"answers": ["rood"], "advice": NAME}


def a_question(type: str = "text", **different: Any) -> dict[str, Any]:
    """A question that can be asked as it stands."""
    question = {"code": "vraag", "text": NAME, "type": type, "required": True, "choices": []}
    return question | {"lowest": None, "highest": None, "when": None, "stop": None} | different


def a_step(code: str, *after: str) -> dict[str, Any]:
    """One team's part."""
    return {"code": code, "team": "TECHNIEK", "title": NAME, "lead_time": None, "after": list(after)}


def a_definition(**different: Any) -> dict[str, Any]:
    """An item that can be asked for as it stands."""
    nothing = dict.fromkeys(("price", "calendar", "service_level", "valid_from", "valid_to", "approval"))
    return {"code": "lamp", "category": "ELEKTRA", "related": [], "steps": [], "questions": []} | nothing | different


def wrong_with(**different: Any) -> dict[str, Any]:
    """What is wrong with an item, per field."""
    with pytest.raises(Invalid) as refused:
        require_fit(a_definition(**different), KNOWN)
    assert refused.value.message == "lamp cannot be published as it stands; see the errors per field."
    return refused.value.errors


def problems(*questions: dict[str, Any]) -> dict[str, dict[str, list[str]]]:
    """What is wrong, per question and field; the codes are those of the questions at these places."""
    wrong = wrong_with(questions=list(questions))
    assert set(wrong) == {"questions"}
    return {questions[place]["code"]: found for place, found in wrong["questions"].items()}


def test_an_item_may_have_no_questions_and_no_steps() -> None:
    require_fit(a_definition(), KNOWN)


@pytest.mark.parametrize(
    "question",
    [
        *(a_question(type) for type in ("text", "long_text", "date", "time", "number", "location", "person")),
        a_question("number", lowest=1.0, highest=1.0),
        a_question("text", lowest=10.0, highest=20.0),
        a_question("date", lowest=-3660.0, highest=3660.0),
        a_question("choice", choices=[RED, BLUE]),
        a_question("choices", choices=[RED, BLUE], stop=STOP),
    ],
)
def test_these_can_be_asked(question: dict[str, Any]) -> None:
    require_fit(a_definition(questions=[question]), KNOWN)


@pytest.mark.parametrize("type", ["choice", "choices"])
@pytest.mark.parametrize("choices", [[], [RED]])
def test_a_choice_has_at_least_two_choices(type: str, choices: list[dict[str, Any]]) -> None:
    assert problems(a_question(type, choices=choices)) == {"vraag": {"choices": ["Give at least two choices."]}}


@pytest.mark.parametrize("type", ["text", "long_text", "number", "date", "time", "location", "person"])
def test_only_a_question_to_choose_from_has_choices(type: str) -> None:
    assert problems(a_question(type, choices=[RED, BLUE])) == {
        "vraag": {"choices": ["Only a question to choose from has choices."]}
    }


def test_no_two_choices_have_the_same_code() -> None:
    assert problems(a_question("choice", choices=[RED, BLUE, RED])) == {
        "vraag": {"choices": ["Two choices have the same code."]}
    }


@pytest.mark.parametrize("bounds", [{"lowest": 0.0}, {"highest": 5.0}])
@pytest.mark.parametrize("type", ["time", "location", "person"])
def test_only_a_number_a_date_a_text_or_files_have_bounds(type: str, bounds: dict[str, float]) -> None:
    message = "Only a number, a date, a text or files have a lowest and a highest."
    assert problems(a_question(type, **bounds)) == {"vraag": {next(iter(bounds)): [message]}}


def test_an_answer_has_one_to_five_files() -> None:
    require_fit(a_definition(questions=[a_question("file", lowest=1.0, highest=5.0, pictures_only=True)]), KNOWN)
    for bounds in ({"lowest": 0.0}, {"highest": 6.0}, {"highest": 2.5}):
        assert problems(a_question("file", **bounds)) == {
            "vraag": {next(iter(bounds)): ["An answer with files has 1 to 5 of them."]}
        }


@pytest.mark.parametrize("days", [0.5, -3661.0, 3661.0])
def test_the_days_of_a_date_are_whole_and_at_most_ten_years(days: float) -> None:
    message = "Give whole days from the day of asking, at most 3660."
    assert problems(a_question("date", lowest=days)) == {"vraag": {"lowest": [message]}}


def test_only_files_may_have_to_be_pictures() -> None:
    assert problems(a_question("text", pictures_only=True)) == {
        "vraag": {"pictures_only": ["Only a question for files takes pictures only."]}
    }


def test_the_lowest_is_not_above_the_highest() -> None:
    question = a_question("number", lowest=2.0, highest=1.0)
    assert problems(question) == {"vraag": {"highest": ["The lowest is above the highest."]}}


def test_a_text_has_no_length_below_zero() -> None:
    assert problems(a_question("text", lowest=-1.0)) == {"vraag": {"lowest": ["A text has no length below zero."]}}


def test_a_text_is_never_asked_to_be_longer_than_an_answer_can_be() -> None:
    long = a_question("long_text", code="lang", highest=4000.0)
    require_fit(a_definition(questions=[a_question("text", lowest=200.0), long]), KNOWN)
    assert problems(a_question("text", lowest=201.0)) == {
        "vraag": {"lowest": ["An answer to this question has at most 200 characters."]}
    }


def test_no_two_questions_have_the_same_code() -> None:
    assert problems(a_question(), a_question()) == {"vraag": {"code": ["Two questions have this code."]}}


def test_a_question_is_asked_depending_on_an_earlier_one() -> None:
    kind = a_question("choice", code="soort", choices=[RED, BLUE])
    which = a_question(code="welke", when={"question": "soort", "answers": ["rood"]})
    require_fit(a_definition(questions=[kind, which]), KNOWN)
    assert problems(which, kind) == {
        "welke": {"when": ["It is asked depending on soort, and no question before it has that code."]}
    }
    assert problems(kind, which | {"when": {"question": "soort", "answers": ["groen", "blauw"]}}) == {
        "welke": {"when": ["There is no choice groen."]}
    }


def test_of_a_question_without_choices_it_only_counts_whether_it_was_answered() -> None:
    place = a_question(code="plek")
    more = a_question(code="meer", when={"question": "plek", "answers": []})
    require_fit(a_definition(questions=[place, more]), KNOWN)
    assert problems(place, more | {"when": {"question": "plek", "answers": ["hier"]}}) == {
        "meer": {"when": ["plek has no choices, so it can only be looked at whether it was answered."]}
    }


def test_only_a_choice_ends_the_form() -> None:
    assert problems(a_question("text", stop=STOP)) == {
        "vraag": {"stop": ["Only a question to choose from ends the form."]}
    }
    unknown = a_question("choice", choices=[RED, BLUE], stop=STOP | {"answers": ["groen"]})
    assert problems(unknown) == {"vraag": {"stop": ["There is no choice groen."]}}


def test_steps_come_after_steps_that_there_are_and_never_wait_for_each_other() -> None:
    require_fit(a_definition(steps=[a_step("a"), a_step("b", "a"), a_step("c", "a", "b")]), KNOWN)
    assert wrong_with(steps=[a_step("a", "z"), a_step("a")]) == {
        "steps": {0: {"after": ["There is no step z to come after."]}, 1: {"code": ["Two steps have this code."]}}
    }
    circle = wrong_with(steps=[a_step("a", "c"), a_step("b", "a"), a_step("c", "b"), a_step("d", "c")])
    assert set(circle["steps"]) == {0, 1, 2}
    assert circle["steps"][0]["after"][0].startswith("These steps wait for each other: ")
    assert wrong_with(steps=[a_step("a", "a")]) == {"steps": {0: {"after": ["These steps wait for each other: a, a."]}}}


def test_everything_it_refers_to_exists() -> None:
    assert wrong_with(
        category="SCHOON", related=["stoel", "lamp", "kast"], calendar="NACHT", service_level="TRAAG"
    ) == {
        "category": ["There is no category SCHOON."],
        "related": ["There is no other catalogue item lamp.", "There is no other catalogue item kast."],
        "calendar": ["There is no calendar NACHT."],
        "service_level": ["There is no service level TRAAG."],
    }
    require_fit(a_definition(related=["stoel"], calendar="KANTOOR", service_level="SNEL"), KNOWN)


def test_its_last_day_is_not_before_its_first() -> None:
    require_fit(a_definition(valid_from="2026-03-01", valid_to="2026-03-01"), KNOWN)
    assert wrong_with(valid_from="2026-03-02", valid_to="2026-03-01") == {"valid_to": ["This is before the first day."]}


def test_approval_above_an_amount_needs_the_amount_and_a_price() -> None:
    price = {"amount": "10.00", "unit": None, "payer": "organisation"}
    above = {"rule": "above_amount", "amount": "250.00"}
    require_fit(a_definition(price=price, approval=above), KNOWN)
    assert wrong_with(price=price, approval=above | {"amount": None}) == {
        "approval": ["Say above which amount it needs approval."]
    }
    assert wrong_with(approval=above) == {"approval": ["Approval above an amount needs a price."]}


def test_everything_that_is_wrong_is_named_at_once() -> None:
    questions = [
        a_question("choice", code="kleur", choices=[RED]),
        a_question("text", code="goed"),
        a_question("number", code="aantal", choices=[RED, BLUE], lowest=2.0, highest=1.0),
        a_question("time", code="kleur", highest=3.0),
    ]
    assert wrong_with(category="SCHOON", questions=questions, steps=[a_step("a", "z")]) == {
        "category": ["There is no category SCHOON."],
        "questions": {
            0: {"choices": ["Give at least two choices."]},
            2: {
                "choices": ["Only a question to choose from has choices."],
                "highest": ["The lowest is above the highest."],
            },
            3: {
                "code": ["Two questions have this code."],
                "highest": ["Only a number, a date, a text or files have a lowest and a highest."],
            },
        },
        "steps": {0: {"after": ["There is no step z to come after."]}},
    }
