"""A customer registers a notification in four steps, each with its own address.

What was typed is kept in a draft at every step, so going back, changing and an error lose nothing.
"""

from __future__ import annotations

from typing import Any

from flask import g, redirect, render_template, request, url_for
from flask_babel import gettext as _

from services.gateway import drafts, files
from services.gateway.audience import catalog
from services.gateway.login import role_needed
from services.gateway.portal.blueprint import portal
from services.gateway.portal.calls import gently, once
from services.gateway.portal.catalogue import looked_for
from services.gateway.portal.chosen_item import chosen_item, item_is_away
from services.gateway.portal.errors import status_of
from services.gateway.portal.forms import REFUSALS, Problems, check, typed_in
from services.gateway.portal.language import local
from services.gateway.portal.layout import one_time_token
from services.gateway.portal.questions import (
    answers_in_words,
    name_questions,
    sent_answers,
)
from services.gateway.portal.report_steps import after, sent_before, step_address, step_page
from services.gateway.portal.suggestions import sent_suggestion, suggest, typed_suggestion
from services.shared.errors import DeskError, NotFound
from services.shared.vocabulary import Channel, Kind

MOST_IN_SHORT = 120
STEP_OF_FIELD = {"kind": "what", "summary": "what", "description": "what"}


@portal.route("/report")
@role_needed("customer")
def report_new() -> Any:
    """The first step of a new notification; the door or the catalogue item may already say what kind it is."""
    kind, q = request.args.get("kind", ""), looked_for(request.args)
    typed: dict[str, Any] = {"kind": kind if kind in set(Kind) else "", "summary": q[:MOST_IN_SHORT], "q": q}
    code = request.args.get("item")
    try:
        item = catalog().get_item(code) if code else None
    except NotFound:
        # Its page says what became of it.
        return redirect(url_for("portal.item", code=code))
    except DeskError:
        # Without the catalogue somebody can still say what it is about.
        item = None
    if typed["summary"] and not (item or typed["kind"]):
        # Who comes with their own words finds the kind chosen that these tell of.
        typed |= typed_suggestion(suggest(typed["summary"])())
        typed["kind"] = typed["suggested_kind"]
    if item:
        kind = typed["kind"] or item["kinds"][0]
        typed |= {"catalogue_item": item["code"], "kind": kind, "summary": local(item["name"])}
        typed["came_from"] = item["code"]
    return step_page("what", None, typed, Problems(), item=item)


@portal.post("/report")
@role_needed("customer")
def report_start() -> Any:
    """Keep the first step in a new draft."""
    item = typed_in("item")
    begun = {"token": one_time_token(), "catalogue_item": item, "came_from": item, "q": looked_for(request.form)}
    return _keep_what(drafts.start(), begun)


@portal.route("/report/<draft_id>/what")
@role_needed("customer")
def report_what(draft_id: str) -> Any:
    """The first step again."""
    typed = drafts.load(draft_id)
    return sent_before(draft_id, typed) or step_page(
        "what", draft_id, typed, Problems(), item=_item(typed.get("catalogue_item"))
    )


@portal.post("/report/<draft_id>/what")
@role_needed("customer")
def report_what_send(draft_id: str) -> Any:
    """Keep the first step."""
    typed = drafts.load(draft_id)
    return sent_before(draft_id, typed) or _keep_what(draft_id, typed)


def _keep_what(draft_id: str, typed: dict[str, Any]) -> Any:
    typed |= {name: typed_in(name) for name in ("kind", "summary", "description", "suggested_kind", "suggested_item")}
    if request.form.get("do") == "other_item":
        drafts.keep(draft_id, typed | _without_item(typed))
        return redirect(step_address("what", draft_id))
    if not typed["kind"] and typed["summary"].strip() and not typed["suggested_kind"]:
        typed |= typed_suggestion(suggest(typed["summary"], typed["description"])())
        if typed["suggested_kind"]:
            # Nothing is wrong: what they left open is filled in for them, to be looked at.
            typed["kind"] = typed["suggested_kind"]
            drafts.keep(draft_id, typed)
            return step_page("what", draft_id, typed, Problems(), item=_item(typed.get("catalogue_item")))
    drafts.keep(draft_id, typed)
    problems = check(typed, "kind", "summary", "description")
    if not typed["kind"]:
        problems.fields["kind"] = _("Choose what it is.")
    if not typed["summary"].strip():
        problems.fields["summary"] = _("Say in a few words what it is about.")
    if problems:
        return step_page("what", draft_id, typed, problems, item=_item(typed.get("catalogue_item"))), 422
    return after("where", draft_id)


def _without_item(typed: dict[str, Any]) -> dict[str, Any]:
    """The first step without the item that it was about, and without the words and the kind that came with it."""
    item = _item(typed["catalogue_item"])
    without: dict[str, Any] = {"catalogue_item": "", "answers": {}}
    if item and typed["summary"] == local(item["name"]):
        without["summary"] = ""
    if item and item["kinds"] == [typed["kind"]]:
        without["kind"] = ""
    return without


@portal.route("/report/<draft_id>/contact")
@role_needed("customer")
def report_contact(draft_id: str) -> Any:
    """The third step: how to reach this customer."""
    typed = drafts.load(draft_id)
    return sent_before(draft_id, typed) or step_page("contact", draft_id, typed, Problems(), customer=_customer())


@portal.post("/report/<draft_id>/contact")
@role_needed("customer")
def report_contact_send(draft_id: str) -> Any:
    """Keep the third step."""
    typed = drafts.load(draft_id)
    if sent := sent_before(draft_id, typed):
        return sent
    typed["remark"] = typed_in("remark")
    drafts.keep(draft_id, typed)
    if len(typed["remark"]) > 500:
        problems = Problems(fields={"remark": _("Use at most 500 characters.")})
        return step_page("contact", draft_id, typed, problems, customer=_customer()), 422
    return after("check", draft_id)


@portal.route("/report/<draft_id>/check")
@role_needed("customer")
def report_check(draft_id: str) -> Any:
    """The last step: everything in one view, with a way back to each step."""
    typed = drafts.load(draft_id)
    return sent_before(draft_id, typed) or check_page(draft_id, typed, Problems())


def check_page(draft_id: str, typed: dict[str, Any], problems: Problems) -> str:
    """The summary, with what is wrong leading to the step where it can be mended."""
    item = _item(typed.get("catalogue_item"))
    name_questions(item, problems)
    return step_page(
        "check",
        draft_id,
        typed,
        problems,
        item=item,
        shown=_shown(item),
        answers=answers_in_words(item, typed.get("answers", {})),
        customer=_customer(),
        step_of={name: STEP_OF_FIELD.get(name, "where") for name in (*problems.fields, "catalogue_item")},
    )


@portal.post("/report/<draft_id>/check")
@role_needed("customer")
def report_send(draft_id: str) -> Any:
    """Send it; pressing the button twice sends it once."""
    typed = drafts.load(draft_id)
    if sent := sent_before(draft_id, typed):
        return sent
    chosen = chosen_item(typed.get("catalogue_item"))()
    if chosen.away:
        # Without the item nobody knows which of the answers to send.
        return check_page(draft_id, typed, item_is_away()), 503
    if chosen.item and request.form.get("shown", _shown(chosen.item)) != _shown(chosen.item):
        # Nobody orders on terms that they have not seen.
        changed = _("This product or service was changed meanwhile. Check what it says and send it again.")
        return check_page(draft_id, typed, Problems(message=changed)), 409
    try:
        made = once(typed["token"], files.register, _request(typed, chosen.item))
    except REFUSALS as refusal:
        return check_page(draft_id, typed, Problems.from_refusal(refusal)), status_of(refusal)
    drafts.keep(draft_id, {"sent": made["number"], "promise": (made.get("catalogue_item") or {}).get("promise")})
    return redirect(url_for("portal.report_sent", draft_id=draft_id))


def _request(typed: dict[str, Any], item: dict[str, Any] | None) -> dict[str, Any]:
    said = [typed.get("description", "").strip()]
    if typed.get("location_query") and not typed.get("location"):
        # The place was not found, but the words for it may tell the desk enough.
        said.append(_("Place: %(words)s", words=typed["location_query"]))
    if remark := typed.get("remark", "").strip():
        said.append(_("How to reach me: %(remark)s", remark=remark))
    return {
        "kind": typed.get("kind"),
        "channel": Channel.PORTAL,
        "summary": typed.get("summary", ""),
        "description": "\n\n".join(text for text in said if text),
        "location": typed.get("location") or None,
        "catalogue_item": typed.get("catalogue_item") or None,
        "answers": sent_answers(item, typed.get("answers", {})),
        **sent_suggestion(typed),
    }


@portal.route("/report/<draft_id>/sent")
@role_needed("customer")
def report_sent(draft_id: str) -> Any:
    """Thank you: the number, and what happens next."""
    typed = drafts.load(draft_id)
    if "sent" not in typed:
        return redirect(url_for("portal.report_check", draft_id=draft_id))
    return render_template("report/sent.html", number=typed["sent"], promise=typed.get("promise"))


def _shown(item: dict[str, Any] | None) -> str:
    """Which item the last page shows, and which version of it: 'lunch 3'."""
    return f"{item['code']} {item['version']}" if item else ""


def _item(code: str | None) -> dict[str, Any] | None:
    return chosen_item(code)().item


def _customer() -> dict[str, Any] | None:
    return gently(g.bus.intake.get_customer, g.actor.customer)() if g.actor.customer else None
