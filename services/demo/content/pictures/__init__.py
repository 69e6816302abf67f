"""The pictures of the demo's items, by code: drawn here, so that they are nobody else's and all of one hand."""

from services.demo.content.pictures.hospitality import HOSPITALITY
from services.demo.content.pictures.house import HOUSE
from services.demo.content.pictures.pen import Drawing, drawn
from services.demo.content.pictures.workplace import WORKPLACE

PICTURES: dict[str, Drawing] = HOUSE | WORKPLACE | HOSPITALITY

__all__ = ["PICTURES", "drawn"]
