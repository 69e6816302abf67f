"""The doors to the articles: reading and rating them, and keeping them."""

from __future__ import annotations

from typing import Any

from services.catalog import views
from services.catalog.use_cases import articles, keeping
from services.shared.contracts import catalog
from services.shared.kit.rpc import rpc
from services.shared.kit.service import BusinessService


class ArticleDoors(BusinessService):
    """What catalog answers about articles."""

    @rpc
    def get_article(self, code: str) -> dict[str, Any]:
        """One article."""
        with self.reading() as work:
            return views.article(work, work.articles.in_sight(code, work.actor), self.today())

    @rpc
    def get_former_article(self, code: str) -> dict[str, Any]:
        """What to look at instead of an article that is retired."""
        with self.reading() as work:
            return views.former_article(work, code, self.today())

    @rpc
    def get_kept_article(self, code: str) -> dict[str, Any]:
        """One article as its keepers have it."""
        with self.reading() as work:
            keeping.require_keeper(work, "see what is kept")
            return views.kept_article(work, work.articles.get(code), self.today())

    @rpc
    def list_kept_articles(self, filters: dict[str, Any]) -> dict[str, Any]:
        """A page of every article the keepers have."""
        asked = catalog.ListArticles.read(filters)
        with self.reading() as work:
            return views.kept_articles(work, asked, self.today())

    @rpc
    def list_article_versions(self, code: str) -> dict[str, Any]:
        """Every publication of an article, the latest first."""
        with self.reading() as work:
            return views.versions(work, "article", code)

    @rpc
    def publish_article(self, request: dict[str, Any], seen: str | None = None) -> dict[str, Any]:
        """Let an answer be found, or its next version; with `seen`, only if it was not changed since that moment."""
        asked, now = catalog.PublishArticle.read(request), self.now()
        with self.transaction() as work:
            return work.once(
                ["publish_article", request, seen],
                now,
                lambda: views.kept_article(work, articles.publish_article(work, asked, now, seen), self.today()),
            )

    @rpc
    def retire_article(self, code: str) -> dict[str, Any]:
        """Do not give this answer any more."""
        now = self.now()
        with self.transaction() as work:
            return work.once(
                ["retire_article", code],
                now,
                lambda: views.kept_article(work, articles.retire_article(work, code, now), self.today()),
            )

    @rpc
    def rate_article(self, code: str, request: dict[str, Any]) -> dict[str, Any]:
        """Say whether an article was the answer."""
        asked, now = catalog.Helped.read(request), self.now()
        with self.transaction() as work:
            return work.once(
                ["rate_article", code, request],
                now,
                lambda: views.article(
                    work, articles.rate_article(work, code, asked["helped"], now, self.today()), self.today()
                ),
            )
