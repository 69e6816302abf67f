"""Who sees which notifications: the desk all, a team its own work, a customer what is theirs."""

from __future__ import annotations

from dataclasses import dataclass

from services.shared.actor import Actor
from services.shared.errors import Forbidden

SEE_ALL = ("agent", "account_manager", "manager", "admin")


@dataclass(frozen=True)
class Sight:
    """What one actor sees: everything, or what is `customer`'s, or what came to one of `teams`."""

    everything: bool
    customer: str | None = None
    teams: tuple[str, ...] = ()

    def covers(self, customer: str, teams: set[str]) -> bool:
        """Whether a notification of this customer, worked on by these teams, is in sight."""
        return self.everything or self.customer == customer or not teams.isdisjoint(self.teams)


def sight_of(actor: Actor) -> Sight:
    """What this actor sees."""
    if actor.has(*SEE_ALL):
        return Sight(everything=True)
    return Sight(everything=False, customer=actor.customer, teams=actor.teams if actor.has("specialist") else ())


def is_staff(actor: Actor) -> bool:
    """Whether internal notes are this actor's business."""
    return actor.has(*SEE_ALL, "specialist")


def sees_internal(actor: Actor, customer: str) -> bool:
    """Whether this actor reads internal notes about a notification of `customer`: staff, but not about themselves."""
    return is_staff(actor) and actor.customer != customer


def require_staff(actor: Actor, what: str) -> None:
    """Raise Forbidden for who does not work here."""
    if not is_staff(actor):
        raise Forbidden(f"Only staff may {what}.")


def require_admin(actor: Actor, what: str) -> None:
    """Raise Forbidden for who does not look after the desk's own data."""
    if not actor.has("admin", "manager"):
        raise Forbidden(f"Only a manager or an administrator may {what}.")
