"""The group of all commands, and how each of them fails: one clear line and a non-zero exit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import click

from services.shared.errors import DeskError, Invalid
from services.shared.kit.config import WrongSetting

# In the order of docs/operations.md: each command, the module it is in, and what it is called there.
COMMANDS = {
    "up": ("up", "up"),
    "run": ("serve", "run"),
    "config": ("settings", "show_config"),
    "migrate": ("data", "migrate"),
    "rebuild": ("data", "rebuild"),
    "demo": ("data", "demo"),
    "catalogue": ("catalogue", "catalogue"),
    "backup": ("backup", "backup"),
    "restore": ("backup", "restore"),
    "account": ("accounts", "account"),
    "token": ("accounts", "token"),
    "events": ("events", "events"),
}


class WrongUse(click.ClickException):
    """A command was given what it does not take."""

    exit_code = 2


class ImportedWhenAsked(Mapping[str, click.Command]):
    """The commands by name. Together they import all of Balie, and a service that runs would hold that for good."""

    def __getitem__(self, name: str) -> click.Command:
        module, called = COMMANDS[name]
        command: click.Command = getattr(import_module(f"services.cli.{module}"), called)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class Commands(click.Group):
    """Turns what Balie refuses into one line on standard error: exit code 1, or 2 for a wrong use of a command."""

    def make_context(self, *arguments: Any, **options: Any) -> click.Context:
        with _in_one_line():
            return super().make_context(*arguments, **options)

    def invoke(self, ctx: click.Context) -> Any:
        with _in_one_line():
            return super().invoke(ctx)


@contextmanager
def _in_one_line() -> Iterator[None]:
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as wrong:
        asked = wrong.ctx.command_path if wrong.ctx else "balie"
        message = " ".join(wrong.format_message().split()).rstrip(".")
        raise WrongUse(f"{message}. See `{asked} --help`.") from None
    except WrongSetting as wrong:
        raise click.ClickException(str(wrong)) from None
    except Invalid as invalid:
        raise click.ClickException(" ".join([invalid.message, *_per_field(invalid.errors)])) from None
    except DeskError as refused:
        raise click.ClickException(refused.message) from None


def _version() -> str:
    try:
        return version("balie")
    except PackageNotFoundError:
        return "0, a checkout that was not installed"


@click.group(
    cls=Commands,
    commands=ImportedWhenAsked(),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(_version(), message="Balie %(version)s")
def balie() -> None:
    """Balie, the open facility service desk.

    Settings are environment variables; `balie config` lists them all. Without any, `balie up` runs
    the whole of Balie in one process with its data in the folder ./data.
    """


def _per_field(errors: Any, field: str = "") -> list[str]:
    """What is wrong, as `field: message`, from messages that may be nested."""
    if isinstance(errors, dict):
        return [line for name, told in errors.items() for line in _per_field(told, f"{field}.{name}".strip("."))]
    if isinstance(errors, list):
        return [line for told in errors for line in _per_field(told, field)]
    return [f"{field}: {errors}"]
