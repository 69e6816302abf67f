"""Asks catalog by itself, past the gateway, as a process of its own: what the searches take there.

Run as `python -m bench.asking QUERIES SECONDS` with the settings of a Balie that runs. QUERIES is a file of JSON: lists
of searches by the way of asking. Each is asked once to warm up, and then all are asked over and over, one at a time;
what comes out are the milliseconds of each answer, by the way of asking.
"""

# ruff: noqa: E402
# The services' own code runs on green threads, so the standard library is made green first.
from services.shared.kit.green import make_green

make_green()

import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from nameko.standalone.rpc import ClusterRpcClient

from services.demo.accounts import CUSTOMER_ACCOUNT
from services.demo.content.people import CUSTOMERS
from services.shared.actor import Actor
from services.shared.kit.config import Config

ANSWER_WITHIN = 10


def ask(config: Config, queries: dict[str, list[dict[str, Any]]], seconds: float) -> dict[str, list[float]]:
    """The milliseconds that each answer took, in which the request and its reply go over the broker."""
    somebody = CUSTOMERS[0]
    actor = Actor(
        CUSTOMER_ACCOUNT, somebody.name, ("customer",), customer=somebody.code, organisation=somebody.organisation
    )
    told = {"actor": actor.to_header(), "language": "nl"}
    took: defaultdict[str, list[float]] = defaultdict(list)
    with ClusterRpcClient(context_data=told, uri=config.broker_url, timeout=ANSWER_WITHIN) as bus:
        every = [(way, query) for way, asked in queries.items() for query in asked]
        for _, query in every:
            bus.catalog.find_in_catalogue(query)
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for way, query in every:
                began = time.perf_counter()
                bus.catalog.find_in_catalogue(query)
                took[way].append(1000 * (time.perf_counter() - began))
    return took


if __name__ == "__main__":
    asked = json.loads(Path(sys.argv[1]).read_text())
    sys.stdout.write(json.dumps(ask(Config.from_environment(), asked, float(sys.argv[2]))))
