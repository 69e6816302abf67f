"""Finding: what is worth noting of a search, and what a completeness check tells its reader."""

from __future__ import annotations

from typing import Any

from services.shared import completeness

SHORTEST_MISSED = 3


def is_missed(asked: dict[str, Any], found: dict[str, Any]) -> bool:
    """Whether the keeper should know that somebody looked for this in vain."""
    return not (found["items"] or asked["typing"] or asked["category"]) and len(asked["q"]) >= SHORTEST_MISSED


def checked(questions: list[dict[str, Any]], answers: dict[str, Any], language: str) -> dict[str, Any]:
    """What a request still needs, in the reader's language; places and people are taken as they are given."""
    return completeness.told(questions, answers, completeness.check(questions, answers), language)
