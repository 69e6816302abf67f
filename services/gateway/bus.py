"""The business services as a view sees them: `g.bus.intake.register_notification(...)`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from flask import Request

SERVICES = ("intake", "catalog", "routing", "reporting")
BUS = "balie.bus"
SECONDS_FOR_A_PROBE = 2.0


class Bus:
    """The clients of the business services, and what travels with every call that this request makes."""

    def __init__(self, clients: Mapping[str, Any], context: dict[str, Any]) -> None:
        self.intake = clients["intake"]
        self.catalog = clients["catalog"]
        self.routing = clients["routing"]
        self.reporting = clients["reporting"]
        self.context = context

    def probe(self, service: str) -> Any:
        """A client of this service that waits only briefly, to ask whether it is there."""
        return getattr(self, service).within(SECONDS_FOR_A_PROBE)

    def tell(self, **context: str) -> None:
        """Let this travel with every call from now on."""
        self.context.update(context)

    @contextmanager
    def once(self, key: str) -> Iterator[None]:
        """Let the calls made within be done once, however often the same key comes."""
        before = self.context.get("idempotency_key")
        self.context["idempotency_key"] = key
        try:
            yield
        finally:
            if before is None:
                del self.context["idempotency_key"]
            else:
                self.context["idempotency_key"] = before


def bus_of(request: Request) -> Any:
    """The bus this request may use; the door in `service.py` put it there."""
    return request.environ[BUS]
