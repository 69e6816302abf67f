"""What a service can say about itself, for whoever keeps an eye on the desk.

Nothing is lost between the services, but it may wait: events the broker has not been given, events
whose handler failed, journals a follower has not caught up with. A service where this grows looks
as alive as any other, so each one counts it, and the gateway's `/metrics` shows the figures.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from services.shared.kit.journal import KitTables, last_position
from services.shared.kit.relay import CURSOR, cursor_position


def health_of(session: Session, tables: KitTables, sources: Iterable[str]) -> dict[str, Any]:
    """How a service is, as plain JSON.

    `journal` is the position of its last numbered event, `unpublished` how many wait for the relay,
    `parked` how many wait because a handler failed, and `following` how far it is in each of `sources`.
    """
    end = last_position(session, tables.journal)
    unnumbered = tables.journal.c.position.is_(None)
    return {
        # It was asked just now; when it does not answer, the caller hears that instead of all this.
        "database": True,
        # Positions have no gaps, so what was numbered and not published need not be counted row by row.
        "unpublished": _count(session, tables.journal, unnumbered) + end - cursor_position(session, tables, CURSOR),
        "parked": _count(session, tables.parked),
        "following": {source: cursor_position(session, tables, source) for source in sources},
        "journal": end,
    }


def _count(session: Session, table: Any, *conditions: Any) -> int:
    return session.scalar(select(func.count()).select_from(table).where(*conditions)) or 0
