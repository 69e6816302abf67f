"""The catalogue over HTTP: finding, reading, and checking a request before it is made."""

from __future__ import annotations

from typing import Any

from flask import Response, g

from services.gateway import files
from services.gateway.api.blueprint import ApiBlueprint, answer
from services.gateway.audience import catalog
from services.shared.contracts.catalog import CheckAnswers, FindItems
from services.shared.contracts.catalog_views import CategoriesView, CheckedView, ItemsView, ItemView

blueprint = ApiBlueprint("catalogue", "What the facility organisation offers.")
categories = ApiBlueprint("categories", "The groups that catalogue items are in.")


@blueprint.operation("")
@blueprint.arguments(FindItems, location="query")
@blueprint.response(200, ItemsView)
def find_items(search: dict[str, Any]) -> Response:
    """The items that fit these words, best first; without words all, by name."""
    return answer(catalog().find_items(search))


@blueprint.operation("/<code:code>")
@blueprint.response(200, ItemView)
def get_item(code: str) -> Response:
    """One item, with the questions to answer when asking for it."""
    return answer(catalog().get_item(code))


@blueprint.operation("/<code:code>/check", "POST")
@blueprint.arguments(CheckAnswers)
@blueprint.response(200, CheckedView)
def check_request(told: dict[str, Any], code: str) -> Response:
    """Say which answers are still missing or unclear, by the rules that a registration meets."""
    return answer(
        g.bus.intake.check_request(told | {"catalogue_item": code, "answers": files.referring(told["answers"])})
    )


@categories.operation("")
@categories.response(200, CategoriesView)
def list_categories() -> Response:
    """Every category, by code."""
    return answer(g.bus.catalog.list_categories())
