"""One correlation id runs through everything that follows from a request: answers, log lines, journal, events."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest
import requests
import structlog
from nameko.containers import ServiceContainer
from nameko.events import event_handler
from structlog.testing import capture_logs

from services.intake.service import IntakeService
from services.shared.kit.database import database_of
from tests.api.asking import Browser, problem
from tests.api.conftest import WISH
from tests.desk import CUSTOMER, Api, Desk, until

HEADER = "X-Correlation-Id"


class Listener:
    """A nameko service of somebody else, which hears of notifications."""

    name = "listener"
    heard: list[dict[str, Any]] = []

    @event_handler("intake", "notification_registered")
    def on_registered(self, envelope: dict[str, Any]) -> None:
        self.heard.append(envelope)


@pytest.fixture
def listener(open_desk: Desk) -> Iterator[type[Listener]]:
    container = ServiceContainer(Listener)
    container.start()
    Listener.heard.clear()
    yield Listener
    container.stop()


def told_by(desk: Desk, service: str, correlation_id: str) -> list[dict[str, Any]]:
    """The events of a service that followed from a request, as its journal gives them to listeners."""
    events = desk.call(service, "journal_after", 0, 1000)
    return [event for event in events if event.get("correlationid") == correlation_id]


def test_every_answer_has_one(open_desk: Desk, agent: Api) -> None:
    url = open_desk.url
    answers = {
        "alive": requests.get(f"{url}/health/live", timeout=20),
        "ready": requests.get(f"{url}/health/ready", timeout=20),
        "figures": requests.get(f"{url}/metrics", timeout=20),
        "description": requests.get(f"{url}/api/v1/openapi.json", timeout=20),
        "page": requests.get(f"{url}/login", timeout=20),
        "redirect": requests.get(f"{url}/desk", allow_redirects=False, timeout=20),
        "no page": requests.get(f"{url}/nothing", timeout=20),
        "line end": requests.get(f"{url}/nothing%0A", timeout=20),
        "options": requests.options(f"{url}/api/v1/notifications", timeout=20),
        "stranger": requests.get(f"{url}/api/v1/teams", timeout=20),
        "list": agent.get("/notifications"),
        "nothing there": agent.get("/notifications/M26-999999"),
        "invalid": agent.post("/notifications", {}),
        "no method": agent.session.delete(f"{url}/api/v1/teams", timeout=20),
    }
    ids = {name: answer.headers[HEADER] for name, answer in answers.items()}
    assert [len(given) for given in ids.values()] == [32] * len(ids)
    assert len(set(ids.values())) == len(ids)


@pytest.mark.parametrize("given", ["", "a b", "x" * 65, "<script>", "é", "a\tb", "a;b", "../x"])
def test_one_that_could_do_harm_is_replaced(open_desk: Desk, agent: Api, given: str) -> None:
    headers = {HEADER: given.encode("latin-1")}
    answer = agent.session.get(f"{agent.url}/notifications/M26-999999", headers=headers, timeout=20)
    assert len(answer.headers[HEADER]) == 32
    assert problem(answer)["correlation_id"] == answer.headers[HEADER]


def test_it_is_kept_with_what_was_done_and_told_with_it(
    open_desk: Desk, customer: Api, listener: type[Listener]
) -> None:
    answer = customer.post("/notifications", WISH, **{HEADER: "from-the-caller.1"})
    assert answer.headers[HEADER] == "from-the-caller.1"
    journal = IntakeService.work.tables.journal
    with database_of(open_desk.config, "intake").reading() as session:
        causes = session.execute(
            journal.select().with_only_columns(journal.c.cause).where(journal.c.subject == answer.json()["number"])
        ).scalars()
        assert list(causes) == [{"account": CUSTOMER.account, "correlation_id": "from-the-caller.1"}]
    (envelope,) = until(lambda: listener.heard)
    assert envelope["correlationid"] == "from-the-caller.1"
    assert envelope["subject"] == answer.json()["number"]
    assert until(lambda: told_by(open_desk, "intake", "from-the-caller.1")) == [envelope]


def test_it_goes_on_through_what_other_services_do_about_it(open_desk: Desk, customer: Api, agent: Api) -> None:
    number = customer.post("/notifications", WISH).json()["number"]
    agent.post(f"/notifications/{number}/forward", {"team": "TECHNIEK"}, **{HEADER: "forwarded.1"})
    (made,) = until(lambda: told_by(open_desk, "routing", "forwarded.1"))
    assert (made["type"], made["data"]["notification"]) == ("balie.routing.work_order_made.v1", number)


def test_it_is_on_the_log_lines(open_desk: Desk, customer: Api, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    number = customer.post("/notifications", WISH).json()["number"]
    with capture_logs(processors=[structlog.contextvars.merge_contextvars]) as lines:
        answer = customer.post(f"/notifications/{number}/take", {}, **{HEADER: "logged.1"})
    assert answer.status_code == 403
    (line,) = [line for line in lines if line["event"] == "request.answered"]
    assert (line["correlation_id"], line["status"], line["account"]) == ("logged.1", 403, CUSTOMER.account)
    # What the service says of it itself.
    refusals = [record.getMessage() for record in caplog.records if "refused" in record.getMessage()]
    assert [message for message in refusals if "intake.take_notification" in message and "logged.1" in message]


def test_a_page_that_was_refused_shows_it(open_desk: Desk) -> None:
    browser = Browser(open_desk, CUSTOMER)
    answer = browser.session.get(f"{open_desk.url}/notifications/M26-999999", headers={HEADER: "shown.1"}, timeout=20)
    assert (answer.status_code, answer.headers[HEADER]) == (404, "shown.1")
