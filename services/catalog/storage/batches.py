"""Writing many rows with few statements."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from services.shared.kit.writing import insert_rows

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
    keys = [column.name for column in table.primary_key]

    def or_change(statement: Any) -> Any:
        others = {name: statement.excluded[name] for name in rows[0] if name not in keys}
        others |= {name: change(statement.excluded) for name, change in changes.items()}
        return statement.on_conflict_do_update(index_elements=keys, set_=others) if others else statement

    insert_rows(session, dialects[session.get_bind().dialect.name](table), rows, or_change)
