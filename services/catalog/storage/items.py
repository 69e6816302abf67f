"""Items and articles as rows, and every version of them that was published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select, true
from sqlalchemy.orm import Session

from services.catalog.domain.item import Item
from services.catalog.storage.tables import ItemRow, VersionRow
from services.shared.errors import NotFound
from services.shared.kit.search import require_findable
from services.shared.vocabulary import Publication

STATUS: dict[Publication, Any] = {
    Publication.DRAFT: (ItemRow.version == 0) & ~ItemRow.retired,
    Publication.PUBLISHED: (ItemRow.version > 0) & ~ItemRow.retired,
    Publication.RETIRED: ItemRow.retired,
}


class Items:
    """The catalogue."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def get(self, code: str) -> Item:
        """The item with this code, in whatever state; raises NotFound."""
        require_findable(code, "catalogue item")
        row = self.session.get(ItemRow, code)
        if row is None:
            raise NotFound(f"There is no catalogue item {code}.")
        return _item(row)

    def held(self, code: str) -> Item | None:
        """The item, held for a change."""
        require_findable(code, "catalogue item")
        row = self.session.scalar(select(ItemRow).where(ItemRow.code == code).with_for_update())
        return _item(row) if row else None

    def keep(self, item: Item, now: datetime, by: str) -> None:
        """Keep an item as it is from now on."""
        category = item.definition["category"] if item.definition else None
        self.session.merge(
            ItemRow(
                code=item.code,
                version=item.version,
                retired=item.retired,
                category=category,
                definition=item.definition,
                draft=item.draft,
                changed_at=now,
                changed_by=by,
            )
        )

    def known(self, codes: Iterable[str]) -> frozenset[str]:
        """Those of these codes that are of an item that was published."""
        asked = select(ItemRow.code).where(ItemRow.code.in_(list(codes)), ItemRow.version > 0)
        return frozenset(self.session.scalars(asked))

    def published(self, codes: Iterable[str]) -> list[Item]:
        """Those of these items that can be asked for, in the order of the codes."""
        asked = list(codes)
        statement = select(ItemRow).where(ItemRow.code.in_(asked), STATUS[Publication.PUBLISHED])
        found = {row.code: _item(row) for row in self.session.scalars(statement)}
        return [found[code] for code in asked if code in found]

    def page(
        self, status: Publication | None, category: str | None, after: str | None, limit: int
    ) -> tuple[Sequence[ItemRow], str | None]:
        """A page of all items, by code, and what the next page comes after."""
        statement = select(ItemRow).where(STATUS[status] if status else true())
        if category:
            statement = statement.where(ItemRow.category == category)
        if after:
            statement = statement.where(ItemRow.code > after)
        rows = self.session.scalars(statement.order_by(ItemRow.code).limit(limit + 1)).all()
        return rows[:limit], rows[limit - 1].code if len(rows) > limit else None


class Versions:
    """Every publication of an item or article, as it was."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def add(self, kind: str, code: str, version: int, definition: dict[str, Any], now: datetime, by: str) -> None:
        """Keep a publication for good."""
        self.session.add(
            VersionRow(kind=kind, code=code, version=version, definition=definition, published_at=now, published_by=by)
        )

    def of(self, kind: str, code: str) -> Sequence[VersionRow]:
        """Every publication, the latest first."""
        mine = (VersionRow.kind == kind) & (VersionRow.code == code)
        return self.session.scalars(select(VersionRow).where(mine).order_by(VersionRow.version.desc())).all()

    def get(self, kind: str, code: str, version: int) -> VersionRow:
        """One publication; raises NotFound."""
        row = self.session.get(VersionRow, (kind, code, version))
        if row is None:
            raise NotFound(f"There is no version {version} of {code}.")
        return row


def _item(row: ItemRow) -> Item:
    return Item(row.code, row.version, row.definition, row.retired, row.draft)
