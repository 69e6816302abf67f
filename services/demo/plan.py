"""Planning the demo's notifications: who tells which story, when, and how it goes on from there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import TypeVar

from services.demo import desk_time
from services.demo.content import rhythm
from services.demo.content.matching import who_and_where
from services.demo.content.people import COLLEAGUES, Colleague, Customer
from services.demo.content.places import Location
from services.demo.content.stories import STORIES
from services.demo.content.stories.story import Story, Wording
from services.shared.vocabulary import Channel, Kind, Level, Weight

AGENTS = tuple(colleague for colleague in COLLEAGUES if "agent" in colleague.roles)

T = TypeVar("T")


@dataclass(frozen=True)
class Planned:
    """One notification to be told."""

    registered_at: datetime
    story: Story
    wording: Wording
    channel: Channel
    customer: Customer
    location: Location | None
    agent: Colleague
    impact: Weight | None
    urgency: Weight


class Planner:
    """Draws notifications with the demo's rhythm; the same seed and moment give the same plan."""

    def __init__(self, seed: int, now: datetime) -> None:
        self.random = Random(seed)
        self.now = now
        self.told: Counter[Story] = Counter()

    def plan(self, count: int) -> list[Planned]:
        """So many notifications of the last 90 days, oldest first."""
        moments = sorted(self._moment() for _ in range(count))
        return [self._planned(moment, channel) for moment, channel in moments]

    def weighted(self, weights: Mapping[T, float]) -> T:
        """One of these, by weight."""
        return self.random.choices(list(weights), list(weights.values()))[0]

    def later(self, moment: datetime, stretch: rhythm.Stretch) -> datetime:
        """A moment a step of this length later, within desk hours."""
        minutes = self.random.triangular(stretch.least, stretch.most, stretch.usual)
        return desk_time.after(moment, min(minutes, stretch.usual * 2.5))

    def _moment(self) -> tuple[datetime, Channel]:
        while True:
            day = self.now.astimezone(desk_time.ZONE) - timedelta(days=self.random.randrange(rhythm.DAYS))
            weekday = day.weekday()
            if self.random.random() > rhythm.WEEKDAY_WEIGHTS[weekday] / max(rhythm.WEEKDAY_WEIGHTS.values()):
                continue
            channel = self.weighted(rhythm.CHANNEL_WEIGHTS) if weekday in rhythm.DESK_DAYS else Channel.PORTAL
            hour = self.weighted(_hours(weekday, channel))
            moment = day.replace(hour=hour, minute=self.random.randrange(60), second=self.random.randrange(60))
            if moment < self.now:
                return moment, channel

    def _planned(self, moment: datetime, channel: Channel) -> Planned:
        story = self._story(moment, channel)
        choices = who_and_where(story)
        customer, location = self.random.choice(choices)
        self.told[story] += 1
        return Planned(
            registered_at=moment,
            story=story,
            wording=self._wording(story, channel),
            channel=channel,
            customer=customer,
            location=location,
            agent=self.random.choice(AGENTS),
            impact=story.impact,
            urgency=story.urgency or self.weighted(rhythm.URGENCY_WEIGHTS),
        )

    def _story(self, moment: datetime, channel: Channel) -> Story:
        kind = self.weighted(rhythm.KIND_WEIGHTS)
        fitting = [story for story in STORIES if story.kind is kind and self._fits(story, moment, channel)]
        if not fitting:
            fitting = [story for story in STORIES if self._fits(story, moment, channel)]
        fewest = min(self.told[story] for story in fitting)
        return self.random.choice([story for story in fitting if self.told[story] <= fewest + 1])

    def _fits(self, story: Story, moment: datetime, channel: Channel) -> bool:
        needs_place = channel in rhythm.NEEDS_LOCATION
        return (
            self.told[story] < story.at_most
            and (not story.months or moment.month in story.months)
            and not (needs_place and story.at is None and not story.where)
        )

    def _wording(self, story: Story, channel: Channel) -> Wording:
        if channel in rhythm.NOTED_BY_DESK and story.noted:
            return self.random.choice(story.noted)
        return self.random.choice((Wording(story.summary, story.description), *story.also))


def _hours(weekday: int, channel: Channel) -> dict[int, float]:
    if weekday not in rhythm.DESK_DAYS:
        return rhythm.WEEKEND_HOUR_WEIGHTS
    if channel.level is Level.CLICK:
        return rhythm.PORTAL_HOUR_WEIGHTS
    return rhythm.FRIDAY_HOUR_WEIGHTS if weekday == 4 else rhythm.HOUR_WEIGHTS


def score_weights(kind: Kind) -> dict[int, float]:
    """How customers rate this kind."""
    return rhythm.COMPLAINT_SCORE_WEIGHTS if kind is Kind.COMPLAINT else rhythm.SCORE_WEIGHTS
