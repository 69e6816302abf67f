"""Commands for who may log in, and for the tokens programs use."""

from __future__ import annotations

from datetime import timedelta

import click

from services.cli.opening import migrated, with_config
from services.cli.screen import console, table
from services.gateway.use_cases import accounts, tokens
from services.shared.actor import ROLES
from services.shared.kit.clock import now
from services.shared.kit.config import Config


@click.group()
def account() -> None:
    """Look after who may log in."""


@account.command()
@click.argument("name")
@click.option("--full-name", required=True, help="The person's name, as customers see it.")
@click.option("--role", "roles", multiple=True, required=True, type=click.Choice(ROLES), help="May be given again.")
@click.option("--customer", help="The code of the customer this person is, as K0012; needed with --role customer.")
@click.option("--team", "teams", multiple=True, help="A specialist's team; may be given again.")
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True, help="Of the portal.")
@click.password_option(help="Asked for when left out, which keeps it out of your shell's history.")
@with_config
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
    """Let somebody log in, as NAME."""
    made = accounts.add_account(
        migrated(config, "gateway"),
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
@with_config
def list_accounts(config: Config) -> None:
    """List every account."""
    rows = table("Account", "Name", "Roles", "Customer", "Teams", "Language")
    for known in accounts.list_accounts(migrated(config, "gateway")):
        rows.add_row(
            known.name,
            known.full_name,
            ", ".join(known.roles),
            known.customer or "",
            ", ".join(known.teams),
            known.language,
        )
    if rows.row_count:
        console.print(rows)
    else:
        console.print("There are no accounts. `balie account add` makes one.")


@account.command(short_help="Give an account another password.")
@click.argument("name")
@click.password_option(help="Asked for when left out, which keeps it out of your shell's history.")
@with_config
def password(config: Config, name: str, password: str) -> None:
    """Give the account NAME another password; it is logged out everywhere."""
    accounts.change_password(migrated(config, "gateway"), name=name, password=password)
    console.print(f"The password of {name} is changed.")


@click.group()
def token() -> None:
    """Look after the tokens that programs use instead of a password."""


@token.command()
@click.option("--account", "account_name", required=True, help="Whose rights the token has.")
@click.option("--name", required=True, help="What it is for, as 'building management'.")
@click.option("--days", type=click.IntRange(1, 3650), help="After so many days it is over; without, never.")
@with_config
def create(config: Config, account_name: str, name: str, days: int | None) -> None:
    """Make a token and show it, this once."""
    moment = now()
    expires_at = moment + timedelta(days=days) if days else None
    made = tokens.create_token(
        migrated(config, "gateway"), account=account_name, name=name, expires_at=expires_at, now=moment
    )
    # The token alone on standard output, so that a script can take it.
    click.echo(made)
    click.echo("Keep it safe: it is not shown again. Use it as `Authorization: Bearer <token>`.", err=True)


@token.command(short_help="Let a token count no longer.")
@click.option("--account", "account_name", required=True, help="Whose token it is.")
@click.option("--name", required=True, help="What it was for.")
@with_config
def revoke(config: Config, account_name: str, name: str) -> None:
    """Let a token count no longer; a gateway that just let it in may do so for two seconds more."""
    tokens.revoke_token(migrated(config, "gateway"), account=account_name, name=name)
    console.print(f"Token {name} of {account_name} is revoked.")


@token.command("list")
@click.option("--account", "account_name", help="Only the tokens of this account.")
@with_config
def list_tokens(config: Config, account_name: str | None) -> None:
    """List the tokens there are, without the tokens themselves."""
    rows = table("Account", "Token", "Made", "Last used", "Until")
    for kept in tokens.list_tokens(migrated(config, "gateway"), account_name):
        rows.add_row(
            kept.account,
            kept.name,
            f"{kept.created_at:%Y-%m-%d}",
            f"{kept.used_at:%Y-%m-%d %H:%M}" if kept.used_at else "never",
            f"{kept.expires_at:%Y-%m-%d}" if kept.expires_at else "for ever",
        )
    if rows.row_count:
        console.print(rows)
    else:
        console.print("There are no tokens. `balie token create` makes one.")
