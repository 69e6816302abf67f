"""The keeper's service levels: the matrix, the targets of each priority, and an example of when they fall."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _

from services.gateway.login import role_needed
from services.gateway.portal.blueprint import portal
from services.gateway.portal.calls import gently, once
from services.gateway.portal.errors import status_of
from services.gateway.portal.format import now, zone
from services.gateway.portal.forms import REFUSALS, Problems, typed_in
from services.gateway.portal.keeping import KEEPERS
from services.gateway.portal.layout import one_time_token
from services.gateway.portal.service_level_form import (
    placed_targets,
    read_wall,
    sent_service_level,
    sent_targets,
    shown_service_level,
    typed_service_level,
)
from services.shared.errors import NotFound
from services.shared.lead_time import takes
from services.shared.vocabulary import FIRST_YEAR, LAST_YEAR, Priority, Target, TargetUnit, Weight


@portal.route("/keep/service-levels")
@role_needed(*KEEPERS)
def keep_service_levels() -> Any:
    """Every service level."""
    calendars = gently(g.bus.catalog.list_calendars)
    kept = g.bus.catalog.list_service_levels()["items"]
    named = {one["code"]: one["name"] for one in (calendars() or {"items": []})["items"]}
    return render_template("keep/service_levels.html", kept=kept, named=named)


@portal.route("/keep/service-levels/new")
@role_needed(*KEEPERS)
def keep_service_level_new() -> Any:
    """A service level that is not there yet, with a usual matrix."""
    return _form(None, shown_service_level(None), Problems())


@portal.route("/keep/service-levels/code/<code:code>")
@role_needed(*KEEPERS)
def keep_service_level(code: str) -> Any:
    """A service level as it is."""
    kept = _kept(code)
    return _form(kept, shown_service_level(kept), Problems())


@portal.post("/keep/service-levels/new")
@portal.post("/keep/service-levels/code/<code:code>")
@role_needed(*KEEPERS)
def keep_service_level_send(code: str | None = None) -> Any:
    """Keep a service level; or show what the numbers come to, as they are typed."""
    kept = _kept(code) if code else None
    typed = typed_service_level(request.form)
    if kept:
        typed |= {"code": kept["code"], "default": typed["default"] or kept["default"]}
    if request.form.get("do") == "example":
        return _form(kept, typed, Problems())
    try:
        once(typed_in("token"), g.bus.catalog.define_service_level, sent_service_level(typed), typed_in("seen"))
    except REFUSALS as refusal:
        return _form(kept, typed, placed_targets(Problems.from_refusal(refusal), typed)), status_of(refusal)
    flash(_("The service level is saved."))
    return redirect(url_for("portal.keep_service_level", code=typed["code"]))


def _kept(code: str) -> dict[str, Any]:
    found = (one for one in g.bus.catalog.list_service_levels()["items"] if one["code"] == code)
    kept: dict[str, Any] | None = next(found, None)
    if kept is None:
        raise NotFound(f"There is no service level {code}.")
    return kept


def _form(kept: dict[str, Any] | None, typed: dict[str, Any], problems: Problems) -> str:
    calendars = (gently(g.bus.catalog.list_calendars)() or {"items": []})["items"]
    example = _example(typed, calendars)
    if example["problem"]:
        problems.add("at", example["problem"])
    return render_template(
        "keep/service_level.html",
        kept=kept,
        seen=typed_in("seen") or (kept["mark"] if kept else ""),
        typed=typed,
        problems=problems,
        calendars=calendars,
        weights=list(Weight)[::-1],
        priorities=list(Priority),
        targets=list(Target),
        units=list(TargetUnit),
        example=example,
        token=one_time_token(),
    )


def _example(typed: dict[str, Any], calendars: list[dict[str, Any]]) -> dict[str, Any]:
    """When the targets of one priority fall for what is told at a moment: now, until a keeper types another."""
    sent = sent_targets(typed).values()
    filled = [one["priority"] for one in sent]
    priority = typed_in("example.priority") or next(iter(sorted(filled)), Priority.P1.value)
    counting = next((one for one in calendars if one["code"] == (typed["calendar"] or "") or _is_usual(one, typed)), {})
    place = counting.get("zone") or str(zone())
    written = typed_in("at") or f"{now().astimezone(ZoneInfo(place)):%Y-%m-%dT%H:%M}"
    shown: dict[str, Any] = {"priority": priority, "at": written, "place": place, "rows": [], "items": []}
    shown |= {"problem": "", "more": False, "elsewhere": place != str(zone())}
    at = read_wall(written, place)
    if at is None:
        return shown | {"problem": _("Give a date and a time, as 2026-11-27 16:30.")}
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        return shown | {"problem": _("Give a moment from 2000 to 2099.")}
    asked = {"calendar": typed["calendar"] or None, "at": at.isoformat()}
    targets = [one for one in sent if one["priority"] == priority]
    if not targets:
        return shown
    try:
        found = g.bus.catalog.explain_targets(asked | {"targets": targets})
    except REFUSALS:
        # What is wrong with the targets or the calendar is said beside them when the form is sent.
        return shown | {"unclear": True}
    falling = sorted((one["falls_at"], one["target"]) for one in found["items"] if one["falls_at"])
    rows = [one | {"same_day": _is_on_one_day(one, place)} for one in _rows(found["stretches"], falling)]
    cut = bool(falling and found["stretches"]) and found["stretches"][-1]["end"] < falling[-1][0]
    items = [one | {"takes": takes(one["within"])} for one in found["items"]]
    return shown | {"items": items, "rows": rows, "more": cut}


def _is_on_one_day(row: dict[str, Any], place: str) -> bool:
    days = {row[name].astimezone(ZoneInfo(place)).date() for name in ("start", "end") if name in row}
    return len(days) == 1


def _is_usual(calendar: dict[str, Any], typed: dict[str, Any]) -> bool:
    return not typed["calendar"] and bool(calendar["default"])


def _rows(stretches: list[dict[str, Any]], falling: list[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    """The time until the last target, line by line: each stretch, cut where a target falls, and the targets."""
    waiting = [(datetime.fromisoformat(at), target) for at, target in falling]
    for one in stretches:
        start, end = (datetime.fromisoformat(one[name]) for name in ("start", "end"))
        while waiting and waiting[0][0] <= end:
            at, target = waiting.pop(0)
            if start < at:
                yield {"start": start, "end": at, "why": one["why"]}
            yield {"at": at, "target": target}
            start = max(start, at)
        if start < end:
            yield {"start": start, "end": end, "why": one["why"]}
