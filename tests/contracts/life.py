"""One short life through the services' own use cases, and everything they told of it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from services.catalog.use_cases.articles import publish_article, rate_article, retire_article
from services.catalog.use_cases.items import publish_item, retire_item
from services.catalog.use_cases.keeping import define_category
from services.catalog.use_cases.levels import define_calendar, define_service_level
from services.intake.use_cases import handling, hearing
from services.intake.use_cases.correcting import correct_notification
from services.intake.use_cases.registering import register_notification
from services.routing import use_cases as routing_use_cases
from services.shared.contracts import catalog as catalog_contracts
from services.shared.contracts import intake as intake_contracts
from services.shared.contracts import routing as routing_contracts
from services.shared.contracts.service_levels import DefineCalendar, DefineServiceLevel
from services.shared.kit.config import Config
from services.shared.kit.work import UnitOfWork
from services.shared.vocabulary import Kind
from tests.catalog.builders import catalog
from tests.catalog.builders import looking as looking_at_catalog
from tests.contracts.examples import example
from tests.desk import ADMIN, AGENT, CUSTOMER, SPECIALIST
from tests.intake.builders import NOW, a_request, intake, moment
from tests.intake.builders import lay_the_ground as lay_the_ground_of_intake
from tests.intake.builders import looking as looking_at_intake
from tests.routing.builders import looking as looking_at_routing
from tests.routing.builders import routing

ITEM = example("catalog", "catalogue_item_published")["data"]
CATEGORY = example("catalog", "category_defined")["data"]
ARTICLE = {name: example("catalog", "article_published")["data"][name] for name in ("code", "title", "items")}
ARTICLE |= {"summary": ARTICLE["title"], "body": ARTICLE["title"]}
NUMBER, ORDER = "M26-000001", "W26-000001"


def told_in_a_life(config: Config) -> dict[tuple[str, str], dict[str, Any]]:
    """What each service told last under each name, by (service, event)."""
    told: dict[tuple[str, str], dict[str, Any]] = {}
    _furnish(config)
    _from_report_to_back_office(config)
    _from_back_office_to_the_end(config)
    for source, look in (
        ("catalog", looking_at_catalog),
        ("intake", looking_at_intake),
        ("routing", looking_at_routing),
    ):
        with look(config) as work:
            told |= {(source, name): data for name, data in _journal(work)}
    return told


def _furnish(config: Config) -> None:
    lay_the_ground_of_intake(config)
    with catalog(config, ADMIN) as work:
        define_calendar(work, DefineCalendar().load(example("catalog", "calendar_defined")["data"]), NOW)
        level = example("catalog", "service_level_defined")["data"]
        define_service_level(work, DefineServiceLevel().load(level), NOW)
        define_category(work, CATEGORY["within"], CATEGORY["name"], NOW)
        define_category(work, now=NOW, **CATEGORY)
        asked = {name: value for name, value in ITEM.items() if name != "version"} | {"valid_from": None}
        publish_item(work, catalog_contracts.PublishItem().load(asked | {"description": ITEM["name"]}), NOW)
        category, item = (data for _, data in work.journal.told[-2:])
        publish_article(work, catalog_contracts.PublishArticle().load(ARTICLE), NOW)
        rate_article(work, ARTICLE["code"], True, NOW, NOW.date())
    with routing(config, ADMIN) as work:
        name = {"nl": "Technische dienst", "en": "Technical services"}
        routing_use_cases.define_team(work, "TECHNIEK", name, [ITEM["category"]], False, NOW)
    with intake(config) as work:
        work.copies.keep_category(catalog_contracts.CategoryDefined().load(category))
        work.copies.keep_item(catalog_contracts.CatalogueItemPublished().load(item))


def _from_report_to_back_office(config: Config) -> None:
    with intake(config, CUSTOMER) as work:
        answers = {"klacht": "te-koud", "graden": "16,5"}
        asked = a_request(
            location="SH-2-14",
            urgency="high",
            catalogue_item=ITEM["code"],
            answers=answers,
            suggested={"kind": "malfunction"},
        )
        assert register_notification(work, asked, NOW, NOW.date()).number == NUMBER
    with intake(config, AGENT) as work:
        handling.take_notification(work, NUMBER, moment(minutes=1))
        handling.ask_customer(work, NUMBER, "Welke radiator?", moment(minutes=2))
    with intake(config, CUSTOMER) as work:
        handling.answer_notification(work, NUMBER, "Die onder het raam.", moment(minutes=3))
    with intake(config, AGENT) as work:
        handling.add_note(work, NUMBER, "Zaal vrij tot 13 uur.", False, moment(minutes=4))
        correct_notification(work, NUMBER, {"kind": Kind.COMPLAINT}, moment(minutes=4), NOW.date())
        handling.forward_notification(work, NUMBER, None, None, "Graag vandaag", moment(minutes=5))
        _, forwarded = work.journal.told[-1]
    with routing(config) as work:
        loaded = intake_contracts.NotificationForwarded().load(forwarded)
        routing_use_cases.make_work_order(work, loaded, moment(minutes=5))
        routing_use_cases.make_work_order(work, loaded | {"round": 2}, moment(minutes=5))
    with routing(config, SPECIALIST) as work:
        routing_use_cases.accept_work_order(work, ORDER, moment(minutes=6))
        routing_use_cases.start_work_order(work, ORDER, moment(minutes=7))
        routing_use_cases.complete_work_order(work, ORDER, "Klep losgemaakt.", moment(minutes=8))


def _from_back_office_to_the_end(config: Config) -> None:
    with looking_at_routing(config) as work:
        told = dict(_journal(work))
    with intake(config) as work:
        made = routing_contracts.WorkOrderMade().load(told["work_order_made"] | {"number": ORDER})
        hearing.work_order_made(work, made, moment(minutes=5))
        completed = routing_contracts.WorkOrderCompleted().load(told["work_order_completed"])
        hearing.work_order_completed(work, completed, moment(minutes=8))
    with intake(config, AGENT) as work:
        handling.close_notification(work, NUMBER, moment(hours=1))
    with intake(config, CUSTOMER) as work:
        handling.rate_notification(work, NUMBER, 4, "", moment(hours=2))
        handling.reopen_notification(work, NUMBER, "Weer koud.", moment(hours=3))
        handling.cancel_notification(work, NUMBER, "Toch niet.", moment(hours=4))
    with routing(config) as work:
        routing_use_cases.cancel_work_orders(work, NUMBER, moment(hours=4))
    with catalog(config, ADMIN) as work:
        retire_article(work, ARTICLE["code"], NOW)
        retire_item(work, ITEM["code"], NOW)


def _journal(work: UnitOfWork) -> list[tuple[str, dict[str, Any]]]:
    table = work.tables.journal
    return [
        (name, data) for name, data in work.session.execute(select(table.c.name, table.c.data).order_by(table.c.id))
    ]
