"""What every page has: the navigation of who is reading, and the addresses of style and icons."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from flask import Flask, current_app, g, request, url_for
from flask_babel import lazy_gettext as _l

from services.gateway.portal import words
from services.gateway.portal.blueprint import portal
from services.gateway.portal.language import LANGUAGES, current_language

LONGEST_SEARCH = 200
STATIC = Path(__file__).parent / "static"


@dataclass(frozen=True)
class Workplace:
    """One entry of the navigation, for who has one of these roles."""

    endpoint: str
    label: Any
    roles: tuple[str, ...]


WORKPLACES = (
    Workplace("portal.home", _l("Home"), ("customer",)),
    Workplace("portal.report_new", _l("New notification"), ("customer",)),
    Workplace("portal.notifications", _l("My notifications"), ("customer",)),
    Workplace("portal.desk", _l("Queue"), ("agent", "manager", "account_manager", "admin")),
    Workplace("portal.desk_register", _l("Register"), ("agent", "admin")),
    Workplace("portal.catalogue", _l("Products and services"), ("customer", "agent", "admin", "manager")),
    Workplace("portal.keep_items", _l("Keep the catalogue"), ("manager", "admin")),
    Workplace("portal.work_orders", _l("Work orders"), ("specialist", "admin")),
    Workplace("portal.factsheet", _l("Factsheet"), ("agent", "manager", "account_manager", "admin")),
)

# The keeper's own places, in the bar below the navigation on every page under /keep.
KEEP_PLACES = (
    Workplace("portal.keep_items", _l("Items"), ("manager", "admin")),
    Workplace("portal.keep_articles", _l("Articles"), ("manager", "admin")),
    Workplace("portal.keep_categories", _l("Categories"), ("manager", "admin")),
    Workplace("portal.keep_synonyms", _l("Synonyms"), ("manager", "admin")),
    Workplace("portal.keep_calendars", _l("Calendars"), ("manager", "admin")),
    Workplace("portal.keep_service_levels", _l("Service levels"), ("manager", "admin")),
    Workplace("portal.keep_searches", _l("Searched in vain"), ("manager", "admin")),
    Workplace("portal.keep_suggestions", _l("Suggestions"), ("manager", "admin")),
    Workplace("portal.keep_desk", _l("Where to find the desk"), ("manager", "admin")),
    Workplace("portal.keep_exchange", _l("Import and export"), ("manager", "admin")),
)

# Where the day begins, by the first of these roles that one has.
FIRST_PAGE = {
    "agent": "portal.desk",
    "admin": "portal.desk",
    "specialist": "portal.work_orders",
    "manager": "portal.factsheet",
    "account_manager": "portal.factsheet",
}


def has_role(*roles: str) -> bool:
    """Whether who is reading has one of these roles."""
    account = g.get("account")
    return bool(account) and any(role in account.roles for role in roles)


def current_place(places: tuple[Workplace, ...] = WORKPLACES) -> str:
    """The entry of the navigation that this page belongs to: the one whose address goes furthest along."""
    found = [place.endpoint for place in places if request.path.startswith(url_for(place.endpoint))]
    return max(found, key=lambda endpoint: len(url_for(endpoint)), default="")


def is_staff() -> bool:
    """Whether who is reading works here, rather than being served."""
    return has_role(*FIRST_PAGE)


def workplace() -> str:
    """The page where this reader's work begins."""
    return url_for(next((page for role, page in FIRST_PAGE.items() if has_role(role)), "portal.home"))


def queue() -> Workplace | None:
    """The list that a notification's page leads back to, for this reader."""
    lists = ("portal.desk", "portal.work_orders", "portal.notifications")
    mine = (place for endpoint in lists for place in WORKPLACES if place.endpoint == endpoint)
    return next((place for place in mine if has_role(*place.roles)), None)


@cache
def _fingerprint(name: str) -> str:
    return blake2b((STATIC / name).read_bytes(), digest_size=6).hexdigest()


def asset(name: str) -> str:
    """The address of a file in `static/`, which changes when the file does, so browsers may keep it for ever."""
    return url_for("portal.static", filename=name, v=_fingerprint(name))


def one_time_token() -> str:
    """A token for one sending of one form; sending it twice does the thing once."""
    return secrets.token_urlsafe(18)


def own_page(address: str | None, otherwise: str) -> str:
    """The address when it is a page of this portal; a form must not send people to another site."""
    if address and address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable():
        return address
    return otherwise


def page_address() -> str:
    """The address to come back to: this page's own, or for a form the page it was on, as a form cannot be come back to.

    Most forms are sent to the address of their page, the others to an address below it.
    """
    if request.method == "GET":
        return request.full_path.rstrip("?")
    if request.endpoint == "portal.login_send":
        back = own_page(request.form.get("next"), "")
        return url_for("portal.login", next=back or None)
    routes, path = current_app.create_url_adapter(request), request.path
    while routes and path and not routes.test(path, method="GET"):
        path = path.rpartition("/")[0]
    return path or url_for("portal.home")


@portal.context_processor
def page_context() -> dict[str, Any]:
    """What every template may use."""
    return {
        "account": g.get("account"),
        "workplaces": [place for place in WORKPLACES if has_role(*place.roles)],
        "current_place": current_place(),
        "keep_places": [place for place in KEEP_PLACES if has_role(*place.roles)],
        "current_keep_place": current_place(KEEP_PLACES),
        "queue": queue(),
        "staff": is_staff(),
        "language": current_language(),
        "languages": LANGUAGES,
        "here": page_address(),
    }


def set_up(app: Flask) -> None:
    """Make the layout's helpers known to the templates."""
    app.jinja_env.globals.update(asset=asset, one_time_token=one_time_token, has_role=has_role, words=words)
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
