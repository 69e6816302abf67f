"""What Balie is to reach on a machine with two cores."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Target:
    """A bound for a figure: at least or at most so much."""

    bound: float
    at_least: bool = False

    def met_by(self, value: float) -> bool:
        return value >= self.bound if self.at_least else value <= self.bound

    @property
    def sign(self) -> str:
        return "≥" if self.at_least else "≤"


def at_least(bound: float) -> Target:
    return Target(bound, at_least=True)


def at_most(bound: float) -> Target:
    return Target(bound)


TARGETS: dict[str, Target] = {
    "create.8.rate": at_least(300),
    "create.8.p95": at_most(50),
    "create.8.lag.routing.seconds": at_most(1),
    "create.8.lag.reporting.seconds": at_most(1),
    "read.8.rate": at_least(600),
    "read.8.p95": at_most(25),
    "list.8.rate": at_least(300),
    "list.8.p95": at_most(60),
    "search.8.rate": at_least(200),
    "search.8.p95": at_most(60),
    "factsheet.1.p95": at_most(50),
    "order.p95": at_most(250),
    "memory.together": at_most(400),
    "catalogue.import.seconds": at_most(30),
    "catalogue.inside.1.p95": at_most(30),
    "catalogue.search.8.p95": at_most(60),
    "catalogue.page.p95": at_most(80),
    "embedded.ready": at_most(3),
    "embedded.memory": at_most(150),
    "embedded.create.8.rate": at_least(200),
    "embedded.idle": at_most(1),
}
# Whatever is measured, every request is to be answered as expected.
NO_ERRORS = at_most(0)
