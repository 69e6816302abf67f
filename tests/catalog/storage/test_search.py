"""Finding items and articles by the words that people use, the same on both databases."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from services.catalog import views
from services.catalog.storage.candidates import Reader
from services.catalog.storage.tables import SynonymRow
from services.catalog.use_cases.articles import publish_article, retire_article
from services.catalog.use_cases.items import retire_item
from services.catalog.use_cases.keeping import index_everything
from services.shared.actor import Actor
from services.shared.contracts.catalog import FindItems
from services.shared.kit.config import Config
from tests.catalog.builders import FACTS, NOW, PRICED, an_article, catalog, lay_the_ground, looking, published
from tests.desk import AGENT, CUSTOMER, OTHER_CUSTOMER

TODAY = date(2026, 3, 2)
OF_GEM = Actor("marieke", "Marieke van den Berg", ("customer",), customer="K0001", organisation="GEM")


@pytest.fixture(autouse=True)
def catalogue(config: Config) -> None:
    """Three items and an article."""
    lay_the_ground(config)
    published(config)
    published(
        config,
        code="stoel",
        name={"nl": "Bureaustoel", "en": "Desk chair"},
        description={"nl": "Zitten zonder pijn, ook onder een lamp.", "en": "Sit without pain, also below a lamp."},
        keywords=["zitten", "rugklachten"],
    )
    published(
        config,
        code="toiletpapier",
        name={"nl": "Toiletpapier aanvullen", "en": "Refill toilet paper"},
        description={"nl": "Het papier is op.", "en": "There is no paper left."},
        keywords=["wc-papier"],
    )
    with catalog(config) as work:
        publish_article(work, an_article(), NOW)
        work.session.add_all(SynonymRow(word=word, meaning="toilet") for word in ("toilet", "plee"))


def found(config: Config, q: str, actor: Actor = CUSTOMER, language: str = "nl", **how: Any) -> list[str]:
    """The codes of what this actor finds, best first."""
    with looking(config, actor) as work:
        return [
            row.code
            for row in work.search.find(
                q, Reader(actor, language, TODAY, how.pop("building", None)), how.pop("limit", 10), **how
            )
        ]


@pytest.mark.parametrize(
    ("q", "best"),
    [
        ("lamp kapot", "lamp-kapot"),
        ("LÁMP", "lamp-kapot"),
        ("mijn lampen zijn kapot", "lamp-kapot"),  # other forms of the words, among words that tell nothing
        ("licht", "lamp-kapot"),  # a keyword
        ("peertje", "lamp-vervangen"),
        ("zelf vervangen", "lamp-vervangen"),
        ("stoel", "stoel"),  # part of a compound
        ("bureau stoel", "stoel"),
        ("stoel kapot", "stoel"),  # what it is tells more than what is the matter with it
        ("rugklacht", "stoel"),
        ("buraustoel", "stoel"),  # a letter is missing
        ("bureaustoeel", "stoel"),  # a letter too many
        ("bureuastoel", "stoel"),  # two letters the wrong way round
        ("lapm", "lamp-kapot"),
        ("plee papier", "toiletpapier"),  # a word that means the same
        ("papier", "toiletpapier"),
        ("papiertoilet", "toiletpapier"),  # a compound of two words that are known
        ("xyzzy lamp", "lamp-kapot"),  # a word that nobody knows
    ],
)
def test_the_best_comes_first(config: Config, q: str, best: str) -> None:
    assert found(config, q)[:1] == [best]


@pytest.mark.parametrize("q", ["xyzzy", "%", "'; DROP TABLE entry", '"a" OR b', "NEAR(", "&|!<->", "☃"])
def test_what_does_not_occur_is_not_found_and_is_no_error(config: Config, q: str) -> None:
    assert found(config, q) == []


def test_while_typing_the_last_word_may_only_be_begun(config: Config) -> None:
    assert found(config, "bur", typing=True) == ["stoel"]
    assert found(config, "toiletp", typing=True) == ["toiletpapier"]
    assert found(config, "lamp k", typing=True)[:1] == ["lamp-kapot"]


def test_what_comes_first_is_the_same_however_few_are_shown(config: Config) -> None:
    # Only this one has both words, in its text, and is not therefore what is meant.
    published(
        config,
        code="snoer",
        name={"nl": "Snoer", "en": "Flex"},
        description={"nl": "Een los snoer van een lamp.", "en": "A loose flex."},
    )
    assert found(config, "lamp los", limit=1) == found(config, "lamp los")[:1] == ["lamp-kapot"]


def test_without_words_all_items_come_by_name(config: Config) -> None:
    assert found(config, "") == ["stoel", "lamp-kapot", "toiletpapier"]
    assert found(config, "", language="en") == ["lamp-kapot", "stoel", "toiletpapier"]


def test_each_language_is_searched_by_itself(config: Config) -> None:
    assert found(config, "chair") == []
    assert found(config, "chairs", language="en") == ["stoel"]


def test_what_is_retired_is_not_found_any_more(config: Config) -> None:
    with catalog(config) as work:
        retire_item(work, "lamp-kapot", NOW)
        retire_article(work, "lamp-vervangen", NOW)
    assert found(config, "lamp") == ["stoel"]
    assert found(config, "peertje") == []


def test_a_later_version_is_found_by_its_own_words_only(config: Config) -> None:
    published(config, keywords=["peer"])
    assert found(config, "licht") == []
    assert found(config, "peer")[:1] == ["lamp-kapot"]


def test_what_is_meant_for_others_is_not_found(config: Config) -> None:
    published(config, code="bestuur", keywords=["kamerplant"], audience={"organisations": ["GEM", "VERGUNNING"]})
    published(config, code="chef", keywords=["kamerplant"], audience={"roles": ["manager"]})
    published(config, code="toren", keywords=["kamerplant"], audience={"buildings": ["TOREN"]})
    with catalog(config) as work:
        publish_article(work, an_article(code="planten", keywords=["kamerplant"], public=False), NOW)
    assert sorted(found(config, "kamerplant", AGENT)) == ["bestuur", "chef", "planten", "toren"]
    assert found(config, "kamerplant", OTHER_CUSTOMER) == ["toren"]
    assert found(config, "kamerplant", OTHER_CUSTOMER, building="STADHUIS") == []
    assert sorted(found(config, "kamerplant", OF_GEM)) == ["bestuur", "toren"]


def test_what_is_not_offered_today_is_not_found(config: Config) -> None:
    published(config, code="zomer", keywords=["parasol"], valid_from="2026-03-03", valid_to="2026-09-30")
    published(config, code="winter", keywords=["parasol"], valid_to="2026-03-01")
    published(config, code="nu", keywords=["parasol"], valid_from="2026-03-02", valid_to="2026-03-02")
    assert found(config, "parasol") == ["nu"]
    assert sorted(found(config, "parasol", AGENT)) == ["nu", "winter", "zomer"]


def test_items_are_found_also_where_articles_fit_better(config: Config) -> None:
    with catalog(config) as work:
        for number in range(4):
            publish_article(work, an_article(code=f"lamp-{number}", keywords=["lamp kapot"]), NOW)
    with looking(config, CUSTOMER) as work:
        found = views.items(work, FindItems.read({"q": "hoe is mijn lamp kapot?", "limit": 2}), TODAY)["items"]
        assert [item["code"] for item in found][:1] == ["lamp-kapot"]
        # In whichever language it fits best.
        found = views.items(work, FindItems.read({"q": "desk chair", "limit": 1}), TODAY)["items"]
        assert [item["code"] for item in found] == ["stoel"]


def test_what_is_found_shows_its_picture_and_what_it_costs(config: Config) -> None:
    published(config, **PRICED)
    asked = {"q": "lamp", "language": "nl", "typing": False, "building": None, "category": None, "limit": 5}
    named = {"language": "nl", "entries": [{"kind": "item", "code": "lamp-kapot"}]}
    with looking(config, CUSTOMER) as work:
        entries = {one["code"]: one for one in views.found(work, asked, TODAY)["items"]}
        assert entries["lamp-kapot"] == views.names(work, named, TODAY)["items"][0]
    assert {name: entries["lamp-kapot"][name] for name in FACTS} == FACTS
    assert {name: entries["lamp-vervangen"][name] for name in FACTS} == dict.fromkeys(FACTS) | {"kinds": []}


def test_the_index_is_made_anew_from_what_is_published(config: Config) -> None:
    with catalog(config) as work:
        retire_item(work, "stoel", NOW)
        work.entries.forget_all()
    assert found(config, "lamp") == []
    with catalog(config) as work:
        assert index_everything(work) == 3
    assert found(config, "lamp kapot")[:1] == ["lamp-kapot"]
    assert found(config, "bureaustoel") == []
