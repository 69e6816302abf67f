"""The keeper's articles: all of them, an editor that shows what readers see while it is typed, and versions."""

from __future__ import annotations

from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict

from services.gateway.login import role_needed
from services.gateway.portal.blueprint import portal
from services.gateway.portal.calls import once
from services.gateway.portal.catalogue import looked_for
from services.gateway.portal.changes import with_changes
from services.gateway.portal.errors import status_of
from services.gateway.portal.format import now
from services.gateway.portal.forms import REFUSALS, Problems, typed_in
from services.gateway.portal.item_form import placed
from services.gateway.portal.item_lines import LINES, code_list, line_list
from services.gateway.portal.keeping import KEEPERS, PER_PAGE
from services.gateway.portal.language import LANGUAGES
from services.gateway.portal.layout import one_time_token
from services.gateway.portal.messages import translate
from services.shared.kit.markdown import html_of, unusable
from services.shared.vocabulary import Publication

TABS: dict[str, tuple[Any, dict[str, Any]]] = {
    "published": (_l("Published"), {"status": Publication.PUBLISHED}),
    "overdue": (_l("To look at again"), {"status": Publication.PUBLISHED, "overdue": True}),
    "retired": (_l("Retired"), {"status": Publication.RETIRED}),
    "all": (_l("All"), {}),
}
BOTH = ("title", "summary", "body")
LABELS = {
    "code": _l("Code"),
    "title": _l("Title"),
    "summary": _l("In short"),
    "body": _l("Text"),
    "keywords": _l("Words that people use for it"),
    "items": _l("Products and services it is about"),
    "review_on": _l("To look at again on"),
    "public": _l("Everybody reads it"),
}


@portal.route("/keep/articles")
@role_needed(*KEEPERS)
def keep_articles() -> Any:
    """Every article, by code; those with these words, or those to look at again."""
    tab = request.args.get("tab", "published")
    tab = tab if tab in TABS else "published"
    q = looked_for(request.args)
    asked = {"after": request.args.get("after") or None, "limit": PER_PAGE, "q": q}
    found = g.bus.catalog.list_kept_articles(asked | TABS[tab][1])
    return render_template("keep/articles.html", found=found, tab=tab, tabs=TABS, q=q, today=now().date().isoformat())


@portal.route("/keep/articles/new")
@role_needed(*KEEPERS)
def keep_article_new() -> Any:
    """An article that is not there yet."""
    return editor(None, typed_article(MultiDict()) | {"public": True}, Problems())


@portal.route("/keep/articles/code/<code:code>")
@role_needed(*KEEPERS)
def keep_article(code: str) -> Any:
    """An article as its keeper has it."""
    kept = g.bus.catalog.get_kept_article(code)
    return editor(kept, kept, Problems())


@portal.post("/keep/articles/new")
@portal.post("/keep/articles/code/<code:code>")
@role_needed(*KEEPERS)
def keep_article_send(code: str | None = None) -> Any:
    """Publish or retire; or only show it as it was typed."""
    kept = g.bus.catalog.get_kept_article(code) if code else None
    typed, intent = typed_article(request.form), request.form.get("do", "show")
    if code:
        typed["code"] = code
    seen = typed_in("seen")
    if intent not in ("publish", "retire"):
        return editor(kept, typed, Problems(), seen)
    try:
        if intent == "retire":
            once(typed_in("token"), g.bus.catalog.retire_article, typed["code"])
            flash(_("%(code)s is retired: this answer is not given any more.", code=typed["code"]))
        else:
            sent = typed | {"review_on": typed["review_on"] or None}
            made = once(typed_in("token"), g.bus.catalog.publish_article, sent, seen)
            flash(_("%(code)s is published as version %(version)s.", code=typed["code"], version=made["version"]))
    except REFUSALS as refusal:
        return editor(kept, typed, placed(Problems.from_refusal(refusal), typed, LABELS), seen), status_of(refusal)
    return redirect(url_for("portal.keep_article", code=typed["code"]))


@portal.post("/keep/articles/preview")
@role_needed(*KEEPERS)
def keep_article_preview() -> Any:
    """How an article looks to who reads it, as it is typed: the part of a page a script shows."""
    return render_template("keep/_article_preview.html", preview=_preview(typed_article(request.form)))


@portal.route("/keep/articles/code/<code:code>/versions")
@role_needed(*KEEPERS)
def keep_article_versions(code: str) -> Any:
    """Every version of an article, and what each changed."""
    versions = with_changes(g.bus.catalog.list_article_versions(code)["items"], LABELS)
    return render_template(
        "keep/versions.html", code=code, versions=versions, back=url_for("portal.keep_article", code=code)
    )


def typed_article(form: MultiDict[str, str]) -> dict[str, Any]:
    """The article that was typed, as `publish_article` takes it."""

    def typed(name: str) -> str:
        return form.get(name, "").replace("\0", "").replace("\r\n", "\n").strip()

    return {
        "code": typed("code"),
        **{name: {language: typed(f"{name}.{language}") for language in LANGUAGES} for name in BOTH},
        "keywords": line_list(typed("keywords")),
        "items": code_list(typed("items")),
        "public": typed("public") == "yes",
        "review_on": typed("review_on"),
    }


def editor(kept: dict[str, Any] | None, typed: dict[str, Any], problems: Problems, seen: str | None = None) -> str:
    """The form of an article, and how it looks to who reads it; `seen` is when the one first shown was changed last."""
    return render_template(
        "keep/article.html",
        kept=kept,
        typed=typed,
        problems=problems,
        seen=(kept["changed_at"] if kept else "") if seen is None else seen,
        token=one_time_token(),
        as_text=LINES,
        preview=_preview(typed),
    )


def _preview(typed: dict[str, Any]) -> list[dict[str, Any]]:
    """The article in each language as a reader sees it, and what of it would be left out."""
    return [
        {
            "language": language,
            "title": typed["title"][language],
            "body": html_of(typed["body"][language]),
            "left_out": [translate(problem) for problem in unusable(typed["body"][language])],
        }
        for language in LANGUAGES
    ]
