"""Following one request: its correlation id, its log line, its time."""

from __future__ import annotations

import re
from time import perf_counter

from flask import Flask, Response

from services.gateway import metrics
from services.gateway.current import current
from services.shared.kit import telemetry
from services.shared.kit.ids import new_id

HEADER = "X-Correlation-Id"
SANE = re.compile(r"[A-Za-z0-9._-]{1,64}")

log = telemetry.log(__name__)


def set_up(app: Flask) -> None:
    """Give every request a correlation id, and every answer a log line."""

    @app.before_request
    def begin() -> None:
        asked, kept = current()
        kept.started = perf_counter()
        given = asked.headers.get(HEADER, "")
        kept.correlation_id = given if SANE.fullmatch(given) else new_id()
        kept.account = kept.actor = None
        telemetry.bind(correlation_id=kept.correlation_id, service="gateway")

    @app.after_request
    def end(answer: Response) -> Response:
        asked, kept = current()
        answer.headers[HEADER] = kept.correlation_id
        seconds = perf_counter() - kept.started
        route = asked.url_rule.rule if asked.url_rule else None
        metrics.answered(asked.method, route, answer.status_code, seconds)
        log.info(
            "request.answered",
            method=asked.method,
            route=route,
            status=answer.status_code,
            ms=round(seconds * 1000, 1),
            # Bound as well, but the line must have it whoever called this application.
            correlation_id=kept.correlation_id,
            account=kept.account.name if kept.account else None,
        )
        return answer
