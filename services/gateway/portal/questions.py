"""A catalogue item's questions as form fields: what was filled in, which of them are asked, and what is still missing.

What is missing or unclear is said by the completeness check that a registration meets as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import g, request
from werkzeug.datastructures import MultiDict

from services.gateway.portal.calls import gently
from services.gateway.portal.format import now
from services.gateway.portal.forms import Problems
from services.gateway.portal.language import current_language, local
from services.shared import completeness
from services.shared.completeness_words import told
from services.shared.vocabulary import QuestionType

PREFIX = "answers."
# Several may be chosen, so these fields come more than once.
SEVERAL = "choices."
Typed = Mapping[str, Any]


def typed_answers(form: MultiDict[str, str]) -> dict[str, Any]:
    """The answers as they were typed, by question code."""
    typed: dict[str, Any] = {
        name.removeprefix(PREFIX): text.replace("\0", "").strip()
        for name, text in form.items()
        if name.startswith(PREFIX)
    }
    for name in form:
        if name.startswith(SEVERAL):
            typed[name.removeprefix(SEVERAL)] = [text.replace("\0", "") for text in form.getlist(name) if text]
    return typed


def answers_to(item: str, before: dict[str, Any]) -> dict[str, Any]:
    """The answers to the questions of this item; those of an item that is not chosen any more are gone with it."""
    so_far = before.get("answers", {}) if item and item == before.get("catalogue_item") else {}
    return so_far | (typed_answers(request.form) if item and item == request.form.get("shown") else {})


def fitting(item: dict[str, Any] | None, typed: Typed) -> dict[str, Any]:
    """The answers without those of another shape than their question asks for, which may have changed since."""
    types = {question["code"]: question["type"] for question in item["questions"]} if item else {}
    return {code: answer for code, answer in typed.items() if code not in types or fits(types[code], answer)}


def fits(type_: str, answer: Any) -> bool:
    """Whether an answer has the shape that the answers to questions of this type have."""
    one = SHAPES.get(type_)
    return isinstance(answer, list) and all(isinstance(each, one) for each in answer) if one else type(answer) is str


# Of which the answer is a list, and of what; all others are answered with text.
SHAPES: dict[str, type] = {QuestionType.FILE: dict, QuestionType.CHOICES: str}


def asked_questions(item: dict[str, Any] | None, typed: Typed) -> list[dict[str, Any]]:
    """The questions that are asked when these are the answers so far."""
    return list(completeness.asked_of(item["questions"], typed)) if item else []


def sent_answers(item: dict[str, Any] | None, typed: Typed) -> dict[str, Any]:
    """The answers as a service takes them: numbers as numbers, and only to questions that are asked."""
    answers: dict[str, Any] = {}
    typed = fitting(item, typed)
    for question in asked_questions(item, typed):
        answer: Any = typed.get(question["code"])
        if not completeness.is_blank(answer):
            answers[question["code"]] = _number(answer) if question["type"] == "number" else answer
    return answers


def check_answers(
    item: dict[str, Any] | None, typed: Typed, problems: Problems, location: str | None = None, kind: str = ""
) -> None:
    """Add what is missing or cannot be used, the advice with which an answer ends the form, and a place that is wrong.

    As whichever `kind` it is asked for is only looked at when one is given.
    """
    if not item:
        return
    found = _checked(item, sent_answers(item, typed), location=location, **({"kind": kind} if kind else {}))
    for problem in (*found["missing"], *found["unclear"], *found["stops"]):
        problems.add(PREFIX + problem["code"], problem["message"])
    for problem in found["refused"]:
        problems.add(problem["field"], problem["message"])


def _checked(item: dict[str, Any], answers: dict[str, Any], **asked: Any) -> dict[str, Any]:
    asked |= {"catalogue_item": item["code"], "answers": answers, "language": current_language()}
    found: dict[str, Any] | None = gently(g.bus.intake.check_request, asked)()
    if found:
        return found
    # Intake is away, or has not heard of this item yet. All but places and people can be checked here as well.
    checked = completeness.check(item["questions"], answers, now().date())
    return told(item["questions"], answers, checked, current_language())


def name_questions(item: dict[str, Any] | None, problems: Problems) -> None:
    """Let the summary on top say which question each message is about."""
    for question in item["questions"] if item else ():
        problems.labels[PREFIX + question["code"]] = local(question["text"])


def answers_in_words(item: dict[str, Any] | None, typed: Typed) -> list[tuple[str, str, list[dict[str, Any]]]]:
    """Question and answer, or the files that are the answer, as a summary shows them: as they will be kept."""
    if not (item and item["questions"]):
        return []
    typed = fitting(item, typed)
    words = {one["code"]: one["answer"] for one in _checked(item, sent_answers(item, typed)).get("answers", ())}
    rows: list[tuple[str, str, list[dict[str, Any]]]] = []
    for question in asked_questions(item, typed):
        code, files = question["code"], question["type"] == QuestionType.FILE
        answer: Any = typed.get(code) or []
        # What cannot be used is shown as it was typed, to be mended.
        as_typed = answer if isinstance(answer, str) else ", ".join(map(str, answer))
        rows.append((local(question["text"]), "" if files else words.get(code, as_typed), answer if files else []))
    return rows


def _number(text: str) -> Any:
    """The number that was typed; what is none stays as it is, so that the check says so."""
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return text
    if value != value or value in (float("inf"), float("-inf")):
        return text
    return int(value) if value.is_integer() else value
