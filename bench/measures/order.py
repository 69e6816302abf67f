"""The work order: from the desk's POST that registers a notification until its work order exists.

No single request makes a work order. The shortest public way is two: an agent registers a
notification, and forwards it. That it exists is seen in routing's own database, which is asked every
few milliseconds, so it was committed at most that much earlier.
"""

from __future__ import annotations

import http.client
import json
import time
import uuid
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from bench.measures.create import PATH
from bench.measures.plan import Plan
from bench.percentiles import percentile
from bench.processes import Failed
from bench.results import Results
from bench.stack import Stack

PER_SECOND_OF_LOAD = 15
PAUSE_BETWEEN_LOOKS = 0.002
EXISTS_WITHIN = 30.0


def measure_order(stack: Stack, plan: Plan, results: Results) -> None:
    """One after the other, as one agent does it."""
    pairs = json.loads((stack.folder / "forwarded.json").read_text())
    agent = Agent(stack)
    whole, after_forwarding = [], []
    for ordinal in range(round(PER_SECOND_OF_LOAD * plan.seconds)):
        registration, forwarding = pairs[ordinal % len(pairs)]
        began = time.perf_counter()
        number = agent.post(PATH, registration, 201)["number"]
        forwarded = time.perf_counter()
        agent.post(f"{PATH}/{number}/forward", forwarding, 200)
        _await_work_order(stack, number)
        exists = time.perf_counter()
        whole.append(1000 * (exists - began))
        after_forwarding.append(1000 * (exists - forwarded))
    title = "POST notification, POST forward → work order exists"
    results.add("order.p50", f"{title}: p50", median(whole), "ms")
    results.add("order.p95", f"{title}: p95", percentile(whole, 95), "ms")
    results.add("order.forward.p50", "POST forward → work order exists: p50", median(after_forwarding), "ms")
    results.add("order.forward.p95", "POST forward → work order exists: p95", percentile(after_forwarding, 95), "ms")


class Agent:
    """An agent with one connection that stays open."""

    def __init__(self, stack: Stack) -> None:
        address = urlsplit(stack.url)
        self.connection = http.client.HTTPConnection(str(address.hostname), address.port, timeout=EXISTS_WITHIN)
        self.token = stack.tokens["agent"]

    def post(self, path: str, body: dict[str, Any], expected: int) -> dict[str, Any]:
        """The answer; raises Failed when its status is another than expected."""
        headers = {
            "Authorization": f"Bearer {self.token}",
            "Content-Type": "application/json",
            "Idempotency-Key": uuid.uuid4().hex,
        }
        self.connection.request("POST", path, json.dumps(body), headers)
        answer = self.connection.getresponse()
        told = answer.read()
        if answer.status != expected:
            raise Failed(f"POST {path} was answered with {answer.status} instead of {expected}: {told[:500]!r}")
        answered: dict[str, Any] = json.loads(told)
        return answered


def _await_work_order(stack: Stack, notification: str) -> None:
    deadline = time.monotonic() + EXISTS_WITHIN
    while not stack.ask("SELECT 1 FROM routing.work_order WHERE notification = %s", notification):
        if time.monotonic() > deadline:
            raise Failed(f"Notification {notification} has no work order after {EXISTS_WITHIN:g} s.")
        time.sleep(PAUSE_BETWEEN_LOOKS)
