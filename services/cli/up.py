"""The command that runs all of Balie in one process, with demo data when asked for."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import click
import eventlet

from services.cli.house import SERVICES, service_class
from services.cli.opening import brought_up_to_date, with_config
from services.cli.screen import console, table
from services.cli.serve import free_port, require_broker
from services.demo import accounts as demo_accounts
from services.demo import teller
from services.gateway.secret import signing_secret
from services.shared.kit import telemetry
from services.shared.kit.config import Config
from services.shared.kit.run import run_until_told_to_stop


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
    config = replace(config, port=free_port(config))
    signing_secret(config)
    require_broker(config)
    for service in SERVICES:
        brought_up_to_date(config, service)
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
