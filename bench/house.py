"""Balie in one process, as it is measured: `balie up` on SQLite."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bench.processes import Service, run_python, until
from bench.running import READY_WITHIN, Running, is_ready, settings_in, temporary_folder, url_of

NAME = "balie up"
Fill = Callable[[Path, Mapping[str, str]], None]


@contextmanager
def embedded(fill: Fill = lambda folder, settings: None) -> Iterator[Running]:
    """Everything in one process with an organisation in it, ready to answer; it was started once before.

    What else is to be in it, `fill` puts there between the two.
    """
    with temporary_folder() as folder:
        settings = settings_in(folder)
        with _up(folder, settings) as first:
            first_seconds = first.ready_seconds
        run_python(["bench.ground", str(folder)], settings)
        fill(folder, settings)
        with _up(folder, settings) as running:
            running.ready_seconds |= {"first": first_seconds["again"]}
            yield running


@contextmanager
def _up(folder: Path, settings: dict[str, str]) -> Iterator[Running]:
    process = Service(NAME, ["services.cli", "up"], settings, folder)
    try:
        running = Running(folder, url_of(settings), {NAME: process})

        def ready() -> bool:
            process.require_alive()
            return is_ready(running.url)

        until(ready, "GET /health/ready with status 200", READY_WITHIN)
        running.ready_seconds = {"again": time.monotonic() - process.began}
        yield running
    finally:
        process.stop()
