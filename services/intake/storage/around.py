"""What a notification refers to: its customer and organisation, its place, its team, its catalogue item.

All of it is asked for whenever a notification is registered or shown, so it is one statement, made
once: SQLAlchemy takes longer to make a statement than a database to answer this one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import bindparam, literal, select
from sqlalchemy.orm import Session

from services.intake.storage.tables import CustomerRow, ItemCopy, LocationRow, OrganisationRow, TeamCopy
from services.shared.kit.made_once import MadeOnce
from services.shared.kit.remembered import Remembered
from services.shared.kit.session import DATABASE

# The tables themselves: SQLAlchemy does more for a statement about the classes that are mapped to them.
CUSTOMER, ORGANISATION, LOCATION = CustomerRow.__table__, OrganisationRow.__table__, LocationRow.__table__
TEAM, ITEM = TeamCopy.__table__, ItemCopy.__table__
SECONDS, AT_MOST = 2.0, 10_000
CHANGED = "surroundings_changed"
_remembered: WeakKeyDictionary[Any, Remembered[dict[str, Any]]] = WeakKeyDictionary()

# Who, where and which team: what a list shows of these is a part of what is known of them.
NAMED = (
    CUSTOMER.c.code.label("customer"),
    CUSTOMER.c.name.label("customer_name"),
    LOCATION.c.code.label("location"),
    LOCATION.c.name.label("location_name"),
    LOCATION.c.path.label("location_path"),
    TEAM.c.code.label("team"),
    TEAM.c.name.label("team_name"),
)
ONE_ROW = select(literal(1).label("one")).subquery()
AROUND = MadeOnce(
    select(
        *NAMED,
        CUSTOMER.c.email,
        CUSTOMER.c.phone,
        ORGANISATION.c.code.label("organisation"),
        ORGANISATION.c.name.label("organisation_name"),
        ITEM.c.code.label("item"),
        ITEM.c.version.label("item_version"),
        ITEM.c.name.label("item_name"),
        ITEM.c.category.label("item_category"),
        ITEM.c.questions.label("item_questions"),
        ITEM.c.more.label("item_more"),
        ITEM.c.retired.label("item_retired"),
    )
    .select_from(ONE_ROW)
    .outerjoin(CUSTOMER, CUSTOMER.c.code == bindparam("customer_code"))
    .outerjoin(ORGANISATION, ORGANISATION.c.code == CUSTOMER.c.organisation)
    .outerjoin(LOCATION, LOCATION.c.code == bindparam("location_code"))
    .outerjoin(TEAM, TEAM.c.code == bindparam("team_code"))
    .outerjoin(ITEM, ITEM.c.code == bindparam("item_code"))
)


@dataclass(frozen=True)
class Around:
    """What is known by the codes that were asked for, in the fields of the contracts; None for an unknown code."""

    customer: dict[str, Any] | None
    location: dict[str, Any] | None
    team: dict[str, Any] | None
    item: dict[str, Any] | None


class Surroundings:
    """What notifications refer to, as it was at most two seconds ago; what this process changes, it forgets.

    The names of people, places and teams hardly change, and are asked for with every notification.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.remembered = _remembered.setdefault(session.info[DATABASE], Remembered(SECONDS, AT_MOST))

    def of(self, customer: str, location: str | None, team: str | None = None, item: str | None = None) -> Around:
        """All that is known by these codes."""
        asked = {"customer": customer, "location": location, "team": team, "item": item}
        known = {kind: self.remembered.get((kind, code)) for kind, code in asked.items()}
        unknown = {kind: code for kind, code in asked.items() if code is not None and known[kind] is None}
        if unknown:
            (row,) = AROUND.rows(self.session, {f"{kind}_code": unknown.get(kind) for kind in asked})
            for kind, code in unknown.items():
                known[kind] = found = READ[kind](row)
                if found is not None and CHANGED not in self.session.info:
                    self.remembered.keep((kind, code), found)
        return Around(**known)


def forget_surroundings(session: Session) -> None:
    """Something that notifications refer to is changed in this transaction."""
    session.info[CHANGED] = True
    if remembered := _remembered.get(session.info[DATABASE]):
        remembered.forget_all()


def _customer(row: Any) -> dict[str, Any] | None:
    organisation = {"code": row.organisation, "name": row.organisation_name}
    person = {"code": row.customer, "name": row.customer_name, "email": row.email, "phone": row.phone}
    return person | {"organisation": organisation} if row.customer else None


def _location(row: Any) -> dict[str, Any] | None:
    return {"code": row.location, "name": row.location_name, "path": row.location_path} if row.location else None


def _team(row: Any) -> dict[str, Any] | None:
    return {"code": row.team, "name": row.team_name} if row.team else None


def _item(row: Any) -> dict[str, Any] | None:
    item = {
        "code": row.item,
        "version": row.item_version,
        "name": row.item_name,
        "category": row.item_category,
        "questions": row.item_questions,
        "retired": bool(row.item_retired),
        **(row.item_more or {}),
    }
    return item if row.item else None


READ: dict[str, Callable[[Any], dict[str, Any] | None]] = {
    "customer": _customer,
    "location": _location,
    "team": _team,
    "item": _item,
}
