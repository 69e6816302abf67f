"""Runs `balie` in a process that kills itself at one exact place: `python -m tests.survival.dying PLACE run intake`.

The services know nothing of this: what they call is wrapped from outside, before they start.
"""

# ruff: noqa: E402
# As in `services/cli`: the process is made green before anything else is imported.
from __future__ import annotations

from services.shared.kit.green import make_green

make_green()

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

from services.cli import main
from services.shared.kit import frames
from services.shared.kit.follower import JournalRpc
from services.shared.kit.work import UnitOfWork

# Not the first time, so that something went well before and a batch may hold more than one event.
TIMES = 3


def _fuse() -> Callable[[], None]:
    """A function that kills this process when it is called for the last of `TIMES` times."""
    left = TIMES

    def burn() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    return burn


def _after_a_commit(event: str | None) -> None:
    """Die when a transaction has just been kept that told this event, or any of a follower's."""
    burn, begin = _fuse(), UnitOfWork.begin.__func__  # type: ignore[attr-defined]

    @classmethod  # type: ignore[misc]
    @contextmanager
    def dying(cls: Any, *arguments: Any, **options: Any) -> Iterator[UnitOfWork]:
        with begin(cls, *arguments, **options) as work:
            yield work
            told = [name for name, _ in work.journal.told]
        if event is None or event in told:
            burn()

    UnitOfWork.begin = dying  # type: ignore[method-assign, assignment]


def _publishing(exchange: str, *, before: bool) -> None:
    """Die before or after a message is given to this exchange."""
    burn, publish = _fuse(), frames.publish

    def dying(channel: Any, to: str, *arguments: Any, **options: Any) -> None:
        if to == exchange and before:
            burn()
        publish(channel, to, *arguments, **options)
        if to == exchange and not before:
            burn()

    frames.publish = dying


def _handling(service: type, method: str) -> None:
    """Die in the middle of a follower's transaction: the handler is done, and nothing is kept yet."""
    burn, handle = _fuse(), getattr(service, method)

    @wraps(handle)
    def dying(*arguments: Any) -> None:
        handle(*arguments)
        burn()

    setattr(service, method, dying)


def _fetched() -> None:
    """Die between reading another service's journal and handling what is in it."""
    burn, fetch = _fuse(), JournalRpc.fetch

    def dying(self: Any, *arguments: Any) -> Any:
        batch = fetch(self, *arguments)
        if batch:
            burn()
        return batch

    JournalRpc.fetch = dying  # type: ignore[method-assign]


def _routing() -> type:
    from services.routing.service import RoutingService

    return RoutingService


def _reporting() -> type:
    from services.reporting.service import ReportingService

    return ReportingService


PLACES: dict[str, Callable[[], None]] = {
    "intake: committed, not yet numbered": lambda: _after_a_commit("notification_registered"),
    "intake: numbered, not yet published": lambda: _publishing("intake.events", before=True),
    "intake: published, not yet rung": lambda: _publishing("intake.bell", before=True),
    "intake: rung, not yet remembered": lambda: _publishing("intake.bell", before=False),
    "routing: handled, not yet committed": lambda: _handling(_routing(), "on_notification_forwarded"),
    "routing: committed, not yet told": lambda: _after_a_commit("work_order_made"),
    "reporting: fetched, not yet handled": _fetched,
    "reporting: handled, not yet committed": lambda: _handling(_reporting(), "on_notification_registered"),
    "reporting: committed": lambda: _after_a_commit(None),
}

if __name__ == "__main__":
    PLACES[sys.argv.pop(1)]()
    main()
