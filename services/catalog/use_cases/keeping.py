"""Keeping the catalogue: who may, and how every publication is kept and told."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from services.catalog.domain.categories import Tree
from services.catalog.storage.stems import tokens
from services.catalog.storage.tables import CategoryRow
from services.catalog.storage.work import CatalogWork
from services.shared.errors import Forbidden, Invalid, Refused
from services.shared.kit.work import insert_once


def define_category(
    work: CatalogWork,
    code: str,
    name: dict[str, str],
    now: datetime,
    internal_name: dict[str, str] | None = None,
    within: str | None = None,
    norms: dict[str, Any] | None = None,
    seen: dict[str, Any] | None = None,
) -> CategoryRow:
    """Make a category, or give it another name or place; raises Invalid for a place that is none.

    With `seen`, the category as its keeper saw it, empty for a new one, raises Refused when it is not so any more.
    """
    require_keeper(work, "define a category")
    asked = {"code": code, "name": name, "internal_name": internal_name, "within": within, "norms": norms}
    # Begun first, so that whoever makes the same one at this moment waits, and sees it.
    table: Any = CategoryRow.__table__
    is_new = insert_once(work.session, table, **(asked | {"within": None}))
    kept = {row.code: row for row in work.categories(hold=True).values() if not (is_new and row.code == code)}
    _require_seen(code, kept.get(code), seen)
    Tree({row.code: row.within for row in kept.values()}).require(code, within)
    return keep_category(work, asked, now)


def _require_seen(code: str, kept: CategoryRow | None, seen: dict[str, Any] | None) -> None:
    if seen is None or seen == (as_asked(kept) if kept else {}):
        return
    if not seen:
        raise Refused("code_is_taken", f"There is a category {code} already. Choose another code.")
    raise Refused(
        "changed_meanwhile",
        f"Somebody else changed {code} meanwhile. Open it again in another window and make your change there.",
    )


def as_asked(row: CategoryRow) -> dict[str, Any]:
    """A category as it is asked for by its contract."""
    return {
        "code": row.code,
        "name": row.name,
        "internal_name": row.internal_name,
        "within": row.within,
        "norms": row.norms,
    }


def keep_category(work: CatalogWork, asked: dict[str, Any], now: datetime) -> CategoryRow:
    """Keep and tell a category; whoever gives it has seen that it has its place in the tree."""
    category = work.session.merge(CategoryRow(**asked))
    told = {name: asked[name] for name in ("code", "name", "internal_name", "within")}
    work.journal.add("category_defined", subject=asked["code"], occurred_at=now, **told)
    return category


def define_synonyms(work: CatalogWork, words: list[str], instead_of: list[str] | None = None) -> list[str]:
    """Let these words mean the same to whoever looks for something; a word that had another meaning loses that.

    The group `instead_of` is taken away first; raises Refused when it is no group, as when somebody changed it.
    """
    require_keeper(work, "define synonyms")
    plain = [token for word in words for token in tokens(word)]
    if len(plain) != len(words) or (len(set(plain)) < 2 and (plain or not instead_of)):
        message = "Give two or more different words, each a single word."
        raise Invalid(message, {"words": [message]})
    if instead_of:
        if sorted(instead_of) not in (sorted(group) for group in work.synonyms.groups(hold=True)):
            raise Refused("changed_meanwhile", "Somebody else changed these words meanwhile. Look at them again.")
        work.synonyms.drop(instead_of)
    if plain:
        work.synonyms.define(plain)
    return plain


def index_everything(work: CatalogWork) -> int:
    """Make what a search looks in anew, from everything that is published; answers how many items and articles."""
    require_keeper(work, "make the index anew")
    work.entries.forget_all()
    items, articles = work.items.all_published(), work.articles.all_published()
    work.entries.keep_items(items)
    work.entries.keep_articles(articles)
    return len(items) + len(articles)


def require_keeper(work: CatalogWork, what: str) -> None:
    """Raise Forbidden for who does not keep the catalogue."""
    if not is_keeper(work):
        raise Forbidden(f"Only a manager or an administrator may {what}.")


def is_keeper(work: CatalogWork) -> bool:
    """Whether the caller keeps the catalogue."""
    return work.actor.has("admin", "manager")
