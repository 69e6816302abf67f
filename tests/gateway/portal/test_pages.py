"""What the portal's pages promise: nothing typed is lost, nothing is sent twice, nobody is led away."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from services.shared.errors import Invalid, NotFound, Refused, Unavailable
from tests.gateway.builders import FakeBus
from tests.gateway.conftest import PASSWORD
from tests.gateway.portal.reader import PLACE, SHOWN, Reader

pytestmark = pytest.mark.usefixtures("accounts", "services")


def test_four_steps_make_one_notification_with_one_key(carla: Reader, bus: FakeBus) -> None:
    assert "Stap 1 van 4" in carla.see("/report?kind=malfunction")
    carla.send("/report", kind="malfunction", summary="De lamp knippert", description="Sinds gisteren")
    step = carla.at
    assert "<title>Stap 2 van 4 · Waar is het? · Balie</title>" in carla.page
    carla.send(step, location_query="kamer", do="find_location")
    assert '-hint">Stadhuis</p>' in carla.page
    carla.send(step, location_query="kamer", location="A-2", catalogue_item="lamp", do="next")
    assert "Hoeveel?" in carla.page
    chosen = {"location_query": "kamer", "location": "A-2", "catalogue_item": "lamp", "shown": "lamp", "do": "next"} | {
        "asked": "count"
    }
    assert "Beantwoord deze vraag." in carla.send(step, 422, **chosen)
    assert "Geef 9 of minder." in carla.send(step, 422, **chosen, **{"answers.count": "12"})
    assert 'value="12"' in carla.page
    carla.send(step, **chosen, **{"answers.count": "2"})
    assert "Stap 3 van 4" in carla.page
    carla.send(carla.at, remark="Na 14.00 uur")
    assert "Stap 4 van 4" in carla.page
    assert PLACE["path"] in carla.page

    check = carla.at
    carla.send(check)
    assert "M26-000042" in carla.page
    carla.send(check)
    assert carla.at.endswith("/sent")
    sent = [said for said in bus.said if said.method == "register_notification"]
    assert len(sent) == 1
    assert sent[0].arguments == (
        {
            "kind": "malfunction",
            "channel": "portal",
            "summary": "De lamp knippert",
            "description": "Sinds gisteren\n\nZo bent u mij het beste te bereiken: Na 14.00 uur",
            "location": "A-2",
            "catalogue_item": "lamp",
            "answers": {"count": 2},
        },
    )
    assert len(sent[0].context["idempotency_key"]) >= 16


def test_what_was_typed_stays_when_a_service_is_down(carla: Reader, bus: FakeBus) -> None:
    carla.see("/report")
    page = carla.send("/report", 422, summary="", description="Het is <b>koud</b>")
    assert "Het is <b>koud</b>" in page
    assert 'href="#f-summary"' in page
    assert 'aria-describedby="f-summary-help f-summary-error"' in page
    draft = carla.at
    steps = re.search(r'action="(/report/[^"]+)/what"', page)
    assert draft == "/report"
    assert steps
    carla.send(f"{steps[1]}/what", kind="complaint", summary="Koud", description="Het is <b>koud</b>")
    carla.send(f"{steps[1]}/contact", remark="")
    bus.answers["intake.register_notification"] = Unavailable("intake does not answer.")
    page = carla.send(f"{steps[1]}/check", 503)
    assert "Een deel van Balie geeft nu geen antwoord." in page
    assert "Koud" in page
    bus.answers["intake.register_notification"] = SHOWN
    carla.send(f"{steps[1]}/check")
    keys = {said.context["idempotency_key"] for said in bus.said if said.method == "register_notification"}
    assert len(keys) == 1


def test_a_place_that_was_not_found_still_reaches_the_desk(carla: Reader, bus: FakeBus) -> None:
    carla.see("/report")
    carla.send("/report", kind="malfunction", summary="Lek")
    step = carla.at
    carla.send(step, location_query="achter het hek", do="next")
    assert carla.at == step
    carla.send(step, location_query="achter het hek", do="next")
    carla.send(step.replace("where", "check"))
    request = bus.said[-1].arguments[0]
    assert request["description"] == "Plaats: achter het hek"


def test_a_refused_action_comes_back_open_and_filled_in(anna: Reader, bus: FakeBus) -> None:
    anna.see("/notifications/M26-000042")
    assert "Internal" in anna.page
    bus.answers["intake.answer_notification"] = Refused(
        "nothing_to_answer", "Notification M26-000042 has nothing to answer now; it is closed."
    )
    page = anna.send("/notifications/M26-000042/answer", 409, text="Op de begane grond")
    assert "Notification M26-000042 has nothing to answer now; it is closed." in page
    assert "Op de begane grond</textarea>" in page
    assert 'id="do-answer" open' in page


@pytest.mark.parametrize(
    ("status", "first_line", "told"),
    [
        ("forwarded", False, ["Promised"]),
        ("closed", False, ["Was promised"]),
        ("closed", True, []),
        ("cancelled", False, []),
    ],
)
def test_a_promise_is_told_while_it_means_something(
    anna: Reader, bus: FakeBus, status: str, first_line: bool, told: list[str]
) -> None:
    text = {"nl": "Binnen 2 werkdagen.", "en": "Within 2 working days."}
    item = {"code": "lamp", "version": 1, "name": text, "promise": {"text": text}}
    bus.answers["intake.get_notification"] = SHOWN | {
        "status": status,
        "first_line": first_line,
        "catalogue_item": item,
    }
    page = anna.see("/notifications/M26-000042")
    assert re.findall(r"<dt>(\w*\s?[Pp]romised)</dt>", page) == told


def test_html_is_ordinary_text(browser: Callable[[], FlaskClient]) -> None:
    reader = Reader(browser()).log_in("anna")
    raw = reader.client.get("/notifications/M26-000042").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in raw
    assert "<b>knippert</b>" not in raw
    assert not re.search(r"\sstyle=|<style|<script>|\son\w+=", raw)


def test_the_desk_registers_and_answers_in_one_go(anna: Reader, bus: FakeBus) -> None:
    anna.see("/desk/register?customer=C-1")
    typed = {"customer": "C-1", "kind": "information", "channel": "counter", "summary": "Waar?", "token": "t" * 24}
    page = anna.send("/desk/register", 422, do="register_and_answer", **typed)
    assert 'href="#f-answer"' in page
    assert "register_notification" not in [said.method for said in bus.said]
    anna.send("/desk/register", do="register_and_answer", answer="Daar", **typed)
    made = [said for said in bus.said if said.method in ("register_notification", "answer_notification")]
    assert [said.context["idempotency_key"] for said in made] == ["t" * 24]
    assert made[0].arguments[0]["answer"] == {"text": "Daar"}


def test_the_queue_shows_though_routing_is_down(anna: Reader) -> None:
    assert "Nothing waits for the desk right now." in anna.see("/desk")


def test_a_filter_that_cannot_be_used_is_told(anna: Reader, bus: FakeBus) -> None:
    bus.answers["intake.list_notifications"] = Invalid("…", {"kind": ["Must be one of: wish."]})
    assert "Must be one of: wish." in anna.see("/desk?kind=zzz", 422)


@pytest.mark.parametrize("address", ["//evil.example", "/\\evil.example", "https://evil.example", "/\tevil"])
def test_signing_in_leads_nowhere_else(browser: Callable[[], FlaskClient], address: str) -> None:
    reader = Reader(browser())
    reader.see("/login")
    reader.send("/login", name="carla", password=PASSWORD, next=address)
    assert reader.at == "/"


def test_signing_in_comes_back_to_the_page(browser: Callable[[], FlaskClient]) -> None:
    reader = Reader(browser())
    assert 'name="next" value="/notifications?status=ready"' in reader.see("/notifications?status=ready")
    reader.send("/login", name="carla", password=PASSWORD, next="/notifications?status=ready")
    assert reader.at == "/notifications"


def test_a_wrong_password_is_told_beside_what_was_typed(browser: Callable[[], FlaskClient]) -> None:
    reader = Reader(browser())
    reader.see("/login")
    page = reader.send("/login", 403, name="carla", password="verkeerd")
    assert "Dit account en wachtwoord horen niet bij elkaar." in page
    assert 'value="carla"' in page
    assert "verkeerd" not in page


def test_errors_are_pages_in_the_readers_language(carla: Reader, anna: Reader, bus: FakeBus) -> None:
    assert "U mag deze pagina niet zien" in carla.see("/desk", 403)
    assert "Deze pagina bestaat niet" in carla.see("/nergens", 404)
    bus.answers["intake.get_notification"] = NotFound("There is no notification M26-999999.")
    assert "This page does not exist" in anna.see("/notifications/M26-999999", 404)
    bus.answers["intake.get_notification"] = Unavailable("intake does not answer.")
    page = anna.see("/notifications/M26-000042", 503)
    assert re.search(r"Code for the desk: <code>[0-9a-f-]+</code>", page)


def test_the_language_can_be_changed_and_is_remembered(carla: Reader) -> None:
    carla.see("/notifications")
    assert '<html lang="en">' in carla.send("/language", language="en", next="/notifications")
    assert '<html lang="en">' in carla.see("/")
    assert '<html lang="en">' in carla.send("/language", language="xx", next="//evil.example")
    assert carla.at == "/"
