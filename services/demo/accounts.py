"""The accounts of the demo: one per role, with a password that is printed because nothing here is secret."""

from __future__ import annotations

from dataclasses import dataclass

from services.demo.content.people import COLLEAGUES, CUSTOMERS
from services.gateway.use_cases.accounts import add_account, list_accounts
from services.shared.kit.clock import now
from services.shared.kit.config import Config
from services.shared.kit.database import database_of

PASSWORD = "welkom-bij-balie"  # Printed at every start with demo data.
CUSTOMER_ACCOUNT = "marieke"


@dataclass(frozen=True)
class DemoAccount:
    """Who may log in to the demo."""

    name: str
    full_name: str
    roles: tuple[str, ...]
    customer: str | None = None
    teams: tuple[str, ...] = ()


def _one_per_role() -> tuple[DemoAccount, ...]:
    customer = CUSTOMERS[0]
    found = {"customer": DemoAccount(CUSTOMER_ACCOUNT, customer.name, ("customer",), customer.code)}
    for colleague in COLLEAGUES:
        found.setdefault(
            colleague.roles[0],
            DemoAccount(colleague.account, colleague.name, colleague.roles, teams=colleague.teams),
        )
    return tuple(found.values())


ACCOUNTS = _one_per_role()


def make(config: Config) -> None:
    """Make the accounts that are not there yet."""
    database = database_of(config, "gateway")
    known = {account.name for account in list_accounts(database)}
    for account in ACCOUNTS:
        if account.name not in known:
            add_account(
                database,
                name=account.name,
                full_name=account.full_name,
                password=PASSWORD,
                roles=account.roles,
                customer=account.customer,
                teams=account.teams,
                now=now(),
            )
