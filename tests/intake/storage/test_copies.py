"""What intake keeps of the others, as last told."""

from __future__ import annotations

from typing import Any

from services.intake.storage.work import IntakeWork
from services.shared.kit.config import Config
from tests.intake.builders import LAMP, intake, lay_the_ground, looking, registered


def test_a_later_version_of_an_item_replaces_an_earlier_one_and_never_the_other_way(config: Config) -> None:
    def publish(work: IntakeWork, version: int, **different: Any) -> None:
        work.copies.keep_item(LAMP | {"version": version} | different)

    with intake(config) as work:
        publish(work, 2, category="ELEKTRA")
        publish(work, 3, category="LICHT")
        publish(work, 2, category="ELEKTRA")
    with looking(config) as work:
        item = work.copies.item("lamp-kapot")
        assert item is not None
        assert (item.version, item.category, item.questions) == (3, "LICHT", LAMP["questions"])
        assert work.copies.item("stoel") is None


def test_teams_and_categories_take_their_latest_name(config: Config) -> None:
    with intake(config) as work:
        for name in ("Techniek", "Technische dienst"):
            work.copies.keep_team({"code": "TECHNIEK", "name": {"nl": name, "en": name}})
            work.copies.keep_category({"code": "ELEKTRA", "name": {"nl": name, "en": name}})
    with looking(config) as work:
        team = work.copies.team("TECHNIEK")
        assert team is not None
        assert team.name == {"nl": "Technische dienst", "en": "Technische dienst"}
        assert work.copies.has_category("ELEKTRA")
        assert not work.copies.has_category("SCHOON")


def test_the_work_orders_of_a_notification_come_oldest_first(config: Config) -> None:
    lay_the_ground(config)
    number, other = registered(config), registered(config)
    with intake(config) as work:
        work.copies.keep_work_order("W26-000002", number, "POETS", done=False)
        work.copies.keep_work_order("W26-000001", number, "TECHNIEK", done=True)
        work.copies.keep_work_order("W26-000003", other, "TECHNIEK", done=False)
    with looking(config) as work:
        orders = work.copies.work_orders(number)
        assert [(order.number, order.team, order.done) for order in orders] == [
            ("W26-000001", "TECHNIEK", True),
            ("W26-000002", "POETS", False),
        ]
        assert (work.copies.is_done("W26-000001"), work.copies.is_done("W26-000002")) == (True, False)
        assert not work.copies.is_done("W26-000009")
