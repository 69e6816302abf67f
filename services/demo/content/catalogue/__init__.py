"""What the demo's facility organisation offers: its categories, its teams and its twelve catalogue items.

All are plain requests, as `define_category`, `define_team` and `publish_item` take them.
"""

from services.demo.content.catalogue import house_items as house
from services.demo.content.catalogue import service_items as services
from services.demo.content.catalogue.shapes import Request
from services.demo.content.catalogue.teams import CATEGORIES, TEAMS

ITEMS: tuple[Request, ...] = (
    house.TOILET,
    house.LIGHTING,
    house.CLIMATE,
    house.CLEANING,
    house.WASTE,
    services.WORKPLACE,
    services.MOVE,
    services.ACCESS_PASS,
    services.PARKING,
    services.LUNCH,
    services.PARCEL,
    services.PRINTING,
)

__all__ = ["CATEGORIES", "ITEMS", "TEAMS", "Request"]
