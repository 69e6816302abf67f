"""Doing an import as it was planned: all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from graphlib import TopologicalSorter

from sqlalchemy.exc import IntegrityError

from services.catalog.domain.article import Article
from services.catalog.domain.categories import Tree
from services.catalog.domain.item import Item
from services.catalog.domain.sheets import ARTICLES, ITEMS
from services.catalog.storage.batches import batched
from services.catalog.storage.work import CatalogWork
from services.catalog.use_cases import articles, items
from services.catalog.use_cases.importing import CHANGED_MEANWHILE, Change, Kept, Plan, kept_of, state_of
from services.catalog.use_cases.keeping import keep_category, require_keeper
from services.shared.errors import Invalid, Refused

PUBLISHED_AT_A_TIME = 50


def apply_import(
    work: CatalogWork, plan: Plan, now: datetime, on_each: Callable[[int], object] = lambda done: None
) -> None:
    """Do what was planned; `on_each` hears how many definitions were kept. Raises Refused when it has changed since."""
    require_keeper(work, "import the catalogue")
    if plan.problems:
        raise Refused("rows_are_wrong", f"This cannot be imported; wrong in it: {len(plan.problems)}.")
    held = _require_as_planned(work, plan)
    try:
        _publish(work, plan, held, now, on_each)
    except IntegrityError:
        # Somebody was just before us with what is new here.
        raise Refused("catalogue_changed_meanwhile", CHANGED_MEANWHILE) from None


def _publish(work: CatalogWork, plan: Plan, held: Kept, now: datetime, on_each: Callable[[int], object]) -> None:
    defined = {change.definition["code"]: change.definition for change in plan.changes["categories"]}
    above = {code: {one["within"]} & defined.keys() for code, one in defined.items()}
    for code in TopologicalSorter(above).static_order():
        keep_category(work, defined[code], now)
        # A category must be there before another one is within it.
        work.session.flush()
        on_each(1)
    for changes in batched(plan.changes["items"], PUBLISHED_AT_A_TIME):
        items.publish_all(work, [_next_item(change, held) for change in changes], now)
        on_each(len(changes))
    for changes in batched(plan.changes["articles"], PUBLISHED_AT_A_TIME):
        articles.publish_all(work, [_next_article(change, held) for change in changes], now)
        on_each(len(changes))


def _require_as_planned(work: CatalogWork, plan: Plan) -> Kept:
    """Hold all that is to be changed, as it is kept at this moment; raises Refused when it is not what was planned on.

    What others may go on counting or drafting meanwhile is not in the plan, and is left as it is.
    """
    if plan.changes["categories"]:
        _require_no_circle(work, plan.changes["categories"])
    codes = {kind: [change.definition["code"] for change in changes] for kind, changes in plan.changes.items()}
    held = kept_of(work, codes, hold=True)
    for kind, changes in plan.changes.items():
        for change in changes:
            if state_of(held.whole[kind].get(change.definition["code"])) != state_of(change.before):
                raise Refused("catalogue_changed_meanwhile", CHANGED_MEANWHILE)
    return held


def _require_no_circle(work: CatalogWork, changes: list[Change]) -> None:
    """Hold all categories, for somebody else may have moved what is not in the file."""
    parents = {code: row.within for code, row in work.categories(hold=True).items()}
    parents |= {change.definition["code"]: change.definition["within"] for change in changes}
    try:
        for change in changes:
            Tree(parents).require(change.definition["code"], change.definition["within"])
    except Invalid:
        raise Refused("catalogue_changed_meanwhile", CHANGED_MEANWHILE) from None


def _next_item(change: Change, held: Kept) -> Item:
    before = held.whole[ITEMS.name].get(change.definition["code"]) or Item(change.definition["code"])
    # A draft is not in the file, so it stays as it is.
    return replace(before.published(change.definition), draft=before.draft)


def _next_article(change: Change, held: Kept) -> Article:
    definition = change.definition
    # How often it helped may have been counted on since it was planned.
    before = held.whole[ARTICLES.name].get(definition["code"])
    return before.published(definition) if before else Article(definition["code"], 1, definition)
