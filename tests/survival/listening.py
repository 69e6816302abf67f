"""A listener of another make: it hears intake's events from the broker, as any program on it can."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import eventlet
from kombu import Connection, Consumer, Exchange, Queue

from tests.desk import until
from tests.survival.checker import journal_end
from tests.survival.house import SETTLES_WITHIN, House


@contextmanager
def published_by_intake(house: House) -> Iterator[list[int]]:
    """The positions of intake's events in the order in which they are heard; all of them, when the block ends."""
    heard: list[int] = []

    def hear(body: dict[str, Any], message: Any) -> None:
        heard.append(int(body["sequence"]))

    def listen() -> None:
        while True:
            connection.drain_events()

    queue = Queue("", Exchange("intake.events", "topic", durable=True), "#", exclusive=True, auto_delete=True)
    with Connection(house.broker.url) as connection, Consumer(connection, queue, no_ack=True, callbacks=[hear]):
        listening = eventlet.spawn(listen)
        try:
            yield heard
            until(lambda: heard and heard[-1] == journal_end(house, "intake"), SETTLES_WITHIN)
        finally:
            listening.kill()
