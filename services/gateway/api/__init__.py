"""The JSON API under /api/v1: the services' own contracts over HTTP, described in OpenAPI 3.1."""

from __future__ import annotations

from flask import Flask

from services.gateway.api import (
    articles,
    catalogue,
    customers,
    docs,
    files,
    locations,
    notifications,
    reports,
    teams,
    work_orders,
)
from services.gateway.api.description import DescribedApi
from services.gateway.api.paths import CONVERTERS

BLUEPRINTS = (
    notifications.blueprint,
    work_orders.blueprint,
    catalogue.blueprint,
    catalogue.categories,
    articles.blueprint,
    articles.search,
    teams.blueprint,
    customers.blueprint,
    files.blueprint,
    locations.blueprint,
    reports.blueprint,
)


def register(app: Flask) -> None:
    """Give the application the API and its documentation."""
    app.url_map.converters.update({converter.name: converter for converter in CONVERTERS})
    api = DescribedApi.of(app)
    for blueprint in BLUEPRINTS:
        api.register_blueprint(blueprint)
    app.register_blueprint(docs.blueprint)
