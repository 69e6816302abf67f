"""Letting the services hear each other while the demo is made, whether or not they are running."""

from __future__ import annotations

import eventlet
import nameko

from services.catalog.service import CatalogService
from services.intake.service import IntakeService
from services.reporting.service import ReportingService
from services.routing.service import RoutingService
from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from services.shared.kit.follower import followed_by, handlers_of
from services.shared.kit.following import Following
from services.shared.kit.health import health_of
from services.shared.kit.journal_reader import JournalAtHand
from services.shared.kit.relay import Relaying
from services.shared.kit.run import nameko_config
from services.shared.kit.service import BusinessService

SERVICES: tuple[type[BusinessService], ...] = (CatalogService, IntakeService, RoutingService, ReportingService)


class Pump:
    """Numbers every journal and lets every follower catch up.

    Nothing is published: what runs follows the journals, and history is no news to anyone else.
    """

    def __init__(self, config: Config) -> None:
        self.config = config
        self.databases = {service.name: database_of(config, service.name) for service in SERVICES}
        self.journals = {service.name: JournalAtHand(config, service.name) for service in SERVICES}
        self.relays = [
            Relaying(self.databases[service.name], service.work.tables, lambda batch: None) for service in SERVICES
        ]
        self.followings = [
            Following(
                source,
                self.databases[service.name],
                service.work,
                handlers_of(service, source),
                self.journals[source].fetch,
            )
            for service in SERVICES
            for source in followed_by(service)
        ]

    def until_quiet(self) -> None:
        """Go on until everyone has heard everything; a relay or follower that runs elsewhere may do a part."""
        if "BALIE" not in nameko.config:
            with nameko.config.patch(nameko_config(self.config)):
                self.until_quiet()
            return
        while self._turn() or not self._quiet():
            eventlet.sleep(0)

    def _turn(self) -> int:
        published = sum(relay.run() for relay in self.relays)
        return published + sum(following.catch_up() for following in self.followings)

    def _quiet(self) -> bool:
        health = {}
        for service in SERVICES:
            with self.databases[service.name].reading() as session:
                health[service.name] = health_of(session, service.work.tables, followed_by(service))
        return all(
            one["unpublished"] == 0
            and all(position == health[source]["journal"] for source, position in one["following"].items())
            for one in health.values()
        )
