"""Files that keepers offer to import, between saying what they would change and doing it."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, update
from sqlalchemy.orm import Session, undefer

from services.catalog.storage.tables import OfferedFileRow
from services.shared.errors import NotFound

KEPT = timedelta(days=1)
GONE = "This file is gone. Offer it again."


class Offered:
    """The files that are offered; each is of who offered it."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def add(self, account: str, name: str, content: bytes, now: datetime) -> OfferedFileRow:
        """Keep a file that is still to be read."""
        row = OfferedFileRow(
            id=str(uuid.uuid4()), account=account, name=name, content=content, state="offered", done=0, total=0
        )
        row.offered_at = now
        self.session.add(row)
        return row

    def get(self, id: Any, account: str, *, whole: bool = False, hold: bool = False) -> OfferedFileRow:
        """One file, `whole` with its content, and held for a change; raises NotFound for another's too."""
        options = [undefer(OfferedFileRow.content)] if whole else []
        try:
            row = self.session.get(OfferedFileRow, str(uuid.UUID(id)), options=options, with_for_update=hold or None)
        except (ValueError, TypeError, AttributeError):
            row = None
        if row is None or row.account != account:
            raise NotFound(GONE)
        return row

    def note(self, id: str, **changes: Any) -> None:
        """Keep how far it is, or what became of it."""
        self.session.execute(update(OfferedFileRow).where(OfferedFileRow.id == id).values(changes))

    def drop(self, id: str) -> None:
        """Forget a file."""
        self.session.execute(delete(OfferedFileRow).where(OfferedFileRow.id == id))

    def forget_before(self, moment: datetime) -> None:
        """Forget every file that was offered before this moment."""
        self.session.execute(delete(OfferedFileRow).where(OfferedFileRow.offered_at < moment))
