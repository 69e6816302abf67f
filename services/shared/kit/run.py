"""Running services in this process: nameko's runner, told everything by our settings."""

from __future__ import annotations

import signal
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from typing import Any

import eventlet
import nameko
from eventlet.timeout import Timeout
from nameko.constants import (
    AMQP_URI_CONFIG_KEY,
    HEARTBEAT_CONFIG_KEY,
    MAX_WORKERS_CONFIG_KEY,
    PREFETCH_COUNT_CONFIG_KEY,
    WEB_SERVER_CONFIG_KEY,
)
from nameko.runners import ServiceRunner
from nameko.utils.concurrency import SpawningProxy

from services.shared.kit import embedded, telemetry
from services.shared.kit.config import Config
from services.shared.kit.consumer import SteadyConsumer
from services.shared.kit.container import LeanContainer
from services.shared.kit.database import database_of
from services.shared.kit.heartbeat import start_beating
from services.shared.kit.web import Http

# Docker kills after ten seconds what it told to stop.
SECONDS_TO_FINISH = 8.0
SECONDS_TO_CUT_OFF = 1.0
# How long it may take until a signal is heard where nothing else happens.
SECONDS_UNHEARD = 1.0

log = telemetry.log(__name__)

embedded.register()


def nameko_config(config: Config) -> dict[str, Any]:
    """Our settings in nameko's words; the settings themselves are under `BALIE`."""
    return {
        "BALIE": config,
        "SERVICE_CONTAINER_CLS": f"{LeanContainer.__module__}.{LeanContainer.__name__}",
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
        runner = _runner_of(services)
        _start_all(runner)
        try:
            yield runner
        finally:
            _finish(runner)
            _close_databases(services, config)


def run_until_told_to_stop(services: Sequence[Any], config: Config, ready: Callable[[], None]) -> None:
    """Run these services until SIGTERM or SIGINT; `ready` is called once they all answer."""
    stop = eventlet.event.Event()

    def told(signum: int, frame: object) -> None:
        # A signal may arrive in any greenlet, the hub's own too, so the event is sent from the hub's queue.
        eventlet.spawn_after(0, _send_once, stop)

    def ready_and_beating() -> None:
        start_beating(config, [service.name for service in services])
        ready()

    signal.signal(signal.SIGTERM, told)
    signal.signal(signal.SIGINT, told)
    with nameko.config.patch(nameko_config(config)):
        runner = _runner_of(services)
        # In a greenlet of its own: a start waits for the broker, and must not make a stop wait for it too.
        started = eventlet.spawn(_start, runner, ready_and_beating, stop)
        looking_up = eventlet.spawn(_look_up)
        try:
            stop.wait()
        finally:
            looking_up.kill()
            # Who is told twice still ends well, also when the second time comes after Python has let go of the signals.
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            if started.dead and started.wait():
                _finish(runner)
            else:
                _cut_off(runner)
            _close_databases(services, config)


def _runner_of(services: Sequence[Any]) -> ServiceRunner:
    runner = ServiceRunner()
    for service in services:
        runner.add_service(service)
    return runner


def _start_all(runner: ServiceRunner) -> None:
    """Start every service; raises WrongSetting when the broker refuses one of them what it needs."""
    runner.start()
    for container in runner.containers:
        for extension in container.extensions:
            consumer = getattr(extension, "consumer", None)
            if isinstance(consumer, SteadyConsumer):
                consumer.wait_until_consumer_ready()
                if consumer.refusal:
                    raise consumer.refusal


def _start(runner: ServiceRunner, ready: Callable[[], None], stop: eventlet.event.Event) -> bool:
    """Start every service and say whether that went well; one that dies ends the process, with its error."""
    try:
        _start_all(runner)
        ready()
    except Exception as failed:
        _send_once(stop, failed)
        return False
    eventlet.spawn(_watch, runner, stop)
    return True


def _watch(runner: ServiceRunner, stop: eventlet.event.Event) -> None:
    try:
        runner.wait()
        _send_once(stop)
    except Exception as died:
        _send_once(stop, died)


def _look_up() -> None:
    # A signal does not end the hub's wait for what comes from outside; the next thing that is due does.
    while True:
        eventlet.sleep(SECONDS_UNHEARD)


def _send_once(stop: eventlet.event.Event, died: Exception | None = None) -> None:
    if not stop.ready():
        stop.send(None, died)


def _finish(runner: ServiceRunner) -> None:
    """Take no more work and finish what is in hand, for as long as that may take."""
    late = Timeout(SECONDS_TO_FINISH)
    try:
        # Who answers the outside world goes first, because to finish it has to ask the others.
        doors = [container for container in runner.containers if _answers_http(container)]
        SpawningProxy(doors).stop()
        SpawningProxy([container for container in runner.containers if container not in doors]).stop()
    except Timeout as passed:
        if passed is not late:
            raise
        log.warning("services.cut_off", services=list(runner.service_names), seconds=SECONDS_TO_FINISH)
        _cut_off(runner)
    finally:
        late.cancel()


def _answers_http(container: Any) -> bool:
    return any(isinstance(entrypoint, Http) for entrypoint in container.entrypoints)


def _cut_off(runner: ServiceRunner) -> None:
    """End the services as they are; a broker or a database that is away may hold up even that."""
    with Timeout(SECONDS_TO_CUT_OFF, exception=False):
        runner.kill()


def _close_databases(services: Sequence[Any], config: Config) -> None:
    for service in services:
        database_of(config, service.name).close()
