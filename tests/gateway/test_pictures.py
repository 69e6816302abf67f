"""A picture is made anew: upright, not too large, and telling nothing but what it shows."""

from __future__ import annotations

import io

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
