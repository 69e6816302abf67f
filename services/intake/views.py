"""How intake shows what it keeps: only what the caller may see, in the shapes of the contracts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from services.intake.domain.notification import Notification
from services.intake.domain.sight import require_staff, sees_internal, sight_of
from services.intake.storage.pages import Line
from services.intake.storage.tables import CustomerRow, LocationRow
from services.intake.storage.timeline import Step
from services.intake.storage.work import IntakeWork
from services.intake.use_cases.handling import require_in_sight
from services.shared.contracts.intake_views import (
    CustomersView,
    CustomerView,
    LocationsView,
    LocationView,
    StepDetails,
)
from services.shared.vocabulary import Channel

DETAILS = tuple(StepDetails().fields)
# An article may be for staff only, and so is what the desk corrected; what was promised stays promised.
FOR_CUSTOMER = ("asked",)
LEVELS = {channel.value: channel.level.value for channel in Channel}


def notification(work: IntakeWork, number: str, now: datetime) -> dict[str, Any]:
    """One notification by number; raises NotFound also when the caller may not know of it."""
    dossier = work.dossiers.of(number)
    found = dossier.notification
    require_in_sight(work, found)
    internal = sees_internal(work.actor, found.customer)
    timeline = [step for step in dossier.timeline if internal or step.for_customer]
    return _view(work, found, timeline, dossier.work_orders, now)


def shown(work: IntakeWork, found: Notification, now: datetime) -> dict[str, Any]:
    """A notification with its timeline and what the caller may do with it now."""
    timeline = work.timeline.of(found.number, internal=sees_internal(work.actor, found.customer))
    # Who was never forwarded has no work orders.
    orders = work.copies.work_orders(found.number) if found.rounds else []
    return _view(work, found, timeline, [order.number for order in orders], now)


def registered(work: IntakeWork, found: Notification, now: datetime) -> dict[str, Any]:
    """A notification that was registered in this transaction: all there is to show is at hand."""
    step = Step(at=now, what="registered", by=work.actor.name)
    return _view(work, found, [step], [], now)


def _view(
    work: IntakeWork, found: Notification, timeline: Iterable[Step], orders: list[str], now: datetime
) -> dict[str, Any]:
    # In the form of `NotificationView` at once, as `_line` is.
    around = work.surroundings.of(found.customer, found.location, found.team)
    internal = sees_internal(work.actor, found.customer)
    rating = found.rating
    return {
        "number": found.number,
        "kind": found.kind.value,
        "channel": found.channel.value,
        "level": found.level.value,
        "status": found.status.value,
        "summary": found.summary,
        "customer": around.customer,
        "location": around.location,
        "team": around.team,
        "contact_point": found.contact_point,
        "urgency": found.urgency and found.urgency.value,
        "registered_at": found.registered_at.isoformat(),
        "changed_at": found.changed_at.isoformat(),
        "description": found.description,
        "catalogue_item": found.item and vars(found.item),
        "answers": [{"files": []} | one for one in found.answers],
        "impact": found.impact and found.impact.value,
        "question": found.question,
        "first_line": found.first_line,
        "ready_at": _iso(found.ready_at),
        "closed_at": _iso(found.closed_at),
        "rating": rating and vars(rating) | {"rated_at": _iso(rating.rated_at)},
        "work_orders": orders,
        "actions": found.actions_for(work.actor, now),
        "timeline": [
            {
                "at": step.at.isoformat(),
                "what": step.what,
                "by": step.by,
                "text": step.text,
                "for_customer": step.for_customer,
                "about": _about(step, DETAILS if internal else FOR_CUSTOMER),
            }
            for step in timeline
        ],
    }


def _about(step: Step, shown: Sequence[str]) -> dict[str, Any] | None:
    told = {name: (step.about or {}).get(name) if name in shown else None for name in DETAILS}
    return told if any(told.values()) else None


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def notifications(work: IntakeWork, asked: dict[str, Any]) -> dict[str, Any]:
    """A page of the notifications the caller may see."""
    found, following = work.notifications.page(sight_of(work.actor), asked, asked["after"], asked["limit"])
    return {"items": [_line(line) for line in found], "next": following}


def _line(line: Line) -> dict[str, Any]:
    # In the form of `NotificationRow` at once: marshmallow would take half of the time that a page takes.
    place = {"code": line.location, "name": line.location_name, "path": line.location_path}
    return {
        "number": line.number,
        "kind": line.kind,
        "channel": line.channel,
        "level": LEVELS[line.channel],
        "status": line.status,
        "summary": line.summary,
        "customer": {"code": line.customer, "name": line.customer_name},
        "location": place if line.location else None,
        "team": {"code": line.team, "name": line.team_name} if line.team else None,
        "contact_point": line.contact_point,
        "urgency": line.urgency,
        "registered_at": line.registered_at.isoformat(),
        "changed_at": line.changed_at.isoformat(),
    }


def customer(work: IntakeWork, code: str) -> dict[str, Any]:
    """One customer, to staff and to that customer."""
    if code != work.actor.customer:
        require_staff(work.actor, "look up customers")
    return CustomerView.show(_customer(work, work.customers.get(code)))


def customers(work: IntakeWork, asked: dict[str, Any]) -> dict[str, Any]:
    """The customers with all these words in what is known of them."""
    require_staff(work.actor, "look up customers")
    found = [_customer(work, row) for row in work.customers.find(asked["q"], asked["limit"])]
    return CustomersView.show({"items": found})


def locations(work: IntakeWork, asked: dict[str, Any]) -> dict[str, Any]:
    """The places with all these words in their path, or else those that come nearest, each with its building."""
    found = work.locations.find(asked["q"], asked["limit"], asked["codes"])
    near = bool(asked["near"] and asked["q"].strip() and not asked["codes"] and not found)
    if near:
        found = work.locations.nearest(asked["q"], asked["limit"])
        near = bool(found)
    buildings = work.locations.buildings_of([place.code for place in found])
    items = [
        {"code": place.code, "name": place.name, "path": place.path, "building": buildings[place.code]}
        for place in found
    ]
    return LocationsView.show({"items": items, "near": near})


def location_view(row: LocationRow) -> dict[str, Any]:
    """One place."""
    return LocationView.show(row)


def _customer(work: IntakeWork, row: CustomerRow) -> dict[str, Any]:
    organisation = work.customers.organisation(row.organisation)
    return {
        "code": row.code,
        "name": row.name,
        "email": row.email,
        "phone": row.phone,
        "organisation": organisation,
    }
