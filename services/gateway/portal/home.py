"""The first page: for a customer the question what they need, for staff their workplace."""

from __future__ import annotations

from typing import Any

from flask import g, redirect, render_template, request

from services.gateway.login import signed_in
from services.gateway.portal.blueprint import portal
from services.gateway.portal.calls import gently
from services.gateway.portal.layout import is_staff, workplace


@portal.route("/")
@signed_in
def home() -> Any:
    """Search the catalogue, choose one of the four doors, see the latest notifications."""
    if is_staff():
        return redirect(workplace())
    words = request.args.get("q", "").strip()[:200]
    latest = g.bus.intake.list_notifications.call_async({"limit": 5})
    found = gently(g.bus.catalog.find_items, {"q": words, "limit": 12}) if words else None
    items = (found() or {"items": []})["items"] if found else None
    return render_template("home.html", q=words, items=items, latest=latest.result()["items"])
