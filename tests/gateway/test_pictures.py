"""A picture is made anew: upright, not too large, and telling nothing but what it shows."""

from __future__ import annotations

import io
import struct

import pytest
from PIL import Image

from services.gateway.domain.file import JPEG, NO_PICTURE, PNG
from services.gateway.pictures import TOO_MANY_PIXELS, made_anew
from services.shared.errors import Invalid
from tests.gateway.sent_files import a_bomb, a_photo, a_picture


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def test_a_photo_is_turned_upright_and_no_longer_says_where_it_was_taken() -> None:
    photo = a_photo()
    assert opened(photo).getexif()
    picture = made_anew(photo)
    assert picture.type == JPEG
    assert opened(picture.content).size == (40, 60)
    assert not opened(picture.content).getexif()
    assert b"Telephone" not in picture.content


def test_what_was_hidden_behind_a_picture_is_gone() -> None:
    picture = made_anew(a_picture("GIF") + b"<script>alert(1)</script>")
    assert picture.type == JPEG
    assert b"script" not in picture.content


def test_a_large_picture_is_made_smaller_and_there_is_a_small_one() -> None:
    picture = made_anew(a_picture("PNG", (4000, 3000)))
    assert picture.type == PNG
    assert opened(picture.content).size == (2000, 1500)
    assert opened(picture.small).size == (320, 240)


UPPER_LEFT, UPPER_RIGHT, LOWER_RIGHT, LOWER_LEFT = range(4)


@pytest.mark.parametrize(
    ("orientation", "corner"),
    [
        (1, UPPER_LEFT),
        (2, UPPER_RIGHT),
        (3, LOWER_RIGHT),
        (4, LOWER_LEFT),
        (5, UPPER_LEFT),
        (6, UPPER_RIGHT),
        (7, LOWER_RIGHT),
        (8, LOWER_LEFT),
        (9, UPPER_LEFT),
    ],
)
def test_a_photo_is_upright_however_the_camera_was_held(orientation: int, corner: int) -> None:
    photo = Image.new("RGB", (60, 40), "white")
    photo.paste("black", (0, 0, 8, 8))
    said, file = Image.Exif(), io.BytesIO()
    said[0x0112] = orientation
    photo.save(file, "PNG", exif=said)
    upright = opened(made_anew(file.getvalue()).content).convert("L")
    right, low = upright.width - 1, upright.height - 1
    corners = [(0, 0), (right, 0), (right, low), (0, low)]
    assert upright.size == ((60, 40) if orientation in (1, 2, 3, 4, 9) else (40, 60))
    assert [at for at in corners if upright.getpixel(at) == 0] == [corners[corner]]


@pytest.mark.parametrize(
    "entry",
    [
        struct.pack("<HHI4s", 0x011A, 2, 4, b"wide"),  # a resolution that is a text
        struct.pack("<HHI4s", 0x0100, 7, 1, b"\x01"),  # a width, and a unit, of no type
        struct.pack("<HHI4s", 0x0128, 7, 1, b"\x01"),
        struct.pack("<HHI4s", 0x8769, 2, 4, b"none"),  # more of it, at no place
    ],
)
def test_what_else_a_photo_says_of_itself_may_be_anything(entry: bytes) -> None:
    turned = struct.pack("<HHIHH", 0x0112, 3, 1, 6, 0)
    said = b"Exif\0\0II*\0" + struct.pack("<IH", 8, 2) + b"".join(sorted([turned, entry])) + bytes(4)
    file = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(file, "JPEG", exif=said)
    assert opened(made_anew(file.getvalue()).content).size == (40, 60)


def test_a_picture_of_many_greys_keeps_its_greys() -> None:
    file = io.BytesIO()
    Image.new("I;16", (9, 5), 0x4080).save(file, "PNG")
    assert opened(made_anew(file.getvalue()).content).getpixel((4, 2)) == (0x40, 0x40, 0x40)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "I;16", "CMYK"])
def test_every_sort_of_picture_is_taken(mode: str) -> None:
    file = io.BytesIO()
    Image.new(mode, (9, 5)).save(file, "JPEG" if mode == "CMYK" else "PNG")
    assert opened(made_anew(file.getvalue()).content).size == (9, 5)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (a_picture()[:-300], NO_PICTURE),
        (a_picture("PNG")[:40], NO_PICTURE),
        (b"\xff\xd8\xff" + b"no picture at all", NO_PICTURE),
        (b"GIF89a", NO_PICTURE),
        (a_bomb(), TOO_MANY_PIXELS),
    ],
    ids=["cut off", "head only", "only begins like one", "nothing in it", "bomb"],
)
def test_a_picture_that_is_none_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(Invalid) as refused:
        made_anew(content)
    assert refused.value.errors == {"file": [message]}
