"""The pool of connections: who comes when all are in use waits for one that comes back."""

from __future__ import annotations

import sqlite3

import eventlet
import pytest
from sqlalchemy import create_engine
from sqlalchemy.exc import TimeoutError as PoolTimeout

from services.shared.kit.pool import GreenPool


@pytest.fixture
def pool() -> GreenPool:
    engine = create_engine("sqlite://", poolclass=GreenPool, pool_size=1, max_overflow=0, pool_timeout=0.05)
    assert isinstance(engine.pool, GreenPool)
    return engine.pool


def test_a_connection_that_came_back_is_used_again(pool: GreenPool) -> None:
    first = pool.connect()
    driver = first.driver_connection
    first.close()

    again = pool.connect()

    assert isinstance(driver, sqlite3.Connection)
    assert again.driver_connection is driver
    again.close()


def test_who_comes_when_all_are_in_use_waits_for_one_that_comes_back(pool: GreenPool) -> None:
    held = pool.connect()
    driver = held.driver_connection
    waiting = eventlet.spawn(pool.connect)
    eventlet.sleep(0)

    held.close()

    got = waiting.wait()
    assert got.driver_connection is driver
    got.close()


def test_a_wait_has_an_end(pool: GreenPool) -> None:
    held = pool.connect()

    with pytest.raises(PoolTimeout):
        pool.connect()

    held.close()
    pool.connect().close()
