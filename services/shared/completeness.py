"""The completeness check: is what was asked for a catalogue item complete and clear enough to act on?

One set of rules for every door: catalog answers by it for any version of an item, and intake, which
also knows places and people, before it registers anything.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from services.shared.errors import Invalid
from services.shared.months import MONTHS
from services.shared.vocabulary import FILE_ID, LONGEST_ANSWER, MOST_FILES, QuestionType

# An empty list is no answer to these.
SEVERAL = (QuestionType.CHOICES, QuestionType.FILE)
# Beyond this a floating point number no longer holds every digit that was typed.
LARGEST = 10**15

Question = dict[str, Any]
Answers = Mapping[str, Any]
Local = dict[str, str]
# What the places and people that answers name are called; None for a name of several. No names: nobody here knows any.
Names = Mapping[str, str | None] | None


class Unclear(Exception):
    """An answer that cannot be used; the message says what to do."""


@dataclass
class Checked:
    """What the check found: the answers in words, and per question what is missing or unclear, or ends the form."""

    answers: list[dict[str, Any]] = field(default_factory=list)
    missing: dict[str, str] = field(default_factory=dict)
    unclear: dict[str, str] = field(default_factory=dict)
    stops: dict[str, Local] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        """Whether it can be acted on."""
        return not (self.missing or self.unclear or self.stops)

    def require(self, language: str | None = None) -> list[dict[str, Any]]:
        """The answers in words: `[{"code", "question": {nl, en}, "answer": {nl, en}}]`, in the questions' order.

        Raises Invalid with what is missing or unclear per question, or with the advice that goes before it all.
        Refusals are English, and the portal translates them; an advice is the keeper's own, so it comes in the
        language of who asks, or in both.
        """
        if not self.complete:
            told = {code: [message] for code, message in (self.missing | self.unclear).items()}
            advice_in = [language] if language else ["nl", "en"]
            told |= {code: [advice[one] for one in advice_in] for code, advice in self.stops.items()}
            raise Invalid("Some questions need an answer first.", {"answers": told})
        return self.answers


def check(
    questions: list[Question], answers: Answers, today: date, places: Names = None, people: Names = None
) -> Checked:
    """Look at every question that is asked with these answers, and at every answer that nobody asked for.

    `today` is the day of asking, from which the first and the last day that a question takes are counted.
    """
    checked, known = Checked(), {QuestionType.LOCATION: places, QuestionType.PERSON: people}
    asked = {question["code"] for question in asked_of(questions, answers)}
    for question in questions:
        code, answer = question["code"], answers.get(question["code"])
        if code not in asked:
            continue
        if is_blank(answer) and (answer != [] or question["type"] in SEVERAL):
            if question["required"]:
                checked.missing[code] = "Answer this question."
            continue
        type_ = QuestionType(question["type"])
        try:
            told = READERS[type_](question, answer, known.get(type_))
            if type_ is QuestionType.DATE:
                _require_in_time(question, date.fromisoformat(str(answer)), today)
        except Unclear as unclear:
            checked.unclear[code] = str(unclear)
            continue
        files = {"files": [_file(one) for one in answer or ()]} if type_ is QuestionType.FILE else {}
        checked.answers.append({"code": code, "question": question["text"], "answer": told} | files)
        if ends_the_form(question, answer):
            checked.stops[code] = question["stop"]["advice"]
    codes = {question["code"] for question in questions}
    for code in answers:
        # What was answered before another answer made it pointless is left out, and no reason to complain.
        if code not in codes:
            checked.unclear[code] = "This item has no such question."
    return checked


def asked_of(questions: list[Question], answers: Answers) -> Iterator[Question]:
    """The questions that are asked when these are the answers so far."""
    asked: dict[str, Any] = {}
    for question in questions:
        condition = question.get("when")
        given = _chosen(asked.get(condition["question"])) if condition else []
        if not condition or (given and (not condition["answers"] or set(given) & set(condition["answers"]))):
            asked[question["code"]] = answers.get(question["code"])
            yield question


def ends_the_form(question: Question, answer: Any) -> bool:
    """Whether something else must be done first."""
    return bool(question.get("stop")) and bool(set(_chosen(answer)) & set(question["stop"]["answers"]))


def referred(questions: list[Question], answers: Answers, type_: QuestionType) -> set[str]:
    """The places, or the people, that the answers name by code or in words."""
    given = (answers.get(question["code"]) for question in questions if question["type"] == type_)
    return {answer.strip() for answer in given if isinstance(answer, str) and answer.strip() and not _unusable(answer)}


def is_blank(answer: Any) -> bool:
    """Whether nothing was answered."""
    return answer is None or answer == [] or (isinstance(answer, str) and not answer.strip())


def _chosen(answer: Any) -> list[str]:
    if is_blank(answer):
        return []
    return [str(one) for one in answer] if isinstance(answer, list) else [str(answer)]


def _text(question: Question, answer: Any, names: Names) -> Local:
    longest = LONGEST_ANSWER[QuestionType(question["type"])]
    if not isinstance(answer, str):
        raise Unclear("Answer with some text.")
    if problem := _unusable(answer, longest=None):
        raise Unclear(problem)
    text = unicodedata.normalize("NFC", answer).replace("\r\n", "\n").replace("\r", "\n").strip()
    at_least, at_most = question.get("lowest") or 0, min(question.get("highest") or longest, longest)
    if len(text) < at_least:
        raise Unclear(f"Tell a little more: at least {at_least:.0f} characters.")
    if len(text) > at_most:
        raise Unclear(f"Use at most {at_most:.0f} characters.")
    return _same(text)


def _unusable(answer: str, longest: int | None = LONGEST_ANSWER[QuestionType.TEXT]) -> str | None:
    """Why a text cannot be kept, or looked up."""
    # Most text is printable from one end to the other, which Python sees at once.
    odd = "" if answer.isprintable() else answer
    if any(unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\r\t" for character in odd):
        return "This contains a character that cannot be kept."
    return f"Use at most {longest} characters." if longest is not None and len(answer) > longest else None


def _number(question: Question, answer: Any, names: Names) -> Local:
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


def _date(question: Question, answer: Any, names: Names) -> Local:
    try:
        day = date.fromisoformat(str(answer))
    except ValueError:
        raise Unclear("Answer with a date, as 2026-12-03.") from None
    if not 2000 <= day.year <= 2099:
        raise Unclear("Give a date from 2000 to 2099.")
    return {language: f"{day.day} {months[day.month - 1]} {day.year}" for language, months in MONTHS.items()}


def _require_in_time(question: Question, day: date, today: date) -> None:
    first, last = days_of(question, today)
    if first and day < first:
        raise Unclear(f"The first day possible is {first.day} {MONTHS['en'][first.month - 1]} {first.year}.")
    if last and day > last:
        raise Unclear(f"The last day possible is {last.day} {MONTHS['en'][last.month - 1]} {last.year}.")


def days_of(question: Question, today: date) -> tuple[date | None, date | None]:
    """The first and the last day that a question for a date takes from who asks today; None for no limit."""
    first, last = (
        None if days is None else today + timedelta(days=int(days))
        for days in (question.get("lowest"), question.get("highest"))
    )
    return first, last


def _time(question: Question, answer: Any, names: Names) -> Local:
    try:
        moment = time.fromisoformat(str(answer))
    except ValueError:
        raise Unclear("Answer with a time, as 09:30.") from None
    return _same(f"{moment:%H:%M}")


def _choice(question: Question, answer: Any, names: Names) -> Local:
    for choice in question["choices"]:
        if choice["code"] == answer:
            return dict(choice["name"])
    raise Unclear(_choose(question))


def _choices(question: Question, answer: Any, names: Names) -> Local:
    given = answer if isinstance(answer, list) else [answer]
    chosen = [choice["name"] for choice in question["choices"] if choice["code"] in given]
    if len(chosen) < len(given):
        raise Unclear(_choose(question))
    return {language: ", ".join(name[language] for name in chosen) for language in ("nl", "en")}


def _choose(question: Question) -> str:
    return f"Choose one of: {', '.join(choice['code'] for choice in question['choices'])}."


def _location(question: Question, answer: Any, names: Names) -> Local:
    return _named(answer, names, "location")


def _person(question: Question, answer: Any, names: Names) -> Local:
    return _named(answer, names, "customer")


def _files(question: Question, answer: Any, names: Names) -> Local:
    if not isinstance(answer, list):
        raise Unclear("Answer with a list of files.")
    files = [_file(one) for one in answer]
    at_least, at_most = int(question.get("lowest") or 1), int(question.get("highest") or MOST_FILES)
    if len({file["id"] for file in files}) < len(files):
        raise Unclear("Send each file once.")
    if len(files) < at_least:
        raise Unclear(f"Send more files: at least {at_least}.")
    if len(files) > at_most:
        raise Unclear(f"Send fewer files: at most {at_most}.")
    for file in files:
        if question.get("pictures_only") and not file["type"].startswith("image/"):
            raise Unclear(f"Send pictures only; {file['name']} is none.")
    return _same(", ".join(file["name"] for file in files))


def _file(one: Any) -> dict[str, Any]:
    """What is known of a file; only who keeps the files knows it, and leaves one that cannot be had as it was named."""
    told = one if isinstance(one, dict) else {}
    file = {name: told.get(name) for name in ("id", "name", "type", "size")}
    texts = [file["id"], file["name"], file["type"]]
    usable = all(isinstance(text, str) and text and not _unusable(text) for text in texts)
    if usable and type(file["size"]) is int and FILE_ID.fullmatch(str(file["id"])):
        return file
    name = one if isinstance(one, str) and not _unusable(one) else "like this"
    raise Unclear(f"There is no file {name} that can still be used. Send it again.")


def _named(answer: Any, names: Names, what: str) -> Local:
    code = answer.strip() if isinstance(answer, str) else str(answer)
    if problem := _unusable(code):
        raise Unclear(problem)
    if names is None:
        return _same(code)
    if code not in names:
        raise Unclear(f"There is no {what} {code}.")
    if (name := names[code]) is None:
        raise Unclear(f"More than one {what} is called {code}. Give the number or code.")
    return _same(name)


def _same(text: str) -> Local:
    return {"nl": text, "en": text}


READERS: dict[QuestionType, Callable[[Question, Any, Names], Local]] = {
    QuestionType.TEXT: _text,
    QuestionType.LONG_TEXT: _text,
    QuestionType.NUMBER: _number,
    QuestionType.DATE: _date,
    QuestionType.TIME: _time,
    QuestionType.CHOICE: _choice,
    QuestionType.CHOICES: _choices,
    QuestionType.LOCATION: _location,
    QuestionType.PERSON: _person,
    QuestionType.FILE: _files,
}
