"""Pages of notifications: filtered, in sight, with certain words, the newest first.

For each way of asking there is one statement, whatever the values, which is made once: SQLAlchemy takes
longer to make one than PostgreSQL to answer most of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Select, any_, bindparam, func, or_, select
from sqlalchemy.orm import Session

from services.intake.domain.sight import Sight
from services.intake.storage.around import CUSTOMER, LOCATION, NAMED, TEAM
from services.intake.storage.searching import has_words, many_have, pieces, ways_to_find
from services.intake.storage.tables import NotificationRow, WorkOrderCopy
from services.shared.kit.made_once import MadeOnce
from services.shared.kit.search import digits_of, searched_words

TABLE = NotificationRow.metadata.tables["intake.notification"]
ORDER = WorkOrderCopy.__table__
FILTERS = ("kind", "channel", "team", "customer", "location")
STATEMENTS = 1000

LINE = (
    select(
        *(TABLE.c[name] for name in ("number", "kind", "channel", "status", "summary", "contact_point", "urgency")),
        TABLE.c.registered_at,
        TABLE.c.changed_at,
        *NAMED,
    )
    .join(CUSTOMER, CUSTOMER.c.code == TABLE.c.customer)
    .outerjoin(LOCATION, LOCATION.c.code == TABLE.c.location)
    .outerjoin(TEAM, TEAM.c.code == TABLE.c.team)
)


class Line(NamedTuple):
    """What a list shows of a notification, in the order of `LINE`."""

    number: str
    kind: str
    channel: str
    status: str
    summary: str
    contact_point: str | None
    urgency: str | None
    registered_at: datetime
    changed_at: datetime
    customer: str
    customer_name: str
    location: str | None
    location_name: str | None
    location_path: str | None
    team: str | None
    team_name: dict[str, Any] | None


class Asked(NamedTuple):
    """What makes one page need another statement than the next."""

    everything: bool
    teams: bool
    filters: tuple[str, ...]
    later_page: bool
    words: int
    limit: int


def page(
    session: Session, sight: Sight, asked: dict[str, Any], after: str | None, limit: int
) -> tuple[Sequence[Line], str | None]:
    """The newest `limit` in sight after number `after`, and the number to go on after."""
    words = searched_words(asked.get("q", ""))
    filters = [name for name in ("status", *FILTERS) if asked.get(name)]
    values: dict[str, Any] = {
        "my_customer": sight.customer,
        "my_teams": sight.teams,
        "statuses": [str(status) for status in asked.get("status") or ()],
        "before": None if after is None else digits_of(after),
        **{name: str(asked[name]) for name in FILTERS if name in filters},
        **pieces(words),
    }
    how = Asked(sight.everything, bool(sight.teams), tuple(filters), after is not None, len(words), limit + 1)
    rows: Sequence[Line] = []
    for statement in _statements(session, how, words):
        rows = statement.rows(session, values)
        if len(rows) > limit:
            break
    found = rows[:limit]
    return found, found[-1].number if len(rows) > limit else None


def _statements(session: Session, how: Asked, words: Sequence[str]) -> Iterator[MadeOnce]:
    """Statements for a page; there is a next one to try for when one does not fill it."""
    if how.words and session.get_bind().dialect.name == "postgresql":
        newest, by_index = _searches(how)
        if many_have(session, words):
            yield newest
        yield by_index
    else:
        yield _listing(how)


@lru_cache(STATEMENTS)
def _listing(how: Asked) -> MadeOnce:
    # The limit is a value, which makes one plan for whatever is asked look dear to PostgreSQL, so it goes on planning
    # for what is asked. The one plan takes twenty times as long for some teams.
    found = _asked_for(LINE, how).where(*has_words(how.words)).order_by(TABLE.c.id.desc())
    return MadeOnce(found.limit(how.limit), Line)


@lru_cache(STATEMENTS)
def _searches(how: Asked) -> tuple[MadeOnce, ...]:
    ids = _asked_for(select(TABLE.c.id), how)
    return tuple(
        MadeOnce(_lines_of(way), Line) for way in ways_to_find(ids, how.words, how.limit, later_page=how.later_page)
    )


def _lines_of(ids: Select[Any]) -> Select[Any]:
    """The lines with these ids. Names are joined to what was found only, and not to all that has the words."""
    found = func.array(ids.correlate(None).scalar_subquery())
    return LINE.where(TABLE.c.id == any_(found)).order_by(TABLE.c.id.desc())


def _asked_for(statement: Select[Any], how: Asked) -> Select[Any]:
    if not how.everything:
        worked_on = select(ORDER.c.notification).where(ORDER.c.team.in_(bindparam("my_teams", expanding=True)))
        own = TABLE.c.customer == bindparam("my_customer")
        statement = statement.where(or_(own, TABLE.c.number.in_(worked_on)) if how.teams else own)
    for name in how.filters:
        if name == "status":
            statement = statement.where(TABLE.c.status.in_(bindparam("statuses", expanding=True)))
        else:
            statement = statement.where(TABLE.c[name] == bindparam(name))
    return statement.where(TABLE.c.id < bindparam("before")) if how.later_page else statement
