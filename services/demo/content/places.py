"""The three buildings the facility organisation looks after, so that every demo story happens somewhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class PlaceSort(StrEnum):
    """What a place is used for; a story names the sorts it may happen in."""

    BUILDING = "building"
    FLOOR = "floor"
    OFFICE = "office"
    MEETING_ROOM = "meeting_room"
    CLASSROOM = "classroom"
    CONSULTING_ROOM = "consulting_room"
    TOILET = "toilet"
    PANTRY = "pantry"
    RESTAURANT = "restaurant"
    PUBLIC = "public"
    STAGE = "stage"
    SUPPORT = "support"
    PARKING = "parking"
    BICYCLES = "bicycles"
    LOADING = "loading"


@dataclass(frozen=True)
class Location:
    """A building, floor or room; `within` is the code of the place it is part of."""

    code: str
    name: str
    sort: PlaceSort
    within: str | None = None

    def request(self) -> dict[str, Any]:
        """The request for `add_location`."""
        return {"code": self.code, "name": self.name, "within": self.within}

    def is_in(self, code: str) -> bool:
        """Whether this is that place or a part of it."""
        return self.code == code or self.code.startswith(f"{code}-")


def _building(code: str, name: str, *floors: tuple[Location, ...]) -> tuple[Location, ...]:
    """A building with its floors and rooms, each parent before its children."""
    return (Location(code, name, PlaceSort.BUILDING), *(place for floor in floors for place in floor))


def _floor(code: str, name: str, *rooms: tuple[str, str, PlaceSort]) -> tuple[Location, ...]:
    """A floor with its rooms; a room's code continues the floor's."""
    building = code.rpartition("-")[0]
    inside = (Location(f"{code}-{number}", room, sort, code) for number, room, sort in rooms)
    return (Location(code, name, PlaceSort.FLOOR, building), *inside)


STADHUIS = _building(
    "SH",
    "Stadhuis",
    _floor(
        "SH-0",
        "Begane grond",
        ("01", "Publiekshal", PlaceSort.PUBLIC),
        ("02", "Receptie", PlaceSort.PUBLIC),
        ("05", "Trouwzaal", PlaceSort.MEETING_ROOM),
        ("08", "Bedrijfsrestaurant", PlaceSort.RESTAURANT),
        ("10", "Toiletten publiekshal", PlaceSort.TOILET),
        ("12", "Postkamer", PlaceSort.SUPPORT),
        ("20", "Parkeerkelder", PlaceSort.PARKING),
        ("21", "Fietsenkelder", PlaceSort.BICYCLES),
    ),
    _floor(
        "SH-1",
        "1e verdieping",
        ("04", "Raadzaal", PlaceSort.MEETING_ROOM),
        ("06", "Fractiekamer", PlaceSort.MEETING_ROOM),
        ("09", "Spreekkamer Sociaal Domein", PlaceSort.CONSULTING_ROOM),
        ("11", "Kantoortuin Sociaal Domein", PlaceSort.OFFICE),
        ("15", "Pantry", PlaceSort.PANTRY),
        ("16", "Toiletten", PlaceSort.TOILET),
    ),
    _floor(
        "SH-2",
        "2e verdieping",
        ("08", "Stilteruimte", PlaceSort.OFFICE),
        ("11", "Kantoortuin Ruimte en Wonen", PlaceSort.OFFICE),
        ("14", "Vergaderzaal De Brug", PlaceSort.MEETING_ROOM),
        ("15", "Pantry", PlaceSort.PANTRY),
        ("16", "Toiletten", PlaceSort.TOILET),
        ("17", "Reproruimte", PlaceSort.SUPPORT),
    ),
    _floor(
        "SH-3",
        "3e verdieping",
        ("05", "Collegekamer", PlaceSort.MEETING_ROOM),
        ("11", "Kantoortuin Omgevingsdienst", PlaceSort.OFFICE),
        ("12", "Werkkamer 3.12", PlaceSort.OFFICE),
        ("15", "Pantry", PlaceSort.PANTRY),
        ("16", "Toiletten", PlaceSort.TOILET),
        ("21", "Vergaderzaal De Sluis", PlaceSort.MEETING_ROOM),
    ),
)

DE_VERBINDING = _building(
    "DV",
    "De Verbinding",
    _floor(
        "DV-0",
        "Begane grond",
        ("01", "Entree en balie", PlaceSort.PUBLIC),
        ("03", "Aula", PlaceSort.PUBLIC),
        ("06", "Kantine", PlaceSort.RESTAURANT),
        ("10", "Toiletten", PlaceSort.TOILET),
        ("20", "Parkeerterrein", PlaceSort.PARKING),
    ),
    _floor(
        "DV-1",
        "1e verdieping (GGD)",
        ("01", "Wachtruimte", PlaceSort.PUBLIC),
        ("03", "Spreekkamer 1.03", PlaceSort.CONSULTING_ROOM),
        ("04", "Spreekkamer 1.04", PlaceSort.CONSULTING_ROOM),
        ("08", "Kantoor Jeugdgezondheidszorg", PlaceSort.OFFICE),
        ("12", "Vergaderkamer De Pleister", PlaceSort.MEETING_ROOM),
        ("15", "Pantry", PlaceSort.PANTRY),
        ("16", "Toiletten", PlaceSort.TOILET),
    ),
    _floor(
        "DV-2",
        "2e verdieping (College)",
        ("05", "Lokaal 2.05", PlaceSort.CLASSROOM),
        ("07", "Lokaal 2.07", PlaceSort.CLASSROOM),
        ("10", "Praktijklokaal Zorg en Welzijn", PlaceSort.CLASSROOM),
        ("12", "Docentenkamer", PlaceSort.OFFICE),
        ("14", "Overlegruimte Het Krijtje", PlaceSort.MEETING_ROOM),
        ("16", "Toiletten", PlaceSort.TOILET),
    ),
)

THEATER_DE_KADE = _building(
    "KA",
    "Theater De Kade",
    _floor(
        "KA-0",
        "Begane grond",
        ("01", "Foyer", PlaceSort.PUBLIC),
        ("02", "Kassa", PlaceSort.PUBLIC),
        ("05", "Grote Zaal", PlaceSort.STAGE),
        ("10", "Toiletten foyer", PlaceSort.TOILET),
        ("20", "Laad- en losplaats", PlaceSort.LOADING),
    ),
    _floor(
        "KA-1",
        "1e verdieping",
        ("02", "Kleedkamer 1", PlaceSort.STAGE),
        ("03", "Kleedkamer 2", PlaceSort.STAGE),
        ("06", "Artiestenfoyer", PlaceSort.PANTRY),
        ("08", "Theaterkantoor", PlaceSort.OFFICE),
        ("10", "Bestuurskamer", PlaceSort.MEETING_ROOM),
    ),
)

LOCATIONS: tuple[Location, ...] = (*STADHUIS, *DE_VERBINDING, *THEATER_DE_KADE)
