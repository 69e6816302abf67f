"""Keeping what was committed through a power cut, on SQLite: one flush of the disk for all who wait for one.

SQLite would flush the disk at each commit and hold the whole process meanwhile. Here a commit only
writes; who committed waits until the write-ahead log was flushed by a thread, while others go on
and commit too. What they committed before the next flush begins, that flush keeps for all of them.
"""

from __future__ import annotations

import os
from typing import Any

import eventlet
from eventlet.event import Event

from services.shared.errors import Unavailable
from services.shared.kit.threads import off_the_loop


class Durable:
    """The flushes of one SQLite file."""

    def __init__(self, file: str, service: str) -> None:
        # SQLite names the log after the file itself, also when that is reached by a link.
        self.log = f"{os.path.realpath(file)}-wal"
        self.service = service
        self._waiting: list[Any] = []
        self._flushing = False

    def wait(self) -> None:
        """Return when everything that was committed so far is on the disk; raises Unavailable when it cannot be."""
        mine = Event()
        self._waiting.append(mine)
        if not self._flushing:
            self._flushing = True
            eventlet.spawn(self._flush_for_all)
        mine.wait()

    def _flush_for_all(self) -> None:
        try:
            while self._waiting:
                served, self._waiting = self._waiting, []
                failure = self._flush()
                for one in served:
                    one.send_exception(failure) if failure else one.send()
        finally:
            self._flushing = False

    def _flush(self) -> BaseException | None:
        """Flush once; what went wrong is for everybody who waits."""
        try:
            off_the_loop(_flush, self.log)
        except OSError as wrong:
            return Unavailable(f"The database of {self.service} cannot be written ({wrong.strerror}).")
        except BaseException as wrong:
            return wrong
        return None


def _flush(log: str) -> None:
    try:
        file = os.open(log, os.O_RDONLY)
    except FileNotFoundError:
        # Whoever closed the database last flushed the log into it, and took the log away.
        return
    try:
        os.fdatasync(file)
    finally:
        os.close(file)
