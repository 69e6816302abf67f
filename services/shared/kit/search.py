"""Finding rows by the words in them, the same on both dialects."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.orm import InstrumentedAttribute

from services.shared.errors import Invalid, NotFound

MOST_WORDS = 8
LONGEST_NAME = 60
ESCAPE = "\\"


class _Accents(dict[int, int | None]):
    """What becomes of a character when accents are left out: nothing of an accent, else itself."""

    def __missing__(self, character: int) -> int | None:
        self[character] = None if unicodedata.combining(chr(character)) else character
        return self[character]


_without_accents = _Accents()


def words_of(*texts: str | None) -> str:
    """What a search looks in: the texts in small letters, without accents."""
    # In capitals first, so that the dotless i of Yılmaz is the i that most people type.
    joined = " ".join(text for text in texts if text).upper()
    plain = unicodedata.normalize("NFKD", joined).translate(_without_accents)
    return " ".join(plain.casefold().split())


def searched_words(asked: str) -> list[str]:
    """The words to look for; a piece of another of them says nothing more."""
    words = set(words_of(asked).split()[:MOST_WORDS])
    return sorted(word for word in words if not any(word in other for other in words - {word}))


def contains(column: InstrumentedAttribute[str] | ColumnElement[Any], asked: str) -> list[ColumnElement[bool]]:
    """Conditions that a column made by `words_of` contains each word that was asked for."""
    return [column.like(pattern_of(word), escape=ESCAPE) for word in searched_words(asked)]


def pattern_of(word: str) -> str:
    """What LIKE finds this word with, wherever it stands; to be used with `ESCAPE`."""
    return "%" + re.sub(r"[%_\\]", r"\\\g<0>", word) + "%"


def require_findable(named: object, what: str) -> None:
    """Raise NotFound for what cannot be the number or code of anything: the bus carries more than a database takes."""
    if not (isinstance(named, str) and named.isprintable() and len(named) <= LONGEST_NAME):
        raise NotFound(f"There is no such {what}.")


def digits_of(number: str) -> int:
    """The 42 of M26-000042; raises Invalid for what is no number of ours."""
    digits = number.rpartition("-")[2]
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 15):
        raise Invalid(f"There is nothing to go on after {number}.", {"after": ["Give the `next` of the page before."]})
    return int(digits)
