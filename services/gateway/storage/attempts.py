"""Finds and keeps log-ins that failed, in the database so that several gateways count together."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from services.gateway.storage.tables import LoginAttemptRow


class Attempts:
    """The failed log-ins, within one transaction."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def add(self, name: str, address: str, now: datetime) -> None:
        self.session.add(LoginAttemptRow(name=name, address=address, at=now))

    def moments_of_name(self, name: str) -> list[datetime]:
        return list(self.session.scalars(select(LoginAttemptRow.at).where(LoginAttemptRow.name == name)))

    def moments_of_address(self, address: str) -> list[datetime]:
        return list(self.session.scalars(select(LoginAttemptRow.at).where(LoginAttemptRow.address == address)))

    def forget_name(self, name: str) -> None:
        """The right password was given, so the failures before it were typing mistakes."""
        self.session.execute(delete(LoginAttemptRow).where(LoginAttemptRow.name == name))

    def forget_before(self, moment: datetime) -> None:
        self.session.execute(delete(LoginAttemptRow).where(LoginAttemptRow.at <= moment))
