"""A catalogue item and what makes it fit to publish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from services.shared.errors import Invalid
from services.shared.vocabulary import QuestionType


@dataclass(frozen=True)
class Item:
    """A product or service the facility organisation offers, in one version."""

    code: str
    version: int
    name: dict[str, str]
    description: dict[str, str]
    category: str
    kinds: list[str]
    keywords: list[str]
    questions: list[dict[str, Any]]


def require_fit(questions: list[dict[str, Any]]) -> None:
    """Raise Invalid naming every question that cannot be asked as it stands."""
    wrong: dict[str, list[str]] = {}
    seen: set[str] = set()
    for question in questions:
        problems = list(_problems(question))
        if question["code"] in seen:
            problems.append("Two questions have this code.")
        seen.add(question["code"])
        if problems:
            wrong.setdefault(question["code"], []).extend(problems)
    if wrong:
        raise Invalid("Some questions cannot be asked as they stand.", {"questions": wrong})


def _problems(question: dict[str, Any]) -> list[str]:
    problems = []
    codes = [choice["code"] for choice in question["choices"]]
    if question["type"] == QuestionType.CHOICE and len(codes) < 2:
        problems.append("Give at least two choices.")
    if question["type"] != QuestionType.CHOICE and codes:
        problems.append("Only a choice question has choices.")
    if len(set(codes)) < len(codes):
        problems.append("Two choices have the same code.")
    lowest, highest = question.get("lowest"), question.get("highest")
    if question["type"] != QuestionType.NUMBER and (lowest is not None or highest is not None):
        problems.append("Only a number has a lowest and a highest.")
    if lowest is not None and highest is not None and lowest > highest:
        problems.append("The lowest is above the highest.")
    return problems
