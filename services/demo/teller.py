"""Telling the demo's stories through the services' own use cases, at the times they would have happened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any, TypeVar

import eventlet
from sqlalchemy import func, select

from services.catalog.domain.kinds import suggest_kind
from services.catalog.storage.work import CatalogWork
from services.catalog.use_cases.articles import publish_article, rate_article
from services.catalog.use_cases.items import publish_item
from services.catalog.use_cases.keeping import define_category, define_synonyms
from services.catalog.use_cases.levels import define_calendar, define_service_level, list_holidays
from services.demo import pictures
from services.demo.content import remarks, rhythm
from services.demo.content.articles import ARTICLES
from services.demo.content.asking import DESK, HELPED_SHARE, READERS_A_WEEK
from services.demo.content.catalogue import CATEGORIES, ITEMS, OFFICE_HOURS, SERVICE_LEVEL, SYNONYMS, TEAMS
from services.demo.content.people import COLLEAGUES, CUSTOMERS, ORGANISATIONS, Colleague
from services.demo.content.places import LOCATIONS
from services.demo.content.rhythm import NOTIFICATIONS
from services.demo.content.stories.story import Route
from services.demo.plan import Planned, Planner, score_weights
from services.demo.pump import Pump
from services.intake.storage.tables import CustomerRow
from services.intake.storage.work import IntakeWork
from services.intake.use_cases import handling, people, registering
from services.intake.use_cases.desks import define_desk
from services.routing import use_cases as routing
from services.routing.storage.work import RoutingWork
from services.shared.actor import Actor
from services.shared.contracts.catalog import DefineCategory, PublishArticle, PublishItem
from services.shared.contracts.intake import AddCustomer, AddLocation, AddOrganisation, DefineDesk, RegisterNotification
from services.shared.contracts.routing import DefineTeam
from services.shared.contracts.service_levels import DefineCalendar, DefineServiceLevel
from services.shared.kit.clock import now
from services.shared.kit.config import Config
from services.shared.kit.database import Database, database_of
from services.shared.kit.work import UnitOfWork
from services.shared.vocabulary import Level, Status, Weight

SEED = 20
# The latest ones are still on their way, so that everyone finds work to do whenever the demo is made.
ON_THEIR_WAY = 45
MOST_STEPS_ON_THE_WAY = 5
NO_FILES: Mapping[str, str] = {}

Work = TypeVar("Work", bound=UnitOfWork)


def is_empty(config: Config) -> bool:
    """Whether this desk serves nobody yet."""
    with database_of(config, "intake").reading() as session:
        return session.scalar(select(func.count()).select_from(CustomerRow)) == 0


def lay_the_ground(config: Config) -> None:
    """Make the organisation: catalogue, teams, people and places, and let everyone hear of them."""
    moment = now()
    files = pictures.make(config, moment)
    with CatalogWork.begin(database_of(config, "catalog")) as work:
        fill_catalogue(work, moment, files)
    with RoutingWork.begin(database_of(config, "routing")) as teams:
        for team in TEAMS:
            routing.define_team(teams, now=moment, **DefineTeam.read(team))
    with IntakeWork.begin(database_of(config, "intake")) as desk:
        for organisation in ORGANISATIONS:
            people.add_organisation(desk, **AddOrganisation.read(organisation.request()))
        for customer in CUSTOMERS:
            people.add_customer(desk, **AddCustomer.read(customer.request()))
        for location in LOCATIONS:
            people.add_location(desk, **AddLocation.read(location.request()))
        define_desk(desk, DefineDesk.read(DESK))
    Pump(config).until_quiet()


def fill_catalogue(work: CatalogWork, moment: datetime, files: Mapping[str, str] = NO_FILES) -> None:
    """Publish everything that the organisation offers, with its pictures by code, and all its answers."""
    closed = [day for year in range(moment.year, moment.year + 3) for day in list_holidays("NL", year)["items"]]
    define_calendar(work, DefineCalendar.read(OFFICE_HOURS | {"closed": closed}), moment)
    define_service_level(work, DefineServiceLevel.read(SERVICE_LEVEL), moment)
    for category in CATEGORIES:
        define_category(work, now=moment, **DefineCategory.read(category))
    for words in SYNONYMS:
        define_synonyms(work, words)
    for item in ITEMS:
        publish_item(work, PublishItem.read(item | {"picture": files.get(item["code"])}), moment)
    for article in ARTICLES:
        publish_article(work, PublishArticle.read(article), moment)


def let_articles_answer(config: Config) -> None:
    """Customers find answers by themselves, every week of the last 90 days, and say whether these helped."""
    random, until = Random(SEED), now()
    moments = sorted(
        (until - timedelta(days=week * 7 + random.random() * 7), code)
        for week in range(rhythm.DAYS // 7)
        for code, readers in READERS_A_WEEK.items()
        for _ in range(readers)
    )
    for moment, code in moments:
        customer = random.choice(CUSTOMERS)
        actor = Actor(customer.email, customer.name, ("customer",), customer=customer.code)
        with CatalogWork.begin(database_of(config, "catalog"), actor, {"account": actor.account}) as work:
            rate_article(work, code, random.random() < HELPED_SHARE, moment, moment.astimezone(config.tz).date())
        eventlet.sleep(0)
    Pump(config).until_quiet()


def tell_stories(config: Config, on_each: Callable[[], None] = lambda: None) -> int:
    """Register 300 notifications of the last 90 days and let each go its way; answers how many."""
    let_articles_answer(config)
    teller = Teller(config, now())
    plan = teller.planner.plan(NOTIFICATIONS)
    told = []
    for position, planned in enumerate(plan):
        told.append(teller.register_and_handle(planned, under_way=position >= len(plan) - ON_THEIR_WAY))
        on_each()
    teller.pump.until_quiet()
    for one in told:
        teller.do_the_work(one)
    teller.pump.until_quiet()
    for one in told:
        teller.finish(one)
    teller.pump.until_quiet()
    return len(told)


@dataclass
class Told:
    """How far one notification is told: its number, the moment of its last step, and how many more it takes."""

    planned: Planned
    number: str
    at: datetime
    steps: int | None = None
    waits: bool = False


class Teller:
    """Takes each step of each story at its time; a step that would be in the future stays undone."""

    def __init__(self, config: Config, moment: datetime) -> None:
        self.now = moment
        self.planner = Planner(SEED, moment)
        self.random = self.planner.random
        self.pump = Pump(config)
        self.intake = database_of(config, "intake")
        self.routing = database_of(config, "routing")

    def register_and_handle(self, planned: Planned, *, under_way: bool) -> Told:
        """The customer's part and the desk's, up to an answer or a hand-over, or part of that when `under_way`."""
        told = self._register(planned)
        told.steps = self.random.randint(0, MOST_STEPS_ON_THE_WAY) if under_way else None
        story, agent = planned.story, _actor(planned.agent)
        if story.route is Route.CANCEL:
            reason = story.cancel_reason or remarks.OBJECTIONS[0]
            self._step(told, rhythm.CANCELLED, agent, handling.cancel_notification, reason)
            told.waits = True
            return told
        if planned.channel.level is Level.CLICK:
            self._step(told, rhythm.TAKEN, agent, handling.take_notification)
        if self.random.random() < rhythm.NOTED_SHARE:
            note = self.random.choice(remarks.NOTES)
            self._step(told, rhythm.ASKED, agent, handling.add_note, note, False)
        if story.route.asks:
            self._step(told, rhythm.ASKED, agent, handling.ask_customer, story.question)
            answerer = _customer(planned) if planned.channel.level is Level.CLICK else agent
            self._step(told, rhythm.ANSWERED_BY_CUSTOMER, answerer, handling.answer_notification, story.customer_answer)
        if story.route.forwards:
            category = None if story.item else story.category
            self._step(told, rhythm.FORWARDED, agent, handling.forward_notification, None, category, story.remark)
        else:
            answer = self.random.choice(story.outcomes)
            self._step(told, rhythm.ANSWERED_BY_DESK, agent, handling.answer_notification, answer)
        return told

    def do_the_work(self, told: Told) -> None:
        """The back office's part: accepted, started and completed by a specialist of the team."""
        if told.waits or not told.planned.story.route.forwards:
            return
        with RoutingWork.look(self.routing) as work:
            orders, _ = work.work_orders.page(work.actor, {"notification": told.number}, None, 1)
        specialist = self.random.choice([one for one in COLLEAGUES if orders[0].team in one.teams])
        weight = told.planned.urgency or Weight.MEDIUM
        number, actor = orders[0].number, _actor(specialist)
        solution = self.random.choice(told.planned.story.outcomes)
        self._work(told, rhythm.ACCEPTED[weight], actor, routing.accept_work_order, number)
        self._work(told, rhythm.STARTED[weight], actor, routing.start_work_order, number)
        self._work(told, rhythm.COMPLETED[weight], actor, routing.complete_work_order, number, solution)

    def finish(self, told: Told) -> None:
        """The customer objects now and then; else the desk closes it, and some customers rate it."""
        with IntakeWork.look(self.intake) as work:
            status = work.dossiers.of(told.number).notification.status
        if told.waits or status is not Status.READY:
            return
        agent, customer = _actor(told.planned.agent), _customer(told.planned)
        if self.random.random() < rhythm.REOPENED_SHARE:
            objection = self.random.choice(remarks.OBJECTIONS)
            self._step(told, rhythm.CLOSED, customer, handling.reopen_notification, objection)
            again = self.random.choice(told.planned.story.outcomes)
            self._step(told, rhythm.ANSWERED_BY_DESK, agent, handling.answer_notification, again)
        self._step(told, rhythm.CLOSED, agent, handling.close_notification)
        if self.random.random() < rhythm.RATED_SHARE:
            score = self.planner.weighted(score_weights(told.planned.story.kind))
            self._step(told, rhythm.RATED, customer, handling.rate_notification, score, self._comment(told, score))

    def _register(self, planned: Planned) -> Told:
        story = planned.story
        at = planned.registered_at
        actor = _actor(planned.agent) if planned.channel.level is not Level.CLICK else _customer(planned)
        suggested = suggest_kind(f"{planned.wording.summary}\n{planned.wording.description}")
        asked = RegisterNotification.read(
            {
                "kind": story.kind.value,
                "channel": planned.channel.value,
                "summary": planned.wording.summary,
                "description": planned.wording.description,
                "customer": planned.customer.code,
                "location": planned.location.code if planned.location else None,
                "catalogue_item": story.item,
                "answers": story.answers_on(at.date()),
                "impact": planned.impact.value if planned.impact else None,
                "urgency": planned.urgency.value,
                "suggested": {"kind": suggested.kind.value} if suggested else None,
            }
        )
        with IntakeWork.begin(self.intake, actor, {"account": actor.account}) as work:
            number = registering.register_notification(work, asked, at, at.date()).number
        eventlet.sleep(0)
        return Told(planned, number, at)

    def _comment(self, told: Told, score: int) -> str:
        if self.random.random() > rhythm.COMMENT_SHARE:
            return ""
        story = told.planned.story
        if score >= 4:
            return story.liked or self.random.choice(remarks.LIKED)
        return (
            self.random.choice(remarks.MIXED) if score == 3 else story.disliked or self.random.choice(remarks.DISLIKED)
        )

    def _step(self, told: Told, stretch: rhythm.Stretch, actor: Actor, use_case: Any, *arguments: Any) -> None:
        self._take(
            told, stretch, self.intake, IntakeWork, actor, lambda work, at: use_case(work, told.number, *arguments, at)
        )

    def _work(self, told: Told, stretch: rhythm.Stretch, actor: Actor, use_case: Any, *arguments: Any) -> None:
        self._take(told, stretch, self.routing, RoutingWork, actor, lambda work, at: use_case(work, *arguments, at))

    def _take(
        self,
        told: Told,
        stretch: rhythm.Stretch,
        database: Database,
        kind: type[Work],
        actor: Actor,
        step: Callable[[Work, datetime], object],
    ) -> None:
        at = self.planner.later(told.at, stretch)
        if told.waits or told.steps == 0 or at > self.now:
            told.waits = True
            return
        if told.steps is not None:
            told.steps -= 1
        with kind.begin(database, actor, {"account": actor.account}) as work:
            step(work, at)
        told.at = at
        # The services run in this process too: let them answer in between.
        eventlet.sleep(0)


def _actor(colleague: Colleague) -> Actor:
    return Actor(colleague.account, colleague.name, colleague.roles, teams=colleague.teams)


def _customer(planned: Planned) -> Actor:
    customer = planned.customer
    return Actor(customer.email, customer.name, ("customer",), customer=customer.code)
