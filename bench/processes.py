"""A process that is measured: its processor time with all its children, its memory, and how it is ended."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

HOUSE = Path(__file__).parents[1]
TICKS = os.sysconf("SC_CLK_TCK")
SECONDS_TO_STOP = 15.0
PAUSE = 0.005
LONGEST_TROUBLE = 6000

T = TypeVar("T")


class Failed(Exception):
    """A measurement cannot go on; the message says what failed, with the last lines of its log."""


class Service:
    """A `python -m …` of this house as a process of its own, with its log in a file."""

    def __init__(self, name: str, words: list[str], environ: Mapping[str, str], folder: Path) -> None:
        self.name = name
        self.began = time.monotonic()
        self._log = folder / f"{name}.log"
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", *words],
                cwd=HOUSE,
                env=clean_environment() | dict(environ),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def log(self) -> str:
        return self._log.read_text(errors="replace")

    def says(self, words: str) -> bool:
        """Whether its log holds these words; raises Failed when it has ended."""
        self.require_alive()
        return words in self.log

    @property
    def first_trouble(self) -> str:
        """What it logged from its first error on, as far as that fits on a screen; empty when it logged none."""
        log = self.log
        found = re.search(r'^.*"level":"error"', log, flags=re.MULTILINE)
        return log[found.start() :][:LONGEST_TROUBLE] if found else ""

    def require_alive(self) -> None:
        """Raise Failed when it has ended."""
        code = self._process.poll()
        if code is not None:
            raise Failed(f"{self.name} ended with code {code}:\n{self.log[-3000:]}")

    def stop(self) -> None:
        """Ask it to stop, and see to it that it does."""
        if self._process.poll() is not None:
            return
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def clean_environment() -> dict[str, str]:
    """The environment without settings of a Balie that may run elsewhere on this machine."""
    return {name: value for name, value in os.environ.items() if not name.startswith("BALIE_")}


def run_python(words: list[str], environ: Mapping[str, str]) -> str:
    """Run a `python -m …` of this house to its end; answers what it printed."""
    ended = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=HOUSE,
        env=clean_environment() | dict(environ),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if ended.returncode != 0:
        raise Failed(f"python -m {' '.join(words)} ended with code {ended.returncode}:\n{ended.stderr[-3000:]}")
    return ended.stdout


def until(condition: Callable[[], T], what: str, seconds: float) -> T:
    """Wait until the condition holds and answer its value; raises Failed when it takes too long."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise Failed(f"{what} did not come true within {seconds:g} s.")
        time.sleep(PAUSE)


def cpu_seconds(roots: Mapping[str, int]) -> dict[str, float]:
    """The processor time, user and system, of each of these processes with all its descendants.

    Children that have ended are in what their parent waited for, so the sum only grows.
    """
    ticks: dict[int, int] = {}
    children: dict[int, list[int]] = {}
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            stat = Path("/proc", entry, "stat").read_text()
        except OSError:
            continue  # It ended while we looked.
        # The name, in brackets, may itself hold spaces and brackets.
        fields = stat.rpartition(")")[2].split()
        ticks[int(entry)] = sum(int(field) for field in fields[11:15])
        children.setdefault(int(fields[1]), []).append(int(entry))

    def total(pid: int) -> int:
        return ticks.get(pid, 0) + sum(total(child) for child in children.get(pid, ()))

    return {name: total(pid) / TICKS for name, pid in roots.items()}


def pss_mb(pid: int) -> float:
    """The memory of a process in MB, with what it shares divided over those who share it (PSS)."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise Failed(f"The kernel tells no Pss of process {pid}.")
