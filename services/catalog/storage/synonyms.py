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
        """Make these words one group."""
        self.session.execute(delete(SynonymRow).where(SynonymRow.word.in_(words)))
        self.session.execute(delete(SynonymRow).where(SynonymRow.meaning == words[0]))
        self.session.add_all(SynonymRow(word=word, meaning=words[0]) for word in dict.fromkeys(words))

    def groups(self) -> list[list[str]]:
        """Every group, by its first word."""
        found: dict[str, list[str]] = {}
        for row in self.session.scalars(select(SynonymRow).order_by(SynonymRow.meaning, SynonymRow.word)):
            found.setdefault(row.meaning, []).append(row.word)
        return list(found.values())
