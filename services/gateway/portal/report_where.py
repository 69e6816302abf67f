"""The second step of a report: the place, what from the catalogue it concerns, and the questions of that."""

from __future__ import annotations

from typing import Any

from flask import g, redirect, request
from flask_babel import gettext as _

from services.gateway import drafts
from services.gateway.audience import catalog
from services.gateway.limits import takes_files
from services.gateway.login import role_needed
from services.gateway.portal.blueprint import portal
from services.gateway.portal.calls import gently
from services.gateway.portal.chosen_item import chosen_item, item_is_away
from services.gateway.portal.forms import Problems, typed_in
from services.gateway.portal.layout import LONGEST_SEARCH
from services.gateway.portal.questions import answers_to, asked_questions, check_answers, fitting, name_questions
from services.gateway.portal.report_steps import (
    after,
    not_chosen,
    of_kind,
    place_of,
    sent_before,
    step_address,
    step_page,
)
from services.gateway.portal.uploads import take_files, takes_away

MOST_PLACES = 20
# Of the best items some are of another kind than was chosen.
MOST_LOOKED_AT = 12


@portal.route("/report/<draft_id>/where")
@role_needed("customer")
def report_where(draft_id: str) -> Any:
    """The second step: the place, and what from the catalogue it concerns."""
    typed = drafts.load(draft_id)
    return sent_before(draft_id, typed) or _where_page(draft_id, typed, Problems())


@portal.post("/report/<draft_id>/where")
@takes_files
@role_needed("customer")
def report_where_send(draft_id: str) -> Any:
    """Keep the second step; look places and items up, or show the questions of a newly chosen item first."""
    typed = drafts.load(draft_id)
    if sent := sent_before(draft_id, typed):
        return sent
    shown, before = request.form.get("shown", ""), dict(typed)
    typed |= {
        name: typed_in(name).strip()[:LONGEST_SEARCH]
        for name in ("location", "location_query", "catalogue_item", "item_query")
    }
    for name in ("location", "catalogue_item"):
        # Choosing none of what was found is a choice too; not having chosen yet is not.
        typed[f"no_{name}"] = name in request.form and not typed[name]
    chosen = chosen_item(typed["catalogue_item"])()
    item, typed["answers"] = chosen.item, fitting(chosen.item, answers_to(typed["catalogue_item"], before))
    refused = take_files(chosen, typed["answers"], typed["token"]) if typed["catalogue_item"] == shown else Problems()
    typed |= place_of(typed)
    drafts.keep(draft_id, typed)
    here = step_address("where", draft_id)
    if refused:
        return _where_page(draft_id, typed, refused), 422
    if part := _looking(typed, before):
        typed[{"location": "no_location", "item": "no_catalogue_item"}[part]] = False
        drafts.keep(draft_id, typed)
        return redirect(f"{here}#{part}")
    if chosen.away:
        return _where_page(draft_id, typed, item_is_away()), 503
    if item and item["questions"] and (item["code"] != shown or takes_away() or _more_is_asked(item, typed)):
        return redirect(here + "#questions")
    problems = not_chosen(typed)
    check_answers(item, typed["answers"], problems, typed["location"] or None, typed.get("kind", ""))
    if reason := problems.fields.pop("kind", ""):
        # The kind was chosen a step ago; here it is the item that does not fit it.
        advice = _("Choose something else, or go a step back and choose what fits it.")
        problems.add("catalogue_item", f"{reason} {advice}")
    if problems:
        return _where_page(draft_id, typed, problems), 422
    return after("contact", draft_id)


def _looking(typed: dict[str, Any], before: dict[str, Any]) -> str:
    """The part of the page where something must be looked up; new words are never passed over."""
    for part, name in (("location", "location_query"), ("item", "item_query")):
        if request.form.get("do") == f"find_{part}" or (typed[name] and typed[name] != before.get(name, "")):
            return part
    return ""


def _more_is_asked(item: dict[str, Any], typed: dict[str, Any]) -> bool:
    """Whether these answers lead to questions that were not on the page."""
    there = request.form.get("asked", "").split()
    return any(question["code"] not in there for question in asked_questions(item, typed["answers"]))


def _where_page(draft_id: str, typed: dict[str, Any], problems: Problems) -> str:
    """The second step, with what was found so far."""
    words, item_words = typed.get("location_query", ""), typed.get("item_query", "")
    suggested = not (item_words or typed.get("catalogue_item") or typed.get("no_catalogue_item"))
    places = gently(g.bus.intake.find_locations, {"q": words, "limit": MOST_PLACES, "near": True}) if words else None
    # Whoever says what it is about need not know what that is called here.
    asked: dict[str, Any] = {"q": item_words, "limit": 6}
    if suggested:
        # What is looked for by name is shown wherever it is delivered, and said to be elsewhere when it is chosen.
        asked = {"q": typed.get("summary", ""), "limit": MOST_LOOKED_AT, "building": typed.get("building") or None}
    items = gently(catalog().find_items, asked) if asked["q"] else None
    chosen = chosen_item(typed.get("catalogue_item"))()
    item, answers = chosen.item, fitting(chosen.item, typed.get("answers", {}))
    name_questions(item, problems)
    return step_page(
        "where",
        draft_id,
        typed | {"answers": answers},
        problems,
        item=item,
        away=item_is_away().of("catalogue_item") if chosen.away else "",
        places=places() if places else None,
        items=of_kind(items(), typed.get("kind", "")) if items and suggested else items and items(),
        asked=asked_questions(item, answers),
        suggested=suggested,
        most=MOST_PLACES,
    )
