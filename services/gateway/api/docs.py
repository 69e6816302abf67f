"""The API's documentation to read in a browser, from a packaged Swagger UI: nothing comes from another site."""

from __future__ import annotations

import openapi_ui_bundles
from flask import Blueprint, Response, abort, render_template, send_from_directory
from openapi_ui_bundles import swagger_ui

VERSION = openapi_ui_bundles.__version__
FILES = ("swagger-ui.css", "swagger-ui-bundle.js")

blueprint = Blueprint(
    "docs",
    __name__,
    url_prefix="/api/docs",
    template_folder="templates",
    static_folder="static",
    static_url_path="/static",
)


@blueprint.get("")
def read() -> str:
    """The page itself."""
    return render_template("docs.html", version=VERSION)


@blueprint.get("/ui/<version>/<name>")
def ui(version: str, name: str) -> Response:
    """One of Swagger UI's files; its address names the version, so it never changes."""
    if version != VERSION or name not in FILES:
        abort(404)
    file = send_from_directory(swagger_ui.static_path, name)
    file.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return file
