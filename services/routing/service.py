"""The doors of routing: teams, and the work that comes to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from services.routing import use_cases, views
from services.routing.domain.work_order import WorkOrder
from services.routing.storage.work import RoutingWork
from services.shared.contracts import intake, routing
from services.shared.contracts.event import Event
from services.shared.kit.follower import follow
from services.shared.kit.rpc import rpc
from services.shared.kit.service import BusinessService


class RoutingService(BusinessService):
    """Brings what the desk forwards to the right team and tells how it gets on."""

    name = "routing"
    work = RoutingWork

    @rpc
    def list_teams(self) -> dict[str, Any]:
        """All teams."""
        with self.reading() as work:
            return views.teams(work)

    @rpc
    def define_team(self, request: dict[str, Any]) -> dict[str, Any]:
        """Make or change a team."""
        asked = routing.DefineTeam.read(request)
        with self.transaction() as work:
            return routing.TeamView.show(use_cases.define_team(work, now=self.now(), **asked))

    @rpc
    def list_work_orders(self, filters: dict[str, Any]) -> dict[str, Any]:
        """A page of the work orders the caller may see, newest first."""
        asked = routing.ListWorkOrders.read(filters)
        with self.reading() as work:
            return views.work_orders(work, asked)

    @rpc
    def get_work_order(self, number: str) -> dict[str, Any]:
        """One work order."""
        with self.reading() as work:
            return views.work_order(work, use_cases.look_up(work, number))

    @rpc
    def accept_work_order(self, number: str) -> dict[str, Any]:
        """Say that I will do it."""
        return self._change(["accept", number], lambda work, now: use_cases.accept_work_order(work, number, now))

    @rpc
    def start_work_order(self, number: str) -> dict[str, Any]:
        """Say that I am at it."""
        return self._change(["start", number], lambda work, now: use_cases.start_work_order(work, number, now))

    @rpc
    def complete_work_order(self, number: str, request: dict[str, Any]) -> dict[str, Any]:
        """Say that it is done, and how."""
        asked = routing.CompleteWorkOrder.read(request)
        return self._change(
            ["complete", number, request],
            lambda work, now: use_cases.complete_work_order(work, number, asked["solution"], now),
        )

    @follow("intake")
    def on_notification_forwarded(self, work: RoutingWork, event: Event) -> None:
        """Make a work order for the right team."""
        use_cases.make_work_order(work, intake.NotificationForwarded.read(event.data), event.occurred_at)

    @follow("intake")
    def on_notification_cancelled(self, work: RoutingWork, event: Event) -> None:
        """Cancel what is still to be done."""
        told = intake.NotificationMoved.read(event.data)
        use_cases.cancel_work_orders(work, told["number"], event.occurred_at)

    @follow("intake")
    def on_notification_corrected(self, work: RoutingWork, event: Event) -> None:
        """Let what is still to be done be of the kind that it really is."""
        told = intake.NotificationCorrected.read(event.data)
        use_cases.correct_work_orders(work, told["number"], told["kind"])

    def _change(self, asked: Any, change: Callable[[RoutingWork, Any], WorkOrder]) -> dict[str, Any]:
        now = self.now()
        with self.transaction() as work:
            return work.once(asked, now, lambda: views.work_order(work, change(work, now)))
