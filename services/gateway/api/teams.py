"""Teams over HTTP."""

from __future__ import annotations

from flask import Response, g

from services.gateway.api.blueprint import ApiBlueprint, answer
from services.shared.contracts.routing import TeamsView

blueprint = ApiBlueprint("teams", "The groups of specialists of the back office.")


@blueprint.operation("")
@blueprint.response(200, TeamsView)
def list_teams() -> Response:
    """All teams."""
    return answer(g.bus.routing.list_teams())
