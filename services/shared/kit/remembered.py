"""What was looked up a moment ago, so that what is asked all the time is not looked up all the time."""

from __future__ import annotations

from collections.abc import Hashable
from time import monotonic
from typing import Generic, TypeVar

T = TypeVar("T")


class Remembered(Generic[T]):
    """Values that are remembered for `seconds`, and never more than `at_most` of them."""

    def __init__(self, seconds: float, at_most: int) -> None:
        self.seconds, self.at_most = seconds, at_most
        self._values: dict[Hashable, tuple[T, float]] = {}

    def get(self, key: Hashable) -> T | None:
        """The value that was kept under this key a moment ago."""
        value, until = self._values.get(key, (None, 0.0))
        return value if monotonic() < until else None

    def keep(self, key: Hashable, value: T) -> None:
        """Remember a value for a moment."""
        if len(self._values) >= self.at_most:
            self._values.clear()
        self._values[key] = value, monotonic() + self.seconds

    def forget_all(self) -> None:
        """Look everything up again."""
        self._values.clear()
