"""Catalog's own rules behind the gateway's bus, for the pages on which calendars and service levels are kept."""

from __future__ import annotations

from typing import Any

from services.catalog.use_cases import levels
from services.shared.contracts import service_levels as contracts
from services.shared.kit import clock
from services.shared.kit.config import Config
from tests.catalog.builders import catalog, looking
from tests.desk import MANAGER


def keeping_catalog(config: Config) -> dict[str, Any]:
    """What catalog answers on a keeper's behalf, by the name that the bus gives it."""

    def define_calendar(request: dict[str, Any], seen: str | None = None) -> dict[str, Any]:
        asked = contracts.DefineCalendar.read(request)
        with catalog(config, MANAGER) as work:
            return levels.define_calendar(work, asked, clock.now(), seen)

    def define_service_level(request: dict[str, Any], seen: str | None = None) -> dict[str, Any]:
        asked = contracts.DefineServiceLevel.read(request)
        with catalog(config, MANAGER) as work:
            return levels.define_service_level(work, asked, clock.now(), seen)

    def list_calendars() -> dict[str, Any]:
        with looking(config) as work:
            return levels.definitions(work.calendars.all())

    def list_service_levels() -> dict[str, Any]:
        with looking(config) as work:
            return levels.definitions(work.service_levels.all())

    def explain_targets(request: dict[str, Any]) -> dict[str, Any]:
        asked = contracts.ExplainTargets.read(request)
        with looking(config) as work:
            return levels.explained(levels.explain_targets(work, asked))

    def get_opening() -> dict[str, Any]:
        with looking(config) as work:
            return levels.opening(work, clock.now())

    def list_holidays(request: dict[str, Any]) -> dict[str, Any]:
        return levels.list_holidays(**contracts.ListHolidays.read(request))

    found = (define_calendar, define_service_level, list_calendars, list_service_levels)
    return {f"catalog.{method.__name__}": method for method in (*found, explain_targets, get_opening, list_holidays)}
