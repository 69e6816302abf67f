"""Calendars and service levels: how fast things are done, and in which hours that is counted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any

import holidays

from services.catalog.storage.calendars import WithDefault
from services.catalog.storage.work import CatalogWork
from services.catalog.use_cases.keeping import require_keeper
from services.shared.calendar import Calendar
from services.shared.contracts.base import one
from services.shared.contracts.catalog_views import ExplainedTargetsView
from services.shared.contracts.service_levels import DefineCalendar, DefineServiceLevel
from services.shared.errors import Invalid
from services.shared.lead_time import ready_by
from services.shared.seen import mark, require_seen

# What holidays calls a language, by what we call it.
SPOKEN = {"nl": "nl", "en": "en_US"}
# Who wants to see how targets fall looks at the first days; a year of them is no explanation.
MOST_STRETCHES = 100
NOTHING_KNOWN = {"open": None, "until": None, "opens": None}


def define_calendar(work: CatalogWork, asked: dict[str, Any], now: datetime, seen: str | None = None) -> dict[str, Any]:
    """Keep when somebody is there; raises Invalid for overlapping hours, and for hours that are none.

    Raises Refused when it is not as it was `seen`.
    """
    require_keeper(work, "define a calendar")
    _require_seen(work.calendars, asked["code"], seen, f"There is a calendar {asked['code']} already.")
    definition = dict(one(DefineCalendar).dump(asked))
    Calendar.read(definition)
    work.calendars.keep(definition)
    work.journal.add("calendar_defined", subject=asked["code"], occurred_at=now, **definition)
    return definition


def define_service_level(
    work: CatalogWork, asked: dict[str, Any], now: datetime, seen: str | None = None
) -> dict[str, Any]:
    """Keep how fast things are done; raises Invalid for a calendar that is not there.

    Raises Refused when it is not as it was `seen`.
    """
    require_keeper(work, "define a service level")
    _require_seen(work.service_levels, asked["code"], seen, f"There is a service level {asked['code']} already.")
    if asked["calendar"] is not None and asked["calendar"] not in work.calendars.codes():
        raise _no_calendar(f"There is no calendar {asked['calendar']}.")
    definition = dict(one(DefineServiceLevel).dump(asked))
    work.service_levels.keep(definition)
    told = asked | {"default": definition["default"]}
    work.journal.add("service_level_defined", subject=asked["code"], occurred_at=now, **told)
    return definition


def explain_targets(work: CatalogWork, asked: dict[str, Any]) -> dict[str, Any]:
    """When targets fall, and what of the time until then counts; raises Invalid without a calendar to count in."""
    told = work.calendars.of(asked["calendar"])
    if told is None:
        code = asked["calendar"]
        raise _no_calendar(f"There is no calendar {code}." if code else "No calendar was made yet. Make one first.")
    calendar, at = Calendar.read(told), asked["at"]
    moments = [ready_by(target["within"], calendar, at) for target in asked["targets"]]
    last = max((moment for moment in moments if moment), default=at)
    return {
        "calendar": told["code"],
        "zone": told["zone"],
        "items": list(zip(asked["targets"], moments, strict=True)),
        "stretches": calendar.stretches(at, last),
    }


def _require_seen(kept: WithDefault[Any], code: str, seen: str | None, taken: str) -> None:
    require_seen(code, mark(kept.held().get(code)), seen, f"{taken} Choose another code.")


def _no_calendar(message: str) -> Invalid:
    return Invalid(message, {"calendar": [message]})


def list_holidays(country: str, year: int) -> dict[str, Any]:
    """The public holidays of a country in a year, by day; raises Invalid for a country that is not known."""
    try:
        named = {
            language: holidays.country_holidays(country.upper(), years=year, language=_spoken(country.upper(), spoken))
            for language, spoken in SPOKEN.items()
        }
    except NotImplementedError:
        message = f"No public holidays are known of {country}. Give a country as NL, BE or DE."
        raise Invalid(message, {"country": [message]}) from None
    days = sorted(named["nl"])
    return {
        "items": [
            {"day": day.isoformat(), "why": {language: named[language][day] for language in named}} for day in days
        ],
        "countries": countries(),
    }


@cache
def countries() -> list[str]:
    """The countries of which public holidays are known."""
    return sorted(holidays.list_supported_countries(include_aliases=False))


def _spoken(country: str, language: str) -> str | None:
    """The language to name holidays in; None, which is the country's own, when there are no names in it."""
    known = getattr(holidays.country_holidays(country), "supported_languages", ())
    return language if language in known else None


def opening(work: CatalogWork, now: datetime) -> dict[str, Any]:
    """Whether it is open now, and until or from when; nothing is known of that without a calendar that ever opens."""
    told = work.calendars.of(None)
    if told is None:
        return NOTHING_KNOWN
    calendar = Calendar.read(told)
    if calendar.is_open(now):
        closes = calendar.closing(now)
        return {"open": True, "until": closes.isoformat() if closes else None, "opens": None}
    try:
        return {"open": False, "until": None, "opens": calendar.opening(now).isoformat()}
    except Invalid:
        # All its days are closed ones, for years.
        return NOTHING_KNOWN


def definitions(kept: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Calendars or service levels, each with the mark by which its keeper shows to have seen it."""
    return {"items": [one | {"mark": mark(one)} for one in kept]}


def explained(found: dict[str, Any]) -> dict[str, Any]:
    """When targets fall, and the time until the last of them in stretches; a long time in its first ones."""
    return ExplainedTargetsView.show(
        found
        | {
            "items": [target | {"falls_at": at} for target, at in found["items"]],
            "stretches": found["stretches"][:MOST_STRETCHES],
        }
    )
