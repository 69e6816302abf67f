"""The first page: for a customer the question what they need, for staff their workplace."""

from __future__ import annotations

from typing import Any

from flask import g, redirect, render_template, request

from services.gateway.audience import catalog
from services.gateway.login import signed_in
from services.gateway.portal.blueprint import portal
from services.gateway.portal.calls import gently
from services.gateway.portal.catalogue import EXAMPLES, find, looked_for, outline
from services.gateway.portal.language import current_language
from services.gateway.portal.layout import is_staff, workplace

# Some of what is asked most may not be for this reader, so a few more are asked for than are shown.
FEWEST_ASKED, MOST_ASKED, MOST_LOOKED_AT = 4, 6, 12


@portal.route("/")
@signed_in
def home() -> Any:
    """Search in one's own words, choose a category or one of the four doors, see the latest notifications."""
    if is_staff():
        return redirect(workplace())
    words = looked_for(request.args)
    latest = g.bus.intake.list_notifications.call_async({"limit": 5})
    found = find(words) if words else None
    opening, desk = gently(g.bus.catalog.get_opening), gently(g.bus.intake.get_desk)
    asked = [] if words else most_asked()
    return render_template(
        "home.html",
        q=words,
        found=(found() or {"items": []})["items"] if found else None,
        groups=[] if words else outline(EXAMPLES),
        opening=opening(),
        desk=desk(),
        asked=asked,
        latest=latest.result()["items"],
    )


def most_asked() -> list[dict[str, Any]]:
    """What others asked for most this week and this reader may see; nothing when that is too little, or not known."""
    asked = gently(g.bus.reporting.list_most_asked, {"limit": MOST_LOOKED_AT})()
    entries = [{"kind": one["kind"], "code": one["code"]} for one in (asked or {"items": []})["items"]]
    if len(entries) < FEWEST_ASKED:
        return []
    named = gently(catalog().name_entries, {"entries": entries, "language": current_language()})()
    found = (named or {"items": []})["items"][:MOST_ASKED]
    return found if len(found) >= FEWEST_ASKED else []
