"""What SQLite committed is flushed to the disk before anybody is told so, once for all who wait."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import eventlet
import pytest
from eventlet.event import Event
from eventlet.patcher import original

from services.shared.errors import Unavailable
from services.shared.kit import durable
from services.shared.kit.config import Config
from services.shared.kit.database import Database
from services.shared.kit.durable import Durable
from tests.desk import until
from tests.shared.kit.probe import make_tables, write

threading = original("threading")


class Disk:
    """Stands where the disk would: each flush takes as long as the test wants."""

    def __init__(self) -> None:
        self.flushed: list[str] = []
        self.may_go_on = threading.Semaphore(0)
        self.failure: OSError | None = None

    def flush(self, log: str) -> None:
        self.may_go_on.acquire()
        self.flushed.append(log)
        if self.failure:
            raise self.failure


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    disk = Disk()
    monkeypatch.setattr(durable, "_flush", disk.flush)
    yield disk
    # Whatever still waits may go on, for a thread that waits for ever would keep the run from ending.
    for _ in range(10):
        disk.may_go_on.release()


def test_who_comes_while_a_flush_is_under_way_waits_for_the_next_one(disk: Disk) -> None:
    flushes = Durable("intake.sqlite", "intake")
    first = eventlet.spawn(flushes.wait)
    until(lambda: flushes._flushing and not flushes._waiting)
    later = [eventlet.spawn(flushes.wait) for _ in range(3)]
    until(lambda: len(flushes._waiting) == 3)

    disk.may_go_on.release()
    first.wait()
    assert disk.flushed == [f"{Path('intake.sqlite').resolve()}-wal"]
    assert not any(one.dead for one in later)
    disk.may_go_on.release()
    for one in later:
        one.wait()
    # One flush for all three of them.
    assert len(disk.flushed) == 2


def test_a_disk_that_cannot_be_written_is_told_and_the_next_flush_may_go_well(disk: Disk) -> None:
    flushes = Durable("intake.sqlite", "intake")
    disk.failure = OSError(28, "No space left on device")
    disk.may_go_on.release()
    with pytest.raises(Unavailable) as refusal:
        flushes.wait()
    assert refusal.value.args[0] == "The database of intake cannot be written (No space left on device)."
    disk.failure = None
    disk.may_go_on.release()
    flushes.wait()
    assert len(disk.flushed) == 2


def test_a_transaction_ends_when_it_is_on_the_disk_and_holds_no_other_writer_up(tmp_path: Path, disk: Disk) -> None:
    database = Database(Config(data=tmp_path), "probe")
    make_tables(database)
    ended: list[str] = []
    seen: Event = Event()

    def keep(subject: str) -> None:
        write(database, subject)
        ended.append(subject)
        if not seen.ready():
            seen.send()

    writers = [eventlet.spawn(keep, "M1")]
    until(lambda: database._durable._flushing and not database._durable._waiting)
    writers.append(eventlet.spawn(keep, "M2"))
    until(lambda: len(database._durable._waiting) == 1)
    assert ended == []
    disk.may_go_on.release()
    seen.wait()
    assert ended == ["M1"]
    disk.may_go_on.release()
    for writer in writers:
        writer.wait()
    assert ended == ["M1", "M2"]
    database.close()


def test_a_log_that_is_gone_was_flushed_by_who_took_it_away(tmp_path: Path) -> None:
    Durable(str(tmp_path / "intake.sqlite"), "intake").wait()


def test_a_flush_that_goes_wrong_in_another_way_holds_nobody_up(disk: Disk) -> None:
    flushes = Durable("intake.sqlite", "intake")
    disk.failure = LookupError()  # type: ignore[assignment]  # as wrong as can be
    disk.may_go_on.release()
    with eventlet.Timeout(5), pytest.raises(LookupError):
        flushes.wait()


def test_the_log_of_a_linked_file_is_the_one_that_is_flushed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.sqlite").touch()
    (tmp_path / "intake.sqlite").symlink_to(tmp_path / "elsewhere.sqlite")
    assert Durable(str(tmp_path / "intake.sqlite"), "intake").log == str(tmp_path / "elsewhere.sqlite-wal")
