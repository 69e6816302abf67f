"""A service that is killed at the worst moment: nothing is lost, and nothing is done twice."""

from __future__ import annotations

import signal

import pytest

from tests.desk import until
from tests.survival.house import STARTS_WITHIN, House
from tests.survival.listening import published_by_intake
from tests.survival.load import Load

# One place of each service at a time, so that one load goes through several of them; `dying.py` knows them.
PLACES = (
    (
        "intake: committed, not yet numbered",
        "routing: handled, not yet committed",
        "reporting: fetched, not yet handled",
    ),
    (
        "intake: numbered, not yet published",
        "routing: committed, not yet told",
        "reporting: handled, not yet committed",
    ),
    ("intake: published, not yet rung", "reporting: committed"),
    ("intake: rung, not yet remembered",),
)


@pytest.mark.parametrize("places", PLACES, ids="; ".join)
def test_a_service_that_is_killed_loses_and_doubles_nothing(house: House, places: tuple[str, ...]) -> None:
    dying = {place.partition(":")[0]: place for place in places}
    for service in dying:
        house.instances[service].kill()
    house.launch(dying, dying_at=dying)
    with published_by_intake(house) as published, Load(house, clients=2).going():
        for service in dying:
            instance = house.instances[service]
            until(lambda instance=instance: instance.code is not None, STARTS_WITHIN)  # type: ignore[misc]  # a bound default
            assert instance.code == -signal.SIGKILL, instance.log[-3000:]
            house.launch([service])
    # Whoever listens may hear again what a killed relay could not remember, but nothing is left out or out of turn.
    assert list(dict.fromkeys(published)) == list(range(published[0], published[-1] + 1))
    # And the fixture's checker says whether anything was lost or doubled in the house.
