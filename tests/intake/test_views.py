"""What intake shows is in the form of its contracts, also where marshmallow does not make it."""

from __future__ import annotations

from services.intake import views
from services.shared.contracts.intake import CustomerName, ListNotifications, NotificationRow, NotificationsView
from services.shared.kit.config import Config
from tests.desk import AGENT
from tests.intake.builders import NOW, forwarded, heard_made, lay_the_ground, looking, registered


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
    contract = NotificationsView()
    assert contract.dump(contract.load(page)) == page
    # A line says what the whole notification says, in fewer fields.
    customer = {name: one["customer"][name] for name in CustomerName().fields}
    assert page["items"][0] == {name: one[name] for name in NotificationRow().fields} | {"customer": customer}
