"""How catalog shows what it keeps: only what the caller may see, in the shapes of the contracts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from services.catalog.domain import facts
from services.catalog.domain.article import Article
from services.catalog.domain.categories import DEEPEST
from services.catalog.domain.item import Item
from services.catalog.domain.sight import as_seen, is_staff, may_recall_article, may_recall_item, may_see_item, offer_of
from services.catalog.storage.candidates import Reader
from services.catalog.storage.tables import CategoryRow, OfferedFileRow, VersionRow
from services.catalog.storage.work import CatalogWork
from services.catalog.use_cases import finding
from services.catalog.use_cases.keeping import require_keeper
from services.shared.calendar import Calendar
from services.shared.contracts.catalog import LANGUAGES
from services.shared.contracts.catalog_views import (
    CategoryView,
    FormerArticleView,
    FormerItemView,
    KeptArticlesView,
    KeptItemsView,
)
from services.shared.contracts.exchange_views import ImportView
from services.shared.errors import NotFound
from services.shared.lead_time import ready_by
from services.shared.vocabulary import Offer, Publication


def categories(work: CatalogWork) -> dict[str, Any]:
    """Every category; what staff call it is for staff."""
    return {"items": [category(work, row) for row in work.categories().values()]}


def kept_categories(work: CatalogWork) -> dict[str, Any]:
    """Every category as its keepers have it, with how many items that can be asked for are in it."""
    require_keeper(work, "see what is kept")
    counts = work.items.count_by_category()
    rows = work.categories().values()
    return {"items": [CategoryView.show(row) | {"items": counts.get(row.code, 0)} for row in rows]}


def category(work: CatalogWork, row: CategoryRow) -> dict[str, Any]:
    """One category."""
    shown = CategoryView.show(row)
    return shown if is_staff(work.actor) else shown | {"internal_name": None}


def item(work: CatalogWork, code: str, today: date) -> dict[str, Any]:
    """One item as it was last published; raises NotFound also for who may not see it."""
    found = work.items.get(code)
    if not _in_sight(work, found, today):
        raise NotFound(f"There is no catalogue item {code}.")
    return _items(work, [found], today)[0]


def former_item(work: CatalogWork, code: str, today: date) -> dict[str, Any]:
    """What to look at instead of an item that is not offered any more; raises NotFound for who never could see it."""
    found = work.items.get(code)
    if not (found.definition and may_recall_item(work.actor, found.definition, retired=found.retired, today=today)):
        raise NotFound(f"There is no catalogue item {code} that was offered before.")
    return FormerItemView.show(_items(work, [found], today)[0])


def item_with_date(work: CatalogWork, code: str, today: date, now: datetime) -> dict[str, Any]:
    """One item, with the moment by which it is ready when it is asked for now; none without a calendar."""
    shown = item(work, code, today)
    calendar = work.calendars.of(shown["calendar"]) if shown["lead_time"] else None
    moment = ready_by(shown["lead_time"], Calendar.read(calendar), now) if calendar else None
    return shown | {"ready_by": moment.isoformat() if moment else None}


def published(work: CatalogWork, found: Item, today: date) -> dict[str, Any]:
    """One item as it has just been published."""
    return _items(work, [found], today)[0]


def kept_item(work: CatalogWork, found: Item, today: date) -> dict[str, Any]:
    """One item as its keepers have it: as published, and its draft."""
    shown = _items(work, [found], today)[0] if found.definition else None
    return {
        "code": found.code,
        "status": found.status.value,
        "version": found.version,
        "published": shown,
        "draft": found.draft,
        "changed_at": found.changed_at.isoformat() if found.changed_at else None,
    }


def kept_items(work: CatalogWork, asked: dict[str, Any]) -> dict[str, Any]:
    """A page of everything the keepers have."""
    require_keeper(work, "see what is kept")
    rows, following = work.items.page(asked["status"], asked["category"], asked["q"], asked["after"], asked["limit"])
    shown = []
    for row in rows:
        latest = row.draft or row.definition or {}
        status = Item(row.code, row.version, row.definition, row.retired, row.draft).status
        shown.append(
            {
                "code": row.code,
                "version": row.version,
                "status": status.value,
                "has_draft": row.draft is not None,
                "name": latest.get("name"),
                "category": latest.get("category"),
                "changed_at": row.changed_at,
                "changed_by": row.changed_by,
            }
        )
    return KeptItemsView.show({"items": shown, "next": following})


def versions(work: CatalogWork, kind: str, code: str) -> dict[str, Any]:
    """Every publication of an item or article, the latest first; raises NotFound for what never was there."""
    require_keeper(work, "see earlier versions")
    kept: Any = work.items if kind == "item" else work.articles
    kept.get(code)
    return {"items": [version(row) for row in work.versions.of(kind, code)]}


def version(row: VersionRow) -> dict[str, Any]:
    """One publication."""
    return {
        "version": row.version,
        "published_at": row.published_at.isoformat(),
        "published_by": row.published_by,
        "definition": row.definition,
    }


def items(work: CatalogWork, asked: dict[str, Any], today: date) -> dict[str, Any]:
    """The items with these words, best first, in the other language when there is none in the one asked for."""
    fits: dict[str, float] = {}
    first = asked["language"]
    for language in sorted(LANGUAGES, key=lambda one: one != first):
        reader = Reader(work.actor, language, today, asked["building"])
        for score, row in work.search.scored(asked["q"], reader, asked["limit"], items_only=True):
            fits[row.code] = max(score, fits.get(row.code, 0.0))
        if first and fits:
            break
    best = sorted(fits, key=lambda code: -round(fits[code], 6))
    return {"items": _items(work, work.items.published(best[: asked["limit"]]), today)}


def found(work: CatalogWork, asked: dict[str, Any], today: date) -> dict[str, Any]:
    """Items and articles that fit these words, best first; in the other language when there is none in this one."""
    inside = _within(work, asked["category"]) if asked["category"] else None
    rows: list[Any] = []
    for language in (asked["language"], "en" if asked["language"] == "nl" else "nl"):
        reader = Reader(work.actor, language, today, asked["building"])
        rows = work.search.find(asked["q"], reader, asked["limit"], typing=asked["typing"], categories=inside)
        if rows:
            break
    return {"items": [_entry(row) for row in rows]}


def names(work: CatalogWork, asked: dict[str, Any], today: date) -> dict[str, Any]:
    """What these items and articles are called, in their order; what the reader may not see is left out."""
    rows = {
        (row.kind, row.code): row
        for row in work.search.named(
            [(one["kind"], one["code"]) for one in asked["entries"]], Reader(work.actor, asked["language"], today)
        )
    }
    codes = [(one["kind"], one["code"]) for one in asked["entries"]]
    return {"items": [_entry(rows[code]) for code in codes if code in rows]}


def suggestion(work: CatalogWork, asked: dict[str, Any], today: date) -> dict[str, Any]:
    """The kind and the item that somebody's words tell of."""
    kind, row = finding.suggestion(work, asked["q"], asked["language"], today)
    return {
        "kind": {"code": kind.kind.value, "because": list(kind.because), "by_item": kind.by_item} if kind else None,
        "item": _entry(row) if row else None,
    }


def _entry(row: Any) -> dict[str, Any]:
    shown = {name: getattr(row, name) for name in ("kind", "code", "title", "summary", "category")}
    return shown | facts.read(row.facts)


def outline(work: CatalogWork, asked: dict[str, Any], today: date) -> dict[str, Any]:
    """The categories on top by name: how many items each has for this reader, and the first of them."""
    categories = work.categories()
    language = asked["language"]
    tops: dict[str, dict[str, Any]] = {}
    for row in work.search.outline(Reader(work.actor, language, today), asked["examples"]):
        top = _top(categories[row.category], categories)
        found = tops.setdefault(top.code, {"code": top.code, "name": top.name, "count": 0, "items": []})
        if row.place == 1:
            found["count"] += row.count
        if len(found["items"]) < asked["examples"]:
            found["items"].append({"code": row.code, "title": row.title} | facts.read(row.facts))
    return {"items": sorted(tops.values(), key=lambda top: str(top["name"][language]).casefold())}


def _top(category: CategoryRow, categories: dict[str, CategoryRow]) -> CategoryRow:
    for _ in range(DEEPEST):
        if category.within is None:
            break
        category = categories[category.within]
    return category


def _within(work: CatalogWork, code: str) -> list[str]:
    """A category and all that are within it."""
    parents = {row.code: row.within for row in work.categories().values()}
    inside = [code]
    for one in inside:
        inside += [child for child, parent in parents.items() if parent == one and child not in inside]
    return inside


def article(work: CatalogWork, shown: Article, today: date) -> dict[str, Any]:
    """One article, with the items it is about that its reader may see."""
    codes = shown.definition["items"]
    if not is_staff(work.actor):
        kept = work.items.all_of(codes)
        codes = [code for code in codes if code in kept and _in_sight(work, kept[code], today)]
    return shown.definition | {
        "items": codes,
        "version": shown.version,
        "status": "retired" if shown.retired else "published",
        "helped": shown.helped,
        "did_not_help": shown.did_not_help,
    }


def former_article(work: CatalogWork, code: str, today: date) -> dict[str, Any]:
    """What to look at instead of an article that is retired; raises NotFound for what nobody but staff could read."""
    found = work.articles.get(code)
    if not may_recall_article(found.definition, retired=found.retired):
        raise NotFound(f"There is no article {code} that was given before.")
    codes = found.definition["items"]
    known = {code: one for code, one in work.items.all_of(codes).items() if _in_sight(work, one, today)}
    return FormerArticleView.show(found.definition | {"code": code, "see_also": list(_see_also(codes, known, today))})


def kept_article(work: CatalogWork, kept: Article, today: date) -> dict[str, Any]:
    """One article as its keepers have it: with when it was changed last."""
    return article(work, kept, today) | {
        "changed_at": kept.changed_at.isoformat() if kept.changed_at else None,
        "changed_by": kept.changed_by,
    }


def kept_articles(work: CatalogWork, asked: dict[str, Any], today: date) -> dict[str, Any]:
    """A page of every article the keepers have."""
    require_keeper(work, "see what is kept")
    status = asked["status"]
    retired = None if status is None else status is Publication.RETIRED
    before = today if asked["overdue"] else None
    found, following = work.articles.page(retired, asked["q"], before, asked["after"], asked["limit"])
    return KeptArticlesView.show({"items": [kept_article(work, one, today) for one in found], "next": following})


def offered(row: OfferedFileRow, done: Mapping[str, int] | None = None) -> dict[str, Any]:
    """A file that is offered: what it would change, or how far it is; `done` is what this process knows of that."""
    outcome = row.outcome or {}
    return ImportView.show(
        {
            "id": row.id,
            "name": row.name,
            "state": row.state,
            "done": max(row.done, (done or {}).get(row.id, 0)),
            "total": row.total,
            **{name: outcome.get(name) for name in ("size", "problem_count", "remark")},
            **{name: outcome.get(name, []) for name in ("counts", "problems")},
        }
    )


def _items(work: CatalogWork, found: Collection[Item], today: date) -> list[dict[str, Any]]:
    named = work.categories()
    about = work.articles.about([one.code for one in found], work.actor)
    related = {code for one in found for code in (one.definition or {})["related"]}
    known = {code: one for code, one in work.items.all_of(list(related)).items() if _in_sight(work, one, today)}
    return [
        {"picture": None}
        | (one.definition or {})
        | as_seen(work.actor, one.definition or {}, known)
        | {
            "version": one.version,
            "status": one.status.value,
            "offered": offer_of(one.definition or {}, retired=one.retired, today=today).value,
            "category": category(work, named[(one.definition or {})["category"]]),
            "articles": list(_names(about.get(one.code, []))),
            "see_also": list(_see_also((one.definition or {})["related"], known, today)),
            # Only who looks at one item is told a moment.
            "ready_by": None,
        }
        for one in found
    ]


def _in_sight(work: CatalogWork, found: Item, today: date) -> bool:
    return found.definition is not None and may_see_item(
        work.actor, found.definition, retired=found.retired, today=today
    )


def _see_also(codes: Iterable[str], known: Mapping[str, Item], today: date) -> Iterable[dict[str, Any]]:
    """The items among these that can be asked for now, by name."""
    for code in codes:
        one = known.get(code)
        if one and one.definition and offer_of(one.definition, retired=one.retired, today=today) == Offer.NOW:
            yield {"code": code, "name": one.definition["name"]}


def _names(articles: Iterable[Article]) -> Iterable[dict[str, Any]]:
    for one in articles:
        yield {"code": one.code} | {name: one.definition[name] for name in ("title", "summary")}
