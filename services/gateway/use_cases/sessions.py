"""Logging in, being recognised, and logging out."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from services.gateway.domain.account import Account, account_name, may_be_account_name
from services.gateway.domain.attempts import PER_ACCOUNT, PER_ADDRESS, WINDOW, neighbourhood, seconds_to_wait
from services.gateway.domain.key import fingerprint, new_session_key, session_is_over, use_should_be_noted
from services.gateway.passwords import hash_password, password_matches, should_be_hashed_again
from services.gateway.recognised import SESSION, forget_recognised, recognise, recognised
from services.gateway.refusals import TooManyAttempts
from services.gateway.storage.accounts import Accounts
from services.gateway.storage.attempts import Attempts
from services.gateway.storage.keys import Sessions
from services.shared.errors import Forbidden
from services.shared.kit.database import Database

WRONG = "The name of the account or the password is wrong."
WAIT = "There were too many attempts to log in. Wait a while and try again."


class LoggedIn(NamedTuple):
    """Who logged in, and the key their browser shows from now on."""

    account: Account
    key: str


def log_in(
    database: Database, *, name: str, password: str, address: str, instead_of: str | None = None, now: datetime
) -> LoggedIn:
    """Start a session; raises Forbidden, with one message whatever was wrong, or TooManyAttempts.

    The session always gets a new key, and the one the browser had (`instead_of`) ends, so nobody can
    plant a key they know.
    """
    name = account_name(name)
    password_hash = _note_attempt(database, name, address, now)
    if not password_matches(password_hash, password):
        raise Forbidden(WRONG)
    assert password_hash is not None
    again = hash_password(password) if should_be_hashed_again(password_hash) else None
    key = new_session_key()
    with database.transaction() as session:
        accounts, sessions = Accounts(session), Sessions(session)
        account = accounts.get(name)
        # While we were hashing, the password may have been changed to keep somebody out.
        if account is None or accounts.password_hash(name) != password_hash:
            raise Forbidden(WRONG)
        if again:
            accounts.set_password_hash(name, again)
        Attempts(session).forget_name(fingerprint(name))
        if instead_of:
            sessions.end(fingerprint(instead_of))
        sessions.clear_away(now)
        sessions.add(fingerprint(key), name, now)
    forget_recognised(database)
    return LoggedIn(account, key)


def _note_attempt(database: Database, name: str, address: str, now: datetime) -> str | None:
    """Count this attempt as failed until it succeeds; answers the hash of the account's password.

    It is counted before the password is looked at, so guesses sent at the same time count too.
    """
    who, where = fingerprint(name), neighbourhood(address)
    with database.transaction() as session:
        attempts = Attempts(session)
        wait = max(
            seconds_to_wait(attempts.moments_of_name(who), PER_ACCOUNT, now),
            seconds_to_wait(attempts.moments_of_address(where), PER_ADDRESS, now),
        )
        if wait:
            raise TooManyAttempts(WAIT, wait)
        attempts.forget_before(now - WINDOW)
        attempts.add(who, where, now)
        return Accounts(session).password_hash(name) if may_be_account_name(name) else None


def log_out(database: Database, *, key: str) -> None:
    """End a session; one that is unknown has ended already."""
    with database.transaction() as session:
        Sessions(session).end(fingerprint(key))
    forget_recognised(database)


def who_is_session(database: Database, *, key: str, now: datetime) -> Account | None:
    """Whose session this is; None when it is nobody's or is over."""
    mark = fingerprint(key)
    if known := recognised(database, SESSION, mark, now):
        return known
    with database.reading() as session:
        kept = Sessions(session).get(mark)
        account = Accounts(session).get(kept.account) if kept else None
    if kept is None or session_is_over(kept.started_at, kept.seen_at, now):
        return None
    if use_should_be_noted(kept.seen_at, now):
        with database.transaction() as session:
            Sessions(session).see(mark, now)
    if account is not None:
        recognise(database, SESSION, mark, account, now)
    return account
