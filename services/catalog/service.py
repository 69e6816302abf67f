"""The doors of catalog: what the facility organisation offers."""

from __future__ import annotations

from typing import Any

from services.catalog import use_cases, views
from services.catalog.storage.work import CatalogWork
from services.shared.contracts import catalog
from services.shared.contracts.base import Search
from services.shared.kit.rpc import rpc
from services.shared.kit.service import BusinessService


class CatalogService(BusinessService):
    """Keeps the products and services catalogue and tells of every publication."""

    name = "catalog"
    work = CatalogWork

    @rpc
    def list_categories(self) -> dict[str, Any]:
        """Every category."""
        with self.reading() as work:
            return views.categories(work)

    @rpc
    def find_items(self, search: dict[str, Any]) -> dict[str, Any]:
        """The items with these words; without words, all."""
        asked = Search.read(search)
        with self.reading() as work:
            return views.items(work, asked)

    @rpc
    def get_item(self, code: str) -> dict[str, Any]:
        """One item."""
        with self.reading() as work:
            return views.item(work, work.items.get(code))

    @rpc
    def define_category(self, request: dict[str, Any]) -> dict[str, Any]:
        """Make a category, or give it another name."""
        asked = catalog.DefineCategory.read(request)
        with self.transaction() as work:
            return catalog.CategoryView.show(use_cases.define_category(work, now=self.now(), **asked))

    @rpc
    def publish_item(self, request: dict[str, Any]) -> dict[str, Any]:
        """Put an item in the catalogue, or a next version of it."""
        asked = catalog.PublishItem.read(request)
        now = self.now()
        with self.transaction() as work:
            return work.once(
                ["publish", request], now, lambda: views.item(work, use_cases.publish_item(work, asked, now))
            )
