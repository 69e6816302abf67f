"""What a file is goes by its bytes, and its name is made harmless."""

from __future__ import annotations

import struct
from dataclasses import replace

import pytest

from services.gateway.domain import file
from services.gateway.domain.file import File, FileType, Purpose, clean_name, type_of
from services.shared.errors import Invalid
from tests.gateway.conftest import NOON
from tests.gateway.sent_files import HEIC, PDF, PROGRAM, SVG, a_picture, a_word_document, a_zip, an_open_document

SHEET = a_zip({"[Content_Types].xml": "", "xl/workbook.xml": ""})
FILE = File("a" * 32, "foto.jpg", "image/jpeg", 3, "b" * 64, "carla", Purpose.ANSWER, NOON)


def wrong_with(content: bytes, name: str = "foto.jpg", *, pictures_only: bool = False) -> str:
    with pytest.raises(Invalid) as refused:
        type_of(content, name, pictures_only=pictures_only)
    assert refused.value.errors == {"file": [refused.value.message]}
    return refused.value.message


@pytest.mark.parametrize(
    ("content", "type_"),
    [
        (a_picture("JPEG"), file.JPEG),
        (a_picture("PNG"), file.PNG),
        (a_picture("WEBP"), file.WEBP),
        (a_picture("GIF"), file.GIF),
        (PDF, file.PDF),
        (a_word_document(), file.DOCX),
        (SHEET, file.XLSX),
        (an_open_document(), file.ODT),
        (an_open_document("application/vnd.oasis.opendocument.spreadsheet"), file.ODS),
        ("Kamer 2.14\tkoud é".encode(), file.PLAIN),
        ("caf\u00e9".encode("cp1252"), file.PLAIN),
    ],
)
def test_what_is_taken_is_known_by_its_bytes(content: bytes, type_: FileType) -> None:
    assert type_of(content, "iets.exe", pictures_only=False) == type_


def test_a_text_is_a_table_when_it_is_called_so() -> None:
    assert type_of(b"a;b\n1;2", "lijst.CSV", pictures_only=False) == file.CSV


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", file.EMPTY),
        (b"x" * (file.LARGEST_FILE + 1), file.TOO_LARGE),
        (PROGRAM, file.UNKNOWN),
        (b"\x7fELF\x02\x01\x01", file.UNKNOWN),
        (b"#!/bin/sh\nrm -rf /", file.UNKNOWN),
        (b"<!doctype html><script>alert(1)</script>", file.UNKNOWN),
        (SVG, file.DRAWING),
        (HEIC, file.HEIC),
        (a_zip({"a.txt": "zomaar een zip"}), file.UNKNOWN),
        (a_word_document("word/vbaProject.bin"), file.MACROS),
        (b"PK\x03\x04" + b"\0" * 100, file.UNKNOWN),
    ],
)
def test_what_is_not_taken_is_refused_with_what_to_do(content: bytes, message: str) -> None:
    assert wrong_with(content) == message


def test_a_zip_of_a_million_parts_is_not_even_listed() -> None:
    parts = a_zip({f"deel{number}.xml": "" for number in range(6000)})
    assert len(parts) < file.LARGEST_FILE
    assert wrong_with(parts) == file.UNKNOWN


def test_a_zip_with_another_end_elsewhere_is_refused() -> None:
    parts = a_zip({"[Content_Types].xml": "", "word/document.xml": ""})
    end = parts.rindex(file.END_OF_ZIP)
    elsewhere = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, 2, 2, end - parts.index(b"PK\x01\x02"), 0)
    locator = b"PK\x06\x07" + struct.pack("<IQI", 0, end, 1)
    assert wrong_with(parts[:end] + elsewhere + locator + parts[end:]) == file.UNKNOWN


@pytest.mark.parametrize("control", sorted({*range(32), 0x7F} - {*b"\t\r\n\f"}))
def test_no_control_character_is_in_a_text(control: int) -> None:
    assert wrong_with(b"tekst" + bytes([control])) == file.UNKNOWN


@pytest.mark.parametrize("content", [PDF, a_word_document(), b"tekst", PROGRAM])
def test_only_a_picture_is_a_picture(content: bytes) -> None:
    assert wrong_with(content, pictures_only=True) == file.NO_PICTURE


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("Foto van schade.JPG", "Foto van schade.jpg"),
        ("C:\\Users\\ik\\foto.jpeg", "foto.jpeg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("virus.exe", "virus.exe.jpg"),
        ("a\x00b\r\nc\u202egpj.exe", "a b c gpj.exe.jpg"),
        ('"<b>";.jpg', "b.jpg"),
        ("", "file.jpg"),
        ("...", "file.jpg"),
        (".jpg", "jpg.jpg"),
        ("e\u0301.jpg", "\u00e9.jpg"),
        ("x" * 500 + ".jpg", "x" * 96 + ".jpg"),
    ],
)
def test_a_name_is_a_name_and_no_path(name: str, cleaned: str) -> None:
    assert clean_name(name, file.JPEG) == cleaned


def test_only_who_sent_a_file_answers_with_it_and_only_once() -> None:
    assert FILE.may_answer("carla", "k-1")
    assert not FILE.may_answer("anna", "k-1")
    held = replace(FILE, held_for="k-1")
    assert held.may_answer("carla", "k-1")
    assert not held.may_answer("carla", "k-2")
    assert not held.may_answer("carla")
    used = replace(held, belongs_to="M26-000042")
    assert used.may_answer("carla", "k-1")  # a repeat of the registration that has it
    assert not used.may_answer("carla", "k-2")
    assert not replace(FILE, belongs_to="M26-000042").may_answer("carla", "k-1")
    assert not replace(FILE, purpose=Purpose.ITEM).may_answer("carla", "k-1")
