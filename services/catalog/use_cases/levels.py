"""Calendars and service levels: how fast things are done, and in which hours that is counted."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import holidays

from services.catalog.storage.work import CatalogWork
from services.catalog.use_cases.keeping import require_keeper
from services.shared.calendar import Calendar
from services.shared.contracts.base import one
from services.shared.contracts.service_levels import DefineCalendar, DefineServiceLevel
from services.shared.errors import Invalid

# What holidays calls a language, by what we call it.
SPOKEN = {"nl": "nl", "en": "en_US"}


def define_calendar(work: CatalogWork, asked: dict[str, Any], now: datetime) -> dict[str, Any]:
    """Keep when somebody is there; raises Invalid for overlapping hours, and for hours that are none."""
    require_keeper(work, "define a calendar")
    definition = dict(one(DefineCalendar).dump(asked))
    Calendar.read(definition)
    work.calendars.keep(definition)
    work.journal.add("calendar_defined", subject=asked["code"], occurred_at=now, **definition)
    return definition


def define_service_level(work: CatalogWork, asked: dict[str, Any], now: datetime) -> dict[str, Any]:
    """Keep how fast things are done; raises Invalid for a calendar that is not there."""
    require_keeper(work, "define a service level")
    if asked["calendar"] is not None and asked["calendar"] not in work.calendars.codes():
        message = f"There is no calendar {asked['calendar']}."
        raise Invalid(message, {"calendar": [message]})
    definition = dict(one(DefineServiceLevel).dump(asked))
    work.service_levels.keep(definition)
    told = asked | {"default": definition["default"]}
    work.journal.add("service_level_defined", subject=asked["code"], occurred_at=now, **told)
    return definition


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
        ]
    }


def _spoken(country: str, language: str) -> str | None:
    """The language to name holidays in; None, which is the country's own, when there are no names in it."""
    known = getattr(holidays.country_holidays(country), "supported_languages", ())
    return language if language in known else None
