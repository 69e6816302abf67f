"""Files on the forms of the portal: kept whatever else is wrong, taken away, sent, and shown."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from werkzeug.datastructures import FileStorage

from services.gateway.domain.file import LARGEST_FILE, File
from services.gateway.use_cases import files
from services.shared.errors import Invalid, Unavailable
from services.shared.kit.database import Database
from tests.gateway.builders import FakeBus
from tests.gateway.portal.reader import CUSTOMER, ITEM, SHOWN, Reader
from tests.gateway.portal.test_catalogue import a_question
from tests.gateway.sent_files import PDF, SVG, a_picture

pytestmark = pytest.mark.usefixtures("accounts", "services")
NUMBER = SHOWN["number"]
QUESTIONS = [a_question("foto", "file", pictures_only=True, highest=2.0), a_question("waar")]
HERE = {"catalogue_item": "lek", "shown": "lek", "do": "next", "asked": "foto waar"}


@pytest.fixture(autouse=True)
def _leak(bus: FakeBus, services: None) -> None:
    bus.answers |= {"catalog.get_item": ITEM | {"code": "lek", "questions": QUESTIONS}}


def begun(carla: Reader) -> str:
    """The address of the second step of telling of a leak."""
    carla.see("/report?item=lek")
    carla.send("/report", item="lek", kind="malfunction", summary="Het lekt", description="")
    return carla.at


def sent(name: str, content: bytes) -> FileStorage:
    return FileStorage(io.BytesIO(content), name)


def kept_in(page: str) -> list[str]:
    """The files that the form holds, by id."""
    return re.findall(r'name="files\.foto" value="(\w+)"', page)


def of(database: Database, id: str) -> File:
    return files.known(database, [id])[id]


def test_a_picture_stays_when_something_else_is_wrong_and_is_sent_in_the_end(
    carla: Reader, bus: FakeBus, database: Database
) -> None:
    step = begun(carla)
    assert 'type="file" name="sent.foto" multiple accept="image/*"' in carla.page
    page = carla.send(step, 422, **HERE, **{"answers.waar": "", "sent.foto": [sent("lek.jpg", a_picture())]})
    assert "Beantwoord deze vraag." in page
    (id,) = kept_in(page)
    assert f'src="/files/{id}/small"' in page
    assert "lek.jpg" in page
    carla.send(step, **HERE, **{"answers.waar": "Bij het raam", "files.foto": ["", id]})
    carla.send(carla.at, remark="")
    assert f'src="/files/{id}/small"' in carla.page
    carla.send(carla.at)
    (said,) = (said for said in bus.said if said.method == "register_notification")
    assert said.arguments[0]["answers"] == {"foto": [of(database, id).told()], "waar": "Bij het raam"}
    assert of(database, id).belongs_to == NUMBER
    assert of(database, id).held_for == said.context["idempotency_key"]


def test_what_cannot_be_taken_is_told_beside_the_field_by_name(carla: Reader) -> None:
    step = begun(carla)
    wrong = [
        sent("plan.pdf", PDF),
        sent("logo.svg", SVG),
        sent("leeg.jpg", b""),
        sent("groot.jpg", b"\xff\xd8\xff" + bytes(LARGEST_FILE)),
    ]
    page = carla.send(step, 422, **HERE, **{"answers.waar": "Hier", "sent.foto": [*wrong, sent("ok.png", a_picture())]})
    assert "plan.pdf: Dit is geen afbeelding die hier getoond kan worden." in page
    assert "logo.svg: In een SVG-tekening kan een programma zitten." in page
    assert "leeg.jpg: Dit bestand is leeg." in page
    assert "groot.jpg: Dit bestand is te groot: stuur hoogstens 10 MB." in page
    assert len(kept_in(page)) == 1
    assert 'value="Hier"' in page
    more = [sent("twee.jpg", a_picture()), sent("drie.jpg", a_picture())]
    page = carla.send(step, 422, **HERE, **{"answers.waar": "Hier", "files.foto": kept_in(page), "sent.foto": more})
    assert "drie.jpg is niet bewaard: hier kunt u er hoogstens 2 sturen." in page
    assert len(kept_in(page)) == 2
    assert 'type="file"' not in page


def test_a_form_that_is_too_large_is_refused_as_a_whole(carla: Reader) -> None:
    step = begun(carla)
    page = carla.send(step, 413, **HERE, **{"sent.foto": [sent("groot.jpg", bytes(33 * 1024 * 1024))]})
    assert "Dit is te groot" in page
    assert "Ga terug: wat u typte staat er nog." in page


def test_only_who_is_signed_in_sends_files(carla: Reader) -> None:
    step = begun(carla)
    carla.client.delete_cookie("balie_session")
    carla.send(step, 413, **{"sent.foto": [sent("lek.jpg", bytes(2 * 1024 * 1024))]})


def test_a_file_is_taken_away_again(carla: Reader, database: Database) -> None:
    step = begun(carla)
    page = carla.send(step, 422, **HERE, **{"sent.foto": [sent("lek.jpg", a_picture())]})
    (id,) = kept_in(page)
    page = carla.send(step, **HERE | {"do": f"take_away.{id}"}, **{"answers.waar": "Hier", "files.foto": ["", id]})
    assert kept_in(page) == []
    assert 'value="Hier"' in page
    assert files.known(database, [id]) == {}


def test_nobody_sends_along_what_another_put_there(carla: Reader, anna: Reader, bus: FakeBus) -> None:
    step = begun(carla)
    (id,) = kept_in(carla.send(step, 422, **HERE, **{"sent.foto": [sent("lek.jpg", a_picture())]}))
    anna.see("/desk/register")
    page = anna.send("/desk/register", do="show_questions", catalogue_item="lek", **{"files.foto": ["", id]})
    assert kept_in(page) == []
    anna.send("/desk/register", do=f"take_away.{id}", catalogue_item="lek")
    assert f'src="/files/{id}/small"' in carla.see(step)


def test_the_desk_sends_a_file_with_what_it_registers(anna: Reader, bus: FakeBus, database: Database) -> None:
    bus.answers["intake.find_customers"] = {"items": [CUSTOMER]}
    anna.see("/desk/register")
    told = {"catalogue_item": "lek", "kind": "malfunction", "summary": "Lek", "customer": "C-1", "channel": "phone"}
    page = anna.send("/desk/register", do="find_customer", **told, **{"sent.foto": [sent("lek.jpg", a_picture())]})
    (id,) = kept_in(page)
    page = anna.send("/desk/register", 422, do="register", **told, **{"files.foto": ["", id], "answers.waar": ""})
    assert kept_in(page) == [id]
    anna.send("/desk/register", do="register", **told, **{"files.foto": ["", id], "answers.waar": "Hal"})
    (said,) = (said for said in bus.said if said.method == "register_notification")
    assert said.arguments[0]["answers"]["foto"] == [of(database, id).told()]
    assert of(database, id).belongs_to == NUMBER
    assert anna.client.get(f"/files/{id}").status_code == 200


def checked(carla: Reader) -> str:
    """Everything filled in, up to the button that sends; answers the id of the picture."""
    step = begun(carla)
    (id,) = kept_in(carla.send(step, 422, **HERE, **{"sent.foto": [sent("lek.jpg", a_picture())]}))
    carla.send(step, **HERE, **{"answers.waar": "Hier", "files.foto": ["", id]})
    carla.send(carla.at, remark="")
    return id


def test_a_refusal_lets_the_file_go_and_a_repeat_has_it_again(carla: Reader, bus: FakeBus, database: Database) -> None:
    id = checked(carla)
    bus.answers["intake.register_notification"] = Invalid("No.", {"answers": {"waar": ["Answer this question."]}})
    carla.send(carla.at, 422)
    assert of(database, id).held_for is None
    bus.answers["intake.register_notification"] = Unavailable("intake is away.")
    carla.send(carla.at, 503)
    # It may be registered after all, so nobody else can have the file; the same form can.
    assert of(database, id).held_for
    bus.answers["intake.register_notification"] = SHOWN
    carla.send(carla.at)
    assert of(database, id).belongs_to == NUMBER


def test_a_file_that_is_gone_is_named_in_the_refusal(carla: Reader, bus: FakeBus, database: Database) -> None:
    id = checked(carla)
    files.take_away(database, id=id, account="carla")
    carla.send(carla.at)
    (said,) = (said for said in bus.said if said.method == "register_notification")
    assert said.arguments[0]["answers"]["foto"] == ["lek.jpg"]


def test_the_page_of_a_notification_shows_its_files(carla: Reader, bus: FakeBus) -> None:
    told = [
        {"id": "a" * 32, "name": "lek.jpg", "type": "image/jpeg", "size": 1_234_567},
        {"id": "b" * 32, "name": "plan <1>.pdf", "type": "application/pdf", "size": 340},
    ]
    text = {"nl": "Foto?", "en": "Picture?"}
    answers: list[dict[str, Any]] = [{"code": "foto", "question": text, "answer": text, "files": told}]
    item = {"code": "lek", "version": 1, "name": text, "category": "E", "promise": None}
    bus.answers["intake.get_notification"] = SHOWN | {"catalogue_item": item, "answers": answers}
    page = carla.see(f"/notifications/{NUMBER}")
    assert f'<img src="/files/{"a" * 32}/small" alt="" loading="lazy">' in page
    assert "1,2 MB" in page
    assert f'href="/files/{"b" * 32}"' in page
    assert "1 kB" in page
