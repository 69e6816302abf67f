"""A file is offered, judged and imported, through the doors: what was said of it is what is done, or nothing is."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from typing import Any
from uuid import uuid4

from services.catalog.service import CatalogService
from services.catalog.use_cases.importing import CHANGED_MEANWHILE
from services.catalog.use_cases.offering import LARGEST
from services.shared.errors import Forbidden, NotFound
from services.shared.kit.config import Config
from tests.catalog.builders import lay_the_ground, published
from tests.desk import ADMIN, AGENT, LAMP, MANAGER
from tests.doors import house_of


def test_a_file_is_judged_first_and_imported_when_it_still_does_what_was_said(config: Config) -> None:
    lay_the_ground(config)
    published(config)
    with house_of(CatalogService, config) as house, house.door(ADMIN) as admin, house.door(MANAGER) as other:
        exported = admin.call("export_catalogue", {"format": "json"})["content"]
        definitions = json.loads(b64decode(exported))
        definitions["items"][0]["keywords"] = ["peer"]
        file = {"name": "catalogus.json", "content": b64encode(json.dumps(definitions).encode()).decode()}
        id = admin.call("offer_import", file)["id"]
        assert admin.refusal("apply_import", id).code == "nothing_to_import"
        judged = admin.call("work_on_import", id)
        assert (judged["state"], judged["size"], judged["problems"], judged["remark"]) == ("judged", 1, [], None)
        assert {one["sheet"]: one["changed"] for one in judged["counts"] if one["changed"]} == {"items": 1}
        assert isinstance(other.refusal("get_import", id), NotFound)

        # Another keeper is quicker: nothing is imported until this one has seen what it would do now.
        other.call("publish_item", LAMP | {"keywords": ["licht", "peer"]})
        admin.call("apply_import", id)
        again = admin.call("work_on_import", id)
        assert (again["state"], again["remark"]) == ("judged", CHANGED_MEANWHILE)
        assert admin.call("get_item", "lamp-kapot")["keywords"] == ["licht", "peer"]

        assert admin.call("apply_import", id)["state"] == "ordered"
        done = admin.call("work_on_import", id)
        assert (done["state"], done["done"], done["total"]) == ("imported", 1, 1)
        item = admin.call("get_item", "lamp-kapot")
        assert (item["version"], item["keywords"]) == (3, ["peer"])
        # Once is once, however often it is asked.
        assert admin.call("work_on_import", id)["state"] == "imported"
        assert admin.refusal("apply_import", id).code == "nothing_to_import"
        assert admin.call("get_item", "lamp-kapot")["version"] == 3
        admin.call("drop_import", id)
        assert isinstance(admin.refusal("get_import", id), NotFound)


def test_a_file_that_is_sent_twice_is_offered_once(config: Config) -> None:
    file = {"name": "a.json", "content": b64encode(b"{}").decode()}
    with house_of(CatalogService, config) as house, house.door(ADMIN, idempotency_key="sleutel-1") as admin:
        first, second = (admin.call("offer_import", file) for _ in range(2))
        assert first == second
        assert admin.call("work_on_import", first["id"])["size"] == 0


def test_a_file_that_cannot_be_imported_says_why_and_changes_nothing(config: Config) -> None:
    lay_the_ground(config)
    with house_of(CatalogService, config) as house, house.door(ADMIN) as admin, house.door(AGENT) as agent:

        def judged(name: str, content: bytes) -> dict[str, Any]:
            id = admin.call("offer_import", {"name": name, "content": b64encode(content).decode()})["id"]
            found: dict[str, Any] = admin.call("work_on_import", id)
            return found

        broken = judged("stuk.xlsx", b"PK geen werkmap")
        assert (broken["state"], broken["remark"]) == (
            "unreadable",
            "stuk.xlsx cannot be read: it is damaged, or of another kind than its name says.",
        )
        wrong = judged("fout.json", json.dumps({"items": [{"code": "stoel"}], "artikelen": []}).encode())
        assert wrong["problem_count"] == len(wrong["problems"])
        assert wrong["problems"][0] == {
            "sheet": "artikelen",
            "row": None,
            "column": None,
            "reason": "There is no such list. Did you mean articles?",
        }
        assert {"sheet": "items", "row": 1, "column": "name", "reason": "Missing data for required field."} in (
            wrong["problems"]
        )
        assert admin.refusal("apply_import", wrong["id"]).code == "nothing_to_import"
        for name, content, said in (
            ("lijst.pdf", b"x", "Give a name that ends in .xlsx, .json or .zip"),
            ("leeg.json", b"", "leeg.json cannot be read: it is empty."),
            ("groot.json", b" " * (LARGEST + 1), "groot.json cannot be read: it is larger than 10 MB."),
        ):
            refused = admin.refusal("offer_import", {"name": name, "content": b64encode(content).decode()})
            assert refused.errors["file"][0].startswith(said)
        assert admin.errors("offer_import", {"name": "a.json", "content": "é"}) == {"content": ["This is not base64."]}
        for door, asked in (
            ("export_catalogue", {"format": "csv"}),
            ("offer_import", {"name": "a.json", "content": "eA=="}),
        ):
            assert isinstance(agent.refusal(door, asked), Forbidden)
        for door in ("get_import", "work_on_import", "apply_import", "drop_import"):
            for id in ("stoel", "", None, 5, str(uuid4())):
                assert isinstance(admin.refusal(door, id), NotFound), (door, id)
