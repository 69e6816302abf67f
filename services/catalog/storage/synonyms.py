"""Words that mean the same to whoever looks for something, in groups."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from services.catalog.storage.tables import SynonymRow


class Synonyms:
    """The groups of words that mean the same; each word is in one group."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def define(self, words: list[str]) -> None:
        """Make these words one group; the words that are left of another group go on meaning the same."""
        self.session.execute(delete(SynonymRow).where(SynonymRow.word.in_(words)))
        left = self.session.scalars(select(SynonymRow).where(SynonymRow.meaning.in_(words)).order_by(SynonymRow.word))
        first: dict[str, str] = {}
        for row in left:
            row.meaning = first.setdefault(row.meaning, row.word)
        self.session.flush()
        self.session.add_all(SynonymRow(word=word, meaning=words[0]) for word in dict.fromkeys(words))

    def drop(self, words: list[str]) -> None:
        """Let these words mean nothing but themselves."""
        self.session.execute(delete(SynonymRow).where(SynonymRow.word.in_(words)))

    def groups(self, *, hold: bool = False) -> list[list[str]]:
        """Every group, by its first word; to be held for a change, or only to be looked at."""
        found: dict[str, list[str]] = {}
        asked = select(SynonymRow).order_by(SynonymRow.meaning, SynonymRow.word)
        for row in self.session.scalars(asked.with_for_update() if hold else asked):
            found.setdefault(row.meaning, []).append(row.word)
        return list(found.values())
