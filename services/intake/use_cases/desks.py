"""Keeping where the customers find the desk."""

from __future__ import annotations

from typing import Any

from services.intake.domain.sight import require_admin
from services.intake.storage.tables import DeskRow
from services.intake.storage.work import IntakeWork


def define_desk(work: IntakeWork, asked: dict[str, Any]) -> DeskRow:
    """Keep a desk, or what changed of it; the first one is the central one, until another is."""
    require_admin(work.actor, "say where the desk is")
    return work.desks.keep(asked)
