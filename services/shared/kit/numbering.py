"""Numbering what is registered, the same on both dialects: never the same number twice, though one may be skipped."""

from __future__ import annotations

from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

from eventlet.semaphore import Semaphore
from sqlalchemy import ColumnElement, Integer, Sequence, bindparam, func, select
from sqlalchemy.orm import Session

from services.shared.kit.made_once import MadeOnce
from services.shared.kit.session import DATABASE


def next_number(session: Session, sequence: Sequence, column: ColumnElement[Any]) -> int:
    """The next number of a series."""
    if session.get_bind().dialect.name == "postgresql":
        series = _series.setdefault(session.info[DATABASE], {})
        if sequence.name not in series:
            series[sequence.name] = _Series(sequence)
        return series[sequence.name].next(session)
    # SQLite has one writer at a time, and this is its transaction.
    [(last,)] = _last_value(column).rows(session)
    return int(last) + 1


class _Place:
    """Somebody who waits for a number."""

    number: int | None = None


class _Series:
    """The numbers of one sequence. Whoever asks the database asks for all who wait: one trip instead of many.

    When no answer comes all wait as long as the one who asked, which a connection that is lost ends in seconds.
    """

    def __init__(self, sequence: Sequence) -> None:
        self._values = _next_values(sequence)
        self._waiting: list[_Place] = []
        self._asking = Semaphore()

    def next(self, session: Session) -> int:
        mine = _Place()
        self._waiting.append(mine)
        with self._asking:
            if mine.number is None:
                self._give(mine, session)
        assert mine.number is not None
        return mine.number

    def _give(self, first: _Place, session: Session) -> None:
        # When the database does not answer this one, each of the others finds that it must ask for itself.
        waiting, self._waiting = self._waiting, []
        places = [first, *(place for place in waiting if place is not first)]
        numbers = self._values.rows(session, {"how_many": len(places)})
        for place, (number,) in zip(places, numbers, strict=True):
            place.number = number


_series: WeakKeyDictionary[Any, dict[str, _Series]] = WeakKeyDictionary()


@cache
def _last_value(column: ColumnElement[Any]) -> MadeOnce:
    return MadeOnce(select(func.coalesce(func.max(column), 0)))


@cache
def _next_values(sequence: Sequence) -> MadeOnce:
    how_many = func.generate_series(1, bindparam("how_many", type_=Integer))
    return MadeOnce(select(sequence.next_value()).select_from(how_many.alias()))
