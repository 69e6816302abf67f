"""What is looked for: all words, then rare words alone and common ones together, so that few entries must be ranked."""

from __future__ import annotations

from services.catalog.domain.ranking import SAME, STEM, Term
from services.catalog.domain.selection import PAIRED, RARE, Wanted, wanted


def known(**uses: int) -> list[Term]:
    """Terms that each mean one word, which so many entries have."""
    return [Term({word: SAME}, {word: count}) for word, count in uses.items()]


def asked(*terms: Term) -> list[list[str]]:
    """What is looked for, each step as texts: `lamp+kapot` is both words."""
    return [_texts(step) for step in wanted(terms)]


def _texts(step: Wanted) -> list[str]:
    return ["+".join("/".join(words) for words in together) for together in step]


def test_all_words_come_first_then_each_by_itself() -> None:
    assert asked(*known(lamp=40, kapot=20)) == [["kapot+lamp"], ["kapot", "lamp"]]


def test_common_words_are_looked_for_two_at_a_time() -> None:
    common = RARE + 1
    assert asked(*known(kantoor=common, peer=3, ruimte=common + 1, deur=common + 2)) == [
        ["peer+kantoor+ruimte+deur"],
        ["peer", "kantoor+ruimte", "kantoor+deur", "ruimte+deur"],
        ["kantoor"],
    ]


def test_rare_words_are_together_no_more_than_can_be_ranked() -> None:
    half = RARE // 2
    assert asked(*known(a=half, b=half, c=half)) == [["a+b+c"], ["a", "b"], ["c"]]


def test_of_many_common_words_the_rarest_are_paired() -> None:
    terms = known(**{f"w{n}": RARE + 1 + n for n in range(PAIRED + 3)})
    [_, pairs, rest] = asked(*terms)
    assert pairs == ["w0+w1", "w0+w2", "w1+w2"]
    assert rest == ["w0"]


def test_a_word_that_nobody_knows_is_not_looked_for() -> None:
    assert asked(*known(lamp=4), Term({}, {})) == [["lamp"]]
    assert asked(Term({}, {})) == []


def test_of_what_may_be_meant_the_surest_is_looked_for_until_enough_entries_have_it() -> None:
    meant = {"lampen": STEM, "lampje": STEM, "lamp": SAME, "lampion": STEM}
    counts = {"lamp": RARE - 20, "lampen": 15, "lampje": 10, "lampion": 30}
    assert asked(Term(meant, counts)) == [["lamp/lampje/lampen"]]
