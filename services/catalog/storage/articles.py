"""Articles as rows, and which items they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from services.catalog.domain.article import Article
from services.catalog.domain.sight import may_see_article
from services.catalog.storage.batches import AT_A_TIME, batched, put_all
from services.catalog.storage.tables import ArticleItemRow, ArticleRow, OpinionRow
from services.shared.actor import Actor
from services.shared.errors import NotFound
from services.shared.kit.search import contains, require_findable, words_of
from services.shared.kit.work import insert_once

COLUMNS = (
    ArticleRow.code,
    ArticleRow.version,
    ArticleRow.definition,
    ArticleRow.retired,
    ArticleRow.helped,
    ArticleRow.did_not_help,
    ArticleRow.changed_at,
    ArticleRow.changed_by,
)
COUNTED = {True: ArticleRow.helped, False: ArticleRow.did_not_help}


# The definition says on which day an article should be looked at again.
review_on: Any = ArticleRow.definition["review_on"].as_string()


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

    def claimed(self, code: str, now: datetime, by: str) -> Article:
        """The article, held for a change; one that is not there yet as an empty one, which nobody else can begin."""
        nothing = {"version": 0, "retired": False, "definition": {}, "helped": 0, "did_not_help": 0}
        table: Any = ArticleRow.__table__
        is_new = insert_once(self.session, table, code=code, changed_at=now, changed_by=by, **nothing)
        return Article(code, 0, {}) if is_new else self.held(code) or Article(code, 0, {})

    def keep(self, article: Article, now: datetime, by: str) -> None:
        """Keep an article as it is from now on."""
        code = article.code
        self.session.merge(ArticleRow(**_row(article), changed_at=now, changed_by=by))
        self.session.flush()
        self.session.execute(delete(ArticleItemRow).where(ArticleItemRow.article == code))
        about = dict.fromkeys(article.definition["items"])
        self.session.add_all(ArticleItemRow(article=code, item=item) for item in about)

    def all_of(self, codes: Sequence[str], *, hold: bool = False) -> dict[str, Article]:
        """Those of these articles that there are, by code; to be held for a change, or only to be looked at."""
        found: dict[str, Article] = {}
        for batch in batched(sorted(codes), AT_A_TIME):
            statement = select(*COLUMNS).where(ArticleRow.code.in_(batch)).order_by(ArticleRow.code)
            rows = self.session.execute(statement.with_for_update() if hold else statement)
            found |= {row.code: _article(row) for row in rows}
        return found

    def keep_all(self, articles: Sequence[Article], now: datetime, by: str) -> None:
        """Keep many articles as they are from now on, none of which was loaded in this transaction."""
        changed = {"changed_at": now, "changed_by": by}
        rows = [_row(article) | changed for article in articles]
        put_all(self.session, ArticleRow.__table__, rows)
        for batch in batched([article.code for article in articles], AT_A_TIME):
            self.session.execute(delete(ArticleItemRow).where(ArticleItemRow.article.in_(batch)))
        about = [
            {"article": article.code, "item": item}
            for article in articles
            for item in dict.fromkeys(article.definition["items"])
        ]
        put_all(self.session, ArticleItemRow.__table__, about)

    def count(self, code: str, helped: bool, before: bool | None) -> None:
        """Count a reader whom it helped, or not, instead of what this reader said `before`."""
        changed = {COUNTED[helped]: COUNTED[helped] + 1}
        if before is not None:
            changed[COUNTED[before]] = COUNTED[before] - 1
        self.session.execute(update(ArticleRow).where(ArticleRow.code == code).values(changed))

    def get(self, code: str) -> Article:
        """The article with this code, in whatever state; raises NotFound."""
        require_findable(code, "article")
        row = self.session.get(ArticleRow, code)
        if row is None:
            raise NotFound(f"There is no article {code}.")
        return _article(row)

    def page(
        self, retired: bool | None, words: str, review_before: date | None, after: str | None, limit: int
    ) -> tuple[list[Article], str | None]:
        """A page of all articles in which every word occurs, by code, and what the next page comes after.

        With `review_before` only those that should have been looked at again before that day.
        """
        statement = select(*COLUMNS).where(ArticleRow.code > (after or ""), *contains(ArticleRow.words, words))
        if retired is not None:
            statement = statement.where(ArticleRow.retired == retired)
        if review_before:
            statement = statement.where(review_on < review_before.isoformat())
        rows = self.session.execute(statement.order_by(ArticleRow.code).limit(limit + 1)).all()
        return [_article(row) for row in rows[:limit]], rows[limit - 1].code if len(rows) > limit else None

    def all_published(self) -> list[dict[str, Any]]:
        """The definition of every article that is given."""
        statement = select(ArticleRow.definition).where(~ArticleRow.retired).order_by(ArticleRow.code)
        return list(self.session.scalars(statement))

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


class Opinions:
    """What each reader said of an article today, so that one reader counts once; forgotten when the day is over."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def say(self, article: str, account: str, day: date, helped: bool) -> bool | None:
        """Keep what a reader says; answers what this reader said before, None when that was nothing."""
        table: Any = OpinionRow.__table__
        mine = {"article": article, "day": day, "account": account}
        if insert_once(self.session, table, **mine, helped=helped):
            return None
        row = self.session.get_one(OpinionRow, mine, with_for_update=True)
        before, row.helped = row.helped, helped
        self.session.flush()
        return before

    def forget_before(self, day: date) -> None:
        """Forget who said what on earlier days."""
        self.session.execute(delete(OpinionRow).where(OpinionRow.day < day))


def _row(article: Article) -> dict[str, Any]:
    return {
        "code": article.code,
        "version": article.version,
        "retired": article.retired,
        "definition": article.definition,
        "words": _words(article),
        "helped": article.helped,
        "did_not_help": article.did_not_help,
    }


def _words(article: Article) -> str:
    """What a keeper looks in; their own words need not be those of a reader."""
    told = article.definition
    texts = (told[name][language] for name in ("title", "summary") for language in ("nl", "en"))
    return words_of(article.code, *texts, *told["keywords"])


def _article(row: Any) -> Article:
    return Article(
        row.code,
        row.version,
        row.definition,
        row.retired,
        row.helped,
        row.did_not_help,
        row.changed_at,
        row.changed_by,
    )
