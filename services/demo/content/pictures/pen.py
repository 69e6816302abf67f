"""Drawing flat pictures: a few shapes in a few colours, so that all pictures are of one hand."""

from __future__ import annotations

import io
from collections.abc import Callable

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 480, 320
# Drawn larger and made smaller again, so that edges are smooth.
LARGER = 2
GROUND, SHADE = "#d6e6ec", "#bdd3db"
INK, BLUE, SKY, WHITE, GREY = "#1d3d4b", "#0b5e7a", "#7cc0d6", "#ffffff", "#a9bcc5"
SUN, CLAY, LEAF, WOOD = "#f2bb4e", "#d9694a", "#5a9f7b", "#c99a63"

Shape = Callable[[ImageDraw.ImageDraw], None]
Drawing = tuple[Shape, ...]


def box(left: int, top: int, right: int, bottom: int, colour: str, round_: int = 6) -> Shape:
    """A rectangle with round corners."""
    return lambda on: on.rounded_rectangle(_larger(left, top, right, bottom), round_ * LARGER, colour)


def disc(x: int, y: int, across: int, colour: str, down: int | None = None) -> Shape:
    """A circle around a point; an ellipse when it is not as high as it is wide."""
    high = across if down is None else down
    corners = _larger(x - across, y - high, x + across, y + high)
    return lambda on: on.ellipse(corners, colour)


def line(colour: str, thick: int, *points: int) -> Shape:
    """A line through points, given as x, y, x, y, with round ends."""

    def draw(on: ImageDraw.ImageDraw) -> None:
        through = _larger(*points)
        on.line(through, colour, thick * LARGER, "curve")
        half = thick * LARGER / 2
        for x, y in (through[:2], through[-2:]):
            on.ellipse((x - half, y - half, x + half, y + half), colour)

    return draw


def arc(x: int, y: int, across: int, start: int, end: int, colour: str, thick: int) -> Shape:
    """A part of a circle, in degrees from the right, clockwise."""
    corners = _larger(x - across, y - across, x + across, y + across)
    return lambda on: on.arc(corners, start, end, colour, thick * LARGER)


def part(x: int, y: int, across: int, start: int, end: int, colour: str) -> Shape:
    """A slice of a disc, in degrees from the right, clockwise."""
    corners = _larger(x - across, y - across, x + across, y + across)
    return lambda on: on.pieslice(corners, start, end, colour)


def shape(colour: str, *points: int) -> Shape:
    """A surface between points, given as x, y, x, y."""
    return lambda on: on.polygon(_larger(*points), colour)


def floor(top: int = 262, across: int = 150) -> Shape:
    """The shade in which a thing stands."""
    return disc(240, top, across, SHADE, 12)


def drawn(drawing: Drawing) -> bytes:
    """This drawing as a PNG file."""
    picture = Image.new("RGB", (WIDTH * LARGER, HEIGHT * LARGER), GROUND)
    on = ImageDraw.Draw(picture)
    for draw in drawing:
        draw(on)
    file = io.BytesIO()
    picture.reduce(LARGER).save(file, "PNG", compress_level=1)
    return file.getvalue()


def _larger(*points: int) -> tuple[int, ...]:
    return tuple(point * LARGER for point in points)
