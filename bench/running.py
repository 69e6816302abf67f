"""A running Balie, however it runs: where it is, its processes, and the tokens to ask it with."""

from __future__ import annotations

import json
import shutil
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from bench.processes import Service, cpu_seconds, pss_mb
from tests.servers import free_port

READY_WITHIN = 60.0


@dataclass
class Running:
    """A Balie that answers; `servers` are the process ids of the broker and the database server."""

    folder: Path
    url: str
    services: dict[str, Service]
    servers: dict[str, int] = field(default_factory=dict)
    ready_seconds: dict[str, float] = field(default_factory=dict)

    @cached_property
    def tokens(self) -> dict[str, str]:
        """An API token per role."""
        told: dict[str, str] = json.loads((self.folder / "tokens.json").read_text())
        return told

    def cpu_seconds(self) -> dict[str, float]:
        """The processor time of every process so far."""
        return cpu_seconds({name: service.pid for name, service in self.services.items()} | self.servers)

    def memory_mb(self) -> dict[str, float]:
        """The memory of every service process, as PSS."""
        return {name: pss_mb(service.pid) for name, service in self.services.items()}

    def require_alive(self) -> None:
        """Raise Failed when a service has ended."""
        for service in self.services.values():
            service.require_alive()


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder that PostgreSQL's own user may enter, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="balie-bench-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def settings_in(folder: Path) -> dict[str, str]:
    """The settings of a Balie that keeps all in this folder, listens on loopback, and logs as in compose.yaml."""
    return {
        "BALIE_DATA": str(folder / "data"),
        "BALIE_PORT": str(free_port()),
        "BALIE_SECRET": "measured on loopback",
        "BALIE_LOG_FORMAT": "json",
    }


def url_of(settings: dict[str, str]) -> str:
    """Where a Balie with these settings listens."""
    return f"http://127.0.0.1:{settings['BALIE_PORT']}"


def is_ready(url: str) -> bool:
    """Whether the gateway says that every part answers."""
    try:
        with urllib.request.urlopen(f"{url}/health/ready", timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False
