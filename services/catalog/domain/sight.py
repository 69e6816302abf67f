"""What of the catalogue someone may see: staff see all of it, others what is meant for them.

In which buildings an item is delivered hides it from nobody: where somebody is does not follow from who they are, and
a request may be about another place. So an item says its buildings, and is refused where the place is chosen.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import date
from typing import Any

from services.shared.actor import Actor
from services.shared.vocabulary import Offer

KEEPERS = ("manager", "admin")
STAFF = ("agent", "specialist", "account_manager", *KEEPERS)


def is_staff(actor: Actor) -> bool:
    """Whether this is somebody of the facility organisation, or another service."""
    return actor.has(*STAFF)


def may_see_item(actor: Actor, definition: Mapping[str, Any], *, retired: bool, today: date) -> bool:
    """Whether this actor may ask for an item like this today."""
    if is_staff(actor):
        return True
    return offer_of(definition, retired=retired, today=today) == Offer.NOW and _is_meant_for(actor, definition)


def may_recall_item(actor: Actor, definition: Mapping[str, Any], *, retired: bool, today: date) -> bool:
    """Whether this actor may have asked for an item like this before, and so may know that it is over."""
    return offer_of(definition, retired=retired, today=today) == Offer.OVER and _is_meant_for(actor, definition)


def may_see_article(actor: Actor, definition: Mapping[str, Any], *, retired: bool) -> bool:
    """Whether this actor may read an article."""
    return is_staff(actor) or (bool(definition["public"]) and not retired)


def may_recall_article(definition: Mapping[str, Any], *, retired: bool) -> bool:
    """Whether everybody could read an article before it was retired, and so may know that it is."""
    return bool(definition["public"]) and retired


def offer_of(definition: Mapping[str, Any], *, retired: bool, today: date) -> Offer:
    """Whether an item like this can be asked for today, not before some later day, or not any more."""
    begins, ends, day = definition["valid_from"], definition["valid_to"], today.isoformat()
    # What was taken back before its first day never could be asked for.
    if begins and day < begins:
        return Offer.LATER
    return Offer.OVER if retired or (ends and ends < day) else Offer.NOW


def as_seen(actor: Actor, definition: Mapping[str, Any], known: Container[str]) -> dict[str, Any]:
    """Where an item is delivered; who is not of the staff reads of no audience, no team and no item not `known`."""
    audience = definition["audience"] or {}
    buildings = {"buildings": audience.get("buildings", [])}
    if is_staff(actor):
        return buildings
    steps = [step | {"team": None} for step in definition["steps"]]
    related = [code for code in definition["related"] if code in known]
    return buildings | {"audience": None, "related": related, "steps": steps}


def _is_meant_for(actor: Actor, definition: Mapping[str, Any]) -> bool:
    audience = definition["audience"] or {}
    organisations = [actor.organisation] if actor.organisation else []
    return is_staff(actor) or (
        _fits(audience.get("organisations"), organisations) and _fits(audience.get("roles"), actor.roles)
    )


def _fits(wanted: list[str] | None, given: list[str] | tuple[str, ...]) -> bool:
    return not wanted or any(one in wanted for one in given)
