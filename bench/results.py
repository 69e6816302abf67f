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


@dataclass
class Results:
    """Everything a run has found so far."""

    figures: list[Figure] = field(default_factory=list)
    # Milliseconds of processor time per request, per process, for each load.
    cpu: dict[str, dict[str, float]] = field(default_factory=dict)
    # The share of the machine that processes of others took meanwhile, for each load.
    others: dict[str, float] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def add(self, key: str, meaning: str, value: float, unit: str = "") -> None:
        """Keep a figure."""
        self.figures.append(Figure(key, meaning, value, unit))

    def add_load(self, key: str, meaning: str, outcome: Outcome, cpu: dict[str, float], others: float) -> None:
        """Keep what came of a load."""
        name, title = f"{key}.{outcome.concurrency}", f"{meaning}, concurrency {outcome.concurrency}"
        self.add(f"{name}.rate", f"{title}: answers per second", outcome.rate, "/s")
        for percentile in ("p50", "p95", "p99"):
            self.add(f"{name}.{percentile}", f"{title}: {percentile}", getattr(outcome, percentile), "ms")
        self.add(f"{name}.errors", f"{title}: errors", outcome.errors)
        self.cpu[name] = {process: 1000 * seconds / max(1, outcome.right) for process, seconds in cpu.items()}
        self.others[name] = others
        if outcome.first_error:
            self.remarks.append(f"{title}: the first wrong answer was {outcome.first_error}")

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
            "remarks": self.remarks,
        }
