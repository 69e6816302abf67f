"""Standard answers at the desk: an article is chosen, fills the answer, and closes the notification in one go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import g, jsonify, render_template, request
from flask_babel import gettext as _

from services.gateway.audience import catalog
from services.gateway.login import role_needed
from services.gateway.portal.blueprint import portal
from services.gateway.portal.calls import gently
from services.gateway.portal.catalogue import looked_for
from services.gateway.portal.forms import whole
from services.gateway.portal.language import LANGUAGES, current_language
from services.shared.kit.markdown import text_of
from services.shared.vocabulary import Kind, Status

# `chosen_article` may be another one than the `article` that the answer was filled in from.
FIELDS = ("answer_q", "answer_language", "chosen_article", "article", "version")
# What is done with the form before anything is sent.
FIND, USE = "find_answer", "use_answer"
SHOWN, AMONG = 6, 40
# The words of a language that are in nearly every sentence.
DUTCH = "de het een en van ik is niet op in dat te voor met mijn wij we er aan zijn bij maar ook"
ENGLISH = "the a an and of i is not on in that to for with my we there are at but also it"
OFTEN = {"nl": frozenset(DUTCH.split()), "en": frozenset(ENGLISH.split())}


def language_of(*said: str) -> str:
    """The language in which a customer wrote: nobody is asked for it; in doubt that of the screen."""
    words = " ".join(said).lower().split()
    often = {language: sum(word in known for word in words) for language, known in OFTEN.items()}
    best = max(often, key=lambda language: often[language])
    return best if often[best] > min(often.values()) else current_language()


def find(words: str) -> Any:
    """Start looking for articles, those for staff too, best first."""
    asked = {"q": words, "language": current_language(), "limit": AMONG}
    answer = gently(catalog().find_in_catalogue, asked) if words.strip() else lambda: None
    return lambda: [one for one in (answer() or {"items": []})["items"] if one["kind"] == "article"][:SHOWN]


def answer_from(code: str, language: str) -> dict[str, Any] | None:
    """An article as an answer: its text without marks, and its version; None when it cannot be had."""
    article = gently(catalog().get_article, code)() if code else None
    if not article:
        return None
    return {"text": text_of(article["body"][language]), "version": article["version"]}


def filled(typed: Mapping[str, Any], intent: str, field: str) -> dict[str, Any]:
    """What was typed, with the answer in `field` filled in when that was asked for."""
    language, chosen = typed.get("answer_language") or "", typed.get("chosen_article", "")
    known = {"answer_language": language if language in LANGUAGES else current_language()}
    answer = answer_from(chosen, known["answer_language"]) if intent == USE else None
    if answer:
        known |= {field: answer["text"], "article": chosen, "version": str(answer["version"])}
    return dict(typed) | known


def sent_answer(typed: Mapping[str, Any], text: str, *, close: bool) -> dict[str, Any]:
    """An answer as intake takes it."""
    version = whole(str(typed.get("version") or ""))
    article = typed.get("article") or None
    known = version if article and isinstance(version, int) and version else None
    made_from = {"article": article, "version": known} if article else {}
    return {"text": text, **made_from, **({"close": True} if close else {})}


def said_of(shown: Mapping[str, Any], *, close: bool) -> str:
    """What became of a notification that was answered: a customer who may object first keeps it from being closed."""
    if shown["status"] == Status.CLOSED:
        return _("The answer has been sent and the notification is closed.")
    if not close:
        return _("The answer has been sent.")
    if shown["kind"] == Kind.COMPLAINT:
        return _("The answer has been sent. A complaint is closed after a contact with the customer, so it stays open.")
    return _("The answer has been sent. The customer may object first, so it is ready and not closed yet.")


@portal.route("/desk/answers")
@role_needed("agent", "admin")
def desk_answers() -> Any:
    """The articles that fit these words: the part of a form that a script shows while somebody types."""
    words = looked_for(request.args)
    prefix = "answer-" if request.args.get("for") == "answer" else ""
    return render_template("_answers.html", answers=find(words)(), words_looked_for=words, prefix=prefix, chosen="")


@portal.route("/desk/answers/<code:code>")
@role_needed("agent", "admin")
def desk_answer(code: str) -> Any:
    """One article as an answer, for the script that fills it in."""
    language = request.args.get("language", "")
    article = g.bus.catalog.get_article(code)
    text = text_of(article["body"][language if language in LANGUAGES else current_language()])
    return jsonify({"text": text, "version": article["version"]})
