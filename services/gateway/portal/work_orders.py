"""The back office: my team's work orders, and one work order on a phone."""

from __future__ import annotations

from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from services.gateway.login import role_needed
from services.gateway.portal.blueprint import portal
from services.gateway.portal.calls import gently, once
from services.gateway.portal.errors import status_of
from services.gateway.portal.forms import REFUSALS, Problems, typed_texts
from services.gateway.portal.layout import has_role
from services.shared.errors import NotFound
from services.shared.vocabulary import WorkStatus

TABS: dict[str, tuple[Any, WorkStatus | None]] = {
    "offered": (_l("Offered"), WorkStatus.OFFERED),
    "accepted": (_l("Accepted"), WorkStatus.ACCEPTED),
    "started": (_l("Started"), WorkStatus.STARTED),
    "completed": (_l("Completed"), WorkStatus.COMPLETED),
    "all": (_l("All"), None),
}

ACTIONS = {
    "accept": ("accept_work_order", _l("You accepted this work order.")),
    "start": ("start_work_order", _l("You started this work order.")),
    "complete": ("complete_work_order", _l("This work order is completed.")),
}


@portal.route("/work-orders")
@role_needed("specialist", "admin")
def work_orders() -> Any:
    """The work orders of the reader's teams, by how far they are."""
    tab = request.args.get("tab", "offered")
    tab = tab if tab in TABS else "offered"
    team = request.args.get("team", "")
    filters = {"status": TABS[tab][1], "team": team or None, "after": request.args.get("after") or None, "limit": 50}
    teams = gently(g.bus.routing.list_teams)
    found = g.bus.routing.list_work_orders(filters)
    mine = [one for one in (teams() or {"items": []})["items"] if not g.actor.teams or one["code"] in g.actor.teams]
    return render_template("work_orders.html", found=found, tab=tab, tabs=TABS, team=team, teams=mine)


@portal.route("/work-orders/<number>")
@role_needed("specialist", "agent", "admin")
def work_order(number: str) -> Any:
    """One work order: where to go, what to do, and the next step as one large button."""
    return work_order_page(number, "", Problems())


@portal.post("/work-orders/<number>/<action>")
@role_needed("specialist", "admin")
def act_on_work_order(number: str, action: str) -> Any:
    """Take the next step."""
    if action not in ACTIONS:
        raise NotFound(f"There is no action {action}.")
    method, done = ACTIONS[action]
    solution = request.form.get("solution", "")
    if action == "complete" and not solution.strip():
        problems = Problems(fields={"solution": _("Say what you did; the customer reads this.")})
        return work_order_page(number, solution, problems), 422
    arguments = (number, {"solution": solution}) if action == "complete" else (number,)
    try:
        once(request.form.get("token", ""), getattr(g.bus.routing, method), *arguments)
    except REFUSALS as refusal:
        return work_order_page(number, solution, Problems.from_refusal(refusal)), status_of(refusal)
    flash(str(done))
    return redirect(url_for("portal.work_order", number=number))


def work_order_page(number: str, solution: str, problems: Problems) -> str:
    """The page of one work order."""
    shown = g.bus.routing.get_work_order(number)
    about = gently(g.bus.intake.get_notification, shown["notification"])()
    said = [
        entry
        for entry in (about or {"timeline": []})["timeline"]
        if entry["what"] in ("asked", "answered") and entry["for_customer"] and entry["text"]
    ]
    offered = "complete" in shown["actions"] and has_role("specialist", "admin")
    return render_template(
        "work_order.html",
        shown=shown,
        customer=about and about["customer"],
        said=said,
        sent=[file for answer in (about or {}).get("answers", []) for file in answer.get("files", [])],
        solution=solution,
        lost=[] if offered else typed_texts({"solution": solution}),
        problems=problems,
    )
