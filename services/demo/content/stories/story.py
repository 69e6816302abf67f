"""The shape of a demo story: what a customer brings to the desk and how it goes from there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from services.demo.content.places import PlaceSort
from services.shared.vocabulary import Kind, Weight


class Route(StrEnum):
    """The way a story usually goes."""

    DESK = "desk"
    FORWARD = "forward"
    ASK_THEN_FORWARD = "ask_then_forward"
    ASK_THEN_DESK = "ask_then_desk"
    CANCEL = "cancel"

    @property
    def asks(self) -> bool:
        """Whether the desk asks the customer something on the way."""
        return self in (Route.ASK_THEN_FORWARD, Route.ASK_THEN_DESK)

    @property
    def forwards(self) -> bool:
        """Whether the back office does the work."""
        return self in (Route.FORWARD, Route.ASK_THEN_FORWARD)


@dataclass(frozen=True)
class Workdays:
    """A day so many working days after the notification; a negative number lies before it."""

    count: int

    def after(self, day: date) -> date:
        """That day, counted from `day`."""
        step = timedelta(days=1 if self.count >= 0 else -1)
        left = abs(self.count)
        while left:
            day += step
            if day.weekday() < 5:
                left -= 1
        return day


@dataclass(frozen=True)
class Wording:
    """The same story in other words, as another customer types it or as the desk notes it."""

    summary: str
    description: str = ""


# Stories are compared by identity, so that a teller can count how often it told each one.
@dataclass(frozen=True, eq=False)
class Story:
    """Something a customer brings to the desk.

    `summary` and `description` are the customer's own words, as are those in `also`; `noted` are the
    words of the desk when it registers for a caller. `outcomes` are the ways it ends, one of which is
    told: the desk's answer, or the specialist's solution when the back office did it. A story without
    an item has a `category` when it may be forwarded. `where` are the sorts of places it may happen
    in and `at` is the one place it is about; with neither it has no location. `months` are the months it
    can happen in, empty for all year, and `at_most` is how often it can be told before it stops being
    believable.
    """

    kind: Kind
    summary: str
    description: str
    route: Route
    item: str | None = None
    category: str | None = None
    answers: Mapping[str, str | int | Workdays] = field(default_factory=dict)
    where: tuple[PlaceSort, ...] = ()
    at: str | None = None
    organisation: str | None = None
    also: tuple[Wording, ...] = ()
    noted: tuple[Wording, ...] = ()
    impact: Weight | None = None
    urgency: Weight | None = None
    question: str | None = None
    customer_answer: str | None = None
    remark: str = ""
    outcomes: tuple[str, ...] = ()
    cancel_reason: str | None = None
    liked: str = ""
    disliked: str = ""
    months: tuple[int, ...] = ()
    at_most: int = 3

    def answers_on(self, day: date) -> dict[str, str | int]:
        """The answers to the item's questions when the story is told on `day`; dates become ISO 8601."""
        return {
            code: answer.after(day).isoformat() if isinstance(answer, Workdays) else answer
            for code, answer in self.answers.items()
        }
