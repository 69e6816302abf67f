"""Who was recognised a moment ago, so that a busy program is not looked up for each of its requests.

Looking up a token was two fifths of what the gateway did for a request. A session or token that is
ended by this process counts no longer at once; one that is ended elsewhere, within two seconds.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from weakref import WeakKeyDictionary

from services.gateway.domain.account import Account
from services.shared.kit.database import Database

FOR = timedelta(seconds=2)
AT_MOST = 10_000

_recognised: WeakKeyDictionary[Database, dict[str, tuple[Account, datetime]]] = WeakKeyDictionary()


def recognised(database: Database, mark: str, now: datetime) -> Account | None:
    """Whose key has this fingerprint, if it was looked up a moment ago."""
    account, until = _recognised.get(database, {}).get(mark, (None, now))
    return account if now < until else None


def recognise(database: Database, mark: str, account: Account, now: datetime, ends_at: datetime | None = None) -> None:
    """Remember whose key has this fingerprint, for a moment, and no longer than until the key `ends_at`."""
    known = _recognised.setdefault(database, {})
    if len(known) >= AT_MOST:
        known.clear()
    known[mark] = account, min(now + FOR, ends_at or now + FOR)


def forget_recognised(database: Database) -> None:
    """Look everybody up again: somebody may have lost their key."""
    _recognised.pop(database, None)
