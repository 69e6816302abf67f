"""Teams and work orders, kept as rows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from services.routing.domain.team import Team
from services.routing.domain.work_order import SEE_ALL, WorkOrder
from services.routing.storage.tables import NUMBERS, TeamRow, WorkOrderRow
from services.shared.actor import Actor
from services.shared.errors import NotFound
from services.shared.kit.numbering import next_number
from services.shared.kit.search import digits_of, require_findable
from services.shared.vocabulary import WorkStatus

TABLE = WorkOrderRow.__table__


class Teams:
    """The back office."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def all(self) -> list[Team]:
        """Every team, by code."""
        return [_team(row) for row in self.session.scalars(select(TeamRow).order_by(TeamRow.code))]

    def keep(self, team: Team) -> None:
        """Keep a team; the same code again changes it."""
        self.session.merge(
            TeamRow(code=team.code, name=team.name, categories=list(team.categories), fallback=team.fallback)
        )

    def named(self, codes: set[str]) -> dict[str, Team]:
        """These teams, by code."""
        rows = self.session.scalars(select(TeamRow).where(TeamRow.code.in_(codes)))
        return {row.code: _team(row) for row in rows}


class WorkOrders:
    """All work orders."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.held: dict[str, WorkOrderRow] = {}

    def next_number(self, now: datetime) -> tuple[int, str]:
        """The number of the next work order, as W26-000042, and its digits."""
        digits = next_number(self.session, NUMBERS, TABLE.c.id)
        return digits, f"W{now:%y}-{digits:06d}"

    def add(self, digits: int, order: WorkOrder) -> None:
        """Keep a new one."""
        self.session.add(WorkOrderRow(id=digits, **_to_columns(order)))
        self.session.flush()

    def get(self, number: str) -> WorkOrder:
        """The work order with this number, held until the transaction ends; raises NotFound."""
        row = self.held[number] = self._row(number, held=True)
        return _from_row(row)

    def look(self, number: str) -> WorkOrder:
        """The work order with this number, to read; raises NotFound."""
        return _from_row(self._row(number))

    def save(self, order: WorkOrder) -> None:
        """Keep what changed of one that `get` or `open_of` holds."""
        row = self.held[order.number]
        for column, value in _to_columns(order).items():
            setattr(row, column, value)
        self.session.flush()

    def has_round(self, notification: str, round: int) -> bool:
        """Whether this forwarding led to a work order already."""
        return bool(
            self.session.scalar(
                select(WorkOrderRow.id)
                .where(WorkOrderRow.notification == notification, WorkOrderRow.round == round)
                .limit(1)
            )
        )

    def open_of(self, notification: str) -> list[WorkOrder]:
        """The work orders of one notification that still have work in them, held."""
        rows = self.session.scalars(
            select(WorkOrderRow).where(WorkOrderRow.notification == notification).with_for_update()
        )
        self.held |= {row.number: row for row in rows}
        orders = [_from_row(row) for row in self.held.values() if row.notification == notification]
        return [order for order in orders if order.open]

    def page(
        self, actor: Actor, asked: dict[str, Any], after: str | None, limit: int
    ) -> tuple[list[WorkOrder], str | None]:
        """The newest `limit` work orders this actor may see after number `after`, and the number to go on after."""
        statement = select(WorkOrderRow)
        if not actor.has(*SEE_ALL):
            statement = statement.where(WorkOrderRow.team.in_(actor.teams if actor.has("specialist") else ()))
        for column in ("team", "status", "notification"):
            if asked.get(column):
                statement = statement.where(getattr(WorkOrderRow, column) == str(asked[column]))
        if after is not None:
            statement = statement.where(WorkOrderRow.id < digits_of(after))
        rows = list(self.session.scalars(statement.order_by(WorkOrderRow.id.desc()).limit(limit + 1)))
        found = [_from_row(row) for row in rows[:limit]]
        return found, found[-1].number if len(rows) > limit else None

    def _row(self, number: str, *, held: bool = False) -> WorkOrderRow:
        require_findable(number, "work order")
        statement = select(WorkOrderRow).where(WorkOrderRow.number == number)
        row = self.session.scalar(statement.with_for_update() if held else statement)
        if row is None:
            raise NotFound(f"There is no work order {number}.")
        return row


def _team(row: TeamRow) -> Team:
    return Team(row.code, row.name, tuple(row.categories), row.fallback)


def _to_columns(order: WorkOrder) -> dict[str, Any]:
    columns = {name: getattr(order, name) for name in WorkOrder.__dataclass_fields__}
    return columns | {"status": order.status.value}


def _from_row(row: WorkOrderRow) -> WorkOrder:
    columns = {name: getattr(row, name) for name in WorkOrder.__dataclass_fields__}
    return WorkOrder(**(columns | {"status": WorkStatus(row.status), "answers": row.answers or []}))
