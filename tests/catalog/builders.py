"""Items for the tests of catalog."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from typing import Any

from services.catalog.storage.tables import Base
from services.catalog.storage.work import CatalogWork
from services.catalog.use_cases.items import publish_item
from services.catalog.use_cases.keeping import define_category
from services.shared.actor import SERVICE, Actor
from services.shared.contracts.catalog import PublishArticle, PublishItem
from services.shared.errors import DeskError
from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from tests.desk import ADMIN, LAMP
from tests.refusals import all_rows, refusal_without_a_trace

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
        "pictures_only": False,
        "when": None,
        "stop": None,
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
        "pictures_only": False,
        "when": None,
        "stop": None,
    },
]
# What is told of an item beside its name, category, kinds and questions, when nothing was said of it.
NOTHING_MORE: dict[str, Any] = {
    **dict.fromkeys(
        ("price", "lead_time", "calendar", "service_level", "valid_from", "valid_to", "audience", "approval")
    ),
    "steps": [],
}
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=10)


# A price and a picture as a keeper gives them, and as a list shows them.
PRICED: dict[str, Any] = {
    "picture": "a" * 32,
    "price": {"amount": "4.50", "unit": {"nl": "per stuk", "en": "each"}, "payer": "organisation"},
    "lead_time": {"amount": 2, "unit": "days"},
}
FACTS: dict[str, Any] = PRICED | {"kinds": LAMP["kinds"]}


def an_item(**different: Any) -> dict[str, Any]:
    """A broken lamp, as the door hands it to the use case."""
    loaded: dict[str, Any] = PublishItem().load(LAMP | different)
    return loaded


def catalog(config: Config, actor: Actor = ADMIN) -> AbstractContextManager[CatalogWork]:
    """One transaction of catalog on behalf of `actor`."""
    return CatalogWork.begin(database_of(config, "catalog"), actor)


def looking(config: Config, actor: Actor = SERVICE) -> AbstractContextManager[CatalogWork]:
    """A look at catalog on behalf of `actor`."""
    return CatalogWork.look(database_of(config, "catalog"), actor)


def lay_the_ground(config: Config) -> None:
    """One category."""
    with catalog(config) as work:
        define_category(work, "ELEKTRA", {"nl": "Elektra", "en": "Power"}, NOW)


def an_article(**different: Any) -> dict[str, Any]:
    """How to change a lamp, as the door hands it to the use case."""
    text = {"nl": "Draai de oude lamp eruit.", "en": "Turn the old lamp out."}
    article = {
        "code": "lamp-vervangen",
        "title": {"nl": "Zelf een lamp vervangen", "en": "Replacing a lamp yourself"},
        "summary": text,
        "body": text,
        "keywords": ["peertje"],
    }
    loaded: dict[str, Any] = PublishArticle().load(article | different)
    return loaded


def published(config: Config, **different: Any) -> int:
    """Publish an item; answers its version."""
    with catalog(config) as work:
        return publish_item(work, an_item(**different), NOW).version


def everything(config: Config) -> dict[str, list[str]]:
    """All that catalog keeps, table by table."""
    with looking(config) as work:
        return all_rows(work, Base.metadata)


def refusal_of(config: Config, actor: Actor, step: Callable[[CatalogWork], object]) -> DeskError:
    """Why this step cannot be taken; also asserts that nothing was kept or told."""
    return refusal_without_a_trace(lambda: catalog(config, actor), step, lambda: everything(config))
