"""When an item is fit to publish: everything that is wrong with it is named at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Any

from services.shared.errors import Invalid
from services.shared.vocabulary import LONGEST_ANSWER, MOST_FILES, Approval, QuestionType

Definition = Mapping[str, Any]
# The place in the definition, and what is wrong there.
Problem = tuple[tuple[str | int, ...], str]

WITH_CHOICES = (QuestionType.CHOICE, QuestionType.CHOICES)
WITH_LENGTH = (QuestionType.TEXT, QuestionType.LONG_TEXT)
WITH_LIMITS = (QuestionType.NUMBER, QuestionType.DATE, *WITH_LENGTH, QuestionType.FILE)
# How many days before or after the day of asking an answer may have to be: ten years.
MOST_DAYS = 3660


@dataclass(frozen=True)
class Known:
    """The codes that an item may refer to."""

    categories: AbstractSet[str]
    items: AbstractSet[str]
    calendars: AbstractSet[str]
    service_levels: AbstractSet[str]


def require_fit(definition: Definition, known: Known) -> None:
    """Raise Invalid that names everything for which this item cannot be asked for as it stands."""
    if wrong := by_field(unfit(definition, known)):
        raise Invalid(f"{definition['code']} cannot be published as it stands; see the errors per field.", wrong)


def by_field(problems: Iterable[Problem]) -> dict[str, Any]:
    """What is wrong per field; of questions and steps by their place, and then per field."""
    wrong: dict[Any, Any] = {}
    for (*around, field), problem in problems:
        told = wrong
        for name in around:
            told = told.setdefault(name, {})
        told.setdefault(field, []).append(problem)
    return wrong


def unfit(definition: Definition, known: Known) -> Iterator[Problem]:
    """Everything for which an item cannot be asked for as it stands, each by its place in the definition."""
    yield from unknown_codes(definition, known)
    yield from unfit_parts(definition)
    if definition["valid_from"] and definition["valid_to"] and definition["valid_to"] < definition["valid_from"]:
        yield ("valid_to",), "This is before the first day."
    approval = definition["approval"] or {"rule": Approval.NONE}
    if approval["rule"] == Approval.ABOVE_AMOUNT:
        if approval["amount"] is None:
            yield ("approval",), "Say above which amount it needs approval."
        elif definition["price"] is None:
            yield ("approval",), "Approval above an amount needs a price."


def unfit_parts(definition: Definition) -> Iterator[Problem]:
    """Everything for which an item's questions and steps are not fit, whatever the item itself is."""
    for place in range(len(definition["questions"])):
        for name, problem in _questions(definition["questions"], place):
            yield ("questions", place, name), problem
    circle = _circle(definition["steps"])
    for place in range(len(definition["steps"])):
        for name, problem in _steps(definition["steps"], place, circle):
            yield ("steps", place, name), problem


def unknown_codes(definition: Definition, known: Known) -> Iterator[Problem]:
    """Everything that an item refers to and that is not there; what it does not say is passed over."""
    for field, what, codes in (
        ("category", "category", known.categories),
        ("calendar", "calendar", known.calendars),
        ("service_level", "service level", known.service_levels),
    ):
        code = definition.get(field)
        if code is not None and code not in codes:
            yield (field,), f"There is no {what} {code}."
    for code in definition.get("related") or ():
        if code not in known.items or code == definition["code"]:
            yield ("related",), f"There is no other catalogue item {code}."


def _questions(questions: list[Definition], place: int) -> Iterator[tuple[str, str]]:
    question, before = questions[place], questions[:place]
    type_, codes = question["type"], [choice["code"] for choice in question["choices"]]
    if any(other["code"] == question["code"] for other in before):
        yield "code", "Two questions have this code."
    if type_ in WITH_CHOICES and len(codes) < 2:
        yield "choices", "Give at least two choices."
    if type_ not in WITH_CHOICES and codes:
        yield "choices", "Only a question to choose from has choices."
    if len(set(codes)) < len(codes):
        yield "choices", "Two choices have the same code."
    yield from _limits(question)
    yield from _condition(question, before)
    if question["stop"]:
        if type_ not in WITH_CHOICES:
            yield "stop", "Only a question to choose from ends the form."
        else:
            yield from _unknown("stop", question["stop"]["answers"], codes)


def _limits(question: Definition) -> Iterator[tuple[str, str]]:
    lowest, highest = question["lowest"], question["highest"]
    if question["type"] not in WITH_LIMITS and (lowest is not None or highest is not None):
        yield (
            "highest" if lowest is None else "lowest",
            "Only a number, a date, a text or files have a lowest and a highest.",
        )
    if lowest is not None and highest is not None and lowest > highest:
        yield "highest", "The lowest is above the highest."
    if question["type"] in WITH_LENGTH and min(lowest or 0, highest or 0) < 0:
        yield "lowest" if (lowest or 0) < 0 else "highest", "A text has no length below zero."
    longest = LONGEST_ANSWER.get(question["type"])
    if longest is not None and max(lowest or 0, highest or 0) > longest:
        yield (
            "highest" if (highest or 0) > longest else "lowest",
            f"An answer to this question has at most {longest} characters.",
        )
    if question["type"] == QuestionType.DATE:
        for name, limit in (("lowest", lowest), ("highest", highest)):
            if limit is not None and limit not in range(-MOST_DAYS, MOST_DAYS + 1):
                yield name, f"Give whole days from the day of asking, at most {MOST_DAYS}."
    if question["type"] == QuestionType.FILE:
        for name, limit in (("lowest", lowest), ("highest", highest)):
            if limit is not None and limit not in range(1, MOST_FILES + 1):
                yield name, f"An answer with files has 1 to {MOST_FILES} of them."
    elif question.get("pictures_only"):
        yield "pictures_only", "Only a question for files takes pictures only."


def _condition(question: Definition, before: list[Definition]) -> Iterator[tuple[str, str]]:
    if not question["when"]:
        return
    code, answers = question["when"]["question"], question["when"]["answers"]
    other = next((other for other in before if other["code"] == code), None)
    if other is None:
        yield "when", f"It is asked depending on {code}, and no question before it has that code."
    elif answers and other["type"] not in WITH_CHOICES:
        yield "when", f"{code} has no choices, so it can only be looked at whether it was answered."
    elif answers:
        yield from _unknown("when", answers, [choice["code"] for choice in other["choices"]])


def _unknown(field: str, answers: list[str], codes: list[str]) -> Iterator[tuple[str, str]]:
    for answer in answers:
        if answer not in codes:
            yield field, f"There is no choice {answer}."


def _circle(steps: list[Definition]) -> list[str]:
    """The codes of steps that wait for each other, when there are any."""
    try:
        TopologicalSorter({one["code"]: one["after"] for one in steps}).prepare()
    except CycleError as circle:
        return list(reversed(circle.args[1]))
    return []


def _steps(steps: list[Definition], place: int, circle: list[str]) -> Iterator[tuple[str, str]]:
    step, codes = steps[place], [step["code"] for step in steps]
    if step["code"] in codes[:place]:
        yield "code", "Two steps have this code."
    for code in step["after"]:
        if code not in codes:
            yield "after", f"There is no step {code} to come after."
    if step["code"] in circle:
        yield "after", f"These steps wait for each other: {', '.join(circle)}."
