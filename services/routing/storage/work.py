"""Routing's unit of work."""

from __future__ import annotations

from services.routing.storage.tables import KIT
from services.routing.storage.work_orders import Teams, WorkOrders
from services.shared.contracts.routing import EVENTS
from services.shared.kit.work import UnitOfWork


class RoutingWork(UnitOfWork):
    """One transaction of routing."""

    source = "routing"
    tables = KIT
    contracts = EVENTS

    def open(self) -> None:
        self.teams = Teams(self.session)
        self.work_orders = WorkOrders(self.session)
