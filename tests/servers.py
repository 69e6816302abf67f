"""Real servers for a test run: a RabbitMQ and a PostgreSQL of its own, on free ports, in a temporary folder.

Tests of what happens when a broker dies need a broker that may die, so the servers are processes
of the test run itself and never the ones of the machine. Several runs at once do not meet: every
port, also those of Erlang's port mapper (epmd), is private to the run.

`BALIE_TEST_BROKER_URL` and `BALIE_TEST_DATABASE_URL` name servers to use instead.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

RABBITMQ = (
    "RabbitMQ is not installed. Install it with `apt-get install rabbitmq-server` "
    "(it need not run as a service), or set BALIE_TEST_BROKER_URL to one that tests may use."
)
POSTGRES = (
    "PostgreSQL is not installed. Install it with `apt-get install postgresql` "
    "(it need not run as a service), or set BALIE_TEST_DATABASE_URL to one that tests may use."
)
# A machine that has other things to do may take its time.
STARTS_WITHIN = 180.0
MEMORY = Path("/dev/shm")
ENOUGH_MEMORY = 2 * 1024**3
AnyServer = TypeVar("AnyServer", bound="Server")


@contextlib.contextmanager
def folder_for_servers(prefix: str) -> Iterator[Path]:
    """A folder that is gone afterwards: in memory where there is enough, for each test has a database of its own."""
    roomy = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free >= ENOUGH_MEMORY
    # pytest's own folders are closed to other users, and PostgreSQL does not run as root.
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=MEMORY if roomy else None))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class ServerMissing(Exception):
    """A server that the tests need is not installed; the message says how to get it."""


class ServerFailed(Exception):
    """A server did not start; the message ends with the last lines of its log."""


class Given:
    """A server that somebody else started and keeps running."""

    may_be_killed = False

    def __init__(self, url: str) -> None:
        self.url = url

    def stop(self) -> None:
        """Leave it alone: it is not ours."""


class Server:
    """A server process of this run."""

    may_be_killed = True
    url: str

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the server with the data it had, and return when it answers."""
        raise NotImplementedError

    def answers(self) -> None:
        """Raise an exception as long as the server cannot be used."""
        raise NotImplementedError

    @property
    def runs(self) -> bool:
        """Whether its process is there."""
        return self._process is not None and self._process.poll() is None

    def kill(self) -> None:
        """Take the server away without a warning (SIGKILL)."""
        self._end(signal.SIGKILL)

    @contextlib.contextmanager
    def hanging(self) -> Iterator[None]:
        """The server stays connected but does nothing, as on a machine that swaps."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, self._process.pid, os.WSTOPPED | os.WNOWAIT)
        try:
            yield
        finally:
            self._process.send_signal(signal.SIGCONT)

    def stop(self) -> None:
        """Ask the server to stop, and wait until it has."""
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None or process.poll() is not None:
            return
        process.send_signal(how)
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _run(self, command: list[str], **options: object) -> subprocess.Popen[bytes]:
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.folder, **options
            )

    def _start_until_it_answers(self, run: Callable[[], subprocess.Popen[bytes]]) -> None:
        deadline = time.monotonic() + STARTS_WITHIN
        while True:
            # A server may refuse to start as long as the remains of a killed one go away.
            if self._process is None or self._process.poll() is not None:
                self._process = run()
            try:
                self.answers()
                return
            except Exception as wrong:
                if time.monotonic() > deadline:
                    self.kill()
                    last = (self.folder / "log").read_text(errors="replace")[-2000:]
                    raise ServerFailed(f"{type(self).__name__} does not answer: {wrong}\n{last}") from wrong
                time.sleep(0.1)


class RabbitMQ(Server):
    """One RabbitMQ node with its own epmd."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.url = f"amqp://guest:guest@127.0.0.1:{self.port}/"
        self._distribution_port, self._epmd_port = free_port(), free_port()
        self._epmd: subprocess.Popen[bytes] | None = None
        self._server = _find("rabbitmq-server", "/usr/lib/rabbitmq/bin", "/usr/lib/rabbitmq/lib/*/sbin")
        self._epmd_binary = shutil.which("epmd")
        if self._server is None or self._epmd_binary is None:
            raise ServerMissing(RABBITMQ)

    def start(self) -> None:
        if self._epmd is None:
            # RabbitMQ would start an epmd that outlives it; one of our own can be stopped by its id.
            epmd = [str(self._epmd_binary), "-port", str(self._epmd_port), "-address", "127.0.0.1"]
            self._epmd = self._run(epmd)
        self._start_until_it_answers(lambda: self._run([str(self._server)], env=self._environment()))

    def _environment(self) -> dict[str, str]:
        folder = str(self.folder)
        plugins = self.folder / "enabled_plugins"
        plugins.write_text("[].")
        return {
            "PATH": os.environ["PATH"],
            "HOME": folder,  # Erlang keeps its cookie here.
            "LANG": "C.UTF-8",
            "ERL_EPMD_PORT": str(self._epmd_port),
            "ERL_EPMD_ADDRESS": "127.0.0.1",
            "RABBITMQ_NODENAME": f"balie{self.port}@localhost",
            "RABBITMQ_NODE_PORT": str(self.port),
            "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
            "RABBITMQ_DIST_PORT": str(self._distribution_port),
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "-kernel inet_dist_use_interface {127,0,0,1}",
            "RABBITMQ_CONF_ENV_FILE": "/dev/null",
            "RABBITMQ_CONFIG_FILE": f"{folder}/rabbitmq",
            "RABBITMQ_ENABLED_PLUGINS_FILE": str(plugins),
            "RABBITMQ_MNESIA_BASE": f"{folder}/data",
            "RABBITMQ_LOG_BASE": folder,
            "RABBITMQ_LOGS": "-",
            "RABBITMQ_PID_FILE": f"{folder}/pid",
            # The start script then becomes the server instead of its parent, so its process id is the server's.
            "RUNNING_UNDER_SYSTEMD": "true",
        }

    def answers(self) -> None:
        import amqp

        with amqp.Connection(f"127.0.0.1:{self.port}", connect_timeout=5):
            pass

    def stop(self) -> None:
        super().stop()
        epmd, self._epmd = self._epmd, None
        if epmd is not None:
            epmd.kill()
            epmd.wait()


class Postgres(Server):
    """One PostgreSQL cluster, with `balie` as its superuser."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.url = f"postgresql://balie@127.0.0.1:{self.port}/postgres"
        self._binaries = _find("initdb", "/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin")
        if self._binaries is None:
            raise ServerMissing(POSTGRES)
        # PostgreSQL refuses to run as root, so root hands it to the user that its package made.
        self._user: dict[str, object] = {}
        if os.getuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(folder, user.pw_uid, user.pw_gid)
            self._user = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}

    def start(self) -> None:
        data = self.folder / "data"
        if not data.exists():
            initdb = [
                "-D",
                str(data),
                "-U",
                "balie",
                "--auth=trust",
                "--no-sync",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
            ]
            made = self._run([self._binary("initdb"), *initdb], **self._user)
            if made.wait() != 0:
                raise ServerFailed((self.folder / "log").read_text(errors="replace")[-2000:])
        self._start_until_it_answers(
            lambda: self._run([self._binary("postgres"), *self._arguments(data)], **self._user)
        )

    def _arguments(self, data: Path) -> list[str]:
        # Without fsync a crash of the machine loses data, but a killed server does not.
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "unix_socket_directories": "",
            "fsync": "off",
            "full_page_writes": "off",
            "max_connections": "200",
        }
        return ["-D", str(data), *(part for name, value in settings.items() for part in ("-c", f"{name}={value}"))]

    def _binary(self, name: str) -> str:
        assert self._binaries is not None
        return str(self._binaries.with_name(name))

    def answers(self) -> None:
        import psycopg

        psycopg.connect(self.url, connect_timeout=5).close()

    def stop(self) -> None:
        # SIGINT is PostgreSQL's fast stop: it does not wait for the connections that tests left open.
        self._end(signal.SIGINT)


def start_rabbitmq(folder: Path) -> RabbitMQ | Given:
    """A running broker: the given one, or one of our own with its data in `folder`."""
    given = os.environ.get("BALIE_TEST_BROKER_URL")
    return Given(given) if given else _started(RabbitMQ(folder))


def start_postgres(folder: Path) -> Postgres | Given:
    """A running database server: the given one, or one of our own with its data in `folder`."""
    given = os.environ.get("BALIE_TEST_DATABASE_URL")
    return Given(given) if given else _started(Postgres(folder))


def _started(server: AnyServer) -> AnyServer:
    try:
        server.start()
    except BaseException:
        server.stop()
        raise
    return server


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on."""
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _find(name: str, *folders: str) -> Path | None:
    """The newest `name` in folders that are not on the PATH, or the one that is."""
    for pattern in folders:
        found = sorted(Path("/").glob(f"{pattern.lstrip('/')}/{name}"))
        if found:
            return found[-1]
    on_path = shutil.which(name)
    return Path(on_path) if on_path else None
