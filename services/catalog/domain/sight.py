"""What of the catalogue someone may see: staff see all of it, others what is meant for them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from services.shared.actor import Actor

KEEPERS = ("manager", "admin")
STAFF = ("agent", "specialist", "account_manager", *KEEPERS)


def is_staff(actor: Actor) -> bool:
    """Whether this is somebody of the facility organisation, or another service."""
    return actor.has(*STAFF)


def may_see_item(actor: Actor, definition: Mapping[str, Any], *, retired: bool, today: date) -> bool:
    """Whether this actor may ask for an item like this today."""
    if is_staff(actor):
        return True
    audience = definition["audience"] or {}
    begins, ends, day = definition["valid_from"], definition["valid_to"], today.isoformat()
    return (
        not retired
        and (not begins or begins <= day)
        and (not ends or day <= ends)
        and _fits(audience.get("organisations"), [actor.organisation] if actor.organisation else [])
        and _fits(audience.get("roles"), actor.roles)
    )


def may_see_article(actor: Actor, definition: Mapping[str, Any], *, retired: bool) -> bool:
    """Whether this actor may read an article."""
    return is_staff(actor) or (bool(definition["public"]) and not retired)


def _fits(wanted: list[str] | None, given: list[str] | tuple[str, ...]) -> bool:
    return not wanted or any(one in wanted for one in given)
