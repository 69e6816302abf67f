"""Whatever is sent to catalog at its doors, it answers it or says what is wrong with it, and keeps no part of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from inspect import getmembers, isfunction, signature
from itertools import cycle
from typing import Any

import pytest
from nameko import config as settings
from nameko.testing.services import worker_factory

from services.catalog.service import CatalogService
from services.catalog.storage.tables import Base
from services.catalog.storage.work import CatalogWork
from services.shared.errors import DeskError, Invalid, NotFound, Refused
from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from services.shared.vocabulary import Weight
from tests.catalog.builders import NOW, lay_the_ground, looking, published
from tests.desk import ADMIN, LAMP

NAME = {"nl": "Naam", "en": "Name"}
DAYS = {"amount": 2, "unit": "days"}
CHOICES = [{"code": "ja", "name": NAME}, {"code": "nee", "name": NAME}]
ITEM = LAMP | {
    "code": "kast",
    "level": "click",
    "price": {"amount": "12.50", "unit": NAME, "payer": "customer"},
    "lead_time": DAYS,
    "calendar": "KANTOOR",
    "service_level": "GEWOON",
    "valid_from": "2026-01-01",
    "valid_to": "2026-12-31",
    "contact": "Anouk",
    "picture": "a" * 32,
    "audience": {"organisations": ["GEM"], "buildings": ["SH"], "roles": ["customer"]},
    "related": ["lamp-kapot"],
    "approval": {"rule": "above_amount", "amount": "10"},
    "questions": [
        {
            "code": "slot",
            "text": NAME,
            "help": NAME,
            "type": "choice",
            "choices": CHOICES,
            "stop": {"answers": ["nee"], "advice": NAME},
        },
        {
            "code": "maat",
            "text": NAME,
            "type": "number",
            "lowest": 1,
            "highest": 9.5,
            "when": {"question": "slot", "answers": ["ja"]},
        },
        {"code": "dag", "text": NAME, "type": "date", "lowest": -1, "highest": 30},
    ],
    "steps": [
        {"code": "maken", "team": "HOUT", "title": NAME, "lead_time": DAYS},
        {"code": "brengen", "team": "VERVOER", "title": NAME, "after": ["maken"]},
    ],
}
ARTICLE = {
    "code": "kast-stelt",
    "title": NAME,
    "summary": NAME,
    "body": NAME,
    "keywords": ["kast"],
    "items": ["lamp-kapot"],
    "public": True,
    "review_on": "2026-12-31",
}
CALENDAR = {
    "code": "KANTOOR",
    "name": NAME,
    "zone": "Europe/Amsterdam",
    "hours": {"mon": [["08:00", "12:00"], ["13:00", "17:00"]]},
    "closed": [{"day": "2026-12-25", "why": NAME}],
    "default": True,
}
TARGETS = [{"priority": "p1", "target": "respond", "within": {"amount": 1, "unit": "hours"}}]
LEVEL = {
    "code": "GEWOON",
    "name": NAME,
    "calendar": "KANTOOR",
    "matrix": [{"impact": one, "urgency": other, "priority": "p1"} for one in Weight for other in Weight],
    "targets": TARGETS,
    "default": True,
}
# What each method takes, in the order in which it can be done.
ASKED: dict[str, Any] = {
    "define_calendar": CALENDAR,
    "define_service_level": LEVEL,
    "define_category": {
        "code": "MEUBELS",
        "name": NAME,
        "internal_name": NAME,
        "within": "ELEKTRA",
        "norms": {"nen2748": "1", "en15221": "2"},
    },
    "define_synonyms": {"words": ["kast", "kabinet"], "instead_of": []},
    "save_draft": LAMP | {"code": "kast"},
    "publish_item": ITEM,
    "publish_article": ARTICLE,
    "rate_article": {"helped": True},
    "find_items": {"q": "lamp", "language": "nl", "building": "SH", "limit": 3},
    "find_in_catalogue": {
        "q": "lamp",
        "language": "nl",
        "typing": True,
        "building": "SH",
        "category": None,
        "limit": 3,
    },
    "suggest": {"q": "mijn lamp is kapot", "language": "en"},
    "name_entries": {"entries": [{"kind": "item", "code": "lamp-kapot"}], "language": "nl"},
    "outline_catalogue": {"language": "nl", "examples": 3},
    "check_request": {"catalogue_item": "lamp-kapot", "answers": {"aantal": 2, "plek": "hal"}, "language": "nl"},
    "list_kept_items": {"q": "kast", "status": "published", "category": "ELEKTRA", "limit": 5, "after": "a"},
    "list_kept_articles": {"q": "kast", "status": "published", "overdue": True, "limit": 5, "after": "a"},
    "drop_missed_search": {"words": "fiets", "language": "nl"},
    "list_holidays": {"country": "NL", "year": 2026},
    "explain_targets": {"calendar": "KANTOOR", "at": "2026-03-02T09:00:00+01:00", "targets": TARGETS},
    "export_catalogue": {"format": "json"},
    "offer_import": {"name": "kast.json", "content": "e30="},
}
NESTED: list[Any] = []
for _ in range(300):
    NESTED = [NESTED]
NASTY = (
    None,
    True,
    -1,
    10**30,
    "1e999",
    float("nan"),
    float("-inf"),
    "",
    "a\x00b",
    "a\ud800b",
    "\u202e\u200f",
    "x" * 300,
    '" OR * NEAR ( ) : - & | ! <-> \\',
    "%_'|",
    "<script>",
    "9999-12-31",
    "29-02-2023",
    [],
    [None],
    ["a", "a"],
    [{}] * 1001,
    {},
    {"": []},
    NESTED,
)
COUNTS = "SELECT " + ", ".join(f"(SELECT count(*) FROM {table})" for table in Base.metadata.sorted_tables)
NO_CODES = (None, True, 10**30, "", "a\x00b", "a\ud800b", "x" * 300, ["a", "a"], {})


def taking(*names: str) -> dict[str, Any]:
    """The methods of catalog that anybody may call and that take one of these."""
    found = {name: signature(method).parameters for name, method in getmembers(CatalogService, isfunction)}
    called = {name for name, method in getmembers(CatalogService, isfunction) if hasattr(method, "nameko_entrypoints")}
    return {name: taken for name, taken in found.items() if name in called and not taken.keys().isdisjoint(names)}


def spoilt(value: Any, nasty: Iterator[Any]) -> Iterator[Any]:
    """A request with something else at one place of it, or missing, or too much, for every place there is."""
    yield next(nasty)
    if isinstance(value, dict):
        yield value | {"kleur": "rood"}
        for name, part in value.items():
            yield {other: value[other] for other in value if other != name}
            yield from (value | {name: other} for other in spoilt(part, nasty))
    elif isinstance(value, list) and value:
        yield value * 2
        yield from ([*value[:-1], other] for other in spoilt(value[-1], nasty))


def sizes(config: Config) -> list[int]:
    """How many rows there are of everything that catalog keeps."""
    with looking(config) as work:
        return list(work.session.connection().exec_driver_sql(COUNTS).one())


def refusal(doors: CatalogService, method: str, *arguments: Any) -> DeskError | None:
    """Why it is refused; None when it is done."""
    try:
        getattr(doors, method)(*arguments)
    except DeskError as refused:
        return refused
    return None


@pytest.fixture
def doors(config: Config) -> Iterator[CatalogService]:
    """What is behind the bus, for a keeper."""
    lay_the_ground(config)
    published(config)
    database = database_of(config, "catalog")
    work = {
        "transaction": partial(CatalogWork.begin, database, ADMIN),
        "reading": partial(CatalogWork.look, database, ADMIN),
    }
    with settings.patch({"BALIE": config}):
        yield worker_factory(CatalogService, **work, now=lambda: NOW, language=lambda: "nl")


def test_every_request_that_can_be_sent_is_sent_here() -> None:
    assert taking("request", "search", "filters").keys() == ASKED.keys()


def test_what_is_wrong_anywhere_in_a_request_is_named_and_nothing_of_it_is_kept(
    config: Config, doors: CatalogService
) -> None:
    nasty = cycle(NASTY)
    for method, asked in ASKED.items():
        about = [ARTICLE["code"]] if method == "rate_article" else []
        assert refusal(doors, method, *about, asked) is None, method
        kept = sizes(config)
        for other in spoilt(asked, nasty):
            refused = refusal(doors, method, *about, other)
            if refused is None:
                kept = sizes(config)
                continue
            assert isinstance(refused, (Invalid, NotFound, Refused)), (method, other, refused)
            assert refused.message
            assert sizes(config) == kept, (method, other)
            if isinstance(refused, Invalid):
                fields = {"_schema", *asked, *(other if isinstance(other, dict) else ())}
                named = {field.split(".")[0] for field in refused.errors}
                assert named, (method, other)
                assert named <= fields, (method, other, refused)


def test_what_cannot_be_the_code_of_anything_is_not_found(config: Config, doors: CatalogService) -> None:
    kept = sizes(config)
    for method, taken in taking("code", "id").items():
        more = [{"helped": True}] if "request" in taken else []
        for code in NO_CODES:
            assert isinstance(refusal(doors, method, code, *more), NotFound), (method, code)
    assert sizes(config) == kept
