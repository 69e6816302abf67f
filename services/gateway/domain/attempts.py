"""How often somebody may guess a password before they have to wait."""

import ipaddress
import math
from collections.abc import Sequence
from datetime import datetime, timedelta

WINDOW = timedelta(minutes=15)
PER_ACCOUNT = 5
# A whole office may share one address, and must not be locked out by a few colleagues' typing errors.
PER_ADDRESS = 100


def seconds_to_wait(failures: Sequence[datetime], allowed: int, now: datetime) -> int:
    """How long until one more guess is allowed; 0 when it is allowed now.

    A failure counts for fifteen minutes. Refused guesses are not failures, so waiting always ends.
    """
    recent = sorted(moment for moment in failures if now - moment < WINDOW)
    if len(recent) < allowed:
        return 0
    return max(1, math.ceil((recent[-allowed] + WINDOW - now).total_seconds()))


def neighbourhood(address: str) -> str:
    """The part of an address that one caller has: all of it, but for IPv6 the /64 they can move in."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return address[:45]
    if known.version == 6:
        return str(ipaddress.ip_network((known, 64), strict=False).network_address)
    return str(known)
