"""Articles as rows, and which items they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from services.catalog.domain.article import Article
from services.catalog.domain.sight import may_see_article
from services.catalog.storage.tables import ArticleItemRow, ArticleRow
from services.shared.actor import Actor
from services.shared.errors import NotFound
from services.shared.kit.search import require_findable

COUNTED = {True: ArticleRow.helped, False: ArticleRow.did_not_help}


class Articles:
    """The answers that can be given at once."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def in_sight(self, code: str, actor: Actor) -> Article:
        """The article, for who may see it; raises NotFound."""
        require_findable(code, "article")
        row = self.session.get(ArticleRow, code)
        if row is None or not may_see_article(actor, row.definition, retired=row.retired):
            raise NotFound(f"There is no article {code}.")
        return _article(row)

    def held(self, code: str) -> Article | None:
        """The article, held for a change."""
        require_findable(code, "article")
        row = self.session.scalar(select(ArticleRow).where(ArticleRow.code == code).with_for_update())
        return _article(row) if row else None

    def keep(self, article: Article, now: datetime, by: str) -> None:
        """Keep an article as it is from now on."""
        code = article.code
        self.session.merge(
            ArticleRow(
                code=code,
                version=article.version,
                retired=article.retired,
                definition=article.definition,
                helped=article.helped,
                did_not_help=article.did_not_help,
                changed_at=now,
                changed_by=by,
            )
        )
        self.session.flush()
        self.session.execute(delete(ArticleItemRow).where(ArticleItemRow.article == code))
        about = dict.fromkeys(article.definition["items"])
        self.session.add_all(ArticleItemRow(article=code, item=item) for item in about)

    def count(self, code: str, helped: bool) -> None:
        """Count one more reader whom it helped, or not."""
        column = COUNTED[helped]
        self.session.execute(update(ArticleRow).where(ArticleRow.code == code).values({column: column + 1}))

    def about(self, items: Iterable[str], actor: Actor) -> dict[str, list[Article]]:
        """The articles about each of these items that this actor may see, by title."""
        statement = (
            select(ArticleItemRow.item, ArticleRow)
            .join(ArticleRow, ArticleRow.code == ArticleItemRow.article)
            .where(ArticleItemRow.item.in_(list(items)))
            .order_by(ArticleRow.code)
        )
        found: defaultdict[str, list[Article]] = defaultdict(list)
        for item, row in self.session.execute(statement):
            if may_see_article(actor, row.definition, retired=row.retired):
                found[item].append(_article(row))
        return found


def _article(row: ArticleRow) -> Article:
    return Article(row.code, row.version, row.definition, row.retired, row.helped, row.did_not_help)
