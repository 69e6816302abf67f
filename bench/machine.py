"""What a measurement was made on."""

from __future__ import annotations

import os
import platform
import re
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

import amqp

from bench.stack import Stack

ROUNDS = 2_000_000


def machine() -> dict[str, Any]:
    """The machine and its Python."""
    memory = int(re.findall(r"MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text())[0]) / 1024 / 1024
    processor = re.findall(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text())
    return {
        "cores": len(os.sched_getaffinity(0)),
        "processor": processor[0] if processor else platform.machine(),
        "memory_gb": round(memory, 1),
        "linux": platform.release(),
        "python": platform.python_version(),
        "nameko": version("nameko"),
        # How fast one core counts, to hold runs on different machines or hours against each other.
        "counting_ms": round(_counting_ms()),
    }


def versions(stack: Stack) -> dict[str, str]:
    """The versions of the servers that ran."""
    [(postgresql,)] = stack.ask("SHOW server_version")
    with amqp.Connection(stack.broker) as broker:
        told = broker.server_properties["version"]
    return {"postgresql": postgresql, "rabbitmq": told.decode() if isinstance(told, bytes) else str(told)}


def _counting_ms() -> float:
    began = time.process_time()
    total = 0
    for number in range(ROUNDS):
        total += number
    return 1000 * (time.process_time() - began)
