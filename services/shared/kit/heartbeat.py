"""The heartbeat: a file that is touched as long as this process can do its work.

Whoever watches over the process looks how old the file is, which costs next to nothing; asking over
HTTP or RPC would take a Python of its own every few seconds, for each of them. A process that hangs
touches nothing either.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import eventlet
from eventlet.greenthread import GreenThread
from eventlet.timeout import Timeout
from kombu import Connection

from services.shared.kit import telemetry
from services.shared.kit.config import Config, WrongSetting
from services.shared.kit.database import database_of

EVERY = 4.0
PATIENCE = 4.0

log = telemetry.log(__name__)


class Heartbeat:
    """Asks the broker and the databases of these services, and touches the file when all of them answer."""

    def __init__(self, config: Config, services: Sequence[str], file: Path) -> None:
        self.config = config
        self.services = services
        self.file = file
        self.failing = False
        self._connection: Connection | None = None

    def run(self) -> None:
        """Beat until this green thread is killed."""
        while True:
            self.beat()
            eventlet.sleep(EVERY)

    def beat(self) -> bool:
        """Touch the file, unless something that is needed does not answer; says whether it was touched."""
        try:
            with Timeout(PATIENCE):
                self._ask_broker()
                for service in self.services:
                    database_of(self.config, service).check()
            self.file.touch()
        except (Exception, Timeout) as wrong:
            self._forget_connection()
            if not self.failing:
                log.warning("heartbeat.skipped", services=list(self.services), error=repr(wrong))
            self.failing = True
            return False
        self.failing = False
        return True

    def _ask_broker(self) -> None:
        if self.config.embedded:
            return
        if self._connection is None:
            self._connection = Connection(self.config.broker_url, connect_timeout=PATIENCE)
            self._connection.ensure_connection(max_retries=0)
        # Opening a channel is a question that the broker answers, and that needs no rights.
        self._connection.channel().close()

    def _forget_connection(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.collect()


def start_beating(config: Config, services: Sequence[str]) -> GreenThread | None:
    """Keep the heartbeat of this process, when the settings name a file for it; answers what can be killed."""
    if not config.heartbeat:
        return None
    file = Path(config.heartbeat)
    try:
        # Written to see whether that can be done, and taken away because nothing was asked yet.
        file.touch()
        file.unlink()
    except OSError as wrong:
        raise WrongSetting(
            f"BALIE_HEARTBEAT: the file {file} cannot be written ({wrong.strerror}). Give a file in a "
            "folder that this user may write to."
        ) from None
    return eventlet.spawn(Heartbeat(config, services, file).run)
