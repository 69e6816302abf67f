"""A catalogue item's questions as form fields: reading what was filled in, and checking it early.

The services check every answer again; this only saves the customer a round trip at the last step.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask_babel import gettext as _

from services.gateway.portal.format import number
from services.gateway.portal.forms import Problems
from services.gateway.portal.language import local

PREFIX = "answers."


def typed_answers(form: Mapping[str, str]) -> dict[str, str]:
    """The answers as they were typed, by question code."""
    return {
        name.removeprefix(PREFIX): text.replace("\0", "").strip()
        for name, text in form.items()
        if name.startswith(PREFIX)
    }


def sent_answers(item: dict[str, Any] | None, typed: Mapping[str, str]) -> dict[str, Any]:
    """The answers as a service takes them: numbers as numbers, and only to this item's questions."""
    answers: dict[str, Any] = {}
    for question in item["questions"] if item else ():
        text = typed.get(question["code"], "")
        if text:
            answers[question["code"]] = _number(text, text) if question["type"] == "number" else text
    return answers


def check_answers(item: dict[str, Any] | None, typed: Mapping[str, str], problems: Problems) -> None:
    """Add what is missing or cannot be read."""
    for question in item["questions"] if item else ():
        problem = _problem(question, typed.get(question["code"], ""))
        if problem:
            problems.add(PREFIX + question["code"], problem)


def name_questions(item: dict[str, Any] | None, problems: Problems) -> None:
    """Let the summary on top say which question each message is about."""
    for question in item["questions"] if item else ():
        problems.labels[PREFIX + question["code"]] = local(question["text"])


def answers_in_words(item: dict[str, Any] | None, typed: Mapping[str, str]) -> list[tuple[str, str]]:
    """Question and answer, as a summary shows them."""
    rows = []
    for question in item["questions"] if item else ():
        text = typed.get(question["code"], "")
        chosen = next((local(choice["name"]) for choice in question["choices"] if choice["code"] == text), text)
        rows.append((local(question["text"]), chosen))
    return rows


def _problem(question: dict[str, Any], text: str) -> str | None:
    if not text:
        return _("Answer this question.") if question["required"] else None
    if question["type"] == "date":
        try:
            date.fromisoformat(text)
        except ValueError:
            return _("Give a date, for example 2026-12-31.")
    if question["type"] == "number":
        value = _number(text, None)
        if value is None:
            return _("Give a number in digits.")
        if question.get("lowest") is not None and value < question["lowest"]:
            return _("Give a number of at least %(lowest)s.", lowest=number(question["lowest"]))
        if question.get("highest") is not None and value > question["highest"]:
            return _("Give a number of at most %(highest)s.", highest=number(question["highest"]))
    return None


def _number(text: str, otherwise: Any) -> Any:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return otherwise
    if value != value or value in (float("inf"), float("-inf")):
        return otherwise
    return int(value) if value.is_integer() else value
