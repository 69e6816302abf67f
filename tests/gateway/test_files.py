"""Who may see a file, and how a browser gets it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from services.gateway.domain.file import File, Purpose
from services.gateway.use_cases import files
from services.gateway.use_cases.accounts import add_account
from services.shared.actor import Actor
from services.shared.errors import Forbidden, NotFound, Unavailable
from services.shared.kit.database import Database
from tests.gateway.builders import NOTIFICATION, FakeBus
from tests.gateway.conftest import NOON, PASSWORD
from tests.gateway.portal.reader import Reader
from tests.gateway.sent_files import a_picture, a_word_document

NUMBER = "M26-000042"
pytestmark = pytest.mark.usefixtures("accounts")


@pytest.fixture
def carla(browser: Callable[[], FlaskClient], bus: FakeBus) -> FlaskClient:
    client = Reader(browser()).log_in("carla").client
    bus.said.clear()
    return client


@pytest.fixture
def anna(browser: Callable[[], FlaskClient], bus: FakeBus) -> FlaskClient:
    client = Reader(browser()).log_in("anna").client
    bus.said.clear()
    return client


def sent(database: Database, content: bytes, name: str = "schade", purpose: Purpose = Purpose.ANSWER) -> File:
    return files.keep_file(
        database, content=content, name=name, account="carla", purpose=purpose, pictures_only=False, now=NOON
    )


def test_a_picture_is_shown_and_can_do_nothing(carla: FlaskClient, database: Database) -> None:
    file = sent(database, a_picture(), "schäde.jpg")
    answer = carla.get(f"/files/{file.id}")
    assert (answer.status_code, answer.content_type) == (200, "image/jpeg")
    assert answer.data == files.content_of(database, file.id, small=False)
    assert answer.headers["Content-Disposition"] == "inline; filename=schade.jpg; filename*=UTF-8''sch%C3%A4de.jpg"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers.getlist("Content-Security-Policy")
    assert answer.headers["Cache-Control"] == "private, no-cache"
    again = carla.get(f"/files/{file.id}", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    small = carla.get(f"/files/{file.id}/small")
    assert small.data == files.content_of(database, file.id, small=True)
    assert small.headers["ETag"] != answer.headers["ETag"]


def test_anything_else_is_kept_and_not_shown(carla: FlaskClient, database: Database) -> None:
    file = sent(database, a_word_document(), "plan.docx")
    answer = carla.get(f"/files/{file.id}")
    assert answer.headers["Content-Disposition"] == "attachment; filename=plan.docx"
    assert carla.get(f"/files/{file.id}/small").status_code == 404


def test_an_answer_is_seen_by_who_sent_it_and_who_may_see_the_notification(
    carla: FlaskClient, anna: FlaskClient, bus: FakeBus, database: Database
) -> None:
    file = sent(database, a_picture())
    assert carla.get(f"/files/{file.id}").status_code == 200
    assert anna.get(f"/files/{file.id}").status_code == 404
    assert bus.said == []
    files.claim(database, [file.id], NUMBER)
    for refusal in (NotFound("There is no notification."), Forbidden("Not yours.")):
        bus.answers["intake.get_notification"] = refusal
        assert anna.get(f"/files/{file.id}/small").status_code == 404
    bus.answers["intake.get_notification"] = Unavailable("intake is away.")
    assert anna.get(f"/files/{file.id}").status_code == 503
    bus.answers["intake.get_notification"] = NOTIFICATION
    assert anna.get(f"/files/{file.id}").status_code == 200
    said = bus.said[-1]
    assert (said.method, said.arguments) == ("get_notification", (NUMBER,))
    assert Actor.from_header(said.context["actor"]).account == "anna"


def test_a_file_of_a_registration_that_was_cut_off_is_found_by_who_needs_it(
    anna: FlaskClient, bus: FakeBus, database: Database
) -> None:
    file = sent(database, a_picture())
    files.hold(database, [file.id], account="carla", key="k-1", now=NOON)
    bus.answers |= {"intake.find_registered": {"number": NUMBER}, "intake.get_notification": NOTIFICATION}
    assert anna.get(f"/files/{file.id}").status_code == 200
    asked, looked = bus.said
    assert (asked.method, asked.context["idempotency_key"]) == ("find_registered", "k-1")
    assert Actor.from_header(asked.context["actor"]) == Actor("carla", "", ())
    assert Actor.from_header(looked.context["actor"]).account == "anna"
    assert "idempotency_key" not in looked.context
    assert files.known(database, [file.id])[file.id].belongs_to == NUMBER


def test_the_picture_of_an_item_is_seen_by_whoever_is_signed_in(
    anna: FlaskClient, client: FlaskClient, database: Database
) -> None:
    file = sent(database, a_picture(), purpose=Purpose.ITEM)
    answer = anna.get(f"/files/{file.id}/small")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, max-age=86400, immutable"
    assert client.get(f"/files/{file.id}").location == f"/login?next=/files/{file.id}"


@pytest.mark.parametrize("id", ["0" * 32, "1", "..%2f..%2fetc%2fpasswd", "%00", "M26-000042", "' or 1=1--"])
def test_a_guess_finds_nothing(carla: FlaskClient, database: Database, id: str) -> None:
    sent(database, a_picture())
    assert carla.get(f"/files/{id}").status_code == 404
    assert carla.get(f"/files/{id}/small").status_code == 404


def test_another_customer_sees_nothing_of_it(
    browser: Callable[[], FlaskClient], bus: FakeBus, database: Database
) -> None:
    add_account(
        database, name="dirk", full_name="Dirk", password=PASSWORD, roles=["customer"], customer="C-2", now=NOON
    )
    dirk = Reader(browser()).log_in("dirk").client
    file = sent(database, a_picture())
    assert dirk.get(f"/files/{file.id}").status_code == 404
    files.claim(database, [file.id], NUMBER)
    bus.answers["intake.get_notification"] = NotFound(f"There is no notification {NUMBER}.")
    assert dirk.get(f"/files/{file.id}").status_code == 404
