"""What the demo's facility organisation offers: its categories, its teams and its catalogue items.

All are plain requests, as `define_category`, `define_team`, `publish_item` and `define_synonyms` take them.
"""

from services.demo.content.catalogue import (
    access,
    building,
    catering,
    cleaning,
    climate,
    doors_and_lifts,
    furniture,
    grounds,
    mail,
    meetings,
    moving,
    parking,
    pests_and_pantry,
    power,
    printing,
    safety,
    sanitary,
    staff,
    waste,
    workplace,
)
from services.demo.content.catalogue import house_items as house
from services.demo.content.catalogue import service_items as services
from services.demo.content.catalogue.levels import OFFICE_HOURS, SERVICE_LEVEL
from services.demo.content.catalogue.shapes import Request
from services.demo.content.catalogue.synonyms import SYNONYMS
from services.demo.content.catalogue.teams import CATEGORIES, TEAMS

MOST_ASKED: tuple[Request, ...] = (
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
)
ITEMS: tuple[Request, ...] = (
    *MOST_ASKED,
    *sanitary.ITEMS,
    *power.ITEMS,
    *climate.ITEMS,
    *doors_and_lifts.ITEMS,
    *building.ITEMS,
    *cleaning.ITEMS,
    *pests_and_pantry.ITEMS,
    *waste.ITEMS,
    *safety.ITEMS,
    *grounds.ITEMS,
    *workplace.ITEMS,
    *staff.ITEMS,
    *furniture.ITEMS,
    *moving.ITEMS,
    *access.ITEMS,
    *parking.ITEMS,
    *meetings.ITEMS,
    *catering.ITEMS,
    *mail.ITEMS,
    *printing.ITEMS,
)

__all__ = ["CATEGORIES", "ITEMS", "OFFICE_HOURS", "SERVICE_LEVEL", "SYNONYMS", "TEAMS", "Request"]
