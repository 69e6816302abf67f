"""Tables in files that people edit: a workbook of Excel, or CSV, one file a table; and a document of JSON.

A file may come from anyone, so it is looked at before it is read: how large it is and how large it would become. A
formula is never worked out: it is refused, by its row and column.
"""

from __future__ import annotations

import csv
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import orjson

from services.shared.errors import Refused

Cell = str | Decimal

MOST_ROWS = 50_000
FURTHEST_ROW = 1_048_576
MOST_COLUMNS = 200
MOST_FILES = 1000
LARGEST_FILE = 50 * 1024 * 1024
LARGEST_UNPACKED = 200 * 1024 * 1024
# Text packs well, and only what is meant to do harm packs better than this.
SMALL_UNPACKED, MOST_PACKED = 1024 * 1024, 100
# What zipfile raises over an archive of which a part is damaged, or locked with a password.
DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, ValueError, RuntimeError, OSError, EOFError)

CSV = ".csv"
SEPARATORS = (";", ",", "\t")
WRITTEN_SEPARATOR = ";"
# What a spreadsheet takes for a formula, perhaps behind apostrophes; it is written behind one more.
FORMULA = re.compile(r"'*[=+\-@\t\r]")
NUMBER = re.compile(r"[+-][0-9]+([.,][0-9]+)?(E[+-]?[0-9]+)?")
IS_A_FORMULA = "This is a formula. Give its outcome, as a value."
TWO_OF_ONE_NAME = "two files in it have the same name"
LOOKS_LIKE_A_FORMULA = "This looks like a formula. Put an apostrophe before it when it is text."


class WrongCell(NamedTuple):
    """A cell that cannot be taken: the row as a spreadsheet numbers it, and the heading of its column."""

    row: int
    column: str
    reason: str


@dataclass
class Table:
    """A heading with rows below it; the first of those is row 2, as a spreadsheet has it."""

    name: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    wrong: list[WrongCell] = field(default_factory=list)

    @classmethod
    def read(cls, name: str, rows: Iterable[Sequence[str]], what: str) -> Table:
        """The table that these rows are, the first of which is its heading."""
        headings: list[str] = []
        kept: list[list[str]] = []
        wrong: list[WrongCell] = []
        filled = blank = 0
        for number, row in enumerate(rows, 1):
            if number > FURTHEST_ROW:
                raise unreadable(what, f"{name} goes on after row {FURTHEST_ROW:,}")
            cells = list(row)
            while cells and not cells[-1].strip():
                cells.pop()
            if number == 1:
                headings = [heading.strip() for heading in cells]
                if len(headings) > MOST_COLUMNS:
                    raise unreadable(what, f"{name} has more than {MOST_COLUMNS} columns")
                continue
            # What is empty down to the end is no row; only what stands below it makes it one.
            if not cells:
                blank += 1
                continue
            filled += 1
            if filled > MOST_ROWS or number > 2 * MOST_ROWS:
                raise Refused(
                    "too_many_rows", f"{what}: {name} has more than {MOST_ROWS:,} rows. Divide it over files."
                )
            if len(cells) > len(headings):
                wrong.append(WrongCell(number, "without a heading", "This cell is beside the columns."))
            kept += [[] for _ in range(blank)]
            kept.append(cells)
            blank = 0
        return cls(name, headings, kept, wrong)


def unreadable(what: str, why: str) -> Refused:
    """The refusal of a file that is not what it should be."""
    return Refused("file_is_unreadable", f"{what} cannot be read: {why}.")


def contents(path: Path) -> bytes:
    """What a file holds; raises Refused when it is not there or too large."""
    try:
        if not path.is_file():
            raise unreadable(str(path), "it is not a file" if path.exists() else "there is no such file")
        if path.stat().st_size > LARGEST_FILE:
            raise unreadable(str(path), f"it is larger than {LARGEST_FILE // 1024**2} MB")
        return path.read_bytes()
    except OSError as wrong:
        raise unreadable(str(path), str(wrong.strerror).lower()) from None


def archive(data: bytes, what: str) -> zipfile.ZipFile:
    """A zip file that does not grow out of hand when it is unpacked; raises Refused for any other."""
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
    except DAMAGED:
        raise unreadable(what, "it is damaged, or of another kind than its name says") from None
    # Of each file no more is unpacked than it says here.
    unpacked = sum(member.file_size for member in opened.filelist)
    # Looked at one by one, for noise that is packed along would hide it; and none may be of the same bytes as another.
    swells = any(one.file_size > max(SMALL_UNPACKED, MOST_PACKED * one.compress_size) for one in opened.filelist)
    shared = sum(member.compress_size for member in opened.filelist) > len(data)
    if unpacked > LARGEST_UNPACKED or swells or shared or len(opened.filelist) > MOST_FILES:
        raise unreadable(what, f"it would unpack to {unpacked // 1024**2} MB in {len(opened.filelist)} files")
    if any(member.flag_bits & 1 for member in opened.filelist):
        raise unreadable(what, "it is protected with a password")
    return opened


def read_folder(folder: Path) -> list[Table]:
    """The CSV files of a folder, as tables of their names."""
    files = sorted(file for file in folder.iterdir() if file.suffix.lower() == CSV)
    if not files:
        raise unreadable(str(folder), "there is no CSV file in this folder")
    if len({file.stem for file in files}) < len(files):
        raise unreadable(str(folder), TWO_OF_ONE_NAME)
    return [read_csv(file.stem, contents(file), str(file)) for file in files]


def read_zip(data: bytes, what: str) -> list[Table]:
    """The CSV files in a zip file, as tables of their names."""
    with archive(data, what) as opened:
        named = {member: PurePosixPath(member.filename) for member in opened.filelist if not member.is_dir()}
        files = {member: name for member, name in named.items() if "__MACOSX" not in name.parts}
        if not files or any(name.suffix.lower() != CSV for name in files.values()):
            raise unreadable(what, "there must be CSV files in it and nothing else")
        if len({name.stem for name in files.values()}) < len(files):
            raise unreadable(what, TWO_OF_ONE_NAME)
        try:
            unpacked = {name: opened.read(member) for member, name in files.items()}
        except DAMAGED:
            raise unreadable(what, "it is damaged") from None
    return [read_csv(name.stem, content, f"{what}: {name}") for name, content in unpacked.items()]


def read_csv(name: str, data: bytes, what: str) -> Table:
    """The table that a CSV file is."""
    heading = io.BytesIO(data).readline()
    separator = max(SEPARATORS, key=lambda one: heading.count(one.encode()))
    # Decoded as it is read, for as a whole it takes up to four times as much memory.
    text = io.TextIOWrapper(io.BytesIO(data), "utf-8-sig", newline="")
    wrong: list[WrongCell] = []

    def rows() -> Iterator[list[str]]:
        headings: list[str] = []
        lines = csv.reader(text, delimiter=separator, strict=True)
        for number, row in enumerate(lines, 1):
            headings = headings or row
            cells = []
            for column, cell in enumerate(row):
                if number > 1 and FORMULA.match(cell):
                    if cell[0] != "'" and not NUMBER.fullmatch(cell):
                        of = headings[column] if column < len(headings) else "without a heading"
                        wrong.append(WrongCell(number, of, LOOKS_LIKE_A_FORMULA))
                    cell = cell.removeprefix("'")
                cells.append(cell)
            yield cells

    try:
        table = Table.read(name, rows(), what)
    except UnicodeDecodeError:
        raise unreadable(what, "it is not in UTF-8; save it as CSV UTF-8") from None
    except csv.Error as error:
        raise unreadable(what, f"it is not CSV ({error})") from None
    table.wrong += wrong
    return table


def csv_of(table: Table) -> bytes:
    """A table as CSV that Excel opens as it is."""
    text = io.StringIO(newline="")
    lines = csv.writer(text, delimiter=WRITTEN_SEPARATOR)
    lines.writerow(table.headings)
    for row in table.rows:
        lines.writerow([f"'{cell}" if isinstance(cell, str) and FORMULA.match(cell) else str(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def zip_of(tables: Iterable[Table]) -> bytes:
    """Tables as a zip file with a CSV file of each."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as opened:
        for table in tables:
            opened.writestr(f"{table.name}.csv", csv_of(table))
    return packed.getvalue()


def read_document(data: bytes, what: str) -> Any:
    """What a document of JSON holds."""
    try:
        return orjson.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as wrong:
        raise unreadable(what, f"it is not JSON ({wrong})") from None


def document_of(value: Any) -> bytes:
    """A value as a document of JSON that people can read."""
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
