"""Running services in this process: nameko's runner, told everything by our settings."""

from __future__ import annotations

import signal
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from typing import Any

import eventlet
import nameko
from nameko.constants import (
    AMQP_URI_CONFIG_KEY,
    HEARTBEAT_CONFIG_KEY,
    MAX_WORKERS_CONFIG_KEY,
    PREFETCH_COUNT_CONFIG_KEY,
    WEB_SERVER_CONFIG_KEY,
)
from nameko.runners import ServiceRunner

from services.shared.kit import embedded
from services.shared.kit.config import Config
from services.shared.kit.database import database_of

embedded.register()


def nameko_config(config: Config) -> dict[str, Any]:
    """Our settings in nameko's words; the settings themselves are under `BALIE`."""
    return {
        "BALIE": config,
        AMQP_URI_CONFIG_KEY: config.broker_url,
        WEB_SERVER_CONFIG_KEY: f"{config.host}:{config.port}",
        MAX_WORKERS_CONFIG_KEY: config.workers,
        PREFETCH_COUNT_CONFIG_KEY: config.workers,
        HEARTBEAT_CONFIG_KEY: 10,
    }


@contextmanager
def running(services: Sequence[Any], config: Config) -> Any:
    """Run these services while the block lasts, then let them finish what they have in hand."""
    with nameko.config.patch(nameko_config(config)):
        runner = ServiceRunner()
        for service in services:
            runner.add_service(service)
        runner.start()
        try:
            yield runner
        finally:
            runner.stop()
            for service in services:
                database_of(config, service.name).close()


def run_until_told_to_stop(services: Sequence[Any], config: Config, ready: Callable[[], None]) -> None:
    """Run these services until SIGTERM or SIGINT; `ready` is called once they all answer."""
    stop = eventlet.event.Event()

    def told(signum: int, frame: object) -> None:
        if not stop.ready():
            # A signal may arrive in any greenlet, the hub's own too, so the event is sent from the hub's queue.
            eventlet.spawn_after(0, _send_once, stop)

    signal.signal(signal.SIGTERM, told)
    signal.signal(signal.SIGINT, told)
    with running(services, config) as runner:
        eventlet.spawn(_wait_and_send, runner, stop)
        ready()
        stop.wait()


def _wait_and_send(runner: ServiceRunner, stop: eventlet.event.Event) -> None:
    """A service that died ends the process, with its error."""
    try:
        runner.wait()
        _send_once(stop)
    except Exception as died:
        if not stop.ready():
            stop.send_exception(died)


def _send_once(stop: eventlet.event.Event) -> None:
    if not stop.ready():
        stop.send()
