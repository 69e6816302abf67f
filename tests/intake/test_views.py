"""What intake shows is in the form of its contracts, also where marshmallow does not make it."""

from __future__ import annotations

from services.intake import views
from services.intake.domain.notification import AskedItem, Rating
from services.shared.contracts.intake import ListNotifications
from services.shared.contracts.intake_views import (
    CustomerName,
    NotificationRow,
    NotificationsView,
    NotificationView,
)
from services.shared.kit.config import Config
from services.shared.vocabulary import Weight
from tests.desk import AGENT
from tests.intake.builders import (
    NOW,
    a_notification,
    forwarded,
    heard_made,
    intake,
    lay_the_ground,
    looking,
    moment,
    registered,
)


def test_a_page_is_in_the_form_of_its_contract(config: Config) -> None:
    lay_the_ground(config)
    registered(config, location="SH-2-14")
    number = registered(config)
    forwarded(config, AGENT, number)
    heard_made(config, number)
    with looking(config, AGENT) as work:
        page = views.notifications(work, ListNotifications.read({}))
        one = views.notification(work, number, NOW)
    assert [line["location"] is None for line in page["items"]] == [True, False]
    assert [line["team"] is None for line in page["items"]] == [False, True]
    whole = NotificationView()
    assert whole.dump(whole.load(one)) == one
    contract = NotificationsView()
    assert contract.dump(contract.load(page)) == page
    # A line says what the whole notification says, in fewer fields.
    customer = {name: one["customer"][name] for name in CustomerName().fields}
    assert page["items"][0] == {name: one[name] for name in NotificationRow().fields} | {"customer": customer}


def test_a_whole_life_is_in_the_form_of_its_contract(config: Config) -> None:
    lay_the_ground(config)
    full = a_notification(
        number="M26-000042",
        location="SH-2-14",
        item=AskedItem("stoel", 7, {"nl": "Stoel", "en": "Chair"}, "SCHOON"),
        answers=[{"code": "a", "question": {"nl": "V?", "en": "Q?"}, "answer": {"nl": "J", "en": "Y"}}],
        impact=Weight.LOW,
        urgency=Weight.HIGH,
        contact_point="Anouk Terpstra",
        team="TECHNIEK",
        question="Welke?",
        ready_at=moment(hours=1),
        closed_at=moment(hours=2),
        rating=Rating(5, "Top", moment(hours=3)),
    )
    with intake(config) as work:
        work.notifications.add(42, full, "stoel")
    with looking(config, AGENT) as work:
        one = views.notification(work, "M26-000042", NOW)
    contract = NotificationView()
    assert set(one) == set(contract.fields)
    assert contract.dump(contract.load(one)) == one
    assert one["rating"] == {"score": 5, "comment": "Top", "rated_at": moment(hours=3).isoformat()}
