"""What Prometheus asks the gateway: how many requests, how long they took, how they ended."""

from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, Histogram, generate_latest

METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})

_seconds = Histogram(
    "balie_http_request_seconds",
    "How long requests took, by the route's pattern.",
    ("method", "route", "status"),
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)


def answered(method: str, route: str | None, status: int, seconds: float) -> None:
    """Count one request; whatever a caller makes up lands in one bin, so the series stay few."""
    known = method if method in METHODS else "other"
    _seconds.labels(known, route or "unknown", str(status)).observe(seconds)


def page() -> tuple[bytes, str]:
    """All figures of this process, and their content type."""
    return generate_latest(REGISTRY), CONTENT_TYPE_LATEST
