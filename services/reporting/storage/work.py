"""Reporting's unit of work."""

from __future__ import annotations

from services.reporting.storage.articles import ArticlesHeard
from services.reporting.storage.day_counts import DayCounts
from services.reporting.storage.facts import Facts
from services.reporting.storage.tables import KIT
from services.shared.kit.work import UnitOfWork


class ReportingWork(UnitOfWork):
    """One transaction of reporting; it tells nothing."""

    source = "reporting"
    tables = KIT
    contracts = {}

    def open(self) -> None:
        self.counts = DayCounts(self.session)
        self.articles = ArticlesHeard(self.session)
        self.facts = Facts(self.session, self.counts)

    def finish(self) -> None:
        self.facts.keep_added()
        self.counts.keep()
