"""Finds and keeps sessions and tokens, by their fingerprint."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Table, delete, or_, select, update
from sqlalchemy.orm import Session

from services.gateway.domain.key import IDLE_AT_MOST, SESSION_AT_MOST
from services.gateway.storage.tables import SessionRow, TokenRow
from services.shared.kit.work import insert_once


class KeptSession(NamedTuple):
    """What is known of a browser that logged in."""

    account: str
    started_at: datetime
    seen_at: datetime


class KeptToken(NamedTuple):
    """What is known of a token."""

    account: str
    name: str
    created_at: datetime
    used_at: datetime | None
    expires_at: datetime | None


class Sessions:
    """The sessions, within one transaction."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def add(self, fingerprint: str, account: str, now: datetime) -> None:
        self.session.add(SessionRow(fingerprint=fingerprint, account=account, started_at=now, seen_at=now))

    def get(self, fingerprint: str) -> KeptSession | None:
        row = self.session.get(SessionRow, fingerprint)
        return KeptSession(row.account, row.started_at, row.seen_at) if row else None

    def see(self, fingerprint: str, now: datetime) -> None:
        """Note that the session is in use."""
        self.session.execute(update(SessionRow).where(SessionRow.fingerprint == fingerprint).values(seen_at=now))

    def end(self, fingerprint: str) -> None:
        self.session.execute(delete(SessionRow).where(SessionRow.fingerprint == fingerprint))

    def end_all(self, account: str) -> None:
        """End every session of an account."""
        self.session.execute(delete(SessionRow).where(SessionRow.account == account))

    def clear_away(self, now: datetime) -> None:
        """Forget the sessions that are over, so the table does not grow for ever."""
        over = or_(SessionRow.started_at <= now - SESSION_AT_MOST, SessionRow.seen_at <= now - IDLE_AT_MOST)
        self.session.execute(delete(SessionRow).where(over))


class Tokens:
    """The tokens, within one transaction."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def add(self, fingerprint: str, account: str, name: str, expires_at: datetime | None, now: datetime) -> bool:
        """Keep a new token; False when the account has one of this name."""
        table = TokenRow.__table__
        assert isinstance(table, Table)
        return insert_once(
            self.session,
            table,
            fingerprint=fingerprint,
            account=account,
            name=name,
            created_at=now,
            used_at=None,
            expires_at=expires_at,
        )

    def get(self, fingerprint: str) -> KeptToken | None:
        row = self.session.scalar(select(TokenRow).where(TokenRow.fingerprint == fingerprint))
        return _kept(row) if row else None

    def all(self, account: str | None) -> list[KeptToken]:
        """Every token, or those of one account, by account and name."""
        query = select(TokenRow).order_by(TokenRow.account, TokenRow.name)
        if account is not None:
            query = query.where(TokenRow.account == account)
        return [_kept(row) for row in self.session.scalars(query)]

    def use(self, fingerprint: str, now: datetime) -> None:
        """Note that the token is in use."""
        self.session.execute(update(TokenRow).where(TokenRow.fingerprint == fingerprint).values(used_at=now))

    def revoke(self, account: str, name: str) -> bool:
        """Forget a token; False when there is none of this name."""
        row = self.session.get(TokenRow, (account, name))
        if row is None:
            return False
        self.session.delete(row)
        return True


def _kept(row: TokenRow) -> KeptToken:
    return KeptToken(row.account, row.name, row.created_at, row.used_at, row.expires_at)
