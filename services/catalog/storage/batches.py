"""Writing many rows with few statements."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

AT_A_TIME = 500

T = TypeVar("T")


def batched(values: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """The values in parts of this size."""
    return (values[at : at + size] for at in range(0, len(values), size))


def put_all(session: Session, table: Any, rows: Sequence[dict[str, Any]], **changes: Callable[[Any], Any]) -> None:
    """Insert these rows, or change those that are there to them; each gives the same columns.

    `changes` say what becomes of a column of a row that is there, given the row that was to be inserted.
    """
    if not rows:
        return
    dialects: dict[str, Any] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}
    statement = dialects[session.get_bind().dialect.name](table)
    keys = [column.name for column in table.primary_key]
    others = {name: statement.excluded[name] for name in rows[0] if name not in keys}
    others |= {name: change(statement.excluded) for name, change in changes.items()}
    if others:
        statement = statement.on_conflict_do_update(index_elements=keys, set_=others)
    session.execute(statement, rows)
