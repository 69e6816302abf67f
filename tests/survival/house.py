"""A house of real processes: each service one of its own, on a broker and a database that may be killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import requests

from services.shared.kit.config import Config
from tests.cli.command import HOUSE, environment
from tests.desk import AGENT, MANAGER, SERVICES, Api, Desk, until
from tests.servers import Postgres, RabbitMQ, free_port
from tests.survival.ledger import Ledger

READY = '"event":"services.ready"'
# A machine that has other things to do may take its time; what must be quick is said where it is tested.
STARTS_WITHIN = 60.0
SETTLES_WITHIN = 60.0


class Instance:
    """One process that runs one service, as `balie run` does; `number` tells it from others of the same service."""

    def __init__(self, service: str, number: int, config: Config, folder: Path) -> None:
        self.service = service
        self.config = config
        self._log = folder / f"{service}-{number}.log"
        self._process: subprocess.Popen[bytes] | None = None
        self._from = 0

    def launch(self, *, dying_at: str | None = None) -> None:
        """Start the process; `dying_at` names the place in `dying.py` where it kills itself."""
        program = ["tests.survival.dying", dying_at] if dying_at else ["services.cli"]
        clean = {name: value for name, value in os.environ.items() if not name.startswith("BALIE_")}
        with self._log.open("ab") as log:
            self._from = log.tell()
            self._process = subprocess.Popen(
                [sys.executable, "-m", *program, "run", self.service],
                cwd=HOUSE,
                env=clean | environment(self.config),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def await_ready(self) -> None:
        until(lambda: READY in self.log or self.code is not None, STARTS_WITHIN)
        assert self.code is None, f"{self.service} ended with {self.code} at its start:\n{self.log[-3000:]}"

    @property
    def log(self) -> str:
        """What it has written since it was launched."""
        with self._log.open("rb") as log:
            log.seek(self._from)
            return log.read().decode(errors="replace")

    @property
    def code(self) -> int | None:
        """Its exit code; None as long as it runs."""
        return self.process.poll()

    @property
    def runs(self) -> bool:
        return self._process is not None and self.code is None

    @property
    def process(self) -> subprocess.Popen[bytes]:
        assert self._process is not None, f"{self.service} was never launched"
        return self._process

    def kill(self) -> None:
        """Take it away without a warning."""
        if self.runs:
            self.process.kill()
            self.process.wait()

    def tell_to_stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)

    def stopped(self, within: float) -> float:
        """Wait for the end of a process that was told to stop; answers how long that took."""
        began = time.monotonic()
        until(lambda: self.code is not None, within)
        assert self.code == 0, f"{self.service} ended with {self.code}:\n{self.log[-3000:]}"
        return time.monotonic() - began


class House:
    """Every service as a process, the servers they need, and a ledger of what the desk was told."""

    def __init__(self, config: Config, broker: RabbitMQ, database: Postgres, folder: Path) -> None:
        self.config = config
        self.broker = broker
        self.database = database
        self.folder = folder
        self.ledger = Ledger()
        self.instances = {name: Instance(name, 1, config, folder) for name in SERVICES}
        self.desk = Desk(config, runner=None)
        self.tokens: dict[str, str] = {}

    def open(self) -> None:
        """Start everything and lay the ground: people, one team, and tokens for the API."""
        self.up()
        self.desk.lay_the_ground()
        self.desk.add_accounts()
        for person in (AGENT, MANAGER):
            self.tokens[person.account] = str(self.desk.api(person).session.headers["Authorization"]).split()[1]

    def up(self) -> None:
        """Start whatever does not run, and wait until all of it answers."""
        for server in (self.broker, self.database):
            if not server.runs:
                server.start()
        until(self._all_up, STARTS_WITHIN)

    def _all_up(self) -> bool:
        # As whoever looks after processes does: what ended, also just now, is started again.
        self.launch([name for name, instance in self.instances.items() if not instance.runs])
        return self.ready()

    def launch(self, services: Iterable[str], *, dying_at: Mapping[str, str] | None = None) -> None:
        """Start the processes of these services next to each other, some of them to die at a place."""
        launched = [self.instances[name] for name in services]
        for instance in launched:
            instance.launch(dying_at=(dying_at or {}).get(instance.service))
        for instance in launched:
            instance.await_ready()

    def another(self, service: str, number: int = 2) -> Instance:
        """One more process for a service; a gateway gets a port of its own."""
        config = replace(self.config, port=free_port()) if service == "gateway" else self.config
        return Instance(service, number, config, self.folder)

    def ready(self) -> bool:
        with suppress(requests.RequestException):
            return requests.get(f"{self.desk.url}/health/ready", timeout=20).status_code == 200
        return False

    def api(self, account: str, url: str | None = None) -> Api:
        """The HTTP API as this person uses it."""
        return Api(url or self.desk.url, self.tokens[account])

    def close(self) -> None:
        for instance in self.instances.values():
            instance.kill()
