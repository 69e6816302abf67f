from typing import Any

import pytest

from services.gateway.domain.account import Account
from services.gateway.storage.accounts import Accounts
from services.gateway.use_cases.accounts import add_account, change_password, get_account, list_accounts
from services.gateway.use_cases.sessions import log_in, who_is_session
from services.shared.errors import Forbidden, Invalid, NotFound, Refused
from services.shared.kit.database import Database
from tests.gateway.builders import both_databases
from tests.gateway.conftest import NOON, PASSWORD

pytestmark = both_databases


def asked(**other: Any) -> dict[str, Any]:
    return {"name": "Piet", "full_name": " Piet Smit ", "password": PASSWORD, "roles": ["agent"], "now": NOON} | other


def test_an_account_is_kept_under_a_name_in_small_letters(database: Database) -> None:
    made = add_account(database, **asked(roles=["specialist", "agent", "agent"], teams=["T-1"]))
    assert made == Account("piet", "Piet Smit", ("agent", "specialist"), None, ("T-1",), "nl")
    assert list_accounts(database) == [made]


def test_the_password_itself_is_not_kept(database: Database) -> None:
    add_account(database, **asked())
    with database.reading() as session:
        kept = Accounts(session).password_hash("piet")
    assert kept is not None
    assert kept.startswith("$argon2id$")
    assert PASSWORD not in kept


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": "p i e t"}, "name"),
        ({"full_name": ""}, "full_name"),
        ({"full_name": "Piet\x00"}, "full_name"),
        ({"roles": []}, "roles"),
        ({"roles": ["boss"]}, "roles"),
        ({"roles": ["customer"]}, "customer"),
        ({"teams": ["no team"]}, "teams"),
        ({"language": "de"}, "language"),
        ({"password": "short"}, "password"),
    ],
)
def test_an_account_that_cannot_be_is_refused(database: Database, wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        add_account(database, **asked(**wrong))
    assert list(refusal.value.errors) == [field]
    assert list_accounts(database) == []


def test_account_name_is_taken(database: Database) -> None:
    first = add_account(database, **asked())
    with pytest.raises(Refused) as refusal:
        add_account(database, **asked(name="PIET", full_name="Another"))
    assert refusal.value.code == "account_name_is_taken"
    assert list_accounts(database) == [first]


def test_another_password_ends_the_sessions(database: Database, accounts: None) -> None:
    key = log_in(database, name="anna", password=PASSWORD, address="192.0.2.1", now=NOON).key
    change_password(database, name="Anna", password="another long password")
    assert who_is_session(database, key=key, now=NOON) is None
    with pytest.raises(Forbidden):
        log_in(database, name="anna", password=PASSWORD, address="192.0.2.1", now=NOON)
    log_in(database, name="anna", password="another long password", address="192.0.2.1", now=NOON)


def test_a_password_that_is_refused_changes_nothing(database: Database, accounts: None) -> None:
    with pytest.raises(Invalid):
        change_password(database, name="anna", password="short")
    log_in(database, name="anna", password=PASSWORD, address="192.0.2.1", now=NOON)


def test_an_unknown_account(database: Database) -> None:
    with pytest.raises(NotFound):
        get_account(database, "nobody")
    with pytest.raises(NotFound):
        change_password(database, name="nobody", password=PASSWORD)
