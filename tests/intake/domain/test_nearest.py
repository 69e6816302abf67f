"""The places that somebody probably means, when no place has all of their words."""

from __future__ import annotations

import pytest

from services.intake.domain.nearest import nearest
from services.shared.kit.search import words_of

PLACES = {
    code: words_of(path, code)
    for code, path in {
        "SH": "Stadhuis",
        "SH-1-16": "Stadhuis › 1e verdieping › Toiletten",
        "SH-3-11": "Stadhuis › 3e verdieping › Kantoortuin Omgevingsdienst",
        "SH-3-12": "Stadhuis › 3e verdieping › Werkkamer 3.12",
        "TH-0-02": "Theater De Kade › Begane grond › Grote Zaal",
        "TH-3-12": "Theater De Kade › Kleedkamer Café",
    }.items()
}


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("werkkamer 312", ["SH-3-12"]),  # a room's number without its dot
        ("stadhuis 3-12", ["SH-3-12"]),
        ("312", ["SH-3-12", "TH-3-12"]),  # also as a part of the code
        ("werkkamer 3.12, bij het raam", ["SH-3-12"]),  # words too many
        ("kantortuin", ["SH-3-11"]),  # a letter is missing
        ("omgevignsdienst", ["SH-3-11"]),  # two letters the wrong way round
        ("derde etage toilet", ["SH-3-11", "SH-3-12"]),  # where it is tells more than what it is
        ("WC first floor", ["SH-1-16"]),  # in other words
        ("cafe", ["TH-3-12"]),
        ("grote zaal theatre", ["TH-0-02"]),
    ],
)
def test_what_has_most_of_the_words_is_meant(asked: str, meant: list[str]) -> None:
    assert nearest(words_of(asked).split(), PLACES) == meant


@pytest.mark.parametrize("asked", ["", "xyzzy", "het gebouw", "zal", "4.99", "?!"])
def test_what_looks_like_no_place_is_none(asked: str) -> None:
    assert nearest(words_of(asked).split(), PLACES) == []


def test_no_word_takes_long_to_read() -> None:
    # A pattern that tries every way to cut a row of digits does not end before this test does.
    assert nearest(["1" * 200 + "#", "x" * 200], PLACES) == []


def test_where_there_is_no_place_none_is_meant() -> None:
    assert nearest(["stadhuis"], {}) == []
