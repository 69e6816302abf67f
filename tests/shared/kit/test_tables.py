"""Tables in files: what is written is read again as it was, and what could do harm is refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.shared.errors import Refused
from services.shared.kit import tables
from services.shared.kit.tables import (
    IS_A_FORMULA,
    LOOKS_LIKE_A_FORMULA,
    Table,
    WrongCell,
    contents,
    csv_of,
    document_of,
    read_csv,
    read_document,
    read_folder,
    read_zip,
    zip_of,
)
from services.shared.kit.workbook import read_workbook, workbook_of

# All that a contract lets through: no control characters but a tab and the end of a line, and no lone surrogates.
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t='+-@;,\"\\#_x")).map(str.strip)
NUMBERS = st.decimals(-(10**9), 10**9, places=2) | st.integers(-(10**9), 10**9).map(Decimal)
WAYS: dict[str, Callable[[list[Table]], list[Table]]] = {
    "xlsx": lambda made: read_workbook(workbook_of(made), "it"),
    "csv": lambda made: read_zip(zip_of(made), "it"),
}


@pytest.mark.parametrize("way", WAYS)
@given(st.lists(st.tuples(TEXT, TEXT), max_size=5))
def test_text_is_read_as_it_was_written(way: str, rows: list[tuple[str, str]]) -> None:
    (read,) = WAYS[way]([Table("items", ["code", "name"], [*rows, ("last", "one")])])
    assert (read.name, read.headings, read.wrong) == ("items", ["code", "name"], [])
    assert [tuple([*row, "", ""][:2]) for row in read.rows] == [*rows, ("last", "one")]


@pytest.mark.parametrize("way", WAYS)
@given(st.lists(NUMBERS, min_size=1, max_size=5))
def test_numbers_are_read_as_they_were_written(way: str, numbers: list[Decimal]) -> None:
    (read,) = WAYS[way]([Table("items", ["price"], [[number] for number in numbers])])
    assert read.wrong == []
    assert [Decimal(row[0]) for row in read.rows] == numbers


@pytest.mark.parametrize("way", WAYS)
def test_rows_are_counted_as_a_spreadsheet_counts_them(way: str) -> None:
    made = [Table("a", ["x", "y"], [["1", ""], [], ["", "2"], [], []]), Table("b", ["z"], [])]
    assert WAYS[way](made) == [Table("a", ["x", "y"], [["1"], [], ["", "2"]]), Table("b", ["z"], [])]


def test_a_cell_beside_the_columns_is_named() -> None:
    (read,) = read_zip(packed({"items.csv": b"code,name\nlamp\nstoel,over,meer\n"}), "it")
    assert read.wrong == [WrongCell(3, "without a heading", "This cell is beside the columns.")]


def packed(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in files.items():
            opened.writestr(name, data)
    return made.getvalue()


NOISE = Random(3).randbytes(50_000)
ZIPPED = packed({"items.csv": "".join(f"lamp-{n},{n * 7919}\n" for n in range(60)).encode()})


def cells(rows: list[list[Any]]) -> Table:
    """What is read of a workbook that a person made."""
    book, made = openpyxl.Workbook(), io.BytesIO()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(made)
    return read_workbook(made.getvalue(), "it")[0]


# CSV


@pytest.mark.parametrize(
    "data",
    [
        b"code;name\r\nlamp;\xc3\xa9\xc3\xa9n\r\n",
        b"\xef\xbb\xbfcode;name\r\nlamp;\xc3\xa9\xc3\xa9n\r\n",
        b"code,name\nlamp,\xc3\xa9\xc3\xa9n",
        b'"code","name"\n"lamp","\xc3\xa9\xc3\xa9n"\n\n\n',
        b"code\tname\rlamp\t\xc3\xa9\xc3\xa9n\r",
    ],
    ids=["semicolon", "byte order mark", "comma", "quotes", "tab"],
)
def test_csv_of_other_programs_is_read(data: bytes) -> None:
    assert read_zip(packed({"map/items.csv": data, "__MACOSX/._items.csv": b"\0"}), "it") == [
        Table("items", ["code", "name"], [["lamp", "één"]])
    ]


def test_csv_is_written_for_excel() -> None:
    assert csv_of(Table("items", ["code", "price"], [["a;b", Decimal("-1.50")], ["=1+1", ""], ["'s", "'@"]])) == (
        b"\xef\xbb\xbfcode;price\r\n\"a;b\";-1.50\r\n'=1+1;\r\n's;''@\r\n"
    )


def test_formulas_in_csv_are_refused_and_numbers_are_not() -> None:
    data = b"a,b\n=HYPERLINK(1),+31\n@SUM(1),-12.50\n-1+1,'=goed\n"
    (read,) = read_zip(packed({"items.csv": data}), "it")
    assert read.wrong == [WrongCell(row, "a", LOOKS_LIKE_A_FORMULA) for row in (2, 3, 4)]
    assert [row[1] for row in read.rows] == ["+31", "-12.50", "=goed"]


def test_a_folder_has_a_table_in_each_csv_file(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="there is no CSV file in this folder"):
        read_folder(tmp_path)
    (tmp_path / "items.csv").write_bytes(b"code\nlamp\n")
    (tmp_path / "steps.CSV").write_bytes(b"code\n")
    (tmp_path / "notes.txt").write_bytes(b"\0")
    assert read_folder(tmp_path) == [Table("items", ["code"], [["lamp"]]), Table("steps", ["code"], [])]
    (tmp_path / "steps.csv").write_bytes(b"code\ngang\n")
    with pytest.raises(Refused, match="two files in it have the same name"):
        read_folder(tmp_path)


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"items.csv": b"code\n\xe9\n"}, "it: items.csv cannot be read: it is not in UTF-8; save it as CSV UTF-8."),
        (
            {"items.csv": b'code\n"a"b\n'},
            "it: items.csv cannot be read: it is not CSV (',' expected after '\"').",
        ),
        ({"items.txt": b"code"}, "it cannot be read: there must be CSV files in it and nothing else."),
        ({}, "it cannot be read: there must be CSV files in it and nothing else."),
        ({"a/items.csv": b"x", "b/items.csv": b"x"}, "it cannot be read: two files in it have the same name."),
    ],
    ids=["latin-1", "quotes", "another file", "empty", "two of one name"],
)
def test_csv_that_cannot_be_read_is_refused(files: dict[str, bytes], reason: str) -> None:
    with pytest.raises(Refused) as refused:
        read_zip(packed(files), "it")
    assert (refused.value.code, refused.value.message.replace("';'", "','")) == ("file_is_unreadable", reason)


def test_more_rows_than_there_may_be_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 2)
    assert len(read_zip(packed({"items.csv": b"code\na\n\nb\n"}), "it")[0].rows) == 3
    with pytest.raises(Refused) as refused:
        read_zip(packed({"items.csv": b"code\na\n\nb\nc\n"}), "it")
    assert refused.value.code == "too_many_rows"
    assert refused.value.message == "it: items.csv: items has more than 2 rows. Divide it over files."


def test_lines_without_anything_take_no_room_and_do_not_go_on_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 2)
    monkeypatch.setattr(tables, "FURTHEST_ROW", 7)
    assert read_csv("items", b"code\na\n\n\n\n\n\n", "it").rows == [["a"]]
    for data, reason in (
        (b"code\na\n\n\nb\n", "items has more than 2 rows"),
        (b"code\na\n\n\n\n\n\n\n", "items goes on after row 7"),
    ):
        with pytest.raises(Refused, match=reason):
            read_csv("items", data, "it")


def test_two_million_empty_lines_in_a_small_zip_are_refused() -> None:
    with pytest.raises(Refused, match="it would unpack to 1 MB in 1 files"):
        read_zip(packed({"items.csv": b"code\n" + b"\n" * 2_000_000}), "it")


def test_two_files_of_the_same_bytes_in_a_zip_are_refused() -> None:
    data = packed({"items.csv": NOISE})
    entry, end = data[data.index(b"PK\x01\x02") : data.index(b"PK\x05\x06")], data.index(b"PK\x05\x06")
    twice = bytearray(data[:end] + entry.replace(b"items", b"steps") + data[end:])
    twice[-14:-10] = (2).to_bytes(2, "little") * 2
    twice[-10:-6] = (2 * len(entry)).to_bytes(4, "little")
    with pytest.raises(Refused, match="it would unpack to 0 MB in 2 files"):
        read_zip(bytes(twice), "it")


def test_more_columns_than_there_may_be_are_refused() -> None:
    with pytest.raises(Refused, match="items has more than 200 columns"):
        read_zip(packed({"items.csv": b",".join([b"x"] * 201)}), "it")


# Workbooks


def test_what_a_person_types_in_a_workbook_is_read_as_it_shows() -> None:
    day, moment = date(2026, 3, 1), datetime(2026, 3, 1, 9, 30)  # noqa: DTZ001  # a workbook has no zones
    read = cells([["a"], [1], [1.0], [12.5], [True], [day], [moment], [time(9, 30)], ["  x "], ["een\ntwee"]])
    assert read.wrong == []
    assert [row[0] for row in read.rows] == [
        "1",
        "1",
        "12.5",
        "TRUE",
        "2026-03-01",
        "2026-03-01T09:30:00",
        "09:30:00",
        "  x ",
        "een\ntwee",
    ]


def test_formulas_and_errors_in_a_workbook_are_refused() -> None:
    read = cells([["code", "price"], ["lamp", "=1+1"], ["#REF!", 1], ["x", 1, "=NOW()"]])
    assert read.wrong == [
        WrongCell(4, "without a heading", "This cell is beside the columns."),
        WrongCell(2, "price", IS_A_FORMULA),
        WrongCell(3, "code", "This is an error: #REF!."),
        WrongCell(4, "without a heading", IS_A_FORMULA),
    ]


def test_text_that_looks_like_a_formula_stays_text_in_a_workbook() -> None:
    data = workbook_of([Table("items", ["code"], [["=1+1"], ["#N/A"], ["_x0041_"]])])
    sheet = openpyxl.load_workbook(io.BytesIO(data))["items"]
    assert [cell.data_type for cell in sheet["A"]] == ["s", "s", "s", "s"]
    assert [row[0] for row in read_workbook(data, "it")[0].rows] == ["=1+1", "#N/A", "_x0041_"]


def test_half_of_a_pair_stays_as_it_is_written_and_a_number_does_not_look_like_thousands() -> None:
    book, made = openpyxl.Workbook(), io.BytesIO()
    assert book.active is not None
    for value in ("code", "_xD800_x", "_xdfFF_", "_xD7FF_", 1.125, -1.125, 1.1255, 1500):
        book.active.append([value])
    book.save(made)
    (read,) = read_workbook(made.getvalue(), "it")
    values = [row[0] for row in read.rows]
    assert values == ["_xD800_x", "_xdfFF_", "\ud7ff", "1.1250", "-1.1250", "1.1255", "1500"]
    assert document_of(values)


GOOD = workbook_of([Table("items", ["code"], [["lamp"]])])
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def rewritten(name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook in which one of its parts is another."""
    with zipfile.ZipFile(io.BytesIO(GOOD)) as opened:
        parts = {member: opened.read(member) for member in opened.namelist()}
    parts[name] = change(parts[name])
    return packed(parts)


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is damaged, or of another kind than its name says"),
        (b"code;name\n", "it is damaged, or of another kind than its name says"),
        (GOOD[: len(GOOD) // 2], "it is damaged, or of another kind than its name says"),
        (packed({"items.csv": b"code"}), "it is a zip file, but no workbook"),
        (packed({"[Content_Types].xml": b"<x"}), "it is a damaged workbook (ParseError)"),
        (rewritten("xl/workbook.xml", lambda part: part[:-20]), "it is a damaged workbook (ParseError)"),
        (rewritten(SHEET, lambda part: LAUGHS + part), "it is a damaged workbook (EntitiesForbidden)"),
        (
            rewritten(SHEET, lambda part: part.replace(b'<row r="2"', b'<row r="99999999999"')),
            "items goes on after row 1,048,576",
        ),
        (OLE + b"\0" * 500, "it is a workbook of an old kind; save it as XLSX without a password"),
        (
            OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"),
            "it is protected with a password; save it as XLSX without a password",
        ),
    ],
    ids=["empty", "csv", "half", "zip", "no workbook", "broken", "entities", "far", "old", "encrypted"],
)
def test_what_is_no_workbook_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        read_workbook(data, "it")
    assert (refused.value.code, refused.value.message) == ("file_is_unreadable", f"it cannot be read: {reason}.")


def test_every_workbook_that_is_cut_off_or_garbled_is_refused_or_read() -> None:
    for at in range(0, len(GOOD), 97):
        garbled = GOOD[:at] + bytes([GOOD[at] ^ 0xFF]) + GOOD[at + 1 :]
        for data in (GOOD[:at], garbled):
            with suppress(Refused):
                assert all(isinstance(cell, str) for read in read_workbook(data, "it") for cell in read.headings)


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"a.csv": b"0" * (tables.SMALL_UNPACKED + 1)}, "it would unpack to 1 MB in 1 files"),
        ({"a.csv": b"0" * (tables.SMALL_UNPACKED + 1), "b.csv": NOISE}, "it would unpack to 1 MB in 2 files"),
        ({f"{n}.csv": b"" for n in range(1001)}, "it would unpack to 0 MB in 1001 files"),
    ],
    ids=["packs too well", "packs too well beside noise", "too many files"],
)
def test_a_zip_bomb_is_refused_before_it_is_unpacked(files: dict[str, bytes], told: str) -> None:
    for read in (read_workbook, read_zip):
        with pytest.raises(Refused) as refused:
            read(packed(files), "it")
        assert refused.value.message == f"it cannot be read: {told}."


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "LARGEST_UNPACKED", 1000)
    with pytest.raises(Refused, match="would unpack to 0 MB"):
        read_workbook(GOOD, "it")


def test_a_zip_file_with_a_password_is_refused() -> None:
    data = bytearray(packed({"items.csv": b"code"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Refused, match="it is protected with a password"):
        read_zip(bytes(data), "it")


# Files and documents


def test_a_file_that_is_not_there_or_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refused, match="there is no such file"):
        contents(tmp_path / "nothing.xlsx")
    with pytest.raises(Refused, match="it is not a file"):
        contents(tmp_path)
    file = tmp_path / "large.json"
    file.write_bytes(b"[1, 2, 3]")
    assert contents(file) == b"[1, 2, 3]"
    monkeypatch.setattr(tables, "LARGEST_FILE", 8)
    with pytest.raises(Refused, match="it is larger than 0 MB"):
        contents(file)


def test_a_document_is_read_as_it_was_written() -> None:
    value = {"items": [{"name": "één = 1"}], "none": None}
    assert read_document(document_of(value), "it") == value
    assert read_document(b"\xef\xbb\xbf[]", "it") == []


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b'{"a": NaN}', b"[" * 100_000])
def test_a_document_that_is_none_is_refused(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read_document(data, "it")
    assert refused.value.message.startswith("it cannot be read: it is not JSON (")


@given(at=st.integers(min_value=0), byte=st.integers(min_value=0, max_value=255))
def test_a_zip_of_which_a_byte_is_damaged_is_read_or_refused(at: int, byte: int) -> None:
    data = bytearray(ZIPPED)
    data[at % len(data)] = byte
    with suppress(Refused):
        read_zip(bytes(data), "it")


def test_a_zip_whose_packed_data_is_damaged_is_refused() -> None:
    data = bytearray(ZIPPED)
    at = data.index(b"items.csv") + len("items.csv")
    data[at : at + 8] = b"\xff" * 8
    with pytest.raises(Refused, match=r"it is damaged\."):
        read_zip(bytes(data), "it")
