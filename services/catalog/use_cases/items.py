"""Items: saved as a draft, published as the next version, retired."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from services.catalog.domain.fitness import Known, require_fit
from services.catalog.domain.item import Item
from services.catalog.storage.work import CatalogWork
from services.catalog.use_cases.keeping import require_keeper
from services.shared.contracts.base import one
from services.shared.contracts.definitions import ItemDefinition
from services.shared.errors import NotFound

TOLD = (
    "name",
    "category",
    "kinds",
    "questions",
    "price",
    "lead_time",
    "calendar",
    "service_level",
    "valid_from",
    "valid_to",
    "audience",
    "approval",
    "steps",
)


def publish_item(work: CatalogWork, asked: dict[str, Any], now: datetime) -> Item:
    """Put an item in the catalogue as its next version; raises Invalid when it cannot be asked for as it stands."""
    require_keeper(work, "publish an item")
    return _publish(work, work.items.claimed(asked["code"], now, work.actor.name), as_kept(asked), now)


def save_draft(work: CatalogWork, asked: dict[str, Any], now: datetime, seen: str | None = None) -> Item:
    """Keep what a keeper has of an item so far; raises Refused when somebody else changed it since it was `seen`."""
    require_keeper(work, "write an item")
    item = work.items.claimed(asked["code"], now, work.actor.name)
    item.require_seen(seen)
    return _keep(work, item.drafted(as_kept(asked)), now)


def publish_draft(work: CatalogWork, code: str, now: datetime) -> Item:
    """Publish the draft of an item; raises Invalid that names everything that is wrong with it."""
    require_keeper(work, "publish an item")
    item = _held(work, code)
    return _publish(work, item, item.require_draft(), now)


def drop_draft(work: CatalogWork, code: str, now: datetime) -> Item:
    """Throw a draft away; what is published stays as it is."""
    require_keeper(work, "throw a draft away")
    item = _held(work, code)
    item.require_draft()
    if not item.version:
        work.items.remove(code)
        return item.without_draft()
    return _keep(work, item.without_draft(), now)


def retire_item(work: CatalogWork, code: str, now: datetime) -> Item:
    """Take an item out of the catalogue; nobody can ask for it any more."""
    require_keeper(work, "retire an item")
    item = _keep(work, _held(work, code).taken_back(), now)
    work.entries.forget("item", code)
    work.journal.add("catalogue_item_retired", subject=code, occurred_at=now, code=code, version=item.version)
    return item


def as_kept(asked: dict[str, Any]) -> dict[str, Any]:
    """A definition as the JSON that its contract writes, so that every reader sees the same."""
    return dict(one(ItemDefinition).dump(asked))


def publish_all(work: CatalogWork, items: Sequence[Item], now: datetime) -> None:
    """Keep and tell many items that were just published; whoever gives them has seen that they are fit."""
    require_keeper(work, "publish items")
    definitions = [item.definition or {} for item in items]
    work.items.keep_all(items, now, work.actor.name)
    versions = [(item.code, item.version, item.definition) for item in items]
    work.versions.add_all("item", versions, now, work.actor.name)
    work.entries.forget("item", *(item.code for item in items if item.version > 1))
    work.entries.keep_items(definitions)
    work.journal.add_all("catalogue_item_published", now, [(item.code, _told(item)) for item in items])


def known_codes(work: CatalogWork, related: Iterable[str]) -> Known:
    """The codes that an item may refer to; of other items, those of these that are there."""
    return Known(
        categories=work.categories().keys(),
        items=work.items.known(related),
        calendars=work.calendars.codes(),
        service_levels=work.service_levels.codes(),
    )


def _publish(work: CatalogWork, item: Item, definition: dict[str, Any], now: datetime) -> Item:
    require_fit(definition, known_codes(work, definition["related"]))
    published = _keep(work, item.published(definition), now)
    work.versions.add("item", item.code, published.version, definition, now, work.actor.name)
    if published.version > 1:
        work.entries.forget("item", item.code)
    work.entries.keep_items([definition])
    work.journal.add("catalogue_item_published", subject=item.code, occurred_at=now, **_told(published))
    return published


def _told(published: Item) -> dict[str, Any]:
    # In Python's types again, as the journal takes them; what is kept is JSON.
    told = ItemDefinition.read(published.definition)
    return {"code": published.code, "version": published.version} | {name: told[name] for name in TOLD}


def _held(work: CatalogWork, code: str) -> Item:
    item = work.items.held(code)
    if item is None:
        raise NotFound(f"There is no catalogue item {code}.")
    return item


def _keep(work: CatalogWork, item: Item, now: datetime) -> Item:
    work.items.keep(item, now, work.actor.name)
    return replace(item, changed_at=now)
