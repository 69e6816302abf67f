"""The four steps in which a customer registers, and how one leads to the next.

Whoever only changes one step, seen from the last, comes back to the last.
"""

from __future__ import annotations

from typing import Any

from flask import g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from services.gateway.audience import catalog
from services.gateway.portal.calls import gently
from services.gateway.portal.forms import Problems
from services.shared.errors import DeskError, NotFound
from services.shared.vocabulary import ABOUT_ANYTHING

MOST_SUGGESTED = 3

STEPS = {
    "what": _l("What is it about?"),
    "where": _l("Where is it?"),
    "contact": _l("How do we reach you?"),
    "check": _l("Check and send"),
}


def back_to_check() -> bool:
    """Whether this step is only changed on the way to sending, and not one of four to go through."""
    return request.values.get("back") == "check"


def step_address(step: str, draft_id: str) -> str:
    """Where a step is, on the way that one is going."""
    return url_for(f"portal.report_{step}", draft_id=draft_id, back="check" if back_to_check() else None)


def after(next_step: str, draft_id: str) -> Any:
    """On to the next step, or back to sending when only this one had to change."""
    return redirect(url_for(f"portal.report_{'check' if back_to_check() else next_step}", draft_id=draft_id))


def sent_before(draft_id: str, typed: dict[str, Any]) -> Any:
    """Where a report leads that was sent: going back must not lead to sending it again."""
    return redirect(url_for("portal.report_sent", draft_id=draft_id)) if "sent" in typed else None


def step_page(step: str, draft_id: str | None, typed: dict[str, Any], problems: Problems, **more: Any) -> str:
    """One of the four pages."""
    if step in ("where", "check"):
        tell_what_is_gone(typed, problems)
    place = list(STEPS).index(step) + 1
    if draft_id:
        # Also when the first step was refused: what was typed is in the draft, and this is where to find it.
        more["here"] = step_address(step, draft_id)
    return render_template(
        f"report/{step}.html",
        step=step,
        place=place,
        steps=STEPS,
        title=STEPS[step],
        draft=draft_id,
        typed=typed,
        problems=problems,
        back_to_check=back_to_check(),
        **more,
    )


def not_chosen(typed: dict[str, Any]) -> Problems:
    """Something was found and shown, and nothing of it was chosen, not even that it is none of these."""
    problems = Problems()
    told = {
        "location": ("location_query", _("Choose a place, or “None of these, or no particular place”.")),
        "catalogue_item": ("item_query", _("Choose what it concerns, or “None of these”.")),
    }
    for name, (words, message) in told.items():
        if typed[words] and f"shown_{name}" in request.form and name not in request.form:
            problems.add(name, message)
    return problems


def tell_what_is_gone(typed: dict[str, Any], problems: Problems) -> None:
    """Say that the chosen item is not there any more, so that nobody sends in without it unawares."""
    try:
        if code := typed.get("catalogue_item"):
            catalog().get_item(code)
    except NotFound:
        problems.fields["catalogue_item"] = _("This is not offered any more. Choose something else, or go on without.")
    except DeskError:
        # Without the catalogue nobody knows; intake says so when it is sent.
        return


def place_of(typed: dict[str, Any]) -> dict[str, str]:
    """The path and the building of the chosen location, so that later steps need not look it up again."""
    code = typed["location"]
    if not code:
        return {"location_path": "", "building": ""}
    found = gently(g.bus.intake.find_locations, {"codes": [code]})() or {"items": []}
    for place in found["items"]:
        if place["code"] == code:
            return {"location_path": place["path"], "building": place.get("building", "")}
    return {"location_path": typed.get("location_path") or code, "building": typed.get("building", "")}


def of_kind(found: dict[str, Any] | None, kind: str) -> dict[str, Any] | None:
    """The first of the items that can be asked for as this kind; who looks by name is told when it is another."""
    if found is None or kind in ABOUT_ANYTHING:
        return found and {"items": found["items"][:MOST_SUGGESTED]}
    return {"items": [one for one in found["items"] if kind in one["kinds"]][:MOST_SUGGESTED]}
