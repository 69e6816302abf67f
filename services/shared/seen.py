"""Two keepers at once: a change counts only when it was made to what its keeper saw."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from hashlib import blake2b
from typing import Any

from services.shared.errors import Refused


def since(changed_at: datetime | None) -> str:
    """The mark of what notes when it was changed last; of a new one, none."""
    return changed_at.isoformat() if changed_at else ""


def mark(definition: Mapping[str, Any] | None) -> str:
    """The mark of what notes no moment: another one as soon as anything in it is; of a new one, none."""
    if definition is None:
        return ""
    return blake2b(json.dumps(definition, sort_keys=True).encode(), digest_size=12).hexdigest()


def require_seen(code: str, kept: str, seen: str | None, taken: str) -> None:
    """Raise Refused unless the mark of what is kept is the one its keeper has `seen`; None does not mind.

    `taken` is what is said of a new one whose code there is already.
    """
    if seen is None or seen == kept:
        return
    if not seen:
        raise Refused("code_is_taken", taken)
    raise Refused(
        "changed_meanwhile",
        f"Somebody else changed {code} meanwhile. Open it again in another window and make your change there.",
    )
