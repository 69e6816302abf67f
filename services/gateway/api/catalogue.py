"""The catalogue over HTTP."""

from __future__ import annotations

from typing import Any

from flask import Response, g

from services.gateway.api.blueprint import ApiBlueprint, answer
from services.shared.contracts.base import Search
from services.shared.contracts.catalog import ItemsView, ItemView

blueprint = ApiBlueprint("catalogue", "What the facility organisation offers.")


@blueprint.operation("")
@blueprint.arguments(Search, location="query")
@blueprint.response(200, ItemsView)
def find_items(search: dict[str, Any]) -> Response:
    """Items in which all these words occur."""
    return answer(g.bus.catalog.find_items(search))


@blueprint.operation("/<code:code>")
@blueprint.response(200, ItemView)
def get_item(code: str) -> Response:
    """One item, with the questions to answer when asking for it."""
    return answer(g.bus.catalog.get_item(code))
