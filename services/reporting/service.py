"""The doors of reporting: what it hears of every notification, and the factsheet."""

from __future__ import annotations

from typing import Any

from services.reporting import use_cases
from services.reporting.domain.period import Period
from services.reporting.storage.work import ReportingWork
from services.shared.contracts import catalog, intake, reporting
from services.shared.contracts.event import Event
from services.shared.kit.follower import follow
from services.shared.kit.rpc import rpc
from services.shared.kit.service import BusinessService, settings


class ReportingService(BusinessService):
    """Shows how well it all goes; owns nothing that cannot be derived again."""

    name = "reporting"
    work = ReportingWork

    @rpc
    def get_factsheet(self, period: dict[str, Any]) -> dict[str, Any]:
        """The figures of a period of whole days."""
        asked = reporting.FactsheetPeriod.read(period)
        with self.reading() as work:
            figures = use_cases.factsheet(work, Period(asked["first"], asked["last"], settings().tz))
        return reporting.FactsheetView.show(figures)

    @rpc
    def list_most_asked(self, request: dict[str, Any]) -> dict[str, Any]:
        """What was asked for most in the last seven days, without what only a few asked."""
        asked = reporting.MostAsked.read(request)
        with self.reading() as work:
            found = use_cases.most_asked(work, self.today(), asked["limit"], settings().tz)
        return reporting.MostAskedView.show(found)

    @rpc
    def list_suggestions(self, period: dict[str, Any]) -> dict[str, Any]:
        """What became of what was suggested in a period."""
        asked = reporting.FactsheetPeriod.read(period)
        with self.reading() as work:
            found = use_cases.suggestions(work, Period(asked["first"], asked["last"], settings().tz))
        return reporting.SuggestionsView.show(found)

    @follow("intake")
    def on_notification_registered(self, work: ReportingWork, event: Event) -> None:
        """Another one came in."""
        use_cases.keep_registered(work, intake.NotificationRegistered.read(event.data), settings().tz)

    @follow("intake")
    def on_notification_forwarded(self, work: ReportingWork, event: Event) -> None:
        """The back office was asked to act."""
        use_cases.keep_forwarded(work, event.subject, event.occurred_at, settings().tz)

    @follow("intake")
    def on_notification_ready(self, work: ReportingWork, event: Event) -> None:
        """The work was done."""
        told = intake.NotificationReady.read(event.data)
        use_cases.keep_ready(work, told["number"], told["at"], told["first_line"], settings().tz)

    @follow("intake")
    def on_notification_corrected(self, work: ReportingWork, event: Event) -> None:
        """It is something else than was thought."""
        told = intake.NotificationCorrected.read(event.data)
        use_cases.keep_corrected(work, told["number"], told["kind"], told["catalogue_item"], settings().tz)

    @follow("intake")
    def on_notification_reopened(self, work: ReportingWork, event: Event) -> None:
        """It was not done after all."""
        use_cases.keep_reopened(work, event.subject, settings().tz)

    @follow("intake")
    def on_notification_closed(self, work: ReportingWork, event: Event) -> None:
        """The customer agreed."""
        use_cases.keep_closed(work, event.subject, event.occurred_at, settings().tz)

    @follow("intake")
    def on_notification_cancelled(self, work: ReportingWork, event: Event) -> None:
        """It was not needed any more."""
        use_cases.keep_cancelled(work, event.subject, event.occurred_at, settings().tz)

    @follow("intake")
    def on_notification_rated(self, work: ReportingWork, event: Event) -> None:
        """The customer said how well it went."""
        told = intake.NotificationRated.read(event.data)
        use_cases.keep_rated(work, told["number"], told["score"], told["at"], settings().tz)

    @follow("catalog")
    def on_article_rated(self, work: ReportingWork, event: Event) -> None:
        """A reader said whether an article was the answer."""
        told = catalog.ArticleRated.read(event.data)
        use_cases.keep_article_rated(work, told, event.occurred_at, event.position, settings().tz)
