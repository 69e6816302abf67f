"""The Flask application: the JSON API and the portal, with one way to be recognised and one way to be refused."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from flask import Flask, Request, Response
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import MapAdapter

from services.gateway import api, headers, health, identity, limits, portal, problems, tracing
from services.gateway.secret import signing_secret
from services.shared.kit.config import Config
from services.shared.kit.database import Database

NO_COOKIES: ImmutableMultiDict[str, str] = ImmutableMultiDict()


class FormSession(SecureCookieSessionInterface):
    """Flask's signed cookie; what signs it is made once, and one that nobody looked at is not looked at either."""

    get_signing_serializer = cache(SecureCookieSessionInterface.get_signing_serializer)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        if session.accessed or session.modified:
            super().save_session(app, session, response)


class Asked(Request):
    """A request; one without cookies, as programs send, is not searched for them."""

    @property
    def cookies(self) -> ImmutableMultiDict[str, str]:
        return super().cookies if "HTTP_COOKIE" in self.environ else NO_COOKIES


class Application(Flask):
    """Flask, without a look at each view and each hook of each request for whether it is asynchronous: none is."""

    request_class = Asked

    def create_url_adapter(self, request: Request | None) -> MapAdapter | None:
        """Flask's, without what is for more hosts than one (`TRUSTED_HOSTS`, `SERVER_NAME`), half of what it does."""
        if request is None:
            return super().create_url_adapter(request)
        return self.url_map.bind(
            request.host,
            request.root_path,
            url_scheme=request.scheme,
            default_method=request.method,
            path_info=request.path,
            query_args=request.query_string.decode(errors="replace"),
        )

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        return func


def create_app(config: Config, database: Database) -> Flask:
    """The whole front door; requests bring the bus with them in their environ."""
    app = Application(__name__, static_folder=None)
    # Fields stay in the order of their contract.
    app.json.sort_keys = False  # type: ignore[attr-defined]  # of the default provider, which this is
    app.config.update(
        BALIE=config,
        SECRET_KEY=signing_secret(config),
        # This cookie carries the form token and messages for the next page; who you are is in another one.
        SESSION_COOKIE_NAME="balie_form",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=config.secure_cookies,
        # `identity` decides which requests need a form token.
        WTF_CSRF_CHECK_DEFAULT=False,
        # A form may lie open over lunch; it is good for as long as the session is.
        WTF_CSRF_TIME_LIMIT=None,
        # Browsers and proxies may leave the referrer out; the form token is proof enough.
        WTF_CSRF_SSL_STRICT=False,
    )
    app.session_interface = FormSession()
    app.extensions["balie_database"] = database
    if config.secure_cookies:
        # The gateway itself speaks no TLS, so there is exactly one proxy before it that tells who is asking.
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1)  # type: ignore[method-assign]  # Flask's own way
    # Each of these runs before a view in this order, and after it in the reverse order.
    tracing.set_up(app)
    headers.set_up(app)
    limits.set_up(app)
    identity.set_up(app)
    problems.set_up(app)
    app.register_blueprint(health.health)
    api.register(app)
    portal.register(app)
    return app
