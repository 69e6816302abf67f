"""Keeping who the desk serves, and where."""

from __future__ import annotations

from services.intake.domain.sight import require_admin
from services.intake.storage.tables import CustomerRow, LocationRow, OrganisationRow
from services.intake.storage.work import IntakeWork


def add_organisation(work: IntakeWork, code: str, name: str) -> OrganisationRow:
    """Keep a department or company."""
    require_admin(work.actor, "add an organisation")
    return work.customers.add_organisation(code, name)


def add_customer(
    work: IntakeWork, code: str, name: str, organisation: str, email: str | None, phone: str | None
) -> CustomerRow:
    """Keep a person the desk serves; raises Invalid for an unknown organisation."""
    require_admin(work.actor, "add a customer")
    return work.customers.add(code, name, organisation, email, phone)


def add_location(work: IntakeWork, code: str, name: str, within: str | None) -> LocationRow:
    """Keep a building, floor or room; raises Invalid when what it is within is unknown."""
    require_admin(work.actor, "add a location")
    return work.locations.add(code, name, within)
