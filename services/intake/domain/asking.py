"""Whether a catalogue item may be asked for: by this customer, about this place, on this day, as this kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from services.intake.domain.sight import is_staff
from services.shared.actor import Actor
from services.shared.vocabulary import ABOUT_ANYTHING, Kind


def refusals(
    item: Mapping[str, Any], kind: Kind, organisation: str | None, building: str | None, today: date
) -> Iterator[tuple[str, str]]:
    """The field and the reason, for each reason why this item cannot be asked for like this."""
    code = item["code"]
    if not is_offered(item, today):
        yield "catalogue_item", f"{code} cannot be asked for at this time."
    if not is_meant_for(item, organisation):
        yield "catalogue_item", f"{code} is not meant for this organisation."
    if reason := why_not_there(item, building, code):
        yield "location", reason
    if reason := why_not_as(item, kind, code):
        yield "kind", reason


def buildings_of(item: Mapping[str, Any]) -> list[str]:
    """The only buildings in which it is delivered; none when that is everywhere."""
    return list((item.get("audience") or {}).get("buildings") or ())


def why_not_there(item: Mapping[str, Any], building: str | None, name: str) -> str | None:
    """The reason why this item, called `name`, is not delivered at a place in this building."""
    buildings = buildings_of(item)
    if not buildings or building in buildings:
        return None
    if building is None:
        return f"Say in which building: {name} is not delivered everywhere."
    return f"{name} is not delivered in this building."


def why_not_as(item: Mapping[str, Any], kind: Kind, name: str) -> str | None:
    """The reason why this item, called `name`, is not asked for as this kind."""
    fits = kind in ABOUT_ANYTHING or kind in item.get("kinds", [kind])
    return None if fits else f"{name} is not asked for as a {kind}."


def is_offered(item: Mapping[str, Any], today: date) -> bool:
    """Whether it can be asked for on this day."""
    begins, ends, day = item.get("valid_from"), item.get("valid_to"), today.isoformat()
    return not (item.get("retired") or (begins and day < begins) or (ends and day > ends))


def is_meant_for(item: Mapping[str, Any], organisation: str | None) -> bool:
    """Whether who belongs to this organisation may ask for it."""
    return organisation in ((item.get("audience") or {}).get("organisations") or [organisation])


def is_for(item: Mapping[str, Any], actor: Actor, organisation: str | None) -> bool:
    """Whether this item is meant for who asks; for whom it is, the desk knows."""
    roles = (item.get("audience") or {}).get("roles")
    return is_staff(actor) or (is_meant_for(item, organisation) and (not roles or actor.has(*roles)))


def may_know(item: Mapping[str, Any], actor: Actor, organisation: str | None, today: date) -> bool:
    """Whether this item is there for who asks: the desk may know of all."""
    return is_staff(actor) or (is_offered(item, today) and is_for(item, actor, organisation))
