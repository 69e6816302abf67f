"""What Balie suggests from somebody's own words: shown in public words, and never more than a suggestion."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from services.gateway.audience import catalog
from services.gateway.portal.calls import gently
from services.gateway.portal.language import current_language
from services.shared.vocabulary import Kind

CODE = re.compile(r"[a-zA-Z0-9][\w.-]{0,39}", re.ASCII)
LONGEST = 8000


def suggest(*said: str) -> Any:
    """Start asking what these words tell of; its answer is None when that cannot be asked now."""
    words = "\n".join(text for text in said if text.strip())[:LONGEST]
    return gently(catalog().suggest, {"q": words, "language": current_language()}) if words else lambda: None


def typed_suggestion(found: dict[str, Any] | None) -> dict[str, str]:
    """A suggestion as a form keeps it: codes, and nothing for what was not sure."""
    parts = {name: (found or {}).get(name) for name in ("kind", "item")}
    return {f"suggested_{name}": part["code"] if part else "" for name, part in parts.items()}


def sent_suggestion(typed: Mapping[str, Any]) -> dict[str, Any]:
    """The part of a request that says what was suggested; nothing when nothing was.

    It came back from a browser, so what is no code at all is left out rather than refused.
    """
    kind, item = typed.get("suggested_kind") or "", typed.get("suggested_item") or ""
    told = {"kind": kind if kind in set(Kind) else None, "catalogue_item": item if CODE.fullmatch(item) else None}
    return {"suggested": told} if any(told.values()) else {}
