"""A desk that a whole module shares, because a refused request leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher

from services.catalog.service import CatalogService
from services.gateway import passwords
from services.intake.service import IntakeService
from services.routing.service import RoutingService
from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from tests.conftest import migrated_config
from tests.desk import AGENT, CUSTOMER, PEOPLE, Api, Desk, running_desk

KEEPERS = (CatalogService, IntakeService, RoutingService)
WISH = {"kind": "wish", "channel": "api", "summary": "Een plant"}


@pytest.fixture(scope="module", autouse=True)
def _quick_hashing() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        passwords._nobodys_hash.cache_clear()
        yield
    passwords._nobodys_hash.cache_clear()


@contextmanager
def _open(settings: Config) -> Iterator[Desk]:
    with running_desk(settings) as desk:
        desk.lay_the_ground()
        desk.add_accounts()
        yield desk


@pytest.fixture(scope="module")
def open_desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """All services in this process with accounts, shared by a module. Not beside `desk`: there is one bus."""
    folder: Path = tmp_path_factory.mktemp("desk")
    with migrated_config(request, "sqlite", folder) as settings, _open(settings) as desk:
        yield desk


@pytest.fixture(scope="module")
def people(open_desk: Desk) -> dict[str, Api]:
    """The API as a program with each person's token uses it, by account."""
    return {person.account: open_desk.api(person) for person in PEOPLE}


@pytest.fixture(scope="module")
def agent(people: dict[str, Api]) -> Api:
    return people[AGENT.account]


@pytest.fixture(scope="module")
def customer(people: dict[str, Api]) -> Api:
    return people[CUSTOMER.account]


@pytest.fixture
def nothing_is_kept(open_desk: Desk) -> Iterator[Callable[[], None]]:
    """Fails a test after which any row of any business service differs from before it."""
    before = everything_kept(open_desk)

    def check() -> None:
        assert everything_kept(open_desk) == before

    yield check
    check()


def everything_kept(desk: Desk) -> dict[str, list[Any]]:
    """Every row of every table of the business services that own something.

    Without how far somebody is with reading and publishing, which goes on by itself.
    """
    kept: dict[str, list[Any]] = {}
    for service in KEEPERS:
        tables = service.work.tables
        with database_of(desk.config, service.name).reading() as session:
            for table in tables.journal.metadata.sorted_tables:
                if table is not tables.cursor:
                    columns = [column for column in table.columns if column is not tables.journal.c.position]
                    rows = session.execute(table.select().with_only_columns(*columns)).all()
                    kept[f"{service.name}.{table.name}"] = sorted(map(repr, rows))
    return kept
