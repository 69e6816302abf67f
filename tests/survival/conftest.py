"""One house of real processes for all of these tests, and every part of it up again before each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.survival.checker import assert_nothing_is_lost_or_doubled
from tests.survival.house import House
from tests.survival.opening import open_house


@pytest.fixture(scope="session")
def _house() -> Iterator[House]:
    with open_house() as house:
        yield house


@pytest.fixture
def house(_house: House) -> Iterator[House]:
    """The house with everything up; after the test the checker finds nothing lost and nothing doubled."""
    _house.up()
    yield _house
    _house.up()
    assert_nothing_is_lost_or_doubled(_house)
