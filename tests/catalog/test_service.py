"""The doors of catalog, in a real container: what is wrong is named per field, and nothing internal leaks."""

from __future__ import annotations

from services.catalog.service import CatalogService
from services.shared.errors import Forbidden, NotFound
from services.shared.kit.config import Config
from tests.catalog.builders import lay_the_ground, published
from tests.desk import ADMIN, CUSTOMER, LAMP, until
from tests.doors import assert_the_doors_every_service_has, house_of


def test_the_doors_of_catalog(config: Config) -> None:
    lay_the_ground(config)
    published(config)
    with house_of(CatalogService, config) as house, house.door(ADMIN) as admin, house.door(CUSTOMER) as customer:
        until(lambda: admin.call("journal_end") == 2)
        assert_the_doors_every_service_has(admin, told=2)

        assert admin.call("list_categories") == {
            "items": [{"code": "ELEKTRA", "name": {"nl": "Elektra", "en": "Power"}}]
        }
        item = customer.call("get_item", "lamp-kapot")
        assert (item["version"], item["category"], item["kinds"]) == (
            1,
            {"code": "ELEKTRA", "name": {"nl": "Elektra", "en": "Power"}},
            ["malfunction"],
        )
        assert [question["code"] for question in item["questions"]] == ["aantal", "plek"]
        assert customer.call("find_items", {"q": "licht"}) == {"items": [item]}
        assert customer.call("find_items", {"q": "stoel"}) == {"items": []}
        assert admin.call("publish_item", LAMP) == item | {"version": 2}

        assert admin.errors("publish_item", {"code": "a b", "kinds": ["storing"], "kleur": "rood"}) == {
            "code": ["Use letters, digits, '.', '_' and '-' only."],
            "name": ["Missing data for required field."],
            "description": ["Missing data for required field."],
            "category": ["Missing data for required field."],
            "kinds": {"0": ["Must be one of: complaint, wish, information, malfunction."]},
            "kleur": ["Unknown field."],
        }
        assert admin.errors("find_items", {"limit": 101}) == {
            "limit": ["Must be greater than or equal to 1 and less than or equal to 100."]
        }
        for nonsense in (None, [], "x", 5):
            assert admin.errors("define_category", nonsense) == {"_schema": ["Invalid input type."]}
        for code in ("stoel", "lamp\x00", 42, None, {}):
            assert isinstance(customer.refusal("get_item", code), NotFound)
        assert isinstance(customer.refusal("publish_item", LAMP), Forbidden)

    with house_of(CatalogService, config) as house, house.door(ADMIN, idempotency_key="sleutel-1") as admin:
        assert [admin.call("publish_item", LAMP)["version"] for _ in range(2)] == [3, 3]
        assert admin.refusal("publish_item", LAMP | {"keywords": []}).code == "idempotency_key_reused"
