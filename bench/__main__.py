"""`python -m bench`: start everything, measure, print the table."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import click

from bench.machine import machine, versions
from bench.measures.catalogue import measure_catalogue, measure_embedded_catalogue
from bench.measures.create import measure_create
from bench.measures.embedded import measure_embedded
from bench.measures.factsheet import measure_factsheet
from bench.measures.find import measure_list, measure_search
from bench.measures.memory import add_ready, measure_memory
from bench.measures.order import measure_order
from bench.measures.plan import Plan
from bench.measures.read import measure_read
from bench.processes import Failed
from bench.report import LATEST, with_part
from bench.results import Results
from bench.stack import Stack, distributed
from bench.table import page
from tests.servers import ServerFailed, ServerMissing

NOTIFICATIONS = 100_000
Measures = dict[str, Callable[[Stack, Plan, Results], None]]
# In each round what looks at the notifications that are there comes before what adds to them, and what is measured
# once comes after all rounds. These are spread over the run, for what neighbours leave over changes by the minute.
IN_ROUNDS: Measures = {"list": measure_list, "search": measure_search, "read": measure_read, "create": measure_create}
# The large catalogue comes after the memory is looked at, for it is much larger than any other load has it.
ONCE: Measures = {
    "factsheet": measure_factsheet,
    "order": measure_order,
    "memory": measure_memory,
    "catalogue": measure_catalogue,
}
WORDS = (*IN_ROUNDS, *ONCE, "embedded")


def _words(context: click.Context, parameter: click.Parameter, given: str | None) -> tuple[str, ...]:
    asked = WORDS if given is None else tuple(word.strip() for word in given.split(","))
    for word in asked:
        if word not in WORDS:
            raise click.BadParameter(f"{word!r} is not measured; choose from {', '.join(WORDS)}.")
    return asked


@click.command()
@click.option("--only", callback=_words, help=f"Measure only these, separated by commas: {', '.join(WORDS)}.")
@click.option(
    "--seconds",
    type=click.IntRange(min=1),
    default=Plan.seconds,
    show_default=True,
    help="How long each load lasts; creating at concurrency 8 lasts three times as long.",
)
@click.option(
    "--notifications",
    type=click.IntRange(min=0),
    default=NOTIFICATIONS,
    show_default=True,
    help="How many notifications there are before anything is measured.",
)
@click.option(
    "--rounds",
    type=click.IntRange(min=1),
    default=Plan.rounds,
    show_default=True,
    help="How often list, search, read and create are put on at concurrency 8; the quickest round counts.",
)
@click.option("--keep", is_flag=True, help="Keep what was measured in the record of the last whole run.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON instead of as a table.")
def bench(only: tuple[str, ...], seconds: int, notifications: int, rounds: int, keep: bool, as_json: bool) -> None:
    """Measure how fast Balie is on this machine, and hold that against its targets.

    A run of everything, as long and as large as it is by default, is kept in bench/results/latest.json; with `--keep`
    a part is put in that record, in the place of what it had.
    """
    began, results = time.monotonic(), Results()
    plan = Plan(seconds, rounds)
    facts: dict[str, Any] = machine() | {"seconds_per_load": seconds, "rounds": rounds, "notifications": notifications}
    try:
        facts |= _measure(only, plan, notifications, results)
        if set(only) == set(WORDS):
            results.require_every_target()
    except (Failed, ServerMissing, ServerFailed) as wrong:
        raise click.ClickException(str(wrong)) from None
    facts |= {"at": datetime.now(UTC).isoformat(timespec="seconds"), "took_seconds": round(time.monotonic() - began)}
    record = {"machine": facts} | results.as_json()
    told = json.dumps(record, indent=2, ensure_ascii=False)
    if (set(only), plan, notifications) == (set(WORDS), Plan(), NOTIFICATIONS):
        LATEST.parent.mkdir(exist_ok=True)
        LATEST.write_text(told + "\n")
    elif keep:
        whole = with_part(json.loads(LATEST.read_text()), record, only)
        LATEST.write_text(json.dumps(whole, indent=2, ensure_ascii=False) + "\n")
    click.echo(told if as_json else "\n".join(page(facts, results)))


def _measure(only: tuple[str, ...], plan: Plan, notifications: int, results: Results) -> dict[str, str]:
    """Measure these words; answers the versions of the servers that ran."""
    found: dict[str, str] = {}
    asked = [(word, one, measures[word]) for one, measures in _in_order(plan) for word in measures if word in only]
    if asked:
        _tell(f"starting RabbitMQ, PostgreSQL with {notifications} notifications, and the services")
        with distributed(notifications) as stack:
            found = versions(stack)
            add_ready(stack, results)
            for word, planned, measure in asked:
                _tell(word)
                measure(stack, planned, results)
    if "embedded" in only:
        _tell("embedded")
        measure_embedded(plan, results)
    if "catalogue" in only:
        _tell("embedded, with a large catalogue")
        measure_embedded_catalogue(plan, results)
    return found


def _in_order(plan: Plan) -> list[tuple[Plan, Measures]]:
    return [*((one, IN_ROUNDS) for one in plan.each_round), (plan, ONCE)]


def _tell(doing: str) -> None:
    click.echo(f"bench: {doing}", err=True)


if __name__ == "__main__":
    bench(prog_name="python -m bench")
