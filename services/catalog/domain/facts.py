"""What a list shows of an item beside its name, as it is kept with what is searched."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

FACTS = ("picture", "price", "lead_time", "kinds")


def written(definition: Mapping[str, Any]) -> str:
    """The facts of an item, as one text: a search reads it of the few entries only that it answers with."""
    return json.dumps({name: definition.get(name) for name in FACTS}, ensure_ascii=False)


def read(kept: str | None) -> dict[str, Any]:
    """The facts that were kept; an article has none."""
    return {"picture": None, "price": None, "lead_time": None, "kinds": []} | (json.loads(kept) if kept else {})
