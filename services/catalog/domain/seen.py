"""Two keepers at once: a change counts only when it was made to what its keeper saw."""

from __future__ import annotations

from datetime import datetime

from services.shared.errors import Refused


def require_seen(code: str, changed_at: datetime | None, seen: str | None, taken: str) -> None:
    """Raise Refused unless it was changed last when its keeper `seen` it, empty for a new one; None does not mind.

    `taken` is what is said of a new one whose code there is already.
    """
    if seen is None or seen == (changed_at.isoformat() if changed_at else ""):
        return
    if not seen:
        raise Refused("code_is_taken", taken)
    raise Refused(
        "changed_meanwhile",
        f"Somebody else changed {code} meanwhile. Open it again in another window and make your change there.",
    )
