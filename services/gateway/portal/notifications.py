"""My notifications, and the page of one notification with what may be done to it."""

from __future__ import annotations

from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from services.gateway.login import signed_in
from services.gateway.portal import standard_answers
from services.gateway.portal.blueprint import portal
from services.gateway.portal.calls import gently, once
from services.gateway.portal.errors import status_of
from services.gateway.portal.forms import REFUSALS, Problems, typed_texts
from services.gateway.portal.language import local
from services.gateway.portal.layout import has_role, is_staff
from services.shared.errors import NotFound
from services.shared.vocabulary import OPEN_STATUSES, AnswerTo, Kind, Status

MOST_ITEMS = 6
# Chosen instead of an item; no code looks like this.
AS_IT_IS = "="
# What a form means that does not say so.
UNSAID = {"catalogue_item": AS_IT_IS, "was_item": AS_IT_IS}

# What a customer filters their own notifications by.
GROUPS: dict[str, tuple[Any, tuple[Status, ...]]] = {
    "all": (_l("All"), ()),
    "open": (_l("In progress"), (Status.NEW, Status.AT_DESK, Status.FORWARDED)),
    "waiting": (_l("Waiting for you"), (Status.WITH_CUSTOMER,)),
    "ready": (_l("Ready"), (Status.READY,)),
    "done": (_l("Closed"), (Status.CLOSED, Status.CANCELLED)),
}

# Per action: the service's method, and the fields of its form.
ACTIONS: dict[str, tuple[str, tuple[str, ...]]] = {
    "take": ("take_notification", ()),
    "ask": ("ask_customer", ("question",)),
    "answer": ("answer_notification", ("text", "to", *standard_answers.FIELDS)),
    "correct": (
        "correct_notification",
        ("kind", "catalogue_item", "item_q", "looked_up_item_q", "was_kind", "was_item"),
    ),
    "forward": ("forward_notification", ("team", "remark")),
    "note": ("add_note", ("text", "for_customer")),
    "close": ("close_notification", ()),
    "reopen": ("reopen_notification", ("reason",)),
    "cancel": ("cancel_notification", ("reason",)),
    "rate": ("rate_notification", ("score", "comment")),
}

DONE = {
    "take": _l("You hold this notification now."),
    "ask": _l("The question has been put to the customer."),
    "answer": _l("The answer has been sent."),
    "correct": _l("The notification has been corrected."),
    "forward": _l("The notification has been forwarded to the back office."),
    "note": _l("The note has been added."),
    "close": _l("The notification has been closed."),
    "reopen": _l("The notification is back at the desk."),
    "cancel": _l("The notification has been cancelled."),
    "rate": _l("Thank you for your rating."),
}

DONE_FOR_CUSTOMER = DONE | {
    "reopen": _l("Your objection has been sent. The notification is back at the desk."),
    "cancel": _l("The notification has been withdrawn."),
}


@portal.route("/notifications")
@signed_in
def notifications() -> Any:
    """The customer's own notifications, newest first."""
    if is_staff() and not has_role("customer"):
        return redirect(url_for("portal.desk"))
    group = request.args.get("status", "all")
    group = group if group in GROUPS else "all"
    found = g.bus.intake.list_notifications(
        {"status": list(GROUPS[group][1]), "limit": 20, "after": request.args.get("after") or None}
    )
    return render_template("notifications.html", found=found, group=group, groups=GROUPS)


@portal.route("/notifications/<number>")
@signed_in
def notification(number: str) -> Any:
    """One notification: what it is, what happened, what can be done."""
    return notification_page(number)


@portal.post("/notifications/<number>/<action>")
@signed_in
def act(number: str, action: str) -> Any:
    """Do one thing to a notification; a refusal comes back with what was typed."""
    if action not in ACTIONS:
        raise NotFound(f"There is no action {action}.")
    method, fields = ACTIONS[action]
    typed = {name: request.form.get(name, UNSAID.get(name, "")) for name in fields}
    intent = request.form.get("do", "")
    if intent in LOOKING or _still_to_look_up(action, typed):
        return notification_page(number, action, _looked(typed, intent))
    problems = _missing(action, typed)
    if problems:
        return notification_page(number, action, typed, problems), 422
    if action == "correct" and not _corrected(typed):
        flash(_("Nothing was changed."))
        return redirect(url_for("portal.notification", number=number))
    arguments = (number, _request(action, typed, close=intent == "close")) if fields else (number,)
    try:
        done = once(request.form.get("token", ""), getattr(g.bus.intake, method), *arguments)
    except REFUSALS as refusal:
        return notification_page(number, action, typed, _beside(Problems.from_refusal(refusal))), status_of(refusal)
    told = standard_answers.said_of(done, close=True) if intent == "close" else ""
    flash(told or str((DONE if is_staff() else DONE_FOR_CUSTOMER)[action]))
    return redirect(url_for("portal.notification", number=number))


def _missing(action: str, typed: dict[str, str]) -> Problems:
    problems = Problems()
    needed = {"question": _("Write your question."), "text": _("Write your text."), "reason": _("Say why.")}
    for name, message in needed.items():
        if name in typed and not typed[name].strip():
            problems.add(name, message)
    if action == "rate" and typed["score"] not in tuple("12345"):
        problems.add("score", _("Choose how well it went."))
    return problems


# What is looked up, or filled in, before anything is done.
LOOKING = (standard_answers.FIND, standard_answers.USE, "find_item")


def _looked(typed: dict[str, str], intent: str) -> dict[str, str]:
    return standard_answers.filled(typed, intent, "text") if "text" in typed else typed


def _beside(problems: Problems) -> Problems:
    """What is wrong with the article of an answer, beside the answer."""
    for name in ("article", "version"):
        if message := problems.fields.pop(name, None):
            problems.add("text", message)
    return problems


def _still_to_look_up(action: str, typed: dict[str, str]) -> bool:
    """Whether words were typed to find an item by, and nobody has looked at what they find."""
    return action == "correct" and typed["item_q"].strip() not in ("", typed["looked_up_item_q"].strip())


def _corrected(typed: dict[str, str]) -> dict[str, Any]:
    """What is corrected; what is as the form showed it stays, also when somebody else has corrected it since."""
    kind, item = typed["kind"], typed["catalogue_item"]
    told: dict[str, Any] = {} if kind == typed["was_kind"] else {"kind": kind}
    return told if item in (AS_IT_IS, typed["was_item"]) else told | {"catalogue_item": item or None}


def _request(action: str, typed: dict[str, str], *, close: bool) -> dict[str, Any]:
    if action == "correct":
        return _corrected(typed)
    told: dict[str, Any] = {name: text for name, text in typed.items() if name not in standard_answers.FIELDS}
    if action == "answer" and is_staff():
        told |= standard_answers.sent_answer(typed, typed["text"], close=close)
    if "to" in told and told["to"] not in set(AnswerTo):
        del told["to"]
    if "for_customer" in told:
        told["for_customer"] = bool(told["for_customer"])
    if "score" in told:
        told["score"] = int(told["score"])
    if "team" in told:
        told["team"] = told["team"] or None
    return told


def _promise(shown: dict[str, Any]) -> tuple[str, dict[str, Any]] | None:
    """What was promised, and whether it still is; nothing when it was answered or withdrawn instead."""
    promise = (shown["catalogue_item"] or {}).get("promise")
    if promise and shown["status"] in OPEN_STATUSES:
        return _("Promised"), promise
    was_done = shown["status"] != Status.CANCELLED and not shown["first_line"]
    return (_("Was promised"), promise) if promise and was_done else None


def _items(shown: dict[str, Any]) -> dict[str, str]:
    """What every item is called that it was ever about, as the notification itself keeps it, by code."""
    before = ((entry.get("about") or {}).get("asked") for entry in shown["timeline"])
    return {item["code"]: local(item["name"]) for item in (*before, shown["catalogue_item"]) if item}


def _asked_before(shown: dict[str, Any]) -> dict[str, Any] | None:
    """The item whose questions were answered, when it is about another one or another version of it instead."""
    before = ((entry.get("about") or {}).get("asked") for entry in shown["timeline"])
    # Only a registration is answered, so what was asked for first is what the answers are of.
    first: dict[str, Any] | None = next(filter(None, before), None)
    item = shown["catalogue_item"]
    is_that_again = first and item and all(first[name] == item[name] for name in ("code", "version"))
    return None if is_that_again else first


def notification_page(
    number: str, action: str = "", typed: dict[str, str] | None = None, problems: Problems | None = None
) -> str:
    """The page of one notification; `action` is the form that was refused."""
    teams = gently(g.bus.routing.list_teams) if has_role("agent", "admin") else None
    typed = dict(typed or {})
    answers = standard_answers.find(typed.get("answer_q", "")) if has_role("agent", "admin") else list
    words = typed.get("item_q", "")
    items = gently(g.bus.catalog.find_items, {"q": words, "limit": MOST_ITEMS}) if words.strip() else None
    shown = g.bus.intake.get_notification(number)
    answer_to = AnswerTo.QUESTION if shown["status"] == Status.WITH_CUSTOMER else AnswerTo.CUSTOMER
    # The same button may mean something else by now; a text must not move into a form it was not meant for.
    meant = not action or action != "answer" or typed.get("to") in (None, "", answer_to)
    typed.setdefault("answer_language", standard_answers.language_of(shown["summary"], shown["description"]))
    offered = meant and (not action or action in shown["actions"])
    return render_template(
        "notification.html",
        shown=shown,
        promise=_promise(shown),
        item_names=_items(shown),
        asked_before=_asked_before(shown),
        teams=((teams() if teams else None) or {"items": []})["items"],
        action=action if offered else "",
        typed=typed,
        answers=answers(),
        items=((items() if items else None) or {"items": []})["items"],
        kinds=list(Kind),
        as_it_is=AS_IT_IS,
        lost=[] if offered else typed_texts(typed),
        answer_to=answer_to,
        problems=problems or Problems(),
    )
