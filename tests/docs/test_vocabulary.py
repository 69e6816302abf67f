"""The vocabulary has every word once, with a meaning in one sentence and a file that exists."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from services.shared.actor import ROLES
from services.shared.vocabulary import Kind, Status
from tests.docs.pages import HOUSE, page, rows, section

VOCABULARY = page("vocabulary.md")
KEPT = [row for row in rows(VOCABULARY) if len(row) == 4]
RESERVED = rows(section(VOCABULARY, "## Words that are reserved"))


def test_every_word_is_there_once_with_its_dutch_word() -> None:
    words = Counter(word.strip() for row in KEPT + RESERVED for word in row[0].split(","))
    assert [word for word, count in words.items() if count > 1] == []
    assert [row[0] for row in KEPT + RESERVED if not row[1]] == []
    assert {str(kind) for kind in Kind} <= set(words)
    promised = {"notification", "work order", "contact point", "completeness check", "forward", "team", "specialist"}
    assert promised | {"catalogue item", "article", "service level", "agreement", "escalation", "aftercare"} <= set(
        words
    )
    assert {str(Status.READY), str(Status.CLOSED)} <= set(words)


@pytest.mark.parametrize("row", KEPT + RESERVED, ids=lambda row: row[0])
def test_a_meaning_is_one_sentence(row: list[str]) -> None:
    meaning = row[2]
    assert meaning.endswith((".", "?"))
    assert len(re.findall(r"[.?](?: |$)", meaning)) == 1


@pytest.mark.parametrize("row", KEPT, ids=lambda row: row[0])
def test_the_file_of_a_word_exists(row: list[str]) -> None:
    shown, target = re.fullmatch(r"\[(.+)\]\((.+)\)", row[3]).groups()  # type: ignore[union-attr]  # a row without a link fails
    assert target == f"../services/{shown}"
    assert (HOUSE / "services" / shown).exists()


def test_every_role_is_named() -> None:
    (role,) = (row for row in KEPT if row[0] == "role")
    assert [word for word in ROLES if word not in role[2]] == []
