"""The keeper's workplace: everything in the catalogue, an editor with a live preview, versions, missed searches."""

from __future__ import annotations

from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict

from services.gateway import files
from services.gateway.limits import takes_files
from services.gateway.login import role_needed
from services.gateway.portal.blueprint import portal
from services.gateway.portal.calls import gently, once
from services.gateway.portal.catalogue import looked_for
from services.gateway.portal.changes import with_changes
from services.gateway.portal.errors import status_of
from services.gateway.portal.forms import REFUSALS, Problems, typed_in
from services.gateway.portal.item_form import (
    changed_parts,
    placed,
    sent_definition,
    shown_definition,
    typed_definition,
)
from services.gateway.portal.item_lines import LINES
from services.gateway.portal.layout import one_time_token
from services.gateway.portal.questions import asked_questions, fitting, typed_answers
from services.gateway.portal.uploads import TAKE_PICTURE_AWAY, take_picture
from services.shared.actor import ROLES
from services.shared.contracts.definitions import ItemDefinition
from services.shared.vocabulary import Approval, Kind, Level, Payer, Publication, QuestionType, TimeUnit

KEEPERS = ("manager", "admin")
PER_PAGE = 50
TABS: dict[str, tuple[Any, Publication | None]] = {
    "published": (_l("Published"), Publication.PUBLISHED),
    "draft": (_l("Drafts"), Publication.DRAFT),
    "retired": (_l("Retired"), Publication.RETIRED),
    "all": (_l("All"), None),
}


@portal.route("/keep")
@role_needed(*KEEPERS)
def keep_items() -> Any:
    """Everything in the catalogue, by code; or what has these words."""
    tab = request.args.get("tab", "published")
    tab = tab if tab in TABS else "published"
    q = looked_for(request.args)
    asked = {"status": TABS[tab][1], "q": q, "after": request.args.get("after") or None, "limit": PER_PAGE}
    found = g.bus.catalog.list_kept_items(asked)
    named = {one["code"]: one for one in (gently(g.bus.catalog.list_categories)() or {"items": []})["items"]}
    return render_template("keep/items.html", found=found, tab=tab, tabs=TABS, q=q, named=named)


@portal.route("/keep/new")
@role_needed(*KEEPERS)
def keep_new() -> Any:
    """An item that is not there yet."""
    return editor(None, typed_definition(MultiDict()) | {"kinds": ["wish"]}, Problems())


@portal.route("/keep/item/<code:code>")
@role_needed(*KEEPERS)
def keep_item(code: str) -> Any:
    """An item as its keeper has it: the draft, or else what is published."""
    kept = g.bus.catalog.get_kept_item(code)
    return editor(kept, shown_definition(kept["draft"] or _definition_of(kept["published"])), Problems())


@portal.post("/keep/new")
@portal.post("/keep/item/<code:code>")
@takes_files
@role_needed(*KEEPERS)
def keep_send(code: str | None = None) -> Any:
    """Save, publish, retire or throw away; or change the form, with everything that was typed."""
    kept = g.bus.catalog.get_kept_item(code) if code else None
    typed, intent = typed_definition(request.form), request.form.get("do", "save")
    if code:
        typed["code"] = code
    seen = typed_in("seen")
    if problems := take_picture(typed):
        return editor(kept, typed, problems, seen=seen), 422
    if focus := changed_parts(typed, intent) or (intent == TAKE_PICTURE_AWAY and "picture"):
        return editor(kept, typed, Problems(), focus, seen=seen)
    saved = False
    try:
        if intent in TAKEN_BACK:
            return _take_back(kept, intent)
        with files.given(typed["picture"], typed["code"]):
            kept = once(f"{typed_in('token')}-save", g.bus.catalog.save_draft, sent_definition(typed), seen)
        seen, saved = kept["changed_at"], True
        if intent == "publish":
            made = once(typed_in("token"), g.bus.catalog.publish_draft, typed["code"])
            flash(_("%(code)s is published as version %(version)s.", code=typed["code"], version=made["version"]))
        else:
            flash(_("The draft is saved. Only keepers see it."))
    except REFUSALS as refusal:
        problems = placed(Problems.from_refusal(refusal), typed)
        if saved:
            flash(_("The draft is saved, but not published."))
        return editor(kept, typed, problems, seen=seen), status_of(refusal)
    return redirect(url_for("portal.keep_item", code=typed["code"]))


TAKEN_BACK = {
    "retire": ("retire_item", _l("%(code)s is retired: nobody can ask for it any more.")),
    "drop": ("drop_draft", _l("The draft is gone; what is published stays as it is.")),
}


def _take_back(kept: dict[str, Any] | None, intent: str) -> Any:
    method, said = TAKEN_BACK[intent]
    code = kept["code"] if kept else ""
    once(typed_in("token"), getattr(g.bus.catalog, method), code)
    flash(str(said) % {"code": code})
    # Of what was never published nothing is left to come back to.
    left = kept and kept["version"]
    return redirect(url_for("portal.keep_item", code=code) if left else url_for("portal.keep_items", tab="draft"))


@portal.post("/keep/preview")
@role_needed(*KEEPERS)
def keep_preview() -> Any:
    """How the questions look to who asks for the item, as they are typed: the part of a page a script shows."""
    return render_template("keep/_preview.html", **_preview(typed_definition(request.form)))


@portal.route("/keep/item/<code:code>/versions")
@role_needed(*KEEPERS)
def keep_versions(code: str) -> Any:
    """Every version of an item, and what each changed."""
    versions = with_changes(g.bus.catalog.list_item_versions(code)["items"])
    return render_template(
        "keep/versions.html", code=code, versions=versions, back=url_for("portal.keep_item", code=code)
    )


@portal.route("/keep/searches")
@role_needed(*KEEPERS)
def keep_searches() -> Any:
    """What was looked for in vain, most often first."""
    return render_template("keep/searches.html", missed=g.bus.catalog.list_missed_searches()["items"])


@portal.post("/keep/searches")
@role_needed(*KEEPERS)
def keep_searches_send() -> Any:
    """Take words off the list: the keeper has seen to them."""
    g.bus.catalog.drop_missed_search({"words": typed_in("words"), "language": typed_in("language")})
    return redirect(url_for("portal.keep_searches"))


def editor(
    kept: dict[str, Any] | None, typed: dict[str, Any], problems: Problems, focus: str = "", seen: str | None = None
) -> str:
    """The form of an item, with what can be chosen, and how its questions look; it begins at the field `focus`.

    `seen` is when the item had been changed last when its form was first shown, so that no change is overlooked.
    """
    catalog = g.bus.catalog
    asked = {"categories": gently(catalog.list_categories), "calendars": gently(catalog.list_calendars)}
    asked["service_levels"] = gently(catalog.list_service_levels)
    asked["teams"] = gently(g.bus.routing.list_teams)
    known = {name: (answer() or {"items": []})["items"] for name, answer in asked.items()}
    return render_template(
        "keep/item.html",
        kept=kept,
        typed=typed,
        problems=problems,
        token=one_time_token(),
        focus=focus,
        seen=(kept["changed_at"] if kept else "") if seen is None else seen,
        as_text=LINES,
        kinds=list(Kind),
        levels=list(Level),
        payers=list(Payer),
        units=list(TimeUnit),
        rules=list(Approval),
        types=list(QuestionType),
        roles=ROLES,
        **known,
        **_preview(typed),
    )


def _preview(typed: dict[str, Any]) -> dict[str, Any]:
    # Half a question cannot be shown yet: its text or its choices are still to come.
    questions = [
        question | {"text": _both(question["text"], question["code"])}
        for question in typed["questions"]
        if question["code"] and all(isinstance(choice, dict) for choice in question.get("choices", []))
    ]
    item = {"questions": questions}
    answers = fitting(item, typed_answers(request.form))
    return {"preview": item, "asked": asked_questions(item, answers), "answers": answers}


def _both(text: dict[str, str], otherwise: str) -> dict[str, str]:
    return {language: text.get(language) or otherwise for language in ("nl", "en")}


def _definition_of(published: dict[str, Any]) -> dict[str, Any]:
    """What a published item looks like to who writes it."""
    definition = {name: published[name] for name in ItemDefinition().fields}
    return definition | {"category": published["category"]["code"]}
