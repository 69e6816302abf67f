"""The desks, kept as rows."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from services.intake.storage.tables import DeskRow
from services.shared.errors import NotFound
from services.shared.kit.search import require_findable


class Desks:
    """Where the customers find the desk: a central one, and perhaps one per service."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def get(self, code: str | None) -> DeskRow:
        """The desk with this code, or the central one; raises NotFound."""
        if code is not None:
            require_findable(code, "desk")
        mine = DeskRow.central if code is None else DeskRow.code == code
        row = self.session.scalar(select(DeskRow).where(mine))
        if row is None:
            raise NotFound("There is no desk yet." if code is None else f"There is no desk {code}.")
        return row

    def held(self) -> dict[str, DeskRow]:
        """Every desk by its code, held, so that two changes at once leave one central desk."""
        if self.session.get_bind().dialect.name == "postgresql":
            # Which is central is a matter of all of them, and no row can be held before there is one.
            self.session.execute(text("LOCK TABLE intake.desk IN SHARE ROW EXCLUSIVE MODE"))
        rows = self.session.scalars(select(DeskRow))
        return {row.code: row for row in rows}

    def keep(self, asked: dict[str, Any], held: dict[str, DeskRow]) -> DeskRow:
        """Keep a desk, beside those that are held; there is always one central desk, and never more."""
        central = asked["central"] or not any(row.central for code, row in held.items() if code != asked["code"])
        if central:
            self.session.execute(update(DeskRow).where(DeskRow.code != asked["code"]).values(central=False))
        kept = self.session.merge(DeskRow(**(asked | {"central": central})))
        self.session.flush()
        return kept
