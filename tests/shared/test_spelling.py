"""How much words differ, and how they sound."""

from __future__ import annotations

import pytest

from services.shared.spelling import distance, sound


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [("lamp", "lamp", 0), ("lapm", "lamp", 1), ("lmp", "lamp", 1), ("lampp", "lamp", 1), ("kamp", "lamp", 1)],
)
def test_a_letter_that_is_wrong_missing_too_many_or_misplaced_is_one_difference(
    one: str, other: str, differs: int
) -> None:
    assert distance(one, other, 2) == distance(other, one, 2) == differs


def test_what_differs_more_is_not_counted_any_further() -> None:
    assert distance("lamp", "stoel", 2) == 3
    assert distance("lamp", "lampenkap", 1) == 2


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("kout", "koud"),
        ("kapod", "kapot"),
        ("leiding", "lijding"),
        ("reservering", "reserfering"),
        ("koffie", "coffie"),
    ],
)
def test_words_that_are_said_alike_sound_the_same(written: str, meant: str) -> None:
    assert sound(written) == sound(meant)


@pytest.mark.parametrize(("one", "other"), [("kout", "hout"), ("koud", "kou"), ("pas", "bas")])
def test_words_that_are_said_otherwise_do_not(one: str, other: str) -> None:
    assert sound(one) != sound(other)
    assert sound("") == ""
