"""A follower that has handled what its source does not have says so, and is not taken for one that is done."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.shared.kit.following import AHEAD, Following
from services.shared.kit.relay import move_cursor
from tests.shared.kit.probe import KIT, NOON, ProbeWork, event, events, journal_of


class Ahead:
    """A follower of `origin`, whose cursor is where a test wants it."""

    def __init__(self, database, origin):
        self.database, self.origin, self.now, self.asked = database, origin, NOON, 0
        self.following = Following(
            "origin", database, ProbeWork, {}, journal_of(origin), clock=lambda: self.now, end=self._end
        )

    def _end(self):
        self.asked += 1
        return self.origin[-1].position if self.origin else 0

    def at(self, position):
        with self.database.transaction() as session:
            move_cursor(session, KIT, "origin", position)


@pytest.fixture
def ahead(database):
    return Ahead(database, events(["M1", "M2", "M1"]))


def told_of(logs):
    return [line for line in logs if line["event"] == "follower.ahead"]


def test_being_ahead_is_told_with_both_positions_and_what_to_do(ahead, logs):
    ahead.at(7)
    assert ahead.following.catch_up() == 0
    assert told_of(logs) == [
        {
            "event": "follower.ahead",
            "log_level": "error",
            "service": "probe",
            "source": "origin",
            "position": 7,
            "source_ends_at": 3,
            "what_to_do": AHEAD,
        }
    ]
    assert ahead.following.position() == 7


def test_it_is_told_once_a_minute_until_it_is_mended(ahead, logs):
    ahead.at(7)
    for _ in range(3):
        ahead.following.catch_up()
    assert (len(told_of(logs)), ahead.asked) == (1, 1)
    ahead.now += timedelta(minutes=1)
    ahead.following.catch_up()
    assert (len(told_of(logs)), ahead.asked) == (2, 2)
    ahead.origin.extend(event(position) for position in (4, 5, 6, 7))
    ahead.now += timedelta(minutes=1)
    ahead.following.catch_up()
    assert (len(told_of(logs)), ahead.asked) == (2, 3)


def test_who_is_done_or_has_news_is_not_ahead(ahead, logs):
    assert ahead.following.catch_up() == 3
    assert ahead.asked == 0
    assert ahead.following.catch_up() == 0
    assert (told_of(logs), ahead.asked) == ([], 1)
