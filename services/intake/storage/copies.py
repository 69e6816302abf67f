"""What intake copied from the others, so that it works while they are away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, select, update
from sqlalchemy.orm import Session

from services.intake.storage.around import forget_surroundings
from services.intake.storage.tables import ArticleCopy, CalendarCopy, CategoryCopy, ItemCopy, TeamCopy, WorkOrderCopy

ORDER = WorkOrderCopy.__table__
MORE = ("kinds", "price", "lead_time", "calendar", "valid_from", "valid_to", "audience", "approval", "steps")
WORK_ORDERS = select(ORDER).where(ORDER.c.notification == bindparam("number")).order_by(ORDER.c.number)


class Copies:
    """Catalogue items and categories, teams, and work orders, as last told."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def item(self, code: str) -> ItemCopy | None:
        return self.session.get(ItemCopy, code)

    def keep_item(self, told: dict[str, Any]) -> None:
        """Keep an item as it was published; an older version never replaces a later one."""
        forget_surroundings(self.session)
        kept = self.item(told["code"])
        if kept is None or kept.version <= told["version"]:
            columns = {column: told[column] for column in ("code", "version", "name", "category", "questions")}
            more = {name: told[name] for name in MORE if name in told}
            self.session.merge(ItemCopy(**columns, more=more, retired=False))

    def retire_item(self, told: dict[str, Any]) -> None:
        """Remember that an item cannot be asked for any more, unless it came back in a later version."""
        forget_surroundings(self.session)
        kept = self.item(told["code"])
        if kept is not None and kept.version <= told["version"]:
            kept.retired = True

    def article(self, code: str) -> ArticleCopy | None:
        return self.session.get(ArticleCopy, code)

    def keep_article(self, told: dict[str, Any]) -> None:
        """Keep an article as it was published; an older version never replaces a later one."""
        kept = self.article(told["code"])
        if kept is None or kept.version <= told["version"]:
            columns = {column: told[column] for column in ("code", "version", "title")}
            self.session.merge(ArticleCopy(**columns, retired=False))

    def retire_article(self, told: dict[str, Any]) -> None:
        """Remember that an article is not given any more, unless it came back in a later version."""
        kept = self.article(told["code"])
        if kept is not None and kept.version <= told["version"]:
            kept.retired = True

    def keep_calendar(self, told: dict[str, Any]) -> None:
        """Keep a calendar; when it is the default, no other is."""
        if told["default"]:
            self.session.execute(update(CalendarCopy).values(is_default=False))
        self.session.merge(CalendarCopy(code=told["code"], is_default=told["default"], definition=told))

    def calendar(self, code: str | None) -> dict[str, Any] | None:
        """The calendar with this code, or else the default one, if there is one."""
        mine = CalendarCopy.code == code if code is not None else CalendarCopy.is_default
        return self.session.scalar(select(CalendarCopy.definition).where(mine))

    def has_category(self, code: str) -> bool:
        return self.session.get(CategoryCopy, code) is not None

    def keep_category(self, told: dict[str, Any]) -> None:
        self.session.merge(CategoryCopy(code=told["code"], name=told["name"]))

    def team(self, code: str) -> TeamCopy | None:
        return self.session.get(TeamCopy, code)

    def keep_team(self, told: dict[str, Any]) -> None:
        forget_surroundings(self.session)
        self.session.merge(TeamCopy(code=told["code"], name=told["name"]))

    def work_orders(self, notification: str) -> Sequence[Row[Any]]:
        """The work orders of one notification, oldest first."""
        return self.session.execute(WORK_ORDERS, {"number": notification}).all()

    def is_done(self, number: str) -> bool:
        """Whether this work order was completed or cancelled."""
        order = self.session.get(WorkOrderCopy, number)
        return order is not None and order.done

    def keep_work_order(self, number: str, notification: str, team: str, *, done: bool) -> None:
        self.session.merge(WorkOrderCopy(number=number, notification=notification, team=team, done=done))
        self.session.flush()
