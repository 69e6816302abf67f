"""When, how and how fast the demo's notifications come and go, as weights and stretches of time.

Weights are relative: only their proportions count. The figures follow what a desk of this size sees:
busy Monday mornings, quiet Friday afternoons, and a weekend in which only the portal is open.
"""

from __future__ import annotations

from dataclasses import dataclass

from services.shared.vocabulary import Channel, Kind, Weight

NOTIFICATIONS = 300
DAYS = 90
TIME_ZONE = "Europe/Amsterdam"

KIND_WEIGHTS: dict[Kind, float] = {
    Kind.MALFUNCTION: 50,
    Kind.WISH: 22,
    Kind.INFORMATION: 20,
    Kind.COMPLAINT: 8,
}

CHANNEL_WEIGHTS: dict[Channel, float] = {
    Channel.PORTAL: 45,
    Channel.QR: 5,
    Channel.PHONE: 30,
    Channel.EMAIL: 12,
    Channel.COUNTER: 6,
    Channel.ON_SITE: 2,
}

# These the desk types itself, so a story's `noted` wordings fit them; a QR code needs a place to hang.
NOTED_BY_DESK: frozenset[Channel] = frozenset({Channel.PHONE, Channel.COUNTER, Channel.ON_SITE})
NEEDS_LOCATION: frozenset[Channel] = frozenset({Channel.QR, Channel.ON_SITE})

# Monday is 0. At the weekend the desk is closed, and the portal is the only channel.
WEEKDAY_WEIGHTS: dict[int, float] = {0: 125, 1: 112, 2: 92, 3: 108, 4: 63, 5: 3, 6: 2}
DESK_DAYS: frozenset[int] = frozenset({0, 1, 2, 3, 4})
DESK_OPENS = 7.5
DESK_CLOSES = 17.5

HOUR_WEIGHTS: dict[int, float] = {8: 14, 9: 20, 10: 18, 11: 13, 12: 6, 13: 11, 14: 12, 15: 9, 16: 6, 17: 1}
FRIDAY_HOUR_WEIGHTS: dict[int, float] = {8: 15, 9: 21, 10: 18, 11: 13, 12: 5, 13: 5, 14: 3, 15: 2, 16: 1}
# Who uses the portal also does so before work and on the couch.
PORTAL_HOUR_WEIGHTS: dict[int, float] = {6: 1, 7: 5, **HOUR_WEIGHTS, 17: 4, 18: 1, 19: 2, 20: 3, 21: 2, 22: 1}
WEEKEND_HOUR_WEIGHTS: dict[int, float] = {9: 1, 10: 3, 11: 3, 13: 1, 14: 2, 16: 2, 19: 1, 20: 3, 21: 2}


@dataclass(frozen=True)
class Stretch:
    """How many minutes of desk hours a step takes: at least, usually and at most."""

    least: float
    usual: float
    most: float


HOUR = 60
DAY = 10 * HOUR

TAKEN = Stretch(1, 14, 3 * HOUR)
ANSWERED_BY_DESK = Stretch(2, 25, 6 * HOUR)
ASKED = Stretch(3, 20, 4 * HOUR)
ANSWERED_BY_CUSTOMER = Stretch(10, 2 * HOUR, 2 * DAY)
FORWARDED = Stretch(2, 12, 2 * HOUR)
CANCELLED = Stretch(5, HOUR, DAY)
CLOSED = Stretch(30, 6 * HOUR, 4 * DAY)
RATED = Stretch(20, 5 * HOUR, 5 * DAY)

# What is not urgent waits for the team's next round; what nobody weighed counts as medium.
ACCEPTED: dict[Weight, Stretch] = {
    Weight.HIGH: Stretch(2, 8, 45),
    Weight.MEDIUM: Stretch(10, 75, 5 * HOUR),
    Weight.LOW: Stretch(20, 3 * HOUR, 12 * HOUR),
}
STARTED: dict[Weight, Stretch] = {
    Weight.HIGH: Stretch(5, 20, 90),
    Weight.MEDIUM: Stretch(20, 4 * HOUR, 2 * DAY),
    Weight.LOW: Stretch(2 * HOUR, DAY, 5 * DAY),
}
COMPLETED: dict[Weight, Stretch] = {
    Weight.HIGH: Stretch(15, 70, 6 * HOUR),
    Weight.MEDIUM: Stretch(10, 90, 3 * DAY),
    Weight.LOW: Stretch(10, 60, DAY),
}

# Weights that a story leaves open: most things are neither wide nor urgent.
URGENCY_WEIGHTS: dict[Weight, float] = {Weight.LOW: 30, Weight.MEDIUM: 62, Weight.HIGH: 8}

RATED_SHARE = 0.38
NOTED_SHARE = 0.12
REOPENED_SHARE = 0.03

SCORE_WEIGHTS: dict[int, float] = {5: 40, 4: 36, 3: 14, 2: 6, 1: 4}
COMPLAINT_SCORE_WEIGHTS: dict[int, float] = {5: 14, 4: 27, 3: 26, 2: 19, 1: 14}
# Most people give a score and leave it at that.
COMMENT_SHARE = 0.55
