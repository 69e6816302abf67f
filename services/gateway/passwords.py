"""Hashing passwords with argon2id, so that a stolen database does not give them away.

The parameters are RFC 9106's for machines with little memory (64 MiB, three passes), argon2-cffi's
own choice. One hash takes 50 to 150 ms of a processor, so it is made off the thread that all requests
share; the limit on log-ins keeps it from being a way to hold the desk up all the same.
"""

from __future__ import annotations

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY

from services.gateway.domain.account import LONGEST_PASSWORD, readable_password
from services.shared.kit.threads import alone_off_the_loop

hasher = PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)


def hash_password(password: str) -> str:
    """What is kept of a password."""
    return alone_off_the_loop(hasher.hash, _bytes(password))


def password_matches(password_hash: str | None, password: str) -> bool:
    """Whether this is the password; takes as long without a hash, so an unknown account cannot be told apart."""
    return alone_off_the_loop(_matches, password_hash, _bytes(password))


def should_be_hashed_again(password_hash: str) -> bool:
    """Whether a hash was made with other parameters than today's."""
    return hasher.check_needs_rehash(password_hash)


def _matches(password_hash: str | None, password: bytes) -> bool:
    try:
        right = hasher.verify(password_hash or _nobodys_hash(), password)
    except (VerificationError, InvalidHashError):
        return False
    return right and password_hash is not None


@cache
def _nobodys_hash() -> str:
    return hasher.hash(b"nobody has this password")


def _bytes(password: str) -> bytes:
    # Nobody has a longer password, so nobody needs us to hash a megabyte.
    return readable_password(password)[: LONGEST_PASSWORD + 1].encode("utf-8", "surrogatepass")
