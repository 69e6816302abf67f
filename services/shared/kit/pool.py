"""The pool of connections to a database, for greenlets.

SQLAlchemy's guards its queue with locks and conditions of threads, which under eventlet are four
objects in Python each. All our greenlets share one thread, so a plain queue of eventlet's does.
"""

from __future__ import annotations

from logging import WARNING, getLogger
from typing import Any

from eventlet import queue
from sqlalchemy import QueuePool
from sqlalchemy.util.queue import Empty, Full, QueueCommon

# SQLAlchemy tells what its pools do in a log that has the name of their module.
getLogger(__name__).setLevel(WARNING)


class GreenQueue(queue.LightQueue, QueueCommon[Any]):
    """eventlet's queue, which says in SQLAlchemy's words that it is empty or full."""

    def __init__(self, maxsize: int = 0, use_lifo: bool = False) -> None:
        queue.LightQueue.__init__(self, maxsize)
        self.use_lifo = False

    def get(self, block: bool = True, timeout: float | None = None) -> Any:
        try:
            return super().get(block, timeout)
        except queue.Empty:
            raise Empty from None

    def put(self, item: Any, block: bool = True, timeout: float | None = None) -> None:
        try:
            super().put(item, block, timeout)
        except queue.Full:
            raise Full from None


class GreenPool(QueuePool):
    """SQLAlchemy's pool on a queue of eventlet's."""

    _queue_class = GreenQueue
