"""Logging in and out of the portal, and who may see which page."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

from flask import Response, after_this_request, current_app, g, redirect, request, session, url_for

from services.gateway.domain.account import Account
from services.gateway.identity import SESSION_COOKIE, database
from services.gateway.use_cases import sessions
from services.shared.errors import Forbidden
from services.shared.kit import clock

P = ParamSpec("P")


def log_in(name: str, password: str) -> Account:
    """Start a session in this browser; raises Forbidden (one message for all) or TooManyAttempts."""
    account, key = sessions.log_in(
        database(),
        name=name,
        password=password,
        address=request.remote_addr or "unknown",
        instead_of=request.cookies.get(SESSION_COOKIE),
        now=clock.now(),
    )
    # The form token of before the log-in may be known to somebody else.
    session.clear()
    g.account, g.actor = account, account.actor()
    g.bus.tell(actor=g.actor.to_header())

    @after_this_request
    def give_cookie(answer: Response) -> Response:
        answer.set_cookie(
            SESSION_COOKIE,
            key,
            httponly=True,
            samesite="Lax",
            secure=current_app.config["BALIE"].secure_cookies,
        )
        return answer

    return account


def log_out() -> None:
    """End the session of this browser."""
    key = request.cookies.get(SESSION_COOKIE)
    if key:
        sessions.log_out(database(), key=key)
    session.clear()
    g.account = g.actor = None

    @after_this_request
    def take_cookie(answer: Response) -> Response:
        answer.delete_cookie(
            SESSION_COOKIE,
            httponly=True,
            samesite="Lax",
            secure=current_app.config["BALIE"].secure_cookies,
        )
        return answer


def signed_in(view: Callable[P, Any]) -> Callable[P, Any]:
    """Let only people with an account see this page; others log in first and then come back to it."""

    @wraps(view)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> Any:
        return view(*args, **kwargs) if g.account else _to_login()

    return wrapper


def role_needed(*roles: str) -> Callable[[Callable[P, Any]], Callable[P, Any]]:
    """Let only people with one of these roles see this page; raises Forbidden."""

    def decorator(view: Callable[P, Any]) -> Callable[P, Any]:
        @wraps(view)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> Any:
            if g.account is None:
                return _to_login()
            if not any(role in g.account.roles for role in roles):
                raise Forbidden("Your account has no access to this page.")
            return view(*args, **kwargs)

        return wrapper

    return decorator


def _to_login() -> Any:
    # A form that was sent cannot be sent again after the log-in, so only a page is come back to.
    back = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("portal.login", next=back), 303)
