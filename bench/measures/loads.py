"""Loads on a running Balie, with what they cost each process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bench.load import Outcome, Request, put_load
from bench.processes import TICKS
from bench.results import Results, Round
from bench.running import Running

Settle = Callable[[], object]


def measure(
    running: Running,
    key: str,
    meaning: str,
    request: Request,
    concurrency: int,
    seconds: float,
    results: Results,
    settle: Settle = lambda: None,
    role: str = "agent",
) -> Outcome:
    """Put a load on it as somebody with this role, and keep what came of it and what it cost until all has settled."""
    before, machine_before = running.cpu_seconds(), _machine_seconds()
    outcome = put_load(running.url, running.tokens[role], request, concurrency, seconds)
    settle()
    after, machine_after = running.cpu_seconds(), _machine_seconds()
    running.require_alive()
    cost = {name: after[name] - before[name] for name in after} | {"wrk": outcome.cpu_seconds}
    busy, whole = (now - then for now, then in zip(machine_after, machine_before, strict=True))
    others = max(0.0, busy - sum(cost.values())) / whole
    results.add_round(key, meaning, Round(outcome, cost, others))
    if outcome.errors:
        troubles = {name: service.first_trouble for name, service in running.services.items()}
        remarks = [f"The first error that {name} logged:\n{told}" for name, told in troubles.items() if told]
        results.remarks += [remark for remark in remarks if remark not in results.remarks]
    return outcome


def warm_up(running: Running, request: Request, concurrency: int, seconds: float, role: str = "agent") -> None:
    """The same load, not counted."""
    put_load(running.url, running.tokens[role], request, concurrency, seconds)


def _machine_seconds() -> tuple[float, float]:
    """The seconds all cores together were busy (or taken by the machine beneath), and the seconds they had."""
    ticks = [int(field) for field in Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]
    idle = ticks[3] + ticks[4]
    return (sum(ticks) - idle) / TICKS, sum(ticks) / TICKS
