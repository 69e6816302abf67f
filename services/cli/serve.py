"""The command that runs some services, next to others elsewhere, and what must be so before any service starts."""

from __future__ import annotations

import errno
import socket
from dataclasses import replace

import click
from amqp.exceptions import AccessRefused, NotAllowed
from kombu import Connection

from services.cli.house import SERVICES, service_class
from services.cli.opening import migrated, with_config
from services.gateway.secret import signing_secret
from services.shared.kit import telemetry
from services.shared.kit.config import Config, WrongSetting, hide_password
from services.shared.kit.run import run_until_told_to_stop

SECONDS_FOR_THE_BROKER = 3


@click.command(short_help="Run one or more services, next to others elsewhere.")
@click.argument("services", nargs=-1, required=True, metavar="SERVICE...", type=click.Choice(SERVICES))
@with_config
def run(config: Config, services: tuple[str, ...]) -> None:
    """Run one or more services in this process, next to others elsewhere.

    A SERVICE is one of catalog, intake, routing, reporting and gateway.

    The databases must have been migrated (`balie migrate`), and the broker must be one that other
    processes can reach.
    """
    if config.embedded and set(services) != set(SERVICES):
        raise WrongSetting(
            "BALIE_BROKER_URL is embedded://, which reaches this process only. Give amqp://…, or run all "
            "services together with `balie up`."
        )
    telemetry.set_up(config)
    if "gateway" in services:
        config = replace(config, port=free_port(config))
        signing_secret(config)
    require_broker(config)
    for service in services:
        migrated(config, service)
    log = telemetry.log(__name__)
    run_until_told_to_stop(
        [service_class(name) for name in services], config, lambda: log.info("services.ready", services=list(services))
    )


def free_port(config: Config) -> int:
    """The port to listen on, one that is free when 0 was asked for; raises WrongSetting when it is in use."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((config.host, config.port))
            return int(probe.getsockname()[1])
        except OSError as wrong:
            if wrong.errno == errno.EADDRINUSE:
                raise WrongSetting(
                    f"Port {config.port} of {config.host} is in use. Give another one with BALIE_PORT or --port."
                ) from None
            raise WrongSetting(
                f"Balie cannot listen on {config.host} port {config.port} ({wrong.strerror}). Give another "
                "BALIE_HOST or BALIE_PORT."
            ) from None


def require_broker(config: Config) -> None:
    """Raise WrongSetting when no broker answers at the address of the settings, or not to this user."""
    if config.embedded:
        return
    try:
        with Connection(config.broker_url, connect_timeout=SECONDS_FOR_THE_BROKER) as connection:
            connection.ensure_connection(max_retries=1, interval_start=0.2, timeout=SECONDS_FOR_THE_BROKER)
    except (AccessRefused, NotAllowed) as refused:
        # It is there and will go on saying so, so nothing is gained by trying again.
        raise WrongSetting(
            f"The broker at {hide_password(config.broker_url)} refuses this user ({refused.reply_text}). Give a user, "
            "a password and a virtual host that it knows, with BALIE_BROKER_URL."
        ) from None
    except Exception as wrong:
        raise WrongSetting(
            f"The broker at {hide_password(config.broker_url)} does not answer ({wrong}). Start it, or give another "
            "BALIE_BROKER_URL."
        ) from None
