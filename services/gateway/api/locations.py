"""Locations over HTTP."""

from __future__ import annotations

from typing import Any

from flask import Response, g

from services.gateway.api.blueprint import ApiBlueprint, answer
from services.shared.contracts.intake import FindLocations
from services.shared.contracts.intake_views import LocationsView

blueprint = ApiBlueprint("locations", "Buildings, floors and rooms.")


@blueprint.operation("")
@blueprint.arguments(FindLocations, location="query")
@blueprint.response(200, LocationsView)
def find_locations(search: dict[str, Any]) -> Response:
    """Locations in whose path all these words occur; with `near`, those that come nearest when there is none."""
    return answer(g.bus.intake.find_locations(search))
