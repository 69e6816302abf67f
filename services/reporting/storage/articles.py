"""Which ratings of articles are counted."""

from __future__ import annotations

from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from services.reporting.storage.tables import ArticleHeard
from services.shared.kit.work import insert_once


class ArticlesHeard:
    """How far the ratings of each article are counted; those of one article come in their order."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def is_new(self, article: str, position: int) -> bool:
        """Whether this was not heard before; from now on it was."""
        table: Any = ArticleHeard.__table__
        if insert_once(self.session, table, article=article, position=position):
            return True
        later = (table.c.article == article) & (table.c.position < position)
        moved: Any = self.session.execute(update(table).where(later).values(position=position))
        return bool(moved.rowcount)
