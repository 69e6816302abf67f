"""The keeper's words: the tree of categories, and which words mean the same in a search."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from services.gateway.login import role_needed
from services.gateway.portal.blueprint import portal
from services.gateway.portal.calls import gently, once
from services.gateway.portal.catalogue import looked_for
from services.gateway.portal.errors import status_of
from services.gateway.portal.forms import REFUSALS, Problems, typed_in
from services.gateway.portal.item_form import local_or_none, placed
from services.gateway.portal.item_lines import word_list
from services.gateway.portal.keeping import KEEPERS
from services.gateway.portal.language import LANGUAGES, current_language, local
from services.gateway.portal.layout import one_time_token
from services.shared.errors import NotFound

NORMS = ("nen2748", "en15221")
EXAMPLES = 8
LABELS = {
    "code": _l("Code"),
    "name": _l("Name"),
    "internal_name": _l("What staff call it"),
    "within": _l("Within"),
    "nen2748": _l("Code in NEN 2748"),
    "en15221": _l("Code in EN 15221-4"),
    "words": _l("Words that mean the same"),
}
NO_CATEGORY: dict[str, Any] = {"code": "", "name": {}, "internal_name": None, "within": None, "norms": None}


@portal.route("/keep/categories")
@role_needed(*KEEPERS)
def keep_categories() -> Any:
    """The tree of categories, and how many items each has."""
    kept = g.bus.catalog.list_kept_categories()["items"]
    return render_template("keep/categories.html", tree=list(in_tree(kept)))


@portal.route("/keep/categories/new")
@role_needed(*KEEPERS)
def keep_category_new() -> Any:
    """A category that is not there yet."""
    kept = g.bus.catalog.list_kept_categories()["items"]
    return category_form(kept, None, NO_CATEGORY, {}, Problems())


@portal.route("/keep/categories/code/<code:code>")
@role_needed(*KEEPERS)
def keep_category(code: str) -> Any:
    """A category, to be renamed or moved."""
    kept = g.bus.catalog.list_kept_categories()["items"]
    found = _one_of(kept, code)
    return category_form(kept, found, found, _as_seen(found), Problems())


@portal.post("/keep/categories/new")
@portal.post("/keep/categories/code/<code:code>")
@role_needed(*KEEPERS)
def keep_category_send(code: str | None = None) -> Any:
    """Make, rename or move a category."""
    kept = g.bus.catalog.list_kept_categories()["items"]
    found = _one_of(kept, code) if code else None
    typed = _typed_category() | ({"code": code} if code else {})
    seen = _seen()
    try:
        once(typed_in("token"), g.bus.catalog.define_category, typed, seen)
    except REFUSALS as refusal:
        problems = placed(Problems.from_refusal(refusal), typed, LABELS)
        return category_form(kept, found, typed, seen, problems), status_of(refusal)
    flash(_("%(name)s is kept.", name=local(typed["name"])))
    return redirect(url_for("portal.keep_categories"))


def category_form(
    kept: list[dict[str, Any]],
    found: dict[str, Any] | None,
    typed: dict[str, Any],
    seen: dict[str, Any],
    problems: Problems,
) -> str:
    """The form of a category; it can be within any that is not within it."""
    own = [one["code"] for one, _depth in in_tree(kept, found["code"])] if found else []
    places = [(one, depth) for one, depth in in_tree(kept) if one["code"] not in {*own, typed["code"]}]
    return render_template(
        "keep/category.html",
        kept=found,
        typed=typed,
        seen=json.dumps(seen),
        places=places,
        problems=problems,
        token=one_time_token(),
    )


def in_tree(kept: list[dict[str, Any]], top: str | None = None) -> Iterator[tuple[dict[str, Any], int]]:
    """The categories by name, each below what it is within and with how deep it is; only `top` and what is within it.

    What is within a category that is not there is shown all the same, on top.
    """
    codes = {one["code"] for one in kept}
    by_name = sorted(kept, key=lambda one: local(one["name"]).casefold())

    def below(within: str | None, depth: int) -> Iterator[tuple[dict[str, Any], int]]:
        for one in by_name:
            if (one["within"] if one["within"] in codes else None) == within:
                yield one, depth
                yield from below(one["code"], depth + 1)

    if top:
        yield next(one for one in kept if one["code"] == top), 0
    yield from below(top, 1 if top else 0)


def _one_of(kept: list[dict[str, Any]], code: str) -> dict[str, Any]:
    found = next((one for one in kept if one["code"] == code), None)
    if found is None:
        raise NotFound(f"There is no category {code}.")
    return found


def _typed_category() -> dict[str, Any]:
    def both(name: str) -> dict[str, str]:
        return {language: typed_in(f"{name}.{language}").strip() for language in LANGUAGES}

    norms = {name: typed_in(f"norms.{name}").strip() or None for name in NORMS}
    return {
        "code": typed_in("code").strip(),
        "name": both("name"),
        "internal_name": local_or_none(both("internal_name")),
        "within": typed_in("within") or None,
        "norms": norms if any(norms.values()) else None,
    }


def _as_seen(category: dict[str, Any]) -> dict[str, Any]:
    return {name: category[name] for name in NO_CATEGORY}


def _seen() -> dict[str, Any]:
    """The category as it was when its form was made; what cannot be read was changed by somebody."""
    try:
        seen = json.loads(typed_in("seen"))
    # Deeper than any form goes.
    except (ValueError, RecursionError):
        seen = None
    return seen if isinstance(seen, dict) else {"code": None}


@portal.route("/keep/synonyms")
@role_needed(*KEEPERS)
def keep_synonyms() -> Any:
    """The groups of words that mean the same, and what a search finds by them."""
    return synonyms_page(Problems())


@portal.post("/keep/synonyms")
@role_needed(*KEEPERS)
def keep_synonyms_send() -> Any:
    """Add a group of words, change one, or take it away."""
    before, words = word_list(typed_in("instead_of")), word_list(typed_in("words"))
    if request.form.get("do") == "drop":
        words = []
    try:
        once(typed_in("token"), g.bus.catalog.define_synonyms, {"words": words, "instead_of": before})
    except REFUSALS as refusal:
        return synonyms_page(placed(Problems.from_refusal(refusal), {"words": words}, LABELS), before), status_of(
            refusal
        )
    if words:
        flash(_("These words mean the same from now on: %(words)s.", words=", ".join(words)))
    else:
        flash(_("These words do not mean the same any more: %(words)s.", words=", ".join(before)))
    return redirect(url_for("portal.keep_synonyms", q=(words or before)[:1] or None))


def synonyms_page(problems: Problems, wrong: list[str] | None = None) -> str:
    """The groups, with what was typed for the one that could not be changed, and an example search.

    What was typed for a group that is gone stands in the field for a new one.
    """
    groups = [group for group in g.bus.catalog.list_synonyms()["items"] if len(group) > 1]
    if wrong and sorted(wrong) not in map(sorted, groups):
        wrong = None
    q = looked_for(request.args) or (groups[0][0] if groups else "")
    # As if it were being typed, so that a keeper's example is not counted as searched in vain.
    asked = {"q": q, "language": current_language(), "typing": True, "limit": EXAMPLES}
    found = gently(g.bus.catalog.find_in_catalogue, asked)() if q else None
    return render_template(
        "keep/synonyms.html",
        groups=groups,
        q=q,
        found=(found or {"items": []})["items"],
        problems=problems,
        wrong=wrong,
        typed=typed_in("words") if request.form.get("do") != "drop" else "",
    )
