"""The whole catalogue in short: how many items each category on top has, and the first of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from services.catalog import views
from services.catalog.use_cases.articles import publish_article
from services.catalog.use_cases.keeping import define_category
from services.shared.actor import Actor
from services.shared.kit.config import Config
from tests.catalog.builders import FACTS, NOW, PRICED, an_article, catalog, lay_the_ground, looking, published
from tests.desk import AGENT, CUSTOMER

TODAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def catalogue(config: Config) -> None:
    """Lamps on top and in a category below, a chair in another, and an article, which is of none."""
    lay_the_ground(config)
    with catalog(config) as work:
        define_category(work, "BUITEN", {"nl": "Buiten", "en": "Outdoors"}, NOW, within="ELEKTRA")
        define_category(work, "MEUBILAIR", {"nl": "Afwerking en meubels", "en": "Finishing"}, NOW)
        publish_article(work, an_article(), NOW)
    for code, title, category in (
        ("spot", "Spot", "ELEKTRA"),
        ("bouwlamp", "bouwlamp", "BUITEN"),
        ("lantaarn", "Lantaarn", "BUITEN"),
        ("armatuur", "Armatuur", "ELEKTRA"),
        ("stoel", "Stoel", "MEUBILAIR"),
    ):
        published(config, code=code, name={"nl": title, "en": f"A {title}"}, category=category)
    published(config, code="dienst", category="BUITEN", audience={"organisations": ["GEM"]})


def outline(config: Config, actor: Actor, examples: int, language: str = "nl") -> list[dict[str, Any]]:
    with looking(config, actor) as work:
        return list(views.outline(work, {"language": language, "examples": examples}, TODAY)["items"])


def test_categories_below_count_with_the_one_on_top(config: Config) -> None:
    [finishing, power] = outline(config, CUSTOMER, 3)
    assert (finishing["name"]["nl"], finishing["count"]) == ("Afwerking en meubels", 1)
    assert (power["code"], power["count"]) == ("ELEKTRA", 4)
    assert [one["title"] for one in power["items"]] == ["Armatuur", "bouwlamp", "Lantaarn"]


def test_titles_are_in_the_language_of_the_reader(config: Config) -> None:
    [_, power] = outline(config, CUSTOMER, 1, "en")
    assert [(one["code"], one["title"]) for one in power["items"]] == [("armatuur", "A Armatuur")]


def test_items_are_shown_with_their_picture_and_price(config: Config) -> None:
    published(config, code="aardlamp", name={"nl": "Aardlamp", "en": "Bulb"}, **PRICED)
    [_, power] = outline(config, CUSTOMER, 1)
    assert power["items"] == [{"code": "aardlamp", "title": "Aardlamp", **FACTS}]


def test_what_is_meant_for_others_does_not_count(config: Config) -> None:
    assert [one["count"] for one in outline(config, CUSTOMER, 1)] == [1, 4]
    assert [one["count"] for one in outline(config, AGENT, 1)] == [1, 5]
