"""A file that somebody sent: what it is, by its bytes, and what it may be called."""

from __future__ import annotations

import io
import struct
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any

from services.shared.errors import Invalid, Refused

MEGABYTE = 1024 * 1024
LARGEST_FILE = 10 * MEGABYTE
# Somebody who sends and sends, without ever using what they sent.
MOST_WAITING = 50
LONGEST_NAME = 100
UNUSED_FOR = timedelta(days=1)
# The answers to repeated requests are kept for a week; what became of an older one cannot be asked any more.
ASKED_AFTER = timedelta(days=6)

EMPTY = "This file is empty."
TOO_LARGE = f"This file is too large: send at most {LARGEST_FILE // MEGABYTE} MB."
NO_PICTURE = "This is not a picture that can be shown here. Send a JPEG, PNG, WebP or GIF."
HEIC = "A HEIC picture cannot be shown in every browser. Save it as JPEG and send that."
DRAWING = "An SVG drawing can hold a program. Send a JPEG or PNG of it."
UNKNOWN = "This kind of file is not taken. Send a picture, a PDF, a text, or a Word, Excel or OpenDocument file."
MACROS = "This document holds macros, which are programs. Save it without macros and send that."


class Purpose(StrEnum):
    """What a file was sent for: an answer to a question, or the picture of a catalogue item."""

    ANSWER = "answer"
    ITEM = "item"


@dataclass(frozen=True)
class FileType:
    """A kind of file that is taken: its content type, and how its names end, the usual ending first."""

    content_type: str
    endings: tuple[str, ...]

    @property
    def is_picture(self) -> bool:
        return self.content_type.startswith("image/")


JPEG = FileType("image/jpeg", (".jpg", ".jpeg", ".jpe"))
PNG = FileType("image/png", (".png",))
WEBP = FileType("image/webp", (".webp",))
GIF = FileType("image/gif", (".gif",))
PDF = FileType("application/pdf", (".pdf",))
CSV = FileType("text/csv", (".csv",))
PLAIN = FileType("text/plain", (".txt", ".text", ".md", ".log"))
_OPEN_XML = "application/vnd.openxmlformats-officedocument."
DOCX = FileType(f"{_OPEN_XML}wordprocessingml.document", (".docx",))
XLSX = FileType(f"{_OPEN_XML}spreadsheetml.sheet", (".xlsx",))
ODT = FileType("application/vnd.oasis.opendocument.text", (".odt",))
ODS = FileType("application/vnd.oasis.opendocument.spreadsheet", (".ods",))

BEGINNINGS = ((b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG), (b"GIF87a", GIF), (b"GIF89a", GIF), (b"%PDF-", PDF))
HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
# The list of what is in a zip; a document has a few dozen parts, a bomb a million.
LARGEST_LIST = 256 * 1024
END_OF_ZIP = b"PK\x05\x06"
# Right before the end: there is another end elsewhere, with another length of the list.
ZIP64, ZIP64_LENGTH = b"PK\x06\x07", 20
CONTROLS = bytes(one for one in range(32) if one not in b"\t\r\n\f") + b"\x7f"


@dataclass(frozen=True)
class File:
    """What is known of a file that is kept, without its bytes.

    `sent_with` is the token of the form that it came with; `held_for` is the key under which a registration is
    using it, since `held_at`; `belongs_to` is the notification or the catalogue item that it is part of from then on.
    """

    id: str
    name: str
    content_type: str
    size: int
    sha256: str
    account: str
    purpose: Purpose
    kept_at: datetime
    sent_with: str | None = None
    held_for: str | None = None
    held_at: datetime | None = None
    belongs_to: str | None = None

    @property
    def is_picture(self) -> bool:
        return self.content_type.startswith("image/")

    def told(self) -> dict[str, Any]:
        """How others refer to it."""
        return {"id": self.id, "name": self.name, "type": self.content_type, "size": self.size}

    def may_answer(self, account: str, key: str | None = None) -> bool:
        """Whether this account may answer with it, under this key; one that was used under the key is a repeat."""
        mine = self.purpose is Purpose.ANSWER and self.account == account
        return mine and (self.held_for == key or (self.held_for is None and self.belongs_to is None))

    def may_be_asked_about(self, now: datetime) -> bool:
        """Whether it can still be found out what became of the registration that held it."""
        return now - (self.held_at or self.kept_at) < ASKED_AFTER


def type_of(content: bytes, name: str, *, pictures_only: bool) -> FileType:
    """What these bytes are, whatever the file is called; raises Invalid for what is not taken."""
    if not content:
        raise unusable(EMPTY)
    if len(content) > LARGEST_FILE:
        raise unusable(TOO_LARGE)
    found = _by_beginning(content)
    if found is None and not pictures_only:
        found = _document(content) or _text(content, name)
    if found is None and content[4:8] == b"ftyp" and content[8:12] in HEIC_BRANDS:
        raise unusable(HEIC)
    if found is None and b"<svg" in content[:4096].lower():
        raise unusable(DRAWING)
    if found is None or (pictures_only and not found.is_picture):
        raise unusable(NO_PICTURE if pictures_only else UNKNOWN)
    return found


def named_in(drafts: Iterable[Mapping[str, Any]]) -> set[str]:
    """The files that half-made notifications name in their answers, by id."""
    answers = (answer for draft in drafts for answer in draft.get("answers", {}).values() if isinstance(answer, list))
    return {one["id"] for answer in answers for one in answer if isinstance(one, dict)}


def unusable(message: str) -> Invalid:
    """The refusal of a file, beside the field that it was sent in."""
    return Invalid(message, {"file": [message]})


def too_many_waiting() -> Refused:
    """The refusal of one more file, of who has sent many that no notification uses."""
    message = f"You sent {MOST_WAITING} files that are not used yet. Use or take away some of them first."
    return Refused("too_many_files_waiting", message)


def clean_name(name: str, type_: FileType) -> str:
    """What a file is called from now on: no folder, nothing that cannot be seen, not too long, and its own ending."""
    # A browser on Windows may send the whole path.
    last = PurePosixPath(unicodedata.normalize("NFC", name).replace("\\", "/")).name
    shown = "".join(one if one.isprintable() and one not in '"<>:|?*%;' else " " for one in last)
    whole = " ".join(shown.split()).strip(" .")
    stem, dot, ending = whole.rpartition(".")
    ending = f".{ending.lower()}" if dot and stem else ""
    if ending not in type_.endings:
        stem, ending = whole, type_.endings[0]
    stem = stem.strip(" .") or "file"
    return stem[: LONGEST_NAME - len(ending)].rstrip(" .") + ending


def _by_beginning(content: bytes) -> FileType | None:
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    return next((type_ for beginning, type_ in BEGINNINGS if content.startswith(beginning)), None)


def _document(content: bytes) -> FileType | None:
    """The office file that a zip is; nothing in it is unpacked, but for the word with which OpenDocument begins."""
    if not content.startswith(b"PK\x03\x04"):
        return None
    end = content.rfind(END_OF_ZIP, -(MEGABYTE // 8))
    if end < 0 or len(content) < end + 22 or struct.unpack("<I", content[end + 12 : end + 16])[0] > LARGEST_LIST:
        return None
    if content[max(0, end - ZIP64_LENGTH) : end].startswith(ZIP64):
        return None
    try:
        parts: Mapping[str, zipfile.ZipInfo] = zipfile.ZipFile(io.BytesIO(content)).NameToInfo
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error):
        return None
    if any(part.lower().endswith("vbaproject.bin") or part.startswith("Basic/") for part in parts):
        raise unusable(MACROS)
    if "[Content_Types].xml" in parts:
        return DOCX if "word/document.xml" in parts else XLSX if "xl/workbook.xml" in parts else None
    for type_ in (ODT, ODS):
        # It stands there unpacked, right after the head of the first part, so that it can be looked for like this.
        if content[30:].startswith(b"mimetype" + type_.content_type.encode() + b"PK"):
            return type_
    return None


def _text(content: bytes, name: str) -> FileType | None:
    # In each of these encodings a control character is one byte, and that byte nothing else.
    if len(content.translate(None, CONTROLS)) < len(content):
        return None
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        break
    else:
        return None
    # What begins like this is a page, a drawing or a program, whatever it is called.
    if text.lstrip().startswith(("<", "#!")):
        return None
    return CSV if name.lower().endswith(CSV.endings) else PLAIN
