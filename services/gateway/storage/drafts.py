"""Finds and keeps half-made notifications."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from services.gateway.storage.tables import DraftRow


def drafts_of(session: Session, accounts: Collection[str]) -> list[dict[str, Any]]:
    """What is filled in so far in the drafts of these accounts."""
    return list(session.scalars(select(DraftRow.data).where(DraftRow.account.in_(accounts))))


class Drafts:
    """The half-made notifications of one account, within one transaction."""

    def __init__(self, session: Session, account: str) -> None:
        self.session = session
        self.account = account

    def add(self, id: str, now: datetime) -> None:
        self.session.add(DraftRow(id=id, account=self.account, data={}, kept_at=now))

    def get(self, id: str) -> dict[str, Any] | None:
        row = self.session.get(DraftRow, id)
        return dict(row.data) if row and row.account == self.account else None

    def keep(self, id: str, data: dict[str, Any], now: datetime) -> bool:
        """Keep what was filled in so far; False when this account has no such draft."""
        mine = (DraftRow.id == id) & (DraftRow.account == self.account)
        done = self.session.execute(update(DraftRow).where(mine).values(data=data, kept_at=now))
        return bool(getattr(done, "rowcount", 0))

    def drop(self, id: str) -> None:
        self.session.execute(delete(DraftRow).where(DraftRow.id == id, DraftRow.account == self.account))

    def drop_all_but(self, newest: int) -> None:
        """Keep only this account's `newest` latest drafts."""
        stale = (
            select(DraftRow.id).where(DraftRow.account == self.account).order_by(DraftRow.kept_at.desc()).offset(newest)
        )
        for id in list(self.session.scalars(stale)):
            self.drop(id)

    def clear_away(self, moment: datetime) -> None:
        """Forget everybody's drafts that were left alone since `moment`."""
        self.session.execute(delete(DraftRow).where(DraftRow.kept_at <= moment))
