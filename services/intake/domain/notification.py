"""A notification and the rules of its life: new, at the desk, with the customer, forwarded, ready, closed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from services.shared.actor import Actor
from services.shared.errors import Forbidden, Invalid, Refused
from services.shared.vocabulary import OPEN_STATUSES, AnswerTo, Channel, Kind, Level, Status, Weight

REOPEN_WINDOW = timedelta(days=14)
# Where the customer is there and hears the answer, so that they can agree at once.
SPOKEN = (Channel.PHONE, Channel.COUNTER, Channel.ON_SITE)

DESK = ("agent", "admin")
STAFF = (*DESK, "specialist", "account_manager", "manager")
AT_DESK = frozenset({Status.NEW, Status.AT_DESK})


@dataclass(frozen=True)
class Move:
    """What may be done with a notification: by whom, in which statuses, and what the refusal says."""

    roles: tuple[str, ...]
    statuses: frozenset[Status]
    code: str
    sentence: str
    by_customer: frozenset[Status] = frozenset()


MOVES = {
    "take": Move(DESK, frozenset({Status.NEW}), "only_a_new_one_is_taken", "is not new any more"),
    "ask": Move(DESK, AT_DESK, "only_the_desk_asks", "is not at the desk"),
    "answer": Move(
        DESK,
        AT_DESK | {Status.WITH_CUSTOMER},
        "nothing_to_answer",
        "has nothing to answer now",
        by_customer=frozenset({Status.WITH_CUSTOMER}),
    ),
    "forward": Move(DESK, AT_DESK, "only_the_desk_forwards", "is not at the desk"),
    "note": Move(
        STAFF,
        frozenset(Status),
        "only_a_live_one_takes_a_customers_note",
        "takes no more notes from the customer",
        by_customer=OPEN_STATUSES | {Status.READY},
    ),
    "correct": Move(
        DESK, OPEN_STATUSES | {Status.READY}, "only_a_live_one_is_corrected", "cannot be corrected any more"
    ),
    "close": Move(DESK, frozenset({Status.READY}), "only_a_ready_one_is_closed", "is not ready"),
    "reopen": Move(
        DESK,
        frozenset({Status.READY, Status.CLOSED}),
        "only_a_ready_or_closed_one_is_reopened",
        "is neither ready nor closed",
        by_customer=frozenset({Status.READY, Status.CLOSED}),
    ),
    "cancel": Move(
        DESK, OPEN_STATUSES, "only_an_open_one_is_cancelled", "is not open any more", by_customer=OPEN_STATUSES
    ),
    # Nobody at the desk rates the desk; another service may bring a customer's rating.
    "rate": Move(
        ("service",),
        frozenset({Status.CLOSED}),
        "only_a_closed_one_is_rated",
        "is not closed",
        by_customer=frozenset({Status.CLOSED}),
    ),
}


@dataclass(frozen=True)
class Rating:
    """What the customer thought of it: 1 (badly) to 5 (very well)."""

    score: int
    comment: str
    rated_at: datetime


@dataclass(frozen=True)
class AskedItem:
    """The catalogue item a notification was made with, as it was at that moment, and what was promised then."""

    code: str
    version: int
    name: dict[str, str]
    category: str
    promise: dict[str, Any] | None = None


@dataclass(frozen=True)
class Notification:
    """One thing a customer brought to the desk."""

    number: str
    kind: Kind
    channel: Channel
    status: Status
    summary: str
    description: str
    customer: str
    registered_at: datetime
    changed_at: datetime
    location: str | None = None
    item: AskedItem | None = None
    answers: list[dict[str, Any]] = field(default_factory=list)
    impact: Weight | None = None
    urgency: Weight | None = None
    contact_point: str | None = None
    team: str | None = None
    question: str | None = None
    suggested: dict[str, Any] | None = None
    first_line: bool = False
    rounds: int = 0
    ready_at: datetime | None = None
    closed_at: datetime | None = None
    rating: Rating | None = None

    @property
    def level(self) -> Level:
        return self.channel.level

    @property
    def answers_in_words(self) -> list[dict[str, Any]]:
        """What was answered, without the answers that are files."""
        return [one for one in self.answers if not one.get("files")]

    def started(self, actor: Actor) -> Notification:
        """As it begins: an agent on the phone or at the counter holds it already."""
        if self.level is Level.CLICK:
            return self
        return replace(self, status=Status.AT_DESK, contact_point=actor.name)

    def actions_for(self, actor: Actor, now: datetime) -> list[str]:
        """What this actor may do with it now."""
        return [action for action in MOVES if self._refusal(action, actor, now) is None]

    def require(self, action: str, actor: Actor, now: datetime) -> None:
        """Raise the refusal when this actor may not do this now."""
        refusal = self._refusal(action, actor, now)
        if refusal is not None:
            raise refusal

    def _refusal(self, action: str, actor: Actor, now: datetime) -> Forbidden | Refused | None:
        move = MOVES[action]
        own = actor.customer is not None and actor.customer == self.customer
        by_role = actor.has(*move.roles)
        if not by_role and not (own and move.by_customer):
            return Forbidden(f"This account may not {action} notification {self.number}.")
        allowed = (move.statuses if by_role else frozenset()) | (move.by_customer if own else frozenset())
        if self.status not in allowed:
            return Refused(move.code, f"Notification {self.number} {move.sentence}; it is {self.status}.")
        if action == "reopen" and self.closed_at is not None and now > self.closed_at + REOPEN_WINDOW:
            return Refused(
                "reopen_window_has_passed",
                f"Notification {self.number} was closed more than {REOPEN_WINDOW.days} days ago. "
                "Register a new one and mention this number.",
            )
        if action == "rate" and self.rating is not None:
            return Refused("rated_once", f"Notification {self.number} has been rated already.")
        return None

    def taken(self, actor: Actor, now: datetime) -> Notification:
        """An agent makes it theirs; whoever acts first on a new one takes it by that."""
        holder = actor.name if actor.has(*DESK) else self.contact_point
        status = Status.AT_DESK if self.status is Status.NEW else self.status
        return replace(self, status=status, contact_point=self.contact_point or holder, changed_at=now)

    def asked(self, question: str, actor: Actor, now: datetime) -> Notification:
        """The desk needs to know something from the customer."""
        self.require("ask", actor, now)
        return replace(self.taken(actor, now), status=Status.WITH_CUSTOMER, question=question)

    def require_question(self, to: AnswerTo | None) -> None:
        """Raise the refusal when an answer was meant for a question that is not open, or for none while one is."""
        is_open = self.status is Status.WITH_CUSTOMER
        if to is AnswerTo.QUESTION and not is_open:
            raise Refused("no_question_is_open", f"Notification {self.number} has no question open any more.")
        if to is AnswerTo.CUSTOMER and is_open:
            raise Refused("a_question_is_open", f"Notification {self.number} has a question open to the customer.")

    def answered_by_customer(self, actor: Actor, now: datetime) -> Notification:
        """The customer told what the desk asked."""
        self.require("answer", actor, now)
        return replace(self, status=Status.AT_DESK, question=None, changed_at=now)

    def solved_at_desk(self, actor: Actor, now: datetime) -> Notification:
        """The desk answered it itself, in the first line."""
        self.require("answer", actor, now)
        # What went to the back office before was not solved in the first line.
        return self.taken(actor, now).made_ready(now, first_line=self.rounds == 0)

    @property
    def closes_with_answer(self) -> bool:
        """Whether the desk may close it with its answer.

        A question is closed by its answer, and whoever is spoken with can agree at once. Others may object
        first. A complaint is never closed without a contact with who complained.
        """
        if self.kind is Kind.COMPLAINT:
            return False
        return self.kind is Kind.INFORMATION or self.channel in SPOKEN

    def answered_at_desk(self, actor: Actor, now: datetime, *, close: bool) -> Notification:
        """The desk answered it itself; with `close` it is closed too, where its rules allow that."""
        solved = self.solved_at_desk(actor, now)
        return solved.closed(actor, now) if close and self.closes_with_answer else solved

    def corrected(self, kind: Kind, item: AskedItem | None, actor: Actor, now: datetime) -> Notification:
        """It is of another kind, or about another item, than was thought."""
        self.require("correct", actor, now)
        return replace(self, kind=kind, item=item, changed_at=now)

    def made_ready(self, now: datetime, *, first_line: bool) -> Notification:
        """The work is done."""
        return replace(self, status=Status.READY, ready_at=now, first_line=first_line, question=None, changed_at=now)

    def forwarded(self, actor: Actor, now: datetime, team: str | None) -> Notification:
        """The back office is asked to act."""
        self.require("forward", actor, now)
        return replace(
            self.taken(actor, now),
            status=Status.FORWARDED,
            team=team,
            rounds=self.rounds + 1,
            first_line=False,
        )

    def with_team(self, team: str, now: datetime) -> Notification:
        """A team of the back office holds it."""
        return replace(self, team=team, changed_at=now)

    def closed(self, actor: Actor, now: datetime) -> Notification:
        """The customer agrees, and the desk closes it."""
        self.require("close", actor, now)
        return replace(self, status=Status.CLOSED, closed_at=now, changed_at=now)

    def reopened(self, actor: Actor, now: datetime) -> Notification:
        """It was not solved after all, so the desk holds it again."""
        self.require("reopen", actor, now)
        return replace(
            self, status=Status.AT_DESK, team=None, ready_at=None, closed_at=None, first_line=False, changed_at=now
        )

    def cancelled(self, actor: Actor, now: datetime) -> Notification:
        """It is not needed any more."""
        self.require("cancel", actor, now)
        return replace(self, status=Status.CANCELLED, question=None, changed_at=now)

    def rated(self, score: int, comment: str, actor: Actor, now: datetime) -> Notification:
        """The customer says how well it went."""
        self.require("rate", actor, now)
        return replace(self, rating=Rating(score, comment, now), changed_at=now)


def customer_of(actor: Actor, asked: str | None, channel: Channel) -> str:
    """Whose notification is registered: an agent says it, a customer is it.

    Raises Forbidden when a customer speaks for another or uses a channel of the desk, Invalid when
    nobody is named.
    """
    if not actor.has(*DESK):
        if asked not in (None, actor.customer):
            raise Forbidden("This account registers notifications for itself only.")
        if channel.level is not Level.CLICK:
            raise Forbidden(f"Only the desk registers what comes in by {channel}.")
    customer = asked or actor.customer
    if customer is None:
        raise Invalid("Say whose notification this is.", {"customer": ["Say whose notification this is."]})
    return customer
