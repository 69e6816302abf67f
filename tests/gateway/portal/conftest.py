"""A customer and an agent who are signed in, for the tests of the portal's pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from services.shared.errors import NotFound, Unavailable
from tests.gateway.builders import FakeBus
from tests.gateway.portal.reader import CUSTOMER, ITEM, PLACE, SHOWN, Reader


@pytest.fixture
def carla(browser: Callable[[], FlaskClient]) -> Reader:
    return Reader(browser()).log_in("carla")


@pytest.fixture
def anna(browser: Callable[[], FlaskClient]) -> Reader:
    return Reader(browser()).log_in("anna")


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
