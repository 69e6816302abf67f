"""Creating: POST /api/v1/notifications by an agent, each with a body and an Idempotency-Key of its own."""

from __future__ import annotations

from bench.lag import LagWatch, await_caught_up
from bench.load import Outcome, Request
from bench.measures.loads import measure, warm_up
from bench.measures.plan import CONCURRENCIES, DESK, Plan
from bench.processes import Failed
from bench.results import Results
from bench.running import Running
from bench.stack import Stack

PATH = "/api/v1/notifications"


def creating(running: Running) -> Request:
    """The request of every creating load."""
    return Request(running.folder / "bodies", expected=201, method="POST", path=PATH)


def measure_create(stack: Stack, plan: Plan, results: Results) -> None:
    """Rate and latency at each concurrency, and at the desk's how far the followers are behind at the end."""
    request = creating(stack)
    warm_up(stack, request, max(CONCURRENCIES), plan.warm_up)
    await_caught_up(stack.database)
    for concurrency in plan.concurrencies:
        seconds = plan.long if concurrency == DESK else plan.seconds
        with LagWatch(stack.database_url) as watch:
            settle = watch.end_and_await_caught_up
            outcome = measure(stack, "create", "create", request, concurrency, seconds, results, settle)
        require_kept(outcome, _kept(stack, outcome))
        if concurrency == DESK:
            _add_lag(watch, outcome, results)


def _kept(stack: Stack, outcome: Outcome) -> int:
    """How many notifications this load made, told by its idempotency keys."""
    return int(stack.ask("SELECT count(*) FROM intake.answered WHERE key LIKE %s", f"{outcome.keys}%")[0][0])


def require_kept(outcome: Outcome, kept: int) -> None:
    """Raise Failed unless each 201 made one notification; the last request of each connection may be cut off."""
    if not outcome.right <= kept <= outcome.right + outcome.errors + outcome.concurrency:
        raise Failed(f"{outcome.right} notifications were answered with 201, and {kept} were kept.")


def _add_lag(watch: LagWatch, outcome: Outcome, results: Results) -> None:
    key, title = f"create.{DESK}", f"create, concurrency {DESK}, after {outcome.seconds:.0f} s"
    for follower, lag in watch.at_the_end().items():
        results.add_worst(f"{key}.lag.{follower}.seconds", f"{title}: {follower} is behind", lag.seconds, "s")
        results.add_worst(f"{key}.lag.{follower}.events", f"{title}: {follower} is behind", lag.events, "events")
    results.add_worst(f"{key}.caught_up", f"{title}: until nobody is behind", watch.caught_up_seconds, "s")
