"""A broker that is killed, emptied or robbed of its disk: everybody hears it in time, and all goes on by itself."""

from __future__ import annotations

import shutil
import time

import pytest
from kombu import Connection

from tests.databases import BELLS
from tests.desk import until
from tests.survival.checker import unsettled
from tests.survival.house import House
from tests.survival.load import Load, assert_answered_or_told_to_wait

WORKS_AGAIN_WITHIN = 15.0
# How much longer than the timeout an answer may take on a machine that has other things to do.
SLACK = 2.0


@pytest.mark.parametrize("loses_its_disk", [False, True], ids=["restarted", "with an empty disk"])
def test_a_broker_that_is_killed_under_load(house: House, loses_its_disk: bool) -> None:
    processes = [instance.process.pid for instance in house.instances.values()]
    load = Load(house)
    with load.going():
        until(lambda: load.accepted_since(0))
        house.broker.kill()
        until(lambda: len([answer for answer in load.answers if answer.status == 503]) >= load.clients)
        if loses_its_disk:
            shutil.rmtree(house.broker.folder / "data")
        house.broker.start()
        back = time.monotonic()
        until(lambda: load.accepted_since(back), WORKS_AGAIN_WITHIN)
    until(lambda: house.ready() and not unsettled(house), WORKS_AGAIN_WITHIN - (time.monotonic() - back))
    assert_answered_or_told_to_wait(load.answers, within=house.config.rpc_timeout + SLACK)
    assert load.refused
    load.repeat()
    assert [instance.process.pid for instance in house.instances.values() if instance.runs] == processes


def test_bells_that_were_purged_cost_nothing(house: House) -> None:
    for follower in ("routing", "reporting"):
        house.instances[follower].kill()
    Load(house).bring(3)
    until(lambda: unsettled(house) == ["routing after intake", "reporting after intake"])
    assert _purge(house) == 2
    house.launch(["routing", "reporting"])
    until(lambda: not unsettled(house))


def _purge(house: House) -> int:
    """Empty the queue of every bell of intake; answers how many bells were in them."""
    queues = [f"bell-{source}--{follower}" for source, follower in BELLS if source == "intake"]
    with Connection(house.broker.url) as connection, connection.channel() as channel:
        # The relay rings when it has published, which may be a moment after the event was kept.
        until(lambda: all(channel.queue_declare(queue, passive=True).message_count for queue in queues))
        return sum(channel.queue_purge(queue) for queue in queues)
