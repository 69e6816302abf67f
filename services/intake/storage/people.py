"""Customers, their organisations, and locations, kept as rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from services.intake.domain.nearest import nearest
from services.intake.storage.around import forget_surroundings
from services.intake.storage.tables import CustomerRow, LocationRow, OrganisationRow
from services.shared.errors import Invalid, NotFound
from services.shared.kit.search import MOST_WORDS, contains, require_findable, words_of

SEPARATOR = " › "
LONGEST_PATH = 400
PLACE: Any = LocationRow.__table__


class Customers:
    """Everyone the desk serves."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def add_organisation(self, code: str, name: str) -> OrganisationRow:
        """Keep a department or company; the same code again gives it another name."""
        forget_surroundings(self.session)
        return self.session.merge(OrganisationRow(code=code, name=name))

    def add(self, code: str, name: str, organisation: str, email: str | None, phone: str | None) -> CustomerRow:
        """Keep a person; the same code again changes what is known. Raises Invalid for an unknown organisation."""
        forget_surroundings(self.session)
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
        require_findable(code, "customer")
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

    def meant(self, texts: Iterable[str], organisation: str | None = None) -> dict[str, str | None]:
        """The names of the people that are meant by these codes, whole names or mail addresses; None for a doubt.

        With an `organisation`, only of its own people.
        """
        columns = (CustomerRow.code, CustomerRow.name, CustomerRow.email)
        among = None if organisation is None else CustomerRow.organisation == organisation
        return _meant(self.session, columns, CustomerRow.name, texts, among)

    def find(self, q: str, limit: int) -> list[CustomerRow]:
        """Who has all these words in name, code, organisation, mail or phone; by name."""
        statement = select(CustomerRow).where(*contains(CustomerRow.words, q))
        return list(self.session.scalars(statement.order_by(CustomerRow.name, CustomerRow.code).limit(limit)))


class Locations:
    """Buildings, floors and rooms."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def add(self, code: str, name: str, within: str | None) -> LocationRow:
        """Keep a place; the same code again renames or moves it, with all that is part of it.

        Raises Invalid when what it is within does not exist, or is part of this very place.
        """
        forget_surroundings(self.session)
        if within is not None:
            self._require_outside(code, within)
        kept = self.session.merge(LocationRow(code=code, name=name, within=within, path=name, words=""))
        self._name_path(kept)
        return kept

    def _require_outside(self, code: str, within: str) -> None:
        around: str | None = within
        while around is not None:
            whole = self.session.get(LocationRow, around)
            if whole is None:
                message = f"There is no location {around}."
                raise Invalid(message, {"within": [message]})
            if around == code:
                message = f"Location {code} cannot be part of itself."
                raise Invalid(message, {"within": [message]})
            around = whole.within

    def _name_path(self, place: LocationRow) -> None:
        whole = self.session.get(LocationRow, place.within) if place.within else None
        place.path = place.name if whole is None else whole.path + SEPARATOR + place.name
        if len(place.path) > LONGEST_PATH:
            message = f"The names from the building down have more than {LONGEST_PATH} characters."
            raise Invalid(message, {"name": [message]})
        place.words = words_of(place.path, place.code)
        self.session.flush()
        for part in self.session.scalars(select(LocationRow).where(LocationRow.within == place.code)):
            self._name_path(part)

    def meant(self, texts: Iterable[str]) -> dict[str, str | None]:
        """The paths of the places that are meant by these codes, whole names or paths; None for a doubt."""
        columns = (LocationRow.code, LocationRow.name, LocationRow.path)
        return _meant(self.session, columns, LocationRow.path, texts)

    def buildings_of(self, codes: Collection[str]) -> dict[str, str]:
        """The building that each of these places is in, or is."""
        place = select(PLACE.c.code.label("place"), PLACE.c.code, PLACE.c.within).where(PLACE.c.code.in_(codes))
        around = place.cte("around", recursive=True)
        whole = select(around.c.place, PLACE.c.code, PLACE.c.within).join(PLACE, PLACE.c.code == around.c.within)
        around = around.union_all(whole)
        statement = select(around.c.place, around.c.code).where(around.c.within.is_(None))
        return {row.place: row.code for row in self.session.execute(statement)} if codes else {}

    def named(self, codes: set[str]) -> dict[str, LocationRow]:
        """These places, by code."""
        rows = self.session.scalars(select(LocationRow).where(LocationRow.code.in_(codes)))
        return {row.code: row for row in rows}

    def find(self, q: str, limit: int, codes: Sequence[str] = ()) -> list[LocationRow]:
        """Places with all these words in their path or code, among those of these codes if there are any; by path."""
        statement = select(LocationRow).where(*contains(LocationRow.words, q))
        if codes:
            statement = statement.where(LocationRow.code.in_(codes))
        return list(self.session.scalars(statement.order_by(LocationRow.path, LocationRow.code).limit(limit)))

    def nearest(self, q: str, limit: int) -> list[LocationRow]:
        """Places that come nearest to these words, by path."""
        every = self.session.execute(select(PLACE.c.code, PLACE.c.words).order_by(PLACE.c.path, PLACE.c.code))
        codes = nearest(words_of(q).split()[:MOST_WORDS], {row.code: row.words for row in every})[:limit]
        found = self.named(set(codes))
        return [found[code] for code in codes]


def _meant(
    session: Session, columns: Sequence[Any], shown: Any, texts: Iterable[str], among: Any = None
) -> dict[str, str | None]:
    """What to call the row that has a text in one of these columns, whatever its capitals; None for several.

    The first column is the code; who gives that means no other.
    """
    asked = sorted(set(texts))
    # SQLite knows no small letters beyond ASCII, so what was typed with the right capitals is looked for as it is.
    has_it = or_(*(column.in_(asked) | func.lower(column).in_([text.lower() for text in asked]) for column in columns))
    statement = select(*columns, shown.label("shown")).where(has_it)
    rows = session.execute(statement if among is None else statement.where(among)).all()
    found: dict[str, str | None] = {}
    for text in asked:
        by_code = [row for row in rows if row[0].lower() == text.lower()]
        by_name = [row for row in rows if text.lower() in (str(value).lower() for value in row[1:-1])]
        if meant := by_code or by_name:
            found[text] = meant[0].shown if len(meant) == 1 else None
    return found
