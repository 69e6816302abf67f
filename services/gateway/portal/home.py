"""The first page: for a customer the question what they need, for staff their workplace."""

from __future__ import annotations

from typing import Any

from flask import g, redirect, render_template, request

from services.gateway.login import signed_in
from services.gateway.portal.blueprint import portal
from services.gateway.portal.calls import gently
from services.gateway.portal.catalogue import EXAMPLES, find, looked_for, outline
from services.gateway.portal.layout import is_staff, workplace


@portal.route("/")
@signed_in
def home() -> Any:
    """Search in one's own words, choose a category or one of the four doors, see the latest notifications."""
    if is_staff():
        return redirect(workplace())
    words = looked_for(request.args)
    latest = g.bus.intake.list_notifications.call_async({"limit": 5})
    found = find(words) if words else None
    opening = gently(g.bus.catalog.get_opening)
    return render_template(
        "home.html",
        q=words,
        found=(found() or {"items": []})["items"] if found else None,
        groups=[] if words else outline(EXAMPLES),
        opening=opening(),
        latest=latest.result()["items"],
    )
