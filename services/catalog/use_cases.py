"""What catalog does: it defines categories and publishes items."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from services.catalog.domain.item import Item, require_fit
from services.catalog.storage.tables import CategoryRow
from services.catalog.storage.work import CatalogWork
from services.shared.errors import Forbidden, Invalid


def define_category(work: CatalogWork, code: str, name: dict[str, str], now: datetime) -> CategoryRow:
    """Make a category, or give it another name."""
    _require_keeper(work, "define a category")
    category = work.session.merge(CategoryRow(code=code, name=name))
    work.journal.add("category_defined", subject=code, occurred_at=now, code=code, name=name)
    return category


def publish_item(work: CatalogWork, asked: dict[str, Any], now: datetime) -> Item:
    """Put an item in the catalogue as its next version; raises Invalid when it cannot be asked for as it stands."""
    _require_keeper(work, "publish an item")
    if asked["category"] not in work.categories():
        message = f"There is no category {asked['category']}."
        raise Invalid(message, {"category": [message]})
    # Kept as the JSON the contract writes, so that every reader sees the same.
    questions = [dict(question, type=question["type"].value) for question in asked["questions"]]
    require_fit(questions)
    item = Item(
        code=asked["code"],
        version=work.items.next_version(asked["code"]),
        name=asked["name"],
        description=asked["description"],
        category=asked["category"],
        kinds=[kind.value for kind in asked["kinds"]],
        keywords=asked["keywords"],
        questions=questions,
    )
    work.items.keep(item, now)
    work.journal.add(
        "catalogue_item_published",
        subject=item.code,
        occurred_at=now,
        code=item.code,
        version=item.version,
        name=item.name,
        category=item.category,
        kinds=item.kinds,
        questions=asked["questions"],
    )
    return item


def _require_keeper(work: CatalogWork, what: str) -> None:
    if not work.actor.has("admin", "manager"):
        raise Forbidden(f"Only a manager or an administrator may {what}.")
