"""The portal's blueprint, in a module of its own so that every view module can import it."""

from __future__ import annotations

from flask import Blueprint

portal = Blueprint("portal", __name__, template_folder="templates", static_folder="static", static_url_path="/static")
