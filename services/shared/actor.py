"""Who is asking. It travels with every call and is kept with every event."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import lru_cache

from services.shared.errors import Invalid

# Each of them makes many calls in a row, so who they are is read once.
PEOPLE_AT_WORK = 1000
ROLES = ("customer", "agent", "specialist", "account_manager", "manager", "admin")


@dataclass(frozen=True)
class Actor:
    """A person with an account, or (with the role `service`) another service on the bus.

    Whoever may connect to the broker is trusted, so a call that names no actor is a service's own.
    """

    account: str
    name: str
    roles: tuple[str, ...]
    customer: str | None = None
    teams: tuple[str, ...] = ()
    organisation: str | None = None

    def has(self, *roles: str) -> bool:
        """Whether this actor has one of these roles; a service has them all."""
        mine = self.roles
        for role in roles:
            if role in mine:
                return True
        return "service" in mine

    def to_header(self) -> str:
        return _header(self)

    @classmethod
    def from_header(cls, header: object) -> Actor:
        """Read what `to_header` wrote; none is a service's own call. Raises Invalid for anything else."""
        if header is None or header == "":
            return SERVICE
        if not isinstance(header, str):
            raise _unreadable()
        return _actor(header)


@lru_cache(maxsize=PEOPLE_AT_WORK)
def _header(actor: Actor) -> str:
    return json.dumps(asdict(actor))


@lru_cache(maxsize=PEOPLE_AT_WORK)
def _actor(header: str) -> Actor:
    try:
        told = json.loads(header)
        actor = Actor(
            account=told["account"],
            name=told["name"],
            roles=tuple(told["roles"]),
            customer=told.get("customer"),
            teams=tuple(told.get("teams", ())),
            organisation=told.get("organisation"),
        )
        words = (actor.account, actor.name, *actor.roles, *actor.teams, actor.customer or "", actor.organisation or "")
        if isinstance(told["roles"], str) or not all(isinstance(word, str) for word in words):
            raise TypeError("not all of it is text")
    except (ValueError, TypeError, KeyError, AttributeError):
        raise _unreadable() from None
    return actor


def _unreadable() -> Invalid:
    return Invalid(
        "The actor of this call cannot be read. Give JSON text with account, name and roles, or no actor.",
        {"actor": ["Give JSON text with account, name and roles."]},
    )


SERVICE = Actor(account="service", name="Balie", roles=("service",))
