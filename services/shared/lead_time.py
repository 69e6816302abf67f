"""Lead times: when something that is asked for now is ready, and how that is promised in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from services.shared.calendar import Calendar
from services.shared.errors import Invalid
from services.shared.months import MONTHS, WEEKDAYS
from services.shared.vocabulary import TimeUnit

LeadTime = Mapping[str, Any]
Local = dict[str, str]
# One of each unit, and more of them, in Dutch and English.
IN_WORDS = {
    "minutes": (("minuut werktijd", "working minute"), ("minuten werktijd", "working minutes")),
    "hours": (("werkuur", "working hour"), ("werkuren", "working hours")),
    "days": (("werkdag", "working day"), ("werkdagen", "working days")),
}


def ready_by(lead_time: LeadTime, calendar: Calendar, asked_at: datetime) -> datetime | None:
    """When it is ready: so much opening time later, or the end of so many working days later; None for never."""
    try:
        if lead_time["unit"] == TimeUnit.DAYS:
            return calendar.add_days(asked_at, lead_time["amount"])
        return calendar.add(asked_at, timedelta(**{str(lead_time["unit"]): lead_time["amount"]}))
    except Invalid:
        # A calendar that is hardly ever open is no reason to refuse what is asked for.
        return None


def promised(lead_time: LeadTime, calendar: Calendar, asked_at: datetime) -> dict[str, Any] | None:
    """What is promised to who asks now: `{"ready_by": moment in ISO, "text": {nl, en}}`; None when nothing can be."""
    at = ready_by(lead_time, calendar, asked_at)
    if at is None:
        return None
    wall = at.astimezone(calendar.zone)
    day = {
        language: f"{WEEKDAYS[language][wall.weekday()]} {wall.day} {months[wall.month - 1]} {wall.year}"
        for language, months in MONTHS.items()
    }
    text = {
        "nl": f"{takes(lead_time)['nl']}: uiterlijk {day['nl']}, {wall:%H:%M} uur.",
        "en": f"{takes(lead_time)['en']}: at the latest on {day['en']} at {wall:%H:%M}.",
    }
    return {"ready_by": at.isoformat(), "text": text}


def takes(lead_time: LeadTime) -> Local:
    """How long it takes, in working time."""
    count = lead_time["amount"]
    dutch, english = IN_WORDS[lead_time["unit"]][count != 1]
    return {"nl": f"Binnen {count} {dutch}", "en": f"Within {count} {english}"}
