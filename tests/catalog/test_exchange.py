"""A file is offered, judged and imported, through the doors: what was said of it is what is done, or nothing is."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from gzip import decompress
from typing import Any
from uuid import uuid4

import pytest
from eventlet import Timeout, spawn
from eventlet.patcher import original
from sqlalchemy import inspect

from services.catalog.service import CatalogService, exchange
from services.catalog.use_cases import applying, offering
from services.catalog.use_cases.exporting import export_catalogue, file_of, file_to_send
from services.catalog.use_cases.importing import CHANGED_MEANWHILE, Plan
from services.catalog.use_cases.keeping import define_category
from services.catalog.use_cases.offering import LARGEST
from services.shared.errors import Forbidden, NotFound, Refused
from services.shared.kit.config import Config
from services.shared.kit.threads import alone_off_the_loop
from tests.catalog.builders import NOW, catalog, lay_the_ground, looking, published
from tests.desk import ADMIN, AGENT, LAMP, MANAGER
from tests.doors import house_of


def test_a_file_that_no_message_can_bring_is_refused_with_what_to_do(config: Config) -> None:
    lay_the_ground(config)
    with looking(config) as work:
        definitions = export_catalogue(work)
    many = {**definitions, "categories": [*definitions["categories"]] * 200_000}
    assert len(file_to_send(definitions, "json")) < LARGEST
    with pytest.raises(Refused, match="Take an Excel workbook") as refused:
        file_to_send(many, "json")
    assert refused.value.code == "too_large_to_send"
    packed = file_to_send(many, "json", packed=True)
    assert len(packed) < LARGEST
    assert decompress(packed) == file_of(many, "json")


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
        assert admin.refusal("drop_import", id).code == "import_is_done"


def test_a_file_is_thrown_away_once_and_never_while_it_is_imported(config: Config) -> None:
    lay_the_ground(config)
    published(config)
    file = {"name": "a.json", "content": b64encode(CHANGED).decode()}
    with house_of(CatalogService, config) as house, house.door(ADMIN) as admin:
        id = admin.call("offer_import", file)["id"]
        with house.door(ADMIN, idempotency_key="sleutel-2") as twice:
            for _ in range(2):
                assert twice.call("drop_import", id) is None
        assert isinstance(admin.refusal("get_import", id), NotFound)
        id = admin.call("offer_import", file)["id"]
        admin.call("work_on_import", id)
        admin.call("apply_import", id)
        refused = admin.refusal("drop_import", id)
        assert (refused.code, refused.message) == (
            "import_is_ordered",
            "a.json is being imported, so it cannot be thrown away any more.",
        )
        assert admin.call("work_on_import", id)["state"] == "imported"


CHANGED = json.dumps(
    {"categories": [{"code": "ELEKTRA", "name": {"nl": "Stroom", "en": "Power"}}]},
).encode()


def test_what_goes_wrong_in_reading_is_told_once_and_not_tried_for_ever(
    config: Config, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def stumble(name: str, data: bytes) -> bytes:
        raise LookupError(name)

    with house_of(CatalogService, config) as house, house.door(ADMIN) as admin:
        id = admin.call("offer_import", {"name": "a.json", "content": b64encode(CHANGED).decode()})["id"]
        monkeypatch.setattr(exchange, "read_once", stumble)
        told = admin.call("work_on_import", id)
        assert (told["state"], told["remark"]) == (
            "unreadable",
            "a.json cannot be read: something in it is not understood.",
        )
        assert "LookupError: a.json" in caplog.text
        # The file itself may be looked into, by who can mend this; but it is not read again.
        monkeypatch.undo()
        assert admin.call("work_on_import", id)["state"] == "unreadable"


def test_an_import_that_goes_wrong_is_told_at_once_and_may_be_ordered_again(
    config: Config, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def stumble(*args: object) -> None:
        raise LookupError("halfway")

    lay_the_ground(config)
    with house_of(CatalogService, config) as house, house.door(ADMIN) as admin:
        id = admin.call("offer_import", {"name": "a.json", "content": b64encode(CHANGED).decode()})["id"]
        judged = admin.call("work_on_import", id)
        admin.call("apply_import", id)
        with monkeypatch.context() as patched:
            patched.setattr(applying, "_publish", stumble)
            told = admin.call("work_on_import", id)
        assert told == judged | {"remark": offering.WENT_WRONG}
        assert "LookupError: halfway" in caplog.text
        admin.call("apply_import", id)
        assert admin.call("work_on_import", id)["state"] == "imported"


def test_after_a_change_at_the_last_moment_the_outcome_of_now_is_shown(
    config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_the_ground(config)
    with house_of(CatalogService, config) as house, house.door(ADMIN) as admin:
        id = admin.call("offer_import", {"name": "a.json", "content": b64encode(CHANGED).decode()})["id"]
        assert admin.call("work_on_import", id)["size"] == 1
        admin.call("apply_import", id)
        imported = exchange.ExchangeDoors._imported

        def too_late(door: exchange.ExchangeDoors, id: str, plan: Plan) -> bool:
            with catalog(config) as work:
                define_category(work, "ELEKTRA", {"nl": "Stroom", "en": "Power"}, NOW)
            return imported(door, id, plan)

        monkeypatch.setattr(exchange.ExchangeDoors, "_imported", too_late)
        told = admin.call("work_on_import", id)
        assert (told["state"], told["remark"], told["size"]) == ("judged", CHANGED_MEANWHILE, 0)


def test_who_looks_how_far_it_is_does_not_load_the_file(config: Config) -> None:
    with catalog(config) as work:
        id = offering.offer_file(work, "a.json", b"{}", NOW).id
    with looking(config, ADMIN) as work:
        assert "content" in inspect(offering.get_offered(work, id)).unloaded
    with looking(config, ADMIN) as work:
        assert offering.get_offered(work, id, whole=True).content == b"{}"


def test_reading_a_file_does_not_hold_up_a_log_in() -> None:
    read = original("threading").Event()
    reading = spawn(exchange._turn.do, read.wait, 10)
    with Timeout(5):
        assert alone_off_the_loop(str, 1) == "1"
    read.set()
    assert reading.wait() is True


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
            ("lijst.pdf", b"x", "Give a name that ends in .xlsx, .json, .zip or .csv"),
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
