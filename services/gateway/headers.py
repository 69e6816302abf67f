"""The headers that keep a browser from doing what our pages never ask of it."""

from __future__ import annotations

from typing import TypeVar

from flask import Flask, request
from werkzeug.wrappers import Response as Answer

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

AnyAnswer = TypeVar("AnyAnswer", bound=Answer)


def secured(answer: AnyAnswer, config: Config) -> AnyAnswer:
    """The same answer with the headers every answer has."""
    answer.headers["Content-Security-Policy"] = SECURITY_POLICY
    answer.headers["X-Content-Type-Options"] = "nosniff"
    # Not `no-referrer`: the portal's own forms may look where they were sent from.
    answer.headers["Referrer-Policy"] = "same-origin"
    answer.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
    answer.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    if "Cache-Control" not in answer.headers:
        answer.headers["Cache-Control"] = "no-store"
    if config.secure_cookies:
        answer.headers["Strict-Transport-Security"] = f"max-age={A_YEAR}"
    return answer


def is_static() -> bool:
    """Whether the request is for a file that is the same for everybody."""
    return (request.endpoint or "").endswith(".static")


def set_up(app: Flask) -> None:
    """Give every answer its headers; files whose address names their version may be kept for a year."""

    @app.after_request
    def add_headers(answer: Answer) -> Answer:
        if is_static() and answer.status_code in (200, 304):
            versioned = "v" in request.args
            answer.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable" if versioned else "no-cache"
        return secured(answer, app.config["BALIE"])
