"""Balie in one process: how soon it is ready, what it holds, what it does when it has nothing to do, and creating."""

from __future__ import annotations

import sqlite3
import time

from bench.house import NAME, embedded
from bench.load import Outcome
from bench.measures.create import creating, require_kept
from bench.measures.loads import measure, warm_up
from bench.measures.plan import DESK, Plan
from bench.results import Results
from bench.running import Running

IDLE_SECONDS = 10.0


def measure_embedded(plan: Plan, results: Results) -> None:
    """All of it, on a Balie of its own."""
    with embedded() as running:
        ready = running.ready_seconds
        results.add("embedded.ready", "embedded: ready", ready["again"], "s")
        results.add("embedded.first_ready", "embedded: ready at its first start, with migrating", ready["first"], "s")
        request = creating(running)
        warm_up(running, request, DESK, plan.warm_up)
        for concurrency in (1, *[DESK] * plan.rounds):
            outcome = measure(
                running, "embedded.create", "embedded: create", request, concurrency, plan.seconds, results
            )
            require_kept(outcome, _kept(running, outcome))
        time.sleep(plan.rest)
        results.add("embedded.idle", f"embedded: CPU when idle, over {IDLE_SECONDS:g} s", _idle(running), "%")
        results.add("embedded.memory", "embedded: memory after the load (PSS)", running.memory_mb()[NAME], "MB")


def _idle(running: Running) -> float:
    before, began = running.cpu_seconds()[NAME], time.monotonic()
    time.sleep(IDLE_SECONDS)
    return 100 * (running.cpu_seconds()[NAME] - before) / (time.monotonic() - began)


def _kept(running: Running, outcome: Outcome) -> int:
    file = running.folder / "data" / "intake.sqlite"
    database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        row = database.execute("SELECT count(*) FROM answered WHERE key LIKE ?", [f"{outcome.keys}%"]).fetchone()
        return int(row[0])
    finally:
        database.close()
