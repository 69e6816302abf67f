"""Following one request: its correlation id, its log line, its time."""

from __future__ import annotations

import re
import uuid
from time import perf_counter

from flask import Flask, Response, g, request

from services.gateway import metrics
from services.shared.kit import telemetry

HEADER = "X-Correlation-Id"
SANE = re.compile(r"[A-Za-z0-9._-]{1,64}")

log = telemetry.log(__name__)


def set_up(app: Flask) -> None:
    """Give every request a correlation id, and every answer a log line."""

    @app.before_request
    def begin() -> None:
        g.started = perf_counter()
        given = request.headers.get(HEADER, "")
        g.correlation_id = given if SANE.fullmatch(given) else uuid.uuid4().hex
        g.account = g.actor = None
        telemetry.bind(correlation_id=g.correlation_id, service="gateway")

    @app.after_request
    def end(answer: Response) -> Response:
        answer.headers[HEADER] = g.correlation_id
        seconds = perf_counter() - g.started
        route = request.url_rule.rule if request.url_rule else None
        metrics.answered(request.method, route, answer.status_code, seconds)
        log.info(
            "request.answered",
            method=request.method,
            route=route,
            status=answer.status_code,
            ms=round(seconds * 1000, 1),
            # Bound as well, but the line must have it whoever called this application.
            correlation_id=g.correlation_id,
            account=g.account.name if g.account else None,
        )
        return answer
