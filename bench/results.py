"""What was measured: figures with their targets, and where the processor time went."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bench.load import Outcome
from bench.processes import Failed
from bench.targets import NO_ERRORS, TARGETS, Target

DISTURBED = 0.1  # of the machine, by processes that have nothing to do with the measurement


@dataclass(frozen=True)
class Figure:
    """One measured figure; `key` is the same in every run, so that runs can be compared."""

    key: str
    meaning: str
    value: float
    unit: str = ""

    @property
    def target(self) -> Target | None:
        return NO_ERRORS if self.key.endswith(".errors") else TARGETS.get(self.key)

    @property
    def met(self) -> bool | None:
        """Whether its target is met; None when it has none."""
        return None if self.target is None else self.target.met_by(self.value)

    def as_json(self) -> dict[str, Any]:
        """This figure as plain JSON."""
        target = None if self.target is None else {"sign": self.target.sign, "bound": self.target.bound}
        shown = {"key": self.key, "meaning": self.meaning, "value": round(self.value, 3), "unit": self.unit}
        return shown | {"target": target, "met": self.met}


@dataclass(frozen=True)
class Round:
    """A load that was put on once: what came of it, and the processor seconds it cost each process.

    `others` is the share of the machine that processes of others took meanwhile.
    """

    outcome: Outcome
    cpu: dict[str, float]
    others: float

    @property
    def cpu_ms(self) -> dict[str, float]:
        """Milliseconds of processor time per right answer."""
        return {process: 1000 * seconds / max(1, self.outcome.right) for process, seconds in self.cpu.items()}

    def as_json(self) -> dict[str, float]:
        """What tells whether it was slow by itself or because of others."""
        told = self.outcome
        return {
            "rate": round(told.rate, 1),
            "p50": round(told.p50, 1),
            "p95": round(told.p95, 1),
            "p99": round(told.p99, 1),
            "errors": told.errors,
            "cpu_ms_per_request": round(sum(self.cpu_ms.values()), 3),
            "share_of_others": round(self.others, 3),
        }


@dataclass
class Results:
    """Everything a run has found so far."""

    rounds: dict[str, list[Round]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    _figures: dict[str, Figure] = field(default_factory=dict)

    def add(self, key: str, meaning: str, value: float, unit: str = "") -> None:
        """Keep a figure, in the place of one that was kept under this key before."""
        self._figures[key] = Figure(key, meaning, value, unit)

    def add_worst(self, key: str, meaning: str, value: float, unit: str = "") -> None:
        """Keep a figure, of which the highest of all rounds counts."""
        before = self._figures.get(key)
        self.add(key, meaning, value if before is None else max(before.value, value), unit)

    def add_round(self, key: str, meaning: str, one: Round) -> None:
        """Keep what came of a load: of its quickest round everything, of all its rounds the errors."""
        concurrency = one.outcome.concurrency
        name, title = f"{key}.{concurrency}", f"{meaning}, concurrency {concurrency}"
        rounds = self.rounds.setdefault(name, [])
        rounds.append(one)
        best = self.best(name).outcome
        self.add(f"{name}.rate", f"{title}: answers per second", best.rate, "/s")
        for percentile in ("p50", "p95", "p99"):
            self.add(f"{name}.{percentile}", f"{title}: {percentile}", getattr(best, percentile), "ms")
        self.add(f"{name}.errors", f"{title}: errors", sum(one.outcome.errors for one in rounds))
        if one.outcome.first_error:
            self.remarks.append(f"{title}: the first wrong answer was {one.outcome.first_error}")

    def best(self, load: str) -> Round:
        """The quickest round of a load."""
        return max(self.rounds[load], key=lambda one: one.outcome.rate)

    @property
    def figures(self) -> list[Figure]:
        """All figures."""
        return list(self._figures.values())

    @property
    def cpu(self) -> dict[str, dict[str, float]]:
        """Milliseconds of processor time per request, per process, for each load."""
        return {load: self.best(load).cpu_ms for load in self.rounds}

    @property
    def others(self) -> dict[str, float]:
        """The share of the machine that processes of others took meanwhile, for each load."""
        return {load: self.best(load).others for load in self.rounds}

    @property
    def rates(self) -> dict[str, list[float]]:
        """Answers per second of each round, for each load that was put on more than once."""
        return {load: [one.outcome.rate for one in rounds] for load, rounds in self.rounds.items() if len(rounds) > 1}

    @property
    def disturbed(self) -> list[str]:
        """The loads during which other processes kept the machine busy."""
        return [load for load, share in self.others.items() if share > DISTURBED]

    @property
    def missed(self) -> list[Figure]:
        """The figures that do not meet their target."""
        return [figure for figure in self.figures if figure.met is False]

    def require_every_target(self) -> None:
        """Raise Failed when something that has a target was not measured."""
        missing = [key for key in TARGETS if key not in {figure.key for figure in self.figures}]
        if missing:
            raise Failed(f"Nothing was measured for {', '.join(missing)}; see bench/targets.py and bench/measures.")

    def as_json(self) -> dict[str, Any]:
        """All of it as plain JSON."""
        return {
            "figures": [figure.as_json() for figure in self.figures],
            "missed": [figure.key for figure in self.missed],
            "cpu_ms_per_request": {
                load: {process: round(ms, 3) for process, ms in costs.items()} for load, costs in self.cpu.items()
            },
            "share_of_others": {load: round(share, 3) for load, share in self.others.items()},
            "rounds": {load: [one.as_json() for one in rounds] for load, rounds in self.rounds.items()},
            "remarks": self.remarks,
        }
