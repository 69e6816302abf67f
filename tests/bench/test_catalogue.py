"""The large catalogue is always the same, is fit to publish, and is asked for in every way."""

from __future__ import annotations

import pytest

from bench.catalogue import Catalogue
from bench.catalogue_queries import PER_WAY, WAYS, queries
from services.catalog.domain.fitness import Known, unfit
from services.catalog.use_cases import articles
from services.demo.content.asked import ASKED
from services.demo.content.catalogue import CATEGORIES
from services.shared.contracts.base import one
from services.shared.contracts.definitions import ArticleDefinition, ItemDefinition

COUNT = 300


def test_the_same_seed_makes_the_same_catalogue_and_another_one_another() -> None:
    assert Catalogue(1).document(5, 5) == Catalogue(1).document(5, 5)
    assert Catalogue(1).document(5, 5) != Catalogue(2).document(5, 5)


def test_what_is_made_is_fit_to_publish() -> None:
    made = Catalogue().document(COUNT, COUNT)
    items = frozenset(item["code"] for item in made["items"])
    assert len(items) == COUNT
    known = Known(frozenset(category["code"] for category in CATEGORIES), items, frozenset(), frozenset())
    for item in made["items"]:
        contract = one(ItemDefinition)
        assert list(unfit(contract.dump(contract.load(item)), known)) == []
    for article in made["articles"]:
        contract = one(ArticleDefinition)
        assert articles.unfit(contract.dump(contract.load(article)), items) == {}


def test_few_words_are_used_often_and_most_seldom() -> None:
    made = Catalogue().document(COUNT, 0)["items"]
    names = [item["code"].rpartition("-")[0] for item in made]
    counts = sorted((names.count(name) for name in set(names)), reverse=True)
    assert len(counts) > 60
    assert counts[0] > 10 * counts[len(counts) // 2]
    assert len({item["name"]["nl"] for item in made}) > COUNT * 3 // 4


@pytest.mark.parametrize("way", WAYS)
def test_each_way_of_asking_asks_about_as_many_questions(way: str) -> None:
    asked = queries()
    assert PER_WAY <= len(asked[way]) < PER_WAY + 5
    assert {query["typing"] for query in asked[way]} == {way == "typed"}
    assert {query["language"] for query in asked[way]} == {"nl", "en"}


def test_what_people_really_ask_is_asked_as_well() -> None:
    assert [query["q"] for query in queries()["asked"]] == [words for _, words, _ in ASKED]
