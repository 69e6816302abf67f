"""A work order and its rules: offered to a team, accepted, started, completed by a specialist."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from services.shared.actor import Actor
from services.shared.errors import Forbidden, Refused
from services.shared.vocabulary import WorkStatus

SEE_ALL = ("agent", "account_manager", "manager", "admin")
OPEN = frozenset({WorkStatus.OFFERED, WorkStatus.ACCEPTED, WorkStatus.STARTED})


@dataclass(frozen=True)
class Step:
    """What a specialist may do with a work order: in which statuses, and what the refusal says."""

    statuses: frozenset[WorkStatus]
    code: str
    sentence: str


STEPS = {
    "accept": Step(frozenset({WorkStatus.OFFERED}), "only_an_offered_one_is_accepted", "is not on offer"),
    "start": Step(frozenset({WorkStatus.ACCEPTED}), "only_an_accepted_one_is_started", "has not just been accepted"),
    "complete": Step(
        frozenset({WorkStatus.ACCEPTED, WorkStatus.STARTED}),
        "only_accepted_work_is_completed",
        "is not being worked on",
    ),
}


@dataclass(frozen=True)
class WorkOrder:
    """One team's part of a notification."""

    number: str
    notification: str
    round: int
    team: str
    status: WorkStatus
    kind: str
    summary: str
    description: str
    made_at: datetime
    answers: list[dict[str, Any]] = field(default_factory=list)
    location: str | None = None
    urgency: str | None = None
    remark: str | None = None
    contact_point: str | None = None
    specialist: str | None = None
    solution: str | None = None
    accepted_at: datetime | None = None
    started_at: datetime | None = None
    completed_at: datetime | None = None
    cancelled_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether somebody still has work to do on it."""
        return self.status in OPEN

    def in_sight_of(self, actor: Actor) -> bool:
        """The desk sees all work orders, a specialist those of their teams."""
        return actor.has(*SEE_ALL) or (actor.has("specialist") and self.team in actor.teams)

    def steps_for(self, actor: Actor) -> list[str]:
        """What this actor may do with it now."""
        return [step for step in STEPS if self._refusal(step, actor) is None]

    def accepted(self, actor: Actor, now: datetime) -> WorkOrder:
        """A specialist will do it."""
        self._require("accept", actor)
        return replace(self, status=WorkStatus.ACCEPTED, specialist=actor.name, accepted_at=now)

    def started(self, actor: Actor, now: datetime) -> WorkOrder:
        """A specialist is at it."""
        self._require("start", actor)
        return replace(self, status=WorkStatus.STARTED, specialist=actor.name, started_at=now)

    def completed(self, solution: str, actor: Actor, now: datetime) -> WorkOrder:
        """It is done; `solution` says how."""
        self._require("complete", actor)
        return replace(
            self,
            status=WorkStatus.COMPLETED,
            specialist=actor.name,
            solution=solution,
            started_at=self.started_at or now,
            completed_at=now,
        )

    def cancelled(self, now: datetime) -> WorkOrder:
        """The notification was cancelled, so the work is not needed any more."""
        return replace(self, status=WorkStatus.CANCELLED, cancelled_at=now)

    def _require(self, step: str, actor: Actor) -> None:
        refusal = self._refusal(step, actor)
        if refusal is not None:
            raise refusal

    def _refusal(self, step: str, actor: Actor) -> Forbidden | Refused | None:
        own = actor.has("specialist") and self.team in actor.teams
        if not own and not actor.has("admin"):
            return Forbidden(f"Only a specialist of team {self.team} may {step} work order {self.number}.")
        rule = STEPS[step]
        if self.status not in rule.statuses:
            return Refused(rule.code, f"Work order {self.number} {rule.sentence}; it is {self.status}.")
        return None
