"""A large catalogue: bringing it in, searching it inside catalog and through the gateway, and the page of all of it."""

from __future__ import annotations

import http.client
import json
import os
import re
import sqlite3
import time
from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from random import Random
from statistics import median
from typing import Any
from urllib.parse import urlencode, urlsplit

from bench.catalogue import QUERIES, WORKBOOK
from bench.house import embedded
from bench.load import Request
from bench.measures.loads import measure, warm_up
from bench.measures.plan import DESK, Plan
from bench.percentiles import percentile
from bench.processes import Failed, run_python, until
from bench.results import Results
from bench.stack import Stack

ITEMS = ARTICLES = 5000
SEARCH, PAGE = "/api/v1/search", "/catalogue"
SEED = 6
FOLLOWERS = ("intake", "routing", "reporting")
HEARD_WITHIN = 300.0
PAGES_PER_SECOND_OF_LOAD = 20
TITLE = f"{ITEMS + ARTICLES:,} rows"


def measure_catalogue(stack: Stack, plan: Plan, results: Results) -> None:
    """All of it, one after the other; the demo's own catalogue is there as well."""
    before = stack.cpu_seconds()
    seconds, cpu = import_large(stack.folder, stack.settings)
    after = stack.cpu_seconds()
    results.add("catalogue.import.seconds", f"catalogue: import of {TITLE}", seconds, "s")
    cpu += after["postgresql"] - before["postgresql"]
    results.add("catalogue.import.cpu", f"catalogue: import of {TITLE}: CPU of the command and PostgreSQL", cpu, "s")
    until(lambda: _is_heard(stack), "That every follower has heard of the catalogue", HEARD_WITHIN)
    # As the server itself would have done within minutes.
    stack.database.execute("VACUUM ANALYZE")
    _measure_inside(stack, plan, results)
    request = searching(stack.folder)
    warm_up(stack, request, DESK, plan.warm_up, "customer")
    for _ in range(plan.rounds):
        measure(stack, "catalogue.search", "catalogue: search", request, DESK, plan.seconds, results, role="customer")
    _measure_page(stack, plan, results)
    results.add("catalogue.memory", "catalogue: memory of catalog (PSS)", stack.memory_mb()["catalog"], "MB")


def measure_embedded_catalogue(plan: Plan, results: Results) -> None:
    """Searching it in one process, on SQLite."""

    def fill(folder: Path, settings: Mapping[str, str]) -> None:
        seconds, _ = import_large(folder, settings)
        results.add("embedded.catalogue.import.seconds", f"embedded: import of {TITLE}", seconds, "s")

    with embedded(fill) as running:
        data = running.folder / "data"
        until(lambda: _is_heard_in_files(data), "That every part has heard of the catalogue", HEARD_WITHIN)
        request = searching(running.folder)
        warm_up(running, request, DESK, plan.warm_up, "customer")
        title = "embedded: search of the catalogue"
        for _ in range(plan.rounds):
            measure(running, "embedded.catalogue.search", title, request, DESK, plan.seconds, results, role="customer")


def import_large(folder: Path, settings: Mapping[str, str]) -> tuple[float, float]:
    """Bring a large catalogue in by the command; answers the seconds it took, and its own processor time."""
    run_python(["bench.large", str(folder), str(ITEMS), str(ARTICLES)], {})
    began, before = time.monotonic(), os.times()
    run_python(["services.cli", "catalogue", "import", str(folder / WORKBOOK), "--yes"], settings)
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return time.monotonic() - began, cpu


def searching(folder: Path) -> Request:
    """Searches of every way of asking, mixed."""
    asked = list(chain.from_iterable(_queries(folder).values()))
    Random(SEED).shuffle(asked)
    lines = folder / "searches_of_catalogue"
    lines.write_text("".join(f"{SEARCH}?{urlencode(query)}\n" for query in asked))
    return Request(lines)


def _queries(folder: Path) -> dict[str, list[dict[str, Any]]]:
    told: dict[str, list[dict[str, Any]]] = json.loads((folder / QUERIES).read_text())
    return told


def _is_heard(stack: Stack) -> bool:
    """Whether every service that follows catalog has handled all that was told."""
    behind = "SELECT 1 FROM {}.cursor WHERE name = 'catalog' AND position < (SELECT max(position) FROM catalog.journal)"
    waiting = [behind.format(follower) for follower in FOLLOWERS]
    waiting.append("SELECT 1 FROM catalog.journal WHERE position IS NULL")
    return not any(stack.ask(f"{query} LIMIT 1") for query in waiting)


def _is_heard_in_files(data: Path) -> bool:
    """The same in one process on SQLite."""
    [told, waiting] = _ask(data / "catalog.sqlite", "SELECT max(position), count(*) - count(position) FROM journal")
    heard = "SELECT coalesce(min(position), ?) FROM cursor WHERE name = 'catalog'"
    return not waiting and all(_ask(data / f"{name}.sqlite", heard, told)[0] >= told for name in FOLLOWERS)


def _ask(file: Path, query: str, *values: object) -> tuple[int, ...]:
    database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        row: tuple[int, ...] = database.execute(query, values).fetchone()
        return row
    finally:
        database.close()


def _measure_inside(stack: Stack, plan: Plan, results: Results) -> None:
    """One search at a time, asked of catalog itself: with its way over the broker and back, without the gateway."""
    before = stack.cpu_seconds()
    told = run_python(["bench.asking", str(stack.folder / QUERIES), str(2 * plan.seconds)], stack.settings)
    after = stack.cpu_seconds()
    took: dict[str, list[float]] = json.loads(told)
    every = list(chain.from_iterable(took.values()))
    key, title = "catalogue.inside.1", "catalogue: search inside catalog, concurrency 1"
    for name, value in (("p50", median(every)), ("p95", percentile(every, 95)), ("p99", percentile(every, 99))):
        results.add(f"{key}.{name}", f"{title}: {name}", value, "ms")
    for way, some in took.items():
        results.add(f"{key}.{way}.p95", f"{title}, {way}: p95", percentile(some, 95), "ms")
    asked = len(every) + sum(map(len, _queries(stack.folder).values()))
    for process in ("catalog", "postgresql"):
        cpu = 1000 * (after[process] - before[process]) / asked
        results.add(f"{key}.cpu.{process}", f"{title}: CPU of {process} per search", cpu, "ms")


def _measure_page(stack: Stack, plan: Plan, results: Results) -> None:
    """The page of the whole catalogue, as a signed in customer gets it."""
    browser = Browser(stack.url)
    browser.sign_in(json.loads((stack.folder / "customer.json").read_text()))
    before, took = stack.cpu_seconds(), []
    for _ in range(PAGES_PER_SECOND_OF_LOAD * plan.seconds):
        began = time.perf_counter()
        browser.see(PAGE)
        took.append(1000 * (time.perf_counter() - began))
    after = stack.cpu_seconds()
    results.add("catalogue.page.p50", "catalogue: its page in the portal: p50", median(took), "ms")
    results.add("catalogue.page.p95", "catalogue: its page in the portal: p95", percentile(took, 95), "ms")
    cpu = 1000 * sum(after[name] - before[name] for name in ("gateway", "catalog", "postgresql")) / len(took)
    results.add("catalogue.page.cpu", "catalogue: its page in the portal: CPU of all processes", cpu, "ms")


class Browser:
    """A customer's browser, with one connection that stays open."""

    def __init__(self, url: str) -> None:
        address = urlsplit(url)
        self.connection = http.client.HTTPConnection(str(address.hostname), address.port, timeout=10)
        self.cookies: dict[str, str] = {}

    def sign_in(self, account: dict[str, str]) -> None:
        """Fill in the form of the log-in page."""
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.see("/login"))
        form = account | {"csrf_token": found[1] if found else "", "next": PAGE}
        self._ask("POST", "/login", 302, urlencode(form))

    def see(self, path: str) -> str:
        """The page at this address."""
        return self._ask("GET", path, 200)

    def _ask(self, method: str, path: str, expected: int, form: str | None = None) -> str:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, form, headers)
        answer = self.connection.getresponse()
        told = answer.read().decode()
        if answer.status != expected:
            raise Failed(f"{method} {path} was answered with {answer.status} instead of {expected}: {told[:500]}")
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return told
