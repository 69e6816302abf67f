"""The keeper's calendars: when somebody is there, on which days it is closed, and the year that makes."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from babel import Locale
from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from services.gateway.login import role_needed
from services.gateway.portal import calendar_year
from services.gateway.portal.blueprint import portal
from services.gateway.portal.calendar_form import (
    MOST_BLOCKS,
    changed_hours,
    closed_days,
    placed_hours,
    read_span,
    sent_hours,
    typed_calendar,
    typed_closure,
)
from services.gateway.portal.calls import once
from services.gateway.portal.errors import status_of
from services.gateway.portal.format import now
from services.gateway.portal.forms import REFUSALS, Problems, typed_in
from services.gateway.portal.keeping import KEEPERS
from services.gateway.portal.layout import one_time_token
from services.shared.calendar import WEEKDAYS
from services.shared.contracts.service_levels import DefineCalendar
from services.shared.errors import Invalid, NotFound

NEW = {"code": "", "name": {}, "zone": "Europe/Amsterdam", "default": False}
OFFICE_DAYS = WEEKDAYS[:5]


@portal.route("/keep/calendars")
@role_needed(*KEEPERS)
def keep_calendars() -> Any:
    """Every calendar, with its hours in short."""
    kept = g.bus.catalog.list_calendars()["items"]
    year = now().year
    closed = {one["code"]: calendar_year.tally(calendar_year.months_of(one, year))["shut"] for one in kept}
    return render_template(
        "keep/calendars.html", kept=kept, closed=closed, year=year, in_short=calendar_year.hours_in_short
    )


@portal.route("/keep/calendars/new")
@role_needed(*KEEPERS)
def keep_calendar_new() -> Any:
    """A calendar that is not there yet: office hours to begin with."""
    hours = {day: [["08:00", "17:00"]] if day in OFFICE_DAYS else [] for day in WEEKDAYS}
    return _hours_form(None, NEW | {"hours": hours}, Problems())


@portal.route("/keep/calendars/code/<code:code>")
@role_needed(*KEEPERS)
def keep_calendar(code: str) -> Any:
    """The year of a calendar."""
    return _year_page(_kept(code), _asked_year(), Problems(), {})


@portal.post("/keep/calendars/code/<code:code>")
@role_needed(*KEEPERS)
def keep_calendar_send(code: str) -> Any:
    """Close some days, or open them again."""
    kept, year = _kept(code), _asked_year()
    if span := read_span(typed_in("open")):
        first, last = span
        left = [one for one in kept["closed"] if not first <= date.fromisoformat(one["day"]) <= last]
        return _close(kept, left, first.year, _("It is not closed for that any more."), {})
    typed = typed_closure(request.form)
    added, problems = closed_days(typed)
    if problems:
        return _year_page(kept, year, problems, typed), 422
    return _add(kept, added, typed)


@portal.route("/keep/calendars/code/<code:code>/hours")
@role_needed(*KEEPERS)
def keep_calendar_hours(code: str) -> Any:
    """What a calendar is called, its zone and its hours."""
    kept = _kept(code)
    return _hours_form(kept, kept, Problems())


@portal.post("/keep/calendars/new")
@portal.post("/keep/calendars/code/<code:code>/hours")
@role_needed(*KEEPERS)
def keep_calendar_hours_send(code: str | None = None) -> Any:
    """Keep name, zone and hours; or change the form, with everything that was typed."""
    kept = _kept(code) if code else None
    typed = typed_calendar(request.form)
    if kept:
        typed |= {"code": kept["code"], "default": typed["default"] or kept["default"]}
    if focus := changed_hours(typed["hours"], request.form.get("do", "save")):
        return _hours_form(kept, typed, Problems(), focus)
    definition = typed | {"hours": sent_hours(typed["hours"]), "closed": kept["closed"] if kept else []}
    try:
        once(typed_in("token"), g.bus.catalog.define_calendar, definition, typed_in("seen"))
    except REFUSALS as refusal:
        return _hours_form(kept, typed, placed_hours(Problems.from_refusal(refusal))), status_of(refusal)
    flash(_("The calendar is saved."))
    return redirect(url_for("portal.keep_calendar", code=typed["code"]))


@portal.route("/keep/calendars/code/<code:code>/holidays")
@role_needed(*KEEPERS)
def keep_holidays(code: str) -> Any:
    """The public holidays of a country in a year, to choose from."""
    return _holidays_page(_kept(code), Problems())


@portal.post("/keep/calendars/code/<code:code>/holidays")
@role_needed(*KEEPERS)
def keep_holidays_send(code: str) -> Any:
    """Close on the holidays that were chosen."""
    kept, chosen = _kept(code), request.form.getlist("day")
    asked = {"country": typed_in("country"), "year": typed_in("year")}
    try:
        known = g.bus.catalog.list_holidays(asked)["items"]
    except REFUSALS as refusal:
        return _holidays_page(kept, Problems.from_refusal(refusal)), status_of(refusal)
    added = [one for one in known if one["day"] in chosen]
    if not added:
        problems = Problems(fields={"day": _("Choose one holiday or more.")})
        return _holidays_page(kept, problems, chosen), 422
    return _add(kept, added, {})


def _add(kept: dict[str, Any], days: list[dict[str, Any]], typed: dict[str, str]) -> Any:
    """Close on these days too; a day that is closed already keeps its reason."""
    closed, year = {one["day"] for one in kept["closed"]}, date.fromisoformat(days[0]["day"]).year
    fresh = [one for one in days if one["day"] not in closed]
    if not fresh:
        flash(_("These days were closed already."))
        return redirect(url_for("portal.keep_calendar", code=kept["code"], year=year))
    said = ngettext("%(num)s closed day is added.", "%(num)s closed days are added.", len(fresh))
    if len(fresh) < len(days):
        said += " " + _("The others were closed already.")
    return _close(kept, kept["closed"] + fresh, year, said, typed)


def _close(kept: dict[str, Any], closed: list[dict[str, Any]], year: int, said: str, typed: dict[str, str]) -> Any:
    """Keep a calendar with these closed days, and show the year they are in."""
    definition = {name: kept[name] for name in DefineCalendar().fields} | {"closed": closed}
    try:
        once(typed_in("token"), g.bus.catalog.define_calendar, definition, typed_in("seen"))
    except REFUSALS as refusal:
        return _year_page(kept, year, _of_closures(Problems.from_refusal(refusal)), typed), status_of(refusal)
    flash(said)
    return redirect(url_for("portal.keep_calendar", code=kept["code"], year=year))


def _of_closures(problems: Problems) -> Problems:
    """What is wrong with a list of closed days is the same for each of a closure, so it is said once."""
    fields: dict[str, str] = {}
    for name, text in problems.fields.items():
        part = name.split(".why.")[-1]
        fields.setdefault(f"why.{part}" if part in ("nl", "en") else "first", text)
    problems.fields = fields
    return problems


def _kept(code: str) -> dict[str, Any]:
    found = (one for one in g.bus.catalog.list_calendars()["items"] if one["code"] == code)
    kept: dict[str, Any] | None = next(found, None)
    if kept is None:
        raise NotFound(f"There is no calendar {code}.")
    return kept


def _asked_year() -> int:
    text = request.values.get("year", "")
    return int(text) if text.isdecimal() and len(text) == 4 else now().year


def _year_page(kept: dict[str, Any], year: int, problems: Problems, typed: dict[str, str]) -> str:
    year = min(max(year, calendar_year.FIRST_YEAR), calendar_year.LAST_YEAR)
    months = calendar_year.months_of(kept, year)
    return render_template(
        "keep/calendar.html",
        kept=kept,
        year=year,
        months=months,
        tally=calendar_year.tally(months),
        closures=calendar_year.closures_in(kept, year),
        weekdays=list(zip(calendar_year.weekday_names("short"), calendar_year.weekday_names(), strict=True)),
        hours=calendar_year.hours_in_short(kept["hours"]),
        today=now().date(),
        years=(calendar_year.FIRST_YEAR, calendar_year.LAST_YEAR),
        problems=problems,
        typed=typed,
        token=one_time_token(),
    )


def _hours_form(kept: dict[str, Any] | None, typed: dict[str, Any], problems: Problems, focus: str = "") -> str:
    return render_template(
        "keep/calendar_hours.html",
        kept=kept,
        seen=typed_in("seen") or (kept["mark"] if kept else ""),
        typed=typed,
        problems=problems,
        focus=focus,
        days=list(zip(WEEKDAYS, calendar_year.weekday_names(), strict=True)),
        most_blocks=MOST_BLOCKS,
        zones=zones(),
        token=one_time_token(),
    )


def _holidays_page(kept: dict[str, Any], problems: Problems, chosen: list[str] | None = None) -> str:
    asked = {"country": request.values.get("country", "NL"), "year": request.values.get("year") or str(now().year)}
    try:
        found = g.bus.catalog.list_holidays(asked)
    except Invalid as refusal:
        # The form is shown again with the countries that there are, and beside its fields what is wrong.
        problems = Problems.from_refusal(refusal)
        found = {"items": [], "countries": g.bus.catalog.list_holidays({"year": now().year})["countries"]}
    names = Locale.parse(calendar_year.locale()).territories
    closed = {one["day"] for one in kept["closed"]}
    holidays = [_holiday(one, kept, closed, chosen) for one in found["items"]]
    return render_template(
        "keep/holidays.html",
        kept=kept,
        asked=asked,
        holidays=holidays,
        countries=sorted(((code, names.get(code, code)) for code in found["countries"]), key=lambda one: one[1]),
        problems=problems,
        token=one_time_token(),
    )


def _holiday(told: dict[str, Any], kept: dict[str, Any], closed: set[str], chosen: list[str] | None) -> dict[str, Any]:
    """A holiday to choose: whether it is closed already, whether it would be open, and whether it is ticked."""
    day = date.fromisoformat(told["day"])
    would_be_open = bool(kept["hours"].get(WEEKDAYS[day.weekday()]))
    inside = told["day"] in closed
    ticked = not inside and (told["day"] in chosen if chosen is not None else would_be_open)
    return told | {"date": day, "inside": inside, "would_be_open": would_be_open, "ticked": ticked}


@cache
def zones() -> list[str]:
    """The time zones to choose from, those of places."""
    return sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "posix/")))
