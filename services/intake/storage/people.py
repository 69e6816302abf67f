"""Customers, their organisations, and locations, kept as rows."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from services.intake.storage.tables import CustomerRow, LocationRow, OrganisationRow
from services.shared.errors import Invalid, NotFound
from services.shared.kit.search import contains, words_of

SEPARATOR = " › "


class Customers:
    """Everyone the desk serves."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def add_organisation(self, code: str, name: str) -> OrganisationRow:
        """Keep a department or company; the same code again gives it another name."""
        return self.session.merge(OrganisationRow(code=code, name=name))

    def add(self, code: str, name: str, organisation: str, email: str | None, phone: str | None) -> CustomerRow:
        """Keep a person; the same code again changes what is known. Raises Invalid for an unknown organisation."""
        belongs_to = self.session.get(OrganisationRow, organisation)
        if belongs_to is None:
            message = f"There is no organisation {organisation}."
            raise Invalid(message, {"organisation": [message]})
        digits = "".join(character for character in phone or "" if character.isdigit())
        words = words_of(name, code, belongs_to.name, email, phone, digits)
        return self.session.merge(
            CustomerRow(code=code, name=name, organisation=organisation, email=email, phone=phone, words=words)
        )

    def get(self, code: str) -> CustomerRow:
        """One person; raises NotFound."""
        row = self.session.get(CustomerRow, code)
        if row is None:
            raise NotFound(f"There is no customer {code}.")
        return row

    def organisation(self, code: str) -> OrganisationRow:
        """One department or company; raises NotFound."""
        row = self.session.get(OrganisationRow, code)
        if row is None:
            raise NotFound(f"There is no organisation {code}.")
        return row

    def named(self, codes: set[str]) -> dict[str, CustomerRow]:
        """These people, by code."""
        rows = self.session.scalars(select(CustomerRow).where(CustomerRow.code.in_(codes)))
        return {row.code: row for row in rows}

    def find(self, q: str, limit: int) -> list[CustomerRow]:
        """Who has all these words in name, code, organisation, mail or phone; by name."""
        statement = select(CustomerRow).where(*contains(CustomerRow.words, q))
        return list(self.session.scalars(statement.order_by(CustomerRow.name, CustomerRow.code).limit(limit)))


class Locations:
    """Buildings, floors and rooms."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def add(self, code: str, name: str, within: str | None) -> LocationRow:
        """Keep a place; raises Invalid when what it is within does not exist."""
        path = name
        if within is not None:
            whole = self.session.get(LocationRow, within)
            if whole is None:
                message = f"There is no location {within}."
                raise Invalid(message, {"within": [message]})
            path = whole.path + SEPARATOR + name
        words = words_of(path, code)
        return self.session.merge(LocationRow(code=code, name=name, within=within, path=path, words=words))

    def named(self, codes: set[str]) -> dict[str, LocationRow]:
        """These places, by code."""
        rows = self.session.scalars(select(LocationRow).where(LocationRow.code.in_(codes)))
        return {row.code: row for row in rows}

    def find(self, q: str, limit: int) -> list[LocationRow]:
        """Places with all these words in their path or code; by path."""
        statement = select(LocationRow).where(*contains(LocationRow.words, q))
        return list(self.session.scalars(statement.order_by(LocationRow.path, LocationRow.code).limit(limit)))
