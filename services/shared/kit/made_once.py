"""Statements that never differ: made once, and given to the database's driver as they are.

For each execution SQLAlchemy looks up what it made of a statement before, makes a cursor, a context and a
result, and takes them apart again: half of what it takes intake to ask PostgreSQL something.
Connections, their pool, transactions and errors stay SQLAlchemy's.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from sqlalchemy import Connection, Dialect
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session

CURSOR = "balie_cursor"
MOST_ROWS = 300


class MadeOnce:
    """A statement about tables, whose values are given each time by the names of its parameters.

    Its rows are named tuples: of a class that has its columns in their order, or else of one by their names.
    """

    def __init__(self, statement: Any, row: type[tuple[Any, ...]] | None = None) -> None:
        self._statement = statement
        self._row = row
        self._direct: dict[str, _Direct] = {}

    def rows(self, session: Session, values: dict[str, Any] | None = None) -> Sequence[Any]:
        """All rows it answers."""
        connection = session.connection()
        direct = self._direct.get(connection.dialect.name)
        if direct is None:
            direct = self._direct[connection.dialect.name] = _Direct(self._statement, connection.dialect, self._row)
        if not direct.differs:
            return direct.rows(connection, values or {})
        found = session.execute(self._statement, values or {}).all()
        return found if self._row is None else [tuple.__new__(self._row, row) for row in found]


class _Direct:
    """A statement as a driver takes it."""

    def __init__(self, statement: Any, dialect: Dialect, row: type[tuple[Any, ...]] | None) -> None:
        compiled = statement.compile(dialect=dialect)
        self._text = compiled.string
        # A list of values, for one, is written into the text of a statement anew for each execution, and a column may
        # have a value that Python makes.
        self.differs = bool(
            compiled.post_compile_params
            or compiled.literal_execute_params
            or compiled.insert_prefetch
            or compiled.update_prefetch
        )
        # What is not given is missed by the driver, and not taken for nothing.
        constants = {} if self.differs else compiled.construct_params(_check=False)
        self._constants = {name: value for name, value in constants.items() if not compiled.binds[name].required}
        # Where a driver takes values by place: their names in that order.
        self._places: list[str] | None = compiled.positiontup
        self._write: dict[str, Callable[[Any], Any]] = dict(compiled._bind_processors)
        columns = compiled._result_columns
        self._answers = bool(columns)
        names: Any = [column.keyname for column in columns]
        kind = row or namedtuple("Row", names, rename=True)
        # As `_make`, without its look at the length, which took a tenth of the time of a page.
        self._row = partial(tuple.__new__, kind)
        read = [column.type._cached_result_processor(dialect, None) for column in columns]
        self._read = [(n, process) for n, process in enumerate(read) if process is not None]

    def rows(self, connection: Connection, values: dict[str, Any]) -> Sequence[Any]:
        try:
            told = self._told(values)
        except Exception as wrong:
            raise StatementError(f"A value cannot be used: {wrong!r}", self._text, values, wrong) from wrong
        cursor = _cursor(connection.connection)
        # For tests, which look at what is asked.
        if connection._has_events or connection.engine._has_events:
            for listen in connection.dispatch.before_cursor_execute:
                listen(connection, cursor, self._text, told, None, False)
        try:
            cursor.execute(self._text, told)
            found: list[tuple[Any, ...]] = cursor.fetchall() if self._answers else []
        except BaseException as wrong:
            connection.connection.info.pop(CURSOR, None)
            # As SQLAlchemy does: its own kind for an error of the driver, and no further use of a connection that may
            # be half way.
            text = self._text if isinstance(wrong, connection.dialect.loaded_dbapi.Error) else None
            connection._handle_dbapi_exception(wrong, text, told, cursor, None)
        if len(found) > MOST_ROWS:
            # A cursor holds on to its last answer.
            connection.connection.info.pop(CURSOR)
        return list(map(self._row, map(self._as_read, found) if self._read else found))

    def _told(self, values: dict[str, Any]) -> dict[str, Any] | tuple[Any, ...]:
        """The values as the driver takes them."""
        given = self._constants | values
        for name, write in self._write.items():
            if name in given:
                given[name] = write(given[name])
        return given if self._places is None else tuple([given[name] for name in self._places])

    def _as_read(self, row: Iterable[Any]) -> list[Any]:
        values = list(row)
        for n, process in self._read:
            values[n] = process(values[n])
        return values


def _cursor(connection: Any) -> Any:
    """The one cursor of a connection, which costs as much to make as to use."""
    cursor = connection.info.get(CURSOR)
    if cursor is None or cursor.connection is not connection.dbapi_connection:
        cursor = connection.info[CURSOR] = connection.cursor()
    return cursor
