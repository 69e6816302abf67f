"""How intake shows what it keeps: only what the caller may see, in the shapes of the contracts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from services.intake.domain.notification import Notification
from services.intake.domain.sight import require_staff, sees_internal, sight_of
from services.intake.storage.tables import CustomerRow, LocationRow, TeamCopy
from services.intake.storage.work import IntakeWork
from services.intake.use_cases.handling import require_in_sight
from services.shared.contracts.intake import (
    CustomersView,
    CustomerView,
    LocationsView,
    LocationView,
    NotificationsView,
    NotificationView,
)


def notification(work: IntakeWork, number: str, now: datetime) -> dict[str, Any]:
    """One notification by number; raises NotFound also when the caller may not know of it."""
    found = work.notifications.look(number)
    require_in_sight(work, found)
    return shown(work, found, now)


def shown(work: IntakeWork, found: Notification, now: datetime) -> dict[str, Any]:
    """A notification with its timeline and what the caller may do with it now."""
    work.session.flush()
    customer = work.customers.get(found.customer)
    extra = {
        "customer": _customer(work, customer),
        "location": _location(work.locations.named({found.location} if found.location else set()), found),
        "team": _team(work.copies.teams({found.team} if found.team else set()), found),
        "catalogue_item": found.item,
        "work_orders": [order.number for order in work.copies.work_orders(found.number)],
        "actions": found.actions_for(work.actor, now),
        "timeline": work.timeline.of(found.number, internal=sees_internal(work.actor, found.customer)),
    }
    return _dumped(NotificationView(), _merged(found, extra))


def notifications(work: IntakeWork, asked: dict[str, Any]) -> dict[str, Any]:
    """A page of the notifications the caller may see."""
    found, following = work.notifications.page(sight_of(work.actor), asked, asked["after"], asked["limit"])
    customers = work.customers.named({one.customer for one in found})
    locations = work.locations.named({one.location for one in found if one.location})
    teams = work.copies.teams({one.team for one in found if one.team})
    rows = [
        _merged(
            one,
            {
                "customer": customers[one.customer],
                "location": _location(locations, one),
                "team": _team(teams, one),
            },
        )
        for one in found
    ]
    return _dumped(NotificationsView(), {"items": rows, "next": following})


def customer(work: IntakeWork, code: str) -> dict[str, Any]:
    """One customer, to staff and to that customer."""
    if code != work.actor.customer:
        require_staff(work.actor, "look up customers")
    return _dumped(CustomerView(), _customer(work, work.customers.get(code)))


def customers(work: IntakeWork, asked: dict[str, Any]) -> dict[str, Any]:
    """The customers with all these words in what is known of them."""
    require_staff(work.actor, "look up customers")
    found = [_customer(work, row) for row in work.customers.find(asked["q"], asked["limit"])]
    return _dumped(CustomersView(), {"items": found})


def locations(work: IntakeWork, asked: dict[str, Any]) -> dict[str, Any]:
    """The places with all these words in their path."""
    return _dumped(LocationsView(), {"items": work.locations.find(asked["q"], asked["limit"])})


def location_view(row: LocationRow) -> dict[str, Any]:
    """One place."""
    return _dumped(LocationView(), row)


def _customer(work: IntakeWork, row: CustomerRow) -> dict[str, Any]:
    organisation = work.customers.organisation(row.organisation)
    return {
        "code": row.code,
        "name": row.name,
        "email": row.email,
        "phone": row.phone,
        "organisation": organisation,
    }


def _location(found: dict[str, LocationRow], one: Notification) -> LocationRow | None:
    return found[one.location] if one.location else None


def _team(found: dict[str, TeamCopy], one: Notification) -> TeamCopy | None:
    return found.get(one.team) if one.team else None


def _merged(found: Notification, extra: dict[str, Any]) -> dict[str, Any]:
    fields = {name: getattr(found, name) for name in Notification.__dataclass_fields__}
    return fields | {"level": found.level} | extra


def _dumped(schema: Any, value: Any) -> dict[str, Any]:
    dumped: dict[str, Any] = schema.dump(value)
    return dumped
