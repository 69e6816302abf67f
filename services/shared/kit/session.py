"""A session that is SQLAlchemy's own only for what is mapped to classes.

Opening and closing an ORM session takes as long as two statements on its connection, and what is
asked all day needs none: it is about tables. So the bare connection answers that, and the ORM
session is made when something first asks for it, on the same connection and in the same transaction.
"""

from __future__ import annotations

from typing import Any, cast

from sqlalchemy import Connection
from sqlalchemy.orm import Session

# Under this name a session's `info` has the `Database` it belongs to.
DATABASE = "balie_database"


class LeanSession:
    """To who uses it a `Session`, without `begin` and `commit`: whoever made it does those."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._mapped: Session | None = None
        self.info: dict[str, Any] = {}

    def execute(self, statement: Any, *arguments: Any, **options: Any) -> Any:
        return self._for(statement).execute(statement, *arguments, **options)

    def scalar(self, statement: Any, *arguments: Any, **options: Any) -> Any:
        return self._for(statement).scalar(statement, *arguments, **options)

    def scalars(self, statement: Any, *arguments: Any, **options: Any) -> Any:
        return self._for(statement).scalars(statement, *arguments, **options)

    def get_bind(self) -> Connection:
        return self._connection

    def connection(self) -> Connection:
        return self._connection

    def flush(self) -> None:
        if self._mapped is not None:
            self._mapped.flush()

    def close(self) -> None:
        """Let go of the objects; the transaction is left as it is."""
        if self._mapped is not None:
            self._mapped.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._orm(), name)

    def _for(self, statement: Any) -> Any:
        about = getattr(statement, "_propagate_attrs", {})
        return self._orm() if about.get("compile_state_plugin") == "orm" else self._connection

    def _orm(self) -> Session:
        if self._mapped is None:
            self._mapped = Session(self._connection, expire_on_commit=False)
        return self._mapped


def session_on(connection: Connection, database: Any) -> Session:
    """A session on a connection to this database, in the transaction that is open there."""
    session = LeanSession(connection)
    session.info[DATABASE] = database
    return cast(Session, session)
