"""How notifications with certain words are found on PostgreSQL: the newest first, or by the index.

Words that many notifications have are soon met on the way back from the newest one; for rare words
the index on pieces of words is quicker. Each takes 20 ms and more where the other takes one. PostgreSQL
itself knows too little to choose: of a word it knows in which of a hundred whole texts it occurs, and
for a first and a last name it takes the one as independent of the other. So it is counted how many of a few
hundred of the newest have the words, and each statement is written so that there is no choice left.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import ColumnElement, Integer, Select, Text, bindparam, func, literal_column, select
from sqlalchemy.orm import Session

from services.intake.storage.tables import NotificationRow
from services.shared.kit.remembered import Remembered
from services.shared.kit.search import ESCAPE, pattern_of
from services.shared.kit.session import DATABASE

TABLE = NotificationRow.metadata.tables["intake.notification"]
SAMPLE = 300
# With this share of them a page of fifty is full after some five thousand notifications. That takes less than it
# takes to read a thousand by the index.
MANY = 3
# Beyond this it seems that the words are in the newest only, or that few of those who have them are asked for.
AT_MOST = 12_000

SECONDS = 10.0
NEWEST = select(TABLE.c.words).order_by(TABLE.c.id.desc()).limit(literal_column(str(SAMPLE), Integer))
_samples: WeakKeyDictionary[Any, Remembered[Sequence[str]]] = WeakKeyDictionary()


def pieces(words: Sequence[str]) -> dict[str, str]:
    """The values that the statements here are executed with."""
    patterns = {f"pattern_{n}": pattern_of(word) for n, word in enumerate(words)}
    return patterns | {f"word_{n}": word for n, word in enumerate(words)}


def has_words(words: int, escape: str | None = ESCAPE) -> list[ColumnElement[bool]]:
    """Conditions that a notification has all of so many words, for which the index may be used."""
    # As a query within the query a pattern is not known when PostgreSQL makes its plan, so one plan serves for all.
    patterns = (select(bindparam(f"pattern_{n}", type_=Text)).scalar_subquery() for n in range(words))
    return [TABLE.c.words.like(pattern, escape=escape) for pattern in patterns]


def many_have(session: Session, words: Sequence[str]) -> bool:
    """Whether these words are common, by the newest notifications of some seconds ago."""
    samples = _samples.setdefault(session.info[DATABASE], Remembered(SECONDS, 1))
    sample = samples.get(SAMPLE)
    if sample is None:
        sample = session.scalars(NEWEST).all()
        samples.keep(SAMPLE, sample)
    return sum(all(word in text for word in words) for text in sample) >= MANY


def ways_to_find(ids: Select[Any], words: int, limit: int, *, later_page: bool) -> tuple[Select[Any], Select[Any]]:
    """Statements for the newest `limit` of these ids that have so many words: for common words, and for rare ones.

    The first looks only so far back, so when it finds less the second one is needed all the same.
    """
    # Written into the statement: PostgreSQL takes an unknown limit for a tenth of all there are.
    at_most = literal_column(str(limit), Integer)
    newest = bindparam("before") if later_page else select(func.max(TABLE.c.id)).scalar_subquery()
    common = ids.where(TABLE.c.id > newest - AT_MOST, *_found_in(TABLE.c.words, words)).order_by(TABLE.c.id.desc())
    # What has an offset is found as a whole before it is put in order, so there is no walking along the order.
    # PostgreSQL escapes with the same character by itself; told to, it does so anew for each notification.
    rare = ids.where(*has_words(words, escape=None)).offset(0).subquery()
    return common.limit(at_most), select(rare.c.id).order_by(rare.c.id.desc()).limit(at_most)


def _found_in(text: ColumnElement[str], words: int) -> list[ColumnElement[bool]]:
    # No index knows this function.
    return [func.strpos(text, bindparam(f"word_{n}", type_=Text)) > 0 for n in range(words)]
