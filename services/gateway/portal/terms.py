"""The terms of a catalogue item in words: what it costs, how long it takes, and who must agree."""

from __future__ import annotations

from typing import Any

from babel.numbers import format_currency
from flask import Flask
from flask_babel import gettext, ngettext

from services.gateway.portal.format import moment
from services.gateway.portal.language import current_language, local


def amount(euros: str) -> str:
    """An amount of euros: '€ 12,50'."""
    return format_currency(euros, "EUR", locale="en_GB" if current_language() == "en" else "nl")


def price(told: dict[str, Any] | None) -> str:
    """What it costs, per what, and who pays: '€ 12,50 per persoon, voor rekening van uw organisatie'."""
    if not told or (told["payer"] == "nobody"):
        return gettext("Nothing")
    costs = amount(told["amount"])
    if told["unit"]:
        costs = gettext("%(amount)s per %(unit)s", amount=costs, unit=local(told["unit"]).removeprefix("per "))
    if told["payer"] == "organisation":
        return gettext("%(price)s, paid by your organisation", price=costs)
    return gettext("%(price)s, paid by yourself", price=costs) if told["payer"] == "customer" else costs


def ready_by(item: dict[str, Any]) -> str:
    """How long it takes, and when that would be: 'Binnen 2 werkdagen: dinsdag 1 december'."""
    count, unit = item["lead_time"]["amount"], item["lead_time"]["unit"]
    if unit == "days":
        takes = ngettext("Within %(num)s working day", "Within %(num)s working days", count)
    else:
        takes = ngettext("Within %(num)s working hour", "Within %(num)s working hours", count)
    if not item.get("ready_by"):
        return str(takes)
    return gettext("%(takes)s: %(moment)s at the latest", takes=takes, moment=moment(item["ready_by"]))


def approval(told: dict[str, Any]) -> str:
    """Who must agree first."""
    if told["rule"] == "above_amount":
        return gettext("Above %(amount)s your budget holder must agree first", amount=amount(told["amount"]))
    return gettext("Your budget holder must agree first")


def set_up(app: Flask) -> None:
    """Make the terms known to the templates."""
    app.jinja_env.filters.update(price=price, ready_by=ready_by, approval=approval, zip=zip)
