"""Teams, work orders and what intake tells, for the tests of routing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from services.routing.domain.team import Team
from services.routing.domain.work_order import WorkOrder
from services.routing.storage.tables import Base
from services.routing.storage.work import RoutingWork
from services.routing.use_cases import define_team, make_work_order
from services.shared.actor import SERVICE, Actor
from services.shared.errors import DeskError
from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from services.shared.vocabulary import WorkStatus
from tests.desk import ADMIN
from tests.refusals import all_rows, refusal_without_a_trace

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=10)
CLEANER = Actor("fatima", "Fatima El Idrissi", ("specialist",), teams=("POETS",))
ANSWERS = [
    {
        "code": "aantal",
        "question": {"nl": "Hoeveel lampen zijn er uit?", "en": "How many lamps are out?"},
        "answer": {"nl": "2", "en": "2"},
    },
    {
        "code": "trap",
        "question": {"nl": "Is er een trap nodig?", "en": "Is a ladder needed?"},
        "answer": {"nl": "Ja", "en": "Yes"},
    },
]
TECHNIEK = Team("TECHNIEK", {"nl": "Technische dienst", "en": "Technical services"}, ("ELEKTRA", "KLIMAAT"))
POETS = Team("POETS", {"nl": "Schoonmaak", "en": "Cleaning"}, ("SCHOON",), fallback=True)


def moment(**later: float) -> datetime:
    """So much later than the start of these tests."""
    return NOW + timedelta(**later)


def a_work_order(**different: Any) -> WorkOrder:
    """A work order on offer to the technical team."""
    as_usual = WorkOrder(
        number="W26-000001",
        notification="M26-000001",
        round=1,
        team="TECHNIEK",
        status=WorkStatus.OFFERED,
        kind="malfunction",
        summary="Lamp boven mijn bureau is uit",
        description="",
        made_at=NOW,
    )
    return replace(as_usual, **different)


def told_forwarded(**different: Any) -> dict[str, Any]:
    """What intake tells of a forwarded notification, as its contract loads it."""
    as_usual = {
        "number": "M26-000001",
        "at": NOW,
        "round": 1,
        "kind": "malfunction",
        "summary": "Lamp boven mijn bureau is uit",
        "description": "Sinds maandag.",
        "location": "Stadhuis › Vergaderzaal De Brug",
        "urgency": "high",
        "category": "ELEKTRA",
        "team": None,
        "remark": "Ladder mee",
        "contact_point": "Anouk Terpstra",
        "answers": ANSWERS,
    }
    return as_usual | different


def routing(config: Config, actor: Actor = SERVICE, **told: Any) -> AbstractContextManager[RoutingWork]:
    """One transaction of routing on behalf of `actor`."""
    return RoutingWork.begin(database_of(config, "routing"), actor, **told)


def looking(config: Config, actor: Actor = SERVICE) -> AbstractContextManager[RoutingWork]:
    """A look at routing on behalf of `actor`."""
    return RoutingWork.look(database_of(config, "routing"), actor)


def lay_the_ground(config: Config) -> None:
    """Two teams, one of which gets what no rule sends elsewhere."""
    with routing(config, ADMIN) as work:
        for team in (TECHNIEK, POETS):
            define_team(work, team.code, team.name, list(team.categories), team.fallback, NOW)


def forwarded(config: Config, **different: Any) -> None:
    """Intake tells that a notification was forwarded."""
    with routing(config) as work:
        make_work_order(work, told_forwarded(**different), moment(minutes=1))


def kept(config: Config, number: str = "W26-000001") -> WorkOrder:
    """A work order as it is kept."""
    with looking(config) as work:
        return work.work_orders.look(number)


def told_by(config: Config) -> list[str]:
    """The names of all events in routing's journal, in order."""
    with looking(config) as work:
        journal = work.tables.journal
        return list(work.session.scalars(select(journal.c.name).order_by(journal.c.id)))


def everything(config: Config) -> dict[str, list[str]]:
    """All that routing keeps, table by table."""
    with looking(config) as work:
        return all_rows(work, Base.metadata)


def refusal_of(config: Config, actor: Actor, step: Callable[[RoutingWork], object]) -> DeskError:
    """Why this step cannot be taken; also asserts that nothing was kept or told."""
    return refusal_without_a_trace(lambda: routing(config, actor), step, lambda: everything(config))
