"""Dutch and English on the screen.

The translations are read from the `.po` file when the gateway starts, so the repository holds no
compiled file that can lag behind its source.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask import Flask, current_app, g, request
from flask_babel import Babel, Domain, get_locale

from services.gateway.identity import LANGUAGE_COOKIE

LANGUAGES = {"nl": "Nederlands", "en": "English"}
FOLDER = Path(__file__).parent.parent / "translations"


@cache
def translations(language: str) -> NullTranslations:
    """The translations of one language; English is what the code itself says."""
    path = FOLDER / language / "LC_MESSAGES" / "messages.po"
    if not path.exists():
        return NullTranslations()
    compiled = BytesIO()
    with path.open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return Translations(compiled)


class PoDomain(Domain):
    """Answers with translations read from `.po` files."""

    def get_translations(self) -> NullTranslations:
        return translations(current_language())


class PoBabel(Babel):
    """Flask-Babel on `.po` files."""

    domain_instance = PoDomain()


def chosen_language() -> str:
    """What this reader chose: by cookie, else with their account, else what the desk speaks."""
    wishes = (request.cookies.get(LANGUAGE_COOKIE), getattr(g.get("account"), "language", None))
    return next((wish for wish in wishes if wish in LANGUAGES), current_app.config["BALIE"].language)


def current_language() -> str:
    """The language of this page: nl or en."""
    locale = get_locale()
    return str(locale.language) if locale else "en"


def local(text: dict[str, Any] | None) -> str:
    """A text that is kept in both languages, in the reader's."""
    if not text:
        return ""
    return str(text.get(current_language()) or text.get("nl") or text.get("en") or "")


def set_up(app: Flask) -> None:
    """Teach the application both languages; the desk's own is the default."""
    config = app.config["BALIE"]
    PoBabel(app, default_locale=config.language, default_timezone=config.zone, locale_selector=chosen_language)
    app.jinja_env.filters["local"] = local
