"""The unit of work: one message is one transaction, with everything a use case needs in hand."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, ClassVar, Self

from sqlalchemy import Table, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from services.shared.actor import SERVICE, Actor
from services.shared.contracts.base import Told
from services.shared.contracts.event import Event
from services.shared.errors import Refused
from services.shared.kit.database import Database
from services.shared.kit.journal import Journal, KitTables


class UnitOfWork:
    """One transaction of one service. A service's own class adds its repositories in `open`.

    `actor` is who asks; `cause` is kept with every event told: the correlation id, the account,
    or, when a follower handles one, the event this followed from. `key` is the caller's idempotency key.
    """

    source: ClassVar[str]
    tables: ClassVar[KitTables]
    contracts: ClassVar[dict[str, type[Told]]]

    def __init__(self, session: Session, actor: Actor, cause: dict[str, Any], key: str | None = None) -> None:
        self.session = session
        self.actor = actor
        self.key = key
        self.journal = Journal(session, self.tables.journal, self.source, self.contracts, cause)
        self.open()

    def open(self) -> None:
        """Make the repositories."""

    @classmethod
    @contextmanager
    def begin(
        cls,
        database: Database,
        actor: Actor = SERVICE,
        cause: dict[str, Any] | None = None,
        key: str | None = None,
    ) -> Iterator[Self]:
        """Work that is all kept on leaving, or not at all when anything is raised."""
        with database.transaction() as session:
            yield cls(session, actor, cause or {}, key)

    @classmethod
    @contextmanager
    def look(cls, database: Database, actor: Actor = SERVICE) -> Iterator[Self]:
        """Work that only reads."""
        with database.reading() as session:
            yield cls(session, actor, {})

    def follow_from(self, event: Event) -> None:
        """What is told from here on was caused by `event`."""
        self.journal.cause = {"event": event.id}
        if event.correlation_id:
            self.journal.cause["correlation_id"] = event.correlation_id

    def once(self, asked: Any, now: datetime, answer: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        """What `answer` gives, but when the caller repeats its idempotency key what it gave the first time.

        `asked` is what the caller asked; another request under a used key raises Refused. The key
        is taken first, so a repeat that comes while the first is still at work waits for it.
        """
        if self.key is None:
            return answer()
        table = self.tables.answered
        fingerprint = hashlib.sha256(json.dumps(asked, sort_keys=True, default=str).encode()).hexdigest()
        mine = (table.c.account == self.actor.account) & (table.c.key == self.key)
        if not insert_once(
            self.session,
            table,
            account=self.actor.account,
            key=self.key,
            fingerprint=fingerprint,
            answer=None,
            answered_at=now,
        ):
            first = self.session.execute(select(table.c.fingerprint, table.c.answer).where(mine)).one()
            if first.fingerprint != fingerprint:
                raise Refused(
                    "idempotency_key_reused",
                    "This Idempotency-Key was used for another request. Use a key of its own for each request.",
                )
            return dict(first.answer)
        given = answer()
        self.session.execute(update(table).where(mine).values(answer=given))
        return given

    def forget_answers_before(self, moment: datetime) -> None:
        """Drop answers given before this moment; their keys may be used again."""
        table = self.tables.answered
        self.session.execute(delete(table).where(table.c.answered_at < moment))


def insert_once(session: Session, table: Table, **values: Any) -> bool:
    """Insert a row unless one with its key is there; says whether it was inserted. The same on both dialects."""
    dialects: dict[str, Any] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}
    insert = dialects[session.get_bind().dialect.name]
    # Without this option SQLAlchemy does not keep how many rows an INSERT made, and answers -1.
    statement = insert(table).values(**values).on_conflict_do_nothing().execution_options(preserve_rowcount=True)
    return int(getattr(session.execute(statement), "rowcount", 0)) == 1
