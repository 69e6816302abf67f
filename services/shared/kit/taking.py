"""Taking the rows of all services out of their databases, for a backup.

The tables are those that the database has, whatever release made them, so a backup can be made before
a migration. Values become plain JSON of a few kinds that both databases know.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, inspect, types
from sqlalchemy.engine.reflection import Inspector

from services.shared.errors import Refused
from services.shared.kit.archive import Column, Manifest, Row, ServiceManifest, TableRows
from services.shared.kit.database import UtcDateTime
from services.shared.kit.migration_state import VERSION_TABLE, NotMigrated, current_of

ROWS_AT_A_TIME = 2000
# Of a table with bytes, whose rows may be megabytes each.
LARGE_ROWS_AT_A_TIME = 5
# SQLite keeps an index of words as a table `<name>_index` with a few beside it, and triggers fill it.
INDEX_OF_FTS5 = re.compile(r"_index(_data|_idx|_docsize|_config)?$")

# A kind of value, with the types that hold it in a database; the first that fits counts.
KINDS: dict[str, Any] = {
    "json": types.JSON,
    "boolean": types.Boolean,
    "moment": types.DateTime,
    "date": types.Date,
    "number": types.Integer,
    "text": types.String,
    "bytes": types.LargeBinary,
}
# How a value of a kind is read and written. JSON stays the text it is, so that it comes back exactly as it was.
TYPES: dict[str, Any] = {
    "json": sa.Text,
    "boolean": sa.Boolean,
    "moment": UtcDateTime,
    "date": sa.Date,
    "number": sa.BigInteger,
    "text": sa.Text,
    "bytes": sa.LargeBinary,
}


def manifest_of(
    connection: Connection, services: Sequence[str], version: str, made_at: datetime, secret: str | None
) -> Manifest:
    """What a backup of these services says of itself; raises NotMigrated for a service without tables."""
    found = {}
    for service in services:
        migration = current_of(connection, service)
        if migration is None:
            raise NotMigrated(f"The database of {service} has no tables of Balie, so there is nothing to back up.")
        tables = {name: count(connection, service, name) for name in tables_of(inspect(connection), service)}
        found[service] = ServiceManifest(migration, tables, _series(connection, service))
    return Manifest(version, made_at.isoformat(timespec="seconds"), connection.dialect.name, found, secret)


def rows_of(connection: Connection, manifest: Manifest) -> Iterator[TableRows]:
    """Every table that the manifest names, with its rows, in its order."""
    inspector = inspect(connection)
    for service, told in manifest.services.items():
        columns = columns_of(inspector, service)
        keys = inspector.get_multi_pk_constraint(schema=service)
        for name in told.tables:
            order = keys[service, name]["constrained_columns"]
            yield TableRows(service, name, columns[name], _rows(connection, service, name, columns[name], order))


def tables_of(inspector: Inspector, service: str) -> list[str]:
    """The tables of a service, each after those it refers to."""
    found = [name for name, _ in inspector.get_sorted_table_and_fkc_names(schema=service) if name]
    return [name for name in found if name != VERSION_TABLE and not INDEX_OF_FTS5.search(name)]


def columns_of(inspector: Inspector, service: str) -> dict[str, list[Column]]:
    """The columns of each table, with their kinds; what the database works out by itself is not among them."""
    return {
        str(table): [
            Column(column["name"], _kind(f"{service}.{table}.{column['name']}", column["type"]))
            for column in columns
            if "computed" not in column
        ]
        for (_, table), columns in inspector.get_multi_columns(schema=service).items()
        if not INDEX_OF_FTS5.search(str(table))
    }


def table_of(service: str, name: str, columns: Sequence[Column]) -> sa.TableClause:
    """A table as rows are read from it and written to it."""
    return sa.table(name, *(sa.column(column.name, TYPES[column.kind]) for column in columns), schema=service)


def count(connection: Connection, service: str, table: str) -> int:
    """How many rows a table has."""
    return connection.scalar(sa.select(sa.func.count()).select_from(sa.table(table, schema=service))) or 0


def _kind(column: str, kept: types.TypeEngine[Any]) -> str:
    for kind, fitting in KINDS.items():
        if isinstance(kept, fitting):
            return kind
    raise Refused("unknown_kind_of_column", f"{column} is {kept!r}, which a backup cannot hold yet.")


def _rows(connection: Connection, service: str, name: str, columns: list[Column], keys: list[str]) -> Iterator[Row]:
    table = table_of(service, name, columns)
    taken = [
        sa.cast(table.c[column.name], sa.Text) if column.kind == "json" else table.c[column.name] for column in columns
    ]
    asked = sa.select(*taken).order_by(*(table.c[key] for key in keys))
    for batch in connection.execute(asked, execution_options={"yield_per": rows_at_a_time(columns)}).partitions():
        for row in batch:
            yield [_plain(value) for value in row]


def rows_at_a_time(columns: Sequence[Column]) -> int:
    """How many rows of a table fit in memory together."""
    return LARGE_ROWS_AT_A_TIME if any(column.kind == "bytes" for column in columns) else ROWS_AT_A_TIME


def _plain(value: Any) -> Any:
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return b64encode(value).decode() if isinstance(value, bytes) else value


def _series(connection: Connection, service: str) -> dict[str, int]:
    """The last number that each sequence gave; SQLite has none and takes the next number from the last row."""
    if connection.dialect.name == "sqlite":
        return {}
    asked = sa.text(
        "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = :service AND last_value IS NOT NULL "
        "ORDER BY 1"
    )
    return {row.sequencename: row.last_value for row in connection.execute(asked, {"service": service})}
