"""The agents' queue."""

from __future__ import annotations

import re
from typing import Any

from flask import g, redirect, render_template, request, url_for
from flask_babel import lazy_gettext as _l

from services.gateway.login import role_needed
from services.gateway.portal.blueprint import portal
from services.gateway.portal.calls import gently
from services.gateway.portal.errors import status_of
from services.gateway.portal.forms import Problems
from services.shared.errors import Invalid
from services.shared.vocabulary import Channel, Kind, Status

# Each tab is a stage of the work; all of them together are the last one.
TABS: dict[str, tuple[Any, tuple[Status, ...]]] = {
    "todo": (_l("To do"), (Status.NEW, Status.AT_DESK)),
    "waiting": (_l("With customer"), (Status.WITH_CUSTOMER,)),
    "forwarded": (_l("At the back office"), (Status.FORWARDED,)),
    "ready": (_l("Ready"), (Status.READY,)),
    "all": (_l("All"), ()),
}


def _number(words: str) -> str | None:
    """The notification's number that these words are, also when it is written in short: 'm26-243', '26-243'."""
    found = re.fullmatch(r"(?:m\s*)?(\d{2})-(\d{1,6})", words, re.ASCII | re.IGNORECASE)
    return f"M{found[1]}-{int(found[2]):06d}" if found else None


@portal.route("/desk")
@role_needed("agent", "manager", "account_manager", "admin")
def desk() -> Any:
    """What waits for the desk, filtered."""
    chosen = {name: request.args.get(name, "").strip() for name in ("status", "kind", "channel", "team", "q")}
    tab = request.args.get("tab", "")
    tab = tab if tab in TABS else ("all" if chosen["status"] else "todo")
    if (number := _number(chosen["q"])) and gently(g.bus.intake.get_notification, number)():
        return redirect(url_for("portal.notification", number=number))
    statuses = [chosen["status"]] if tab == "all" and chosen["status"] else list(TABS[tab][1])
    filters = {
        "status": statuses,
        "kind": chosen["kind"] or None,
        "channel": chosen["channel"] or None,
        "team": chosen["team"] or None,
        "q": chosen["q"],
        "after": request.args.get("after") or None,
        "limit": 50,
    }
    teams = gently(g.bus.routing.list_teams)
    problems = Problems()
    found: dict[str, Any] = {"items": [], "next": None}
    try:
        found = g.bus.intake.list_notifications(filters)
    except Invalid as refusal:
        problems = Problems.from_refusal(refusal)
    page = render_template(
        "desk.html",
        found=found,
        tab=tab,
        tabs=TABS,
        chosen=chosen,
        filtered=any(chosen.values()),
        kinds=list(Kind),
        channels=list(Channel),
        statuses=list(Status),
        teams=(teams() or {"items": []})["items"],
        problems=problems,
    )
    return page, status_of(Invalid("")) if problems else 200
