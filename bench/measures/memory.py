"""Memory: what each service process holds once the load is over, and how soon each was ready."""

from __future__ import annotations

import time

from bench.measures.plan import Plan
from bench.results import Results
from bench.stack import Stack


def measure_memory(stack: Stack, plan: Plan, results: Results) -> None:
    """PSS per process, after a rest."""
    time.sleep(plan.rest)
    memory = stack.memory_mb()
    for name, held in memory.items():
        results.add(f"memory.{name}", f"memory of {name} after the load (PSS)", held, "MB")
    results.add("memory.together", "memory of the five services together (PSS)", sum(memory.values()), "MB")


def add_ready(stack: Stack, results: Results) -> None:
    """Seconds from start to ready, all five started at once."""
    for name, seconds in stack.ready_seconds.items():
        what = "all five together ready" if name == "together" else f"{name} ready"
        results.add(f"ready.{name}", f"{what}, started at once", seconds, "s")
