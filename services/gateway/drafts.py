"""The notification a customer is half way through, kept here so that the four steps have addresses of their own.

A draft belongs to one account. It is forgotten after a month, and an account has at most twenty.
"""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from flask import g

from services.gateway.identity import database
from services.gateway.storage.drafts import Drafts
from services.shared.errors import Forbidden, NotFound
from services.shared.kit import clock

KEPT_FOR = timedelta(days=30)
AT_MOST = 20
GONE = "This draft is gone."


def start() -> str:
    """Start a draft of who is asking; answers its id."""
    id, now = str(uuid.uuid4()), clock.now()
    with database().transaction() as session:
        drafts = Drafts(session, _owner())
        drafts.clear_away(now - KEPT_FOR)
        drafts.drop_all_but(AT_MOST - 1)
        drafts.add(id, now)
    return id


def load(id: str) -> dict[str, Any]:
    """What was filled in so far; raises NotFound for another's draft too."""
    with database().reading() as session:
        data = Drafts(session, _owner()).get(_known(id))
    if data is None:
        raise NotFound(GONE)
    return data


def keep(id: str, data: dict[str, Any]) -> None:
    """Keep what was filled in so far; raises NotFound for another's draft too."""
    with database().transaction() as session:
        if not Drafts(session, _owner()).keep(_known(id), data, clock.now()):
            raise NotFound(GONE)


def drop(id: str) -> None:
    """Forget a draft; one that is gone is no trouble."""
    with database().transaction() as session:
        Drafts(session, _owner()).drop(_known(id))


def _owner() -> str:
    if g.account is None:
        raise Forbidden("Log in first.")
    name: str = g.account.name
    return name


def _known(id: str) -> str:
    # PostgreSQL cannot even be asked for some texts (NUL), and no draft is called anything but a UUID.
    try:
        return str(uuid.UUID(id))
    except ValueError:
        raise NotFound(GONE) from None
