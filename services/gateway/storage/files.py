"""Finds and keeps files; their bytes are only read when they are asked for."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from services.gateway.domain.file import File, Purpose
from services.gateway.storage.tables import FileRow

ABOUT = (
    FileRow.id,
    FileRow.name,
    FileRow.content_type,
    FileRow.size,
    FileRow.sha256,
    FileRow.account,
    FileRow.purpose,
    FileRow.kept_at,
    FileRow.sent_with,
    FileRow.held_for,
    FileRow.held_at,
    FileRow.belongs_to,
)
FREE = FileRow.belongs_to.is_(None) & FileRow.held_for.is_(None)


class Files:
    """The files, within one transaction."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def add(self, file: File, content: bytes, small: bytes | None) -> None:
        self.session.add(FileRow(**vars(file), content=content, small=small))

    def get(self, id: str) -> File | None:
        return next(iter(self.all_of([id])), None)

    def sent_before(self, file: File) -> File | None:
        """The same file, when it came with the same form before."""
        form = (FileRow.account == file.account) & (FileRow.sent_with == file.sent_with)
        same = (FileRow.purpose == file.purpose.value) & (FileRow.sha256 == file.sha256) & (FileRow.name == file.name)
        row = self.session.execute(select(*ABOUT).where(form, same).limit(1)).first()
        return _file(row) if row else None

    def all_of(self, ids: Collection[str]) -> list[File]:
        """Those of these files that there are."""
        return [_file(row) for row in self.session.execute(select(*ABOUT).where(FileRow.id.in_(ids)))]

    def content(self, id: str, *, small: bool = False) -> bytes | None:
        """The bytes of a file, or of the small picture of it."""
        return self.session.scalar(select(FileRow.small if small else FileRow.content).where(FileRow.id == id))

    def count_free(self, account: str) -> int:
        """How many files of this account are not used yet."""
        asked = select(func.count()).where(FREE, FileRow.account == account)
        return self.session.scalar(asked) or 0

    def hold(self, ids: Collection[str], account: str, key: str, now: datetime) -> list[str]:
        """Let only who comes with this key use these answers of theirs; answers those that were free until now."""
        mine = FileRow.id.in_(ids) & (FileRow.account == account) & (FileRow.purpose == Purpose.ANSWER.value)
        held = update(FileRow).where(FREE, mine).values(held_for=key, held_at=now).returning(FileRow.id)
        return list(self.session.scalars(held))

    def release(self, ids: Collection[str]) -> None:
        """Let these be used by any registration again, unless they became part of one."""
        left = FileRow.id.in_(ids) & FileRow.belongs_to.is_(None)
        self.session.execute(update(FileRow).where(left).values(held_for=None, held_at=None))

    def claim(self, ids: Collection[str], owner: str) -> list[str]:
        """Let these be part of a notification, or of a catalogue item; answers those that were of nothing until now."""
        free = FileRow.id.in_(ids) & FileRow.belongs_to.is_(None)
        claimed = update(FileRow).where(free).values(belongs_to=owner).returning(FileRow.id)
        return list(self.session.scalars(claimed))

    def give_up(self, ids: Collection[str]) -> None:
        """Let these be part of nothing again."""
        self.session.execute(update(FileRow).where(FileRow.id.in_(ids)).values(belongs_to=None))

    def drop(self, id: str, account: str) -> None:
        """Forget a file of this account that nothing uses."""
        self.session.execute(delete(FileRow).where(FREE, FileRow.id == id, FileRow.account == account))

    def free_before(self, moment: datetime) -> list[File]:
        """The files that were sent before this moment and that no registration or item uses."""
        return [_file(row) for row in self.session.execute(select(*ABOUT).where(FREE, FileRow.kept_at <= moment))]

    def drop_free(self, ids: Collection[str]) -> None:
        """Forget those of these files that are still not used."""
        self.session.execute(delete(FileRow).where(FREE, FileRow.id.in_(ids)))

    def held_before(self, moment: datetime, most: int) -> list[File]:
        """Files of which it is not known what became of the registration that held them."""
        # What an earlier version of Balie held has no such moment.
        since = func.coalesce(FileRow.held_at, FileRow.kept_at)
        unknown = FileRow.belongs_to.is_(None) & FileRow.held_for.is_not(None) & (since <= moment)
        # The youngest first: of the oldest nobody may ever know.
        asked = select(*ABOUT).where(unknown).order_by(since.desc()).limit(most)
        return [_file(row) for row in self.session.execute(asked)]


def _file(row: Any) -> File:
    return File(**row._asdict() | {"purpose": Purpose(row.purpose)})
