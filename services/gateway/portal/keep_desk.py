"""Where the customers find the desk: its telephone, its mail and the place of its counter, kept by the keepers."""

from __future__ import annotations

from typing import Any

from flask import flash, g, redirect, render_template, url_for
from flask_babel import gettext as _

from services.gateway.login import role_needed
from services.gateway.portal.blueprint import portal
from services.gateway.portal.calls import gently, once
from services.gateway.portal.errors import status_of
from services.gateway.portal.forms import REFUSALS, Problems, typed_in
from services.gateway.portal.keeping import KEEPERS

FIELDS = ("name.nl", "name.en", "place.nl", "place.en", "phone", "email")
CENTRAL = "BALIE"


@portal.route("/keep/desk")
@role_needed(*KEEPERS)
def keep_desk() -> Any:
    """The form, as it was kept last."""
    kept = gently(g.bus.intake.get_desk)() or {}
    typed = {name: (kept.get(name.partition(".")[0]) or {}).get(name[-2:], "") for name in FIELDS if "." in name}
    typed |= {name: kept.get(name) or "" for name in ("phone", "email")}
    return desk_page(typed, Problems())


@portal.post("/keep/desk")
@role_needed(*KEEPERS)
def keep_desk_send() -> Any:
    """Keep it; what is refused comes back as it was typed."""
    typed = {name: typed_in(name).strip() for name in FIELDS}
    try:
        # Without intake nothing is kept, so whether there is a desk already is asked before.
        code = (gently(g.bus.intake.get_desk)() or {"code": CENTRAL})["code"]
        once(typed_in("token"), g.bus.intake.define_desk, _request(code, typed))
    except REFUSALS as refusal:
        return desk_page(typed, Problems.from_refusal(refusal)), status_of(refusal)
    flash(_("It is saved. Customers see it on their first page."))
    return redirect(url_for("portal.keep_desk"))


def _request(code: str, typed: dict[str, str]) -> dict[str, Any]:
    name, place = ({language: typed[f"{part}.{language}"] for language in ("nl", "en")} for part in ("name", "place"))
    return {
        "code": code,
        "name": name,
        "place": place if any(place.values()) else None,
        "phone": typed["phone"] or None,
        "email": typed["email"] or None,
        "central": True,
    }


def desk_page(typed: dict[str, str], problems: Problems) -> str:
    """The page with the form."""
    return render_template("keep/desk.html", typed=typed, problems=problems)
