"""One service in a real container, called over RPC as another service or a plain nameko client would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from nameko.standalone.rpc import ClusterRpcClient

from services.shared.actor import Actor
from services.shared.errors import DeskError, Invalid
from services.shared.kit.config import Config
from services.shared.kit.run import running

Call = Callable[..., Any]


class Door:
    """The doors of one running service."""

    def __init__(self, client: Any) -> None:
        self.client = client

    def call(self, method: str, *arguments: Any) -> Any:
        """What the method answers."""
        return getattr(self.client, method)(*arguments)

    def refusal(self, method: str, *arguments: Any) -> DeskError:
        """Why the method says no."""
        with pytest.raises(DeskError) as refused:
            self.call(method, *arguments)
        return refused.value

    def errors(self, method: str, *arguments: Any) -> dict[str, Any]:
        """What is wrong with what was sent, per field."""
        refusal = self.refusal(method, *arguments)
        assert isinstance(refusal, Invalid), refusal
        assert refusal.message == "Some of what was sent cannot be used; see the errors per field."
        return refusal.errors


class House:
    """One running service, that anyone may call."""

    def __init__(self, service: str, config: Config) -> None:
        self.service = service
        self.config = config

    @contextmanager
    def door(self, actor: Actor | None = None, **context: str) -> Iterator[Door]:
        """Its doors, as this person or, without one, as a service."""
        told = context | ({"actor": actor.to_header()} if actor else {})
        with ClusterRpcClient(context_data=told, uri=self.config.broker_url, timeout=10) as client:
            yield Door(getattr(client, self.service))


@contextmanager
def house_of(service: Any, config: Config) -> Iterator[House]:
    """This one service, running."""
    with running((service,), config):
        yield House(service.name, config)


def assert_the_doors_every_service_has(door: Door, told: int) -> None:
    """It says that its database answers, and lets its journal, with `told` events, be read in parts."""
    assert door.call("ping") == {"database": True}
    assert door.call("journal_end") == told
    events = door.call("journal_after", 0)
    assert [event["sequence"] for event in events] == [str(position) for position in range(1, told + 1)]
    assert door.call("journal_after", 0, 1) == events[:1]
    assert door.call("journal_after", 1, 500) == events[1:]
    assert door.call("journal_after", told, 500) == []
    assert door.call("journal_after", 0, 10**9) == events
    for wrong in ((-1, 5), (0, 0), ("0", 5), (None, 5), (0, None), (0, "5"), (0.5, 5), (10**30, 5), (True, 5)):
        refusal = door.refusal("journal_after", *wrong)
        assert isinstance(refusal, Invalid)
        assert refusal.message == "Give a position from 0 and a limit from 1."
