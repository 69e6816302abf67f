"""How far a follower is behind, watched from beside, in the database."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from types import TracebackType

import psycopg

from bench.processes import until

FOLLOWERS = ("routing", "reporting")
PAUSE = 0.5
AT_THE_END = 2.0  # seconds: the lag at the end of a run is the worst that was seen in its last moments
CAUGHT_UP_WITHIN = 120.0

HANDLED = "SELECT coalesce(max(position), 0) FROM {follower}.cursor WHERE name = 'intake'"
# Everything a follower has not handled, numbered or not: how many events, and the age of the oldest in seconds.
AHEAD = """
    SELECT count(*), coalesce(extract(epoch FROM clock_timestamp() - min(occurred_at)), 0)
    FROM (
        SELECT occurred_at FROM intake.journal WHERE position > %s
        UNION ALL
        SELECT occurred_at FROM intake.journal WHERE position IS NULL
    ) AS ahead
"""


@dataclass(frozen=True)
class Lag:
    """How far a follower is behind: so many events, and the age of the oldest of them."""

    events: int
    seconds: float


class LagWatch:
    """Watches the followers of intake while the block lasts."""

    def __init__(self, database_url: str) -> None:
        self.database_url = database_url
        self.seen: list[tuple[float, dict[str, Lag]]] = []
        self.caught_up_seconds = 0.0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> LagWatch:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, wrong: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def end_and_await_caught_up(self) -> None:
        """The run is over: look a last time, then wait until nobody is behind."""
        self._end()
        with psycopg.connect(self.database_url, autocommit=True) as connection:
            self.caught_up_seconds = await_caught_up(connection)

    def at_the_end(self) -> dict[str, Lag]:
        """The worst lag of each follower in the last moments of the run."""
        last = self.seen[-1][0]
        late = [lags for moment, lags in self.seen if moment >= last - AT_THE_END]
        return {
            name: Lag(max(lags[name].events for lags in late), max(lags[name].seconds for lags in late))
            for name in FOLLOWERS
        }

    def _end(self) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        with psycopg.connect(self.database_url, autocommit=True) as connection:
            while True:
                ended = self._ended.wait(PAUSE)
                self.seen.append((time.monotonic(), lags(connection)))
                if ended:
                    return


def lags(connection: psycopg.Connection) -> dict[str, Lag]:
    """How far each follower of intake is behind now."""
    found = {}
    for follower in FOLLOWERS:
        [(handled,)] = connection.execute(HANDLED.format(follower=follower)).fetchall()
        # Planned for this very position, it reads the end of the index; prepared once, it would read all events.
        [(events, seconds)] = connection.execute(AHEAD, [handled], prepare=False).fetchall()
        found[follower] = Lag(int(events), float(seconds))
    return found


def await_caught_up(connection: psycopg.Connection) -> float:
    """Wait until nobody is behind; answers the seconds it took."""
    began = time.monotonic()
    until(
        lambda: not any(lag.events for lag in lags(connection).values()),
        "That every follower has caught up",
        CAUGHT_UP_WITHIN,
    )
    return time.monotonic() - began
