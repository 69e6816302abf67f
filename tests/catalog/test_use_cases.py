"""What catalog does: items and articles get versions and are told; what is unfit is not published."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from threading import Barrier, BrokenBarrierError
from typing import Any

import pytest
from sqlalchemy import delete, select

from services.catalog.storage.tables import CategoryRow, OpinionRow
from services.catalog.storage.work import CatalogWork
from services.catalog.use_cases.articles import publish_article, rate_article, retire_article
from services.catalog.use_cases.items import drop_draft, publish_draft, publish_item, retire_item, save_draft
from services.catalog.use_cases.keeping import as_asked, define_category, define_synonyms
from services.shared.errors import Forbidden, Invalid, NotFound, Refused
from services.shared.kit.config import Config
from services.shared.vocabulary import Publication
from tests.catalog.builders import (
    LATER,
    NOTHING_MORE,
    NOW,
    QUESTIONS,
    an_article,
    an_item,
    catalog,
    lay_the_ground,
    looking,
    published,
    refusal_of,
)
from tests.desk import AGENT, CUSTOMER, LAMP, MANAGER, OTHER_CUSTOMER, SPECIALIST

TODAY = NOW.date()
NAME = {"nl": "Licht en stroom", "en": "Light and power"}
TOLD = {
    "code": "lamp-kapot",
    "version": 1,
    "name": {"nl": "Lamp kapot", "en": "Broken lamp"},
    "category": "ELEKTRA",
    "kinds": ["malfunction"],
    "questions": QUESTIONS,
    **NOTHING_MORE,
}


@pytest.fixture(autouse=True)
def ground(config: Config) -> None:
    lay_the_ground(config)


def test_a_published_item_is_kept_and_told_with_its_questions(config: Config) -> None:
    with catalog(config, MANAGER) as work:
        publish_item(work, an_item(), NOW)
        assert work.journal.told == [("catalogue_item_published", TOLD)]
    with looking(config) as work:
        item = work.items.get("lamp-kapot")
        assert (item.version, item.status, item.draft) == (1, Publication.PUBLISHED, None)
        assert item.definition == {name: value for name, value in TOLD.items() if name != "version"} | {
            "description": {"nl": "Een lamp brandt niet.", "en": "A lamp is out."},
            "keywords": ["licht"],
            "level": None,
            "contact": None,
            "picture": None,
            "related": [],
        }


def test_publishing_again_makes_the_next_version_and_keeps_the_earlier_ones(config: Config) -> None:
    assert [published(config), published(config), published(config, code="stoel")] == [1, 2, 1]
    assert published(config, name={"nl": "Lamp stuk", "en": "Broken lamp"}) == 3
    with looking(config) as work:
        item = work.items.get("lamp-kapot")
        assert item.definition is not None
        assert (item.version, item.definition["name"]["nl"]) == (3, "Lamp stuk")
        kept = [(row.version, row.definition["name"]["nl"], row.published_at, row.published_by) for row in of(work)]
    assert kept == [
        (3, "Lamp stuk", NOW, "Naomi Kuipers"),
        (2, "Lamp kapot", NOW, "Naomi Kuipers"),
        (1, "Lamp kapot", NOW, "Naomi Kuipers"),
    ]


def of(work: CatalogWork) -> list[Any]:
    """The versions of the broken lamp."""
    return list(work.versions.of("item", "lamp-kapot"))


def test_a_draft_is_seen_by_nobody_until_it_is_published(config: Config) -> None:
    published(config)
    with catalog(config, MANAGER) as work:
        save_draft(work, an_item(keywords=["peertje"]), LATER)
        assert work.journal.told == []
    with looking(config) as work:
        item = work.items.get("lamp-kapot")
        assert item.definition
        assert item.draft
        assert (item.version, item.definition["keywords"], item.draft["keywords"]) == (1, ["licht"], ["peertje"])
    with catalog(config, MANAGER) as work:
        publish_draft(work, "lamp-kapot", LATER)
        assert work.journal.told == [("catalogue_item_published", TOLD | {"version": 2})]
    refusal = refusal_of(config, MANAGER, lambda work: publish_draft(work, "lamp-kapot", LATER))
    assert refusal.code == "only_a_draft_is_published"


def test_a_draft_may_be_unfit_and_publishing_it_says_all_that_is_wrong(config: Config) -> None:
    with catalog(config, MANAGER) as work:
        save_draft(work, an_item(category="SCHOON", valid_from="2026-03-02", valid_to="2026-03-01"), NOW)
    with looking(config) as work:
        assert work.items.get("lamp-kapot").status is Publication.DRAFT
    refusal = refusal_of(config, MANAGER, lambda work: publish_draft(work, "lamp-kapot", NOW))
    assert isinstance(refusal, Invalid)
    assert refusal.errors == {
        "category": ["There is no category SCHOON."],
        "valid_to": ["This is before the first day."],
    }


def test_a_draft_is_thrown_away_and_what_is_published_stays(config: Config) -> None:
    published(config)
    with catalog(config, MANAGER) as work:
        save_draft(work, an_item(keywords=["peertje"]), LATER)
    with catalog(config, MANAGER) as work:
        drop_draft(work, "lamp-kapot", LATER)
    with looking(config) as work:
        item = work.items.get("lamp-kapot")
        assert (item.version, item.draft) == (1, None)


def test_a_retired_item_is_told_and_comes_back_when_it_is_published_again(config: Config) -> None:
    published(config)
    with catalog(config, MANAGER) as work:
        retire_item(work, "lamp-kapot", LATER)
        assert work.journal.told == [("catalogue_item_retired", {"code": "lamp-kapot", "version": 1})]
    with looking(config) as work:
        assert work.items.get("lamp-kapot").status is Publication.RETIRED
    again = refusal_of(config, MANAGER, lambda work: retire_item(work, "lamp-kapot", LATER))
    assert isinstance(again, Refused)
    assert (again.code, again.message) == (
        "only_a_published_one_is_retired",
        "lamp-kapot is not published; it is retired.",
    )
    assert published(config) == 2


def test_an_item_is_in_a_category_that_exists(config: Config) -> None:
    refusal = refusal_of(config, MANAGER, lambda work: publish_item(work, an_item(category="SCHOON"), NOW))
    assert isinstance(refusal, Invalid)
    assert refusal.errors == {"category": ["There is no category SCHOON."]}


def test_an_item_that_cannot_be_asked_for_as_it_stands_is_not_published(config: Config) -> None:
    unfit = an_item(questions=[LAMP["questions"][0], LAMP["questions"][0]])
    refusal = refusal_of(config, MANAGER, lambda work: publish_item(work, unfit, NOW))
    assert isinstance(refusal, Invalid)
    assert refusal.errors == {"questions": {1: {"code": ["Two questions have this code."]}}}


def test_an_item_is_related_to_items_that_were_published(config: Config) -> None:
    refusal = refusal_of(config, MANAGER, lambda work: publish_item(work, an_item(related=["stoel"]), NOW))
    assert isinstance(refusal, Invalid)
    assert refusal.errors == {"related": ["There is no other catalogue item stoel."]}
    published(config, code="stoel")
    assert published(config, related=["stoel"]) == 1


KEEPING: dict[str, Callable[[CatalogWork], object]] = {
    "publish an item": lambda work: publish_item(work, an_item(), NOW),
    "write an item": lambda work: save_draft(work, an_item(), NOW),
    "throw a draft away": lambda work: drop_draft(work, "lamp-kapot", NOW),
    "retire an item": lambda work: retire_item(work, "lamp-kapot", NOW),
    "publish an article": lambda work: publish_article(work, an_article(), NOW),
    "retire an article": lambda work: retire_article(work, "lamp-vervangen", NOW),
    "define a category": lambda work: define_category(work, "SCHOON", {"nl": "S", "en": "C"}, NOW),
}


@pytest.mark.parametrize("what", KEEPING)
def test_only_managers_and_administrators_keep_the_catalogue(config: Config, what: str) -> None:
    published(config)
    for actor in (CUSTOMER, AGENT, SPECIALIST):
        refusal = refusal_of(config, actor, KEEPING[what])
        assert isinstance(refusal, Forbidden)
        assert refusal.message == f"Only a manager or an administrator may {what}."


@pytest.mark.parametrize("change", [publish_draft, drop_draft, retire_item])
def test_an_item_that_is_not_there_cannot_be_changed(config: Config, change: Callable[..., object]) -> None:
    refusal = refusal_of(config, MANAGER, lambda work: change(work, "stoel", NOW))
    assert isinstance(refusal, NotFound)


def test_a_category_is_told_and_may_get_another_name(config: Config) -> None:
    with catalog(config, MANAGER) as work:
        define_category(work, "ELEKTRA", NAME, LATER, internal_name={"nl": "E", "en": "E"})
        told = {"code": "ELEKTRA", "name": NAME, "internal_name": {"nl": "E", "en": "E"}, "within": None}
        assert work.journal.told == [("category_defined", told)]
    with looking(config) as work:
        assert {code: row.name for code, row in work.categories().items()} == {"ELEKTRA": NAME}


def test_a_category_is_never_within_itself(config: Config) -> None:
    with catalog(config, MANAGER) as work:
        define_category(work, "LICHT", NAME, NOW, within="ELEKTRA")
        define_category(work, "LAMPEN", NAME, NOW, within="LICHT")
    for code, within, message in (
        ("ELEKTRA", "LAMPEN", "ELEKTRA would be within itself, by way of LAMPEN and LICHT and ELEKTRA."),
        ("ELEKTRA", "ELEKTRA", "ELEKTRA would be within itself, by way of ELEKTRA."),
        ("ELEKTRA", "GEBOUW", "There is no category GEBOUW."),
    ):
        refusal = refusal_of(
            config, MANAGER, lambda work, c=code, w=within: define_category(work, c, NAME, NOW, within=w)
        )
        assert isinstance(refusal, Invalid)
        assert refusal.errors == {"within": [message]}


def test_a_category_is_changed_only_as_its_keeper_saw_it(config: Config) -> None:
    with looking(config) as work:
        seen = as_asked(work.categories()["ELEKTRA"])
    with catalog(config, MANAGER) as work:
        define_category(work, "ELEKTRA", NAME, NOW, seen=seen)
    for stale, code in (({}, "code_is_taken"), (seen, "changed_meanwhile")):
        refusal = refusal_of(
            config, MANAGER, lambda work, s=stale: define_category(work, "ELEKTRA", NAME, LATER, within=None, seen=s)
        )
        assert isinstance(refusal, Refused)
        assert refusal.code == code
    with catalog(config, MANAGER) as work:
        define_category(work, "LICHT", NAME, NOW, seen={})
    published(config)
    with looking(config) as work:
        assert work.items.count_by_category() == {"ELEKTRA": 1}


def test_of_two_keepers_at_the_same_moment_one_makes_the_first_category(config: Config) -> None:
    with catalog(config, MANAGER) as work:
        work.session.execute(delete(CategoryRow))
    both = Barrier(2)

    def make(name: str) -> str:
        try:
            with catalog(config, MANAGER) as work:
                define_category(work, "LICHT", {"nl": name, "en": name}, NOW, seen={})
                # Until the other has come as far, unless it is made to wait.
                with suppress(BrokenBarrierError):
                    both.wait(0.3)
        except Refused as refusal:
            return refusal.code
        return name

    with ThreadPoolExecutor(2) as keepers:
        first, second = keepers.map(make, ("Mijn licht", "Jouw licht"))
    with looking(config) as work:
        assert {first, second} == {work.categories()["LICHT"].name["nl"], "code_is_taken"}


def test_an_article_is_published_read_rated_and_retired(config: Config) -> None:
    published(config)
    with catalog(config, MANAGER) as work:
        publish_article(work, an_article(items=["lamp-kapot"]), NOW)
        title = {"nl": "Zelf een lamp vervangen", "en": "Replacing a lamp yourself"}
        told = {"code": "lamp-vervangen", "version": 1, "title": title, "public": True, "items": ["lamp-kapot"]}
        assert work.journal.told == [("article_published", told)]
    for actor, helped in ((CUSTOMER, True), (OTHER_CUSTOMER, True), (AGENT, False)):
        with catalog(config, actor) as work:
            rate_article(work, "lamp-vervangen", helped, LATER, TODAY)
            told = {"code": "lamp-vervangen", "version": 1, "helped": helped, "before": None}
            assert work.journal.told == [("article_rated", told | {"by_staff": actor is AGENT})]
    with looking(config, CUSTOMER) as work:
        article = work.articles.in_sight("lamp-vervangen", CUSTOMER)
        assert (article.version, article.helped, article.did_not_help) == (1, 2, 1)
        assert [one.code for one in work.articles.about(["lamp-kapot"], CUSTOMER)["lamp-kapot"]] == ["lamp-vervangen"]
    with catalog(config, MANAGER) as work:
        publish_article(work, an_article(items=[]), LATER)
        retire_article(work, "lamp-vervangen", LATER)
        assert work.journal.told[-1] == ("article_retired", {"code": "lamp-vervangen", "version": 2})
    with looking(config, CUSTOMER) as work, pytest.raises(NotFound):
        work.articles.in_sight("lamp-vervangen", CUSTOMER)


def test_an_article_for_staff_is_not_there_for_a_customer(config: Config) -> None:
    with catalog(config, MANAGER) as work:
        publish_article(work, an_article(public=False), NOW)
    with looking(config, AGENT) as work:
        assert work.articles.in_sight("lamp-vervangen", AGENT).version == 1
    refusal = refusal_of(config, CUSTOMER, lambda work: rate_article(work, "lamp-vervangen", True, NOW, TODAY))
    assert isinstance(refusal, NotFound)


def test_one_reader_counts_once_a_day_by_what_was_said_last(config: Config) -> None:
    with catalog(config, MANAGER) as work:
        publish_article(work, an_article(), NOW)
    tomorrow = TODAY + timedelta(days=1)
    for day, helped, before, counted in (
        (TODAY, False, None, (0, 1)),
        (TODAY, False, "nothing told", (0, 1)),
        (TODAY, True, False, (1, 0)),
        (TODAY, True, "nothing told", (1, 0)),
        (TODAY, False, True, (0, 1)),
        (tomorrow, True, None, (1, 1)),
    ):
        with catalog(config, CUSTOMER) as work:
            shown = rate_article(work, "lamp-vervangen", helped, LATER, day)
            told = [data["before"] for _, data in work.journal.told]
            assert told == ([] if before == "nothing told" else [before])
            kept = work.articles.in_sight("lamp-vervangen", CUSTOMER)
            assert (kept.helped, kept.did_not_help) == (shown.helped, shown.did_not_help) == counted
    with catalog(config) as work:
        work.opinions.forget_before(tomorrow)
        assert [row.day for row in work.session.scalars(select(OpinionRow))] == [tomorrow]


def test_an_article_holds_no_html_no_pictures_and_no_odd_links_and_is_about_items_that_there_are(
    config: Config,
) -> None:
    body = {
        "nl": "Klik <script>alert(1)</script> [hier](javascript:alert(1)).\n\n![plaatje](https://example.org/x.png)",
        "en": "# Top\n\n## Fine\n\n<iframe src='x'></iframe>\n\n[Fine](https://example.org), [this too](/articles/x).",
    }
    refusal = refusal_of(
        config, MANAGER, lambda work: publish_article(work, an_article(body=body, items=["stoel"]), NOW)
    )
    assert isinstance(refusal, Invalid)
    assert refusal.errors == {
        "body.nl": [
            "HTML is not used here: <script>. Write Markdown.",
            "HTML is not used here: </script>. Write Markdown.",
            "This link leads nowhere that is allowed: javascript:alert(1). Begin it with https://.",
            "Pictures are not used here.",
        ],
        "body.en": [
            "A heading begins with ##, ### or ####.",
            "HTML is not used here: <iframe src='x'></iframe>. Write Markdown.",
        ],
        "items": ["There is no catalogue item stoel."],
    }


def test_a_keeper_does_not_overwrite_what_another_changed_meanwhile(config: Config) -> None:
    with catalog(config, MANAGER) as work:
        save_draft(work, an_item(), NOW, "")
    taken = refusal_of(config, MANAGER, lambda work: save_draft(work, an_item(keywords=["a"]), LATER, ""))
    assert (taken.code, taken.message) == (
        "code_is_taken",
        "There is an item lamp-kapot already. Choose another code.",
    )
    with catalog(config, MANAGER) as work:
        saved = save_draft(work, an_item(keywords=["b"]), LATER, NOW.isoformat())
        assert saved.changed_at == LATER
    with looking(config) as work:
        assert work.items.get("lamp-kapot").changed_at == LATER
    late = refusal_of(config, MANAGER, lambda work: save_draft(work, an_item(), LATER, NOW.isoformat()))
    assert late.code == "changed_meanwhile"
    with looking(config) as work:
        draft = work.items.get("lamp-kapot").draft
        assert draft is not None
        assert draft["keywords"] == ["b"]


def test_a_draft_that_was_never_published_leaves_nothing_behind(config: Config) -> None:
    with catalog(config, MANAGER) as work:
        save_draft(work, an_item(), NOW)
    with catalog(config, MANAGER) as work:
        drop_draft(work, "lamp-kapot", LATER)
    with looking(config) as work, pytest.raises(NotFound):
        work.items.get("lamp-kapot")


def test_publishing_something_else_leaves_a_draft_on_the_table(config: Config) -> None:
    with catalog(config, MANAGER) as work:
        save_draft(work, an_item(keywords=["draft"]), NOW)
    published(config)
    with looking(config) as work:
        item = work.items.get("lamp-kapot")
        assert item.draft is not None
        assert (item.version, item.draft["keywords"]) == (1, ["draft"])


def test_words_that_lose_the_first_of_their_group_go_on_meaning_the_same(config: Config) -> None:
    with catalog(config, MANAGER) as work:
        for words in (["alfa", "beta", "gamma"], ["xray", "alfa"], ["alfa", "zulu"]):
            define_synonyms(work, words)
            work.session.flush()
        assert sorted(map(sorted, work.synonyms.groups())) == [["alfa", "zulu"], ["beta", "gamma"], ["xray"]]
    for wrong in (["alfa"], ["alfa", "alfa"], ["twee woorden", "alfa"]):
        refusal = refusal_of(config, MANAGER, lambda work, w=wrong: define_synonyms(work, w))
        assert isinstance(refusal, Invalid)


def test_a_group_of_words_is_changed_or_taken_away_only_as_it_was_seen(config: Config) -> None:
    with catalog(config, MANAGER) as work:
        define_synonyms(work, ["scherm", "monitor", "beeldscherm"])
    with catalog(config, MANAGER) as work:
        define_synonyms(work, ["Scherm", "display"], ["monitor", "scherm", "beeldscherm"])
        assert sorted(map(sorted, work.synonyms.groups())) == [["display", "scherm"]]
    stale = ["scherm", "monitor", "beeldscherm"]
    for words in (["scherm", "beeld"], []):
        refusal = refusal_of(config, MANAGER, lambda work, w=words: define_synonyms(work, w, stale))
        assert isinstance(refusal, Refused)
        assert refusal.code == "changed_meanwhile"
    with catalog(config, MANAGER) as work:
        define_synonyms(work, [], ["scherm", "display"])
        assert work.synonyms.groups() == []
    assert isinstance(refusal_of(config, MANAGER, lambda work: define_synonyms(work, [])), Invalid)
