"""Commands for who may log in, and for the tokens programs use."""

from __future__ import annotations

from datetime import timedelta

import click
from rich.console import Console
from rich.table import Table

from services.gateway.use_cases import accounts, tokens
from services.shared.actor import ROLES
from services.shared.kit import migrations
from services.shared.kit.clock import now
from services.shared.kit.config import Config
from services.shared.kit.database import Database, database_of

console = Console(highlight=False, soft_wrap=True)


@click.group()
def account() -> None:
    """Look after who may log in."""


@account.command()
@click.argument("name")
@click.option("--full-name", required=True, help="The person's name, as customers see it.")
@click.option("--role", "roles", multiple=True, required=True, type=click.Choice(ROLES), help="May be given again.")
@click.option("--customer", help="The number of the customer this person is, as K0012.")
@click.option("--team", "teams", multiple=True, help="A specialist's team; may be given again.")
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True)
@click.password_option(help="Asked for when left out, which keeps it out of your shell's history.")
@click.pass_obj
def add(
    config: Config,
    name: str,
    full_name: str,
    roles: tuple[str, ...],
    customer: str | None,
    teams: tuple[str, ...],
    language: str,
    password: str,
) -> None:
    """Give somebody the account NAME."""
    made = accounts.add_account(
        _database(config),
        name=name,
        full_name=full_name,
        password=password,
        roles=roles,
        customer=customer,
        teams=teams,
        language=language,
        now=now(),
    )
    console.print(f"{made.full_name} may log in as {made.name}.")


@account.command("list")
@click.pass_obj
def list_accounts(config: Config) -> None:
    """List every account."""
    table = Table("Account", "Name", "Roles", "Customer", "Teams", box=None, padding=(0, 2, 0, 0))
    for known in accounts.list_accounts(_database(config)):
        table.add_row(known.name, known.full_name, ", ".join(known.roles), known.customer or "", ", ".join(known.teams))
    if table.row_count:
        console.print(table)
    else:
        console.print("There are no accounts. `balie account add` makes one.")


@account.command()
@click.argument("name")
@click.password_option(help="Asked for when left out.")
@click.pass_obj
def password(config: Config, name: str, password: str) -> None:
    """Give the account NAME another password; it is logged out everywhere."""
    accounts.change_password(_database(config), name=name, password=password)
    console.print(f"The password of {name} is changed.")


@click.group()
def token() -> None:
    """Look after the tokens that programs use instead of a password."""


@token.command()
@click.option("--account", "account_name", required=True, help="Whose rights the token has.")
@click.option("--name", required=True, help="What it is for, as 'building management'.")
@click.option("--days", type=click.IntRange(1, 3650), help="After so many days it is over; without, never.")
@click.pass_obj
def create(config: Config, account_name: str, name: str, days: int | None) -> None:
    """Make a token and show it, this once."""
    moment = now()
    expires_at = moment + timedelta(days=days) if days else None
    made = tokens.create_token(_database(config), account=account_name, name=name, expires_at=expires_at, now=moment)
    # The token alone on standard output, so that a script can take it.
    click.echo(made)
    click.echo("Keep it safe: it is not shown again. Use it as `Authorization: Bearer <token>`.", err=True)


@token.command()
@click.option("--account", "account_name", required=True, help="Whose token it is.")
@click.option("--name", required=True, help="What it was for.")
@click.pass_obj
def revoke(config: Config, account_name: str, name: str) -> None:
    """Let a token count no longer."""
    tokens.revoke_token(_database(config), account=account_name, name=name)
    console.print(f"Token {name} of {account_name} is revoked.")


@token.command("list")
@click.option("--account", "account_name", help="Only the tokens of this account.")
@click.pass_obj
def list_tokens(config: Config, account_name: str | None) -> None:
    """List the tokens there are, without the tokens themselves."""
    table = Table("Account", "Token", "Made", "Last used", "Until", box=None, padding=(0, 2, 0, 0))
    for kept in tokens.list_tokens(_database(config), account_name):
        table.add_row(
            kept.account,
            kept.name,
            f"{kept.created_at:%Y-%m-%d}",
            f"{kept.used_at:%Y-%m-%d %H:%M}" if kept.used_at else "never",
            f"{kept.expires_at:%Y-%m-%d}" if kept.expires_at else "for ever",
        )
    console.print(table) if table.row_count else console.print("There are no tokens.")


def _database(config: Config) -> Database:
    database = database_of(config, "gateway")
    migrations.require(database)
    return database
