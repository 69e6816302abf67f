"""Work that takes long, done where it holds nobody up.

All greenlets share one thread, so whoever calculates or waits for a disk for a tenth of a second
stops every other request that long. A real thread does such work instead, while the greenlet that
asked waits; who comes when all threads are busy waits too.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from eventlet import tpool
from eventlet.semaphore import Semaphore

# One per SQLite file that is flushed, and one for passwords.
THREADS = 6

_one_at_a_time = Semaphore(1)

T = TypeVar("T")

# Only counts before the first use; eventlet would start twenty.
tpool.set_num_threads(THREADS)


def off_the_loop(work: Callable[..., T], *arguments: Any) -> T:
    """What `work` answers or raises; it must let go of Python's lock, and use nothing that is green."""
    answer: T = tpool.execute(work, *arguments)
    return answer


def alone_off_the_loop(work: Callable[..., T], *arguments: Any) -> T:
    """The same, but one at a time: for work that needs much memory and may itself use every core."""
    with _one_at_a_time:
        return off_the_loop(work, *arguments)
