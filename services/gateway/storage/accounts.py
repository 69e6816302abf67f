"""Finds and keeps accounts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from services.gateway.domain.account import Account
from services.gateway.storage.tables import AccountRow
from services.shared.kit.work import insert_once


class Accounts:
    """The accounts, within one transaction."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def add(self, account: Account, password_hash: str, now: datetime) -> bool:
        """Keep a new account; False when the name is taken."""
        table = AccountRow.__table__
        assert isinstance(table, Table)
        return insert_once(
            self.session,
            table,
            name=account.name,
            full_name=account.full_name,
            password_hash=password_hash,
            roles=list(account.roles),
            customer=account.customer,
            teams=list(account.teams),
            language=account.language,
            created_at=now,
        )

    def get(self, name: str) -> Account | None:
        row = self.session.get(AccountRow, name)
        return _account(row) if row else None

    def all(self) -> list[Account]:
        """Every account, by name."""
        return [_account(row) for row in self.session.scalars(select(AccountRow).order_by(AccountRow.name))]

    def password_hash(self, name: str) -> str | None:
        return self.session.scalar(select(AccountRow.password_hash).where(AccountRow.name == name))

    def set_password_hash(self, name: str, password_hash: str) -> bool:
        """Keep another password; False when there is no such account."""
        row = self.session.get(AccountRow, name)
        if row is None:
            return False
        row.password_hash = password_hash
        return True


def _account(row: AccountRow) -> Account:
    return Account(
        name=row.name,
        full_name=row.full_name,
        roles=tuple(row.roles),
        customer=row.customer,
        teams=tuple(row.teams),
        language=row.language,
    )
