"""The item that was chosen on a form: its answers stay its own, fit its questions, and wait while it is away."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from werkzeug.datastructures import FileStorage

from services.gateway.domain.file import File
from services.gateway.use_cases import files
from services.shared.errors import Unavailable
from services.shared.kit.database import Database
from tests.gateway.builders import FakeBus
from tests.gateway.portal.reader import CUSTOMER, ITEM, Reader
from tests.gateway.portal.test_catalogue import CHOICES, a_question
from tests.gateway.sent_files import a_picture

pytestmark = pytest.mark.usefixtures("accounts", "services")
LEAK = ITEM | {"code": "lek", "questions": [a_question("waar"), a_question("foto", "file", required=False)]}
POWER = ITEM | {"code": "stroom", "questions": [a_question("waar")]}
BOXES = ITEM | {"code": "dozen", "questions": [a_question("waar", "choices", choices=CHOICES)]}
HERE = {"catalogue_item": "lek", "shown": "lek", "do": "next", "asked": "waar foto"}
AWAY = Unavailable("catalog is away.")
CALL = {"catalogue_item": "lek", "shown": "lek", "kind": "malfunction", "summary": "Lek", "customer": "C-1"} | {
    "channel": "phone",
    "token": "t" * 24,
}


@pytest.fixture(autouse=True)
def catalogue(bus: FakeBus, services: None) -> dict[str, Any]:
    """The items there are, by code; a test may change them."""
    there = {"lek": LEAK, "stroom": POWER, "dozen": BOXES}
    bus.answers |= {"catalog.get_item": lambda code: there[code], "intake.find_customers": {"items": [CUSTOMER]}}
    return there


def begun(carla: Reader, item: str = "lek") -> str:
    """The address of the second step."""
    carla.see(f"/report?item={item}")
    carla.send("/report", item=item, kind="malfunction", summary="Het lekt", description="")
    return carla.at


def photo() -> FileStorage:
    return FileStorage(io.BytesIO(a_picture()), "lek.jpg")


def kept_in(page: str) -> list[str]:
    return re.findall(r'name="files\.foto" value="(\w+)"', page)


def registered(bus: FakeBus) -> list[Any]:
    return [said.arguments[0]["answers"] for said in bus.said if said.method == "register_notification"]


def of(database: Database, id: str) -> File:
    return files.known(database, [id])[id]


@pytest.mark.parametrize("answer", [{"choices.waar": ["", "klein"]}, {"answers.waar": "Hal"}])
def test_answers_do_not_follow_to_another_item(carla: Reader, anna: Reader, answer: dict[str, Any]) -> None:
    step = begun(carla, "dozen")
    told = {"shown": "dozen", "asked": "waar", "do": "next"} | answer
    carla.send(step, catalogue_item="stroom", **told)
    assert 'name="answers.waar" type="text" value=""' in carla.page
    anna.see("/desk/register")
    anna.send("/desk/register", **CALL | told | {"catalogue_item": "stroom", "do": "show_questions"})
    assert 'name="answers.waar" type="text" value=""' in anna.page


def test_files_do_not_follow_to_another_item(carla: Reader, catalogue: dict[str, Any]) -> None:
    catalogue["stroom"] = LEAK | {"code": "stroom"}
    step = begun(carla)
    carla.send(step, **HERE | {"catalogue_item": "stroom"}, **{"sent.foto": [photo()]})
    assert kept_in(carla.page) == []


def test_what_was_answered_before_stays_while_a_place_is_looked_for(carla: Reader) -> None:
    step = begun(carla)
    carla.send(step, **HERE | {"do": "find_location", "location_query": "hal"}, **{"answers.waar": "Bij het raam"})
    assert 'value="Bij het raam"' in carla.page


@pytest.mark.parametrize("type", ["choice", "choices", "number", "file", "text", "date"])
def test_an_answer_of_another_shape_is_dropped(
    carla: Reader, bus: FakeBus, catalogue: dict[str, Any], type: str
) -> None:
    step = begun(carla)
    carla.send(step, **HERE, **{"answers.waar": "Hal", "sent.foto": [photo()]})
    asked = [a_question(code, type, choices=CHOICES, required=False) for code in ("waar", "foto")]
    catalogue["lek"] = LEAK | {"questions": asked}
    carla.see(step)
    carla.see(step.replace("where", "check"))
    carla.send(carla.at)
    (answers,) = registered(bus)
    assert answers.keys() == {"file": {"foto"}, "choices": set()}.get(type, {"waar"})


@pytest.mark.parametrize("name", ["answers.foto", "choices.foto", "choices.waar"])
def test_an_answer_that_nobody_could_type_is_dropped(carla: Reader, anna: Reader, bus: FakeBus, name: str) -> None:
    step = begun(carla)
    carla.send(step, 422 if name == "choices.waar" else 200, **HERE, **{"answers.waar": "Hal", name: "x"})
    anna.see("/desk/register")
    anna.send("/desk/register", **CALL | {"do": "show_questions"}, **{"answers.waar": "Hal", name: "x"})
    assert kept_in(anna.page) == []


def test_while_the_catalogue_is_away_a_customer_loses_nothing(
    carla: Reader, bus: FakeBus, catalogue: dict[str, Any], database: Database
) -> None:
    step, there = begun(carla), bus.answers["catalog.get_item"]
    bus.answers["catalog.get_item"] = AWAY
    page = carla.send(step, 503, **HERE, **{"answers.waar": "Bij het raam", "sent.foto": [photo()]})
    assert "De catalogus antwoordt nu niet. Alles wat u invulde, is bewaard" in page
    assert 'name="catalogue_item" value="lek" checked' in page
    carla.see(step.replace("where", "check"))
    carla.send(carla.at, 503)
    assert registered(bus) == []
    carla.see(step)
    bus.answers["catalog.get_item"] = there
    page = carla.send(step, catalogue_item="lek", do="next")
    assert 'value="Bij het raam"' in page
    (id,) = kept_in(page)
    carla.send(step, **HERE, **{"answers.waar": "Bij het raam", "files.foto": ["", id]})
    carla.send(step.replace("where", "check"))
    assert registered(bus) == [{"waar": "Bij het raam", "foto": [of(database, id).told()]}]


def test_while_the_catalogue_is_away_the_desk_loses_nothing(
    anna: Reader, bus: FakeBus, catalogue: dict[str, Any], database: Database
) -> None:
    catalogue["lek"] = LEAK | {"questions": [*LEAK["questions"], a_question("maat", "choices", choices=CHOICES)]}
    there = bus.answers["catalog.get_item"]
    anna.see("/desk/register")
    bus.answers["catalog.get_item"] = AWAY
    typed = {"answers.waar": "Hal\nbij 'het' raam", "choices.maat": ["", "klein", "groot"], "sent.foto": [photo()]}
    page = anna.send("/desk/register", 503, **CALL, **typed, do="register")
    assert "The catalogue does not answer right now. Everything you filled in is kept" in page
    assert 'name="catalogue_item" value="lek" checked' in page
    hidden = re.findall(r'type="hidden" name="((?:answers|choices|files|shown)[\w.]*)" value="([^"]*)"', page)
    (id,) = kept_in(page)
    assert hidden == [
        ("shown", "lek"),
        ("answers.waar", "Hal\nbij 'het' raam"),
        ("choices.maat", "klein"),
        ("choices.maat", "groot"),
        ("files.foto", id),
    ]
    assert registered(bus) == []
    bus.answers["catalog.get_item"] = there
    again = {"answers.waar": "Hal", "choices.maat": ["klein", "groot"], "files.foto": [id]}
    anna.send("/desk/register", **CALL, **again, do="register")
    assert registered(bus) == [{"waar": "Hal", "maat": ["klein", "groot"], "foto": [of(database, id).told()]}]


def test_a_button_pressed_twice_sends_the_same_file(anna: Reader, bus: FakeBus, database: Database) -> None:
    anna.see("/desk/register")
    for _ in range(2):
        anna.send("/desk/register", **CALL, **{"answers.waar": "Hal", "sent.foto": [photo(), photo()]}, do="register")
    first, second = (said for said in bus.said if said.method == "register_notification")
    assert first.arguments == second.arguments
    assert first.context["idempotency_key"] == second.context["idempotency_key"]
    (told,) = first.arguments[0]["answers"]["foto"]
    assert of(database, told["id"]).told() == told
    anna.send("/desk/register", **CALL | {"token": "u" * 24}, do="show_questions", **{"sent.foto": [photo()]})
    assert kept_in(anna.page) != [told["id"]]
