"""psycopg's cursor, which says what the columns of an answer are called only to who looks.

SQLAlchemy asks that of every answer and remembers what it was for the same statement, but psycopg makes an
object of twenty lines of Python for each column each time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from psycopg import Cursor


class _Columns:
    """A `description` (PEP 249): of each column its name and its type's number, and five times nothing."""

    def __init__(self, answer: Any, encoding: str) -> None:
        self._answer, self._encoding = answer, encoding

    def __len__(self) -> int:
        return int(self._answer.nfields)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        for i in range(len(self)):
            name = (self._answer.fname(i) or b"").decode(self._encoding)
            yield name, self._answer.ftype(i), None, None, None, None, None

    def __getitem__(self, which: Any) -> Any:
        return list(self)[which]


class LeanCursor(Cursor[Any]):
    """A cursor whose `description` costs nothing until it is read."""

    @property
    def description(self) -> Any:
        answer = self.pgresult
        if not answer or not answer.nfields:
            return super().description
        return _Columns(answer, self.connection.info.encoding)
