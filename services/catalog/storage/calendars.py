"""Calendars and service levels as rows; one of each counts for what names none."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from services.catalog.storage.tables import CalendarRow, ServiceLevelRow

Row = TypeVar("Row", CalendarRow, ServiceLevelRow)


class WithDefault(Generic[Row]):
    """Definitions by code, of which one counts for what names none."""

    def __init__(self, session: Session, row: type[Row]) -> None:
        self.session = session
        self.row: Any = row

    def held(self) -> dict[str, dict[str, Any]]:
        """Every definition by code, held for a change: what comes meanwhile waits, also what is not there yet."""
        if self.session.get_bind().dialect.name == "postgresql":
            # Which is the default is a matter of all of them, and no row can be held before there is one.
            self.session.execute(text(f"LOCK TABLE catalog.{self.row.__tablename__} IN SHARE ROW EXCLUSIVE MODE"))
        return {one["code"]: one for one in self.all()}

    def keep(self, definition: dict[str, Any]) -> None:
        """Keep a definition; when it is the default, no other is. The first one always is."""
        code = definition["code"]
        others = select(self.row.code).where(self.row.code != code, self.row.is_default)
        if definition["default"]:
            self.session.execute(update(self.row).values({self.row.is_default: False}))
        elif self.session.scalar(others) is None:
            definition["default"] = True
        self.session.merge(self.row(code=code, is_default=definition["default"], definition=definition))

    def all(self) -> list[dict[str, Any]]:
        """Every definition, by code."""
        rows = self.session.scalars(select(self.row).order_by(self.row.code))
        return [row.definition | {"default": row.is_default} for row in rows]

    def codes(self) -> frozenset[str]:
        """The codes that there are."""
        return frozenset(self.session.scalars(select(self.row.code)))

    def of(self, code: str | None) -> dict[str, Any] | None:
        """The definition with this code, or else the default; None when there is none at all."""
        mine = self.row.code == code if code is not None else self.row.is_default
        row = self.session.scalar(select(self.row).where(mine))
        return row.definition if row else None
