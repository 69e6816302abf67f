"""Customers over HTTP."""

from __future__ import annotations

from typing import Any

from flask import Response, g

from services.gateway.api.blueprint import ApiBlueprint, answer
from services.shared.contracts.base import Search
from services.shared.contracts.intake_views import CustomersView

blueprint = ApiBlueprint("customers", "The people the desk serves.")


@blueprint.operation("")
@blueprint.arguments(Search, location="query")
@blueprint.response(200, CustomersView)
def find_customers(search: dict[str, Any]) -> Response:
    """Customers in whose name, code, address or telephone number all these words occur."""
    return answer(g.bus.intake.find_customers(search))
