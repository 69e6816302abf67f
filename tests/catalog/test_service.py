"""The doors of catalog, in a real container: what is wrong is named per field, and nothing internal leaks."""

from __future__ import annotations

from services.catalog.service import CatalogService
from services.shared.errors import Forbidden, NotFound
from services.shared.kit.config import Config
from tests.catalog.builders import lay_the_ground, looking, published
from tests.desk import ADMIN, AGENT, CUSTOMER, LAMP, until
from tests.doors import assert_the_doors_every_service_has, house_of

ELEKTRA = {
    "code": "ELEKTRA",
    "name": {"nl": "Elektra", "en": "Power"},
    "internal_name": None,
    "within": None,
    "norms": None,
}
ARTICLE = {
    "code": "lamp-vervangen",
    "title": {"nl": "Zelf een lamp vervangen", "en": "Replacing a lamp yourself"},
    "summary": {"nl": "Draai hem eruit.", "en": "Turn it out."},
    "body": {"nl": "Draai hem **eruit**.", "en": "Turn it **out**."},
    "items": ["lamp-kapot"],
}


def test_the_doors_of_catalog(config: Config) -> None:
    lay_the_ground(config)
    published(config)
    with house_of(CatalogService, config) as house, house.door(ADMIN) as admin, house.door(CUSTOMER) as customer:
        until(lambda: admin.call("journal_end") == 2)
        assert_the_doors_every_service_has(admin, told=2)

        assert admin.call("list_categories") == {"items": [ELEKTRA]}
        item = customer.call("get_item", "lamp-kapot")
        assert (item["version"], item["status"], item["category"], item["kinds"], item["articles"]) == (
            1,
            "published",
            ELEKTRA,
            ["malfunction"],
            [],
        )
        assert [question["code"] for question in item["questions"]] == ["aantal", "plek"]
        assert item["ready_by"] is None
        assert customer.call("find_items", {"q": "licht"}) == {"items": [item]}
        assert customer.call("find_items", {"q": "bulb"}) == {"items": []}
        assert admin.call("publish_item", LAMP) == item | {"version": 2}

        assert admin.errors("publish_item", {"code": "a b", "kinds": ["storing"], "kleur": "rood"}) == {
            "code": ["Use letters, digits, '.', '_' and '-' only."],
            "name": ["Missing data for required field."],
            "description": ["Missing data for required field."],
            "category": ["Missing data for required field."],
            "kinds": {"0": ["Must be one of: complaint, wish, information, malfunction."]},
            "kleur": ["Unknown field."],
        }
        step = {"code": "hangen", "team": "SERVICE", "title": LAMP["name"], "after": ["halen"]}
        broken = LAMP | {"name": {"nl": "Lamp"}, "related": ["stoel"], "steps": [step]}
        for door in ("publish_item", "save_draft"):
            assert admin.errors(door, broken) == {
                "name": {"en": ["Missing data for required field."]},
                "related": ["There is no other catalogue item stoel."],
                "steps": {"0": {"after": ["There is no step halen to come after."]}},
            }
        # Codes that look like places: each complaint is where it belongs, and none hides another.
        steps = [{**step, "code": "1", "after": ["5"]}, {"code": "2", "title": step["title"], "after": ["3"]}]
        assert admin.errors("save_draft", broken | {"related": [], "steps": steps})["steps"] == {
            "0": {"after": ["There is no step 5 to come after."]},
            "1": {"after": ["There is no step 3 to come after."], "team": ["Missing data for required field."]},
        }
        assert list(customer.errors("publish_item", broken)) == ["name"]
        assert admin.errors("find_items", {"limit": 101}) == {
            "limit": ["Must be greater than or equal to 1 and less than or equal to 100."]
        }
        for nonsense in (None, [], "x", 5):
            assert admin.errors("define_category", nonsense) == {"_schema": ["Invalid input type."]}
        for code in ("stoel", "lamp\x00", 42, None, {}):
            for door in ("get_item", "get_article"):
                assert isinstance(customer.refusal(door, code), NotFound)
            for door in ("publish_draft", "drop_draft", "retire_item", "retire_article", "get_kept_item"):
                assert isinstance(admin.refusal(door, code), NotFound)
        assert isinstance(customer.refusal("publish_item", LAMP), Forbidden)

    with house_of(CatalogService, config) as house, house.door(ADMIN, idempotency_key="sleutel-1") as admin:
        assert [admin.call("publish_item", LAMP)["version"] for _ in range(2)] == [3, 3]
        assert admin.refusal("publish_item", LAMP | {"keywords": []}).code == "idempotency_key_reused"


def test_a_keeper_works_on_an_item_that_others_see_as_it_was(config: Config) -> None:
    lay_the_ground(config)
    published(config)
    with house_of(CatalogService, config) as house, house.door(ADMIN) as admin, house.door(AGENT) as agent:
        kept = admin.call("save_draft", LAMP | {"keywords": ["peer"]})
        assert (kept["status"], kept["version"], kept["draft"]["keywords"]) == ("published", 1, ["peer"])
        assert agent.call("get_item", "lamp-kapot")["keywords"] == ["licht"]
        (row,) = admin.call("list_kept_items", {})["items"]
        assert (row["code"], row["has_draft"], row["status"], row["changed_by"]) == (
            "lamp-kapot",
            True,
            "published",
            "Naomi Kuipers",
        )
        assert admin.call("publish_draft", "lamp-kapot")["version"] == 2
        assert agent.call("get_item", "lamp-kapot")["keywords"] == ["peer"]
        versions = admin.call("list_item_versions", "lamp-kapot")["items"]
        assert [(one["version"], one["definition"]["keywords"]) for one in versions] == [(2, ["peer"]), (1, ["licht"])]
        assert admin.call("retire_item", "lamp-kapot")["status"] == "retired"
        for door in ("get_kept_item", "list_item_versions"):
            assert isinstance(agent.refusal(door, "lamp-kapot"), Forbidden)
        assert isinstance(agent.refusal("list_kept_items", {}), Forbidden)


def test_articles_are_found_beside_items_and_say_whether_they_helped(config: Config) -> None:
    lay_the_ground(config)
    published(config)
    with house_of(CatalogService, config) as house, house.door(ADMIN) as admin, house.door(CUSTOMER) as customer:
        assert admin.call("publish_article", ARTICLE)["version"] == 1
        found = customer.call("find_in_catalogue", {"q": "lamp vervangen"})["items"]
        assert [(one["kind"], one["code"], one["title"]) for one in found] == [
            ("article", "lamp-vervangen", "Zelf een lamp vervangen"),
            ("item", "lamp-kapot", "Lamp kapot"),
        ]
        # What is not found in the reader's language is looked for in the other one.
        found = customer.call("find_in_catalogue", {"q": "eruit", "language": "en"})["items"]
        assert [one["title"] for one in found] == ["Zelf een lamp vervangen"]
        about = customer.call("get_item", "lamp-kapot")["articles"]
        assert [(one["code"], one["title"]["en"]) for one in about] == [("lamp-vervangen", "Replacing a lamp yourself")]
        rated = customer.call("rate_article", "lamp-vervangen", {"helped": True})
        assert (rated["helped"], rated["did_not_help"]) == (1, 0)


def test_a_keeper_publishes_an_article_only_as_they_saw_it(config: Config) -> None:
    lay_the_ground(config)
    published(config)
    with house_of(CatalogService, config) as house, house.door(ADMIN) as admin, house.door(AGENT) as agent:
        first = admin.call("publish_article", ARTICLE, "")
        second = admin.call("publish_article", ARTICLE | {"public": False}, first["changed_at"])
        for seen in ("", first["changed_at"]):
            refusal = admin.refusal("publish_article", ARTICLE | {"keywords": []}, seen)
            assert refusal.code == ("changed_meanwhile" if seen else "code_is_taken")
        assert admin.call("get_kept_article", "lamp-vervangen") == second
        assert (second["version"], second["public"], second["changed_by"]) == (2, False, ADMIN.name)
        versions = admin.call("list_article_versions", "lamp-vervangen")["items"]
        assert [(one["version"], one["definition"]["public"]) for one in versions] == [(2, False), (1, True)]
        # What only staff could read is told to nobody to be over.
        admin.call("retire_article", "lamp-vervangen")
        assert isinstance(agent.refusal("get_former_article", "lamp-vervangen"), NotFound)
        for filters, codes in (({"status": "retired"}, ["lamp-vervangen"]), ({"q": "zeppelin"}, [])):
            assert [one["code"] for one in admin.call("list_kept_articles", filters)["items"]] == codes
        for door, asked in (
            ("get_kept_article", "lamp-vervangen"),
            ("list_kept_articles", {}),
            ("list_article_versions", "lamp-vervangen"),
        ):
            assert isinstance(agent.refusal(door, asked), Forbidden)


def test_who_could_read_an_article_is_told_that_it_is_retired(config: Config) -> None:
    lay_the_ground(config)
    published(config)
    with house_of(CatalogService, config) as house, house.door(ADMIN) as admin, house.door(CUSTOMER) as customer:
        admin.call("publish_article", ARTICLE, "")
        assert isinstance(customer.refusal("get_former_article", "lamp-vervangen"), NotFound)
        admin.call("retire_article", "lamp-vervangen")
        assert isinstance(customer.refusal("get_article", "lamp-vervangen"), NotFound)
        assert customer.call("get_former_article", "lamp-vervangen") == {
            "code": "lamp-vervangen",
            "title": ARTICLE["title"],
            "see_also": [{"code": "lamp-kapot", "name": customer.call("get_item", "lamp-kapot")["name"]}],
        }


def test_what_is_looked_for_in_vain_is_noted_without_who_looked(config: Config) -> None:
    lay_the_ground(config)
    with house_of(CatalogService, config) as house, house.door(CUSTOMER) as customer:
        for q in ("Een nieuwe Kapstok", "kapstok nieuwe", "nieuwe kapstok!"):
            assert customer.call("find_in_catalogue", {"q": q}) == {"items": []}
        customer.call("find_in_catalogue", {"q": "kapst", "typing": True})
        customer.call("find_in_catalogue", {"q": "marieke@example.org"})
        customer.call("find_in_catalogue", {"q": "06 12345678"})
    with looking(config) as work:
        assert [(row.words, row.language, row.times) for row in work.missed.most()] == [
            ("nieuwe kapstok", "nl", 2),
            ("kapstok nieuwe", "nl", 1),
        ]


def test_a_request_is_checked_before_anything_is_registered(config: Config) -> None:
    lay_the_ground(config)
    published(config)
    with house_of(CatalogService, config) as house, house.door(CUSTOMER) as customer:
        asked = {"catalogue_item": "lamp-kapot", "answers": {"aantal": 0, "kleur": "rood"}, "language": "nl"}
        assert customer.call("check_request", asked) == {
            "complete": False,
            "missing": [],
            "unclear": [
                {"code": "aantal", "question": "Hoeveel lampen?", "message": "Geef 1 of meer."},
                {
                    "code": "kleur",
                    "question": "",
                    "message": "Deze vraag hoort niet bij dit product of deze dienst.",
                },
            ],
            "stops": [],
            "refused": [],
            "asked": ["aantal", "plek"],
            "answers": [],
        }
        assert customer.call("check_request", asked | {"answers": {"aantal": 2}})["complete"] is True
        assert isinstance(customer.refusal("check_request", asked | {"catalogue_item": "stoel"}), NotFound)


def test_a_group_of_words_that_is_sent_twice_is_changed_once(config: Config) -> None:
    lay_the_ground(config)
    with house_of(CatalogService, config) as house:
        with house.door(ADMIN, idempotency_key="sleutel-1") as admin:
            kept = admin.call("define_synonyms", {"words": ["monitor", "scherm"]})
        with house.door(ADMIN, idempotency_key="sleutel-2") as admin:
            change = {"words": ["beeldscherm", "display"], "instead_of": ["monitor", "scherm"]}
            changed = admin.call("define_synonyms", change)
            # The same key is the same button, so it is not told that somebody changed the group.
            assert admin.call("define_synonyms", change) == changed != kept
        with house.door(ADMIN) as admin:
            assert admin.refusal("define_synonyms", change).code == "changed_meanwhile"


def test_a_keeper_sees_when_targets_fall_and_keeps_a_calendar_once(config: Config) -> None:
    hours = {"mon": [["08:00", "17:00"]], "fri": [["08:00", "17:00"]]}
    name = {"nl": "Kantooruren", "en": "Office hours"}
    office = {"code": "KANTOOR", "name": name, "hours": hours, "closed": []}
    half_an_hour = {"priority": "p1", "target": "respond", "within": {"amount": 30, "unit": "minutes"}}
    asked = {"at": "2026-11-27T16:45:00+01:00", "targets": [half_an_hour]}
    with house_of(CatalogService, config) as house:
        with house.door(ADMIN, idempotency_key="sleutel-1") as admin:
            kept = admin.call("define_calendar", office, "")
            # The same key is the same button, so it is not told that the code is taken.
            assert admin.call("define_calendar", office, "") == kept
        with house.door(ADMIN) as admin, house.door(AGENT) as agent:
            assert admin.refusal("define_calendar", office, "").code == "code_is_taken"
            (shown,) = admin.call("list_calendars")["items"]
            assert shown == kept | {"mark": shown["mark"], "default": True}
            admin.call("define_calendar", office | {"closed": [{"day": "2026-11-30", "why": name}]}, shown["mark"])
            assert admin.refusal("define_calendar", office, shown["mark"]).code == "changed_meanwhile"
            explained = agent.call("explain_targets", asked)
            assert explained["items"] == [half_an_hour | {"falls_at": "2026-12-04T07:15:00+00:00"}]
            assert agent.errors("explain_targets", {"at": "2026-11-27T16:45:00", "targets": []}) == {
                "at": ["Not a valid aware datetime."]
            }
            level = {"code": "SNEL", "name": name, "targets": [half_an_hour], "matrix": []}
            assert set(admin.errors("define_service_level", level, "")) == {"matrix"}
