"""Every text of the portal has a Dutch one, none is left over, and both take the same values."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from flask import Flask
from flask_babel import gettext, ngettext

from services.gateway.portal import language, messages
from services.shared.errors import Invalid
from services.shared.kit.config import Config

PORTAL = Path(language.__file__).parent
KEYWORDS = {"_": None, "gettext": None, "_l": None, "lazy_gettext": None, "N_": None, "ngettext": (1, 2)}
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2.ext:babel_extract")]
VALUE = re.compile(r"%\(\w+\)s|\{\w+\}")


@cache
def used() -> frozenset[str | tuple[str, ...]]:
    """Every text the code and the templates ask a translation for."""
    options = {"templates/**.html": {"silent": "false"}}
    found = extract_from_dir(PORTAL, METHODS, options, keywords=KEYWORDS)
    return frozenset(text for _, _, text, _, _ in found)


@cache
def dutch() -> Catalog:
    """The translations as they are kept."""
    with (language.FOLDER / "nl" / "LC_MESSAGES" / "messages.po").open("rb") as source:
        return read_po(source, locale="nl", abort_invalid=True)


def test_every_text_has_a_dutch_one_and_none_is_left_over() -> None:
    translated = {message.id for message in dutch() if message.id and message.string and not message.fuzzy}
    assert used() - translated == set()
    assert translated - used() == set()
    assert len(used()) > 200


def test_no_text_is_asked_for_where_it_is_not_found() -> None:
    hidden = [
        f"{file.relative_to(PORTAL)}:{call.lineno}"
        for file in PORTAL.rglob("*.py")
        for text in ast.walk(ast.parse(file.read_text()))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in KEYWORDS
    ]
    # Within an f-string Babel finds nothing, so such a text would never get its Dutch.
    assert hidden == []


def test_a_translation_takes_the_same_values() -> None:
    for message in dutch():
        if message.id:
            ids, strings = _each(message.id), _each(message.string)
            for original, translation in zip(ids, strings, strict=True):
                assert set(VALUE.findall(translation)) == set(VALUE.findall(original)), original


def _each(text: Any) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, list | tuple) else (text,)


@pytest.fixture
def app() -> Flask:
    app = Flask(__name__)
    app.config["BALIE"] = Config()
    language.set_up(app)
    return app


def test_the_cookie_chooses_the_language(app: Flask) -> None:
    with app.test_request_context():
        assert gettext("Ready") == "Gereed"
        assert ngettext("%(num)s day", "%(num)s days", 2) == "2 dagen"
    with app.test_request_context(headers={"Cookie": "language=en"}):
        assert gettext("Ready") == "Ready"
    with app.test_request_context(headers={"Cookie": "language=fr"}):
        assert gettext("Ready") == "Gereed"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Fill this in.", "Vul dit in."),
        ("Missing data for required field.", "Vul dit in."),
        ("Use at most 120 characters; this has 340.", "Gebruik hoogstens 120 tekens; dit zijn er 340."),
        ("Must be one of: low, medium, high.", "Kies een van deze: low, medium, high."),
        (
            "Notification M26-000042 is not ready; it is with_customer.",
            "Melding M26-000042 is niet gereed; de status is: wacht op klant.",
        ),
        ("Nobody has translated this.", "Nobody has translated this."),
        ("{broken} braces % stay {0}.", "{broken} braces % stay {0}."),
    ],
)
def test_what_services_say_is_shown_in_dutch(app: Flask, said: str, shown: str) -> None:
    with app.test_request_context():
        assert messages.translate(said) == shown
        assert messages.refusal_message(Invalid(said)) == shown


def test_every_known_message_finds_its_own_translation(app: Flask) -> None:
    with app.test_request_context():
        for text in messages.KNOWN:
            said = re.sub(r"\{\w+\}", "3", text)
            assert messages.translate(said) == re.sub(r"\{\w+\}", "3", gettext(text)), text


def test_a_text_in_both_languages_is_shown_in_the_readers(app: Flask) -> None:
    name = {"nl": "Technische dienst", "en": "Technical services"}
    with app.test_request_context():
        assert language.local(name) == "Technische dienst"
        assert language.local({"en": "Only English"}) == "Only English"
        assert language.local(None) == ""
    with app.test_request_context(headers={"Cookie": "language=en"}):
        assert language.local(name) == "Technical services"
