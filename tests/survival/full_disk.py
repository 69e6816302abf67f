"""A disk that is really full: a small file system of its own, for the tables of one service."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg

from tests.servers import Postgres

SIZE = 24 * 1024 * 1024
SHARED_MEMORY = Path("/dev/shm")
# In a container this is a small file system that needs no rights; on a machine it is half of its memory.
LARGEST_TO_FILL = 512 * 1024 * 1024
CANNOT = (
    "This test fills a disk. It must be allowed to mount a small one (run it as root, in a container with "
    "--cap-add SYS_ADMIN), or /dev/shm must be one of at most 512 MiB (in a container: --shm-size 64m)."
)


class SmallDisk:
    """A small disk that can be filled to its last byte, and emptied again."""

    def __init__(self, folder: Path) -> None:
        self._ballast = folder / f"balie-ballast-{os.getpid()}"

    def fill(self) -> None:
        """Leave no room for anybody else."""
        with self._ballast.open("wb") as ballast:
            for size in (1024 * 1024, 4096, 1):
                while True:
                    try:
                        os.write(ballast.fileno(), b"\0" * size)
                    except OSError:
                        break

    def make_room(self) -> None:
        self._ballast.unlink(missing_ok=True)


@contextmanager
def small_disk(database: Postgres, service: str) -> Iterator[SmallDisk]:
    """The tables of this service are on a small disk while the block lasts."""
    with ExitStack() as stack:
        root = stack.enter_context(_mounted())
        disk = SmallDisk(root)
        folder = Path(tempfile.mkdtemp(prefix="balie-tables-", dir=root))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        if os.getuid() == 0:
            shutil.chown(folder, "postgres")
        with psycopg.connect(database.url, autocommit=True) as admin:
            admin.execute(f"CREATE TABLESPACE small LOCATION '{folder}'")
            stack.callback(_back, database.url, service)
            _move(admin, service, "small")
        stack.callback(disk.make_room)
        yield disk


def _back(url: str, service: str) -> None:
    with psycopg.connect(url, autocommit=True) as admin:
        _move(admin, service, "pg_default")
        admin.execute("DROP TABLESPACE small")


def _move(admin: psycopg.Connection, service: str, space: str) -> None:
    tables = admin.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", [service]).fetchall()
    indexes = admin.execute("SELECT indexname FROM pg_indexes WHERE schemaname = %s", [service]).fetchall()
    for kind, names in (("TABLE", tables), ("INDEX", indexes)):
        for (name,) in names:
            admin.execute(f'ALTER {kind} {service}."{name}" SET TABLESPACE {space}')


@contextmanager
def _mounted() -> Iterator[Path]:
    """A small file system: one of our own, or a container's shared memory."""
    folder = Path(tempfile.mkdtemp(prefix="balie-disk-"))
    try:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=755", "tmpfs", str(folder)]
        if os.getuid() == 0 and subprocess.run(mount, capture_output=True, check=False).returncode == 0:
            try:
                yield folder
            finally:
                subprocess.run(["umount", str(folder)], check=True)
        elif shutil.disk_usage(SHARED_MEMORY).total <= LARGEST_TO_FILL:
            yield SHARED_MEMORY
        else:
            raise RuntimeError(CANNOT)
    finally:
        folder.rmdir()
