"""The group of all commands, and how each of them fails: one clear line and a non-zero exit."""

from __future__ import annotations

from typing import Any

import click
from marshmallow import ValidationError

from services.cli import accounts, data, events, serve
from services.shared.errors import DeskError, Invalid
from services.shared.kit.config import Config, WrongSetting


class Commands(click.Group):
    """Turns what Balie refuses into one line on standard error and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except WrongSetting as wrong:
            raise click.ClickException(str(wrong)) from None
        except Invalid as invalid:
            raise click.ClickException(f"{invalid.message} {_per_field(invalid.errors)}".strip()) from None
        except DeskError as refused:
            raise click.ClickException(refused.message) from None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="balie", message="Balie %(version)s")
@click.pass_context
def balie(ctx: click.Context) -> None:
    """Balie, the open facility service desk.

    Settings are environment variables; `balie config` lists them all. Without any, `balie up` runs
    the whole of Balie in one process with its data in the folder ./data.
    """
    ctx.obj = Config.from_environment()


def _per_field(errors: dict[str, Any]) -> str:
    told = ValidationError(errors).normalized_messages()
    return " ".join(f"{field}: {messages}" for field, messages in told.items())


for command in (*serve.COMMANDS, *data.COMMANDS, accounts.account, accounts.token, events.events):
    balie.add_command(command)
