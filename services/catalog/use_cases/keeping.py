"""Keeping the catalogue: who may, and how every publication is kept and told."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from services.catalog.domain.categories import require_tree
from services.catalog.storage.stems import tokens
from services.catalog.storage.tables import CategoryRow
from services.catalog.storage.work import CatalogWork
from services.shared.errors import Forbidden, Invalid


def define_category(
    work: CatalogWork,
    code: str,
    name: dict[str, str],
    now: datetime,
    internal_name: dict[str, str] | None = None,
    within: str | None = None,
    norms: dict[str, Any] | None = None,
) -> CategoryRow:
    """Make a category, or give it another name or place; raises Invalid for a place that is none."""
    require_keeper(work, "define a category")
    require_tree(code, within, {row.code: row.within for row in work.categories().values()})
    kept = CategoryRow(code=code, name=name, internal_name=internal_name, within=within, norms=norms)
    category = work.session.merge(kept)
    told = {"code": code, "name": name, "internal_name": internal_name, "within": within}
    work.journal.add("category_defined", subject=code, occurred_at=now, **told)
    return category


def define_synonyms(work: CatalogWork, words: list[str]) -> list[str]:
    """Let these words mean the same to whoever looks for something; a word that had another meaning loses that."""
    require_keeper(work, "define synonyms")
    plain = [token for word in words for token in tokens(word)]
    if len(plain) != len(words) or len(set(plain)) < 2:
        message = "Give two or more different words, each a single word."
        raise Invalid(message, {"words": [message]})
    work.synonyms.define(plain)
    return plain


def require_keeper(work: CatalogWork, what: str) -> None:
    """Raise Forbidden for who does not keep the catalogue."""
    if not work.actor.has("admin", "manager"):
        raise Forbidden(f"Only a manager or an administrator may {what}.")
