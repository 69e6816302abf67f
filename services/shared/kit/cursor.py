"""psycopg's cursor, which says at less cost what the columns of an answer are called.

SQLAlchemy asks that for every answer, and psycopg makes an object of twenty lines of Python for each
column. For a notification with its timeline that took a twentieth of all that intake does to show it.
"""

from __future__ import annotations

from typing import Any

from psycopg import Cursor


class LeanCursor(Cursor[Any]):
    """A cursor whose `description` holds tuples of a name and a type's number, and five times nothing (PEP 249)."""

    @property
    def description(self) -> Any:
        answer = self.pgresult
        if not answer or not answer.nfields:
            return super().description
        encoding = self.connection.info.encoding
        return [
            ((answer.fname(i) or b"").decode(encoding), answer.ftype(i), None, None, None, None, None)
            for i in range(answer.nfields)
        ]
