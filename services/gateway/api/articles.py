"""Articles over HTTP, and one search over them and the catalogue."""

from __future__ import annotations

from typing import Any

from flask import Response

from services.gateway.api.blueprint import ApiBlueprint, answer
from services.gateway.audience import catalog
from services.shared.contracts.catalog import FindInCatalogue, Helped
from services.shared.contracts.catalog_views import ArticleView
from services.shared.contracts.finding_views import FoundView

blueprint = ApiBlueprint("articles", "Answers that can be given at once.")
search = ApiBlueprint("search", "Items and articles, by the words that people use for them.")


@blueprint.operation("/<code:code>")
@blueprint.response(200, ArticleView)
def get_article(code: str) -> Response:
    """One article; its body is Markdown."""
    return answer(catalog().get_article(code))


@blueprint.operation("/<code:code>/helped", "POST")
@blueprint.arguments(Helped)
@blueprint.response(200, ArticleView)
def rate_article(told: dict[str, Any], code: str) -> Response:
    """Say whether it was the answer."""
    return answer(catalog().rate_article(code, told))


@search.operation("")
@search.arguments(FindInCatalogue, location="query")
@search.response(200, FoundView)
def find_in_catalogue(asked: dict[str, Any]) -> Response:
    """Items and articles that fit these words, best first, typing mistakes forgiven."""
    return answer(catalog().find_in_catalogue(asked))
