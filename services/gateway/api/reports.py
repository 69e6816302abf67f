"""Reports over HTTP."""

from __future__ import annotations

from typing import Any

from flask import Response, g

from services.gateway.api.blueprint import ApiBlueprint, answer
from services.shared.contracts.reporting import FactsheetPeriod, FactsheetView

blueprint = ApiBlueprint("reports", "How the desk does, in figures.")


@blueprint.operation("/factsheet")
@blueprint.arguments(FactsheetPeriod, location="query")
@blueprint.response(200, FactsheetView)
def get_factsheet(period: dict[str, Any]) -> Response:
    """How the desk did from one day to another, both included."""
    return answer(g.bus.reporting.get_factsheet(period))
