from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from flask import Flask, g

from services.gateway import drafts
from services.gateway.domain.account import Account
from services.shared.errors import Forbidden, NotFound
from tests.gateway.builders import both_databases
from tests.gateway.conftest import NOON

pytestmark = both_databases

CARLA, ANNA = Account("carla", "Carla", ("customer",), "C-1"), Account("anna", "Anna", ("agent",))


@pytest.fixture(autouse=True)
def _of_carla(app: Flask, accounts: None) -> Iterator[None]:
    with app.test_request_context():
        g.account = CARLA
        yield


def test_a_draft_keeps_what_was_filled_in() -> None:
    id = drafts.start()
    assert drafts.load(id) == {}
    drafts.keep(id, {"summary": "<b>é</b>", "answers": {"a": [1, None]}})
    assert drafts.load(id) == {"summary": "<b>é</b>", "answers": {"a": [1, None]}}
    drafts.keep(id, {"kind": "wish"})
    assert drafts.load(id) == {"kind": "wish"}


def test_a_dropped_draft_is_gone() -> None:
    id = drafts.start()
    drafts.drop(id)
    with pytest.raises(NotFound):
        drafts.load(id)
    with pytest.raises(NotFound):
        drafts.keep(id, {})
    drafts.drop(id)


def test_anothers_draft_is_not_there() -> None:
    id = drafts.start()
    drafts.keep(id, {"kind": "wish"})
    g.account = ANNA
    with pytest.raises(NotFound):
        drafts.load(id)
    with pytest.raises(NotFound):
        drafts.keep(id, {"kind": "complaint"})
    drafts.drop(id)
    g.account = CARLA
    assert drafts.load(id) == {"kind": "wish"}


@pytest.mark.parametrize("id", ["", "x", "\x00", "\ud800", "' or 1=1", "00000000-0000-0000-0000-000000000000"])
def test_a_draft_nobody_started(id: str) -> None:
    with pytest.raises(NotFound):
        drafts.load(id)


def test_nobody_has_no_drafts() -> None:
    g.account = None
    with pytest.raises(Forbidden):
        drafts.start()


def test_an_account_has_at_most_twenty() -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        ids = []
        for _ in range(21):
            ids.append(drafts.start())
            clock.shift(timedelta(seconds=1))
    with pytest.raises(NotFound):
        drafts.load(ids[0])
    assert [drafts.load(id) for id in ids[1:]] == [{}] * 20


def test_a_draft_is_forgotten_after_a_month_alone() -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        old, kept = drafts.start(), drafts.start()
        clock.shift(timedelta(days=29))
        drafts.keep(kept, {"kind": "wish"})
        clock.shift(timedelta(days=1))
        drafts.start()
        assert drafts.load(kept) == {"kind": "wish"}
        with pytest.raises(NotFound):
            drafts.load(old)
