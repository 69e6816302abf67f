"""Pictures, made anew from what was sent: upright, not too large, and with nothing in them but the picture.

A photo of a telephone tells where it was taken. What is kept is drawn again from its pixels, so that it holds
no place, no camera, and nothing that was hidden behind it.
"""

from __future__ import annotations

import io
from typing import Any, NamedTuple

from PIL import Image

from services.gateway.domain.file import JPEG, LARGEST_FILE, NO_PICTURE, PNG, FileType, unusable
from services.shared.errors import Invalid
from services.shared.kit.threads import OneAtATime

MOST_PIXELS = 60_000_000
LARGEST_SIDE, SMALL_SIDE = 2000, 320
TOO_MANY_PIXELS = f"This picture is too large: it may have at most {MOST_PIXELS // 1_000_000} million pixels."
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
QUALITY = 85
# How a camera was held, and what sets the picture upright again.
ORIENTATION = 0x0112
UPRIGHT: dict[Any, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

# A bomb is refused below, before it is unpacked; Pillow itself would only warn of a small one.
Image.MAX_IMAGE_PIXELS = None

# It needs much memory, and takes a processor for a second.
_turn = OneAtATime()


class Picture(NamedTuple):
    """A picture as it is kept: what it is now, and it once more for a list."""

    type: FileType
    content: bytes
    small: bytes


def made_anew(content: bytes) -> Picture:
    """This picture as it is kept; raises Invalid when it is none, or has too many pixels to open."""
    return _turn.do(_made_anew, content)


def _made_anew(content: bytes) -> Picture:
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise unusable(TOO_MANY_PIXELS)
            kind = opened.format
            # A JPEG can be unpacked at half or a quarter of its size, in so much less time and memory.
            opened.draft("RGB", (LARGEST_SIDE, LARGEST_SIDE))
            grey = _scaled(opened) if opened.mode.startswith(("I", "F")) else opened
            see_through = grey.has_transparency_data
            pixels = grey.convert("RGBA" if see_through else "RGB")
            # Smaller before it is turned, for it is in memory twice then.
            pixels.thumbnail((LARGEST_SIDE, LARGEST_SIDE), reducing_gap=2.0)
            # Only this is read of what the file says of itself, and none of it is written again.
            turn = UPRIGHT.get(opened.getexif().get(ORIENTATION))
            pixels = pixels if turn is None else pixels.transpose(turn)
    except Invalid:
        raise
    except Exception as wrong:
        # Pillow raises nearly anything for files that are broken in different ways.
        raise unusable(NO_PICTURE) from wrong
    type_ = PNG if see_through or kind == "PNG" else JPEG
    whole = _written(pixels, type_)
    if len(whole) > LARGEST_FILE:
        type_ = JPEG
        whole = _written(pixels, type_)
    small = pixels.copy()
    small.thumbnail((SMALL_SIDE, SMALL_SIDE))
    return Picture(type_, whole, _written(small, type_))


def _scaled(opened: Image.Image) -> Image.Image:
    """A picture of 65,536 greys with the 256 that can be shown; Pillow itself would make white of nearly all."""
    scaled = opened.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    # The grey that was to be seen through is another one by then.
    scaled.info.pop("transparency", None)
    return scaled


def _written(pixels: Image.Image, type_: FileType) -> bytes:
    # A new picture of the pixels alone: what else there is to a picture does not come along.
    bare = Image.new(pixels.mode, pixels.size)
    bare.paste(pixels)
    if type_ is JPEG and bare.mode == "RGBA":
        ground = Image.new("RGB", bare.size, "white")
        ground.paste(bare, mask=bare.getchannel("A"))
        bare = ground
    file = io.BytesIO()
    if type_ is JPEG:
        bare.save(file, "JPEG", quality=QUALITY, progressive=True)
    else:
        bare.save(file, "PNG")
    return file.getvalue()
