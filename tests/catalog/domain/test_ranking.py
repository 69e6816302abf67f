"""What fits best: the words of the title first, what something is rather than its trouble, and nothing far worse."""

from __future__ import annotations

from dataclasses import dataclass

from services.catalog.domain.ranking import LEANING, SAME, Question, Term


@dataclass
class Entry:
    """An item or article as a search takes it."""

    code: str
    title_words: str
    keyword_words: str = ""
    other_words: str = ""
    kind: str = "item"
    title: str = ""


def term(word: str, *, uses: int = 3, says_little: bool = False) -> Term:
    return Term({word: SAME}, {word: uses}, says_little)


def best(terms: list[Term], *entries: Entry, limit: int = 9, **leaning: float) -> list[str]:
    return [entry.code for _, entry in Question(terms).best(entries, leaning, limit)]


LAMP = Entry("lamp", "lamp", "licht")
IN_KEYWORDS = Entry("donker", "donker", "lamp")
IN_TEXT = Entry("ladder", "ladder", "", "lamp")


def test_a_word_tells_most_in_the_title_then_in_the_keywords() -> None:
    assert best([term("lamp")], IN_KEYWORDS, LAMP) == ["lamp", "donker"]


def test_what_fits_far_worse_than_the_best_is_not_shown() -> None:
    assert best([term("lamp")], IN_TEXT, LAMP) == ["lamp"]
    assert best([term("lamp")], IN_TEXT) == ["ladder"]


def test_what_something_is_tells_more_than_what_is_the_matter_with_it() -> None:
    lift, chair = Entry("lift", "kapot | lift"), Entry("stoel", "nieuw | stoel")
    assert best([term("stoel"), term("kapot")], lift, chair) == ["lift", "stoel"]
    assert best([term("stoel"), term("kapot", says_little=True)], lift, chair) == ["stoel", "lift"]


def test_of_what_fits_as_well_the_kind_that_is_meant_comes_first() -> None:
    answer = Entry("antwoord", "lamp", kind="article")
    assert best([term("lamp")], answer, LAMP, item=LEANING) == ["lamp", "antwoord"]
    assert best([term("lamp")], answer, LAMP, article=LEANING) == ["antwoord", "lamp"]


def test_no_more_are_shown_than_were_asked_for() -> None:
    assert best([term("lamp")], IN_KEYWORDS, LAMP, limit=1) == ["lamp"]
