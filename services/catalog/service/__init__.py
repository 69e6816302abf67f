"""The doors of catalog: what the facility organisation offers, and answers that can be given at once."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from nameko.timer import timer

from services.catalog import views
from services.catalog.service.articles import ArticleDoors
from services.catalog.service.exchange import ExchangeDoors
from services.catalog.service.words import WordDoors
from services.catalog.storage.missed import KEPT
from services.catalog.storage.work import CatalogWork
from services.catalog.use_cases import finding, items, keeping, levels
from services.catalog.use_cases.all_wrong import refusal_of_all
from services.shared.contracts import catalog, service_levels
from services.shared.contracts.definitions import ItemDefinition
from services.shared.contracts.finding_views import MissedSearchesView
from services.shared.errors import Invalid, Unavailable
from services.shared.kit.rpc import rpc
from services.shared.kit.service import BusinessService


class CatalogService(ArticleDoors, ExchangeDoors, WordDoors, BusinessService):
    """Keeps the products and services catalogue and tells of every publication."""

    name = "catalog"
    work = CatalogWork

    @rpc
    def find_items(self, search: dict[str, Any]) -> dict[str, Any]:
        """The items with these words, best first; without words, all."""
        asked = catalog.FindItems.read(search)
        with self.reading() as work:
            return views.items(work, asked | {"language": asked["language"] or self.language()}, self.today())

    @rpc
    def find_in_catalogue(self, search: dict[str, Any]) -> dict[str, Any]:
        """Items and articles for what somebody says in their own words, best first."""
        asked = catalog.FindInCatalogue.read(search)
        with self.reading() as work:
            found = views.found(work, asked, self.today())
        if finding.is_missed(asked, found):
            # Who searched has the answer; that it could not be noted is no reason to refuse it.
            with suppress(Unavailable), self.transaction() as noting:
                noting.missed.note(asked["q"], asked["language"], self.now())
        return found

    @rpc
    def suggest(self, request: dict[str, Any]) -> dict[str, Any]:
        """The kind and the item that somebody's own words tell of."""
        asked = catalog.SuggestFor.read(request)
        with self.reading() as work:
            return views.suggestion(work, asked, self.today())

    @rpc
    def name_entries(self, request: dict[str, Any]) -> dict[str, Any]:
        """What these items and articles are called, as far as who asks may see them."""
        asked = catalog.NameEntries.read(request)
        with self.reading() as work:
            return views.names(work, asked, self.today())

    @timer(interval=86400)
    def forget_old_searches(self) -> None:
        """Drop what was looked for in vain a year ago."""
        with self.transaction() as work:
            work.missed.forget_before(self.now() - KEPT)

    @timer(interval=3600)
    def forget_opinions(self) -> None:
        """Forget who said yesterday whether an article helped; how often it did stays."""
        with self.transaction() as work:
            work.opinions.forget_before(self.today())

    @rpc
    def get_item(self, code: str) -> dict[str, Any]:
        """One item."""
        with self.reading() as work:
            return views.item_with_date(work, code, self.today(), self.now())

    @rpc
    def get_former_item(self, code: str) -> dict[str, Any]:
        """What to look at instead of an item that is not offered any more."""
        with self.reading() as work:
            return views.former_item(work, code, self.today())

    @rpc
    def list_missed_searches(self) -> dict[str, Any]:
        """What was looked for in vain, most often first."""
        with self.reading() as work:
            keeping.require_keeper(work, "see what was looked for in vain")
            return MissedSearchesView.show({"items": work.missed.most()})

    @rpc
    def drop_missed_search(self, request: dict[str, Any]) -> None:
        """Take words off that list."""
        asked = catalog.DropMissedSearch.read(request)
        with self.transaction() as work:
            keeping.require_keeper(work, "take searches off the list")
            work.missed.drop(**asked)

    @rpc
    def check_request(self, request: dict[str, Any]) -> dict[str, Any]:
        """Which answers are still missing or unclear, before anything is registered."""
        asked = catalog.CheckRequest.read(request)
        with self.reading() as work:
            item = views.item(work, asked["catalogue_item"], self.today())
        return finding.checked(item["questions"], asked["answers"], asked["language"], self.today())

    def _item(self, contract: type[ItemDefinition], request: Any) -> dict[str, Any]:
        """An item as it was sent; raises Invalid that names everything that is wrong with it."""
        try:
            return contract.read(request)
        except Invalid as refusal:
            with self.reading() as work:
                raise refusal_of_all(work, request, refusal) from refusal

    @rpc
    def publish_item(self, request: dict[str, Any]) -> dict[str, Any]:
        """Put an item in the catalogue, or a next version of it."""
        asked, now = self._item(catalog.PublishItem, request), self.now()
        with self.transaction() as work:
            return work.once(
                ["publish", request],
                now,
                lambda: views.published(work, items.publish_item(work, asked, now), self.today()),
            )

    @rpc
    def save_draft(self, request: dict[str, Any], seen: str | None = None) -> dict[str, Any]:
        """Keep what a keeper has of an item so far; with `seen`, only if it was not changed since that moment."""
        asked, now = self._item(catalog.SaveDraft, request), self.now()
        with self.transaction() as work:
            return work.once(
                ["save_draft", request, seen],
                now,
                lambda: views.kept_item(work, items.save_draft(work, asked, now, seen), self.today()),
            )

    @rpc
    def publish_draft(self, code: str) -> dict[str, Any]:
        """Publish the draft of an item, when nothing is wrong with it."""
        now = self.now()
        with self.transaction() as work:
            return work.once(
                ["publish_draft", code],
                now,
                lambda: views.published(work, items.publish_draft(work, code, now), self.today()),
            )

    @rpc
    def drop_draft(self, code: str) -> dict[str, Any]:
        """Throw the draft of an item away."""
        now = self.now()
        with self.transaction() as work:
            return work.once(
                ["drop_draft", code],
                now,
                lambda: views.kept_item(work, items.drop_draft(work, code, now), self.today()),
            )

    @rpc
    def retire_item(self, code: str) -> dict[str, Any]:
        """Take an item out of the catalogue."""
        now = self.now()
        with self.transaction() as work:
            return work.once(
                ["retire_item", code],
                now,
                lambda: views.kept_item(work, items.retire_item(work, code, now), self.today()),
            )

    @rpc
    def get_kept_item(self, code: str) -> dict[str, Any]:
        """One item as its keepers have it, with its draft."""
        with self.reading() as work:
            keeping.require_keeper(work, "see a draft")
            return views.kept_item(work, work.items.get(code), self.today())

    @rpc
    def list_kept_items(self, filters: dict[str, Any]) -> dict[str, Any]:
        """A page of everything the keepers have."""
        asked = catalog.ListItems.read(filters)
        with self.reading() as work:
            return views.kept_items(work, asked)

    @rpc
    def list_item_versions(self, code: str) -> dict[str, Any]:
        """Every publication of an item, the latest first."""
        with self.reading() as work:
            return views.versions(work, "item", code)

    @rpc
    def define_calendar(self, request: dict[str, Any], seen: str | None = None) -> dict[str, Any]:
        """Keep when somebody is there; with `seen`, only if it is still as it was then."""
        asked, now = service_levels.DefineCalendar.read(request), self.now()
        with self.transaction() as work:
            return work.once(
                ["define_calendar", request, seen],
                now,
                lambda: levels.define_calendar(work, asked, now, seen),
            )

    @rpc
    def list_calendars(self) -> dict[str, Any]:
        """Every calendar, by code."""
        with self.reading() as work:
            return levels.definitions(work.calendars.all())

    @rpc
    def get_opening(self) -> dict[str, Any]:
        """Whether the desk is open now by the calendar that counts for what names none, and until or from when."""
        with self.reading() as work:
            return levels.opening(work, self.now())

    @rpc
    def list_holidays(self, request: dict[str, Any]) -> dict[str, Any]:
        """The public holidays of a country in a year, to choose from."""
        return levels.list_holidays(**service_levels.ListHolidays.read(request))

    @rpc
    def define_service_level(self, request: dict[str, Any], seen: str | None = None) -> dict[str, Any]:
        """Keep how fast things are done; with `seen`, only if it is still as it was then."""
        asked, now = service_levels.DefineServiceLevel.read(request), self.now()
        with self.transaction() as work:
            return work.once(
                ["define_service_level", request, seen],
                now,
                lambda: levels.define_service_level(work, asked, now, seen),
            )

    @rpc
    def list_service_levels(self) -> dict[str, Any]:
        """Every service level, by code."""
        with self.reading() as work:
            return levels.definitions(work.service_levels.all())

    @rpc
    def explain_targets(self, request: dict[str, Any]) -> dict[str, Any]:
        """When targets fall for what is told at a moment, and what of the time until then counts."""
        asked = service_levels.ExplainTargets.read(request)
        with self.reading() as work:
            return levels.explained(levels.explain_targets(work, asked))
