"""Kills whatever it likes, every few seconds, for as long as you like: `make chaos SECONDS=600 SEED=42`."""

# ruff: noqa: E402
# nameko runs on green threads, so the standard library is made green before anything else is imported.
from __future__ import annotations

from services.shared.kit.green import make_green

make_green()

import random
import secrets
import time
from collections.abc import Callable

import click
import eventlet

from tests.desk import SERVICES
from tests.survival.checker import assert_nothing_is_lost_or_doubled
from tests.survival.house import House
from tests.survival.load import Load
from tests.survival.opening import open_house

BROKER, DATABASE = "the broker", "the database"
# A service dies more often than a server does, and sometimes two things die at once.
VICTIMS = (*SERVICES, *SERVICES, BROKER, DATABASE)
LONGEST_REST, LONGEST_ABSENCE = 2.0, 1.5

Say = Callable[[str], None]


def torment(house: House, seconds: float, seed: int, say: Say) -> Load:
    """Kill random processes under load for so many seconds; then let everything come back and count."""
    luck = random.Random(seed)
    say(f"chaos for {seconds:g} s with seed {seed}")
    load = Load(house, connections_may_break=True)
    ends = time.monotonic() + seconds
    with load.going():
        while time.monotonic() < ends:
            eventlet.sleep(luck.uniform(0.2, LONGEST_REST))
            victims = sorted(set(luck.choices(VICTIMS, k=luck.choice((1, 1, 2)))))
            for victim in victims:
                _kill(house, victim)
            eventlet.sleep(luck.uniform(0, LONGEST_ABSENCE))
            house.up()
            left, accepted = max(0, ends - time.monotonic()), len(house.ledger.accepted)
            say(f"{left:5.0f} s to go, {accepted} accepted, killed {' and '.join(victims)}")
    load.repeat()
    assert_nothing_is_lost_or_doubled(house)
    say(f"{len(house.ledger.accepted)} notifications were accepted; each is there once, and nothing else is")
    return load


def _kill(house: House, victim: str) -> None:
    servers = {BROKER: house.broker, DATABASE: house.database}
    (servers.get(victim) or house.instances[victim]).kill()


@click.command()
@click.option("--seconds", default=60.0, help="How long to go on killing.")
@click.option(
    "--seed", default=lambda: secrets.randbelow(10**6), type=int, help="The same seed kills in the same order."
)
def main(seconds: float, seed: int) -> None:
    """Kill random processes of a whole desk under load, and count afterwards."""
    with open_house() as house:
        torment(house, seconds, seed, click.echo)


if __name__ == "__main__":
    main()
