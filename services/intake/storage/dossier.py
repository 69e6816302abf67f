"""A notification with all that came of it, as it is looked up all day: in one statement."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import bindparam, func, literal_column, select
from sqlalchemy.orm import Session

from services.intake.domain.notification import Notification
from services.intake.storage.notifications import COLUMNS, TABLE, from_row
from services.intake.storage.tables import WorkOrderCopy
from services.intake.storage.timeline import STEP, Step
from services.shared.errors import NotFound
from services.shared.kit.made_once import MadeOnce
from services.shared.kit.search import require_findable

ORDER = WorkOrderCopy.__table__

# The blank is written out: as a value SQLAlchemy would make the statement once more for each use.
NUMBERS = func.aggregate_strings(ORDER.c.number, literal_column("' '"))  # type: ignore[arg-type]  # any expression does
ORDERS = select(NUMBERS).where(ORDER.c.notification == TABLE.c.number)
# Its own columns come again with each step, which costs less than another trip to the database and back.
DOSSIER = MadeOnce(
    select(
        *COLUMNS,
        ORDERS.scalar_subquery().label("work_orders"),
        *(STEP.c[name].label(f"step_{name}") for name in Step._fields),
    )
    .outerjoin(STEP, STEP.c.notification == TABLE.c.number)
    .where(TABLE.c.number == bindparam("number"))
    .order_by(STEP.c.id)
)


class Dossier(NamedTuple):
    """A notification, its whole timeline, and the numbers of its work orders, oldest first."""

    notification: Notification
    timeline: list[Step]
    work_orders: list[str]


class Dossiers:
    """All that is known of notifications."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def of(self, number: str) -> Dossier:
        """The dossier of the notification with this number; raises NotFound."""
        require_findable(number, "notification")
        rows = DOSSIER.rows(self.session, {"number": number})
        if not rows:
            raise NotFound(f"There is no notification {number}.")
        steps = [Step(*row[-len(Step._fields) :]) for row in rows if row.step_at]
        return Dossier(from_row(rows[0]), steps, sorted((rows[0].work_orders or "").split()))
