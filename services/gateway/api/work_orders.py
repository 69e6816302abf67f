"""Work orders over HTTP: what the back office has to do, and doing it."""

from __future__ import annotations

from typing import Any

from flask import Response, g

from services.gateway.api.blueprint import ApiBlueprint, answer
from services.shared.contracts import routing as contract

blueprint = ApiBlueprint("work-orders", "A team's part of a notification.")
View, Page = contract.WorkOrderView, contract.WorkOrdersView


@blueprint.operation("")
@blueprint.arguments(contract.ListWorkOrders, location="query")
@blueprint.response(200, Page)
def list_work_orders(filters: dict[str, Any]) -> Response:
    """The work orders you may see, newest first."""
    return answer(g.bus.routing.list_work_orders(filters))


@blueprint.operation("/<work_order:number>")
@blueprint.response(200, View)
def get_work_order(number: str) -> Response:
    """One work order."""
    return answer(g.bus.routing.get_work_order(number))


@blueprint.operation("/<work_order:number>/accept", "POST")
@blueprint.response(200, View)
def accept_work_order(number: str) -> Response:
    """Accept it: it is yours now."""
    return answer(g.bus.routing.accept_work_order(number))


@blueprint.operation("/<work_order:number>/start", "POST")
@blueprint.response(200, View)
def start_work_order(number: str) -> Response:
    """Start on it."""
    return answer(g.bus.routing.start_work_order(number))


@blueprint.operation("/<work_order:number>/complete", "POST")
@blueprint.arguments(contract.CompleteWorkOrder)
@blueprint.response(200, View)
def complete_work_order(told: dict[str, Any], number: str) -> Response:
    """Complete it, and say what was done."""
    return answer(g.bus.routing.complete_work_order(number, told))
