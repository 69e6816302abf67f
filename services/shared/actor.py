"""Who is asking. It travels with every call and is kept with every event."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

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

    def has(self, *roles: str) -> bool:
        """Whether this actor has one of these roles; a service has them all."""
        return "service" in self.roles or any(role in self.roles for role in roles)

    def to_header(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_header(cls, header: str | None) -> Actor:
        if not header:
            return SERVICE
        told = json.loads(header)
        return cls(
            account=told["account"],
            name=told["name"],
            roles=tuple(told["roles"]),
            customer=told.get("customer"),
            teams=tuple(told.get("teams", ())),
        )


SERVICE = Actor(account="service", name="Balie", roles=("service",))
