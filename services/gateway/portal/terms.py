"""The terms of a catalogue item in words: what it costs, how long it takes, and who must agree."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from babel.numbers import format_currency
from flask import Flask
from flask_babel import gettext, ngettext

from services.gateway.portal.format import moment
from services.gateway.portal.language import current_language, local


def amount(euros: str) -> str:
    """An amount of euros: '€ 12,50'."""
    return _in_euros(euros, "en_GB" if current_language() == "en" else "nl")


# Many things cost the same, and Babel takes as long for one amount as a page for the rest of an item.
@lru_cache(maxsize=1000)
def _in_euros(euros: str, locale: str) -> str:
    return format_currency(euros, "EUR", locale=locale)


def price(told: dict[str, Any] | None) -> str:
    """What it costs, per what, and who pays: '€ 12,50 per persoon, voor rekening van uw organisatie'."""
    if not told or (told["payer"] == "nobody"):
        return gettext("Nothing")
    costs = _costs(told)
    if told["payer"] == "organisation":
        return gettext("%(price)s, paid by your organisation", price=costs)
    return gettext("%(price)s, paid by yourself", price=costs) if told["payer"] == "customer" else costs


def price_in_short(entry: dict[str, Any]) -> str:
    """What it costs, for a list: '€ 12,50 per persoon'; nothing is said of what nobody thinks to pay for."""
    told, kinds = entry.get("price"), entry.get("kinds", ())
    if told and told["payer"] != "nobody":
        return _costs(told)
    return gettext("Costs nothing") if told or ("wish" in kinds and "malfunction" not in kinds) else ""


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


def _costs(told: dict[str, Any]) -> str:
    costs = amount(told["amount"])
    if not told["unit"]:
        return costs
    return gettext("%(amount)s per %(unit)s", amount=costs, unit=local(told["unit"]).removeprefix("per "))


def approval(told: dict[str, Any]) -> str:
    """Who must agree first."""
    if told["rule"] == "above_amount":
        return gettext("Above %(amount)s your budget holder must agree first", amount=amount(told["amount"]))
    return gettext("Your budget holder must agree first")


def set_up(app: Flask) -> None:
    """Make the terms known to the templates."""
    app.jinja_env.filters.update(
        price=price, price_in_short=price_in_short, ready_by=ready_by, approval=approval, zip=zip
    )
