"""The doors of intake, in a real container: what is wrong is named, what is hidden does not exist."""

from __future__ import annotations

from typing import Any

from services.intake.service import IntakeService
from services.shared.errors import Forbidden, NotFound, Refused
from services.shared.kit.config import Config
from tests.desk import ADMIN, AGENT, CUSTOMER, OTHER_CUSTOMER, SPECIALIST
from tests.doors import Door, assert_the_doors_every_service_has, house_of
from tests.intake.builders import LAMP as BROKEN_LAMP
from tests.intake.builders import (
    everything,
    forwarded,
    heard_made,
    heard_moved,
    intake,
    lay_the_ground,
    registered,
)

LAMP: dict[str, Any] = {"kind": "malfunction", "channel": "portal", "summary": "Lamp boven mijn bureau is uit"}

# Every door that changes one notification, with what it takes.
CHANGES: tuple[tuple[str, tuple[dict[str, Any], ...]], ...] = (
    ("take_notification", ()),
    ("ask_customer", ({"question": "Welke?"},)),
    ("answer_notification", ({"text": "Die."},)),
    ("forward_notification", ({"team": "TECHNIEK"},)),
    ("correct_notification", ({"kind": "complaint"},)),
    ("add_note", ({"text": "Bel eerst."},)),
    ("close_notification", ()),
    ("reopen_notification", ({"reason": "Weer uit."},)),
    ("cancel_notification", ({"reason": "Niet nodig."},)),
    ("rate_notification", ({"score": 4},)),
)


def test_a_notification_is_registered_answered_closed_and_rated(config: Config) -> None:
    lay_the_ground(config)
    with house_of(IntakeService, config) as house, house.door(CUSTOMER) as customer, house.door(AGENT) as agent:
        asked = LAMP | {"location": "SH-2-14", "catalogue_item": "lamp-kapot", "answers": {"aantal": 2}}
        view = customer.call("register_notification", asked)
        registered_at = view["registered_at"]
        assert view == {
            "number": "M26-000001",
            "kind": "malfunction",
            "channel": "portal",
            "level": "click",
            "status": "new",
            "summary": "Lamp boven mijn bureau is uit",
            "description": "",
            "customer": {
                "code": "K0001",
                "name": "Marieke van den Berg",
                "organisation": {"code": "GEM", "name": "Gemeente Rijnstede"},
                "email": "marieke@rijnstede.example",
                "phone": "+31 26 123 45 67",
            },
            "location": {
                "code": "SH-2-14",
                "name": "Vergaderzaal De Brug",
                "path": "Stadhuis › Vergaderzaal De Brug",
            },
            "team": None,
            "contact_point": None,
            "catalogue_item": {
                "code": "lamp-kapot",
                "version": 3,
                "name": {"nl": "Lamp kapot", "en": "Broken lamp"},
                "category": "ELEKTRA",
                "promise": None,
            },
            "answers": [
                {
                    "code": "aantal",
                    "question": {"nl": "Hoeveel lampen?", "en": "How many lamps?"},
                    "answer": {"nl": "2", "en": "2"},
                    "files": [],
                }
            ],
            "impact": None,
            "urgency": None,
            "question": None,
            "first_line": False,
            "rating": None,
            "work_orders": [],
            "registered_at": registered_at,
            "changed_at": registered_at,
            "ready_at": None,
            "closed_at": None,
            "actions": ["note", "cancel"],
            "timeline": [
                {
                    "at": registered_at,
                    "what": "registered",
                    "by": "Marieke van den Berg",
                    "text": None,
                    "for_customer": True,
                    "about": None,
                }
            ],
        }
        number = view["number"]
        assert agent.call("get_notification", number)["actions"] == [
            "take",
            "ask",
            "answer",
            "forward",
            "note",
            "correct",
            "cancel",
        ]
        assert agent.call("ask_customer", number, {"question": "Welke lamp?"})["status"] == "with_customer"
        assert customer.call("get_notification", number)["question"] == "Welke lamp?"
        assert customer.call("answer_notification", number, {"text": "Die bij het raam."})["status"] == "at_desk"
        agent.call("add_note", number, {"text": "Klinkt boos."})
        solved = agent.call("answer_notification", number, {"text": "De schakelaar zit links."})
        assert (solved["status"], solved["first_line"], solved["contact_point"]) == ("ready", True, "Anouk Terpstra")
        assert agent.call("close_notification", number)["status"] == "closed"
        rated = customer.call("rate_notification", number, {"score": 5, "comment": "Snel!"})
        assert (rated["rating"]["score"], rated["rating"]["comment"]) == (5, "Snel!")
        # The desk's own note and its taking over are not the customer's to read.
        steps = ["registered", "asked", "answered", "solved", "closed", "rated"]
        assert [entry["what"] for entry in customer.call("get_notification", number)["timeline"]] == steps
        seen_by_staff = agent.call("get_notification", number)["timeline"]
        assert [entry["what"] for entry in seen_by_staff] == [*steps[:3], "noted", *steps[3:]]


def test_the_back_office_sees_its_own_and_the_customer_only_what_is_for_them(config: Config) -> None:
    lay_the_ground(config)
    number, other = registered(config), registered(config, OTHER_CUSTOMER)
    forwarded(config, AGENT, number)
    heard_made(config, number)
    heard_moved(config, number, "accepted")
    with house_of(IntakeService, config) as house, house.door(CUSTOMER) as customer, house.door(SPECIALIST) as tom:
        seen = tom.call("get_notification", number)
        assert (seen["actions"], seen["work_orders"]) == (["note"], ["W26-000001"])
        assert (seen["team"]["code"], seen["contact_point"]) == ("TECHNIEK", "Anouk Terpstra")
        assert [entry["what"] for entry in seen["timeline"]] == [
            "registered",
            "forwarded",
            "work_order_made",
            "work_order_accepted",
        ]
        mine = customer.call("get_notification", number)
        assert [entry["what"] for entry in mine["timeline"]] == ["registered", "work_order_accepted"]
        assert mine["actions"] == ["note", "cancel"]
        assert [row["number"] for row in tom.call("list_notifications", {})["items"]] == [number]
        page = customer.call("list_notifications", {})
        assert [row["number"] for row in page["items"]] == [number]
        assert page["next"] is None
        assert set(page["items"][0]["customer"]) == {"code", "name"}
        assert isinstance(tom.refusal("get_notification", other), NotFound)
    with house_of(IntakeService, config) as house, house.door(AGENT) as agent:
        first = agent.call("list_notifications", {"limit": 1})
        assert ([row["number"] for row in first["items"]], first["next"]) == ([other], other)
        second = agent.call("list_notifications", {"limit": 1, "after": first["next"]})
        assert ([row["number"] for row in second["items"]], second["next"]) == ([number], None)


def test_anothers_number_is_refused_in_the_words_for_a_number_that_does_not_exist(config: Config) -> None:
    lay_the_ground(config)
    number = registered(config)
    before = everything(config)
    with house_of(IntakeService, config) as house, house.door(OTHER_CUSTOMER) as other:
        for method, more in (("get_notification", ()), *CHANGES):
            anothers, nobodys = (other.refusal(method, asked, *more) for asked in (number, "M26-000009"))
            assert (type(anothers), type(nobodys)) == (NotFound, NotFound), method
            assert anothers.message == "There is no notification M26-000001."
            assert nobodys.message == "There is no notification M26-000009."
        with house.door(ADMIN) as admin:
            for method, more in (("get_notification", ()), *CHANGES):
                for nonsense in ("M26-000009", "M26\x00", "", 42, None, {}, ["M26-000001"]):
                    assert isinstance(admin.refusal(method, nonsense, *more), NotFound), (method, nonsense)
    assert everything(config) == before


def test_what_cannot_be_used_is_named_per_field(config: Config) -> None:
    lay_the_ground(config)
    number = registered(config)
    before = everything(config)
    with house_of(IntakeService, config) as house, house.door(ADMIN) as admin:
        _assert_bad_registrations_are_refused(admin)
        _assert_bad_steps_are_refused(admin, number)
        _assert_bad_people_are_refused(admin)
        for method, more in CHANGES:
            if more:
                assert admin.errors(method, number, *(one | {"kleur": "rood"} for one in more)) == {
                    "kleur": ["Unknown field."]
                }
        for nonsense in (None, [], "x", 5):
            assert admin.errors("register_notification", nonsense) == {"_schema": ["Invalid input type."]}
            assert admin.errors("list_notifications", nonsense) == {"_schema": ["Invalid input type."]}
    assert everything(config) == before


def _assert_bad_registrations_are_refused(admin: Door) -> None:
    assert admin.errors("register_notification", {}) == {
        "kind": ["Missing data for required field."],
        "channel": ["Missing data for required field."],
        "summary": ["Missing data for required field."],
    }
    wrong = {
        "kind": "storing",
        "channel": 5,
        "summary": "   ",
        "description": "a\x00b",
        "location": "a b",
        "answers": [],
        "urgency": "soon",
        "kleur": "rood",
    }
    errors = admin.errors("register_notification", wrong)
    assert set(errors) == set(wrong)
    assert errors["summary"] == ["Fill this in."]
    assert errors["description"] == ["This contains a character that cannot be kept: U+0000."]
    assert errors["location"] == ["Use letters, digits, '.', '_' and '-' only."]
    assert admin.errors("register_notification", LAMP | {"summary": "a" * 121}) == {
        "summary": ["Use at most 120 characters; this has 121."]
    }
    unanswerable = LAMP | {"customer": "K0001", "catalogue_item": "lamp-kapot", "answers": {"aantal": {"a": 1}}}
    assert admin.errors("register_notification", unanswerable) == {"answers": {"aantal": ["Answer with a number."]}}


def _assert_bad_steps_are_refused(admin: Door, number: str) -> None:
    assert admin.errors("ask_customer", number, {"question": ""}) == {"question": ["Fill this in."]}
    assert admin.errors("add_note", number, {"text": "x", "for_customer": "maybe"}) == {
        "for_customer": ["Not a valid boolean."]
    }
    for score in (0, 6):
        assert admin.errors("rate_notification", number, {"score": score}) == {
            "score": ["Must be greater than or equal to 1 and less than or equal to 5."]
        }
    for score in ("5", 4.5, None):
        assert set(admin.errors("rate_notification", number, {"score": score})) == {"score"}
    assert set(admin.errors("list_notifications", {"status": ["open"], "limit": 0, "kind": "x", "sort": "no"})) == {
        "status",
        "limit",
        "kind",
        "sort",
    }
    assert admin.refusal("list_notifications", {"after": "onzin"}).errors == {  # type: ignore[attr-defined]
        "after": ["Give the `next` of the page before."]
    }


def _assert_bad_people_are_refused(admin: Door) -> None:
    a_customer = {"code": "K0003", "name": "Kees Kok", "organisation": "GEM"}
    assert admin.errors("add_customer", a_customer | {"email": "kees"}) == {"email": ["Not a valid email address."]}
    too_long = f"{'k' * 60}@{'.'.join(['voorbeeld' * 6] * 4)}.nl"
    assert admin.errors("add_customer", a_customer | {"email": too_long}) == {
        "email": ["Longer than maximum length 254."]
    }
    assert admin.refusal("add_location", {"code": "X", "name": "X", "within": "X"}).errors == {  # type: ignore[attr-defined]
        "within": ["There is no location X."]
    }


def test_who_may_look_up_whom(config: Config) -> None:
    lay_the_ground(config)
    with house_of(IntakeService, config) as house, house.door(CUSTOMER) as customer, house.door(AGENT) as agent:
        assert agent.call("get_customer", "K0002")["name"] == "Rachid Bouazza"
        assert [found["code"] for found in agent.call("find_customers", {"q": "marieke"})["items"]] == ["K0001"]
        assert customer.call("get_customer", "K0001")["name"] == "Marieke van den Berg"
        bridge = {"code": "SH-2-14", "name": "Vergaderzaal De Brug", "path": "Stadhuis › Vergaderzaal De Brug"}
        for asked in ({"q": "brug"}, {"codes": ["SH-2-14", "ONBEKEND"]}):
            assert customer.call("find_locations", asked) == {"items": [bridge | {"building": "SH"}], "near": False}
        assert customer.call("find_locations", {"q": "zaal burg"}) == {"items": [], "near": False}
        assert customer.call("find_locations", {"q": "xyzzy", "near": True}) == {"items": [], "near": False}
        found = {"items": [bridge | {"building": "SH"}], "near": True}
        assert customer.call("find_locations", {"q": "zaal burg", "near": True}) == found
        anothers, nobodys = (customer.refusal("get_customer", code) for code in ("K0002", "K9999"))
        assert (type(anothers), anothers.message) == (Forbidden, "Only staff may look up customers.")
        assert (type(nobodys), nobodys.message) == (Forbidden, "Only staff may look up customers.")
        assert isinstance(customer.refusal("find_customers", {"q": "a"}), Forbidden)
        assert isinstance(agent.refusal("get_customer", "K9999"), NotFound)
        a_place = {"code": "BIB", "name": "Bibliotheek"}
        assert isinstance(agent.refusal("add_location", a_place), Forbidden)
        with house.door(ADMIN) as admin:
            assert admin.call("add_location", a_place) == a_place | {"path": "Bibliotheek"}
            assert admin.call("add_organisation", a_place) == a_place
            added = admin.call("add_customer", {"code": "K0003", "name": "Kees Kok", "organisation": "BIB"})
            assert added == {
                "code": "K0003",
                "name": "Kees Kok",
                "organisation": a_place,
                "email": None,
                "phone": None,
            }
            assert_the_doors_every_service_has(admin, told=0)


def test_a_repeated_key_gives_the_first_answer_and_another_request_under_it_is_refused(config: Config) -> None:
    lay_the_ground(config)
    with house_of(IntakeService, config) as house:
        with house.door(CUSTOMER, idempotency_key="formulier-1") as customer:
            first = customer.call("register_notification", LAMP)
            assert customer.call("register_notification", LAMP) == first
            refusal = customer.refusal("register_notification", LAMP | {"summary": "Iets anders"})
            assert isinstance(refusal, Refused)
            assert refusal.code == "idempotency_key_reused"
            assert customer.call("find_registered") == {"number": first["number"]}
        with house.door(CUSTOMER, idempotency_key="formulier-2") as customer:
            assert customer.call("find_registered") == {"number": None}
        # A key belongs to an account: the same one from somebody else is another request.
        with house.door(OTHER_CUSTOMER, idempotency_key="formulier-1") as other:
            assert other.call("find_registered") == {"number": None}
            assert other.call("register_notification", LAMP)["number"] != first["number"]
        with house.door(AGENT, idempotency_key="klik-1") as agent:
            taken = agent.call("take_notification", first["number"])
            assert agent.call("take_notification", first["number"]) == taken


def test_the_desk_answers_at_once_and_corrects_by_its_doors(config: Config) -> None:
    lay_the_ground(config)
    article = {"code": "lamp-vervangen", "version": 2, "title": {"nl": "Lamp vervangen", "en": "Changing a lamp"}}
    with intake(config) as work:
        work.copies.keep_article(article)
    with house_of(IntakeService, config) as house, house.door(CUSTOMER) as customer, house.door(AGENT) as agent:
        call = LAMP | {"channel": "phone", "customer": "K0001", "suggested": {"kind": "wish"}}
        answer = {"text": "Draai hem eruit.", "article": "lamp-vervangen", "close": True}
        closed = agent.call("register_notification", call | {"answer": answer})
        assert (closed["status"], closed["first_line"]) == ("closed", True)
        assert [(step["what"], step["about"]) for step in closed["timeline"]] == [
            ("registered", None),
            ("solved", {"article": article, "kind": None, "catalogue_item": None, "asked": None}),
            ("closed", None),
        ]
        seen = customer.call("get_notification", closed["number"])
        assert [step["about"] for step in seen["timeline"]] == [None, None, None]
        assert agent.errors("register_notification", call | {"answer": {"text": " ", "version": 0}}) == {
            "answer": {
                "text": ["Fill this in."],
                "version": ["Must be greater than or equal to 1 and less than or equal to 1000000."],
            }
        }
        number = customer.call("register_notification", LAMP)["number"]
        assert agent.call("correct_notification", number, {"kind": "complaint"})["kind"] == "complaint"
        assert agent.errors("correct_notification", number, {}) == {"kind": ["Say what kind or which item it is."]}
        assert isinstance(customer.refusal("get_desk"), NotFound)
        with house.door(ADMIN) as admin:
            desk = {"code": "BALIE", "name": {"nl": "Servicedesk", "en": "Service desk"}, "phone": "026 123 45 67"}
            kept = admin.call("define_desk", desk)
            assert kept == desk | {"place": None, "email": None, "central": True, "mark": kept["mark"]}
            assert admin.refusal("define_desk", desk, "0").code == "changed_meanwhile"
        with house.door(ADMIN, idempotency_key="klik-1") as admin:
            changed = admin.call("define_desk", desk | {"phone": "026 1"}, kept["mark"])
            # The same key is the same button, so it is not told that somebody changed it.
            assert admin.call("define_desk", desk | {"phone": "026 1"}, kept["mark"]) == changed != kept
        assert customer.call("get_desk") == changed
        assert isinstance(agent.refusal("define_desk", desk), Forbidden)


def test_advice_comes_in_the_language_that_travels_with_the_call(config: Config) -> None:
    lay_the_ground(config)
    text = {"nl": "Brand?", "en": "Fire?"}
    choices = [{"code": one, "name": text} for one in ("ja", "nee")]
    stop = {"answers": ["ja"], "advice": {"nl": "Bel 112.", "en": "Call 112."}}
    fire = {"code": "brand", "text": text, "type": "choice", "required": True, "choices": choices, "stop": stop}
    with intake(config) as work:
        work.copies.keep_item(BROKEN_LAMP | {"version": 4, "questions": [fire]})
    asked = {"kind": "malfunction", "channel": "portal", "summary": "Rook", "catalogue_item": "lamp-kapot"}
    with house_of(IntakeService, config) as house:
        for told, advice in (({"language": "nl"}, ["Bel 112."]), ({"language": "fr"}, ["Bel 112.", "Call 112."])):
            with house.door(CUSTOMER, **told) as customer:
                errors = customer.errors("register_notification", asked | {"answers": {"brand": "ja"}})
            assert errors == {"answers": {"brand": advice}}
