"""The headers that keep a browser from doing what our pages never ask of it."""

from __future__ import annotations

from typing import Any

from flask import Flask, Request, Response

from services.gateway.current import current
from services.shared.kit.config import Config

SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
A_YEAR = 365 * 24 * 3600
ALWAYS = [
    ("Content-Security-Policy", SECURITY_POLICY),
    ("X-Content-Type-Options", "nosniff"),
    # Not `no-referrer`: the portal's own forms may look where they were sent from.
    ("Referrer-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
]
OVER_TLS = [("Strict-Transport-Security", f"max-age={A_YEAR}")]
NOT_KEPT = [("Cache-Control", "no-store")]


def secured(start_response: Any, config: Config) -> Any:
    """A WSGI `start_response` that adds the headers every answer has."""
    always = ALWAYS + OVER_TLS if config.secure_cookies else ALWAYS

    def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
        kept = any(name == "Cache-Control" for name, _ in headers)
        return start_response(status, [*headers, *always, *([] if kept else NOT_KEPT)], exc_info)

    return start


def is_static(asked: Request) -> bool:
    """Whether this request is for a file that is the same for everybody."""
    return (asked.endpoint or "").endswith(".static")


def set_up(app: Flask) -> None:
    """Give every answer its headers; files whose address names their version may be kept for a year."""
    answer, config = app.wsgi_app, app.config["BALIE"]

    def wsgi_app(environ: dict[str, Any], start_response: Any) -> Any:
        return answer(environ, secured(start_response, config))

    app.wsgi_app = wsgi_app  # type: ignore[method-assign]  # Flask's own way

    @app.after_request
    def keep_files(answer: Response) -> Response:
        asked, _ = current()
        if is_static(asked) and answer.status_code in (200, 304):
            versioned = "v" in asked.args
            answer.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable" if versioned else "no-cache"
        return answer
