"""Who is asking: a browser with a session, a program with a token, or nobody.

Whoever it is goes out with every call on the bus. Nobody is an actor too, one without roles: a call
that names no actor would count as a service's own, which may do everything.
"""

from __future__ import annotations

from flask import Flask, Request, current_app
from flask_wtf.csrf import CSRFProtect

from services.gateway.bus import bus_of
from services.gateway.current import current
from services.gateway.domain.account import Account
from services.gateway.headers import is_static
from services.gateway.limits import allow_files
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
        asked, kept = current()
        bus = kept.bus = bus_of(asked)
        if is_static(asked) or asked.path.startswith(("/health/", "/metrics")):
            bus.tell(correlation_id=kept.correlation_id, actor=NOBODY.to_header())
            return
        api = asked.path == "/api" or asked.path.startswith("/api/")
        by_token = api and "Authorization" in asked.headers
        account = kept.account = _account_of_token(asked) if by_token else _account_of_session(asked)
        kept.actor = account.actor() if account else None
        bus.tell(
            correlation_id=kept.correlation_id,
            actor=(kept.actor or NOBODY).to_header(),
            language=_language(asked, account, api),
        )
        if account:
            allow_files(asked)
        # A browser adds a cookie by itself, also when another site sends the form; it never adds a token.
        # Nobody may do nothing through the API, which is a clearer answer than a missing form token.
        if asked.endpoint and not by_token and not (api and account is None):
            csrf.protect()


def _account_of_session(asked: Request) -> Account | None:
    key = asked.cookies.get(SESSION_COOKIE)
    return who_is_session(database(), key=key, now=clock.now()) if key else None


def _account_of_token(asked: Request) -> Account:
    scheme, _, token = asked.headers["Authorization"].partition(" ")
    if scheme.lower() != "bearer":
        raise NotSignedIn("Sign in with `Authorization: Bearer` and a token.")
    account = who_is_token(database(), token=token.strip(), now=clock.now())
    if account is None:
        raise NotSignedIn("This token is unknown, was revoked or is over.", bad_token=True)
    return account


def _language(asked: Request, account: Account | None, api: bool) -> str:
    """The language of the person behind a call; a program may tell it with `Accept-Language`."""
    accepted = asked.accept_languages.best_match(("nl", "en")) if api else None
    chosen = accepted or asked.cookies.get(LANGUAGE_COOKIE)
    if chosen in ("nl", "en"):
        return str(chosen)
    language: str = account.language if account else current_app.config["BALIE"].language
    return language
