"""Giving people an account, and another password.

These use cases open their own transactions, because hashing a password takes long and nothing slow
may happen inside one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from marshmallow import fields, validate

from services.gateway.domain.account import (
    Account,
    account_name,
    check_account_name,
    check_password,
    check_roles,
    may_be_account_name,
    readable_password,
)
from services.gateway.passwords import hash_password
from services.gateway.recognised import forget_recognised
from services.gateway.storage.accounts import Accounts
from services.gateway.storage.keys import Sessions
from services.shared.actor import ROLES
from services.shared.contracts.base import Code, Request, Text
from services.shared.errors import NotFound, Refused
from services.shared.kit.database import Database


class AddAccount(Request):
    """Somebody who may log in."""

    full_name = Text(120, required=True)
    roles = fields.List(fields.String(validate=validate.OneOf(ROLES)), required=True)
    customer = Code(load_default=None, allow_none=True)
    teams = fields.List(Code(), load_default=list)
    language = fields.String(validate=validate.OneOf(("nl", "en")), load_default="nl")


def add_account(
    database: Database,
    *,
    name: str,
    full_name: str,
    password: str,
    roles: Iterable[str],
    customer: str | None = None,
    teams: Iterable[str] = (),
    language: str = "nl",
    now: datetime,
) -> Account:
    """Give somebody an account; raises Invalid, or Refused when the name is taken."""
    told: dict[str, Any] = AddAccount.read(
        {
            "full_name": full_name,
            "roles": list(roles),
            "customer": customer,
            "teams": list(teams),
            "language": language,
        }
    )
    account = Account(
        name=account_name(name),
        full_name=told["full_name"],
        roles=tuple(role for role in ROLES if role in told["roles"]),
        customer=told["customer"],
        teams=tuple(told["teams"]),
        language=told["language"],
    )
    check_account_name(account.name)
    check_roles(account.roles, account.customer)
    check_password(readable_password(password), account.name)
    password_hash = hash_password(password)
    with database.transaction() as session:
        if not Accounts(session).add(account, password_hash, now):
            raise Refused("account_name_is_taken", f"There is an account {account.name} already.")
    return account


def change_password(database: Database, *, name: str, password: str) -> None:
    """Give an account another password and end its sessions; its tokens stay."""
    known = get_account(database, name)
    check_password(readable_password(password), known.name)
    password_hash = hash_password(password)
    with database.transaction() as session:
        Accounts(session).set_password_hash(known.name, password_hash)
        Sessions(session).end_all(known.name)
    forget_recognised(database)


def get_account(database: Database, name: str) -> Account:
    """One account; raises NotFound."""
    name = account_name(name)
    if may_be_account_name(name):
        with database.reading() as session:
            account = Accounts(session).get(name)
        if account is not None:
            return account
    raise NotFound(f"There is no account {name}.")


def list_accounts(database: Database) -> list[Account]:
    """Every account, by name."""
    with database.reading() as session:
        return Accounts(session).all()
