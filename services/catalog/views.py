"""How catalog shows what it keeps, in the shapes of the contracts."""

from __future__ import annotations

from typing import Any

from services.catalog.domain.item import Item
from services.catalog.storage.work import CatalogWork
from services.shared.contracts.catalog import CategoryView


def categories(work: CatalogWork) -> dict[str, Any]:
    """Every category."""
    return {"items": CategoryView(many=True).dump(work.categories().values())}


def item(work: CatalogWork, found: Item) -> dict[str, Any]:
    """One item."""
    return _item(found, work.categories())


def items(work: CatalogWork, asked: dict[str, Any]) -> dict[str, Any]:
    """The items found."""
    named = work.categories()
    return {"items": [_item(found, named) for found in work.items.find(asked["q"], asked["limit"])]}


def _item(found: Item, named: dict[str, Any]) -> dict[str, Any]:
    # What is kept is the contract's JSON already, so only the category needs its name.
    fields = {name: getattr(found, name) for name in Item.__dataclass_fields__}
    return fields | {"category": CategoryView.show(named[found.category])}
