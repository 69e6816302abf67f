"""What Prometheus asks the gateway: how requests go here, and how the services behind it are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})

_seconds = Histogram(
    "balie_http_request_seconds",
    "How long requests took, by the route's pattern.",
    ("method", "route", "status"),
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)


class Services(Collector):
    """The services' figures of one moment; `told` has None for a service that did not answer."""

    def __init__(self, told: Mapping[str, dict[str, Any] | None]) -> None:
        self.told = told
        self.here = {service: health for service, health in told.items() if health is not None}

    def collect(self) -> Iterator[Metric]:
        up = GaugeMetricFamily("balie_up", "Whether the service and its database answer.", labels=["service"])
        for service in self.told:
            up.add_metric([service], service in self.here)
        yield up
        yield self._per_service("unpublished", "Events that wait to be given to the broker.")
        yield self._per_service("parked", "Events that wait because a handler failed.")
        lag = GaugeMetricFamily(
            "balie_follower_lag_events", "Events of the source not handled yet.", labels=["service", "source"]
        )
        ahead = GaugeMetricFamily(
            "balie_follower_ahead_events",
            "Events the service has handled and the source does not have.",
            labels=["service", "source"],
        )
        for service, source, behind in _behind(self.here):
            lag.add_metric([service, source], max(0, behind))
            ahead.add_metric([service, source], max(0, -behind))
        yield lag
        yield ahead

    def _per_service(self, figure: str, meaning: str) -> Metric:
        family = GaugeMetricFamily(f"balie_{figure}_events", meaning, labels=["service"])
        for service, health in self.here.items():
            family.add_metric([service], health[figure])
        return family


def overtaken(told: Mapping[str, dict[str, Any] | None]) -> set[str]:
    """The sources that seem to be behind a follower: by what they said, or because they said it a moment earlier."""
    here = {service: health for service, health in told.items() if health is not None}
    return {source for _, source, behind in _behind(here) if behind < 0}


def _behind(here: Mapping[str, dict[str, Any]]) -> Iterator[tuple[str, str, int]]:
    """Each follower, its source, and how many events it is behind; below 0 when it is ahead."""
    for service, health in here.items():
        for source, position in health["following"].items():
            # Who is not there cannot say how long its journal is.
            if source in here:
                yield service, source, here[source]["journal"] - position


def answered(method: str, route: str | None, status: int, seconds: float) -> None:
    """Count one request; whatever a caller makes up lands in one bin, so the series stay few."""
    _series(method if method in METHODS else "other", route or "unknown", status).observe(seconds)


@cache
def _series(method: str, route: str, status: int) -> Histogram:
    return _seconds.labels(method, route, str(status))


def page(told: Mapping[str, dict[str, Any] | None]) -> tuple[bytes, str]:
    """All figures of this process and of the services, and their content type."""
    services = CollectorRegistry()
    services.register(Services(told))
    return generate_latest(REGISTRY) + generate_latest(services), CONTENT_TYPE_LATEST
