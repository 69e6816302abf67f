"""A customer and an agent who are signed in, for the tests of the portal's pages."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from services.gateway.use_cases.accounts import add_account
from services.shared.errors import NotFound, Unavailable
from services.shared.kit.config import Config
from services.shared.kit.database import Database
from tests.databases import close_databases
from tests.gateway.builders import FakeBus
from tests.gateway.conftest import NOON, PASSWORD
from tests.gateway.portal.kept import keeping_catalog
from tests.gateway.portal.reader import CUSTOMER, ITEM, PLACE, SHOWN, Reader


@pytest.fixture
def carla(browser: Callable[[], FlaskClient]) -> Reader:
    return Reader(browser()).log_in("carla")


@pytest.fixture
def anna(browser: Callable[[], FlaskClient]) -> Reader:
    return Reader(browser()).log_in("anna")


@pytest.fixture
def hans(browser: Callable[[], FlaskClient], database: Database, accounts: None) -> Reader:
    """A manager, who keeps the catalogue."""
    name = "hans"
    add_account(database, name=name, full_name="Hans", password=PASSWORD, roles=["manager"], language="en", now=NOON)
    reader = Reader(browser())
    reader.see("/login")
    reader.send("/login", name=name, password=PASSWORD, next="/keep")
    return reader


@pytest.fixture
def kept(bus: FakeBus, config: Config, tmp_path: Path, migrated_files: Path) -> Iterator[None]:
    """Calendars and service levels that are really kept."""
    shutil.copy(migrated_files / "catalog.sqlite", tmp_path)
    bus.answers |= keeping_catalog(config)
    yield
    close_databases(config)


@pytest.fixture
def services(bus: FakeBus) -> None:
    """What the services answer when a test does not say otherwise."""
    bus.answers |= {
        "intake.get_customer": CUSTOMER,
        "intake.find_locations": {"items": [PLACE]},
        "intake.get_notification": SHOWN,
        "intake.register_notification": SHOWN,
        "catalog.get_item": lambda code: ITEM if code == "lamp" else _no_such(code),
        "catalog.find_items": {"items": [ITEM]},
        "routing.list_teams": Unavailable("routing does not answer."),
    }


def _no_such(code: str) -> None:
    raise NotFound(f"There is no catalogue item {code}.")
