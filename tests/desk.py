"""A whole desk for a test: every service running, and ways to use it as a person or as a program would."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import eventlet
import requests
from nameko.standalone.rpc import ClusterRpcClient

from services.catalog.service import CatalogService
from services.gateway.service import GatewayService
from services.gateway.use_cases.accounts import add_account
from services.gateway.use_cases.tokens import create_token
from services.intake.service import IntakeService
from services.reporting.service import ReportingService
from services.routing.service import RoutingService
from services.shared.actor import Actor
from services.shared.kit.clock import now
from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from services.shared.kit.run import running

SERVICES = ("catalog", "intake", "routing", "reporting", "gateway")
ALL = (CatalogService, IntakeService, RoutingService, ReportingService, GatewayService)
PASSWORD = "een-lang-wachtwoord"
AWAITED_SECONDS = 20

CUSTOMER = Actor("marieke", "Marieke van den Berg", ("customer",), customer="K0001")
OTHER_CUSTOMER = Actor("rachid", "Rachid Bouazza", ("customer",), customer="K0002")
AGENT = Actor("anouk", "Anouk Terpstra", ("agent",))
SPECIALIST = Actor("tom", "Tom Brouwer", ("specialist",), teams=("TECHNIEK",))
MANAGER = Actor("hans", "Hans Rademaker", ("manager",))
ADMIN = Actor("beheer", "Naomi Kuipers", ("admin",))
PEOPLE = (CUSTOMER, OTHER_CUSTOMER, AGENT, SPECIALIST, MANAGER, ADMIN)

LAMP = {
    "code": "lamp-kapot",
    "name": {"nl": "Lamp kapot", "en": "Broken lamp"},
    "description": {"nl": "Een lamp brandt niet.", "en": "A lamp is out."},
    "category": "ELEKTRA",
    "kinds": ["malfunction"],
    "keywords": ["licht"],
    "questions": [
        {"code": "aantal", "text": {"nl": "Hoeveel lampen?", "en": "How many lamps?"}, "type": "number", "lowest": 1},
        {"code": "plek", "text": {"nl": "Waar precies?", "en": "Where exactly?"}, "type": "text", "required": False},
    ],
}

T = TypeVar("T")


class Desk:
    """A desk with one customer organisation, one team and one catalogue item."""

    def __init__(self, config: Config, runner: Any) -> None:
        self.config = config
        self.runner = runner
        self.url = f"http://127.0.0.1:{config.port}"

    @contextmanager
    def bus(self, actor: Actor | None = None, **context: str) -> Iterator[Any]:
        """Every service over RPC, as this person or, without one, as a service."""
        told = context | ({"actor": actor.to_header()} if actor else {})
        with ClusterRpcClient(context_data=told, uri=self.config.broker_url, timeout=10) as client:
            yield client

    def call(self, service: str, method: str, *arguments: Any, actor: Actor | None = None, **context: str) -> Any:
        """One call over RPC."""
        with self.bus(actor, **context) as bus:
            return bus[service][method](*arguments)

    def lay_the_ground(self) -> None:
        """Make the organisation, and wait until intake has heard of the catalogue and the team."""
        with self.bus(ADMIN) as bus:
            bus.catalog.define_category({"code": "ELEKTRA", "name": {"nl": "Elektra", "en": "Power"}})
            bus.catalog.publish_item(LAMP)
            bus.routing.define_team(
                {
                    "code": "TECHNIEK",
                    "name": {"nl": "Technische dienst", "en": "Technical services"},
                    "categories": ["ELEKTRA"],
                    "fallback": True,
                }
            )
            bus.intake.add_organisation({"code": "GEM", "name": "Gemeente Rijnstede"})
            for person in (CUSTOMER, OTHER_CUSTOMER):
                bus.intake.add_customer({"code": person.customer, "name": person.name, "organisation": "GEM"})
            bus.intake.add_location({"code": "SH", "name": "Stadhuis"})
            bus.intake.add_location({"code": "SH-2-14", "name": "Vergaderzaal De Brug", "within": "SH"})
        database = database_of(self.config, "intake")
        until(lambda: _knows(database, "item_copy") and _knows(database, "team_copy"))

    def add_accounts(self) -> None:
        """Let everyone log in to the portal with `PASSWORD`."""
        for person in PEOPLE:
            add_account(
                database_of(self.config, "gateway"),
                name=person.account,
                full_name=person.name,
                password=PASSWORD,
                roles=person.roles,
                customer=person.customer,
                teams=person.teams,
                now=now(),
            )

    def api(self, actor: Actor) -> Api:
        """The HTTP API with a token of this person, who has an account."""
        token = create_token(database_of(self.config, "gateway"), account=actor.account, name="test", now=now())
        return Api(self.url, token)


class Api:
    """The HTTP API as a program uses it."""

    def __init__(self, url: str, token: str | None) -> None:
        self.url = f"{url}/api/v1"
        self.session = requests.Session()
        if token:
            self.session.headers["Authorization"] = f"Bearer {token}"

    def get(self, path: str, **parameters: Any) -> requests.Response:
        return self.session.get(self.url + path, params=parameters, timeout=20)

    def post(self, path: str, body: Any = None, **headers: str) -> requests.Response:
        return self.session.post(self.url + path, json=body if body is not None else {}, headers=headers, timeout=20)


@contextmanager
def running_desk(config: Config) -> Iterator[Desk]:
    """Every service in this process, ready to answer."""
    with running(ALL, config) as runner:
        desk = Desk(config, runner)
        until(lambda: requests.get(f"{desk.url}/health/ready", timeout=10).status_code == 200)
        yield desk


def until(condition: Callable[[], T], seconds: float = AWAITED_SECONDS) -> T:
    """Wait until the condition holds and answer its value; fails when it takes too long."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"this did not come true within {seconds} s: {condition}, last {value!r}")
        eventlet.sleep(0.01)


def _knows(database: Any, table: str) -> bool:
    with database.reading() as session:
        return bool(session.connection().exec_driver_sql(f"SELECT count(*) FROM intake.{table}").scalar())
