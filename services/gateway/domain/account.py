"""Who may come in: an account, what it may be called, and what its password must be."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from services.shared.actor import Actor
from services.shared.errors import Invalid

# The name is kept with every event and idempotency key, in columns of 60.
NAME = re.compile(r"[a-z0-9][a-z0-9._@+-]{0,59}")
SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 200


@dataclass(frozen=True)
class Account:
    """Somebody who can log in; `customer` is who they are to intake, `teams` whose work they do."""

    name: str
    full_name: str
    roles: tuple[str, ...]
    customer: str | None = None
    teams: tuple[str, ...] = ()
    language: str = "nl"

    def actor(self) -> Actor:
        """This account as it travels with every call."""
        return Actor(self.name, self.full_name, self.roles, self.customer, self.teams)


def account_name(typed: str) -> str:
    """The name an account is kept under: in small letters, because nobody remembers their capitals."""
    return unicodedata.normalize("NFC", typed).strip().lower()


def may_be_account_name(name: str) -> bool:
    """Whether an account could have this name; if not, the database need not (and cannot always) be asked."""
    return NAME.fullmatch(name) is not None


def check_account_name(name: str) -> None:
    """Refuse a name that cannot be an account's."""
    if not may_be_account_name(name):
        raise Invalid(
            "This cannot be the name of an account.",
            {"name": ["Use at most 60 letters a-z, digits and . _ @ + -, starting with a letter or digit."]},
        )


def check_roles(roles: tuple[str, ...], customer: str | None) -> None:
    """Refuse an account that could do nothing: a customer account must say which customer it is."""
    if not roles:
        raise Invalid("An account needs a role.", {"roles": ["Give at least one role."]})
    if "customer" in roles and customer is None:
        raise Invalid(
            "A customer's account must say which customer it is.", {"customer": ["Give the customer's code."]}
        )


def readable_password(typed: str) -> str:
    """The same password whatever keyboard it was typed on: accents in one Unicode form."""
    return unicodedata.normalize("NFC", typed)


def check_password(password: str, name: str) -> None:
    """Refuse a password that is too easily guessed."""
    wrong = None
    if len(password) < SHORTEST_PASSWORD:
        wrong = f"Use at least {SHORTEST_PASSWORD} characters."
    elif len(password) > LONGEST_PASSWORD:
        wrong = f"Use at most {LONGEST_PASSWORD} characters."
    elif password.strip().lower() == name:
        wrong = "Use something else than the name of the account."
    if wrong:
        raise Invalid("This password cannot be used.", {"password": [wrong]})
