"""The kind that somebody's own words tell of: by what they say, by the items that fit, and not when it is unsure."""

from __future__ import annotations

import pytest

from services.catalog.domain.kinds import SuggestedKind, suggest_kind
from services.demo.content.said import SAID
from services.shared.vocabulary import Kind


@pytest.mark.parametrize(
    ("said", "kind", "because"),
    [
        ("De lift is kapot", Kind.MALFUNCTION, "kapot"),
        ("Ik wil graag een tweede scherm", Kind.WISH, "ik wil graag"),
        ("Hoe laat gaat de kantine open", Kind.INFORMATION, "hoe laat"),
        ("Tot hoe laat is het open", Kind.INFORMATION, "tot hoe laat"),
        ("Ik ben ontevreden", Kind.COMPLAINT, "ontevreden"),
        ("The window won\u2019t close", Kind.MALFUNCTION, "wont close"),
        ("I'd like a chair", Kind.WISH, "id like"),
    ],
)
def test_what_is_said_tells_the_kind_and_why(said: str, kind: Kind, because: str) -> None:
    found = suggest_kind(said)
    assert found
    assert (found.kind, found.by_item) == (kind, False)
    assert because in found.because


def test_a_question_mark_asks_but_a_polite_request_wishes() -> None:
    assert suggest_kind("Zit er een printer op de derde?") == SuggestedKind(Kind.INFORMATION, (), False)
    polite = suggest_kind("Kunnen jullie een stoel brengen?")
    assert polite
    assert polite.kind is Kind.WISH


def test_who_asks_how_to_complain_asks() -> None:
    found = suggest_kind("Hoe dien ik een klacht in?")
    assert found
    assert found.kind is Kind.INFORMATION


def test_the_best_item_tells_when_the_words_do_not() -> None:
    assert suggest_kind("lunch voor donderdag") is None
    assert suggest_kind("lunch voor donderdag", [["wish"]]) == SuggestedKind(Kind.WISH, (), True)


def test_nothing_is_suggested_when_it_is_unsure() -> None:
    assert suggest_kind("") is None
    assert suggest_kind("bureau") is None
    assert suggest_kind("bureau", [["wish"], ["malfunction"], ["malfunction"], ["malfunction"]]) is None
    assert suggest_kind("!?") is None


def test_most_of_what_people_say_is_known_by_their_words_alone() -> None:
    known = [said for _, said, kind in SAID if (found := suggest_kind(said)) and found.kind is kind]
    assert 100 * len(known) >= 85 * len(SAID)


def test_a_cue_within_another_one_is_not_told_twice() -> None:
    found = suggest_kind("Tot hoe laat kan ik bellen")
    assert found
    assert found.because == ("tot hoe laat",)
