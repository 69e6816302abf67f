"""Writes what docs/operations.md says of settings and commands, from the settings and commands: `make docs`."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from services.cli import main as balie  # first of all, for it makes the process green
from services.shared.kit.config import Config, settings
from tests.cli.command import run
from tests.docs.pages import HOUSE, section

PAGE = HOUSE / "docs" / "operations.md"
HEADING = "| setting | default | meaning |\n|---|---|---|\n"


def commands(command: click.Command = balie, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words of every command, in the order in which `balie --help` has them registered."""
    if isinstance(command, click.Group):
        for name, under in command.commands.items():
            yield from commands(under, (*path, name))
    else:
        yield path


def rows() -> list[list[str]]:
    """The table of settings."""
    return [
        [f"`{row['variable']}`", f"`{row['default']}`" if row["default"] else "empty", row["meaning"]]
        for row in settings(Config())
    ]


def written(page: str) -> str:
    """The page as it should be."""
    table = HEADING + "".join(f"| {' | '.join(row)} |\n" for row in rows())
    told = section(page, "## Settings")
    page = page.replace(told, re.sub(r"(^\|.*\n)+", lambda _: table, told, count=1, flags=re.MULTILINE))
    told = section(page, "## Commands")
    introduction = told.partition("### ")[0]
    helps = "\n".join(f"### balie {' '.join(path)}\n\n```text\n{run(*path, '--help').out}```\n" for path in commands())
    return page.replace(told, f"{introduction}{helps}\n")


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text()))
