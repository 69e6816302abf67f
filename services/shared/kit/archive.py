"""The file a backup is kept in: compressed lines of JSON, which any tool can read and either database can take.

The first line is the manifest: what made the backup, of which moment, and how many rows each table
has. Each table then has a line that names its columns, and a line per row. The last line counts the
rows, so a file that was cut off is never taken for a whole one.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import IO, Any

import orjson

from services.shared.errors import Refused

FORMAT = 1
Row = list[Any]


@dataclass(frozen=True, order=True)
class Column:
    """A column of a table, with the kind of its values."""

    name: str
    kind: str


@dataclass(frozen=True)
class ServiceManifest:
    """What a backup has of one service: its migration, the rows per table, and where its numbers are."""

    migration: str
    tables: dict[str, int]
    series: dict[str, int]


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself before its rows begin."""

    version: str
    made_at: str
    database: str
    services: dict[str, ServiceManifest]
    secret: str | None = None

    @property
    def rows(self) -> int:
        return sum(sum(service.tables.values()) for service in self.services.values())


@dataclass(frozen=True)
class TableRows:
    """One table's part of a backup; its rows are read as they are needed."""

    service: str
    name: str
    columns: list[Column]
    rows: Iterable[Row]


def write_archive(file: IO[bytes], manifest: Manifest, tables: Iterable[TableRows]) -> None:
    """Write a backup; nothing needs to be sought, so `file` may be a pipe."""
    written = 0
    with gzip.GzipFile(filename="", fileobj=file, mode="wb", compresslevel=6) as lines:
        lines.write(orjson.dumps({"balie_backup": FORMAT, **asdict(manifest)}, option=orjson.OPT_APPEND_NEWLINE))
        for table in tables:
            heading = {
                "service": table.service,
                "table": table.name,
                "columns": [[column.name, column.kind] for column in table.columns],
            }
            lines.write(orjson.dumps(heading, option=orjson.OPT_APPEND_NEWLINE))
            for row in table.rows:
                lines.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
                written += 1
        lines.write(orjson.dumps({"rows": written}, option=orjson.OPT_APPEND_NEWLINE))


class Archive:
    """A backup that is being read, from its first line to its last; raises Refused for what is none."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        self.name = name
        self._lines = _lines_of(file, name)
        self.manifest = self._manifest()

    def tables(self) -> Iterator[TableRows]:
        """Each table in turn; its rows must be read before the next table is asked for."""
        read = 0
        line = self._next()
        while isinstance(line, dict) and "table" in line:
            columns = [Column(name, kind) for name, kind in line["columns"]]
            rows = _Rows(self._next)
            yield TableRows(line["service"], line["table"], columns, rows)
            read += rows.read
            line = rows.after
        if line != {"rows": read}:
            raise damaged(self.name, "its rows are not those it was made with")
        for _ in self._lines:
            raise damaged(self.name, "something comes after its end")

    def _manifest(self) -> Manifest:
        first = next(self._lines, None)
        if not (isinstance(first, dict) and "balie_backup" in first):
            raise not_a_backup(self.name)
        if first["balie_backup"] > FORMAT:
            raise Refused(
                "backup_of_a_newer_release",
                f"{self.name} was made by a newer release of Balie ({first.get('version')}). Restore it with that one.",
            )
        try:
            services = {name: ServiceManifest(**told) for name, told in first["services"].items()}
            return Manifest(first["version"], first["made_at"], first["database"], services, first["secret"])
        except (KeyError, TypeError, AttributeError):
            raise damaged(self.name, "its first line cannot be read") from None

    def _next(self) -> Any:
        line = next(self._lines, None)
        if line is None:
            raise damaged(self.name, "it ends too early")
        return line


class _Rows:
    """The rows up to the next line that is none; counts them and keeps that line."""

    def __init__(self, following: Any) -> None:
        self._following = following
        self.read = 0
        self.after: Any = None

    def __iter__(self) -> Iterator[Row]:
        while isinstance(line := self._following(), list):
            self.read += 1
            yield line
        self.after = line


def not_a_backup(name: str) -> Refused:
    """The refusal of a file that something else made."""
    return Refused("not_a_backup", f"{name} is not a backup of Balie. `balie backup` makes one.")


def damaged(name: str, why: str) -> Refused:
    """The refusal of a backup that is no longer what it was."""
    return Refused("backup_is_damaged", f"{name} is a damaged backup: {why}. Nothing was restored; use another one.")


def _lines_of(file: IO[bytes], name: str) -> Iterator[Any]:
    begun = False
    try:
        with gzip.GzipFile(fileobj=file, mode="rb") as lines:
            for line in lines:
                yield orjson.loads(line)
                begun = True
    except (OSError, EOFError, zlib.error, ValueError) as wrong:
        raise (damaged(name, f"it cannot be read ({wrong})") if begun else not_a_backup(name)) from None
