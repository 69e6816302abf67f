"""The command that shows the settings."""

from __future__ import annotations

import click
from rich.table import Column
from rich.text import Text

from services.cli.opening import with_config
from services.cli.screen import console, table
from services.shared.kit.config import Config, settings


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
