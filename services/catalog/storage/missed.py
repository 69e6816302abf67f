"""Searches that found nothing: the words and how often, so that the keeper can add what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from services.catalog.storage.batches import put_all
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
        row = {"words": words[:200], "language": language, "times": 1, "last_at": now}
        put_all(self.session, MissedRow.__table__, [row], times=lambda new: MissedRow.times + new.times)

    def most(self) -> Sequence[MissedRow]:
        """What was looked for in vain most often."""
        order = (MissedRow.times.desc(), MissedRow.last_at.desc(), MissedRow.words)
        return self.session.scalars(select(MissedRow).order_by(*order).limit(MOST)).all()

    def forget_before(self, moment: datetime) -> None:
        """Drop what nobody looked for since."""
        self.session.execute(delete(MissedRow).where(MissedRow.last_at < moment))

    def drop(self, words: str, language: str) -> None:
        """The keeper has seen to it."""
        mine = (MissedRow.words == words) & (MissedRow.language == language)
        self.session.execute(delete(MissedRow).where(mine))
