"""How long and how hard everything is measured."""

from __future__ import annotations

from dataclasses import dataclass, replace

CONCURRENCIES = (1, 8, 32)
DESK = 8  # the concurrency that the targets are about


@dataclass(frozen=True)
class Plan:
    """How many seconds each load lasts, how often those with targets are put on, and with how many connections."""

    seconds: int = 10
    rounds: int = 3
    concurrencies: tuple[int, ...] = CONCURRENCIES

    @property
    def each_round(self) -> list[Plan]:
        """A plan for each round: the later ones are about the targets only."""
        return [self, *[replace(self, concurrencies=(DESK,))] * (self.rounds - 1)]

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
