"""How a value of the catalogue is written in one cell of a sheet, and read from it again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

# What a sheet holds: a number, or else text.
Cell = str | Decimal

# Behind 1,500 may be thousands as well, so that is not read as one and a half.
DECIMAL_COMMA = re.compile(r"(?![+-]?[1-9][0-9]{0,2},[0-9]{3}\Z)([+-]?[0-9]*),([0-9]+)")
AS_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
# Within a list a semicolon has a backslash before it, and so has a backslash.
AN_ELEMENT = re.compile(r"(?:\\[;\\]|[^;])+")
ESCAPED = re.compile(r"\\([;\\])")
DURATION = re.compile(r"([0-9]{1,6}) *(hour|day)s?")
ANSWERS = {"yes": True, "true": True, "no": False, "false": False}


@dataclass(frozen=True)
class Form:
    """A way to write a value in a cell; `read` raises ValueError that says how it should have been written."""

    write: Callable[[Any], Cell]
    read: Callable[[str], Any]


def _listed(values: Iterable[str]) -> str:
    return "; ".join(re.sub(r"[;\\]", r"\\\g<0>", value) for value in values)


def _read_list(text: str) -> list[str]:
    elements = (ESCAPED.sub(r"\1", element).strip() for element in AN_ELEMENT.findall(text))
    return [element for element in elements if element]


def _number(value: float) -> Decimal:
    if value == int(value) and abs(value) < 1e15:
        return Decimal(int(value))
    text = repr(value)
    # As text 1.125 could be thousands; one zero more says that it is not.
    return Decimal(f"{text}0" if AS_THOUSANDS.fullmatch(text) else text)


def _read_number(text: str) -> str:
    """The contract says whether it is a number, and which; a Dutch spreadsheet saves 12.50 as 12,50."""
    return DECIMAL_COMMA.sub(r"\1.\2", text) if DECIMAL_COMMA.fullmatch(text) else text


def _read_date(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ValueError("Give a date as 2026-03-31.") from None


def _read_yes_no(text: str) -> bool:
    if text.lower() not in ANSWERS:
        raise ValueError("Write yes or no.")
    return ANSWERS[text.lower()]


def _duration(value: dict[str, Any]) -> str:
    unit = value["unit"].removesuffix("s") if value["amount"] == 1 else value["unit"]
    return f"{value['amount']} {unit}"


def _read_duration(text: str) -> dict[str, Any]:
    told = DURATION.fullmatch(text.lower())
    if told is None:
        raise ValueError("Write it as 2 days or 4 hours.")
    return {"amount": int(told[1]), "unit": f"{told[2]}s"}


def _condition(value: dict[str, Any]) -> str:
    answers = f"={_listed(value['answers'])}" if value["answers"] else ""
    return f"{value['question']}{answers}"


def _read_condition(text: str) -> dict[str, Any]:
    question, _, answers = text.partition("=")
    return {"question": question.strip(), "answers": _read_list(answers)}


TEXT = Form(str, str)
LIST = Form(_listed, _read_list)
AMOUNT = Form(Decimal, _read_number)
NUMBER = Form(_number, _read_number)
DATE = Form(str, _read_date)
YES_NO = Form(lambda value: "yes" if value else "no", _read_yes_no)
DURATION_FORM = Form(_duration, _read_duration)
CONDITION = Form(_condition, _read_condition)
