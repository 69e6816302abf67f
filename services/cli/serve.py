"""Commands that start services: `balie up` for all in one process, `balie run` for some of them."""

from __future__ import annotations

import errno
import socket
import time
from dataclasses import replace
from pathlib import Path

import click
import eventlet
from amqp.exceptions import AccessRefused, NotAllowed
from kombu import Connection
from rich.table import Column
from rich.text import Text

from services.cli.house import SERVICES, service_class
from services.cli.opening import migrated, opened, with_config
from services.cli.screen import console, table
from services.demo import accounts as demo_accounts
from services.demo import teller
from services.gateway.secret import signing_secret
from services.shared.kit import migrations, telemetry
from services.shared.kit.config import Config, WrongSetting, hide_password, settings
from services.shared.kit.run import run_until_told_to_stop

SECONDS_FOR_THE_BROKER = 3


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help="The port of the portal and the API, instead of BALIE_PORT; 0 takes a free one.",
)
@click.option(
    "--data", type=click.Path(file_okay=False, path_type=Path), help="The data folder; instead of BALIE_DATA."
)
@click.option("--demo", is_flag=True, help="Fill an empty desk with demo data, and show the demo accounts.")
@with_config
def up(config: Config, port: int | None, data: Path | None, demo: bool) -> None:
    """Run all services in one process, until Ctrl-C.

    Migrates the databases first. With --demo an empty desk gets a believable organisation and 300
    notifications; a desk that has data keeps it as it is.
    """
    began = time.monotonic()
    config = replace(config, port=config.port if port is None else port, data=data or config.data)
    telemetry.set_up(config)
    config = replace(config, port=_free_port(config))
    signing_secret(config)
    _require_broker(config)
    for service in SERVICES:
        migrations.migrate(opened(config, service))
    fill = demo and teller.is_empty(config)
    if fill:
        _unfinished(config).touch()
        teller.lay_the_ground(config)
        demo_accounts.make(config)

    def ready() -> None:
        console.print(
            f"Balie is ready in {time.monotonic() - began:.1f} s: [bold]http://{config.host}:{config.port}[/]"
        )
        if demo:
            _show_accounts()
        if not fill and _unfinished(config).exists():
            console.print(
                f"The demo data is incomplete: it was stopped halfway. Remove {config.data} to begin with all of it."
            )
        if fill:
            eventlet.spawn(_tell_stories, config)

    run_until_told_to_stop([service_class(name) for name in SERVICES], config, ready)


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
        config = replace(config, port=_free_port(config))
        signing_secret(config)
    _require_broker(config)
    for service in services:
        migrated(config, service)
    log = telemetry.log(__name__)
    run_until_told_to_stop(
        [service_class(name) for name in services], config, lambda: log.info("services.ready", services=list(services))
    )


@click.command("config")
@with_config
def show_config(config: Config) -> None:
    """List every setting, with its value and what it means."""
    rows = table(Column("Setting", no_wrap=True), Column("Value", overflow="fold"), "Meaning")
    for row in settings(config):
        changed = row["value"] != row["default"]
        meaning = row["meaning"] + (f" (default: {row['default'] or 'empty'})" if changed else "")
        rows.add_row(row["variable"], Text(row["value"], "bold" if changed else ""), Text(meaning))
    console.print(rows)


def _free_port(config: Config) -> int:
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


def _require_broker(config: Config) -> None:
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


def _show_accounts() -> None:
    rows = table("Account", "Role", "Name")
    for account in demo_accounts.ACCOUNTS:
        rows.add_row(account.name, ", ".join(account.roles), account.full_name)
    console.print(rows)
    console.print(f"The password of each demo account is [bold]{demo_accounts.PASSWORD}[/].")


def _unfinished(config: Config) -> Path:
    """The mark of demo data that is still being told."""
    return config.data / "demo-unfinished"


def _tell_stories(config: Config) -> None:
    told = teller.tell_stories(config)
    _unfinished(config).unlink(missing_ok=True)
    console.print(f"Demo data: {told} notifications of the last 90 days are in.")


COMMANDS = (up, run, show_config)
