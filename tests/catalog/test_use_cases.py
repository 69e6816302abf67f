"""What catalog does: items get versions and are told with all an asker needs; what is unfit is not published."""

from __future__ import annotations

import pytest

from services.catalog.domain.item import Item
from services.catalog.use_cases import define_category, publish_item
from services.shared.errors import Forbidden, Invalid
from services.shared.kit.config import Config
from tests.catalog.builders import LATER, NOW, an_item, catalog, lay_the_ground, looking, published, refusal_of
from tests.desk import AGENT, CUSTOMER, LAMP, MANAGER, SPECIALIST

QUESTIONS = [
    {
        "code": "aantal",
        "text": {"nl": "Hoeveel lampen?", "en": "How many lamps?"},
        "help": None,
        "type": "number",
        "required": True,
        "choices": [],
        "lowest": 1.0,
        "highest": None,
    },
    {
        "code": "plek",
        "text": {"nl": "Waar precies?", "en": "Where exactly?"},
        "help": None,
        "type": "text",
        "required": False,
        "choices": [],
        "lowest": None,
        "highest": None,
    },
]


@pytest.fixture(autouse=True)
def ground(config: Config) -> None:
    lay_the_ground(config)


def test_a_published_item_is_kept_and_told_with_its_questions(config: Config) -> None:
    with catalog(config) as work:
        publish_item(work, an_item(), NOW)
        assert work.journal.told == [
            (
                "catalogue_item_published",
                {
                    "code": "lamp-kapot",
                    "version": 1,
                    "name": {"nl": "Lamp kapot", "en": "Broken lamp"},
                    "category": "ELEKTRA",
                    "kinds": ["malfunction"],
                    "questions": QUESTIONS,
                },
            )
        ]
    with looking(config) as work:
        assert work.items.get("lamp-kapot") == Item(
            code="lamp-kapot",
            version=1,
            name={"nl": "Lamp kapot", "en": "Broken lamp"},
            description={"nl": "Een lamp brandt niet.", "en": "A lamp is out."},
            category="ELEKTRA",
            kinds=["malfunction"],
            keywords=["licht"],
            questions=QUESTIONS,
        )


def test_publishing_again_makes_the_next_version(config: Config) -> None:
    assert [published(config), published(config), published(config, code="stoel")] == [1, 2, 1]
    assert published(config, name={"nl": "Lamp stuk", "en": "Broken lamp"}) == 3
    with looking(config) as work:
        item = work.items.get("lamp-kapot")
        assert (item.version, item.name["nl"]) == (3, "Lamp stuk")


def test_an_item_is_in_a_category_that_exists(config: Config) -> None:
    refusal = refusal_of(config, MANAGER, lambda work: publish_item(work, an_item(category="SCHOON"), NOW))
    assert isinstance(refusal, Invalid)
    assert refusal.errors == {"category": ["There is no category SCHOON."]}


def test_an_item_that_cannot_be_asked_for_as_it_stands_is_not_published(config: Config) -> None:
    unfit = an_item(questions=[LAMP["questions"][0], LAMP["questions"][0]])
    refusal = refusal_of(config, MANAGER, lambda work: publish_item(work, unfit, NOW))
    assert isinstance(refusal, Invalid)
    assert refusal.errors == {"questions": {"aantal": ["Two questions have this code."]}}


def test_only_managers_and_administrators_keep_the_catalogue(config: Config) -> None:
    for actor in (CUSTOMER, AGENT, SPECIALIST):
        publishing = refusal_of(config, actor, lambda work: publish_item(work, an_item(), NOW))
        assert isinstance(publishing, Forbidden)
        assert publishing.message == "Only a manager or an administrator may publish an item."
        defining = refusal_of(config, actor, lambda work: define_category(work, "SCHOON", {"nl": "S", "en": "C"}, NOW))
        assert isinstance(defining, Forbidden)
        assert defining.message == "Only a manager or an administrator may define a category."


def test_a_category_is_told_and_may_get_another_name(config: Config) -> None:
    name = {"nl": "Licht en stroom", "en": "Light and power"}
    with catalog(config, MANAGER) as work:
        define_category(work, "ELEKTRA", name, LATER)
        assert work.journal.told == [("category_defined", {"code": "ELEKTRA", "name": name})]
    with looking(config) as work:
        assert {code: row.name for code, row in work.categories().items()} == {"ELEKTRA": name}
