"""What the gateway's tests need of others: services on the bus that answer as their contracts say."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

import orjson
import pytest

from services.shared.errors import Unavailable

both_databases = pytest.mark.parametrize("config", ["sqlite", "postgresql"], indirect=True)

NOTIFICATION: dict[str, Any] = {
    "number": "M26-000042",
    "kind": "malfunction",
    "channel": "api",
    "level": "click",
    "status": "new",
    "summary": "The light flickers",
    "actions": ["take"],
    "timeline": [],
}
HEALTH: dict[str, Any] = {"database": True, "unpublished": 0, "parked": 0, "following": {}, "journal": 0}


# A check that does not come is made by the gateway, by the same rules.
USUAL: dict[str, Any] = {"health": HEALTH, "check_request": Unavailable("intake is away.")}


@dataclass(frozen=True)
class Said:
    """One call over the bus: to whom, what, and what travelled with it."""

    service: str
    method: str
    arguments: tuple[Any, ...]
    context: dict[str, Any]


@dataclass
class FakeBus:
    """The bus with nobody real on it; `answers` holds a value, an error or a function per `service.method`."""

    answers: dict[str, Any] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)

    def client(self, service: str, context: dict[str, Any]) -> FakeService:
        return FakeService(self, service, context)


@dataclass
class FakeService:
    """A service whose every method is there."""

    bus: FakeBus
    service: str
    context: dict[str, Any]

    def within(self, seconds: float) -> FakeService:
        return self

    def __getattr__(self, method: str) -> FakeMethod:
        return FakeMethod(self, method)


@dataclass
class FakeMethod:
    """A method that notes its call and gives the answer the test prepared."""

    owner: FakeService
    name: str

    def __call__(self, *arguments: Any) -> Any:
        return self.call_async(*arguments).result()

    def as_json(self, *arguments: Any) -> bytes:
        return orjson.dumps(self(*arguments))

    def call_async(self, *arguments: Any) -> FakeCall:
        owner = self.owner
        owner.bus.said.append(Said(owner.service, self.name, arguments, dict(owner.context)))
        usual = USUAL.get(self.name, {"items": [], "next": None})
        prepared = owner.bus.answers.get(f"{owner.service}.{self.name}", usual)
        return FakeCall(prepared, arguments)


@dataclass
class FakeCall:
    """A call under way."""

    prepared: Any
    arguments: tuple[Any, ...]

    def result(self) -> Any:
        if isinstance(self.prepared, Exception):
            raise self.prepared
        if isinstance(self.prepared, Callable):  # type: ignore[arg-type]  # mypy sees an abstract class
            return self.prepared(*self.arguments)
        return deepcopy(self.prepared)
