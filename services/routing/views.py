"""How routing shows what it keeps, in the shapes of the contracts."""

from __future__ import annotations

from typing import Any

from services.routing.domain.team import Team
from services.routing.domain.work_order import WorkOrder
from services.routing.storage.work import RoutingWork
from services.shared.contracts.routing import TeamsView, WorkOrdersView, WorkOrderView


def teams(work: RoutingWork) -> dict[str, Any]:
    """All teams."""
    return TeamsView.show({"items": work.teams.all()})


def work_order(work: RoutingWork, order: WorkOrder) -> dict[str, Any]:
    """A work order with what the caller may do with it now."""
    named = work.teams.named({order.team})
    return WorkOrderView.show(_merged(order, named) | {"actions": order.steps_for(work.actor)})


def work_orders(work: RoutingWork, asked: dict[str, Any]) -> dict[str, Any]:
    """A page of the work orders the caller may see."""
    found, following = work.work_orders.page(work.actor, asked, asked["after"], asked["limit"])
    named = work.teams.named({order.team for order in found})
    return WorkOrdersView.show({"items": [_merged(order, named) for order in found], "next": following})


def _merged(order: WorkOrder, named: dict[str, Team]) -> dict[str, Any]:
    fields = {name: getattr(order, name) for name in WorkOrder.__dataclass_fields__}
    return fields | {"team": named[order.team]}
