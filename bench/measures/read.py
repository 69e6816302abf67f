"""Reading: GET one notification, another one each time."""

from __future__ import annotations

from bench.load import Request
from bench.measures.create import PATH, creating
from bench.measures.loads import measure, warm_up
from bench.measures.plan import CONCURRENCIES, Plan
from bench.results import Results
from bench.stack import Stack

MOST = 5000


def measure_read(stack: Stack, plan: Plan, results: Results) -> None:
    """Rate and latency at each concurrency."""
    if not stack.ask("SELECT 1 FROM intake.notification LIMIT 1"):
        warm_up(stack, creating(stack), 1, plan.warm_up)
    numbers = stack.ask("SELECT number FROM intake.notification ORDER BY md5(number) LIMIT %s", MOST)
    lines = stack.folder / "numbers"
    lines.write_text("".join(f"{PATH}/{number}\n" for (number,) in numbers))
    request = Request(lines)
    warm_up(stack, request, max(CONCURRENCIES), plan.warm_up)
    for concurrency in plan.concurrencies:
        measure(stack, "read", "read one", request, concurrency, plan.seconds, results)
