"""The tree of categories: none is within itself, and none is too deep, also when others move along with it."""

from __future__ import annotations

import pytest

from services.catalog.domain.categories import DEEPEST, Tree
from services.shared.errors import Invalid

# A › B › C, and K › L › M beside it.
TREE = Tree({"A": None, "B": "A", "C": "B", "K": None, "L": "K", "M": "L", "X": "Y", "Y": "X"})


def refused(tree: Tree, code: str, within: str | None) -> str:
    with pytest.raises(Invalid) as refusal:
        tree.require(code, within)
    assert refusal.value.errors == {"within": [refusal.value.message]}
    return refusal.value.message


def test_a_category_goes_anywhere_that_is_not_too_deep() -> None:
    for code, within in (("A", None), ("NEW", "C"), ("M", "C"), ("L", "C"), ("C", "A"), ("K", "B")):
        TREE.require(code, within)


def test_what_is_within_a_category_moves_along_and_counts() -> None:
    assert DEEPEST == 5
    assert refused(TREE, "K", "C") == "Categories go at most 5 deep."
    TREE.require("K", "B")


def test_a_category_is_never_within_itself() -> None:
    assert refused(TREE, "A", "A") == "A would be within itself, by way of A."
    assert refused(TREE, "A", "C") == "A would be within itself, by way of C and B and A."
    assert refused(TREE, "NEW", "Z") == "There is no category Z."


def test_a_circle_of_others_keeps_nobody_here() -> None:
    TREE.require("NEW", "X")
    assert TREE.height("X") == DEEPEST + 1
