"""The words every service shares; docs/vocabulary.md explains them and gives the Dutch ones."""

import re
from enum import StrEnum


class Kind(StrEnum):
    """What sort of thing a customer brings: klacht, wens, informatie, storing (KWIS)."""

    COMPLAINT = "complaint"
    WISH = "wish"
    INFORMATION = "information"
    MALFUNCTION = "malfunction"


# A question or a complaint may be about any item.
ABOUT_ANYTHING = (Kind.INFORMATION, Kind.COMPLAINT)


class Level(StrEnum):
    """How close the desk comes: virtual desk, telephone and mail, in person."""

    CLICK = "click"
    CALL = "call"
    FACE = "face"


class Channel(StrEnum):
    """How exactly a notification came in."""

    PORTAL = "portal"
    QR = "qr"
    API = "api"
    OPEN311 = "open311"
    PHONE = "phone"
    EMAIL = "email"
    POST = "post"
    COUNTER = "counter"
    ON_SITE = "on_site"

    @property
    def level(self) -> Level:
        return LEVEL_OF_CHANNEL[self]


LEVEL_OF_CHANNEL = {
    Channel.PORTAL: Level.CLICK,
    Channel.QR: Level.CLICK,
    Channel.API: Level.CLICK,
    Channel.OPEN311: Level.CLICK,
    Channel.PHONE: Level.CALL,
    Channel.EMAIL: Level.CALL,
    Channel.POST: Level.CALL,
    Channel.COUNTER: Level.FACE,
    Channel.ON_SITE: Level.FACE,
}


class Status(StrEnum):
    """Where a notification is in its life."""

    NEW = "new"
    AT_DESK = "at_desk"
    WITH_CUSTOMER = "with_customer"
    FORWARDED = "forwarded"
    READY = "ready"
    CLOSED = "closed"
    CANCELLED = "cancelled"

    @property
    def open(self) -> bool:
        """Whether somebody still has work to do on it."""
        return self in OPEN_STATUSES


OPEN_STATUSES = frozenset({Status.NEW, Status.AT_DESK, Status.WITH_CUSTOMER, Status.FORWARDED})


class AnswerTo(StrEnum):
    """What an answer is an answer to: the desk's open question, or what the customer brought."""

    QUESTION = "question"
    CUSTOMER = "customer"


class Weight(StrEnum):
    """How wide the impact is, or how urgent."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Priority(StrEnum):
    """What impact and urgency together give; the first goes before all others."""

    P1 = "p1"
    P2 = "p2"
    P3 = "p3"
    P4 = "p4"


class TargetUnit(StrEnum):
    """In what a target is counted: working time, or working days, of which it is the end."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"


class Target(StrEnum):
    """What must have happened in time: an answer, somebody on the spot, no danger any more, the work done."""

    RESPOND = "respond"
    ATTEND = "attend"
    MAKE_SAFE = "make_safe"
    COMPLETE = "complete"


class WorkStatus(StrEnum):
    """Where a work order is in its life."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    STARTED = "started"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class QuestionType(StrEnum):
    """What kind of answer a catalogue item's question takes."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    CHOICE = "choice"
    CHOICES = "choices"
    LOCATION = "location"
    PERSON = "person"
    FILE = "file"


# The days that a calendar can be asked about.
FIRST_YEAR, LAST_YEAR = 2000, 2099
# How many files one answer may have.
MOST_FILES = 5
FILE_ID = re.compile(r"[0-9a-f]{32}")
LONGEST_ANSWER = {QuestionType.TEXT: 200, QuestionType.LONG_TEXT: 4000}


class Payer(StrEnum):
    """Who pays for what is delivered: nobody apart, the customer's organisation, or the customer."""

    NOBODY = "nobody"
    ORGANISATION = "organisation"
    CUSTOMER = "customer"


class Approval(StrEnum):
    """Who must agree before an item is delivered."""

    NONE = "none"
    BUDGET_HOLDER = "budget_holder"
    ABOVE_AMOUNT = "above_amount"


class TimeUnit(StrEnum):
    """What working time is counted in: opening hours, or whole working days."""

    HOURS = "hours"
    DAYS = "days"


class Publication(StrEnum):
    """Where an item or article is in its life."""

    DRAFT = "draft"
    PUBLISHED = "published"
    RETIRED = "retired"


class Offer(StrEnum):
    """Whether a published item can be asked for."""

    NOW = "now"
    LATER = "later"
    OVER = "over"
