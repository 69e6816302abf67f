"""The figures: what one notification adds to those of each day of the desk."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

BECAME = ">"


class Figure(StrEnum):
    """What is counted per day, and of some per code too."""

    RECEIVED_PER_KIND = "received_per_kind"
    RECEIVED_PER_LEVEL = "received_per_level"
    READY = "ready"
    SOLVED_AT_DESK = "solved_at_desk"
    FORWARDED = "forwarded"
    CANCELLED = "cancelled"
    RATINGS = "ratings"
    # The sum of the scores, so that the mean of any period follows.
    SCORES = "scores"
    # Per item how often it was asked for, and per article how many readers said whether it helped.
    ITEM_ASKED = "item_asked"
    ARTICLE_RATED = "article_rated"
    # Per article: the readers whom it helped. None of these is a notification.
    ANSWERED_BY_CLICK = "answered_by_click"
    # Per pair: what was suggested for a notification, and what it became.
    SUGGESTED_KIND = "suggested_kind"
    SUGGESTED_ITEM = "suggested_item"
    # How many more are open at the end of the day than at its start; the sum of all days is what is open.
    OPEN = "open"


class Counted(NamedTuple):
    """One figure of one day; `code` is what it is about: a kind, a level, an item, an article, a pair, or nothing."""

    what: str
    day: date
    code: str


@dataclass(frozen=True)
class Fact:
    """What is known of one notification; durations are whole seconds."""

    number: str
    kind: str
    level: str
    channel: str
    organisation: str
    location: str | None
    catalogue_item: str | None
    registered_at: datetime
    forwarded_at: datetime | None = None
    ready_at: datetime | None = None
    seconds_to_ready: int | None = None
    first_line: bool = False
    cancelled_at: datetime | None = None
    closed_at: datetime | None = None
    score: int | None = None
    rated_at: datetime | None = None
    suggested_kind: str | None = None
    suggested_item: str | None = None

    @property
    def finished_at(self) -> datetime | None:
        """When it stopped being open, which is never before it was registered."""
        ended = [moment for moment in (self.ready_at, self.cancelled_at) if moment is not None]
        return max(self.registered_at, min(ended)) if ended else None


def contributions(fact: Fact, zone: ZoneInfo) -> Counter[Counted]:
    """What a notification adds to the figures; `zone` says on which day something happened."""
    added: Counter[Counted] = Counter()

    def add(what: Figure, moment: datetime | None, code: str = "", amount: int = 1) -> None:
        if moment is not None:
            added[Counted(what.value, moment.astimezone(zone).date(), code)] += amount

    add(Figure.RECEIVED_PER_KIND, fact.registered_at, fact.kind)
    add(Figure.RECEIVED_PER_LEVEL, fact.registered_at, fact.level)
    if fact.catalogue_item:
        add(Figure.ITEM_ASKED, fact.registered_at, fact.catalogue_item)
    if fact.suggested_kind:
        add(Figure.SUGGESTED_KIND, fact.registered_at, pair(fact.suggested_kind, fact.kind))
    if fact.suggested_item:
        add(Figure.SUGGESTED_ITEM, fact.registered_at, pair(fact.suggested_item, fact.catalogue_item))
    add(Figure.OPEN, fact.registered_at)
    add(Figure.OPEN, fact.finished_at, amount=-1)
    add(Figure.READY, fact.ready_at)
    if fact.first_line:
        add(Figure.SOLVED_AT_DESK, fact.ready_at)
    add(Figure.FORWARDED, fact.forwarded_at)
    add(Figure.CANCELLED, fact.cancelled_at)
    add(Figure.RATINGS, fact.rated_at)
    add(Figure.SCORES, fact.rated_at, amount=fact.score or 0)
    return added


def pair(suggested: str, became: str | None) -> str:
    """What was suggested and what it became, as one code; no code of anything has this sign in it."""
    return f"{suggested}{BECAME}{became or ''}"


def rating_adds(article: str, helped: bool, before: bool | None, day: date) -> Counter[Counted]:
    """What a reader who says whether an article helped adds, instead of what the same reader said `before` that day."""
    added: Counter[Counted] = Counter()
    if before is None:
        added[Counted(Figure.ARTICLE_RATED.value, day, article)] = 1
    if moved := helped - (before or False):
        added[Counted(Figure.ANSWERED_BY_CLICK.value, day, article)] = moved
    return added
