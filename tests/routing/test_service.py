"""The doors of routing, in a real container: what is wrong is named, what is hidden does not exist."""

from __future__ import annotations

from services.routing.service import RoutingService
from services.shared.errors import Forbidden, NotFound, Refused
from services.shared.kit.config import Config
from tests.desk import ADMIN, AGENT, CUSTOMER, SPECIALIST, until
from tests.doors import assert_the_doors_every_service_has, house_of
from tests.routing.builders import ANSWERS, CLEANER, everything, forwarded, lay_the_ground

TECHNIEK = {"code": "TECHNIEK", "name": {"nl": "Technische dienst", "en": "Technical services"}}
DOORS = (
    ("get_work_order", ()),
    ("accept_work_order", ()),
    ("start_work_order", ()),
    ("complete_work_order", ({"solution": "Gedaan."},)),
)


def test_a_work_order_is_accepted_started_and_completed(config: Config) -> None:
    lay_the_ground(config)
    forwarded(config)
    with house_of(RoutingService, config) as house, house.door(SPECIALIST) as tom, house.door(AGENT) as agent:
        until(lambda: agent.call("journal_end") == 3)
        assert_the_doors_every_service_has(agent, told=3)
        (row,) = tom.call("list_work_orders", {"status": "offered"})["items"]
        view = tom.call("get_work_order", row["number"])
        assert view == {
            "number": "W26-000001",
            "notification": "M26-000001",
            "team": TECHNIEK,
            "status": "offered",
            "kind": "malfunction",
            "summary": "Lamp boven mijn bureau is uit",
            "description": "Sinds maandag.",
            "answers": ANSWERS,
            "location": "Stadhuis › Vergaderzaal De Brug",
            "urgency": "high",
            "remark": "Ladder mee",
            "contact_point": "Anouk Terpstra",
            "specialist": None,
            "solution": None,
            "made_at": "2026-03-02T09:01:00+00:00",
            "accepted_at": None,
            "started_at": None,
            "completed_at": None,
            "cancelled_at": None,
            "actions": ["accept"],
        }
        assert agent.call("get_work_order", "W26-000001") == view | {"actions": []}
        assert tom.call("accept_work_order", "W26-000001")["actions"] == ["start", "complete"]
        assert tom.call("start_work_order", "W26-000001")["actions"] == ["complete"]
        done = tom.call("complete_work_order", "W26-000001", {"solution": " <b>Ledbuis</b> vervangen. "})
        assert (done["status"], done["solution"], done["specialist"], done["actions"]) == (
            "completed",
            "<b>Ledbuis</b> vervangen.",
            "Tom Brouwer",
            [],
        )
        refusal = tom.refusal("accept_work_order", "W26-000001")
        assert isinstance(refusal, Refused)
        assert refusal.code == "only_an_offered_one_is_accepted"


def test_anothers_work_order_is_refused_in_the_words_for_one_that_does_not_exist(config: Config) -> None:
    lay_the_ground(config)
    forwarded(config)
    before = everything(config)
    with house_of(RoutingService, config) as house:
        for actor in (CLEANER, CUSTOMER):
            with house.door(actor) as door:
                for method, more in DOORS:
                    anothers, nobodys = (door.refusal(method, asked, *more) for asked in ("W26-000001", "W26-000009"))
                    assert (type(anothers), type(nobodys)) == (NotFound, NotFound), method
                    assert anothers.message == "There is no work order W26-000001."
                    assert nobodys.message == "There is no work order W26-000009."
                assert door.call("list_work_orders", {}) == {"items": [], "next": None}
        with house.door(ADMIN) as admin:
            for method, more in DOORS:
                for nonsense in ("W26\x00", "", 42, None, {}):
                    assert isinstance(admin.refusal(method, nonsense, *more), NotFound), (method, nonsense)
    assert everything(config) == before


def test_what_cannot_be_used_is_named_per_field(config: Config) -> None:
    lay_the_ground(config)
    forwarded(config)
    with house_of(RoutingService, config) as house, house.door(ADMIN) as admin:
        assert admin.errors("complete_work_order", "W26-000001", {"solution": " "}) == {"solution": ["Fill this in."]}
        assert set(admin.errors("list_work_orders", {"status": "open", "team": "a b", "limit": 201, "x": 1})) == {
            "status",
            "team",
            "limit",
            "x",
        }
        assert admin.errors("define_team", {"code": "", "name": {"nl": "Alleen Nederlands"}, "categories": "x"}) == {
            "code": ["Fill this in."],
            "name": {"en": ["Missing data for required field."]},
            "categories": ["Not a valid list."],
        }
        for nonsense in (None, [], "x", 5):
            assert admin.errors("define_team", nonsense) == {"_schema": ["Invalid input type."]}
        defined = admin.call("define_team", TECHNIEK | {"categories": ["ELEKTRA"]})
        assert defined == TECHNIEK | {"categories": ["ELEKTRA"], "fallback": False}
        assert [team["code"] for team in admin.call("list_teams")["items"]] == ["POETS", "TECHNIEK"]
        with house.door(AGENT) as agent:
            assert isinstance(agent.refusal("define_team", TECHNIEK), Forbidden)
