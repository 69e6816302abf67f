"""The catalogue in the portal: finding while typing, categories, a page per item, and answers that help at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import g, redirect, render_template, request, url_for

from services.gateway.audience import catalog
from services.gateway.login import signed_in
from services.gateway.portal.blueprint import portal
from services.gateway.portal.calls import gently, once
from services.gateway.portal.forms import typed_in
from services.gateway.portal.language import current_language
from services.gateway.portal.layout import LONGEST_SEARCH
from services.shared.errors import NotFound
from services.shared.kit.markdown import html_of

FOUND_WHILE_TYPING, FOUND = 6, 20
MOST_ITEMS = 100
MOST_BUILDINGS = 20
# What a tile names of a category, so that its name need not be understood.
EXAMPLES = 3
SHOWN_PER_CATEGORY = 12


def find(words: str, *, typing: bool = False) -> Any:
    """Start a search for what somebody says in their own words; its answer is None when nothing can be found now."""
    limit = FOUND_WHILE_TYPING if typing else FOUND
    asked = {"q": words, "language": current_language(), "typing": typing, "limit": limit}
    return gently(catalog().find_in_catalogue, asked)


@portal.route("/find")
@signed_in
def find_while_typing() -> Any:
    """What fits the words so far: the part of a page that a script shows under the search box."""
    words = looked_for(request.args)
    found = find(words, typing=True)() if words else None
    if found is None:
        # Nothing can be found now, which is another thing than that there is nothing.
        return ""
    return render_template("_found_while_typing.html", found=found["items"], q=words)


@portal.route("/catalogue")
@signed_in
def catalogue() -> Any:
    """Everything there is, by category."""
    return render_template("catalogue/all.html", groups=outline(SHOWN_PER_CATEGORY))


@portal.route("/catalogue/<code:category>")
@signed_in
def category(category: str) -> Any:
    """What there is in one category, and in those within it."""
    asked = {"category": category, "language": current_language(), "limit": MOST_ITEMS}
    found = catalog().find_in_catalogue.call_async(asked)
    named = {one["code"]: one for one in g.bus.catalog.list_categories()["items"]}
    if category not in named:
        raise NotFound(f"There is no category {category}.")
    items = [one for one in found.result()["items"] if one["kind"] == "item"]
    return render_template(
        "catalogue/category.html", category=named[category], named=named, items=items, most=MOST_ITEMS
    )


@portal.route("/catalogue/item/<code:code>")
@signed_in
def item(code: str) -> Any:
    """One item: what it is, what it costs, how long it takes, and what is asked of who wants it."""
    try:
        found = catalog().get_item(code)
    except NotFound:
        # An old bookmark leads to what there is instead; what never was for this reader is not found here either.
        former = g.bus.catalog.get_former_item(code)
        return render_template("catalogue/former.html", item=former), 410
    buildings = _named(found.get("buildings") or [])
    return render_template("catalogue/item.html", item=found, buildings=buildings, q=looked_for(request.args))


def _named(buildings: list[str]) -> list[str]:
    """What some buildings are called; by code when intake is away."""
    if not buildings:
        return []
    codes = buildings[:MOST_BUILDINGS]
    found = gently(g.bus.intake.find_locations, {"codes": codes, "limit": MOST_BUILDINGS})() or {"items": []}
    names = {one["code"]: one["name"] for one in found["items"]}
    return [names.get(code, code) for code in codes]


@portal.route("/catalogue/answer/<code:code>")
@signed_in
def article(code: str) -> Any:
    """One article, and the question whether it helped."""
    try:
        found = catalog().get_article(code)
    except NotFound:
        former = catalog().get_former_article(code)
        return render_template("catalogue/former_article.html", article=former), 410
    items = [gently(g.bus.catalog.get_item, item) for item in found["items"][:EXAMPLES]]
    return render_template(
        "catalogue/article.html",
        article=found,
        body=html_of(found["body"][current_language()]),
        items=[known for item in items if (known := item())],
        rated=request.args.get("rated"),
        q=looked_for(request.args),
    )


@portal.post("/catalogue/answer/<code:code>/helped")
@signed_in
def article_helped(code: str) -> Any:
    """Count whether it helped; pressing the button twice counts once."""
    helped = typed_in("helped") == "yes"
    once(typed_in("token"), catalog().rate_article, code, {"helped": helped})
    rated, words = "yes" if helped else "no", looked_for(request.form) or None
    return redirect(url_for("portal.article", code=code, rated=rated, q=words) + "#helped")


def looked_for(told: Mapping[str, str]) -> str:
    """The words with which somebody looked for something, which go along so that nobody types them twice."""
    return told.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH]


def outline(examples: int) -> list[dict[str, Any]]:
    """The categories that have something to offer, each with some of its items; none when catalog is away."""
    found = gently(catalog().outline_catalogue, {"language": current_language(), "examples": examples})()
    return list((found or {"items": []})["items"])
