"""Catalog's unit of work."""

from __future__ import annotations

from sqlalchemy import select

from services.catalog.storage.articles import Articles, Opinions
from services.catalog.storage.calendars import WithDefault
from services.catalog.storage.entries import Entries
from services.catalog.storage.items import Items, Versions
from services.catalog.storage.missed import Missed
from services.catalog.storage.offered import Offered
from services.catalog.storage.search import Search
from services.catalog.storage.synonyms import Synonyms
from services.catalog.storage.tables import KIT, CalendarRow, CategoryRow, ServiceLevelRow
from services.shared.contracts.catalog import EVENTS
from services.shared.kit.work import UnitOfWork


class CatalogWork(UnitOfWork):
    """One transaction of catalog."""

    source = "catalog"
    tables = KIT
    contracts = EVENTS

    def open(self) -> None:
        self.items = Items(self.session)
        self.articles = Articles(self.session)
        self.opinions = Opinions(self.session)
        self.versions = Versions(self.session)
        self.entries = Entries(self.session)
        self.search = Search(self.session)
        self.missed = Missed(self.session)
        self.calendars = WithDefault(self.session, CalendarRow)
        self.service_levels = WithDefault(self.session, ServiceLevelRow)
        self.synonyms = Synonyms(self.session)
        self.offered = Offered(self.session)

    def finish(self) -> None:
        self.entries.finish()

    def categories(self, *, hold: bool = False) -> dict[str, CategoryRow]:
        """Every category, by code; all of them held, when two changes at once must not make a circle together."""
        statement = select(CategoryRow).order_by(CategoryRow.code)
        rows = self.session.scalars(statement.with_for_update() if hold else statement)
        return {row.code: row for row in rows}
