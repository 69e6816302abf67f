"""Which people and places fit a story, so that nobody of the theatre reports a lamp in the town hall."""

from __future__ import annotations

from services.demo.content.people import CUSTOMERS, ORGANISATIONS, Customer, Organisation
from services.demo.content.places import LOCATIONS, Location, PlaceSort
from services.demo.content.stories.story import Story

_ORGANISATION = {organisation.code: organisation for organisation in ORGANISATIONS}
_LOCATION = {location.code: location for location in LOCATIONS}

# People use the toilet and the pantry of their own floor, if it has one.
_CLOSE_BY = frozenset({PlaceSort.TOILET, PlaceSort.PANTRY})


def comes_to(organisation: Organisation, location: Location) -> bool:
    """Whether the people of this organisation come to this place; a building is come to through its floors."""
    return any(location.is_in(used) or _LOCATION[used].is_in(location.code) for used in organisation.uses)


def who_and_where(story: Story) -> list[tuple[Customer, Location | None]]:
    """Every customer who may tell this story, with every place where they may have met it."""
    customers = [customer for customer in CUSTOMERS if story.organisation in (None, customer.organisation)]
    if story.at is None and not story.where:
        return [(customer, None) for customer in customers]
    return [(customer, place) for customer in customers for place in _places(story, customer)]


def _places(story: Story, customer: Customer) -> list[Location]:
    """The places of this story that this customer comes to: their own workplace if it is one of them."""
    organisation = _ORGANISATION[customer.organisation]
    if story.at is not None:
        place = _LOCATION[story.at]
        return [place] if comes_to(organisation, place) else []
    workplace = _LOCATION[customer.workplace]
    if workplace.sort in story.where:
        return [workplace]
    places = [place for place in LOCATIONS if place.sort in story.where and comes_to(organisation, place)]
    same_floor = [place for place in places if place.sort in _CLOSE_BY and place.within == workplace.within]
    return same_floor or places
