"""Accounts and tokens by the command line, on each database."""

from __future__ import annotations

import pytest

from services.gateway.use_cases.sessions import log_in
from services.shared.errors import Forbidden
from services.shared.kit.clock import now
from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from tests.cli.command import Outcome, run

PASSWORD = "een-lang-wachtwoord"
ANOUK = ("account", "add", "anouk", "--full-name", "Anouk Terpstra", "--role", "agent", "--password")


def may_log_in(config: Config, name: str, password: str) -> bool:
    try:
        log_in(database_of(config, "gateway"), name=name, password=password, address="192.0.2.7", now=now())
    except Forbidden:
        return False
    return True


def test_an_account_is_made_listed_and_gets_another_password(config: Config) -> None:
    assert run("account", "list", config=config).out == "There are no accounts. `balie account add` makes one.\n"
    assert run(*ANOUK, PASSWORD, config=config) == Outcome(0, "Anouk Terpstra may log in as anouk.\n", "")
    words = ["account", "add", "tom", "--full-name", "Tom", "--role", "specialist", "--role", "agent"]
    more = ["--team", "TECHNIEK", "--team", "ICT", "--language", "en", "--password", PASSWORD]
    assert run(*words, *more, config=config).code == 0
    listed = run("account", "list", config=config).out.splitlines()
    assert [line.split() for line in listed] == [
        ["Account", "Name", "Roles", "Customer", "Teams", "Language"],
        ["anouk", "Anouk", "Terpstra", "agent", "nl"],
        ["tom", "Tom", "agent,", "specialist", "TECHNIEK,", "ICT", "en"],
    ]
    assert may_log_in(config, "anouk", PASSWORD)
    changed = run("account", "password", "anouk", config=config, typed="een-ander-wachtwoord\n" * 2)
    assert (changed.code, changed.out.splitlines()[-1]) == (0, "The password of anouk is changed.")
    assert not may_log_in(config, "anouk", PASSWORD)
    assert may_log_in(config, "anouk", "een-ander-wachtwoord")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ((*ANOUK, "kort"), "This password cannot be used. password: Use at least 10 characters."),
        (
            ("account", "add", "bo", "--full-name", "Bo", "--role", "customer", "--password", PASSWORD),
            "A customer's account must say which customer it is. customer: Give the customer's code.",
        ),
        (
            ("account", "add", "Bo de Vries", "--full-name", "Bo", "--role", "agent", "--password", PASSWORD),
            "This cannot be the name of an account. name: Use at most 60 letters a-z, digits and . _ @ + -, starting "
            "with a letter or digit.",
        ),
        (("account", "password", "anouk", "--password", PASSWORD), "There is no account anouk."),
        (("token", "create", "--account", "anouk", "--name", "test"), "There is no account anouk."),
        (("token", "revoke", "--account", "anouk", "--name", "test"), "There is no account anouk."),
        (("token", "list", "--account", "anouk"), "There is no account anouk."),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(words: tuple[str, ...], line: str, config: Config) -> None:
    told = run(*words, config=config)
    assert (told.code, told.refusal) == (1, line)
    assert run("account", "list", config=config).out.startswith("There are no accounts.")


def test_a_role_that_is_none_is_refused(config: Config) -> None:
    told = run("account", "add", "bo", "--full-name", "Bo", "--role", "boss", "--password", PASSWORD, config=config)
    assert told.code == 2
    assert told.refusal.startswith("Invalid value for '--role': 'boss' is not one of 'customer', 'agent', 'specialist'")


def test_a_taken_name_is_refused(config: Config) -> None:
    run(*ANOUK, PASSWORD, config=config)
    again = run("account", "add", "Anouk", "--full-name", "X", "--role", "agent", "--password", PASSWORD, config=config)
    assert again.refusal == "There is an account anouk already."
    assert "Anouk Terpstra" in run("account", "list", config=config).out


def test_a_token_is_shown_once_listed_and_revoked(config: Config) -> None:
    run(*ANOUK, PASSWORD, config=config)
    assert run("token", "list", config=config).out == "There are no tokens. `balie token create` makes one.\n"
    create = ("token", "create", "--account", "anouk", "--name", "bms")
    made = run(*create, "--days", "30", config=config)
    assert made.code == 0
    assert made.out.startswith("balie_")
    assert made.out.count("\n") == 1
    listed = run("token", "list", "--account", "anouk", config=config).out
    assert listed.splitlines()[1].split()[:2] == ["anouk", "bms"]
    assert made.out.strip() not in listed
    assert run(*create, config=config).refusal == "Account anouk has a token bms already; revoke it first."
    revoke = ("token", "revoke", "--account", "anouk", "--name", "bms")
    assert run(*revoke, config=config).out == "Token bms of anouk is revoked.\n"
    assert run(*revoke, config=config).refusal == "Account anouk has no token bms."
