"""Putting the rows of a backup back, within one transaction over all services.

The tables are brought to the migration of the backup first, so an older backup fits too; when its rows
are in, the migrations since then are run on them.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any

import psycopg
import sqlalchemy as sa
from sqlalchemy import Connection, inspect
from sqlalchemy.exc import DBAPIError

from services.shared.errors import Refused
from services.shared.kit import migrations
from services.shared.kit.archive import Archive, Column, Manifest, Row, TableRows, damaged
from services.shared.kit.migration_state import VERSION_TABLE, current_of
from services.shared.kit.taking import INDEX_OF_FTS5, columns_of, count, rows_at_a_time, table_of, tables_of

# A follower notes how far it has read before there is anything to lose.
MAY_HAVE_ROWS = "cursor"
# A sequence `notification_number` gives the ids of `notification`; any other one belongs to its column.
NUMBERS = "_number"

READ: dict[str, Any] = {"moment": datetime.fromisoformat, "date": date.fromisoformat, "bytes": b64decode}


def put_back(connection: Connection, archive: Archive) -> None:
    """Replace what the services have by what the archive has, and bring it to this release."""
    manifest = archive.manifest
    for service, told in manifest.services.items():
        _make_ready(connection, service, told.migration)
    columns = {service: columns_of(inspect(connection), service) for service in manifest.services}
    for table in archive.tables():
        _require_fitting(manifest, archive.name, table, columns)
        put = _copy if connection.dialect.name == "postgresql" else _insert
        try:
            put(connection, table)
        except (DBAPIError, psycopg.DataError, psycopg.IntegrityError) as wrong:
            reason = str(getattr(wrong, "orig", wrong)).splitlines()[0]
            raise Refused(
                "rows_do_not_fit",
                f"Rows of {table.service}.{table.name} in {archive.name} do not fit ({reason}). Nothing was restored.",
            ) from wrong
    for service, told in manifest.services.items():
        _verify(connection, archive.name, service, told.tables)
        _continue_series(connection, service, told.series)
        migrations.upgrade(connection, service)


def what_is_there(connection: Connection, services: Iterable[str]) -> dict[str, int]:
    """How many rows each service has that would be lost."""
    rows = {}
    for service in services:
        tables = (name for name in _existing(connection, service) if name != MAY_HAVE_ROWS)
        rows[service] = sum(count(connection, service, name) for name in tables)
    return {service: found for service, found in rows.items() if found}


def _existing(connection: Connection, service: str) -> list[str]:
    inspector = inspect(connection)
    return tables_of(inspector, service) if service in inspector.get_schema_names() else []


def _make_ready(connection: Connection, service: str, migration: str) -> None:
    """Give a service the empty tables of a migration."""
    found = _existing(connection, service)
    at = current_of(connection, service) if found else None
    if at == migration:
        # Emptied and not made again, so that the rights that were given on them stay.
        _empty(connection, service, found)
        return
    if connection.dialect.name == "postgresql" and service not in inspect(connection).get_schema_names():
        connection.execute(sa.schema.CreateSchema(service))
    if at:
        _drop(connection, service)
    migrations.upgrade(connection, service, to=migration)


def _drop(connection: Connection, service: str) -> None:
    tables = sa.MetaData(schema=service)
    # What stands beside an index of words goes with it.
    beside = re.compile(INDEX_OF_FTS5.pattern.replace("?", ""))
    tables.reflect(connection, only=lambda name, _: name != VERSION_TABLE and not beside.search(name))
    tables.drop_all(connection)
    # Not made again either: a service may do less with this one than with the tables that a migration makes.
    _empty(connection, service, [VERSION_TABLE])
    for sequence in _sequences(connection, service):
        connection.execute(sa.schema.DropSequence(sa.Sequence(sequence, schema=service)))


def _empty(connection: Connection, service: str, tables: list[str]) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("TRUNCATE " + ", ".join(f'"{service}"."{name}"' for name in tables)))
        return
    for name in reversed(tables):
        connection.execute(sa.delete(sa.table(name, schema=service)))


def _require_fitting(
    manifest: Manifest, name: str, table: TableRows, there: dict[str, dict[str, list[Column]]]
) -> None:
    told = manifest.services.get(table.service)
    if told is None or table.name not in told.tables:
        raise damaged(name, f"its first line does not name {table.service}.{table.name}")
    if sorted(table.columns) != sorted(there[table.service].get(table.name, [])):
        raise damaged(name, f"the columns of {table.service}.{table.name} are not those of its migration")


def _insert(connection: Connection, table: TableRows) -> None:
    statement = sa.insert(table_of(table.service, table.name, table.columns))
    for rows in _batches(table.rows, rows_at_a_time(table.columns)):
        connection.execute(statement, [_values(table.columns, row) for row in rows])


def _copy(connection: Connection, table: TableRows) -> None:
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    # COPY takes text for any type, and every value of a backup is written as PostgreSQL reads it.
    cursor: Any = connection.connection.cursor()
    with cursor, cursor.copy(f'COPY "{table.service}"."{table.name}" ({columns}) FROM STDIN') as copy:
        bytes_at = [place for place, column in enumerate(table.columns) if column.kind == "bytes"]
        for row in table.rows:
            for place in bytes_at:
                row[place] = b64decode(row[place]) if row[place] is not None else None
            copy.write_row(row)


def _batches(rows: Iterable[Row], at_a_time: int) -> Iterator[list[Row]]:
    left = iter(rows)
    while batch := list(islice(left, at_a_time)):
        yield batch


def _values(columns: list[Column], row: Row) -> dict[str, Any]:
    return {
        column.name: READ[column.kind](value) if value is not None and column.kind in READ else value
        for column, value in zip(columns, row, strict=True)
    }


def _verify(connection: Connection, name: str, service: str, tables: dict[str, int]) -> None:
    for table, rows in tables.items():
        found = count(connection, service, table)
        if found != rows:
            raise damaged(name, f"{service}.{table} has {found} rows instead of {rows}")
    # PostgreSQL looks at every row that comes in.
    if connection.dialect.name == "sqlite":
        for row in connection.execute(sa.text(f"PRAGMA {service}.foreign_key_check")):
            raise damaged(name, f"{service}.{row.table} refers to rows of {row.parent} that are not there")


def _sequences(connection: Connection, service: str) -> list[str]:
    # SQLite has none: there the next number follows from the last row.
    return inspect(connection).get_sequence_names(schema=service) if connection.dialect.supports_sequences else []


def _continue_series(connection: Connection, service: str, given: dict[str, int]) -> None:
    """Let every sequence go on after the last number that was given, and after every row."""
    sequences = _sequences(connection, service)
    owners = {
        row.sequence: (row.table, row.column)
        for row in (connection.execute(sa.text(OWNED_SEQUENCES), {"service": service}) if sequences else ())
    }
    for sequence in sequences:
        table, column = owners.get(sequence) or (sequence.removesuffix(NUMBERS), "id")
        highest = connection.scalar(
            sa.select(sa.func.max(sa.column(column))).select_from(sa.table(table, schema=service))
        )
        last = max(highest or 0, given.get(sequence, 0))
        connection.execute(
            sa.text("SELECT setval(CAST(:sequence AS regclass), :number, :given)"),
            {"sequence": f'"{service}"."{sequence}"', "number": max(last, 1), "given": last > 0},
        )


OWNED_SEQUENCES = """
SELECT sequence.relname AS sequence, owner.relname AS table, owner_column.attname AS column
FROM pg_depend
JOIN pg_class AS sequence ON sequence.oid = pg_depend.objid AND sequence.relkind = 'S'
JOIN pg_class AS owner ON owner.oid = pg_depend.refobjid
JOIN pg_attribute AS owner_column
  ON owner_column.attrelid = owner.oid AND owner_column.attnum = pg_depend.refobjsubid
JOIN pg_namespace ON pg_namespace.oid = sequence.relnamespace
WHERE pg_namespace.nspname = :service AND pg_depend.deptype IN ('a', 'i')
  AND pg_depend.classid = CAST('pg_class' AS regclass)
"""
