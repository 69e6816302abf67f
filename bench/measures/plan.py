"""How long and how hard everything is measured."""

from __future__ import annotations

from dataclasses import dataclass

CONCURRENCIES = (1, 8, 32)
DESK = 8  # the concurrency that the targets are about


@dataclass(frozen=True)
class Plan:
    """How many seconds each load lasts, and how often a load that has targets is put on."""

    seconds: int = 10
    rounds: int = 3

    def rounds_at(self, concurrency: int) -> int:
        """How often a load of this concurrency is put on."""
        return self.rounds if concurrency == DESK else 1

    @property
    def warm_up(self) -> float:
        """How long the first requests, which open connections and fill caches, are not counted."""
        return min(2.0, self.seconds / 2)

    @property
    def long(self) -> int:
        """How long the load lasts that the followers must keep up with."""
        return 3 * self.seconds

    @property
    def rest(self) -> float:
        """How long nothing is asked before memory and idling are looked at."""
        return min(5.0, self.seconds)
