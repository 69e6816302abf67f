"""Searches that found nothing: the words and how often, so that the keeper can add what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from services.catalog.storage.stems import telling
from services.catalog.storage.tables import MissedRow

MOST = 200
KEPT = timedelta(days=365)


class Missed:
    """What was looked for in vain."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def note(self, q: str, language: str, now: datetime) -> None:
        """Count a search that found nothing; what has digits or an @ may name a person, and is not kept."""
        words = " ".join(telling(q))
        if not words or "@" in q or any(character.isdigit() for character in words):
            return
        row = self.session.get(MissedRow, (words[:200], language), with_for_update=True)
        if row is None:
            self.session.add(MissedRow(words=words[:200], language=language, times=1, last_at=now))
            self.session.execute(delete(MissedRow).where(MissedRow.last_at < now - KEPT))
        else:
            row.times, row.last_at = row.times + 1, now

    def most(self) -> Sequence[MissedRow]:
        """What was looked for in vain most often."""
        order = (MissedRow.times.desc(), MissedRow.last_at.desc(), MissedRow.words)
        return self.session.scalars(select(MissedRow).order_by(*order).limit(MOST)).all()

    def drop(self, words: str, language: str) -> None:
        """The keeper has seen to it."""
        mine = (MissedRow.words == words) & (MissedRow.language == language)
        self.session.execute(delete(MissedRow).where(mine))
