"""Makes this process a green one, before anything else is imported.

nameko runs on eventlet, which replaces the standard library's blocking calls; what was imported
earlier would keep the old ones. psycopg's own wait in C would hold all greenlets, so it is given
one that lets the others go on.
"""

import warnings
from collections.abc import Callable, Generator
from functools import partial
from typing import Any

READ = 1  # psycopg's word for both `wants to read` and `may read`


def make_green() -> None:
    """Patch the standard library and psycopg for eventlet."""
    with warnings.catch_warnings():
        # nameko 3 stands on eventlet; docs/decisions/0002 says how we would leave it.
        warnings.simplefilter("ignore")
        import eventlet
    eventlet.monkey_patch()
    from eventlet.hubs import trampoline
    from psycopg import waiting

    waiting.wait = partial(wait, trampoline)


def wait(
    trampoline: Callable[..., Any],
    conversation: Generator[int, int, Any],
    socket: int,
    interval: float = 0,
    timeout: float | None = None,
) -> Any:
    """psycopg's wait: go through a conversation with PostgreSQL, and let other greenlets run whenever it must wait.

    The rare conversation that wants more than to read (one with a timeout, or that sends more than the
    network takes at once) is left to psycopg.
    """
    if timeout is not None:
        return _as_psycopg_waits(conversation, socket, interval, timeout)
    try:
        wants = next(conversation)
        while wants == READ:
            trampoline(socket, read=True)
            wants = conversation.send(READ)
    except StopIteration as end:
        return end.value
    return _as_psycopg_waits(_from(wants, conversation), socket, interval)


def _as_psycopg_waits(conversation: Any, *arguments: Any) -> Any:
    from psycopg.waiting import wait_select

    return wait_select(conversation, *arguments)


def _from(wants: int, conversation: Generator[int, int, Any]) -> Generator[int, int, Any]:
    """The rest of a conversation that is waiting already."""
    try:
        while True:
            wants = conversation.send((yield wants))
    except StopIteration as end:
        return end.value
