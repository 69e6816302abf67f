"""How notifications with certain words are found on PostgreSQL: the newest first, or by the index.

Words that many notifications have are soon met on the way back from the newest one; for rare words
the index on pieces of words is quicker. Each takes 20 ms and more where the other takes one. PostgreSQL
itself knows too little to choose: of a word it knows in which of a hundred whole texts it occurs, and
for a first and a last name it takes the one as independent of the other. So a few hundred of the newest
are asked how many of them have the words, and the statement is written so that there is no choice left.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import Select, Text, bindparam, func, literal, select
from sqlalchemy.orm import Session

from services.intake.storage.tables import NotificationRow
from services.shared.kit.search import contains, searched_words

TABLE = NotificationRow.metadata.tables["intake.notification"]
SAMPLE = 300
# With this share of them a page of fifty is full after some three thousand notifications. That takes as long as it
# takes to read as many by the index.
MANY = 5
# Beyond this it seems that the words are in the newest only, or that few of those who have them are asked for.
AT_MOST = 6000

NEWEST = select(TABLE.c.words).order_by(TABLE.c.id.desc()).limit(literal(SAMPLE, literal_execute=True)).subquery()


def ways_to_find(
    session: Session, ids: Select[Any], asked: str, before: int | None, limit: int
) -> Iterator[Select[Any]]:
    """Statements for the newest `limit` of these ids that have all these words, given `ids` only holds those `before`.

    There is a next one to try for when one finds less than that.
    """
    words = searched_words(asked)
    given = {f"word_{n}": word for n, word in enumerate(words)}
    # Written into the statement: PostgreSQL takes an unknown limit for a tenth of all there are.
    at_most = literal(limit, literal_execute=True)
    if (session.scalar(_sample(len(words)), given) or 0) >= MANY:
        newest = select(func.max(TABLE.c.id)).scalar_subquery() if before is None else before
        # No index knows this function.
        has = [func.strpos(TABLE.c.words, word) > 0 for word in words]
        yield ids.where(TABLE.c.id > newest - AT_MOST, *has).order_by(TABLE.c.id.desc()).limit(at_most)
    # What has an offset is found as a whole before it is put in order, so there is no walking along the order.
    rare = ids.where(*contains(TABLE.c.words, asked)).offset(0).subquery()
    yield select(rare.c.id).order_by(rare.c.id.desc()).limit(at_most)


@cache
def _sample(words: int) -> Select[Any]:
    has = (func.strpos(NEWEST.c.words, bindparam(f"word_{n}", type_=Text)) > 0 for n in range(words))
    return select(func.count()).select_from(NEWEST).where(*has)
