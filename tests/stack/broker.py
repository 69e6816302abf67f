"""A broker of a test's own with the management API, over which rights are given."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import requests

from tests.servers import RabbitMQ, free_port


class ManagedRabbitMQ(RabbitMQ):
    """RabbitMQ with its management API, and `guest` as its administrator."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._management_port = free_port()
        self.management_url = f"http://guest@127.0.0.1:{self._management_port}/%2F"

    def url_of(self, user: str, password: str) -> str:
        """Where this user connects."""
        return f"amqp://{user}:{password}@127.0.0.1:{self.port}/"

    def end_connections_of(self, user: str) -> None:
        """Let this user connect again."""
        url = f"http://127.0.0.1:{self._management_port}/api/connections/username/{user}"
        requests.delete(url, auth=("guest", "guest"), timeout=10).raise_for_status()

    def _environment(self) -> dict[str, str]:
        environment = super()._environment()
        (self.folder / "enabled_plugins").write_text("[rabbitmq_management].")
        (self.folder / "rabbitmq.conf").write_text(
            f"management.tcp.ip = 127.0.0.1\nmanagement.tcp.port = {self._management_port}\n"
        )
        return environment


@contextmanager
def managed_rabbitmq() -> Iterator[ManagedRabbitMQ]:
    """Such a broker, gone after the block."""
    folder = Path(tempfile.mkdtemp(prefix="balie-test-"))
    server = ManagedRabbitMQ(folder)
    try:
        server.start()
        yield server
    finally:
        # Its data is thrown away, so it need not close its books; what is left to stop is its port mapper.
        server.kill()
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)
