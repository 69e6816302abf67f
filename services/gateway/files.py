"""The files of a request: keeping what was sent, and letting what is registered have it.

A notification that is registered names its files, and the files must then belong to it, whatever dies in
between; `docs/decisions/0021-files.md` says how.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from flask import Response, g, send_file
from marshmallow import ValidationError
from werkzeug.datastructures import FileStorage

from services.gateway.bus import Bus
from services.gateway.domain.file import LARGEST_FILE, File, Purpose
from services.gateway.identity import database
from services.gateway.use_cases import files as use_cases
from services.shared.actor import Actor
from services.shared.contracts.base import Code
from services.shared.errors import DeskError, Forbidden, NotFound, Unavailable
from services.shared.kit import clock
from services.shared.kit.ids import new_id
from services.shared.vocabulary import FILE_ID

NO_SUCH = "There is no such file."
# Who may see a picture of an item may so tomorrow, and it never changes; of other files that is asked each time.
A_DAY = 24 * 3600


def keep(
    sent: FileStorage,
    *,
    purpose: Purpose = Purpose.ANSWER,
    pictures_only: bool = False,
    sent_with: str | None = None,
) -> File:
    """Keep a file of who is asking, once for the form that it was sent with; raises Invalid for what is not taken."""
    return use_cases.keep_file(
        database(),
        # A little more than is allowed, so that one that is too large is seen to be.
        content=sent.stream.read(LARGEST_FILE + 1),
        name=sent.filename or "",
        account=_account(),
        purpose=purpose,
        pictures_only=pictures_only,
        now=clock.now(),
        sent_with=sent_with,
    )


def mine(ids: list[str], purpose: Purpose = Purpose.ANSWER) -> list[File]:
    """Those of these files that who is asking sent, in this order."""
    found = use_cases.known(database(), ids)
    files = (found[id] for id in dict.fromkeys(ids) if id in found)
    return [file for file in files if file.account == _account() and file.purpose is purpose]


def take_away(id: str) -> None:
    """Forget a file of who is asking that nothing uses."""
    if FILE_ID.fullmatch(id):
        use_cases.take_away(database(), id=id, account=_account())


def is_picture_of_an_item(id: str) -> bool:
    """Whether this is a picture that was sent for an item."""
    found = use_cases.known(database(), [id]).get(id)
    return found is not None and found.purpose is Purpose.ITEM


@contextmanager
def given(id: str, item: str) -> Iterator[None]:
    """Let a picture be a catalogue item's from now on, unless what is done with the item meanwhile is refused.

    It is so before the item has it: a picture that nothing uses is better than an item without its picture.
    An item whose code is none is refused by catalog, and gets nothing.
    """
    claimed = use_cases.claim(database(), [id], item) if id and _is_code(item) else []
    try:
        yield
    except Unavailable:
        # It may have the picture all the same.
        raise
    except DeskError:
        use_cases.give_up(database(), claimed)
        raise


def register(told: dict[str, Any]) -> Any:
    """Register a notification that has the files its answers name.

    The files are held for it under its key before intake is asked, so that nothing else can have them, and are
    its own once it has a number. A file that it cannot have stays a mere id, which intake refuses by name.
    """
    ids = _ids_in(told["answers"])
    if not ids:
        return g.bus.intake.register_notification(told | {"answers": _referring(told["answers"], {})})
    key = g.bus.context.get("idempotency_key") or new_id()
    found, held = use_cases.hold(database(), ids, account=_account(), key=key, now=clock.now())
    try:
        with g.bus.once(key):
            made = g.bus.intake.register_notification(told | {"answers": _referring(told["answers"], found)})
    except Unavailable:
        # It may be registered all the same; whoever needs to know asks intake under the key.
        raise
    except DeskError:
        use_cases.release(database(), held)
        raise
    use_cases.claim(database(), list(found), made["number"])
    return made


def referring(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Answers to be checked: a file that who is asking may answer with is named with all that is known of it."""
    found = use_cases.known(database(), _ids_in(answers))
    return _referring(answers, {id: file for id, file in found.items() if file.may_answer(_account())})


def seen(id: str) -> File:
    """A file that who is asking may see; raises NotFound for any other, as if it were not there."""
    file = use_cases.known(database(), [id]).get(id)
    if file is None:
        raise NotFound(NO_SUCH)
    if file.purpose is Purpose.ITEM or file.account == _account():
        return file
    if file.belongs_to is None and file.held_for is not None:
        number = number_under(g.bus, file)
        use_cases.settle(database(), file, number)
        file = use_cases.known(database(), [id]).get(id, file)
    if file.belongs_to is None:
        raise NotFound(NO_SUCH)
    try:
        g.bus.intake.get_notification(file.belongs_to)
    except (NotFound, Forbidden):
        raise NotFound(NO_SUCH) from None
    return file


def sent_back(file: File, *, small: bool = False) -> Response:
    """A file, or the small picture of it, as an answer that can do no harm: a picture to look at, others to keep."""
    content = use_cases.content_of(database(), file.id, small=small)
    if content is None:
        raise NotFound(NO_SUCH)
    answer = send_file(
        io.BytesIO(content),
        mimetype=file.content_type,
        as_attachment=not file.is_picture,
        download_name=file.name,
        etag=f"{file.sha256}-small" if small else file.sha256,
    )
    # The pages' own policy is there as well; this one keeps a file from being a page at all.
    answer.headers["Content-Security-Policy"] = "sandbox"
    kept = f"max-age={A_DAY}, immutable" if file.purpose is Purpose.ITEM else "no-cache"
    answer.headers["Cache-Control"] = f"private, {kept}"
    return answer


def number_under(bus: Bus, file: File) -> str | None:
    """The notification that was registered under the key that this file is held for, if there is one."""
    assert file.held_for is not None
    with _acting_for(bus, Actor(file.account, "", ())), bus.once(file.held_for):
        number: str | None = bus.intake.find_registered()["number"]
    return number


@contextmanager
def _acting_for(bus: Bus, actor: Actor) -> Iterator[None]:
    before = bus.context.get("actor")
    bus.tell(actor=actor.to_header())
    try:
        yield
    finally:
        if before is None:
            del bus.context["actor"]
        else:
            bus.tell(actor=before)


def _ids_in(answers: Mapping[str, Any]) -> list[str]:
    lists = [answer for answer in answers.values() if isinstance(answer, list)]
    ids = (_id_of(one) for answer in lists for one in answer)
    return [id for id in dict.fromkeys(ids) if id and FILE_ID.fullmatch(id)]


def _id_of(one: Any) -> str | None:
    """The id that an answer names, alone or with what it says of the file, which need not be true."""
    named = one.get("id") if isinstance(one, dict) else one
    return named if isinstance(named, str) else None


def _referring(answers: Mapping[str, Any], found: Mapping[str, File]) -> dict[str, Any]:
    def named(one: Any) -> Any:
        id = _id_of(one)
        if id is not None and id in found:
            return found[id].told()
        # What it was called says more to a reader than its id.
        return str(one.get("name") or id) if isinstance(one, dict) else one

    return {
        code: [named(one) for one in answer] if isinstance(answer, list) else answer for code, answer in answers.items()
    }


def _is_code(text: str) -> bool:
    try:
        Code().deserialize(text)
    except ValidationError:
        return False
    return True


def _account() -> str:
    if g.account is None:
        raise Forbidden("Log in first.")
    name: str = g.account.name
    return name
