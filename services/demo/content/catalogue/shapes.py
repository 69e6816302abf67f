"""Short ways to write catalogue requests, so that the items read as a catalogue and not as punctuation."""

from __future__ import annotations

from inspect import cleandoc
from typing import Any

from services.shared.vocabulary import Kind, Payer, QuestionType, TimeUnit

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


def when(question: str, *answers: str) -> Request:
    """Asked only when that question has one of these answers; without any, when it was answered at all."""
    return {"question": question, "answers": list(answers)}


def stop(answers: tuple[str, ...], nl: str, en: str) -> Request:
    """With one of these answers the form ends with this advice."""
    return {"answers": list(answers), "advice": local(nl, en)}


def price(amount: str, unit: tuple[str, str], payer: Payer = Payer.ORGANISATION) -> Request:
    """What one unit costs, as "12.50"."""
    return {"amount": amount, "unit": local(*unit), "payer": payer.value}


def hours(count: int) -> Request:
    """A lead time in opening hours."""
    return {"amount": count, "unit": TimeUnit.HOURS.value}


def days(count: int) -> Request:
    """A lead time in working days."""
    return {"amount": count, "unit": TimeUnit.DAYS.value}


def step(code: str, team: str, title: tuple[str, str], lead_time: Request, *after: str) -> Request:
    """One team's part, which begins when the steps named in `after` are done."""
    return {"code": code, "team": team, "title": local(*title), "lead_time": lead_time, "after": list(after)}


def item(
    code: str,
    category: str,
    kinds: tuple[Kind, ...],
    name: tuple[str, str],
    description: tuple[str, str],
    keywords: str,
    *questions: Request,
    **more: Any,
) -> Request:
    """A catalogue item; `keywords` are separated by commas, `more` are the other fields of `ItemDefinition`."""
    return {
        "code": code,
        "name": local(*name),
        "description": local(*description),
        "category": category,
        "kinds": [kind.value for kind in kinds],
        "keywords": _words(keywords),
        "questions": list(questions),
        **more,
    }


def article(
    code: str,
    title: tuple[str, str],
    summary: tuple[str, str],
    keywords: str,
    nl: str,
    en: str,
    *,
    items: tuple[str, ...] = (),
    public: bool = True,
) -> Request:
    """An answer that can be given at once: `nl` and `en` are Markdown, indented as the code around them."""
    return {
        "code": code,
        "title": local(*title),
        "summary": local(*summary),
        "body": local(cleandoc(nl), cleandoc(en)),
        "keywords": _words(keywords),
        "items": list(items),
        "public": public,
    }


def _words(keywords: str) -> list[str]:
    return [word.strip() for word in keywords.split(",")]
