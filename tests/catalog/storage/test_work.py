"""Items as rows: what is not there is not found, and pages go through all of them."""

from __future__ import annotations

from datetime import date

import pytest

from services.catalog import views
from services.catalog.use_cases.articles import publish_article, retire_article
from services.catalog.use_cases.items import retire_item, save_draft
from services.shared.errors import NotFound
from services.shared.kit.config import Config
from services.shared.vocabulary import Publication
from tests.catalog.builders import NOW, an_article, an_item, catalog, lay_the_ground, looking, published
from tests.desk import MANAGER


def test_what_is_not_there_is_not_found(config: Config) -> None:
    with looking(config) as work:
        for code in ("stoel", "", "a\x00", "\ud800", 42, None, {}):
            with pytest.raises(NotFound):
                work.items.get(code)  # type: ignore[arg-type]  # the bus may carry anything


def test_what_is_not_there_has_no_versions(config: Config) -> None:
    with looking(config, MANAGER) as work:
        for kind, code in (("item", "stoel"), ("article", "stoel"), ("item", "a\x00")):
            with pytest.raises(NotFound):
                views.versions(work, kind, code)


def test_pages_go_through_everything_that_is_kept(config: Config) -> None:
    lay_the_ground(config)
    for code in ("a", "b", "c"):
        published(config, code=code)
    with catalog(config) as work:
        save_draft(work, an_item(code="d"), NOW)
        save_draft(work, an_item(code="a"), NOW)
        retire_item(work, "c", NOW)
    with looking(config) as work:
        first, following = work.items.page(None, None, "", None, 2)
        assert ([row.code for row in first], following) == (["a", "b"], "b")
        rest, following = work.items.page(None, None, "", following, 2)
        assert ([row.code for row in rest], following) == (["c", "d"], None)
        for status, codes in (
            (Publication.DRAFT, ["d"]),
            (Publication.PUBLISHED, ["a", "b"]),
            (Publication.RETIRED, ["c"]),
        ):
            assert [row.code for row in work.items.page(status, None, "", None, 9)[0]] == codes, status
        assert [row.code for row in work.items.page(None, "ELEKTRA", "", None, 9)[0]] == ["a", "b", "c"]
        assert [item.code for item in work.items.published(["b", "d", "a", "c"])] == ["b", "a"]


def test_a_keeper_finds_an_item_by_a_part_of_its_code_or_of_a_name_that_it_has_or_will_have(config: Config) -> None:
    lay_the_ground(config)
    published(config, code="lmp-01", name={"nl": "Café-lamp", "en": "Bar lamp"}, keywords=["100%"])
    published(config, code="stoel")
    with catalog(config) as work:
        save_draft(work, an_item(code="stoel", name={"nl": "ÉÉN STOEL", "en": "A chair"}, keywords=[]), NOW)
        save_draft(work, an_item(code="bank"), NOW)
        retire_item(work, "lmp-01", NOW)
    with looking(config) as work:
        for words, codes in (
            ("CAFE", ["lmp-01"]),
            ("LMP-", ["lmp-01"]),
            ("mp ar", ["lmp-01"]),
            ("0%", ["lmp-01"]),
            ("een st", ["stoel"]),
            ("lamp", ["bank", "lmp-01", "stoel"]),
            ("lamp zeppelin", []),
        ):
            assert [row.code for row in work.items.page(None, None, words, None, 9)[0]] == codes, words
        assert [row.code for row in work.items.page(Publication.RETIRED, None, "lamp", None, 9)[0]] == ["lmp-01"]


def test_a_keeper_finds_articles_by_words_by_state_and_by_the_day_to_look_at_them_again(config: Config) -> None:
    with catalog(config) as work:
        for code, different in (
            ("a", {"review_on": date(2026, 3, 1), "keywords": ["100%"]}),
            ("b", {"review_on": date(2026, 3, 2), "title": {"nl": "Écht weg", "en": "A Pass"}}),
            ("c", {"review_on": date(2026, 2, 1)}),
        ):
            publish_article(work, an_article(code=code, **different), NOW)
        retire_article(work, "c", NOW)
    with looking(config) as work:

        def codes(retired: bool | None = None, words: str = "", before: date | None = None) -> list[str]:
            return [one.code for one in work.articles.page(retired, words, before, None, 9)[0]]

        assert codes() == ["a", "b", "c"]
        assert codes(retired=True) == ["c"]
        assert codes(retired=False, before=date(2026, 3, 2)) == ["a"]
        assert codes(words="pass WEG") == codes(words="écht") == codes(words="ÉCHT echt") == ["b"]
        assert codes(words="zelf") == ["a", "c"]
        assert codes(words="0%") == ["a"]
        assert codes(words="%") == ["a"]
        first, following = work.articles.page(None, "", None, None, 2)
        assert ([one.code for one in first], following) == (["a", "b"], "b")
        assert [one.code for one in work.articles.page(None, "", None, following, 2)[0]] == ["c"]
