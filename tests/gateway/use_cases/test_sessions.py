from datetime import datetime, timedelta
from typing import Any

import pytest
from argon2 import PasswordHasher

from services.gateway import passwords
from services.gateway.domain.key import fingerprint
from services.gateway.refusals import TooManyAttempts
from services.gateway.storage.accounts import Accounts
from services.gateway.storage.keys import Sessions
from services.gateway.storage.tables import LoginAttemptRow, SessionRow
from services.gateway.use_cases.sessions import LoggedIn, log_in, log_out, who_is_session
from services.shared.errors import Forbidden
from services.shared.kit.database import Database
from tests.gateway.builders import both_databases
from tests.gateway.conftest import NOON, PASSWORD

pytestmark = both_databases

MINUTE = timedelta(minutes=1)


def enter(database: Database, now: datetime = NOON, **other: Any) -> LoggedIn:
    return log_in(database, **{"name": "anna", "password": PASSWORD, "address": "192.0.2.1", "now": now} | other)


def count(database: Database, table: Any) -> int:
    with database.reading() as session:
        return session.query(table).count()


@pytest.fixture(autouse=True)
def _known(accounts: None) -> None:
    """There are accounts to log in to."""


def test_logging_in_gives_a_key_that_is_recognised(database: Database) -> None:
    entered = enter(database, name=" ANNA ")
    assert entered.account.full_name == "Anna Bakker"
    assert who_is_session(database, key=entered.key, now=NOON) == entered.account


def test_only_the_fingerprint_of_a_key_is_kept(database: Database) -> None:
    key = enter(database).key
    with database.reading() as session:
        assert [row.fingerprint for row in session.query(SessionRow)] == [fingerprint(key)]


@pytest.mark.parametrize("wrong", [{"password": "not the password"}, {"name": "nobody"}, {"name": "x\x00\ud800" * 99}])
def test_whatever_is_wrong_the_message_is_the_same(database: Database, wrong: dict[str, str]) -> None:
    with pytest.raises(Forbidden) as refusal:
        enter(database, **wrong)
    assert refusal.value.message == "The name of the account or the password is wrong."
    assert count(database, SessionRow) == 0


def test_an_unknown_account_costs_a_hash_too(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    verified = []

    class Counting(PasswordHasher):
        def verify(self, hash: Any, password: Any) -> Any:
            verified.append(hash)
            return super().verify(hash, password)

    monkeypatch.setattr(passwords, "hasher", Counting(time_cost=1, memory_cost=8, parallelism=1))
    with pytest.raises(Forbidden):
        enter(database, name="nobody")
    assert len(verified) == 1


def test_a_new_log_in_ends_the_session_the_browser_had(database: Database) -> None:
    planted = enter(database).key
    entered = enter(database, instead_of=planted)
    assert entered.key != planted
    assert who_is_session(database, key=planted, now=NOON) is None
    assert who_is_session(database, key=entered.key, now=NOON) == entered.account


def test_logging_out_ends_the_session(database: Database) -> None:
    key = enter(database).key
    log_out(database, key=key)
    assert who_is_session(database, key=key, now=NOON) is None
    assert count(database, SessionRow) == 0


def test_a_session_left_alone_for_twelve_hours_is_over(database: Database) -> None:
    entered = enter(database)
    almost = NOON + timedelta(hours=12) - MINUTE
    assert who_is_session(database, key=entered.key, now=almost) == entered.account
    # That was a use, so it goes on from there.
    assert who_is_session(database, key=entered.key, now=almost + timedelta(hours=11)) == entered.account
    assert who_is_session(database, key=entered.key, now=almost + timedelta(hours=23)) is None


def test_a_session_is_over_after_seven_days(database: Database) -> None:
    entered = enter(database)
    for hours in range(0, 7 * 24, 11):
        assert who_is_session(database, key=entered.key, now=NOON + timedelta(hours=hours)) == entered.account
    assert who_is_session(database, key=entered.key, now=NOON + timedelta(days=7)) is None


def test_a_use_is_written_at_most_once_a_minute(database: Database) -> None:
    key = enter(database).key
    seen = []
    for seconds in (30, 57, 60, 90):
        who_is_session(database, key=key, now=NOON + timedelta(seconds=seconds))
        with database.reading() as session:
            kept = Sessions(session).get(fingerprint(key))
            assert kept is not None
            seen.append((kept.seen_at - NOON).total_seconds())
    assert seen == [0, 0, 60, 60]


def test_sessions_that_are_over_are_cleared_away(database: Database) -> None:
    enter(database)
    enter(database, now=NOON + timedelta(hours=12))
    assert count(database, SessionRow) == 1


def fail(database: Database, times: int, now: datetime = NOON, **other: Any) -> None:
    for _ in range(times):
        with pytest.raises(Forbidden):
            enter(database, now, password="not the password", **other)


def test_after_five_failures_an_account_has_to_wait(database: Database) -> None:
    fail(database, 5)
    with pytest.raises(TooManyAttempts) as refusal:
        enter(database, now=NOON + MINUTE, address="198.51.100.9")
    assert refusal.value.code == "too_many_attempts"
    assert refusal.value.retry_after == 14 * 60
    assert count(database, SessionRow) == 0
    enter(database, now=NOON + 15 * MINUTE)


def test_an_unknown_account_has_to_wait_just_as_long(database: Database) -> None:
    fail(database, 5, name="nobody")
    with pytest.raises(TooManyAttempts):
        enter(database, name="nobody")


def test_attempts_that_were_refused_do_not_make_the_wait_longer(database: Database) -> None:
    fail(database, 5)
    for _ in range(9):
        with pytest.raises(TooManyAttempts):
            enter(database, now=NOON + 14 * MINUTE)
    enter(database, now=NOON + 15 * MINUTE)


def test_after_a_hundred_failures_an_address_has_to_wait(database: Database) -> None:
    for number in range(100):
        fail(database, 1, name=f"guess{number}")
    with pytest.raises(TooManyAttempts):
        enter(database)
    enter(database, address="192.0.2.2")


def test_the_right_password_forgets_the_typing_mistakes(database: Database) -> None:
    fail(database, 4)
    enter(database)
    fail(database, 4)
    enter(database)


def test_ones_own_log_in_does_not_forget_guesses_at_others(database: Database) -> None:
    for number in range(99):
        fail(database, 1, name=f"guess{number}")
    enter(database)
    fail(database, 1, name="guess99")
    with pytest.raises(TooManyAttempts):
        enter(database)


def test_old_attempts_are_cleared_away(database: Database) -> None:
    fail(database, 3)
    fail(database, 1, now=NOON + 15 * MINUTE, name="other")
    assert count(database, LoginAttemptRow) == 1


def test_a_hash_with_old_parameters_is_made_again(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "hasher", PasswordHasher(time_cost=2, memory_cost=16, parallelism=1))
    enter(database)
    with database.reading() as session:
        kept = Accounts(session).password_hash("anna")
    assert kept is not None
    assert "m=16,t=2,p=1" in kept
    enter(database)
