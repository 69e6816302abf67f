"""Keeping files, letting a notification have them, and forgetting those that nobody used."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from hashlib import sha256

from services.gateway.domain.file import (
    MOST_WAITING,
    UNUSED_FOR,
    File,
    Purpose,
    clean_name,
    named_in,
    too_many_waiting,
    type_of,
)
from services.gateway.pictures import made_anew
from services.gateway.storage.drafts import drafts_of
from services.gateway.storage.files import Files
from services.shared.errors import Unavailable, Unexpected
from services.shared.kit import telemetry
from services.shared.kit.database import Database
from services.shared.kit.ids import new_id
from services.shared.vocabulary import FILE_ID

log = telemetry.log(__name__)

# A registration takes a moment; what is held for longer was left so by somebody who died.
HELD_FOR_A_MOMENT = timedelta(minutes=10)
AT_A_TIME = 100


def keep_file(
    database: Database,
    *,
    content: bytes,
    name: str,
    account: str,
    purpose: Purpose,
    pictures_only: bool,
    now: datetime,
    sent_with: str | None = None,
) -> File:
    """Keep what somebody sent, a picture made anew; raises Invalid for what is not taken, Refused for too many.

    What comes again with the same form is the file that it was before, so that the form says the same.
    """
    type_, small = type_of(content, name, pictures_only=pictures_only), None
    if type_.is_picture:
        type_, content, small = made_anew(content)
    file = File(
        id=new_id(),
        name=clean_name(name, type_),
        content_type=type_.content_type,
        size=len(content),
        sha256=sha256(content).hexdigest(),
        account=account,
        purpose=purpose,
        kept_at=now,
        sent_with=sent_with,
    )
    with database.transaction() as session:
        files = Files(session)
        if sent_with and (before := files.sent_before(file)):
            return before
        if files.count_free(account) >= MOST_WAITING:
            raise too_many_waiting()
        files.add(file, content, small)
    return file


def known(database: Database, ids: Collection[str]) -> dict[str, File]:
    """Those of these files that there are, by id."""
    ids = [id for id in ids if FILE_ID.fullmatch(id)]
    if not ids:
        return {}
    with database.reading() as session:
        return {file.id: file for file in Files(session).all_of(ids)}


def content_of(database: Database, id: str, *, small: bool) -> bytes | None:
    """The bytes of a file, or of the small picture of it when it has one."""
    with database.reading() as session:
        return Files(session).content(id, small=small)


def hold(
    database: Database, ids: Collection[str], *, account: str, key: str, now: datetime
) -> tuple[dict[str, File], list[str]]:
    """Hold these files for the registration under this key: those that it may have, and those that were free until now.

    Whoever repeats the key finds those held that the first call held, also when they became part of what it made.
    """
    with database.transaction() as session:
        files = Files(session)
        held = files.hold(ids, account, key, now)
        found = {file.id: file for file in files.all_of(ids) if file.may_answer(account, key)}
    return found, held


def release(database: Database, ids: Collection[str]) -> None:
    """Let these be used by another registration: this one was refused."""
    with database.transaction() as session:
        Files(session).release(ids)


def claim(database: Database, ids: Collection[str], owner: str) -> list[str]:
    """Let these be part of this notification, or of this catalogue item; answers those that were of nothing so far."""
    with database.transaction() as session:
        return Files(session).claim(ids, owner)


def give_up(database: Database, ids: Collection[str]) -> None:
    """Let these be part of nothing again: what they were claimed for was refused."""
    with database.transaction() as session:
        Files(session).give_up(ids)


def take_away(database: Database, *, id: str, account: str) -> None:
    """Forget a file of this account that nothing uses; one that is gone is no trouble."""
    with database.transaction() as session:
        Files(session).drop(id, account)


def clear_away(database: Database, number_under: Callable[[File], str | None], now: datetime) -> None:
    """Forget what nobody used for a day, and find out what became of what is still held.

    `number_under` asks which notification was registered with a file. A file of which that cannot be
    known any more stays: better one too many than a notification without its picture. What turns out not
    to be used is forgotten the next time: whoever held it may be about to send it again.
    """
    _forget_unused(database, now - UNUSED_FOR)
    with database.reading() as session:
        held = Files(session).held_before(now - HELD_FOR_A_MOMENT, AT_A_TIME)
    for file in held:
        if not file.may_be_asked_about(now):
            continue
        try:
            settle(database, file, number_under(file))
        except Unavailable:
            # The next time will do.
            break
        except Unexpected as wrong:
            # Of the others it may be known all the same.
            log.error("file.not_settled", file=file.id, correlation_id=wrong.correlation_id)


def _forget_unused(database: Database, moment: datetime) -> None:
    """Forget what was sent before this moment, unless it waits in a notification that somebody is still making."""
    with database.transaction() as session:
        files = Files(session)
        unused = files.free_before(moment)
        waiting = named_in(drafts_of(session, {file.account for file in unused}))
        files.drop_free([file.id for file in unused if file.id not in waiting])


def settle(database: Database, file: File, number: str | None) -> None:
    """A registration that held this file ended with this notification, or with none."""
    if number is None:
        release(database, [file.id])
    else:
        claim(database, [file.id], number)
