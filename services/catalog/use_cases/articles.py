"""Articles: published in one version after the other, retired, and rated by who read them."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from services.catalog.domain.article import Article
from services.catalog.domain.sight import is_staff
from services.catalog.storage.work import CatalogWork
from services.catalog.use_cases.keeping import require_keeper
from services.shared.contracts.base import one
from services.shared.contracts.definitions import ArticleDefinition
from services.shared.errors import Invalid, NotFound
from services.shared.kit.markdown import unusable


def publish_article(work: CatalogWork, asked: dict[str, Any], now: datetime, seen: str | None = None) -> Article:
    """Let an answer be found; raises Invalid that names everything that is wrong with it.

    Raises Refused when somebody else changed it since it was `seen`.
    """
    require_keeper(work, "publish an article")
    definition = dict(one(ArticleDefinition).dump(asked))
    code = definition["code"]
    if wrong := unfit(definition, work.items.known(definition["items"])):
        raise Invalid(f"{code} cannot be published as it stands; see the errors per field.", wrong)
    held = work.articles.claimed(code, now, work.actor.name)
    held.require_seen(seen)
    article = _keep(work, held.published(definition), now)
    work.versions.add("article", code, article.version, definition, now, work.actor.name)
    if article.version > 1:
        work.entries.forget("article", code)
    work.entries.keep_articles([definition])
    work.journal.add("article_published", subject=article.code, occurred_at=now, **_told(article))
    return article


def publish_all(work: CatalogWork, articles: Sequence[Article], now: datetime) -> None:
    """Keep and tell many articles that were just published; whoever gives them has seen that they are fit."""
    require_keeper(work, "publish articles")
    work.articles.keep_all(articles, now, work.actor.name)
    versions = [(article.code, article.version, article.definition) for article in articles]
    work.versions.add_all("article", versions, now, work.actor.name)
    work.entries.forget("article", *(article.code for article in articles if article.version > 1))
    work.entries.keep_articles([article.definition for article in articles])
    work.journal.add_all("article_published", now, [(article.code, _told(article)) for article in articles])


def retire_article(work: CatalogWork, code: str, now: datetime) -> Article:
    """Do not give this answer any more."""
    require_keeper(work, "retire an article")
    article = _keep(work, _held(work, code).taken_back(), now)
    work.entries.forget("article", code)
    work.journal.add("article_retired", subject=code, occurred_at=now, code=code, version=article.version)
    return article


def rate_article(work: CatalogWork, code: str, helped: bool, now: datetime, today: date) -> Article:
    """Count whether it was the answer: once per reader and day, by what the reader said last; not who said so."""
    article = work.articles.in_sight(code, work.actor)
    before = work.opinions.say(code, work.actor.account, today, helped)
    if before is helped:
        return article
    work.articles.count(code, helped, before)
    told = {"version": article.version, "helped": helped, "before": before, "by_staff": is_staff(work.actor)}
    work.journal.add("article_rated", subject=code, occurred_at=now, code=code, **told)
    return article.counted(helped, before)


def unfit(definition: dict[str, Any], known: AbstractSet[str]) -> dict[str, list[str]]:
    """Everything for which an article cannot be published as it stands, per field; `known` are codes of items."""
    wrong: dict[str, list[str]] = {}
    for language, text in definition["body"].items():
        if problems := unusable(text):
            wrong[f"body.{language}"] = problems
    if unknown := [code for code in definition["items"] if code not in known]:
        wrong["items"] = [f"There is no catalogue item {code}." for code in unknown]
    return wrong


def _told(article: Article) -> dict[str, Any]:
    told = {name: article.definition[name] for name in ("title", "public", "items")}
    return {"code": article.code, "version": article.version} | told


def _keep(work: CatalogWork, article: Article, now: datetime) -> Article:
    work.articles.keep(article, now, work.actor.name)
    return replace(article, changed_at=now, changed_by=work.actor.name)


def _held(work: CatalogWork, code: str) -> Article:
    article = work.articles.held(code)
    if article is None:
        raise NotFound(f"There is no article {code}.")
    return article
