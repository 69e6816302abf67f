from datetime import timedelta

import pytest

from services.gateway.domain.key import fingerprint
from services.gateway.storage.tables import TokenRow
from services.gateway.use_cases.sessions import who_is_session
from services.gateway.use_cases.tokens import create_token, list_tokens, revoke_token, who_is_token
from services.shared.errors import Invalid, NotFound, Refused
from services.shared.kit.database import Database
from tests.gateway.builders import both_databases
from tests.gateway.conftest import NOON

pytestmark = [pytest.mark.usefixtures("accounts"), both_databases]
HOUR = timedelta(hours=1)


def test_a_token_stands_for_its_account(database: Database) -> None:
    token = create_token(database, account=" Anna ", name=" kiosk ", now=NOON)
    account = who_is_token(database, token=token, now=NOON)
    assert account is not None
    assert account.name == "anna"


def test_only_the_fingerprint_of_a_token_is_kept(database: Database) -> None:
    token = create_token(database, account="anna", name="kiosk", now=NOON)
    with database.reading() as session:
        assert [row.fingerprint for row in session.query(TokenRow)] == [fingerprint(token)]


@pytest.mark.parametrize("token", ["", "balie_", "balie_nonsense", "nonsense", "balie_\ud800"])
def test_a_token_nobody_made(database: Database, token: str) -> None:
    assert who_is_token(database, token=token, now=NOON) is None


def test_a_revoked_token_counts_no_longer(database: Database) -> None:
    token = create_token(database, account="anna", name="kiosk", now=NOON)
    revoke_token(database, account="anna", name="kiosk")
    assert who_is_token(database, token=token, now=NOON) is None
    assert list_tokens(database) == []
    with pytest.raises(NotFound):
        revoke_token(database, account="anna", name="kiosk")


def test_another_accounts_token_cannot_be_revoked_by_its_name(database: Database) -> None:
    token = create_token(database, account="anna", name="kiosk", now=NOON)
    with pytest.raises(NotFound):
        revoke_token(database, account="carla", name="kiosk")
    assert who_is_token(database, token=token, now=NOON) is not None


def test_a_token_is_over_at_its_moment(database: Database) -> None:
    token = create_token(database, account="anna", name="kiosk", expires_at=NOON + HOUR, now=NOON)
    assert who_is_token(database, token=token, now=NOON + HOUR - timedelta(microseconds=1)) is not None
    assert who_is_token(database, token=token, now=NOON + HOUR) is None


def test_token_name_is_taken(database: Database) -> None:
    create_token(database, account="anna", name="kiosk", now=NOON)
    with pytest.raises(Refused) as refusal:
        create_token(database, account="anna", name="kiosk", now=NOON)
    assert refusal.value.code == "token_name_is_taken"
    create_token(database, account="carla", name="kiosk", now=NOON)
    assert [(kept.account, kept.name) for kept in list_tokens(database)] == [("anna", "kiosk"), ("carla", "kiosk")]
    assert [kept.account for kept in list_tokens(database, "Carla")] == ["carla"]


def test_a_token_that_cannot_be_is_refused(database: Database) -> None:
    with pytest.raises(Invalid):
        create_token(database, account="anna", name=" ", now=NOON)
    with pytest.raises(Invalid):
        create_token(database, account="anna", name="kiosk", expires_at=NOON, now=NOON)
    with pytest.raises(NotFound):
        create_token(database, account="nobody", name="kiosk", now=NOON)
    assert list_tokens(database) == []


def test_a_use_is_written_at_most_once_a_minute(database: Database) -> None:
    token = create_token(database, account="anna", name="kiosk", now=NOON)
    used = []
    for seconds in (0, 57, 60):
        who_is_token(database, token=token, now=NOON + timedelta(seconds=seconds))
        used.append(list_tokens(database)[0].used_at)
    assert used == [NOON, NOON, NOON + timedelta(minutes=1)]


def test_a_token_that_was_just_used_is_no_session(database: Database) -> None:
    token = create_token(database, account="anna", name="kiosk", now=NOON)
    assert who_is_token(database, token=token, now=NOON) is not None
    assert who_is_session(database, key=token, now=NOON) is None


def test_a_token_that_was_just_used_counts_no_longer_when_it_is_revoked(database: Database) -> None:
    token = create_token(database, account="anna", name="kiosk", now=NOON)
    assert who_is_token(database, token=token, now=NOON) is not None
    revoke_token(database, account="anna", name="kiosk")
    assert who_is_token(database, token=token, now=NOON) is None
