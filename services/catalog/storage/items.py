"""Items and articles as rows, and every version of them that was published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, true
from sqlalchemy.orm import Session

from services.catalog.domain.item import Item
from services.catalog.storage.batches import AT_A_TIME, batched, put_all
from services.catalog.storage.tables import ItemRow, VersionRow
from services.shared.errors import NotFound
from services.shared.kit.search import contains, require_findable, words_of
from services.shared.kit.work import insert_once
from services.shared.vocabulary import Publication

COLUMNS = (
    ItemRow.code,
    ItemRow.version,
    ItemRow.definition,
    ItemRow.retired,
    ItemRow.draft,
    ItemRow.changed_at,
)
STATUS: dict[Publication, Any] = {
    Publication.DRAFT: (ItemRow.version == 0) & ~ItemRow.retired,
    Publication.PUBLISHED: (ItemRow.version > 0) & ~ItemRow.retired,
    Publication.RETIRED: ItemRow.retired,
}


def picture_in(definition: Any) -> Any:
    """The id of the picture that a definition names."""
    return definition["picture"].as_string()


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

    def claimed(self, code: str, now: datetime, by: str) -> Item:
        """The item, held for a change; one that is not there yet as an empty one, which nobody else can begin."""
        require_findable(code, "catalogue item")
        table: Any = ItemRow.__table__
        nothing = {"code": code, "version": 0, "retired": False, "changed_at": now, "changed_by": by}
        return Item(code) if insert_once(self.session, table, **nothing) else self.held(code) or Item(code)

    def remove(self, code: str) -> None:
        """Forget an item that nobody but its keepers ever saw."""
        self.session.execute(delete(ItemRow).where(ItemRow.code == code))

    def keep(self, item: Item, now: datetime, by: str) -> None:
        """Keep an item as it is from now on."""
        self.session.merge(ItemRow(**_row(item), changed_at=now, changed_by=by))

    def all_of(self, codes: Sequence[str], *, hold: bool = False) -> dict[str, Item]:
        """Those of these items that there are, by code; to be held for a change, or only to be looked at."""
        found: dict[str, Item] = {}
        for batch in batched(sorted(codes), AT_A_TIME):
            statement = select(*COLUMNS).where(ItemRow.code.in_(batch)).order_by(ItemRow.code)
            rows = self.session.execute(statement.with_for_update() if hold else statement)
            found |= {row.code: _item(row) for row in rows}
        return found

    def keep_all(self, items: Iterable[Item], now: datetime, by: str) -> None:
        """Keep many items as they are from now on but for their drafts, none loaded in this transaction."""
        changed = {"changed_at": now, "changed_by": by}
        rows = [_row(item) | changed for item in items]
        for row in rows:
            # Somebody may just have begun one of what was not there yet.
            del row["draft"]
        put_all(self.session, ItemRow.__table__, rows)

    def known(self, codes: Iterable[str]) -> frozenset[str]:
        """Those of these codes that are of an item that was published."""
        known: set[str] = set()
        for batch in batched(list(codes), AT_A_TIME):
            asked = select(ItemRow.code).where(ItemRow.code.in_(batch), ItemRow.version > 0)
            known.update(self.session.scalars(asked))
        return frozenset(known)

    def pictures(self) -> frozenset[str]:
        """Every picture that an item has, had in an earlier version, or has in its draft."""
        kept = select(picture_in(VersionRow.definition)).where(VersionRow.kind == "item")
        found = self.session.scalars(kept.union(select(picture_in(ItemRow.draft))))
        return frozenset(found) - {None}

    def published(self, codes: Iterable[str]) -> list[Item]:
        """Those of these items that can be asked for, in the order of the codes."""
        asked = list(codes)
        statement = select(ItemRow).where(ItemRow.code.in_(asked), STATUS[Publication.PUBLISHED])
        found = {row.code: _item(row) for row in self.session.scalars(statement)}
        return [found[code] for code in asked if code in found]

    def all_published(self) -> Sequence[dict[str, Any]]:
        """The definition of every item that can be asked for."""
        statement = select(ItemRow.definition).where(STATUS[Publication.PUBLISHED]).order_by(ItemRow.code)
        return [definition for definition in self.session.scalars(statement) if definition]

    def count_by_category(self) -> dict[str, int]:
        """How many items that can be asked for each category has."""
        counted = select(ItemRow.category, func.count()).where(STATUS[Publication.PUBLISHED])
        return {code: count for code, count in self.session.execute(counted.group_by(ItemRow.category)) if code}

    def page(
        self, status: Publication | None, category: str | None, words: str, after: str | None, limit: int
    ) -> tuple[Sequence[ItemRow], str | None]:
        """A page of all items in which every word occurs, by code, and what the next page comes after."""
        statement = select(ItemRow).where(STATUS[status] if status else true(), *contains(ItemRow.words, words))
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

    def add_all(self, kind: str, published: Iterable[tuple[str, int, Any]], now: datetime, by: str) -> None:
        """Keep many publications for good, each given as its code, version and definition."""
        names = ("code", "version", "definition")
        about = {"kind": kind, "published_at": now, "published_by": by}
        rows = [about | dict(zip(names, one, strict=True)) for one in published]
        if rows:
            self.session.execute(insert(VersionRow.__table__), rows)  # type: ignore[arg-type]  # it is a Table

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


def _row(item: Item) -> dict[str, Any]:
    return {
        "code": item.code,
        "version": item.version,
        "retired": item.retired,
        "category": item.definition["category"] if item.definition else None,
        "definition": item.definition,
        "draft": item.draft,
        "words": _words(item),
    }


def _words(item: Item) -> str:
    """What a keeper looks in: what it is called to everybody, and in its draft."""
    told = [one for one in (item.definition, item.draft) if one]
    texts = (text for one in told for text in (*one["name"].values(), *one["keywords"]))
    return words_of(item.code, *dict.fromkeys(texts))


def _item(row: Any) -> Item:
    return Item(row.code, row.version, row.definition, row.retired, row.draft, row.changed_at)
