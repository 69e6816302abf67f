"""Where the customers find the desk: its telephone, its mail and the place of its counter, kept by the keepers."""

from __future__ import annotations

from typing import Any

from flask import flash, g, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from services.gateway.login import role_needed
from services.gateway.portal.blueprint import portal
from services.gateway.portal.calls import once
from services.gateway.portal.errors import status_of
from services.gateway.portal.forms import REFUSALS, Problems, typed_in
from services.gateway.portal.item_form import placed
from services.gateway.portal.keeping import KEEPERS
from services.shared.errors import NotFound

FIELDS = ("name.nl", "name.en", "place.nl", "place.en", "phone", "email")
CENTRAL = "BALIE"
LABELS = {
    "name": _l("Name"),
    "place": _l("Place of the counter"),
    "phone": _l("Telephone"),
    "email": _l("E-mail"),
}


@portal.route("/keep/desk")
@role_needed(*KEEPERS)
def keep_desk() -> Any:
    """The form, as it was kept last."""
    kept = _kept() or {}
    typed = {name: (kept.get(name.partition(".")[0]) or {}).get(name[-2:], "") for name in FIELDS if "." in name}
    typed |= {name: kept.get(name) or "" for name in ("phone", "email")}
    return desk_page(typed, Problems(), kept.get("mark", ""))


@portal.post("/keep/desk")
@role_needed(*KEEPERS)
def keep_desk_send() -> Any:
    """Keep it; what is refused comes back as it was typed."""
    typed, seen = {name: typed_in(name).strip() for name in FIELDS}, typed_in("seen")
    try:
        code = (_kept() or {"code": CENTRAL})["code"]
        once(typed_in("token"), g.bus.intake.define_desk, _request(code, typed), seen)
    except REFUSALS as refusal:
        return desk_page(typed, placed(Problems.from_refusal(refusal), {}, LABELS), seen), status_of(refusal)
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


def _kept() -> dict[str, Any] | None:
    """The central desk; an intake that does not answer is no reason to begin anew."""
    try:
        found: dict[str, Any] = g.bus.intake.get_desk()
    except NotFound:
        return None
    return found


def desk_page(typed: dict[str, str], problems: Problems, seen: str) -> str:
    """The page with the form; `seen` is the mark of the desk when it was first shown."""
    return render_template("keep/desk.html", typed=typed, problems=problems, seen=seen)
