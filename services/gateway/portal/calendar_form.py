"""A calendar's forms: hours by the weekday with any number of blocks, and closures from a day to a day."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict

from services.gateway.portal.calendar_year import FIRST_YEAR, LAST_YEAR, days_between, weekday_names
from services.gateway.portal.forms import Problems
from services.shared.calendar import WEEKDAYS

Definition = dict[str, Any]
BLOCK = re.compile(r"hours\.(" + "|".join(WEEKDAYS) + r")\.(\d{1,2})\.([01])")
BUTTON = re.compile(r"(add|remove|copy)\.(" + "|".join(WEEKDAYS) + r")(?:\.(\d{1,2}))?")
TIME = re.compile(r"(\d{1,2})(?:\s*[:.,uh]\s*)?(\d{2})?")
MOST_BLOCKS = 8
LONGEST_CLOSURE = 366


def typed_calendar(form: MultiDict[str, str]) -> Definition:
    """The calendar that was typed, with the empty blocks that are still to be filled in."""
    hours: dict[str, dict[int, list[str]]] = {day: {} for day in WEEKDAYS}
    for name in form:
        if found := BLOCK.fullmatch(name):
            block = hours[found[1]].setdefault(int(found[2]), ["", ""])
            block[int(found[3])] = as_time(_typed(form, name))
    return {
        "code": _typed(form, "code"),
        "name": {language: _typed(form, f"name.{language}") for language in ("nl", "en")},
        "zone": _typed(form, "zone"),
        "hours": {day: [blocks[place] for place in sorted(blocks)] for day, blocks in hours.items()},
        "default": form.get("default") == "yes",
    }


def sent_hours(hours: dict[str, list[list[str]]]) -> dict[str, list[list[str]]]:
    """The hours that go to catalog: a block of which nothing was filled in is none."""
    return {day: filled for day, blocks in hours.items() if (filled := [block for block in blocks if any(block)])}


def changed_hours(hours: dict[str, list[list[str]]], intent: str) -> str | None:
    """Add or take away a block, or take over the day before; None for another button.

    Answers the name of the field to go on at.
    """
    found = BUTTON.fullmatch(intent)
    if not found:
        return None
    action, day, place = found[1], found[2], int(found[3] or 0)
    blocks = hours[day]
    if action == "add" and len(blocks) < MOST_BLOCKS:
        blocks.append(["", ""])
    elif action == "remove" and place < len(blocks):
        del blocks[place]
    elif action == "copy":
        blocks[:] = [list(block) for block in hours[WEEKDAYS[WEEKDAYS.index(day) - 1]]]
    at = len(blocks) - 1 if action == "add" else min(place, len(blocks) - 1)
    return f"hours.{day}.{at}.0" if blocks else f"hours.{day}"


def placed_hours(problems: Problems) -> Problems:
    """The problems of a calendar, each beside the day or field that it is about."""
    fields: dict[str, str] = {}
    for name, text in problems.fields.items():
        at = re.sub(r"^(hours\.\w+)\..*", r"\1", name)
        fields[at] = " ".join(filter(None, (fields.get(at), text)))
    problems.fields = fields
    labels = {"code": _l("Code"), "name.nl": _l("Name in Dutch"), "name.en": _l("Name in English")}
    labels |= {"zone": _l("Time zone")}
    labels |= {f"hours.{day}": name.capitalize() for day, name in zip(WEEKDAYS, weekday_names(), strict=True)}
    problems.labels = {name: str(labels[name]) for name in fields if name in labels}
    return problems


def typed_closure(form: MultiDict[str, str]) -> Definition:
    """The closure that was typed."""
    return {name: _typed(form, name) for name in ("first", "last", "why.nl", "why.en")}


def closed_days(typed: Definition) -> tuple[list[Definition], Problems]:
    """The days of a closure, or what is wrong with it."""
    problems = Problems(
        labels={
            "first": _("First day"),
            "last": _("Last day"),
            "why.nl": _("Reason in Dutch"),
            "why.en": _("Reason in English"),
        }
    )
    first = _read_day(typed["first"], "first", problems)
    last = _read_day(typed["last"], "last", problems) if typed["last"] else first
    if first and last and last < first:
        problems.add("last", _("This is before the first day."))
    elif first and last and (last - first).days >= LONGEST_CLOSURE:
        problems.add("last", _("Close for a year at most; this is %(count)s days.", count=(last - first).days + 1))
    for name in ("why.nl", "why.en"):
        if not typed[name]:
            problems.add(name, _("Fill this in."))
    if problems.fields or not first or not last:
        return [], problems
    why = {"nl": typed["why.nl"], "en": typed["why.en"]}
    return [{"day": day.isoformat(), "why": why} for day in days_between(first, last)], problems


def read_span(text: str) -> tuple[date, date] | None:
    """The first and last day of a closure, as its button sent them."""
    try:
        first, last = (date.fromisoformat(part) for part in text.split("/"))
    except ValueError:
        return None
    return first, last


def as_time(text: str) -> str:
    """A time as a calendar takes it, from how people write one: '8', '830', '8.30' and '8u30'; other text stays."""
    found = TIME.fullmatch(text)
    return f"{int(found[1]):02}:{found[2] or '00'}" if found else text


def _read_day(text: str, name: str, problems: Problems) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        problems.add(name, _("Not a valid date.") if text else _("Fill this in."))
        return None
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return day
    problems.add(name, _("Give a day from %(first)s to %(last)s.", first=FIRST_YEAR, last=LAST_YEAR))
    return None


def _typed(form: MultiDict[str, str], name: str) -> str:
    return form.get(name, "").replace("\0", "").strip()
