"""Whether the gateway is alive, whether everything it needs answers, and the figures of it all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, current_app, g, jsonify
from kombu import Connection

from services.gateway import metrics
from services.gateway.bus import SERVICES
from services.gateway.identity import database
from services.shared.errors import Unavailable
from services.shared.kit import telemetry

SECONDS_FOR_THE_BROKER = 2.0

health = Blueprint("health", __name__)
log = telemetry.log(__name__)


@health.get("/health/live")
def live() -> Response:
    """This process answers."""
    return jsonify({"status": "alive"})


@health.get("/health/ready")
def ready() -> tuple[Response, int]:
    """Every part was asked just now; 503 when one did not answer."""
    broker, calls = _ask_services("ping")
    parts = {"database": _answers("database", database().check), "broker": broker}
    for name in SERVICES:
        parts[name] = name in calls and _answers(name, calls[name].result)
    well = all(parts.values())
    told = {"status": "ready" if well else "not_ready", "parts": {k: "ok" if v else "away" for k, v in parts.items()}}
    return jsonify(told), 200 if well else 503


@health.get("/metrics")
def figures() -> Response:
    """What Prometheus asks; a service that does not answer has no figures, and holds nobody else's up."""
    _, calls = _ask_services("health")
    told: dict[str, dict[str, Any] | None] = dict.fromkeys(SERVICES)
    for name, call in calls.items():
        told[name] = _told(name, call.result)
    # All were asked at the same time but did not answer at the same time. A source that is asked again has what
    # its followers had heard by then, unless it was restored on its own.
    for source in metrics.overtaken(told):
        told[source] = _told(source, g.bus.probe(source).health)
    page, content_type = metrics.page(told)
    return Response(page, content_type=content_type)


def _told(name: str, ask: Callable[[], dict[str, Any]]) -> dict[str, Any] | None:
    """What a service says of itself; None when it does not answer."""
    told: list[dict[str, Any]] = []
    return told[0] if _answers(name, lambda: told.append(ask())) else None


def _ask_services(method: str) -> tuple[bool, dict[str, Any]]:
    """Whether the broker answers, and the calls that are under way to all services at once."""
    # Without the broker nobody can be asked, and each would only make the caller wait.
    if not _answers("broker", _ask_broker):
        return False, {}
    return True, {name: getattr(g.bus.probe(name), method).call_async() for name in SERVICES}


def _ask_broker() -> None:
    with Connection(current_app.config["BALIE"].broker_url, connect_timeout=SECONDS_FOR_THE_BROKER) as connection:
        connection.ensure_connection(max_retries=0, timeout=SECONDS_FOR_THE_BROKER)


def _answers(part: str, ask: Any) -> bool:
    try:
        ask()
    except Unavailable:
        return False
    except Exception as wrong:
        log.warning("health.part_away", part=part, error=repr(wrong))
        return False
    return True
