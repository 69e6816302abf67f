"""What the completeness check says, in the languages of its readers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from services.shared.completeness import Answers, Checked, Question, asked_of
from services.shared.months import MONTHS

DUTCH = {
    "Answer this question.": "Beantwoord deze vraag.",
    "This item has no such question.": "Deze vraag hoort niet bij dit product of deze dienst.",
    "Answer with some text.": "Antwoord met tekst.",
    "This contains a character that cannot be kept.": "Hierin staat een teken dat niet bewaard kan worden.",
    "Tell a little more: at least {lowest} characters.": "Vertel iets meer: minstens {lowest} tekens.",
    "Use at most {longest} characters.": "Gebruik hoogstens {longest} tekens.",
    "Answer with a number.": "Antwoord met een getal.",
    "Give {lowest} or more.": "Geef {lowest} of meer.",
    "Give {highest} or less.": "Geef {highest} of minder.",
    "Answer with a date, as 2026-12-03.": "Antwoord met een datum, zoals 2026-12-03.",
    "Give a date from 2000 to 2099.": "Geef een datum van 2000 tot en met 2099.",
    "The first day possible is {first}.": "De eerste mogelijke dag is {first}.",
    "The last day possible is {last}.": "De laatste mogelijke dag is {last}.",
    "Answer with a time, as 09:30.": "Antwoord met een tijd, zoals 09:30.",
    "Answer with a list of files.": "Antwoord met een lijst van bestanden.",
    "Send each file once.": "Stuur elk bestand één keer.",
    "Send more files: at least {lowest}.": "Stuur meer bestanden: minstens {lowest}.",
    "Send fewer files: at most {highest}.": "Stuur minder bestanden: hoogstens {highest}.",
    "Send pictures only; {name} is none.": "Stuur alleen afbeeldingen; {name} is er geen.",
    "There is no file {name} that can still be used. Send it again.": (
        "Er is geen bestand {name} dat nog gebruikt kan worden. Stuur het opnieuw."
    ),
    "Choose one of: {choices}.": "Kies uit: {choices}.",
    "{code} is not delivered in this building.": "{code} wordt in dit gebouw niet geleverd.",
    "Say in which building: {code} is not delivered everywhere.": (
        "Zeg in welk gebouw: {code} wordt niet overal geleverd."
    ),
    "{code} is not asked for as a {kind}.": "{code} is niet aan te vragen als {kind}.",
    "Only in: {places}.": "Alleen in: {places}.",
    "There is no location {code}.": "Er is geen locatie {code}.",
    "There is no customer {code}.": "Er is geen klant {code}.",
    "More than one location is called {code}. Give the number or code.": (
        "Er is meer dan één locatie met de naam {code}. Geef het nummer of de code."
    ),
    "More than one customer is called {code}. Give the number or code.": (
        "Er is meer dan één klant met de naam {code}. Geef het nummer of de code."
    ),
}
KINDS = {"complaint": "klacht", "wish": "wens", "information": "informatie", "malfunction": "storing"}


def told(questions: list[Question], answers: Answers, checked: Checked, language: str) -> dict[str, Any]:
    """What the check found, as the contract tells it to a reader of this language."""
    texts = {question["code"]: question["text"][language] for question in questions}

    def problems(found: Mapping[str, str]) -> list[dict[str, str]]:
        return [{"code": code, "question": texts.get(code, ""), "message": text} for code, text in found.items()]

    return {
        "complete": checked.complete,
        "missing": problems({code: say(message, language) for code, message in checked.missing.items()}),
        "unclear": problems({code: say(message, language) for code, message in checked.unclear.items()}),
        "stops": problems({code: advice[language] for code, advice in checked.stops.items()}),
        "refused": [],
        "asked": [question["code"] for question in asked_of(questions, answers)],
        "answers": [
            {"code": one["code"], "question": one["question"][language], "answer": one["answer"][language]}
            for one in checked.answers
        ],
    }


def say(message: str, language: str) -> str:
    """A message of the check in this language; one that is not the check's stays as it is."""
    if language == "en":
        return message
    for pattern, dutch in _patterns():
        if found := pattern.fullmatch(message):
            values = found.groupdict()
            if "kind" in values:
                values["kind"] = KINDS.get(values["kind"], values["kind"])
            for name in {"first", "last"} & values.keys():
                values[name] = _day_in_dutch(values[name])
            for name in {"lowest", "highest"} & values.keys():
                values[name] = values[name].replace(".", ",")
            return dutch.format(**values)
    return message


def _day_in_dutch(day: str) -> str:
    number, month, year = day.split()
    return f"{number} {MONTHS['nl'][MONTHS['en'].index(month)]} {year}"


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    patterns = []
    for english, dutch in DUTCH.items():
        parts = re.split(r"\{(\w+)\}", english)
        shape = "".join(re.escape(part) if place % 2 == 0 else f"(?P<{part}>.*?)" for place, part in enumerate(parts))
        patterns.append((re.compile(shape, re.DOTALL), dutch))
    return tuple(patterns)
