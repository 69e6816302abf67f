"""Who is asking: a browser with a session, a program with a token, or nobody.

Whoever it is goes out with every call on the bus. Nobody is an actor too, one without roles: a call
that names no actor would count as a service's own, which may do everything.
"""

from __future__ import annotations

from flask import Flask, current_app, g, request
from flask_wtf.csrf import CSRFProtect

from services.gateway.bus import bus_of
from services.gateway.domain.account import Account
from services.gateway.headers import is_static
from services.gateway.refusals import NotSignedIn
from services.gateway.use_cases.sessions import who_is_session
from services.gateway.use_cases.tokens import who_is_token
from services.shared.actor import Actor
from services.shared.kit import clock
from services.shared.kit.database import Database

SESSION_COOKIE = "balie_session"
LANGUAGE_COOKIE = "language"
NOBODY = Actor(account="nobody", name="", roles=())

csrf = CSRFProtect()


def database() -> Database:
    """The gateway's own database."""
    found: Database = current_app.extensions["balie_database"]
    return found


def set_up(app: Flask) -> None:
    """Find out who asks before any view runs, and refuse forms that another site sent in their name."""
    csrf.init_app(app)

    @app.before_request
    def recognise() -> None:
        g.bus = bus_of(request)
        if is_static() or request.path.startswith(("/health/", "/metrics")):
            g.bus.tell(correlation_id=g.correlation_id, actor=NOBODY.to_header())
            return
        by_token = is_api() and "Authorization" in request.headers
        g.account = _account_of_token() if by_token else _account_of_session()
        g.actor = g.account.actor() if g.account else None
        g.bus.tell(
            correlation_id=g.correlation_id,
            actor=(g.actor or NOBODY).to_header(),
            language=_language(),
        )
        # A browser adds a cookie by itself, also when another site sends the form; it never adds a token.
        # Nobody may do nothing through the API, which is a clearer answer than a missing form token.
        if request.endpoint and not by_token and not (is_api() and g.account is None):
            csrf.protect()


def is_api() -> bool:
    """Whether the request is for the JSON API."""
    return request.path == "/api" or request.path.startswith("/api/")


def _account_of_session() -> Account | None:
    key = request.cookies.get(SESSION_COOKIE)
    return who_is_session(database(), key=key, now=clock.now()) if key else None


def _account_of_token() -> Account:
    scheme, _, token = request.headers["Authorization"].partition(" ")
    if scheme.lower() != "bearer":
        raise NotSignedIn("Sign in with `Authorization: Bearer` and a token.")
    account = who_is_token(database(), token=token.strip(), now=clock.now())
    if account is None:
        raise NotSignedIn("This token is unknown, was revoked or is over.", bad_token=True)
    return account


def _language() -> str:
    chosen = request.cookies.get(LANGUAGE_COOKIE)
    if chosen in ("nl", "en"):
        return chosen
    language: str = g.account.language if g.account else current_app.config["BALIE"].language
    return language
