"""Notifications, people and a small desk for the tests of intake."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from services.intake.domain.notification import Notification
from services.intake.storage.tables import Base
from services.intake.storage.work import IntakeWork
from services.intake.use_cases import hearing
from services.intake.use_cases.handling import forward_notification
from services.intake.use_cases.people import add_customer, add_location, add_organisation
from services.intake.use_cases.registering import register_notification
from services.shared.actor import SERVICE, Actor
from services.shared.contracts.intake import RegisterNotification
from services.shared.errors import DeskError
from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from services.shared.vocabulary import Channel, Kind, Status
from tests.desk import ADMIN, CUSTOMER
from tests.refusals import all_rows, refusal_without_a_trace

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=10)

LAMP_QUESTIONS: list[dict[str, Any]] = [
    {
        "code": "aantal",
        "text": {"nl": "Hoeveel lampen?", "en": "How many lamps?"},
        "type": "number",
        "required": True,
        "choices": [],
        "lowest": 1.0,
        "highest": 20.0,
    },
    {
        "code": "plek",
        "text": {"nl": "Waar precies?", "en": "Where exactly?"},
        "type": "text",
        "required": False,
        "choices": [],
    },
]
LAMP = {
    "code": "lamp-kapot",
    "version": 3,
    "name": {"nl": "Lamp kapot", "en": "Broken lamp"},
    "category": "ELEKTRA",
    "kinds": ["malfunction"],
    "questions": LAMP_QUESTIONS,
}


def moment(**later: float) -> datetime:
    """So much later than the start of these tests."""
    return NOW + timedelta(**later)


def a_notification(**different: Any) -> Notification:
    """A new notification of Marieke about a lamp, registered in the portal."""
    as_usual = Notification(
        number="M26-000001",
        kind=Kind.MALFUNCTION,
        channel=Channel.PORTAL,
        status=Status.NEW,
        summary="Lamp boven mijn bureau is uit",
        description="",
        customer="K0001",
        registered_at=NOW,
        changed_at=NOW,
    )
    return replace(as_usual, **different)


def a_request(**different: Any) -> dict[str, Any]:
    """What Marieke asks in the portal, as the door hands it to the use case."""
    as_usual = {"kind": "malfunction", "channel": "portal", "summary": "Lamp boven mijn bureau is uit"}
    loaded: dict[str, Any] = RegisterNotification().load(as_usual | different)
    return loaded


def intake(config: Config, actor: Actor = SERVICE, **told: Any) -> AbstractContextManager[IntakeWork]:
    """One transaction of intake on behalf of `actor`."""
    return IntakeWork.begin(database_of(config, "intake"), actor, **told)


def looking(config: Config, actor: Actor = SERVICE) -> AbstractContextManager[IntakeWork]:
    """A look at intake on behalf of `actor`."""
    return IntakeWork.look(database_of(config, "intake"), actor)


def lay_the_ground(config: Config) -> None:
    """Two customers, two places, two categories, two teams and one catalogue item."""
    with intake(config, ADMIN) as work:
        add_organisation(work, "GEM", "Gemeente Rijnstede")
        add_customer(work, "K0001", "Marieke van den Berg", "GEM", "marieke@rijnstede.example", "+31 26 123 45 67")
        add_customer(work, "K0002", "Rachid Bouazza", "GEM", None, None)
        add_location(work, "SH", "Stadhuis", None)
        add_location(work, "SH-2-14", "Vergaderzaal De Brug", "SH")
        for code, nl, en in (("ELEKTRA", "Elektra", "Power"), ("SCHOON", "Schoonmaak", "Cleaning")):
            work.copies.keep_category({"code": code, "name": {"nl": nl, "en": en}})
        for code, nl, en in (("TECHNIEK", "Technische dienst", "Technical"), ("POETS", "Schoonmaakdienst", "Cleaners")):
            work.copies.keep_team({"code": code, "name": {"nl": nl, "en": en}})
        work.copies.keep_item(LAMP)


def registered(config: Config, actor: Actor = CUSTOMER, **different: Any) -> str:
    """The number of a notification that was registered just now."""
    with intake(config, actor) as work:
        return register_notification(work, a_request(**different), NOW, NOW.date()).number


def forwarded(config: Config, agent: Actor, number: str, team: str = "TECHNIEK", **later: float) -> None:
    """Forward a notification to a team, and let routing's work order come in."""
    with intake(config, agent) as work:
        forward_notification(work, number, team, None, "", moment(**later))


def heard_made(config: Config, notification: str, order: str = "W26-000001", team: str = "TECHNIEK") -> None:
    """Routing tells that a team was given its part."""
    told = {"number": order, "notification": notification, "team": team, "made_at": moment(hours=1)}
    with intake(config) as work:
        hearing.work_order_made(work, told, moment(hours=1))


def heard_moved(config: Config, notification: str, step: str, order: str = "W26-000001", hours: float = 2) -> None:
    """Routing tells that a specialist accepted, started or completed a work order, or that it was cancelled."""
    told = {"number": order, "notification": notification, "team": "TECHNIEK", "at": moment(hours=hours)}
    told |= {"by": "Tom Brouwer", "solution": "Ledbuis vervangen."}
    with intake(config) as work:
        if step == "completed":
            hearing.work_order_completed(work, told, moment(hours=hours))
        elif step == "cancelled":
            hearing.work_order_cancelled(work, told, moment(hours=hours))
        else:
            hearing.work_order_moved(work, f"work_order_{step}", told, moment(hours=hours))


def refusal_of(config: Config, actor: Actor, step: Callable[[IntakeWork], object]) -> DeskError:
    """Why this step cannot be taken; also asserts that nothing was kept or told."""
    return refusal_without_a_trace(lambda: intake(config, actor), step, lambda: everything(config))


def status_of(config: Config, number: str) -> Status:
    """Where a notification is now."""
    return kept(config, number).status


def kept(config: Config, number: str) -> Notification:
    """A notification as it is kept."""
    with looking(config) as work:
        return work.dossiers.of(number).notification


def timeline_of(config: Config, number: str, *, internal: bool = True) -> list[str]:
    """The steps on a notification's timeline."""
    with looking(config) as work:
        return [entry.what for entry in work.timeline.of(number, internal=internal)]


def told_by(config: Config) -> list[str]:
    """The names of all events in intake's journal, in order."""
    with looking(config) as work:
        journal = work.tables.journal
        return list(work.session.scalars(select(journal.c.name).order_by(journal.c.id)))


def everything(config: Config) -> dict[str, list[str]]:
    """All that intake keeps, table by table."""
    with looking(config) as work:
        return all_rows(work, Base.metadata)
