"""Workbooks of Excel (XLSX): each sheet is a table."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Any

import defusedxml  # noqa: F401  # openpyxl reads XML by it when it is there, and must not without it.
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from services.shared.errors import Refused
from services.shared.kit.tables import IS_A_FORMULA, Cell, Table, WrongCell, archive, unreadable

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
WIDTH = 24
# What XML cannot hold stands in a workbook by its number, and so does what looks like that.
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
# Half of a pair is no character, so what looks like its number stays text.
BY_NUMBER = re.compile(r"_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_")
# As text 1.125 could be thousands; one zero more says that it is a number.
AS_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")


def read_workbook(data: bytes, what: str) -> list[Table]:
    """The sheets of a workbook as tables; raises Refused for what is none, and for one that would do harm."""
    if data.startswith(OLE):
        protected = "it is protected with a password" if ENCRYPTED in data else "it is a workbook of an old kind"
        raise unreadable(what, f"{protected}; save it as XLSX without a password")
    with archive(data, what) as opened:
        if "[Content_Types].xml" not in opened.namelist():
            raise unreadable(what, "it is a zip file, but no workbook")
    with warnings.catch_warnings():
        # openpyxl warns of everything in a workbook that it leaves out, and none of that is read here.
        warnings.simplefilter("ignore")
        try:
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
            try:
                return [_table(sheet, what) for sheet in book.worksheets]
            finally:
                book.close()
        except Refused:
            raise
        # A damaged workbook can make openpyxl stumble anywhere, over anything.
        except Exception as wrong:
            raise unreadable(what, f"it is a damaged workbook ({type(wrong.__cause__ or wrong).__name__})") from None


def workbook_of(tables: Iterable[Table]) -> bytes:
    """Tables as a workbook with a sheet of each."""
    book = Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(table.name)
        sheet.freeze_panes = "A2"
        for number in range(1, len(table.headings) + 1):
            sheet.column_dimensions[get_column_letter(number)].width = WIDTH
        headings = [WriteOnlyCell(sheet, heading) for heading in table.headings]
        for cell in headings:
            cell.font = Font(bold=True)
        sheet.append(headings)
        for row in table.rows:
            sheet.append([_written(sheet, value) for value in row])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _table(sheet: Any, what: str) -> Table:
    wrong: list[WrongCell] = []

    def rows() -> Iterator[list[str]]:
        headings: list[str] = []
        # How large a sheet says it is may be anything.
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.iter_rows(), 1):
            cells = []
            for column, cell in enumerate(row):
                cells.append(text := "" if cell.value is None else _read(cell.value))
                if cell.value is not None and cell.data_type in ("f", "e"):
                    of = headings[column] if column < len(headings) else "without a heading"
                    reason = IS_A_FORMULA if cell.data_type == "f" else f"This is an error: {text}."
                    wrong.append(WrongCell(number, of, reason))
            headings = headings or cells
            yield cells

    table = Table.read(sheet.title, rows(), what)
    table.wrong += wrong
    return table


def _read(value: Any) -> str:
    """The text that a cell shows, or would show without a format."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, float) and AS_THOUSANDS.fullmatch(str(value)):
        return f"{value}0"
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, (date, time)):
        return value.isoformat()
    return BY_NUMBER.sub(lambda found: chr(int(found[1], 16)), str(value))


def _written(sheet: Any, value: Cell) -> Any:
    """The cell for a value; text stays text, also when it begins as a formula or an error does."""
    if not isinstance(value, str):
        return value
    text = NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", value)
    if not text.startswith(("=", "#")):
        return text or None
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    return cell
