"""When an item is fit to publish: everything that is wrong with it is named at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Any

from services.shared.errors import Invalid
from services.shared.vocabulary import Approval, QuestionType

Definition = Mapping[str, Any]

WITH_CHOICES = (QuestionType.CHOICE, QuestionType.CHOICES)
WITH_LIMITS = (QuestionType.NUMBER, QuestionType.TEXT, QuestionType.LONG_TEXT)


@dataclass(frozen=True)
class Known:
    """The codes that an item may refer to."""

    categories: AbstractSet[str]
    items: AbstractSet[str]
    calendars: AbstractSet[str]
    service_levels: AbstractSet[str]


def require_fit(definition: Definition, known: Known) -> None:
    """Raise Invalid that names everything for which this item cannot be asked for as it stands."""
    wrong: dict[str, Any] = {}
    for code, problem in _references(definition, known):
        wrong.setdefault(code, []).append(problem)
    for field, problems in (("questions", _questions), ("steps", _steps)):
        if found := _by_code(definition[field], problems):
            wrong[field] = found
    if definition["valid_from"] and definition["valid_to"] and definition["valid_to"] < definition["valid_from"]:
        wrong["valid_to"] = ["This is before the first day."]
    approval = definition["approval"] or {"rule": Approval.NONE}
    if approval["rule"] == Approval.ABOVE_AMOUNT:
        if approval["amount"] is None:
            wrong["approval"] = ["Say above which amount it needs approval."]
        elif definition["price"] is None:
            wrong["approval"] = ["Approval above an amount needs a price."]
    if wrong:
        raise Invalid(f"{definition['code']} cannot be published as it stands; see the errors per field.", wrong)


def _references(definition: Definition, known: Known) -> Iterator[tuple[str, str]]:
    if definition["category"] not in known.categories:
        yield "category", f"There is no category {definition['category']}."
    if definition["calendar"] is not None and definition["calendar"] not in known.calendars:
        yield "calendar", f"There is no calendar {definition['calendar']}."
    if definition["service_level"] is not None and definition["service_level"] not in known.service_levels:
        yield "service_level", f"There is no service level {definition['service_level']}."
    for code in definition["related"]:
        if code not in known.items or code == definition["code"]:
            yield "related", f"There is no other catalogue item {code}."


def _by_code(
    parts: list[Definition], problems_of: Callable[[list[Definition], int], Iterator[str]]
) -> dict[str, list[str]]:
    """What is wrong with each of the questions or steps, by its code."""
    wrong: dict[str, list[str]] = {}
    for place, part in enumerate(parts):
        if found := list(problems_of(parts, place)):
            wrong.setdefault(part["code"], []).extend(found)
    return wrong


def _questions(questions: list[Definition], place: int) -> Iterator[str]:
    question, before = questions[place], questions[:place]
    type_, codes = question["type"], [choice["code"] for choice in question["choices"]]
    if any(other["code"] == question["code"] for other in before):
        yield "Two questions have this code."
    if type_ in WITH_CHOICES and len(codes) < 2:
        yield "Give at least two choices."
    if type_ not in WITH_CHOICES and codes:
        yield "Only a question to choose from has choices."
    if len(set(codes)) < len(codes):
        yield "Two choices have the same code."
    yield from _limits(question)
    yield from _condition(question, before)
    if question["stop"]:
        if type_ not in WITH_CHOICES:
            yield "Only a question to choose from ends the form."
        else:
            yield from _unknown(question["stop"]["answers"], codes)


def _limits(question: Definition) -> Iterator[str]:
    lowest, highest = question["lowest"], question["highest"]
    if question["type"] not in WITH_LIMITS and (lowest is not None or highest is not None):
        yield "Only a number or a text has a lowest and a highest."
    if lowest is not None and highest is not None and lowest > highest:
        yield "The lowest is above the highest."
    if question["type"] in WITH_LIMITS[1:] and min(lowest or 0, highest or 0) < 0:
        yield "A text has no length below zero."


def _condition(question: Definition, before: list[Definition]) -> Iterator[str]:
    if not question["when"]:
        return
    code, answers = question["when"]["question"], question["when"]["answers"]
    other = next((other for other in before if other["code"] == code), None)
    if other is None:
        yield f"It is asked depending on {code}, and no question before it has that code."
    elif answers and other["type"] not in WITH_CHOICES:
        yield f"{code} has no choices, so it can only be looked at whether it was answered."
    elif answers:
        yield from _unknown(answers, [choice["code"] for choice in other["choices"]])


def _unknown(answers: list[str], codes: list[str]) -> Iterator[str]:
    for answer in answers:
        if answer not in codes:
            yield f"There is no choice {answer}."


def _steps(steps: list[Definition], place: int) -> Iterator[str]:
    step, codes = steps[place], [step["code"] for step in steps]
    if step["code"] in codes[:place]:
        yield "Two steps have this code."
    for code in step["after"]:
        if code not in codes:
            yield f"There is no step {code} to come after."
    try:
        TopologicalSorter({one["code"]: one["after"] for one in steps}).prepare()
    except CycleError as circle:
        if step["code"] in circle.args[1]:
            yield f"These steps wait for each other: {', '.join(reversed(circle.args[1]))}."
