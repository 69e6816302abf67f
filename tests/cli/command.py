"""The `balie` command as a test uses it: within this process, or as a process of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from services.cli.main import balie
from services.shared.kit.config import Config, variable
from tests.desk import until

HOUSE = Path(__file__).parents[2]
READY = re.compile(r"Balie is ready in ([0-9.]+) s: (http://[0-9.]+:[0-9]+)")


@dataclass(frozen=True)
class Outcome:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def refusal(self) -> str:
        """The one line it failed with."""
        assert self.code != 0, self.out
        assert self.out == ""
        assert self.err.startswith("Error: "), self.err
        assert self.err.count("\n") == 1, self.err
        return self.err.removeprefix("Error: ").rstrip("\n")


def environment(config: Config) -> dict[str, str]:
    """The variables that make up these settings, so that a command has exactly the same ones."""
    told: dict[str, str] = {}
    for setting in fields(config):
        value: Any = getattr(config, setting.name)
        if value != setting.default:
            told[variable(setting.name)] = "yes" if value is True else str(value)
    return told


def run(*words: str, config: Config | None = None, typed: str | bytes | None = None, **environ: str) -> Outcome:
    """Run a command within this process."""
    told: dict[str, str | None] = {name: None for name in os.environ if name.startswith("BALIE_")}
    told |= environment(config) if config else {}
    ended = CliRunner(env=told | environ).invoke(balie, words, input=typed, prog_name="balie", catch_exceptions=False)
    return Outcome(ended.exit_code, ended.stdout, ended.stderr)


class Process:
    """A `balie` that runs as a process of its own; what it says is kept in files."""

    def __init__(self, folder: Path, *words: str, **environ: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._out, self._err = folder / "out", folder / "err"
        clean = {name: value for name, value in os.environ.items() if not name.startswith("BALIE_")}
        with self._out.open("wb") as out, self._err.open("wb") as err:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "services.cli", *words],
                cwd=HOUSE,
                env=clean | environ,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
            )

    @property
    def out(self) -> str:
        return self._out.read_text()

    @property
    def err(self) -> str:
        return self._err.read_text()

    def ready(self) -> tuple[float, str]:
        """Wait for the line that says so; answers the seconds and the address in it."""
        until(lambda: READY.search(self.out) or self.process.poll() is not None, seconds=60)
        found = READY.search(self.out)
        assert found, self.err
        return float(found[1]), found[2]

    def ended(self, seconds: float = 60) -> Outcome:
        """Wait until it has ended."""
        until(lambda: self.process.poll() is not None, seconds)
        return Outcome(self.process.returncode, self.out, self.err)

    def stop(self, how: signal.Signals = signal.SIGTERM, seconds: float = 15) -> Outcome:
        """Ask it to stop, and wait until it has."""
        self.process.send_signal(how)
        return self.ended(seconds)


@contextmanager
def process(folder: Path, *words: str, **environ: str) -> Iterator[Process]:
    """A `balie` that is gone after the block, whatever happens in it."""
    started = Process(folder, *words, **environ)
    try:
        yield started
    finally:
        if started.process.poll() is None:
            started.process.kill()
            started.process.wait()
