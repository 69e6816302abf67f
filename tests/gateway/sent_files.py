"""Files as people send them to the tests: pictures, documents, and what only looks like one."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from PIL import Image

PDF = b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\n"
SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00" + bytes(64)
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"


def a_picture(
    format: str = "JPEG", size: tuple[int, int] = (60, 40), colour: str = "teal", exif: Image.Exif | None = None
) -> bytes:
    """A picture of one colour."""
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, format, **({"exif": exif} if exif else {}))
    return file.getvalue()


def a_photo() -> bytes:
    """A photo as a telephone takes it: lying on its side, and telling where it was taken."""
    said = Image.Exif()
    said[0x0112] = 6
    said[0x010F] = "Telephone"
    said.get_ifd(0x8825)[1] = "N"
    return a_picture(exif=said)


def a_bomb() -> bytes:
    """A picture of 400 million pixels in half a megabyte."""
    side = 20_000

    def part(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = part(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0))
    pixels = part(b"IDAT", zlib.compress(bytes(side + 1) * side, 9))
    return b"\x89PNG\r\n\x1a\n" + head + pixels + part(b"IEND", b"")


def a_zip(parts: dict[str, str]) -> bytes:
    """A zip with these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as document:
        for name, text in parts.items():
            document.writestr(name, text)
    return file.getvalue()


def a_word_document(more: str = "docProps/app.xml") -> bytes:
    """A Word document with as little in it as makes one."""
    return a_zip({"[Content_Types].xml": "", "word/document.xml": "", more: ""})


def an_open_document(content_type: str = "application/vnd.oasis.opendocument.text") -> bytes:
    """An OpenDocument with as little in it as makes one."""
    return a_zip({"mimetype": content_type, "content.xml": ""})
