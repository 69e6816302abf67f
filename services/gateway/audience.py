"""For whom the catalogue is shown: an item may be meant for one organisation only, and intake knows who is in which."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from weakref import WeakKeyDictionary

from flask import Flask, current_app

from services.gateway.current import current
from services.shared.errors import DeskError
from services.shared.kit.remembered import Remembered

SECONDS, AT_MOST = 60.0, 10_000
_organisations: WeakKeyDictionary[Flask, Remembered[str]] = WeakKeyDictionary()


def catalog() -> Any:
    """The catalogue's client, for a call that tells of which organisation the customer is who asks."""
    _, kept = current()
    actor = kept.actor
    if actor is not None and actor.customer and actor.organisation is None:
        organisation = _organisation_of(kept.bus, actor.customer)
        if organisation:
            kept.actor = replace(actor, organisation=organisation)
            kept.bus.tell(actor=kept.actor.to_header())
    return kept.bus.catalog


def _organisation_of(bus: Any, customer: str) -> str | None:
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    remembered = _organisations.setdefault(app, Remembered(SECONDS, AT_MOST))
    organisation = remembered.get(customer)
    if organisation is None:
        try:
            organisation = str(bus.intake.get_customer(customer)["organisation"]["code"])
        except (DeskError, KeyError, TypeError):
            # Without intake the catalogue shows what is meant for everyone.
            return None
        remembered.keep(customer, organisation)
    return organisation
