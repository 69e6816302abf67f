"""Intake's unit of work."""

from __future__ import annotations

from services.intake.storage.around import Surroundings
from services.intake.storage.copies import Copies
from services.intake.storage.desks import Desks
from services.intake.storage.dossier import Dossiers
from services.intake.storage.notifications import Notifications
from services.intake.storage.people import Customers, Locations
from services.intake.storage.tables import KIT
from services.intake.storage.timeline import Timeline
from services.shared.contracts.intake import EVENTS
from services.shared.kit.work import UnitOfWork


class IntakeWork(UnitOfWork):
    """One transaction of intake."""

    source = "intake"
    tables = KIT
    contracts = EVENTS

    def open(self) -> None:
        self.notifications = Notifications(self.session)
        self.timeline = Timeline(self.session)
        self.dossiers = Dossiers(self.session)
        self.customers = Customers(self.session)
        self.locations = Locations(self.session)
        self.desks = Desks(self.session)
        self.copies = Copies(self.session)
        self.surroundings = Surroundings(self.session)
