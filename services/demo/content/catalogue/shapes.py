"""Short ways to write catalogue requests, so that the items read as a catalogue and not as punctuation."""

from __future__ import annotations

from typing import Any

from services.shared.vocabulary import Kind, QuestionType

Request = dict[str, Any]


def local(nl: str, en: str) -> dict[str, str]:
    """The same text in both languages."""
    return {"nl": nl, "en": en}


def choice(code: str, nl: str, en: str) -> Request:
    """One of the answers to choose from."""
    return {"code": code, "name": local(nl, en)}


YES = choice("ja", "Ja", "Yes")
NO = choice("nee", "Nee", "No")


def question(code: str, type_: QuestionType, nl: str, en: str, **more: Any) -> Request:
    """A required question, unless `required=False`; `help` is a pair of texts, nl and en."""
    if "help" in more:
        more["help"] = local(*more["help"])
    return {"code": code, "type": type_.value, "text": local(nl, en), **more}


def item(
    code: str,
    category: str,
    kinds: tuple[Kind, ...],
    name: tuple[str, str],
    description: tuple[str, str],
    keywords: str,
    *questions: Request,
) -> Request:
    """A catalogue item; `keywords` are separated by commas."""
    return {
        "code": code,
        "name": local(*name),
        "description": local(*description),
        "category": category,
        "kinds": [kind.value for kind in kinds],
        "keywords": [word.strip() for word in keywords.split(",")],
        "questions": list(questions),
    }
