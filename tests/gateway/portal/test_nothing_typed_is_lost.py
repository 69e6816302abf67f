"""When somebody else was first or the session is over, what was typed stays, and there is a way back."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from services.gateway.identity import SESSION_COOKIE
from services.gateway.use_cases.accounts import add_account
from services.shared.errors import Forbidden, Invalid, NotFound, Refused, Unavailable
from services.shared.kit.database import Database
from tests.gateway.builders import FakeBus
from tests.gateway.conftest import NOON, PASSWORD
from tests.gateway.portal.reader import CUSTOMER, PLACE, SHOWN, Reader

pytestmark = pytest.mark.usefixtures("accounts", "services")
HERE = "/notifications/M26-000042"
KEPT = '<blockquote class="text">Op de begane grond</blockquote>'

WORK_ORDER: dict[str, Any] = {
    **dict.fromkeys(("location", "urgency", "specialist", "remark", "contact_point", "solution")),
    **dict.fromkeys(("accepted_at", "started_at", "completed_at", "cancelled_at")),
    "number": "W26-000001",
    "notification": "M26-000042",
    "team": {"code": "T", "name": {"nl": "Techniek", "en": "Technical"}},
    "status": "offered",
    "kind": "malfunction",
    "summary": "Lamp",
    "description": "",
    "answers": [],
    "made_at": SHOWN["registered_at"],
    "actions": [],
}


def with_customer(**more: Any) -> dict[str, Any]:
    return {**SHOWN, "status": "with_customer", "question": "Welke lamp?", "actions": ["answer"], **more}


def test_every_form_that_answers_says_what_it_answers(carla: Reader, anna: Reader, bus: FakeBus) -> None:
    assert 'name="to" value="customer"' in anna.see(HERE)
    anna.send(f"{HERE}/answer", text="Daar", to="customer")
    bus.answers["intake.get_notification"] = with_customer()
    assert 'name="to" value="question"' in anna.see(HERE)
    assert 'name="to" value="question"' in carla.see(HERE)
    carla.send(f"{HERE}/answer", text="Die ene", to="question")
    answers = [said.arguments[1] for said in bus.said if said.method == "answer_notification"]
    assert answers == [{"text": "Daar", "to": "customer"}, {"text": "Die ene", "to": "question"}]


def test_an_answer_never_moves_into_the_form_of_the_other_kind(anna: Reader, bus: FakeBus) -> None:
    anna.see(HERE)
    bus.answers["intake.get_notification"] = with_customer()
    bus.answers["intake.answer_notification"] = Refused("a_question_is_open", "Notification M26-000042 has …")
    page = anna.send(f"{HERE}/answer", 409, text="Op de begane grond", to="customer")
    assert "A question to the customer is open by now; your answer has not been sent." in page
    assert KEPT in page
    assert "Op de begane grond</textarea>" not in page


def test_a_text_whose_form_is_gone_can_be_copied(carla: Reader, bus: FakeBus) -> None:
    bus.answers["intake.get_notification"] = with_customer()
    carla.see(HERE)
    bus.answers["intake.get_notification"] = {**SHOWN, "actions": []}
    bus.answers["intake.answer_notification"] = Refused("no_question_is_open", "Notification M26-000042 has …")
    page = carla.send(f"{HERE}/answer", 409, text="Op de begane grond", to="question")
    assert "De vraag is al beantwoord; uw tekst is niet bewaard als antwoord." in page
    assert "Dit had u getypt" in page
    assert KEPT in page


def test_a_text_is_kept_when_the_page_itself_is_out_of_sight(anna: Reader, bus: FakeBus) -> None:
    anna.see(HERE)
    bus.answers["intake.answer_notification"] = Forbidden("No.")
    bus.answers["intake.get_notification"] = NotFound("There is no notification M26-000042.")
    assert KEPT in anna.send(f"{HERE}/answer", 404, text="Op de begane grond", to="customer")


@pytest.mark.parametrize(("token", "status"), [(True, 401), (False, 400)])
def test_a_form_sent_after_the_session_leads_through_the_log_in(
    browser: Callable[[], FlaskClient], token: bool, status: int
) -> None:
    reader = Reader(browser()).log_in("carla")
    reader.see(HERE)
    reader.client.delete_cookie(SESSION_COOKIE)
    if not token:
        reader.client.delete_cookie("balie_form")
    page = reader.send(f"{HERE}/note", status, text="Op de begane grond")
    assert "U was uitgelogd. Log in en ga verder." in page
    assert "niet te lezen" not in page
    assert KEPT in page
    assert page.count(f'name="next" value="{HERE}"') == 2
    reader.send("/login", name="carla", password=PASSWORD, next=HERE)
    assert reader.at == HERE


def test_a_log_in_page_that_was_open_too_long_is_shown_again(browser: Callable[[], FlaskClient]) -> None:
    reader = Reader(browser())
    reader.see("/login")
    reader.client.delete_cookie("balie_form")
    page = reader.send("/login", 400, name="carla", password="geheim-geheim", next=HERE)
    assert "Deze pagina stond te lang open. Log opnieuw in." in page
    assert f'name="next" value="{HERE}"' in page
    assert "geheim-geheim" not in page


def test_a_form_of_another_session_is_told_with_what_was_typed(browser: Callable[[], FlaskClient]) -> None:
    reader = Reader(browser()).log_in("carla")
    reader.see(HERE)
    reader.client.delete_cookie("balie_form")
    page = reader.send(f"{HERE}/note", 400, text="Op de begane grond")
    assert "Dit formulier is niet verstuurd" in page
    assert KEPT in page


def came_back_to(page: str) -> str:
    found = re.search(r'name="next" value="([^"]*)"', page)
    assert found
    return found[1]


def test_a_refused_form_is_come_back_to_at_its_page(carla: Reader, anna: Reader) -> None:
    carla.see(HERE)
    assert came_back_to(carla.send(f"{HERE}/answer", 422, text="")) == HERE
    anna.see("/desk/register")
    assert came_back_to(anna.send("/desk/register", 422, do="register")) == "/desk/register"
    carla.see("/report")
    first = came_back_to(carla.send("/report", 422, summary="", description="Koud"))
    assert "Koud" in carla.see(first)
    assert came_back_to(Reader(anna.client).see("/desk?q=lamp")) == "/desk?q=lamp"


def test_a_refused_log_in_keeps_where_one_was_going(browser: Callable[[], FlaskClient]) -> None:
    reader = Reader(browser())
    reader.see("/login")
    assert came_back_to(reader.send("/login", 422, name="", next=HERE)) == f"/login?next={HERE}"


def test_the_summary_names_the_question(anna: Reader) -> None:
    anna.see("/desk/register")
    page = anna.send("/desk/register", 422, do="register", catalogue_item="lamp")
    assert '<a href="#f-answers-count">How many? Answer this question.</a>' in page


def test_the_only_hit_is_chosen_and_has_the_focus(anna: Reader, bus: FakeBus) -> None:
    bus.answers["intake.find_customers"] = {"items": [CUSTOMER]}
    assert re.search(r'name="customer_q"[^>]* autofocus', anna.see("/desk/register"))
    page = anna.send("/desk/register", do="find_customer", customer_q="carla")
    assert re.search(r'name="customer" value="C-1" checked autofocus', page)
    assert page.count("autofocus") == 1
    bus.answers["intake.find_customers"] = {"items": [CUSTOMER, {**CUSTOMER, "code": "C-2"}]}
    page = anna.send("/desk/register", do="find_customer", customer_q="carla")
    assert re.search(r'name="customer" value="C-1" autofocus', page)


@pytest.mark.parametrize("words", ["M26-000042", "m26-42", "26-42", " M 26-042 "])
def test_a_number_leads_straight_to_its_notification(anna: Reader, words: str) -> None:
    anna.see(f"/desk?tab=ready&q={words}")
    assert anna.at == HERE


def test_a_number_of_nothing_is_only_searched_for(anna: Reader, bus: FakeBus) -> None:
    bus.answers["intake.get_notification"] = NotFound("There is no notification M26-000099.")
    anna.see("/desk?q=26-99")
    assert anna.at == "/desk"


def test_a_place_is_chosen_by_the_customer_and_nobody_else(carla: Reader, bus: FakeBus) -> None:
    bus.answers["intake.find_locations"] = {"items": [{**PLACE, "code": f"A-{one}"} for one in range(20)]}
    carla.see("/report")
    carla.send("/report", kind="malfunction", summary="Lek")
    step = carla.at
    page = carla.send(step, location_query="kamer", do="find_location")
    assert " checked" not in page
    assert "Dit zijn de eerste 20 plekken" in page
    asked = {"location_query": "kamer", "shown_location": "yes", "do": "next"}
    assert "Kies een plek, of" in carla.send(step, 422, **asked)
    carla.send(step, **asked, location="")
    assert carla.at.endswith("/contact")
    assert re.search(r'name="location" value="" checked', carla.see(step))


def test_what_only_comes_near_is_said_to_be_so(carla: Reader, anna: Reader, bus: FakeBus) -> None:
    bus.answers["intake.find_locations"] = {"items": [PLACE], "near": True}
    said = "‘hal 312’ staat niet zo op onze lijst. Bedoelt u een van deze?"
    carla.see("/report")
    carla.send("/report", kind="malfunction", summary="Lek")
    assert said in carla.send(carla.at, location_query="hal 312", do="find_location")
    said = "“hal 312” is not written like that on our list. Do you mean one of these?"
    assert said in anna.send("/desk/register", do="find_location", location_q="hal 312")


def test_that_no_place_was_found_is_said_beside_the_one_chosen_before(carla: Reader, bus: FakeBus) -> None:
    carla.see("/report")
    carla.send("/report", kind="malfunction", summary="Lek")
    carla.send(carla.at, location_query="hal", location=PLACE["code"], do="find_location")
    assert "Geen plek gevonden" not in carla.page
    bus.answers["intake.find_locations"] = lambda asked: {"items": [PLACE] if asked.get("codes") else []}
    page = carla.send(carla.at.partition("#")[0], location_query="xyzzy", location=PLACE["code"], do="find_location")
    assert "Geen plek gevonden voor ‘xyzzy’." in page
    assert re.search(rf'name="location" value="{PLACE["code"]}" checked', page)


def test_none_of_these_drops_the_questions(carla: Reader) -> None:
    carla.see("/report?item=lamp")
    carla.send("/report", kind="malfunction", summary="Lek", item="lamp")
    step = carla.at
    assert "Hoeveel?" in carla.page
    carla.send(step, catalogue_item="", shown="lamp", shown_catalogue_item="yes", do="next", **{"answers.count": "2"})
    assert carla.at.endswith("/contact")
    assert "Hoeveel?" not in carla.see(step.replace("where", "check"))


def test_changing_one_step_comes_back_to_the_last(carla: Reader) -> None:
    carla.see("/report")
    carla.send("/report", kind="malfunction", summary="Lek")
    check = carla.at.replace("where", "check")
    for step in ("what", "where", "contact"):
        there = check.replace("check", step)
        assert f'href="{there}?back=check"' in carla.see(check)
        assert 'name="back" value="check"' in carla.see(f"{there}?back=check")
        carla.send(there, kind="wish", summary="Lek", back="check")
        assert carla.at == check


def test_a_work_order_tells_whose_it_is_and_goes_without(anna: Reader, bus: FakeBus) -> None:
    entry = {"at": SHOWN["registered_at"], "by": "Anna", "for_customer": True}
    said = [{**entry, "what": "asked", "text": "Welke lamp?"}, {**entry, "what": "answered", "text": "Bij het raam"}]
    bus.answers["intake.get_notification"] = {**SHOWN, "timeline": [*SHOWN["timeline"], *said]}
    bus.answers["routing.get_work_order"] = WORK_ORDER
    page = anna.see("/work-orders/W26-000001")
    assert '<a href="tel:06-1">06-1</a>' in page
    assert "Welke lamp?" in page
    assert "Bij het raam" in page
    bus.answers["intake.get_notification"] = NotFound("There is no notification M26-000042.")
    assert "tel:" not in anna.see("/work-orders/W26-000001")


def test_a_work_order_tells_what_was_answered_in_the_readers_language(
    anna: Reader, browser: Callable[[], FlaskClient], bus: FakeBus, database: Database
) -> None:
    add_account(database, name="tom", full_name="Tom", password=PASSWORD, roles=["specialist"], now=NOON)
    tom = Reader(browser()).log_in("tom")
    bus.answers["intake.get_notification"] = Unavailable("intake is away.")
    bus.answers["routing.get_work_order"] = WORK_ORDER
    assert 'id="answers"' not in tom.see("/work-orders/W26-000001")
    question = {"nl": "Komt het water bij stopcontacten?", "en": "Does the water reach sockets?"}
    answer = {"code": "stroom", "question": question, "answer": {"nl": "Ja <b>", "en": "Yes <b>"}}
    bus.answers["routing.get_work_order"] = {**WORK_ORDER, "answers": [answer]}
    tom.see("/work-orders/W26-000001")
    assert '<dt>Komt het water bij stopcontacten?</dt><dd class="text">Ja &lt;b&gt;</dd>' in tom.raw
    assert tom.page.index('id="description"') < tom.page.index('id="answers"') < tom.page.index('id="facts"')
    assert '<dt>Does the water reach sockets?</dt><dd class="text">Yes <b></dd>' in anna.see("/work-orders/W26-000001")


def test_an_objection_is_called_one_on_both_sides(carla: Reader, anna: Reader, bus: FakeBus) -> None:
    entry = {"at": SHOWN["registered_at"], "what": "reopened", "text": "Nee", "for_customer": True}
    bus.answers["intake.get_notification"] = {**SHOWN, "timeline": [{**entry, "by": CUSTOMER["name"]}]}
    assert "<strong>Bezwaar gemaakt</strong>" in carla.see(HERE)
    assert "<strong>Objection made</strong>" in anna.see(HERE)
    bus.answers["intake.get_notification"] = {**SHOWN, "timeline": [{**entry, "by": "Anna Bakker"}]}
    assert "<strong>Heropend</strong>" in carla.see(HERE)


def test_the_enter_key_leads_to_the_hits_of_the_words_that_are_new(anna: Reader, bus: FakeBus) -> None:
    bus.answers["intake.find_customers"] = {"items": [CUSTOMER, {**CUSTOMER, "code": "C-2"}]}
    anna.see("/desk/register")
    page = anna.send("/desk/register", do="find", customer_q="carla", location_q="k", looked_up_customer_q="carla")
    assert re.search(r'name="location" value="A-2" checked autofocus', page)
    assert page.count("autofocus") == 1
    typed = {"location": "", "location_q": "k", "looked_up_location_q": "k"}
    page = anna.send("/desk/register", do="find", customer_q="carla", **typed)
    assert re.search(r'name="location" value="" checked', page)
    assert re.search(r'name="customer" value="C-1" autofocus', page)


def test_a_year_out_of_reach_is_told(anna: Reader, bus: FakeBus) -> None:
    bus.answers["reporting.get_factsheet"] = Invalid("…", {"from": ["Give a year from 1900 to 2999."]})
    assert "Give a year from 1900 to 2999." in anna.see("/factsheet?from=0001-01-01&to=2026-11-21", 422)


def test_a_solution_that_came_too_late_can_be_copied(
    browser: Callable[[], FlaskClient], bus: FakeBus, database: Database
) -> None:
    add_account(database, name="tom", full_name="Tom", password=PASSWORD, roles=["specialist"], now=NOON)
    reader = Reader(browser()).log_in("tom")
    bus.answers["routing.get_work_order"] = WORK_ORDER
    reader.see("/work-orders/W26-000001")
    bus.answers["routing.complete_work_order"] = Refused("not_started", "Work order W26-000001 …")
    page = reader.send("/work-orders/W26-000001/complete", 409, solution="Op de begane grond")
    assert "Dit had u getypt" in page
    assert KEPT in page
