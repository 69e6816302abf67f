"""The doors of intake: notifications, the people who bring them, and the places they are about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from services.intake import views
from services.intake.domain.notification import Notification
from services.intake.storage.work import IntakeWork
from services.intake.use_cases import correcting, desks, handling, hearing, people, registering
from services.shared.contracts import catalog, intake, routing
from services.shared.contracts.base import Search
from services.shared.contracts.event import Event
from services.shared.contracts.intake_views import OrganisationView
from services.shared.kit.follower import follow
from services.shared.kit.rpc import rpc
from services.shared.kit.service import BusinessService


class IntakeService(BusinessService):
    """Receives what customers bring and follows it until they agree it is done."""

    name = "intake"
    work = IntakeWork

    @rpc
    def register_notification(self, request: dict[str, Any]) -> dict[str, Any]:
        """Register what a customer brings; repeating the idempotency key gives the first answer again."""
        asked, now, today = intake.RegisterNotification.read(request), self.now(), self.today()
        if asked["answer"]:
            # Its steps come in an order, which rows that are written in one statement do not.
            with self.transaction() as work:
                return work.once(["register", request], now, lambda: self._registered(work, asked, now))
        return self.add_once(
            ["register", request],
            now,
            lambda work: views.registered(
                work, registering.register_notification(work, asked, now, today, self.language()), now
            ),
        )

    def _registered(self, work: IntakeWork, asked: dict[str, Any], now: datetime) -> dict[str, Any]:
        language = self.language()
        return views.shown(work, registering.register_notification(work, asked, now, self.today(), language), now)

    @rpc
    def find_registered(self) -> dict[str, Any]:
        """The number of the notification that the caller registered under this idempotency key; null for none."""
        with self.reading() as work:
            return {"number": (work.answer_under_key() or {}).get("number")}

    @rpc
    def check_request(self, request: dict[str, Any]) -> dict[str, Any]:
        """Which answers for a catalogue item are still missing or unclear, by the rules that a registration meets."""
        asked = catalog.CheckRequest.read(request)
        with self.reading() as work:
            return registering.check_request(work, asked, self.today())

    @rpc
    def get_notification(self, number: str) -> dict[str, Any]:
        """One notification, as far as the caller may see it."""
        with self.reading() as work:
            return views.notification(work, number, self.now())

    @rpc
    def list_notifications(self, filters: dict[str, Any]) -> dict[str, Any]:
        """A page of the notifications the caller may see, newest first."""
        asked = intake.ListNotifications.read(filters)
        with self.reading() as work:
            return views.notifications(work, asked)

    @rpc
    def take_notification(self, number: str) -> dict[str, Any]:
        """Make a new notification mine."""
        return self._change(["take", number], lambda work, now: handling.take_notification(work, number, now))

    @rpc
    def ask_customer(self, number: str, request: dict[str, Any]) -> dict[str, Any]:
        """Ask the customer something."""
        asked = intake.AskCustomer.read(request)
        return self._change(
            ["ask", number, request], lambda work, now: handling.ask_customer(work, number, asked["question"], now)
        )

    @rpc
    def answer_notification(self, number: str, request: dict[str, Any]) -> dict[str, Any]:
        """Answer the desk's question, or, as the desk, the customer."""
        asked = intake.AnswerNotification.read(request)
        return self._change(
            ["answer", number, request],
            lambda work, now: handling.answer_notification(work, number, now=now, **asked),
        )

    @rpc
    def correct_notification(self, number: str, request: dict[str, Any]) -> dict[str, Any]:
        """Say of which kind it really is, or which item it is about."""
        asked = intake.CorrectNotification.read(request)
        return self._change(
            ["correct", number, request],
            lambda work, now: correcting.correct_notification(work, number, asked, now, self.today()),
        )

    @rpc
    def forward_notification(self, number: str, request: dict[str, Any]) -> dict[str, Any]:
        """Hand over to the back office."""
        asked = intake.ForwardNotification.read(request)
        return self._change(
            ["forward", number, request],
            lambda work, now: handling.forward_notification(work, number, now=now, **asked),
        )

    @rpc
    def add_note(self, number: str, request: dict[str, Any]) -> dict[str, Any]:
        """Keep a note."""
        asked = intake.AddNote.read(request)
        return self._change(
            ["note", number, request], lambda work, now: handling.add_note(work, number, now=now, **asked)
        )

    @rpc
    def close_notification(self, number: str) -> dict[str, Any]:
        """Close what is ready."""
        return self._change(["close", number], lambda work, now: handling.close_notification(work, number, now))

    @rpc
    def reopen_notification(self, number: str, request: dict[str, Any]) -> dict[str, Any]:
        """Object to ready, or reopen what was closed lately."""
        asked = intake.Reason.read(request)
        return self._change(
            ["reopen", number, request],
            lambda work, now: handling.reopen_notification(work, number, asked["reason"], now),
        )

    @rpc
    def cancel_notification(self, number: str, request: dict[str, Any]) -> dict[str, Any]:
        """Cancel what is not needed any more."""
        asked = intake.Reason.read(request)
        return self._change(
            ["cancel", number, request],
            lambda work, now: handling.cancel_notification(work, number, asked["reason"], now),
        )

    @rpc
    def rate_notification(self, number: str, request: dict[str, Any]) -> dict[str, Any]:
        """Say how well it went."""
        asked = intake.RateNotification.read(request)
        return self._change(
            ["rate", number, request],
            lambda work, now: handling.rate_notification(work, number, now=now, **asked),
        )

    @rpc
    def get_customer(self, code: str) -> dict[str, Any]:
        """One customer."""
        with self.reading() as work:
            return views.customer(work, code)

    @rpc
    def find_customers(self, search: dict[str, Any]) -> dict[str, Any]:
        """Customers by name, number, organisation, mail or phone."""
        asked = Search.read(search)
        with self.reading() as work:
            return views.customers(work, asked)

    @rpc
    def find_locations(self, search: dict[str, Any]) -> dict[str, Any]:
        """Places by name or code."""
        asked = intake.FindLocations.read(search)
        with self.reading() as work:
            return views.locations(work, asked)

    @rpc
    def get_desk(self, code: str | None = None) -> dict[str, Any]:
        """Where to find one desk; without a code the central one."""
        with self.reading() as work:
            return desks.shown(work.desks.get(code))

    @rpc
    def define_desk(self, request: dict[str, Any], seen: str | None = None) -> dict[str, Any]:
        """Keep where the customers find a desk; with `seen`, only if it is still as it was then."""
        asked, now = intake.DefineDesk.read(request), self.now()
        with self.transaction() as work:
            return work.once(
                ["define_desk", request, seen], now, lambda: desks.shown(desks.define_desk(work, asked, seen))
            )

    @rpc
    def add_organisation(self, request: dict[str, Any]) -> dict[str, Any]:
        """Keep a department or company."""
        asked = intake.AddOrganisation.read(request)
        with self.transaction() as work:
            return OrganisationView.show(people.add_organisation(work, **asked))

    @rpc
    def add_customer(self, request: dict[str, Any]) -> dict[str, Any]:
        """Keep a person the desk serves."""
        asked = intake.AddCustomer.read(request)
        with self.transaction() as work:
            return views.customer(work, people.add_customer(work, **asked).code)

    @rpc
    def add_location(self, request: dict[str, Any]) -> dict[str, Any]:
        """Keep a building, floor or room."""
        asked = intake.AddLocation.read(request)
        with self.transaction() as work:
            return views.location_view(people.add_location(work, **asked))

    @follow("catalog")
    def on_category_defined(self, work: IntakeWork, event: Event) -> None:
        """Keep a copy of the category."""
        work.copies.keep_category(catalog.CategoryDefined.read(event.data))

    @follow("catalog")
    def on_catalogue_item_published(self, work: IntakeWork, event: Event) -> None:
        """Keep a copy of the item."""
        work.copies.keep_item(catalog.CatalogueItemPublished.read(event.data))

    @follow("catalog")
    def on_calendar_defined(self, work: IntakeWork, event: Event) -> None:
        """Keep a copy of the calendar."""
        work.copies.keep_calendar(catalog.CalendarDefined.read(event.data))

    @follow("catalog")
    def on_catalogue_item_retired(self, work: IntakeWork, event: Event) -> None:
        """The item cannot be asked for any more."""
        work.copies.retire_item(catalog.CatalogueItemRetired.read(event.data))

    @follow("catalog")
    def on_article_published(self, work: IntakeWork, event: Event) -> None:
        """Keep a copy of what an answer may be made from."""
        work.copies.keep_article(catalog.ArticlePublished.read(event.data))

    @follow("catalog")
    def on_article_retired(self, work: IntakeWork, event: Event) -> None:
        """No answer is made from it any more."""
        work.copies.retire_article(catalog.ArticleRetired.read(event.data))

    @follow("routing")
    def on_team_defined(self, work: IntakeWork, event: Event) -> None:
        """Keep a copy of the team."""
        work.copies.keep_team(routing.TeamDefined.read(event.data))

    @follow("routing")
    def on_work_order_made(self, work: IntakeWork, event: Event) -> None:
        """The notification is with a team."""
        hearing.work_order_made(work, routing.WorkOrderMade.read(event.data), event.occurred_at)

    @follow("routing")
    def on_work_order_accepted(self, work: IntakeWork, event: Event) -> None:
        """A specialist will do it."""
        told = routing.WorkOrderMoved.read(event.data)
        hearing.work_order_moved(work, "work_order_accepted", told, event.occurred_at)

    @follow("routing")
    def on_work_order_started(self, work: IntakeWork, event: Event) -> None:
        """A specialist is at it."""
        told = routing.WorkOrderMoved.read(event.data)
        hearing.work_order_moved(work, "work_order_started", told, event.occurred_at)

    @follow("routing")
    def on_work_order_completed(self, work: IntakeWork, event: Event) -> None:
        """A team's part is done."""
        hearing.work_order_completed(work, routing.WorkOrderCompleted.read(event.data), event.occurred_at)

    @follow("routing")
    def on_work_order_cancelled(self, work: IntakeWork, event: Event) -> None:
        """A team's part is not needed any more."""
        hearing.work_order_cancelled(work, routing.WorkOrderCancelled.read(event.data), event.occurred_at)

    def _change(self, asked: Any, change: Callable[[IntakeWork, Any], Notification]) -> dict[str, Any]:
        now = self.now()
        with self.transaction() as work:
            return work.once(asked, now, lambda: views.shown(work, change(work, now), now))
