"""What routing does: it knows the teams, gives them work, and tells how they get on."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from services.routing.domain.team import Team, team_for
from services.routing.domain.work_order import WorkOrder
from services.routing.storage.work import RoutingWork
from services.shared.errors import Forbidden, NotFound
from services.shared.vocabulary import WorkStatus


def define_team(
    work: RoutingWork, code: str, name: dict[str, str], categories: list[str], fallback: bool, now: datetime
) -> Team:
    """Make or change a team."""
    if not work.actor.has("admin", "manager"):
        raise Forbidden("Only a manager or an administrator may define a team.")
    team = Team(code, name, tuple(categories), fallback)
    work.teams.keep(team)
    work.journal.add("team_defined", subject=code, occurred_at=now, code=code, name=name)
    return team


def make_work_order(work: RoutingWork, told: dict[str, Any], now: datetime) -> None:
    """Give a forwarded notification to the right team; a forwarding that was heard before changes nothing."""
    if work.work_orders.has_round(told["number"], told["round"]):
        return
    team = team_for(work.teams.all(), told["team"], told["category"])
    digits, number = work.work_orders.next_number(now)
    order = WorkOrder(
        number=number,
        notification=told["number"],
        round=told["round"],
        team=team.code,
        status=WorkStatus.OFFERED,
        kind=told["kind"],
        summary=told["summary"],
        description=told["description"],
        answers=told["answers"],
        location=told["location"],
        urgency=told["urgency"],
        remark=told["remark"] or None,
        contact_point=told["contact_point"],
        made_at=now,
    )
    work.work_orders.add(digits, order)
    work.journal.add(
        "work_order_made",
        subject=number,
        occurred_at=now,
        number=number,
        notification=order.notification,
        team=team.code,
        made_at=now,
    )


def cancel_work_orders(work: RoutingWork, notification: str, now: datetime) -> None:
    """What the back office still had to do for a cancelled notification is not needed any more."""
    for order in work.work_orders.open_of(notification):
        work.work_orders.save(order.cancelled(now))
        _tell(work, "work_order_cancelled", order, now)


def correct_work_orders(work: RoutingWork, notification: str, kind: str) -> None:
    """What the back office still has to do is of the kind that the desk says it is; what is done stays as it was."""
    for order in work.work_orders.open_of(notification):
        work.work_orders.save(replace(order, kind=kind))


def accept_work_order(work: RoutingWork, number: str, now: datetime) -> WorkOrder:
    """A specialist will do it."""
    order = _held(work, number).accepted(work.actor, now)
    return _step(work, order, "work_order_accepted", now, by=work.actor.name)


def start_work_order(work: RoutingWork, number: str, now: datetime) -> WorkOrder:
    """A specialist is at it."""
    order = _held(work, number).started(work.actor, now)
    return _step(work, order, "work_order_started", now, by=work.actor.name)


def complete_work_order(work: RoutingWork, number: str, solution: str, now: datetime) -> WorkOrder:
    """It is done; the customer reads the solution."""
    order = _held(work, number).completed(solution, work.actor, now)
    return _step(work, order, "work_order_completed", now, by=work.actor.name, solution=solution)


def look_up(work: RoutingWork, number: str) -> WorkOrder:
    """One work order; raises NotFound also when this actor may not know of it."""
    return _in_sight(work, work.work_orders.look(number))


def _held(work: RoutingWork, number: str) -> WorkOrder:
    return _in_sight(work, work.work_orders.get(number))


def _in_sight(work: RoutingWork, order: WorkOrder) -> WorkOrder:
    if not order.in_sight_of(work.actor):
        raise NotFound(f"There is no work order {order.number}.")
    return order


def _step(work: RoutingWork, order: WorkOrder, event: str, now: datetime, **told: Any) -> WorkOrder:
    work.work_orders.save(order)
    _tell(work, event, order, now, **told)
    return order


def _tell(work: RoutingWork, event: str, order: WorkOrder, now: datetime, **told: Any) -> None:
    work.journal.add(
        event,
        subject=order.number,
        occurred_at=now,
        number=order.number,
        notification=order.notification,
        team=order.team,
        at=now,
        **told,
    )
