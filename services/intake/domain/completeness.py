"""The completeness check: is what was asked complete and clear enough to act on?"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from services.shared.errors import Invalid
from services.shared.vocabulary import QuestionType

LONGEST = {QuestionType.TEXT: 200, QuestionType.LONG_TEXT: 4000}
# Beyond this a floating point number no longer holds every digit that was typed.
LARGEST = 10**15

MONTHS = {
    "nl": [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}


class Unclear(Exception):
    """An answer that cannot be used; the message says what to do."""


def check_answers(questions: list[dict[str, Any]], answers: dict[str, Any]) -> list[dict[str, Any]]:
    """The answers in words: `[{"code", "question": {nl, en}, "answer": {nl, en}}]`, in the questions' order.

    Raises Invalid naming every question whose answer is missing or unclear, and every answer
    nobody asked for, under `errors["answers"]`.
    """
    wrong: dict[str, list[str]] = {}
    given = []
    for question in questions:
        code = question["code"]
        answer = answers.get(code)
        if answer is None or (isinstance(answer, str) and not answer.strip()):
            if question["required"]:
                wrong[code] = ["Answer this question."]
            continue
        try:
            given.append({"code": code, "question": question["text"], "answer": _in_words(question, answer)})
        except Unclear as unclear:
            wrong[code] = [str(unclear)]
    asked = {question["code"] for question in questions}
    wrong |= {code: ["This item has no such question."] for code in answers if code not in asked}
    if wrong:
        raise Invalid("Some questions need an answer first.", {"answers": wrong})
    return given


def _in_words(question: dict[str, Any], answer: Any) -> dict[str, str]:
    return READERS[QuestionType(question["type"])](question, answer)


def _text(question: dict[str, Any], answer: Any) -> dict[str, str]:
    longest = LONGEST[QuestionType(question["type"])]
    if not isinstance(answer, str):
        raise Unclear("Answer with some text.")
    if any(unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\r\t" for character in answer):
        raise Unclear("This contains a character that cannot be kept.")
    text = unicodedata.normalize("NFC", answer).replace("\r\n", "\n").replace("\r", "\n").strip()
    if len(text) > longest:
        raise Unclear(f"Use at most {longest} characters.")
    return _same(text)


def _number(question: dict[str, Any], answer: Any) -> dict[str, str]:
    try:
        number = float(str(answer).replace(",", "."))
    except ValueError:
        raise Unclear("Answer with a number.") from None
    if not abs(number) < LARGEST:  # this way round, what is not a number is refused too
        raise Unclear("Answer with a number.")
    lowest, highest = question.get("lowest"), question.get("highest")
    if lowest is not None and number < lowest:
        raise Unclear(f"Give {_digits(lowest)} or more.")
    if highest is not None and number > highest:
        raise Unclear(f"Give {_digits(highest)} or less.")
    return {"nl": _digits(number).replace(".", ","), "en": _digits(number)}


def _digits(number: float) -> str:
    """All its digits, where Python would write 1e+06."""
    return f"{Decimal(repr(number + 0.0)):f}".removesuffix(".0")


def _date(question: dict[str, Any], answer: Any) -> dict[str, str]:
    try:
        day = date.fromisoformat(str(answer))
    except ValueError:
        raise Unclear("Answer with a date, as 2026-12-03.") from None
    if not 2000 <= day.year <= 2099:
        raise Unclear("Give a date from 2000 to 2099.")
    return {language: f"{day.day} {months[day.month - 1]} {day.year}" for language, months in MONTHS.items()}


def _choice(question: dict[str, Any], answer: Any) -> dict[str, str]:
    for choice in question["choices"]:
        if choice["code"] == answer:
            return dict(choice["name"])
    codes = ", ".join(choice["code"] for choice in question["choices"])
    raise Unclear(f"Choose one of: {codes}.")


def _same(text: str) -> dict[str, str]:
    return {"nl": text, "en": text}


READERS: dict[QuestionType, Callable[[dict[str, Any], Any], dict[str, str]]] = {
    QuestionType.TEXT: _text,
    QuestionType.LONG_TEXT: _text,
    QuestionType.NUMBER: _number,
    QuestionType.DATE: _date,
    QuestionType.CHOICE: _choice,
}
