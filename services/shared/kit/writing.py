"""Writing rows: each at once, or all that a transaction writes as one statement at its end.

Every statement is a trip to the database and back, and half a dozen of them are most of what a
registration takes. On PostgreSQL those whose result nobody waits for go together, as parts of one
statement (`Database.transaction(one_statement=True)`); it is made once for each combination of tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import CTE, JSON, String, Table, Text, bindparam, cast, column, func, insert, literal, select
from sqlalchemy.orm import Session

from services.shared.kit.engines import as_json
from services.shared.kit.made_once import MadeOnce

LATER = "balie_later"
Finish = Callable[[Any], Any]


class Shape(NamedTuple):
    """The columns of a row that is added."""

    table: Table
    columns: tuple[str, ...]


def _as_it_is(statement: Any) -> Any:
    return statement


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
        insert_rows(session, insert(table), rows)


def insert_rows(session: Session, statement: Any, rows: Sequence[dict[str, Any]], finish: Finish = _as_it_is) -> None:
    """Execute an INSERT of rows that have the same columns, with what `finish` adds to it.

    PostgreSQL is given them as one document: as values one by one, what it takes to write a statement of thousands of
    them is a quarter of what a large import takes.
    """
    if session.get_bind().dialect.name != "postgresql":
        session.execute(finish(statement), rows)
        return
    names = list(rows[0])
    columns = statement.table.c
    # As text, what is too long for a column is refused, and not cut off.
    kinds = [column(name, Text if isinstance(columns[name].type, String) else columns[name].type) for name in names]
    document = cast(bindparam("rows", type_=Text), JSON)
    each = func.json_to_recordset(document).table_valued(*kinds).render_derived(with_types=True)
    from_them = statement.from_select(names, select(*(each.c[name] for name in names)))
    told = [{name: _as_told(value) for name, value in row.items()} for row in rows]
    session.execute(finish(from_them), {"rows": as_json(told)})


def _as_told(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


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
