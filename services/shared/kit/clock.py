"""The one place that looks at the clock.

Domain and use cases are told the time, so a test or the demo data may tell them another one.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from nameko.extensions import DependencyProvider


def now() -> datetime:
    """This moment, aware, in UTC."""
    return datetime.now(UTC)


class Clock(DependencyProvider):
    """Gives a service `self.now()`."""

    def get_dependency(self, worker_ctx: object) -> Callable[[], datetime]:
        return now
