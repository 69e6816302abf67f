"""Writing rows: each at once, or all that a transaction writes as one statement at its end.

Every statement is a trip to the database and back, and half a dozen of them are most of what a
registration takes. On PostgreSQL those whose result nobody waits for go together, as parts of one
statement (`Database.transaction(one_statement=True)`); it is made once for each combination of tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import CTE, Table, bindparam, insert, literal, select
from sqlalchemy.orm import Session

from services.shared.kit.made_once import MadeOnce

LATER = "balie_later"


class Shape(NamedTuple):
    """The columns of a row that is added."""

    table: Table
    columns: tuple[str, ...]


def write_later(session: Session) -> None:
    """Let everything that is written in this session go to the database together, at its end."""
    session.info[LATER] = []


def writes_later(session: Session) -> bool:
    """Whether what is written now goes to the database at the end."""
    return LATER in session.info


def add_row(session: Session, table: Table, values: dict[str, Any]) -> None:
    """Add a row, given by column."""
    shape, given = Shape(table, tuple(values)), tuple(values.values())
    if writes_later(session):
        session.info[LATER].append((shape, given))
    else:
        _alone(shape).rows(session, _named([given]))


def add_rows(session: Session, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Add many rows that have the same columns, with few statements."""
    if writes_later(session):
        for row in rows:
            add_row(session, table, row)
    elif rows:
        session.execute(insert(table), rows)


def write_what_waits(session: Session) -> None:
    """Write what was left for the end, in one statement."""
    waiting = session.info.pop(LATER, None)
    if waiting:
        shapes, values = zip(*waiting, strict=True)
        _together(shapes).rows(session, _named(values))


def _named(rows: Iterable[tuple[Any, ...]]) -> dict[str, Any]:
    return {f"v{n}_{i}": value for n, row in enumerate(rows) for i, value in enumerate(row)}


@cache
def _alone(shape: Shape) -> MadeOnce:
    return MadeOnce(_statement(shape, 0))


@cache
def _together(shapes: tuple[Shape, ...]) -> MadeOnce:
    parts: list[CTE] = [_statement(shape, n).cte(f"part_{n}") for n, shape in enumerate(shapes)]
    return MadeOnce(select(literal(1)).add_cte(*parts))


@cache
def _statement(shape: Shape, n: int) -> Any:
    columns = shape.table.c
    values = {name: bindparam(f"v{n}_{i}", type_=columns[name].type) for i, name in enumerate(shape.columns)}
    return insert(shape.table).values(values).inline()
