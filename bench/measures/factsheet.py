"""The factsheet over everything: a year of notifications, asked by one manager at a time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from bench.load import Request
from bench.measures.loads import measure, warm_up
from bench.measures.plan import Plan
from bench.results import Results
from bench.stack import Stack

PATH = "/api/v1/reports/factsheet"
DAYS = 366
PERIODS = 30


def measure_factsheet(stack: Stack, plan: Plan, results: Results) -> None:
    """The latency of a whole year, another one each time."""
    today = datetime.now(UTC).date()
    queries = []
    for days in range(PERIODS):
        last = today - timedelta(days=days)
        queries.append(urlencode({"from": str(last - timedelta(days=DAYS)), "to": str(last)}))
    lines = stack.folder / "factsheets"
    lines.write_text("".join(f"{PATH}?{query}\n" for query in queries))
    request = Request(lines)
    warm_up(stack, request, 1, plan.warm_up)
    measure(stack, "factsheet", "factsheet of a year", request, 1, plan.seconds, results)
