"""Whether a catalogue item may be asked for: by this customer, about this place, on this day, as this kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from services.shared.vocabulary import Kind

# A question or a complaint may be about anything that there is.
ABOUT_ANYTHING = (Kind.INFORMATION, Kind.COMPLAINT)


def refusals(
    item: Mapping[str, Any], kind: Kind, organisation: str | None, building: str | None, today: date
) -> Iterator[tuple[str, str]]:
    """The field and the reason, for each reason why this item cannot be asked for like this."""
    code, audience, day = item["code"], item.get("audience") or {}, today.isoformat()
    begins, ends = item.get("valid_from"), item.get("valid_to")
    if item.get("retired") or (begins and day < begins) or (ends and day > ends):
        yield "catalogue_item", f"{code} cannot be asked for at this time."
    if organisation not in (audience.get("organisations") or [organisation]):
        yield "catalogue_item", f"{code} is not meant for this organisation."
    if building is not None and building not in (audience.get("buildings") or [building]):
        yield "location", f"{code} is not delivered in this building."
    if kind not in ABOUT_ANYTHING and kind not in item.get("kinds", [kind]):
        yield "kind", f"{code} is not asked for as a {kind}."
