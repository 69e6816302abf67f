"""Whether a catalogue item may be asked for: by this customer, about this place, on this day, as this kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from services.intake.domain.sight import is_staff
from services.shared.actor import Actor
from services.shared.vocabulary import Kind

# A question or a complaint may be about anything that there is.
ABOUT_ANYTHING = (Kind.INFORMATION, Kind.COMPLAINT)


def refusals(
    item: Mapping[str, Any], kind: Kind, organisation: str | None, building: str | None, today: date
) -> Iterator[tuple[str, str]]:
    """The field and the reason, for each reason why this item cannot be asked for like this."""
    code, buildings = item["code"], (item.get("audience") or {}).get("buildings")
    if not is_offered(item, today):
        yield "catalogue_item", f"{code} cannot be asked for at this time."
    if not is_meant_for(item, organisation):
        yield "catalogue_item", f"{code} is not meant for this organisation."
    if buildings and building is None:
        yield "location", f"Say in which building: {code} is not delivered everywhere."
    elif buildings and building not in buildings:
        yield "location", f"{code} is not delivered in this building."
    if kind not in ABOUT_ANYTHING and kind not in item.get("kinds", [kind]):
        yield "kind", f"{code} is not asked for as a {kind}."


def is_offered(item: Mapping[str, Any], today: date) -> bool:
    """Whether it can be asked for on this day."""
    begins, ends, day = item.get("valid_from"), item.get("valid_to"), today.isoformat()
    return not (item.get("retired") or (begins and day < begins) or (ends and day > ends))


def is_meant_for(item: Mapping[str, Any], organisation: str | None) -> bool:
    """Whether who belongs to this organisation may ask for it."""
    return organisation in ((item.get("audience") or {}).get("organisations") or [organisation])


def may_know(item: Mapping[str, Any], actor: Actor, organisation: str | None, today: date) -> bool:
    """Whether this item is there for who asks: the desk may know of all."""
    roles = (item.get("audience") or {}).get("roles")
    if is_staff(actor):
        return True
    return is_offered(item, today) and is_meant_for(item, organisation) and (not roles or actor.has(*roles))
