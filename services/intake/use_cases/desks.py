"""Keeping where the customers find the desk."""

from __future__ import annotations

from typing import Any

from services.intake.domain.sight import require_admin
from services.intake.storage.tables import DeskRow
from services.intake.storage.work import IntakeWork
from services.shared.contracts.intake_views import DeskView
from services.shared.seen import mark, require_seen


def define_desk(work: IntakeWork, asked: dict[str, Any], seen: str | None = None) -> DeskRow:
    """Keep a desk, or what changed of it; the first one is the central one, until another is.

    `seen` is the mark of what its keeper saw, empty when there was none yet.
    """
    require_admin(work.actor, "say where the desk is")
    held, code = work.desks.held(), asked["code"]
    kept = shown(held[code])["mark"] if code in held else ""
    made = f"Somebody else made the desk {code} meanwhile. Open it again in another window and make your change there."
    require_seen(code, kept, seen, made)
    return work.desks.keep(asked, held)


def shown(desk: DeskRow) -> dict[str, Any]:
    """A desk, with the mark by which its keeper shows to have seen it."""
    told = DeskView.show(desk)
    return told | {"mark": mark(told)}
