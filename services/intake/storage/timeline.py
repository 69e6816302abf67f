"""The timeline of notifications, kept as rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from services.intake.storage.tables import TimelineRow
from services.shared.kit.writing import add_row

# Made once: SQLAlchemy takes longer to make a statement than a database to answer these.
STEP = TimelineRow.metadata.tables["intake.timeline"]


class Step(NamedTuple):
    """Something that happened to a notification."""

    at: datetime
    what: str
    by: str | None
    text: str | None = None
    for_customer: bool = True
    # More about the step, by the names of `StepDetails`.
    about: dict[str, Any] | None = None


STEPS = (
    select(*(STEP.c[name] for name in Step._fields))
    .where(STEP.c.notification == bindparam("number"))
    .order_by(STEP.c.id)
)
STEPS_FOR_CUSTOMER = STEPS.where(STEP.c.for_customer)


class Timeline:
    """What happened to notifications, step by step."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def add(
        self,
        number: str,
        at: datetime,
        what: str,
        *,
        by: str | None = None,
        text: str | None = None,
        for_customer: bool = True,
        about: dict[str, Any] | None = None,
    ) -> None:
        """Keep one step."""
        step = Step(at, what, by, text or None, for_customer, about)
        add_row(self.session, STEP, {"notification": number} | step._asdict())

    def has(self, number: str, at: datetime, what: str, by: str | None) -> bool:
        """Whether this step was kept already."""
        same = (TimelineRow.at == at, TimelineRow.what == what, TimelineRow.by == by)
        statement = select(TimelineRow.id).where(TimelineRow.notification == number, *same).limit(1)
        return self.session.scalar(statement) is not None

    def of(self, number: str, *, internal: bool) -> Sequence[Step]:
        """The steps of one notification in the order they were kept; `internal` ones too, or not."""
        found = self.session.execute(STEPS if internal else STEPS_FOR_CUSTOMER, {"number": number})
        return [Step(*row) for row in found]
