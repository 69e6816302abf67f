"""Which services there are, read from the services themselves, so that no command keeps a list of its own."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from services.shared.kit.follower import followed_by

SERVICES = ("catalog", "intake", "routing", "reporting", "gateway")


def service_class(name: str) -> type:
    """The class of a service; imported when it is asked for, because only a few commands run one."""
    found: type = getattr(import_module(f"services.{name}.service"), f"{name.capitalize()}Service")
    return found


@cache
def tellers() -> tuple[str, ...]:
    """The services that tell events, so whose journals others may follow."""
    return tuple(name for name in SERVICES if getattr(getattr(service_class(name), "work", None), "contracts", None))


@cache
def followers() -> dict[str, tuple[str, ...]]:
    """The services that follow others, each with the services it follows."""
    found = {name: tuple(followed_by(service_class(name))) for name in SERVICES}
    return {name: sources for name, sources in found.items() if sources}
