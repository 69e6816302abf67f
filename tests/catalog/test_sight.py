"""What of the catalogue its readers see: to a customer there are no codes of what is not theirs to see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from services.catalog import views
from services.catalog.use_cases.articles import publish_article
from services.catalog.use_cases.items import retire_item, save_draft
from services.shared.actor import Actor
from services.shared.contracts.catalog import FindItems
from services.shared.errors import NotFound
from services.shared.kit.config import Config
from tests.catalog.builders import LATER, NOW, an_article, an_item, catalog, lay_the_ground, looking, published
from tests.desk import AGENT, CUSTOMER

TODAY = date(2026, 3, 2)
OURS = replace(CUSTOMER, organisation="GEM")
FOR_US = {"organisations": ["GEM", "GEHEIM"], "buildings": ["SH"], "roles": []}
FOR_OTHERS = {"organisations": ["GEHEIM"]}
HANG = {"code": "ophangen", "team": "TECHNIEK", "title": {"nl": "Ophangen", "en": "Hang up"}}
RELATED = ["stoel", "geheim", "oud", "later"]


@pytest.fixture(autouse=True)
def _catalogue(config: Config) -> None:
    """A lamp, and beside it what is for everybody, for others, retired, and not offered yet."""
    lay_the_ground(config)
    published(config, code="stoel", name={"nl": "Stoel", "en": "Chair"})
    published(config, code="geheim", audience=FOR_OTHERS)
    published(config, code="oud")
    published(config, code="later", valid_from="2026-03-03")
    published(config, related=RELATED, audience=FOR_US, steps=[HANG])
    with catalog(config) as work:
        publish_article(work, an_article(items=[*RELATED, "lamp-kapot"]), NOW)
        retire_item(work, "oud", LATER)


def seen(config: Config, actor: Actor, code: str = "lamp-kapot", today: date = TODAY) -> dict[str, Any]:
    """An item as this actor sees it."""
    with looking(config, actor) as work:
        return views.item(work, code, today)


def former(config: Config, actor: Actor, code: str, today: date = TODAY) -> dict[str, Any]:
    """What this actor is told of an item that is over."""
    with looking(config, actor) as work:
        return views.former_item(work, code, today)


def test_an_item_names_only_what_its_reader_may_see(config: Config) -> None:
    item = seen(config, OURS)
    assert (item["related"], item["audience"], item["buildings"]) == (["stoel"], None, ["SH"])
    assert item["see_also"] == [{"code": "stoel", "name": {"nl": "Stoel", "en": "Chair"}}]
    assert "GEHEIM" not in repr(item)
    assert [(step["title"], step["team"]) for step in item["steps"]] == [(HANG["title"], None)]
    with looking(config, OURS) as work:
        (found,) = views.items(work, FindItems.read({"q": "lamp kapot", "limit": 1}), TODAY)["items"]
    assert found == item


def test_staff_see_for_whom_an_item_is_and_all_that_is_related(config: Config) -> None:
    item = seen(config, AGENT)
    assert (item["related"], item["audience"]) == (RELATED, FOR_US)
    assert [step["team"] for step in item["steps"]] == ["TECHNIEK"]
    assert [one["code"] for one in item["see_also"]] == ["stoel", "geheim"]  # the others cannot be asked for


def test_an_article_names_only_the_items_its_reader_may_see(config: Config) -> None:
    for actor, codes in ((OURS, ["stoel", "lamp-kapot"]), (CUSTOMER, ["stoel"]), (AGENT, [*RELATED, "lamp-kapot"])):
        with looking(config, actor) as work:
            article = views.article(work, work.articles.in_sight("lamp-vervangen", actor), TODAY)
        assert article["items"] == codes


def test_staff_see_whether_an_item_is_offered(config: Config) -> None:
    published(config, code="oud", valid_to="2026-03-01")
    codes = ("stoel", "later", "oud")
    assert [seen(config, AGENT, code)["offered"] for code in codes] == ["now", "later", "over"]
    with catalog(config) as work:
        retire_item(work, "stoel", LATER)
    retired = seen(config, AGENT, "stoel")
    assert (retired["status"], retired["offered"]) == ("retired", "over")


@pytest.mark.parametrize("ended", ["retired", "past"])
def test_who_could_ask_for_what_is_over_is_told_what_there_is_instead(config: Config, ended: str) -> None:
    published(config, related=RELATED, audience=FOR_US, valid_to=TODAY.isoformat())
    tomorrow = date(2026, 3, 3)
    if ended == "retired":
        with catalog(config) as work:
            retire_item(work, "lamp-kapot", LATER)
    with pytest.raises(NotFound):
        seen(config, OURS, today=tomorrow)
    told = former(config, OURS, "lamp-kapot", tomorrow)
    assert (told["code"], told["category"]["code"], told["category"]["internal_name"]) == (
        "lamp-kapot",
        "ELEKTRA",
        None,
    )
    assert [one["code"] for one in told["see_also"]] == ["stoel", "later"]  # it is offered by then
    with pytest.raises(NotFound):
        former(config, CUSTOMER, "lamp-kapot", tomorrow)  # it never was for this customer


def test_what_never_could_be_asked_for_is_not_told_to_be_over(config: Config) -> None:
    with catalog(config) as work:
        save_draft(work, an_item(code="plan"), NOW)
        retire_item(work, "later", LATER)
    for code in ("stoel", "geheim", "later", "plan", "onbekend", "a\x00b"):
        with pytest.raises(NotFound):
            former(config, OURS, code)


def test_items_are_found_in_the_language_of_who_asks(config: Config) -> None:
    """'Wand' is a wall in Dutch; an English reader who says so means something else."""
    published(config, code="schot", name={"nl": "Wand", "en": "Partition"})
    published(config, code="staf", name={"nl": "Aanwijsstok", "en": "Wand"})

    def found(q: str, language: str | None, building: str | None = None) -> list[str]:
        asked = {"q": q, "limit": 5, "language": language, "building": building}
        with looking(config, AGENT) as work:
            return [one["code"] for one in views.items(work, asked, TODAY)["items"]]

    assert found("wand", "nl") == ["schot"]
    assert found("wand", "en") == ["staf"]
    assert sorted(found("wand", None)) == ["schot", "staf"]
    assert found("partition", "nl") == ["schot"]  # there is none in Dutch
    assert "lamp-kapot" in found("lamp kapot", "nl", "SH")
    assert "lamp-kapot" not in found("lamp kapot", "nl", "TOREN")
