"""Finding: the list as the desk asks for it, and searching it by words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from random import Random
from urllib.parse import urlencode

from bench.load import Request
from bench.measures.create import PATH
from bench.measures.loads import measure, warm_up
from bench.measures.plan import DESK, Plan
from bench.results import Results
from bench.stack import Stack

SEED = 4
SEARCHES = 500
PAGES = 200
SHORTEST_WORD = 4


def measure_list(stack: Stack, plan: Plan, results: Results) -> None:
    """Pages of the size that is given when none is asked for: unfiltered, and by what a desk filters on."""
    _measure(stack, plan, results, "list", "list", _lists(stack))


def measure_search(stack: Stack, plan: Plan, results: Results) -> None:
    """Words as people type them: one, two, a name, a number, and now and then one that nobody used."""
    _measure(stack, plan, results, "search", "search by words", _searches(stack))


def _measure(
    stack: Stack, plan: Plan, results: Results, key: str, meaning: str, queries: Iterable[dict[str, str]]
) -> None:
    lines = stack.folder / key
    lines.write_text("".join(f"{PATH}?{urlencode(query)}\n" for query in queries))
    request = Request(lines)
    warm_up(stack, request, DESK, plan.warm_up)
    measure(stack, key, meaning, request, DESK, plan.seconds, results)


def _lists(stack: Stack) -> Iterator[dict[str, str]]:
    random = Random(SEED)
    rows = stack.ask(
        "SELECT number, kind, customer, location, team FROM intake.notification ORDER BY md5(number) LIMIT %s", PAGES
    )
    for number, kind, customer, location, team in rows:
        asked: list[dict[str, str]] = [
            {},
            {"status": "new,at_desk"},
            {"kind": kind},
            {"customer": customer},
            {"after": number},
        ]
        asked += [{"location": location}] if location else []
        asked += [{"team": team, "status": "forwarded"}] if team else []
        random.shuffle(asked)
        yield from asked


def _searches(stack: Stack) -> Iterator[dict[str, str]]:
    random = Random(SEED)
    rows = stack.ask(
        "SELECT n.number, n.summary || ' ' || n.description, c.name FROM intake.notification n "
        "JOIN intake.customer c ON c.code = n.customer ORDER BY md5(n.number) LIMIT %s",
        SEARCHES,
    )
    for number, text, name in rows:
        words = [word.strip(".,:;?!()'’\"") for word in text.split()]
        words = [word for word in words if len(word) >= SHORTEST_WORD and word.isalpha()] or [name.split()[0]]
        yield {"q": random.choices(*_typed(random, number, words, name))[0]}


def _typed(random: Random, number: str, words: list[str], name: str) -> tuple[list[str], list[int]]:
    """What may be typed to find this notification, with how often each way of searching is used."""
    one, other = random.choice(words), random.choice(words)
    return [one, f"{one} {other}", name, number, f"{one}q{other}"], [35, 35, 15, 10, 5]
