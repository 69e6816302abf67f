"""The desk's form for a caller or somebody at the counter: everything on one screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _

from services.gateway import files
from services.gateway.audience import catalog
from services.gateway.limits import takes_files
from services.gateway.login import role_needed
from services.gateway.portal import standard_answers
from services.gateway.portal.blueprint import portal
from services.gateway.portal.calls import gently, once
from services.gateway.portal.chosen_item import chosen_item, item_is_away, only_kind
from services.gateway.portal.errors import status_of
from services.gateway.portal.forms import REFUSALS, Problems, check
from services.gateway.portal.layout import one_time_token
from services.gateway.portal.questions import (
    asked_questions,
    check_answers,
    fitting,
    name_questions,
    sent_answers,
    typed_answers,
)
from services.gateway.portal.suggestions import sent_suggestion, suggest, typed_suggestion
from services.gateway.portal.uploads import take_files
from services.gateway.portal.words import DESK_CHANNELS
from services.shared.vocabulary import OPEN_STATUSES, Channel, Kind, Weight

FIELDS = (
    "channel",
    "customer",
    "customer_q",
    "location",
    "location_q",
    "kind",
    "filled_kind",
    "summary",
    "description",
    "catalogue_item",
    "item_q",
    "impact",
    "urgency",
    "answer",
    "token",
    "suggested_kind",
    "suggested_item",
    *standard_answers.FIELDS,
)
# Whether it is answered and closed as well, per button.
REGISTERING = {"register": (False, False), "register_and_answer": (True, False), "register_and_close": (True, True)}


@portal.route("/desk/register")
@role_needed("agent", "admin")
def desk_register() -> Any:
    """The empty form, or one that an address already fills in part."""
    return register_page(_typed(), Problems())


@portal.post("/desk/register")
@takes_files
@role_needed("agent", "admin")
def desk_register_send() -> Any:
    """Look something up with everything typed kept, or register, or register and answer at once."""
    typed, intent = _typed(), request.form.get("do", "find")
    chosen = chosen_item(typed["catalogue_item"])()
    item, typed["answers"] = chosen.item, fitting(chosen.item, typed["answers"])
    _fill_kind(typed, item)
    refused = take_files(chosen, typed["answers"], typed["token"]) if _is_shown(typed) else Problems()
    if intent not in REGISTERING:
        return register_page(_looked(typed, intent), refused), 422 if refused else 200
    problems = _problems(typed, item, intent)
    problems.fields |= refused.fields
    if chosen.away:
        problems.fields |= item_is_away().fields
    if problems:
        return register_page(typed, problems), 503 if chosen.away else 422
    answers, close = REGISTERING[intent]
    answer = {"answer": standard_answers.sent_answer(typed, typed["answer"], close=close)} if answers else {}
    try:
        # One call: either it is registered with its answer, or nothing happened.
        made = once(typed["token"], files.register, _request(typed, item) | answer)
    except REFUSALS as refusal:
        return register_page(typed, _beside(Problems.from_refusal(refusal))), status_of(refusal)
    flash(_("%(number)s has been registered.", number=made["number"]))
    if answers:
        flash(standard_answers.said_of(made, close=close))
    return redirect(url_for("portal.notification", number=made["number"]))


def _beside(problems: Problems) -> Problems:
    """What is wrong with the answer, beside the field that it was typed in."""
    for name in ("answer.text", "article", "answer.article", "answer.version"):
        if message := problems.fields.pop(name, None):
            problems.add("answer", message)
    return problems


def _looked(typed: dict[str, Any], intent: str) -> dict[str, Any]:
    """What was typed, with the suggestion taken over or the answer filled in, when a button asked for that."""
    if intent == "accept":
        if typed["suggested_kind"]:
            typed["kind"], typed["filled_kind"] = typed["suggested_kind"], ""
        typed["catalogue_item"] = typed["suggested_item"] or typed["catalogue_item"]
        typed["answers"] = typed["answers"] if _is_shown(typed) else {}
    return standard_answers.filled(typed, intent, "answer")


def _typed() -> dict[str, Any]:
    typed: dict[str, Any] = {name: request.values.get(name, "") for name in FIELDS}
    typed["channel"] = typed["channel"] or Channel.PHONE
    typed["token"] = typed["token"] or one_time_token()
    typed["answer_language"] = typed["answer_language"] or standard_answers.language_of(
        typed["summary"], typed["description"]
    )
    typed["answers"] = typed_answers(request.form) if _is_shown(typed) else {}
    return typed


def _is_shown(typed: dict[str, Any]) -> bool:
    """Whether the questions on the form are those of the item that is chosen; another item's answers are gone."""
    return bool(request.form.get("shown", typed["catalogue_item"]) == typed["catalogue_item"])


def _fill_kind(typed: dict[str, Any], item: dict[str, Any] | None) -> None:
    """Fill in the kind of an item that is asked for as one thing only; it goes again with that item."""
    if typed["kind"] != typed["filled_kind"]:
        typed["filled_kind"] = ""
    elif not _is_shown(typed):
        typed["kind"] = ""
    if not typed["kind"]:
        typed["kind"] = typed["filled_kind"] = only_kind(item)


def _problems(typed: dict[str, Any], item: dict[str, Any] | None, intent: str) -> Problems:
    problems = check(typed, "kind", "summary", "description")
    if not typed["customer"]:
        problems.add("customer", _("Look the customer up and choose who it is."))
    if not typed["kind"]:
        problems.fields["kind"] = _("Choose what it is.")
    if not typed["summary"].strip():
        problems.fields["summary"] = _("Say in a few words what it is about.")
    check_answers(item, typed["answers"], problems, typed["location"] or None, typed["kind"])
    if REGISTERING[intent][0] and not typed["answer"].strip():
        problems.add("answer", _("Write the answer that the customer got."))
    return problems


def _request(typed: dict[str, Any], item: dict[str, Any] | None) -> dict[str, Any]:
    optional = ("location", "catalogue_item", "impact", "urgency")
    return {
        **{name: typed[name] for name in ("channel", "customer", "kind", "summary", "description")},
        **{name: typed[name] or None for name in optional},
        "answers": sent_answers(item, typed["answers"]),
        **sent_suggestion(typed),
    }


def _open_of(**whose: str) -> Any:
    return gently(g.bus.intake.list_notifications, {**whose, "status": sorted(OPEN_STATUSES), "limit": 5})


# What can be looked up on the form: where the hits are, and the field that one of them is chosen in.
LOOKED_UP = {
    "customers": ("customer", "customer"),
    "places": ("location", "location"),
    "items": ("catalogue_item", "item"),
}


def _look_up(typed: dict[str, Any]) -> dict[str, Any]:
    customer, location = typed["customer"], typed["location"]
    asked = {
        "customers": gently(g.bus.intake.find_customers, {"q": typed["customer_q"] or customer, "limit": 6})
        if typed["customer_q"] or customer
        else None,
        "places": gently(g.bus.intake.find_locations, {"q": typed["location_q"] or location, "limit": 6, "near": True})
        if typed["location_q"] or location
        else None,
        "items": gently(catalog().find_items, {"q": typed["item_q"], "limit": 6}) if typed["item_q"] else None,
    }
    return {name: answer() if answer else None for name, answer in asked.items()}


def _looked_for(part: str, typed: dict[str, Any]) -> bool:
    """Whether this is the search that was just done: by its own button, or by Enter after other words."""
    done, words = request.values.get("do", "find"), typed[f"{part}_q"]
    return done == f"find_{part}" or (done == "find" and words != request.values.get(f"looked_up_{part}_q", ""))


def _choose_only_hits(typed: dict[str, Any], found: dict[str, Any]) -> None:
    """Choose what was looked for and found once; what the agent chose, also that it is none of these, stays."""
    for name, (field, part) in LOOKED_UP.items():
        hits = (found[name] or {"items": []})["items"]
        if len(hits) == 1 and _looked_for(part, typed) and not typed[field]:
            typed[field] = hits[0]["code"]


def _focus(typed: dict[str, Any], found: dict[str, Any]) -> str:
    """The field to begin at: the hits of the search that was just done, or on an empty form the customer."""
    done = request.values.get("do", "")
    for name, (field, part) in LOOKED_UP.items():
        if _looked_for(part, typed) and found[name] and found[name]["items"]:
            return field
    return "customer_q" if not done and not typed["customer"] and not typed["customer_q"] else ""


def register_page(typed: dict[str, Any], problems: Problems) -> str:
    """The form with everything typed, what was looked up, and what is open for this customer and place."""
    found = _look_up(typed)
    answers, suggestion = standard_answers.find(typed["answer_q"]), suggest(typed["summary"], typed["description"])
    if not problems:
        _choose_only_hits(typed, found)
    customer, location = typed["customer"], typed["location"]
    chosen = chosen_item(typed["catalogue_item"])
    asked = {
        "customer": gently(g.bus.intake.get_customer, customer) if customer else None,
        "of_customer": _open_of(customer=customer) if customer else None,
        "of_place": _open_of(location=location) if location else None,
    }
    known = {name: answer() if answer else None for name, answer in asked.items()}
    item, away = chosen()
    typed["answers"] = fitting(item, typed["answers"])
    _fill_kind(typed, item)
    suggested = suggestion()
    typed |= typed_suggestion(suggested)
    name_questions(item, problems)
    return render_template(
        "register.html",
        typed=typed,
        problems=problems,
        channels=DESK_CHANNELS,
        kinds=list(Kind),
        weights=list(Weight),
        focus="" if problems else _focus(typed, found),
        item=item,
        away=away,
        asked=asked_questions(item, typed["answers"]),
        answers=answers(),
        suggested=news(suggested, typed),
        **found,
        **known,
    )


def news(suggested: dict[str, Any] | None, typed: Mapping[str, Any]) -> dict[str, Any] | None:
    """A suggestion that has something to add to what is chosen already."""
    kind, item = (suggested or {}).get("kind"), (suggested or {}).get("item")
    adds = (kind and kind["code"] != typed["kind"]) or (item and item["code"] != typed["catalogue_item"])
    return suggested if adds else None


@portal.route("/desk/register/suggestion")
@role_needed("agent", "admin")
def desk_register_suggestion() -> Any:
    """What the words so far tell of: the part of the form that a script refreshes while the agent types."""
    typed = {name: request.args.get(name, "") for name in ("summary", "description", "kind", "catalogue_item")}
    suggested = suggest(typed["summary"], typed["description"])()
    return render_template(
        "_suggestion.html", suggested=news(suggested, typed), typed=typed | typed_suggestion(suggested)
    )


@portal.route("/desk/register/open")
@role_needed("agent", "admin")
def desk_register_open() -> Any:
    """What is open for a customer and a place: the part beside the form that a script may refresh."""
    customer, location = request.args.get("customer", ""), request.args.get("location", "")
    of_customer = _open_of(customer=customer) if customer else None
    of_place = _open_of(location=location) if location else None
    return render_template(
        "_open.html",
        of_customer=of_customer() if of_customer else None,
        of_place=of_place() if of_place else None,
    )
