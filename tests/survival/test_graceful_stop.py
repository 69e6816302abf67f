"""SIGTERM: what is in hand is finished, nothing else is begun, and the process ends well within ten seconds."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import eventlet
import psycopg
import pytest
import requests
from kombu import Connection

from services.shared.kit.clock import now
from tests.cli.command import process
from tests.desk import MANAGER, SERVICES, until
from tests.survival.house import House
from tests.survival.load import Load

STOPS_WITHIN = 10.0
# What the relays and followers use is left alone: they are no request, and go on.
TABLES = """
    SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') FROM pg_tables
    WHERE schemaname IN ('catalog', 'intake', 'routing', 'reporting')
    AND tablename NOT IN ('journal', 'cursor', 'parked', 'answered', 'alembic_version')
"""
TODAY = {"from": f"{now().date()}", "to": f"{now().date() + timedelta(days=1)}"}
SLOW = {
    "catalog": ("/catalogue", {}),
    "intake": ("/notifications", {}),
    "routing": ("/teams", {}),
    "reporting": ("/reports/factsheet", TODAY),
}


def test_what_is_in_hand_is_finished_and_nothing_else_is_begun(house: House) -> None:
    with _all_tables_locked(house):
        slow = [eventlet.spawn(house.api(MANAGER.account).get, path, **query) for path, query in SLOW.values()]
        until(lambda: _who_wait(house) == len(slow))
        for instance in house.instances.values():
            instance.tell_to_stop()
        until(lambda: not _lets_in(house.desk.url))
        until(lambda: _consumers(house) == dict.fromkeys(SLOW, 0))
        assert [instance.code for instance in house.instances.values()] == [None] * len(SERVICES)
    assert [answer.wait().status_code for answer in slow] == [200] * len(slow)
    _stop_all(house)
    assert all(answer.wait().headers["Connection"] == "close" for answer in slow)


@pytest.mark.parametrize("server", ["broker", "database"])
def test_a_server_that_is_away_holds_no_stop_up(house: House, server: str) -> None:
    load = Load(house, clients=1, connections_may_break=True)
    with load.going():
        until(lambda: load.accepted_since(0))
        getattr(house, server).kill()
        _stop_all(house)
        house.up()


def test_work_that_never_ends_is_cut_off(house: House) -> None:
    with _all_tables_locked(house), house.api(MANAGER.account).session as session:
        waiting = eventlet.spawn(session.get, f"{house.desk.url}/api/v1/notifications", timeout=20)
        until(lambda: _who_wait(house))
        _stop_all(house)
    assert waiting.wait().status_code == 503


def test_up_finishes_the_request_it_is_reading(tmp_path: Path) -> None:
    with process(tmp_path, "up", "--port", "0", "--data", str(tmp_path / "data")) as up:
        _, address = up.ready()
        host, port = urlsplit(address).hostname, urlsplit(address).port
        with socket.create_connection((host, port)) as slow:
            slow.sendall(b"GET /health/ready HTTP/1.1\r\nHost: x\r\n")
            # Whoever comes later has been let in as well, so this request is being read by now.
            assert requests.get(f"{address}/health/live", timeout=20).status_code == 200
            up.process.terminate()
            until(lambda: not _lets_in(address))
            slow.sendall(b"\r\n")
            answer = slow.makefile("rb").read()
        assert answer.startswith(b"HTTP/1.1 200 "), answer
        assert b"Connection: close" in answer
        assert up.ended(STOPS_WITHIN).code == 0


def _stop_all(house: House) -> None:
    """Tell every process to stop; each ends in time, and well, also one that is told for the second time."""
    for instance in house.instances.values():
        instance.tell_to_stop()
    for instance in house.instances.values():
        instance.stopped(STOPS_WITHIN)


@contextmanager
def _all_tables_locked(house: House) -> Iterator[None]:
    """Whoever asks now is in the hands of a service, and of the gateway, until the block ends."""
    with psycopg.connect(house.database.url) as locking:
        tables = locking.execute(TABLES).fetchall()[0][0]
        locking.execute(f"LOCK TABLE {tables} IN ACCESS EXCLUSIVE MODE")
        yield


def _who_wait(house: House) -> int:
    """How many transactions wait for a lock."""
    with psycopg.connect(house.database.url) as looking:
        row = looking.execute("SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted").fetchone()
    return int(row[0]) if row else 0


def _lets_in(address: str) -> bool:
    with suppress(ConnectionRefusedError):
        socket.create_connection((urlsplit(address).hostname, urlsplit(address).port), timeout=5).close()
        return True
    return False


def _consumers(house: House) -> dict[str, int]:
    """How many processes take requests for each service."""
    with Connection(house.broker.url) as connection, connection.channel() as channel:
        return {name: channel.queue_declare(f"rpc-{name}", passive=True).consumer_count for name in SLOW}
