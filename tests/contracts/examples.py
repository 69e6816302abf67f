"""The committed examples of events, in the order in which one notification's life tells them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from services.catalog.service import CatalogService
from services.intake.service import IntakeService
from services.reporting.service import ReportingService
from services.routing.service import RoutingService
from services.shared.contracts import catalog, intake, routing
from services.shared.contracts.base import Told

FOLDER = Path(__file__).parent / "examples"
SPEAKERS: dict[str, dict[str, type[Told]]] = {
    "catalog": catalog.EVENTS,
    "intake": intake.EVENTS,
    "routing": routing.EVENTS,
}
SERVICES = (CatalogService, IntakeService, RoutingService, ReportingService)

LIFE = (
    ("catalog", "calendar_defined"),
    ("catalog", "service_level_defined"),
    ("catalog", "category_defined"),
    ("catalog", "catalogue_item_published"),
    ("catalog", "article_published"),
    ("catalog", "article_rated"),
    ("routing", "team_defined"),
    ("intake", "notification_registered"),
    ("intake", "notification_taken"),
    ("intake", "customer_asked"),
    ("intake", "customer_answered"),
    ("intake", "notification_noted"),
    ("intake", "notification_corrected"),
    ("intake", "notification_forwarded"),
    ("routing", "work_order_made"),
    ("routing", "work_order_accepted"),
    ("routing", "work_order_started"),
    ("routing", "work_order_completed"),
    ("intake", "notification_ready"),
    ("intake", "notification_closed"),
    ("intake", "notification_rated"),
    ("intake", "notification_reopened"),
    ("intake", "notification_cancelled"),
    ("routing", "work_order_cancelled"),
    ("catalog", "article_retired"),
    ("catalog", "catalogue_item_retired"),
)


def files(source: str, event: str) -> list[Path]:
    """The committed envelopes of one event: as it was told first, and as it is told since its contract grew."""
    return sorted((FOLDER / source).glob(f"{event}.v1*.json"), key=lambda file: (len(file.name), file.name))


def read(file: Path) -> dict[str, Any]:
    """One committed envelope."""
    envelope: dict[str, Any] = json.loads(file.read_text())
    return envelope


def example(source: str, event: str) -> dict[str, Any]:
    """The committed envelope of one event, as it is told since its contract grew last."""
    return read(files(source, event)[-1])


def is_part_of(part: Any, whole: Any) -> bool:
    """Whether all that is told in one of these is told in the other as well, at every depth."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(
            name in whole and is_part_of(value, whole[name]) for name, value in part.items()
        )
    if isinstance(part, list):
        return isinstance(whole, list) and len(part) == len(whole) and all(map(is_part_of, part, whole))
    return bool(part == whole)


def with_something_new(value: Any) -> Any:
    """The same, as a later version might tell it: at every depth with a field that nobody knows yet."""
    if isinstance(value, dict):
        return {key: with_something_new(kept) for key, kept in value.items()} | {"something_new": {"in": "v1"}}
    if isinstance(value, list):
        return [with_something_new(kept) for kept in value]
    return value


def fields_of(value: Any, path: str = "") -> set[str]:
    """The names of all fields, at every depth."""
    if isinstance(value, dict):
        return {f"{path}{key}" for key in value}.union(
            *(fields_of(kept, f"{path}{key}.") for key, kept in value.items())
        )
    if isinstance(value, list):
        return set().union(*(fields_of(kept, path) for kept in value))
    return set()
