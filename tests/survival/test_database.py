"""A database that is restarted, closed or full: everybody hears it, and all goes on by itself when that is over."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest

from tests.desk import until
from tests.survival.full_disk import small_disk
from tests.survival.house import House
from tests.survival.load import Load, assert_answered_or_told_to_wait

WORKS_AGAIN_WITHIN = 15.0
# How much longer than the timeout an answer may take on a machine that has other things to do.
SLACK = 2.0
ALSO_THERE = "postgresql://balie@127.0.0.1:{port}/template1"


@pytest.mark.parametrize("how", ["stop", "kill"])
def test_a_database_that_is_restarted_under_load(house: House, how: str) -> None:
    with _busy(house) as load:
        getattr(house.database, how)()
        _until_all_are_refused(load)
        house.database.start()
        _until_it_works_again(load)
    assert all("The database of" in answer.said for answer in load.answers if answer.status == 503)


def test_a_database_that_refuses_connections(house: House) -> None:
    with _busy(house) as load, psycopg.connect(ALSO_THERE.format(port=house.database.port), autocommit=True) as admin:
        admin.execute("ALTER DATABASE postgres ALLOW_CONNECTIONS false")
        try:
            admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'postgres'")
            _until_all_are_refused(load)
        finally:
            admin.execute("ALTER DATABASE postgres ALLOW_CONNECTIONS true")
        _until_it_works_again(load)
    assert all("The database of" in answer.said for answer in load.answers if answer.status == 503)


def test_a_disk_that_is_full(house: House) -> None:
    with small_disk(house.database, "intake") as disk, _busy(house) as load:
        disk.fill()
        _until_all_are_refused(load)
        # What needs no room goes on meanwhile.
        assert house.api("anouk").get("/notifications").status_code == 200
        disk.make_room()
        _until_it_works_again(load)
    refusals = [answer.said for answer in load.answers if answer.status == 503]
    assert all("The database of intake has no room left on its disk." in said for said in refusals), refusals


@contextmanager
def _busy(house: House) -> Iterator[Load]:
    """A house under load, in which afterwards nobody waited too long and nobody had to be started again."""
    processes = [instance.process.pid for instance in house.instances.values()]
    load = Load(house)
    with load.going():
        until(lambda: load.accepted_since(0))
        yield load
    assert_answered_or_told_to_wait(load.answers, within=house.config.rpc_timeout + SLACK)
    load.repeat()
    assert [instance.process.pid for instance in house.instances.values() if instance.runs] == processes


def _until_all_are_refused(load: Load) -> None:
    began = time.monotonic()
    until(lambda: len([answer for answer in load.since(began) if answer.status == 503]) >= load.clients)


def _until_it_works_again(load: Load) -> None:
    again = time.monotonic()
    until(lambda: load.accepted_since(again), WORKS_AGAIN_WITHIN)
