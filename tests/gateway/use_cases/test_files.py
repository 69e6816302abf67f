"""Files in the database: kept, held for one registration, part of what it made, or forgotten."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from services.gateway.domain.file import MOST_WAITING, File, Purpose
from services.gateway.storage.drafts import Drafts
from services.gateway.storage.files import Files
from services.gateway.use_cases import files
from services.shared.errors import Refused, Unavailable, Unexpected
from services.shared.kit.database import Database
from tests.gateway.builders import both_databases
from tests.gateway.conftest import NOON
from tests.gateway.sent_files import PDF, a_picture

pytestmark = both_databases
NUMBER, OTHER = "M26-000042", "M26-000043"
TOMORROW = NOON + timedelta(days=1)


def sent(
    database: Database, *, account: str = "carla", content: bytes = PDF, now: datetime = NOON, form: str = ""
) -> File:
    return files.keep_file(
        database,
        content=content,
        name="schade",
        account=account,
        purpose=Purpose.ANSWER,
        pictures_only=False,
        now=now,
        sent_with=form or None,
    )


def of(database: Database, file: File) -> File:
    return files.known(database, [file.id])[file.id]


def number_nobody_asks(file: File) -> str | None:
    raise AssertionError(f"nobody need know of {file.name}")


def test_a_file_is_kept_with_its_bytes(database: Database) -> None:
    file = sent(database)
    assert of(database, file) == file
    assert (file.name, file.content_type, file.size) == ("schade.pdf", "application/pdf", len(PDF))
    assert files.content_of(database, file.id, small=False) == PDF
    assert files.content_of(database, file.id, small=True) is None
    picture = sent(database, content=a_picture())
    assert files.content_of(database, picture.id, small=True)
    assert files.known(database, ["", "x" * 32, "0" * 32]) == {}


def test_a_file_is_held_for_one_registration_and_for_its_repeats(database: Database) -> None:
    mine, theirs = sent(database), sent(database, account="anna")
    ids = [mine.id, theirs.id, "0" * 32]
    assert files.hold(database, ids, account="carla", key="k-1", now=NOON) == ({mine.id: _held(mine, "k-1")}, [mine.id])
    assert files.hold(database, ids, account="carla", key="k-2", now=NOON) == ({}, [])
    assert files.hold(database, ids, account="carla", key="k-1", now=NOON) == ({mine.id: _held(mine, "k-1")}, [])
    files.release(database, [mine.id])
    assert files.hold(database, ids, account="carla", key="k-2", now=NOON)[1] == [mine.id]
    assert of(database, theirs) == theirs


def test_what_belongs_to_a_notification_stays_there(database: Database) -> None:
    file = sent(database)
    files.hold(database, [file.id], account="carla", key="k-1", now=NOON)
    for owner in (NUMBER, OTHER):
        files.claim(database, [file.id], owner)
    files.release(database, [file.id])
    files.take_away(database, id=file.id, account="carla")
    assert of(database, file).belongs_to == NUMBER
    repeated, _ = files.hold(database, [file.id], account="carla", key="k-1", now=NOON)
    assert list(repeated) == [file.id]
    assert files.hold(database, [file.id], account="carla", key="k-2", now=NOON) == ({}, [])
    files.clear_away(database, number_nobody_asks, TOMORROW)
    assert of(database, file).belongs_to == NUMBER


def test_only_who_sent_a_file_takes_it_away(database: Database) -> None:
    file = sent(database)
    files.take_away(database, id=file.id, account="anna")
    assert of(database, file) == file
    files.take_away(database, id=file.id, account="carla")
    assert files.known(database, [file.id]) == {}
    files.take_away(database, id=file.id, account="carla")


def test_what_nobody_used_for_a_day_is_forgotten(database: Database) -> None:
    old, young = sent(database), sent(database, now=NOON + timedelta(seconds=1))
    files.clear_away(database, number_nobody_asks, TOMORROW)
    assert set(files.known(database, [old.id, young.id])) == {young.id}


def test_a_registration_that_was_cut_off_gets_its_files_or_lets_them_go(database: Database) -> None:
    kept, lost = sent(database), sent(database)
    files.hold(database, [kept.id], account="carla", key="k-1", now=NOON)
    files.hold(database, [lost.id], account="carla", key="k-2", now=NOON)
    later = NOON + timedelta(hours=1)
    files.clear_away(database, lambda file: NUMBER if file.held_for == "k-1" else None, later)
    assert of(database, kept).belongs_to == NUMBER
    assert of(database, lost) == lost
    files.clear_away(database, number_nobody_asks, TOMORROW)
    assert set(files.known(database, [kept.id, lost.id])) == {kept.id}


def test_a_registration_under_way_is_left_alone(database: Database) -> None:
    file = sent(database)
    files.hold(database, [file.id], account="carla", key="k-1", now=NOON)
    files.clear_away(database, number_nobody_asks, NOON + timedelta(minutes=9))
    assert of(database, file).held_for == "k-1"


def test_what_is_held_for_a_moment_only_is_left_alone_however_old_it_is(database: Database) -> None:
    file = sent(database)
    files.hold(database, [file.id], account="carla", key="k-1", now=TOMORROW - timedelta(minutes=1))
    files.clear_away(database, number_nobody_asks, TOMORROW)
    assert of(database, file).held_for == "k-1"


def test_what_is_let_go_is_not_forgotten_at_once(database: Database) -> None:
    file = sent(database)
    files.hold(database, [file.id], account="carla", key="k-1", now=NOON)
    files.clear_away(database, lambda file: None, TOMORROW)
    assert of(database, file) == file
    files.clear_away(database, number_nobody_asks, TOMORROW)
    assert files.known(database, [file.id]) == {}


def test_a_file_of_which_the_question_fails_keeps_no_other_waiting(database: Database) -> None:
    younger, older = sent(database), sent(database)
    files.hold(database, [younger.id], account="carla", key="k-1", now=NOON)
    files.hold(database, [older.id], account="carla", key="k-2", now=NOON - timedelta(minutes=1))

    def fails_once(file: File) -> str | None:
        if file.id == younger.id:
            raise Unexpected("c-1")
        return NUMBER

    files.clear_away(database, fails_once, NOON + timedelta(hours=1))
    assert of(database, younger).held_for == "k-1"
    assert of(database, older).belongs_to == NUMBER


def test_a_file_lives_as_long_as_the_draft_that_names_it(database: Database, accounts: None) -> None:
    named, other = sent(database), sent(database)
    with database.transaction() as session:
        drafts = Drafts(session, "carla")
        drafts.add("d-1", NOON)
        drafts.keep("d-1", {"answers": {"waar": "Hal", "maat": ["klein"], "foto": [named.told()]}}, NOON)
        drafts.add("d-2", NOON)
    files.clear_away(database, number_nobody_asks, TOMORROW)
    assert set(files.known(database, [named.id, other.id])) == {named.id}
    with database.transaction() as session:
        Drafts(session, "carla").drop("d-1")
    files.clear_away(database, number_nobody_asks, TOMORROW)
    assert files.known(database, [named.id]) == {}


def test_what_comes_again_with_the_same_form_is_the_same_file(database: Database) -> None:
    file = sent(database, form="f-1")
    files.hold(database, [file.id], account="carla", key="k-1", now=NOON)
    files.claim(database, [file.id], NUMBER)
    assert sent(database, form="f-1").id == file.id
    others = [
        sent(database, form="f-2"),
        sent(database),
        sent(database),
        sent(database, content=PDF + b"%", form="f-1"),
    ]
    assert len({file.id, *(other.id for other in others)}) == 5
    assert sent(database, account="anna", form="f-1").id != file.id


def test_while_intake_is_away_nothing_that_is_held_is_lost(database: Database) -> None:
    file, free = sent(database), sent(database)
    files.hold(database, [file.id], account="carla", key="k-1", now=NOON)

    def away(file: File) -> str | None:
        raise Unavailable("intake is away.")

    files.clear_away(database, away, TOMORROW)
    assert set(files.known(database, [file.id, free.id])) == {file.id}
    # A week later intake has forgotten; the file may be all there is of an answer.
    files.clear_away(database, number_nobody_asks, NOON + timedelta(days=7))
    assert of(database, file).held_for == "k-1"


def test_nobody_fills_the_disk_with_what_is_never_used(database: Database) -> None:
    file = sent(database)
    with database.transaction() as session:
        for number in range(MOST_WAITING - 1):
            Files(session).add(File(**vars(file) | {"id": f"{number:032x}"}), PDF, None)
    with pytest.raises(Refused) as refused:
        sent(database)
    assert refused.value.code == "too_many_files_waiting"
    sent(database, account="anna")
    files.hold(database, [file.id], account="carla", key="k-1", now=NOON)
    sent(database)


def _held(file: File, key: str) -> File:
    return File(**vars(file) | {"held_for": key, "held_at": NOON})
