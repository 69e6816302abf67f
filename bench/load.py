"""The load: wrk with our script, which costs so little that it may share the machine with what it measures."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import uuid
from dataclasses import dataclass
from pathlib import Path

from bench.processes import Failed

SCRIPT = Path(__file__).with_name("load.lua")
ANSWER_WITHIN = 10  # seconds; wrk counts what takes longer as a timeout
WRK = "wrk, which makes the load, is not installed. Install it with `apt-get install wrk`."


@dataclass(frozen=True)
class Request:
    """What is asked over and over: each line of `lines` is a path to GET, or a body to POST to `path`."""

    lines: Path
    expected: int = 200
    method: str = "GET"
    path: str = "/"


@dataclass(frozen=True)
class Outcome:
    """What came of a load; latencies are in milliseconds; `keys` is what its idempotency keys begin with."""

    concurrency: int
    seconds: float
    right: int
    errors: int
    p50: float
    p95: float
    p99: float
    slowest: float
    cpu_seconds: float
    keys: str
    first_error: str = ""

    @property
    def rate(self) -> float:
        """Right answers per second."""
        return self.right / self.seconds


def put_load(url: str, token: str, request: Request, concurrency: int, seconds: float) -> Outcome:
    """Ask as fast as `concurrency` connections can, each waiting for its answer before it asks again."""
    if shutil.which("wrk") is None:
        raise Failed(WRK)
    keys = f"bench-{uuid.uuid4().hex}-"
    command = ["wrk", "-t1", f"-c{concurrency}", f"-d{max(1, round(seconds))}s", f"--timeout={ANSWER_WITHIN}s"]
    command += [f"--script={SCRIPT}", f"{url}{request.path}", "--"]
    command += [request.method, str(request.expected), str(request.lines), token, keys]
    before = os.times()
    ended = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    after = os.times()
    if ended.returncode != 0 or "@requests" not in ended.stdout:
        raise Failed(f"wrk failed with code {ended.returncode}: {ended.stderr or ended.stdout}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return outcome_of(ended.stdout, concurrency, cpu, keys)


def outcome_of(printed: str, concurrency: int, cpu_seconds: float, keys: str) -> Outcome:
    """Read what the script printed."""
    told = dict(re.findall(r"^@(\w+) ?(.*)$", printed, flags=re.MULTILINE))
    wrong, broken, timeouts = int(told["wrong"]), int(told["broken"]), int(told["timeouts"])
    return Outcome(
        concurrency=concurrency,
        seconds=float(told["microseconds"]) / 1e6,
        right=int(told["requests"]) - wrong,
        errors=wrong + broken + timeouts,
        p50=float(told["p50"]) / 1000,
        p95=float(told["p95"]) / 1000,
        p99=float(told["p99"]) / 1000,
        slowest=float(told["max"]) / 1000,
        cpu_seconds=cpu_seconds,
        keys=keys,
        first_error=told["first_wrong"],
    )
