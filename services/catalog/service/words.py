"""The doors to the words by which the catalogue is ordered and found: categories and synonyms."""

from __future__ import annotations

from typing import Any

from services.catalog import views
from services.catalog.use_cases import keeping
from services.shared.contracts import catalog
from services.shared.kit.rpc import rpc
from services.shared.kit.service import BusinessService


class WordDoors(BusinessService):
    """What catalog answers about categories and synonyms."""

    @rpc
    def list_categories(self) -> dict[str, Any]:
        """Every category."""
        with self.reading() as work:
            return views.categories(work)

    @rpc
    def list_kept_categories(self) -> dict[str, Any]:
        """Every category, and how many items that can be asked for are in it."""
        with self.reading() as work:
            return views.kept_categories(work)

    @rpc
    def outline_catalogue(self, request: dict[str, Any]) -> dict[str, Any]:
        """The categories that have something to offer to who asks: how many items, and a few of them."""
        asked = catalog.OutlineCatalogue.read(request)
        with self.reading() as work:
            return views.outline(work, asked, self.today())

    @rpc
    def define_category(self, request: dict[str, Any], seen: dict[str, Any] | None = None) -> dict[str, Any]:
        """Make a category, or give it another name or place; with `seen`, only if it still is as it was seen."""
        asked, now = catalog.DefineCategory.read(request), self.now()
        with self.transaction() as work:
            return work.once(
                ["define_category", request, seen],
                now,
                lambda: views.category(work, keeping.define_category(work, now=now, seen=seen, **asked)),
            )

    @rpc
    def define_synonyms(self, request: dict[str, Any]) -> dict[str, Any]:
        """Let words mean the same to whoever looks for something."""
        asked, now = catalog.DefineSynonyms.read(request), self.now()

        def define() -> dict[str, Any]:
            keeping.define_synonyms(work, **asked)
            return {"items": work.synonyms.groups()}

        with self.transaction() as work:
            return work.once(["define_synonyms", request], now, define)

    @rpc
    def list_synonyms(self) -> dict[str, Any]:
        """The groups of words that mean the same."""
        with self.reading() as work:
            return {"items": work.synonyms.groups()}
