"""Keys people and programs show to be recognised: sessions, tokens, and how long they last.

Only a key's fingerprint is kept, so whoever reads the database cannot come in with it. A key is 256
random bits, which nobody guesses, so its fingerprint needs no salt and no slow hash.
"""

import hashlib
import secrets
from datetime import datetime, timedelta

TOKEN_PREFIX = "balie_"
IDLE_AT_MOST = timedelta(hours=12)
SESSION_AT_MOST = timedelta(days=7)
USE_IS_NOTED_EVERY = timedelta(minutes=1)


def new_session_key() -> str:
    """A key for one browser."""
    return secrets.token_urlsafe(32)


def new_token() -> str:
    """A key for one program; the prefix lets scanners find one that leaked."""
    return TOKEN_PREFIX + secrets.token_urlsafe(32)


def fingerprint(key: str) -> str:
    """What is kept of a key."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def session_is_over(started_at: datetime, seen_at: datetime, now: datetime) -> bool:
    """Whether a session lasted too long or was left alone too long."""
    return now - started_at >= SESSION_AT_MOST or now - seen_at >= IDLE_AT_MOST


def token_is_over(expires_at: datetime | None, now: datetime) -> bool:
    """Whether a token's last day has passed."""
    return expires_at is not None and now >= expires_at


def use_should_be_noted(noted_at: datetime | None, now: datetime) -> bool:
    """Whether a use is worth a write: once a minute is enough to see what is still used."""
    return noted_at is None or now - noted_at >= USE_IS_NOTED_EVERY
