"""The unit of work: one message is one transaction, with everything a use case needs in hand."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from typing import Any, ClassVar, Self

from sqlalchemy import Table, bindparam, delete, literal, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from services.shared.actor import SERVICE, Actor
from services.shared.contracts.base import Told
from services.shared.contracts.event import Event
from services.shared.errors import Refused, Unavailable
from services.shared.kit.database import Database
from services.shared.kit.journal import Journal, KitTables
from services.shared.kit.made_once import MadeOnce
from services.shared.kit.writing import add_row, writes_later


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

    def finish(self) -> None:
        """What must still be kept before the transaction ends."""

    @classmethod
    @contextmanager
    def begin(
        cls,
        database: Database,
        actor: Actor = SERVICE,
        cause: dict[str, Any] | None = None,
        key: str | None = None,
        one_statement: bool = False,
    ) -> Iterator[Self]:
        """Work that is all kept on leaving, or not at all when anything is raised; see `Database.transaction`."""
        with database.transaction(one_statement=one_statement) as session:
            work = cls(session, actor, cause or {}, key)
            yield work
            work.finish()

    @classmethod
    @contextmanager
    def look(cls, database: Database, actor: Actor = SERVICE, key: str | None = None) -> Iterator[Self]:
        """Work that only reads."""
        with database.reading() as session:
            yield cls(session, actor, {}, key)

    def follow_from(self, event: Event) -> None:
        """What is told from here on was caused by `event`."""
        self.journal.cause = {"event": event.id}
        if event.correlation_id:
            self.journal.cause["correlation_id"] = event.correlation_id

    def once(self, asked: Any, now: datetime, answer: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        """What `answer` gives, but when the caller repeats its idempotency key what it gave the first time.

        `asked` is what the caller asked; another request under a used key raises Refused. The key
        is taken first, so a repeat that comes while the first is still at work waits for it. Where all
        is written at the end, the key is too, and a repeat ends in an IntegrityError.
        """
        if self.key is None:
            return answer()
        table = self.tables.answered
        row = {"account": self.actor.account, "key": self.key, "fingerprint": _fingerprint(asked), "answered_at": now}
        if writes_later(self.session):
            given = answer()
            # When somebody was first with this key, the database refuses all that was to be written.
            add_row(self.session, table, row | {"answer": given})
        elif insert_once(self.session, table, **row, answer=None):
            given = answer()
            _keep_answer(table).rows(self.session, self._mine() | {"given": given})
        else:
            first = self.first_answer(asked)
            if first is None:
                raise Unavailable("What was answered the first time is being forgotten just now. Try again.")
            given = first
        return given

    def first_answer(self, asked: Any) -> dict[str, Any] | None:
        """What was answered the first time this key came, if it did; raises Refused when it asked something else."""
        found = _first_answer(self.tables.answered).rows(self.session, self._mine())
        if not found:
            return None
        (first,) = found
        if first.fingerprint != _fingerprint(asked):
            raise Refused(
                "idempotency_key_reused",
                "This Idempotency-Key was used for another request. Use a key of its own for each request.",
            )
        return dict(first.answer)

    def answer_under_key(self) -> dict[str, Any] | None:
        """What was answered under this key, whatever it was that was asked; None when nothing was."""
        found = _first_answer(self.tables.answered).rows(self.session, self._mine()) if self.key else []
        return dict(found[0].answer) if found and found[0].answer else None

    def _mine(self) -> dict[str, Any]:
        return {"my_account": self.actor.account, "my_key": self.key}

    def forget_answers_before(self, moment: datetime) -> None:
        """Drop answers given before this moment; their keys may be used again."""
        table = self.tables.answered
        self.session.execute(delete(table).where(table.c.answered_at < moment))


def insert_once(session: Session, table: Table, **values: Any) -> bool:
    """Insert a row unless one with its key is there; says whether it was inserted. The same on both dialects."""
    statement = _insert_once(table, session.get_bind().dialect.name, tuple(values))
    return bool(statement.rows(session, values))


def _fingerprint(asked: Any) -> str:
    return hashlib.sha256(json.dumps(asked, sort_keys=True, default=str).encode()).hexdigest()


# Statements that never differ are made once: SQLAlchemy takes longer to make one than a database to do it.


@cache
def _insert_once(table: Table, dialect: str, columns: tuple[str, ...]) -> MadeOnce:
    dialects: dict[str, Any] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}
    given = {name: bindparam(name, type_=table.c[name].type) for name in columns}
    # It answers a row for the row that it made.
    return MadeOnce(dialects[dialect](table).values(given).on_conflict_do_nothing().returning(literal(1)))


@cache
def _keep_answer(table: Table) -> MadeOnce:
    mine = (table.c.account == bindparam("my_account")) & (table.c.key == bindparam("my_key"))
    return MadeOnce(update(table).where(mine).values(answer=bindparam("given", type_=table.c.answer.type)))


@cache
def _first_answer(table: Table) -> MadeOnce:
    mine = (table.c.account == bindparam("my_account")) & (table.c.key == bindparam("my_key"))
    return MadeOnce(select(table.c.fingerprint, table.c.answer).where(mine))
