"""How the gateway says no: one table from refusal to status, as problem+json (RFC 9457) or as a page."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from flask import Flask, Response, g, jsonify, request
from werkzeug.exceptions import HTTPException

from services.gateway.refusals import NotSignedIn, TooManyAttempts
from services.shared.errors import DeskError, Forbidden, Invalid, NotFound, Refused, Unavailable, Unexpected
from services.shared.kit import telemetry

STATUS: dict[type[DeskError], int] = {
    Invalid: 422,
    NotFound: 404,
    Refused: 409,
    Forbidden: 403,
    Unavailable: 503,
    TooManyAttempts: 429,
    NotSignedIn: 401,
}
TITLES = {
    400: "This cannot be read",
    401: "Not signed in",
    403: "Not allowed",
    404: "Not found",
    405: "Not possible at this address",
    409: "Not possible now",
    413: "Too large",
    415: "Not a content type this address takes",
    422: "Something is missing or wrong",
    429: "Too many attempts",
    500: "Something went wrong",
    503: "Not available right now",
}
CODES = {
    400: "unreadable",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_large",
    415: "wrong_content_type",
}
DETAILS = {
    404: "There is nothing at this address.",
    405: "This address cannot be used with this method; see the header Allow.",
    413: "At most 1 MiB can be sent; with files, at most 32 MiB and 10 MiB a file.",
    415: "Send application/json.",
}
NOTHING_TOLD = "This is our fault. It was logged under this correlation id."

log = telemetry.log(__name__)


def wants_problem() -> bool:
    """Whether a program asks, rather than somebody who looks at a page."""
    return request.path.startswith(("/api/", "/health/")) or request.path in ("/api", "/health", "/metrics")


def problem(
    status: int, code: str, detail: str, errors: dict[str, Any] | None = None, headers: dict[str, str] | None = None
) -> Response:
    """An answer that says what is wrong in words for programs and for people."""
    told: dict[str, Any] = {
        "type": f"urn:balie:problem:{code}",
        "title": TITLES.get(status) or HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "code": code,
        "instance": quote(request.path),
        "correlation_id": g.correlation_id,
    }
    if errors is not None:
        told["errors"] = errors
    answer = jsonify(told)
    answer.status_code = status
    answer.content_type = "application/problem+json"
    answer.headers.update(headers or {})
    return answer


def on_refusal(refusal: DeskError) -> Any:
    """A service, or the gateway itself, says no."""
    status = next(STATUS[kind] for kind in type(refusal).__mro__ if kind in STATUS)
    headers: dict[str, str] = {}
    if isinstance(refusal, Unavailable | TooManyAttempts):
        headers["Retry-After"] = str(refusal.retry_after)
    if isinstance(refusal, NotSignedIn):
        headers["WWW-Authenticate"] = 'Bearer realm="balie"' + (', error="invalid_token"' if refusal.bad_token else "")
    errors = refusal.errors if isinstance(refusal, Invalid) else None
    return _answer(status, refusal.code, refusal.message, errors, headers)


def on_http_error(error: HTTPException) -> Any:
    """Flask says no; a redirect is no error."""
    if error.code is None or error.code < 400:
        return error
    kept = ("Allow", "Retry-After", "Range", "Content-Range")
    headers = {name: value for name, value in error.get_headers() if name in kept}
    if "Allow" in headers:
        headers["Allow"] = ", ".join(sorted(headers["Allow"].split(", ")))
    code = "csrf" if "CSRF" in str(error.description) else CODES.get(error.code, "refused")
    return _answer(error.code, code, DETAILS.get(error.code) or str(error.description), None, headers)


def on_unexpected(error: Exception) -> Any:
    """Something nobody foresaw: the log has all of it, the caller only the correlation id."""
    if isinstance(error, Unexpected):
        log.error("request.failed_in_service", correlation_id=g.correlation_id, told=error.correlation_id)
    else:
        log.error("request.failed", correlation_id=g.correlation_id, path=request.path, exc_info=error)
    return _answer(500, "unexpected", NOTHING_TOLD, None, {})


def _answer(
    status: int, code: str, detail: str, errors: dict[str, Any] | None, headers: dict[str, str]
) -> Response | tuple[Any, ...]:
    if wants_problem():
        return problem(status, code, detail, errors, headers)
    try:
        return _page(status, detail, headers)
    except Exception as broken:
        # The page itself may be what is broken; a person still gets an answer.
        log.error("error_page.failed", correlation_id=g.correlation_id, exc_info=broken)
        return Response(f"{status} {TITLES.get(status, '')}\n{g.correlation_id}\n", status, content_type="text/plain")


def _page(status: int, message: str, headers: dict[str, str]) -> tuple[Any, ...]:
    from services.gateway.portal.errors import error_page  # The portal imports this package's modules.

    # What Flask itself says is English and tells a reader nothing; the portal has words of its own for it.
    own_words = status in DETAILS or status >= 500
    page, _, _ = error_page(status, "" if own_words else message)
    return page, status, headers


def set_up(app: Flask) -> None:
    """Answer every error in one way."""
    app.register_error_handler(DeskError, on_refusal)
    app.register_error_handler(HTTPException, on_http_error)
    # Named one by one as well, because a handler for a status comes before any for a kind of error.
    app.register_error_handler(404, on_http_error)
    app.register_error_handler(405, on_http_error)
    app.register_error_handler(Exception, on_unexpected)
