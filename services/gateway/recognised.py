"""Who was recognised a moment ago, so that a busy program is not looked up for each of its requests.

Looking up a token was two fifths of what the gateway did for a request. A session or token that was
ended counts for two seconds more at most, and most often no longer, when this process ended it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from weakref import WeakKeyDictionary

from services.gateway.domain.account import Account
from services.shared.kit.database import Database
from services.shared.kit.remembered import Remembered

SECONDS, AT_MOST = 2.0, 10_000
TOKEN, SESSION = "token", "session"

Seen = tuple[Account, datetime, datetime]

_recognised: WeakKeyDictionary[Database, Remembered[Seen]] = WeakKeyDictionary()


def recognised(database: Database, kind: str, mark: str, now: datetime) -> Account | None:
    """Whose key of this kind has this fingerprint, if it was looked up a moment ago."""
    account, seen_at, until = _of(database).get((kind, mark)) or (None, now, now)
    # By the clock on the wall as well, which may have been put forward or back.
    return account if seen_at <= now < until else None


def recognise(
    database: Database, kind: str, mark: str, account: Account, now: datetime, ends_at: datetime | None = None
) -> None:
    """Remember whose key has this fingerprint, for a moment, and no longer than until the key `ends_at`."""
    until = now + timedelta(seconds=SECONDS)
    _of(database).keep((kind, mark), (account, now, min(until, ends_at or until)))


def forget_recognised(database: Database) -> None:
    """Look everybody up again: somebody may have lost their key."""
    _of(database).forget_all()


def _of(database: Database) -> Remembered[Seen]:
    return _recognised.setdefault(database, Remembered(SECONDS, AT_MOST))
