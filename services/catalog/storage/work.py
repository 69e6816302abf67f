"""Catalog's unit of work, and its items and categories kept as rows."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from services.catalog.domain.item import Item
from services.catalog.storage.tables import KIT, CategoryRow, ItemRow
from services.shared.contracts.catalog import EVENTS
from services.shared.errors import NotFound
from services.shared.kit.search import contains, require_findable, words_of
from services.shared.kit.work import UnitOfWork


class Items:
    """The catalogue."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def get(self, code: str) -> Item:
        """The item with this code; raises NotFound."""
        require_findable(code, "catalogue item")
        row = self.session.get(ItemRow, code)
        if row is None:
            raise NotFound(f"There is no catalogue item {code}.")
        return _item(row)

    def next_version(self, code: str) -> int:
        """The version the next publication of this item gets, counted from 1."""
        version = self.session.scalar(select(ItemRow.version).where(ItemRow.code == code).with_for_update())
        return (version or 0) + 1

    def keep(self, item: Item, now: datetime) -> None:
        """Keep a publication in place of the one before."""
        words = words_of(item.code, *item.name.values(), *item.description.values(), *item.keywords)
        columns = {name: getattr(item, name) for name in Item.__dataclass_fields__}
        self.session.merge(ItemRow(**columns, published_at=now, words=words))

    def find(self, q: str, limit: int) -> list[Item]:
        """The items with all these words in their texts or keywords; by code."""
        statement = select(ItemRow).where(*contains(ItemRow.words, q)).order_by(ItemRow.code).limit(limit)
        return [_item(row) for row in self.session.scalars(statement)]


class CatalogWork(UnitOfWork):
    """One transaction of catalog."""

    source = "catalog"
    tables = KIT
    contracts = EVENTS

    def open(self) -> None:
        self.items = Items(self.session)

    def categories(self) -> dict[str, CategoryRow]:
        """Every category, by code."""
        rows = self.session.scalars(select(CategoryRow).order_by(CategoryRow.code))
        return {row.code: row for row in rows}


def _item(row: ItemRow) -> Item:
    return Item(**{name: getattr(row, name) for name in Item.__dataclass_fields__})
