"""What customers of the demo bring to the desk, and how it ends: one module per subject."""

from services.demo.content.stories import (
    access,
    air,
    building,
    catering,
    cleaning,
    desk,
    doors_and_lifts,
    lighting,
    mail,
    meetings,
    moving,
    parking,
    power,
    printing,
    temperature,
    toilets,
    waste,
    water,
    workplace,
)
from services.demo.content.stories.story import Route, Story, Wording, Workdays

STORIES: tuple[Story, ...] = (
    *toilets.STORIES,
    *water.STORIES,
    *lighting.STORIES,
    *power.STORIES,
    *temperature.STORIES,
    *air.STORIES,
    *doors_and_lifts.STORIES,
    *building.STORIES,
    *waste.STORIES,
    *cleaning.STORIES,
    *moving.STORIES,
    *workplace.STORIES,
    *parking.STORIES,
    *access.STORIES,
    *meetings.STORIES,
    *catering.STORIES,
    *printing.STORIES,
    *mail.STORIES,
    *desk.STORIES,
)

__all__ = ["STORIES", "Route", "Story", "Wording", "Workdays"]
