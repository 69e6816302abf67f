"""Two processes for each service: restarted in turn under load nobody notices, and their relays keep the order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.desk import SERVICES, until
from tests.survival.house import STARTS_WITHIN, House, Instance
from tests.survival.listening import published_by_intake
from tests.survival.load import Load

STOPS_WITHIN = 10.0
AT_LEAST = 20

Half = dict[str, Instance]


@pytest.fixture
def halves(house: House) -> Iterator[list[Half]]:
    """The house with a second process for each service; either of two can do all of the work."""
    second = {name: house.another(name) for name in SERVICES}
    try:
        _start(second)
        yield [house.instances, second]
    finally:
        for instance in second.values():
            instance.kill()


@pytest.fixture
def another_intake(house: House) -> Iterator[Instance]:
    """A second intake, whose relay takes turns with that of the first."""
    instance = house.another("intake")
    try:
        _start({"intake": instance})
        yield instance
    finally:
        instance.kill()


def test_nobody_notices_a_rolling_restart(house: House, halves: list[Half]) -> None:
    addresses = [f"http://127.0.0.1:{half['gateway'].config.port}" for half in halves]
    # A client without keys repeats nothing: each request must be done, and done once.
    load = Load(house, gateways=lambda: _in_turn(addresses), keys=False)
    with published_by_intake(house) as published, load.going():
        for half in halves:
            _await_more(load)
            for instance in half.values():
                instance.tell_to_stop()
            for instance in half.values():
                instance.stopped(STOPS_WITHIN)
            _await_more(load)
            _start(half)
        _await_more(load)
    assert {answer.status for answer in load.answers} == {200, 201}
    assert published == list(range(published[0], published[-1] + 1))


def test_two_relays_keep_the_order_when_one_of_them_is_killed(house: House, another_intake: Instance) -> None:
    load = Load(house)
    with published_by_intake(house) as published, load.going():
        for instance in (another_intake, house.instances["intake"]):
            _await_more(load)
            instance.kill()
            _await_more(load)
            instance.launch()
            instance.await_ready()
    # What a killed relay had published and could not remember is published again; that, and nothing else.
    assert list(dict.fromkeys(published)) == list(range(published[0], published[-1] + 1))


def _start(half: Half) -> None:
    for instance in half.values():
        instance.launch()
    for instance in half.values():
        instance.await_ready()


def _in_turn(addresses: list[str]) -> list[str]:
    addresses.append(addresses.pop(0))
    return list(addresses)


def _await_more(load: Load) -> None:
    """Wait until the clients have been answered a few more times."""
    count = len(load.answers)
    until(lambda: len(load.answers) >= count + AT_LEAST, STARTS_WITHIN)
