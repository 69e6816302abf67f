"""What became of what Balie suggested: how often it was kept, and what it was corrected to, for the keepers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from flask import g, render_template

from services.gateway.audience import catalog
from services.gateway.login import role_needed
from services.gateway.portal.blueprint import portal
from services.gateway.portal.calls import gently
from services.gateway.portal.format import now
from services.gateway.portal.keeping import KEEPERS
from services.gateway.portal.language import current_language

DAYS = 90
MOST_NAMED = 40


@portal.route("/keep/suggestions")
@role_needed(*KEEPERS)
def keep_suggestions() -> Any:
    """How many suggestions were kept and corrected in the last three months, and the pairs that were corrected."""
    today = now().date()
    found = g.bus.reporting.list_suggestions(
        {"from": (today - timedelta(days=DAYS - 1)).isoformat(), "to": today.isoformat()}
    )
    corrected = [pair for pair in found["pairs"] if pair["suggested"] != pair["became"]]
    pairs = {about: [pair for pair in corrected if pair["about"] == about] for about in ("kind", "item")}
    codes = {code for pair in pairs["item"] for code in (pair["suggested"], pair["became"]) if code}
    entries = [{"kind": "item", "code": code} for code in sorted(codes)[:MOST_NAMED]]
    asked = {"entries": entries, "language": current_language()}
    named = gently(catalog().name_entries, asked)() if entries else None
    names = {one["code"]: one["title"] for one in (named or {"items": []})["items"]}
    return render_template("keep/suggestions.html", found=found, pairs=pairs, names=names, days=DAYS)
