"""What a form writes as text in one field: choices and words as lines, codes between commas, numbers; and read back."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any

from flask_babel import gettext, ngettext

from services.gateway.portal.format import decimal
from services.shared.contracts.definitions import is_of_thousands

# Within a name a bar has a backslash before it, and so has a backslash; a new line is written as one and an n.
CHOICE = re.compile(r"\s*([\w.-]+)\s*=\s*((?:\\.|[^|\\])*?)\s*\|\s*((?:\\.|[^|\\])*?)\s*")
ESCAPED = re.compile(r"\\([\\|n])")
# What holds several lines, words or codes, of which one may be wrong.
IN_A_BOX = re.compile(r"(.*\b(choices|answers|after|keywords|related|items|words|organisations|buildings))\.(\d+)\b.*")
ON_LINES = ("choices", "keywords")
LONGEST_QUOTE = 60
MOST_LINES = 5


def choices_as_text(choices: list[dict[str, Any]] | str | None) -> str:
    """Choices as they are typed: a line for each, `code = Nederlands | English`."""
    if isinstance(choices, str):
        return choices
    return "\n".join(map(_choice_as_text, choices or []))


def read_choice(line: str) -> Any:
    """The choice on a line; a line that is none stays as it is, so that it is refused and nothing typed is lost."""
    found = CHOICE.fullmatch(line)
    return {"code": found[1], "name": {"nl": _plain(found[2]), "en": _plain(found[3])}} if found else line


def line_list(text: str) -> list[str]:
    """What was typed on each line."""
    return [line.strip() for line in re.split(r"[\r\n]+", text) if line.strip()]


def code_list(text: str) -> list[str]:
    """The codes that were typed, whatever is between them."""
    return [code for code in re.split(r"[\s,;]+", text) if code]


def word_list(text: str) -> list[str]:
    """The words that were typed, with commas or on lines of their own."""
    return [word.strip() for word in re.split(r"[,;\r\n]+", text) if word.strip()]


def read_number(text: str | None) -> Any:
    """The number that was typed, with either sign for decimals; what is none stays as it is, and is refused."""
    if not text:
        return None
    if is_of_thousands(text):
        return text
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return text
    return number if isfinite(number) else text


def number_as_text(value: Any) -> str:
    """A number as it is typed; one that would look like thousands has a zero more. What is none is as it was typed."""
    if value is None or isinstance(value, str):
        return value or ""
    text = decimal(value)
    return f"{text}0" if is_of_thousands(text) else text


def in_its_box(name: str, text: str, definition: Mapping[str, Any]) -> tuple[str, str, str]:
    """Where the line, word or code was typed that something is wrong with, which it is, and what is wrong."""
    found = IN_A_BOX.fullmatch(name)
    if not found:
        return name, "", text
    box, sort, place = found[1], found[2], int(found[3])
    typed = _part_of(definition, box.split("."))
    if not isinstance(typed, list) or place >= len(typed):
        return box, "", text
    one = typed[place]
    line = one if isinstance(one, str) else _choice_as_text(one)
    quoted = line if len(line) <= LONGEST_QUOTE else f"{line[:LONGEST_QUOTE].rstrip()}…"
    if sort == "choices" and (one == line or not all(one["name"].values())):
        text = gettext("Write a code, =, the name in Dutch, | and the name in English, as: large = Groot | Large.")
    if sort in ON_LINES:
        return box, gettext("line %(number)s, “%(line)s”", number=place + 1, line=quoted), text
    return box, "" if line in text else f"“{quoted}”", text


def said_of(which: list[str], text: str) -> str:
    """What is wrong, and with which lines: 'Line 2, “groot”; line 5, “klein”: Write …'; of many the first few."""
    which = list(dict.fromkeys(filter(None, which)))
    if not which:
        return text
    more = len(which) - MOST_LINES
    if more > 0:
        which[MOST_LINES:] = [ngettext("%(num)s more", "%(num)s more", more)]
    told = "; ".join(which)
    return f"{told[0].upper()}{told[1:]}: {text}"


def _part_of(definition: Any, path: list[str]) -> Any:
    for name in path:
        if isinstance(definition, Mapping):
            definition = definition.get(name)
        elif isinstance(definition, list) and name.isdecimal() and int(name) < len(definition):
            definition = definition[int(name)]
        else:
            return None
    return definition


def _choice_as_text(one: Any) -> str:
    if not isinstance(one, dict):
        return str(one)
    return f"{one['code']} = {_escaped(one['name']['nl'])} | {_escaped(one['name']['en'])}"


def _escaped(name: str) -> str:
    return re.sub(r"[\\|]", r"\\\g<0>", name).replace("\n", "\\n")


def _plain(name: str) -> str:
    return ESCAPED.sub(lambda found: "\n" if found[1] == "n" else found[1], name)


LINES: dict[str, Callable[[Any], str]] = {
    "number": number_as_text,
    "choices": choices_as_text,
    "lines": lambda value: value if isinstance(value, str) else "\n".join(value or []),
    "codes": lambda value: value if isinstance(value, str) else ", ".join(value or []),
}
