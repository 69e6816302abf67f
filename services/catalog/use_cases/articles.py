"""Articles: published in one version after the other, retired, and rated by who read them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from services.catalog.domain.article import Article
from services.catalog.storage.work import CatalogWork
from services.catalog.use_cases.keeping import require_keeper
from services.shared.contracts.base import one
from services.shared.contracts.definitions import ArticleDefinition
from services.shared.errors import Invalid, NotFound
from services.shared.kit.markdown import unusable


def publish_article(work: CatalogWork, asked: dict[str, Any], now: datetime) -> Article:
    """Let an answer be found; raises Invalid that names everything that is wrong with it."""
    require_keeper(work, "publish an article")
    definition = dict(one(ArticleDefinition).dump(asked))
    _require_fit(work, definition)
    code = definition["code"]
    kept = work.articles.held(code)
    article = kept.published(definition) if kept else Article(code, 1, definition)
    work.articles.keep(article, now, work.actor.name)
    work.versions.add("article", code, article.version, definition, now, work.actor.name)
    work.entries.keep_article(definition)
    told = {name: definition[name] for name in ("title", "public", "items")}
    work.journal.add("article_published", subject=code, occurred_at=now, code=code, version=article.version, **told)
    return article


def retire_article(work: CatalogWork, code: str, now: datetime) -> Article:
    """Do not give this answer any more."""
    require_keeper(work, "retire an article")
    article = _held(work, code).taken_back()
    work.articles.keep(article, now, work.actor.name)
    work.entries.forget("article", code)
    work.journal.add("article_retired", subject=code, occurred_at=now, code=code, version=article.version)
    return article


def rate_article(work: CatalogWork, code: str, helped: bool, now: datetime) -> Article:
    """Count whether it was the answer; not who said so."""
    article = work.articles.in_sight(code, work.actor)
    work.articles.count(code, helped)
    work.journal.add("article_rated", subject=code, occurred_at=now, code=code, version=article.version, helped=helped)
    return article.counted(helped)


def _require_fit(work: CatalogWork, definition: dict[str, Any]) -> None:
    wrong: dict[str, list[str]] = {}
    for language, text in definition["body"].items():
        if problems := unusable(text):
            wrong[f"body.{language}"] = problems
    known = work.items.known(definition["items"])
    if unknown := [code for code in definition["items"] if code not in known]:
        wrong["items"] = [f"There is no catalogue item {code}." for code in unknown]
    if wrong:
        raise Invalid(f"{definition['code']} cannot be published as it stands; see the errors per field.", wrong)


def _held(work: CatalogWork, code: str) -> Article:
    article = work.articles.held(code)
    if article is None:
        raise NotFound(f"There is no article {code}.")
    return article
