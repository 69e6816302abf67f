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

# One per SQLite file that is flushed, one for passwords, one for pictures, and one for files of the catalogue.
THREADS = 8

T = TypeVar("T")

# Only counts before the first use; eventlet would start twenty.
tpool.set_num_threads(THREADS)


def off_the_loop(work: Callable[..., T], *arguments: Any) -> T:
    """What `work` answers or raises; it must let go of Python's lock, and use nothing that is green."""
    answer: T = tpool.execute(work, *arguments)
    return answer


class OneAtATime:
    """Work off the loop that needs much memory, or may itself use every core: one at a time of a kind."""

    def __init__(self) -> None:
        self._turn = Semaphore(1)

    def do(self, work: Callable[..., T], *arguments: Any) -> T:
        """What `work` answers or raises, once it is its turn."""
        with self._turn:
            return off_the_loop(work, *arguments)


_one_at_a_time = OneAtATime()


def alone_off_the_loop(work: Callable[..., T], *arguments: Any) -> T:
    """What `work` answers or raises, as the only one that is done like this."""
    return _one_at_a_time.do(work, *arguments)
