"""Long work for the processor is done in a thread of its own."""

from __future__ import annotations

import eventlet
import pytest
from eventlet import tpool
from eventlet.patcher import original

from services.shared.kit.threads import THREADS, off_the_loop

threading = original("threading")


def test_no_more_is_done_at_a_time_than_there_are_threads_and_all_of_it_is_done() -> None:
    lock = threading.Lock()
    meeting = threading.Barrier(THREADS)
    busy: set[int] = set()
    most = 0

    def work(number: int) -> int:
        nonlocal most
        with lock:
            busy.add(number)
            most = max(most, len(busy))
        meeting.wait(timeout=10)
        with lock:
            busy.discard(number)
        return number

    asked = [eventlet.spawn(off_the_loop, work, number) for number in range(THREADS * 3)]
    assert [each.wait() for each in asked] == list(range(THREADS * 3))
    assert most == THREADS
    assert len(tpool._threads) == THREADS


def test_what_it_raises_comes_back() -> None:
    with pytest.raises(ZeroDivisionError):
        off_the_loop(divmod, 1, 0)
