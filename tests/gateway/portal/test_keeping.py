"""Keeping the catalogue: what a form shows is what it sends back, problems beside their fields, versions, searches."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from werkzeug.datastructures import FileStorage

from services.gateway.domain.file import Purpose
from services.gateway.portal.changes import differences
from services.gateway.use_cases import files
from services.shared.contracts.definitions import ItemDefinition
from services.shared.errors import Invalid, Refused, Unavailable
from services.shared.kit.database import Database
from tests.gateway.builders import FakeBus
from tests.gateway.conftest import NOON
from tests.gateway.portal.fields import filled_in, last
from tests.gateway.portal.reader import Reader
from tests.gateway.sent_files import PDF, SVG, a_bomb, a_picture

NAME = {"nl": "Verhuisdozen", "en": "Moving boxes"}
CHOICES = [{"code": one, "name": {"nl": one.title(), "en": one.upper()}} for one in ("klein", "groot")]
# Everything that an item can have.
WHOLE: dict[str, Any] = {
    "code": "dozen",
    "name": NAME,
    "description": {"nl": "Stevige dozen.", "en": "Sturdy boxes."},
    "category": "VERHUIZEN",
    "kinds": ["wish", "information"],
    "keywords": ["doos", "box, large"],
    "level": "call",
    "price": {"amount": "2.50", "unit": {"nl": "doos", "en": "box"}, "payer": "customer"},
    "lead_time": {"amount": 2, "unit": "days"},
    "calendar": "KANTOOR",
    "service_level": "SNEL",
    "valid_from": "2026-01-01",
    "valid_to": "2026-12-31",
    "contact": "Huisdienst",
    "picture": None,
    "audience": {"organisations": ["GEM"], "buildings": ["SH", "TOREN"], "roles": ["customer"]},
    "related": ["verhuizing"],
    "approval": {"rule": "above_amount", "amount": "250.00"},
    "steps": [
        {"code": "brengen", "team": "SERVICE", "title": NAME, "lead_time": {"amount": 4, "unit": "hours"}, "after": []},
        {"code": "halen", "team": "SERVICE", "title": NAME, "lead_time": None, "after": ["brengen"]},
    ],
    "questions": [
        {
            "code": "maat",
            "text": NAME,
            "help": NAME,
            "type": "choice",
            "required": True,
            "choices": CHOICES,
            "lowest": None,
            "highest": None,
            "pictures_only": False,
            "when": None,
            "stop": {"answers": ["groot"], "advice": NAME},
        },
        {
            "code": "aantal",
            "text": NAME,
            "help": None,
            "type": "number",
            "required": False,
            "choices": [],
            "lowest": 1.0,
            "highest": 10.5,
            "pictures_only": False,
            "when": {"question": "maat", "answers": ["klein", "groot"]},
            "stop": None,
        },
        {
            "code": "foto",
            "text": NAME,
            "help": None,
            "type": "file",
            "required": False,
            "choices": [],
            "lowest": None,
            "highest": 3.0,
            "pictures_only": True,
            "when": None,
            "stop": None,
        },
    ],
}
KEPT = {"code": "dozen", "status": "published", "version": 3, "published": None, "draft": WHOLE} | {
    "changed_at": "2026-03-02T12:00:00+00:00"
}


@pytest.fixture(autouse=True)
def kept(accounts: None, bus: FakeBus) -> None:
    """What the services have."""
    bus.answers |= {
        "catalog.get_kept_item": KEPT,
        "catalog.save_draft": KEPT,
        "catalog.publish_draft": {"version": 4},
        "catalog.list_categories": {"items": [{"code": "VERHUIZEN", "name": NAME}]},
        "catalog.list_service_levels": {"items": [{"code": "SNEL", "name": NAME}]},
        "catalog.list_calendars": {"items": [{"code": "KANTOOR", "name": NAME}]},
        "routing.list_teams": {"items": [{"code": "SERVICE", "name": NAME}]},
    }


def test_what_the_form_shows_is_what_it_sends_back(hans: Reader, bus: FakeBus) -> None:
    hans.see("/keep/item/dozen")
    hans.send("/keep/item/dozen", **filled_in(hans), do="save")
    sent, seen = last(bus, "save_draft")
    assert seen == KEPT["changed_at"]
    assert sent == WHOLE
    assert WHOLE.keys() == ItemDefinition().fields.keys()
    assert ItemDefinition.read(sent) == ItemDefinition.read(WHOLE)
    assert "The draft is saved." in hans.page


def test_an_empty_form_sends_nothing_that_was_not_typed(hans: Reader, bus: FakeBus) -> None:
    hans.see("/keep/new")
    # Whoever types a price, and does not look at who pays it, does not give it away.
    assert filled_in(hans)["price.payer"] == ["organisation"]
    bus.answers["catalog.save_draft"] = Invalid("…", {"name": {"nl": ["Fill this in."]}, "category": ["Fill this in."]})
    hans.send("/keep/new", 422, **filled_in(hans), do="save")
    sent, seen = last(bus, "save_draft")
    assert seen == ""
    assert {name for name, value in sent.items() if value not in (None, "", [], {})} == {
        "kinds",
        "name",
        "description",
        "approval",
    }
    assert (sent["kinds"], sent["name"], sent["approval"]) == (
        ["wish"],
        {"nl": "", "en": ""},
        {"rule": "none", "amount": None},
    )
    assert "Name in Dutch: Fill this in." in hans.page
    assert "Category: Fill this in." in hans.page


def test_questions_are_added_moved_and_removed_with_everything_typed(hans: Reader, bus: FakeBus) -> None:
    hans.see("/keep/item/dozen")
    hans.send("/keep/item/dozen", **filled_in(hans), do="add.questions")
    assert filled_in(hans)["questions.3.code"] == [""]
    assert re.search(r'id="f-questions-3-code"[^>]* autofocus', hans.page)
    for button, order in (
        ("down.questions.0", ["aantal", "maat", "foto", ""]),
        ("up.questions.1", ["maat", "aantal", "foto", ""]),
        ("up.questions.0", ["maat", "aantal", "foto", ""]),
        ("remove.questions.3", ["maat", "aantal", "foto"]),
        ("remove.steps.0", ["maat", "aantal", "foto"]),
    ):
        hans.send("/keep/item/dozen", **filled_in(hans), do=button)
        sent = filled_in(hans)
        assert [sent[f"questions.{n}.code"][0] for n in range(len(order))] == order, button
        assert f"questions.{len(order)}.code" not in sent
    assert filled_in(hans)["steps.0.code"] == ["halen"]
    assert [said for said in bus.said if said.method == "save_draft"] == []


def test_what_is_wrong_is_said_beside_the_question_or_step_and_nothing_typed_is_lost(
    hans: Reader, bus: FakeBus
) -> None:
    choices = {"1": ["Invalid input type."], "2": {"name": {"nl": ["Fill this in."]}}}
    errors = {
        "questions": {"1": {"highest": ["The lowest is above the highest."], "choices": choices}},
        "keywords": {"0": ["Use at most 3 characters; this has 4."]},
        "steps": {"1": {"after": ["There is no step x to come after."]}},
        "price": {"amount": ["Give an amount of zero or more."]},
        "approval": ["Say above which amount it needs approval."],
    }
    bus.answers["catalog.publish_draft"] = Invalid("dozen cannot be published as it stands.", errors)
    hans.see("/keep/item/dozen")
    typed = filled_in(hans) | {
        "questions.1.choices": ["a = A | B\r\ngeen keuze\r\nleeg =  | Empty"],
        "price.amount": ["-1"],
    }
    hans.send("/keep/item/dozen", 422, **typed, do="publish")
    assert "Question 2, At most: The lowest is above the highest." in hans.page
    assert "Step 2, After these steps: There is no step x to come after." in hans.page
    assert "Price in euros: Give an amount of zero or more." in hans.page
    assert 'href="#f-approval-amount">Approval: Say above which amount it needs approval.' in hans.page
    assert "The draft is saved, but not published." in hans.page
    assert (
        "Question 2, Choices: Line 2, “geen keuze”; line 3, “leeg =  | Empty”: "
        "Write a code, =, the name in Dutch, | and the name in English, as: large = Groot | Large."
    ) in hans.page
    assert "Words that people use for it: Line 1, “doos”: Use at most 3 characters; this has 4." in hans.page
    assert 'href="#f-questions-1-choices"' in hans.page
    folds = re.findall(r'<details class="fold"( open)?><summary>(?:Choices|Asked)', hans.page)
    assert folds == [" open", " open", " open", " open", "", ""]
    shown = filled_in(hans)
    assert {name: shown[name] for name in typed if name != "token"} == {
        name: value for name, value in typed.items() if name != "token"
    }


def test_publishing_saves_first_and_says_which_version_it_is(hans: Reader, bus: FakeBus) -> None:
    hans.see("/keep/item/dozen")
    hans.send("/keep/item/dozen", **filled_in(hans), do="publish")
    assert "dozen is published as version 4." in hans.page
    methods = [said.method for said in bus.said if said.method in ("save_draft", "publish_draft")]
    assert methods == ["save_draft", "publish_draft"]


@pytest.mark.parametrize(
    ("button", "method", "said"),
    [("retire", "retire_item", "dozen is retired"), ("drop", "drop_draft", "The draft is gone")],
)
def test_an_item_is_retired_and_a_draft_is_thrown_away(
    hans: Reader, bus: FakeBus, button: str, method: str, said: str
) -> None:
    hans.see("/keep/item/dozen")
    hans.send("/keep/item/dozen", token="t" * 24, do=button)
    assert said in hans.page
    assert last(bus, method) == ("dozen",)
    bus.answers[f"catalog.{method}"] = Refused(
        "only_a_published_one_is_retired", "dozen is not published; it is draft."
    )
    hans.send("/keep/item/dozen", 409, token="t" * 24, do=button)
    assert "dozen is not published; it is draft." in hans.page


def test_retiring_asks_once_more_and_what_is_retired_is_offered_again(hans: Reader, bus: FakeBus) -> None:
    hans.see("/keep/item/dozen")
    asked = re.search(r'<details class="fold"><summary>Retire</summary>(.*?)</details>', hans.page, re.S)
    assert asked
    assert 'name="do" value="retire">Yes, retire it</button>' in asked[1]
    assert hans.page.count('value="retire"') == 1
    bus.answers["catalog.get_kept_item"] = bus.answers["catalog.get_kept_item"] | {"status": "retired"}
    hans.see("/keep/item/dozen")
    assert 'name="do" value="publish">Offer it again</button>' in hans.page
    assert 'value="retire"' not in hans.page


def test_the_preview_is_how_a_customer_sees_the_questions(hans: Reader) -> None:
    hans.see("/keep/item/dozen")
    sent = filled_in(hans) | {"questions.0.text.en": ["How big?"], "answers.maat": ["klein"]}
    part = hans.send("/keep/preview", **sent)
    assert "<html" not in part
    assert "How big?" in part
    assert 'name="asked" value="maat aantal foto"' in part


def test_everything_in_the_catalogue_is_listed_by_state(hans: Reader, bus: FakeBus) -> None:
    row = {"code": "dozen", "version": 3, "status": "published", "has_draft": True, "name": NAME} | {
        "category": "VERHUIZEN",
        "changed_at": "2026-03-02T12:00:00+00:00",
        "changed_by": "Hans",
    }
    bus.answers["catalog.list_kept_items"] = {"items": [row], "next": "dozen"}
    page = hans.see("/keep?tab=all&after=auto&q=dozen")
    assert last(bus, "list_kept_items") == ({"status": None, "q": "dozen", "after": "auto", "limit": 50},)
    assert 'href="/keep/item/dozen"' in page
    assert "with a draft" in page
    assert 'href="/keep?tab=all&q=dozen&after=dozen"' in page
    assert 'href="/keep?q=dozen&tab=retired"' in page
    hans.see("/keep?tab=draft")
    assert last(bus, "list_kept_items")[0]["status"] == "draft"
    bus.answers["catalog.list_kept_items"] = {"items": [], "next": None}
    page = hans.see("/keep?tab=draft&q=zeppelin")
    assert "No item has these words" in page
    assert 'href="/keep?tab=all&q=zeppelin">Search in every state</a>' in page
    assert "Search in every state" not in hans.see("/keep?tab=all&q=zeppelin")


def test_each_version_says_what_it_changed_in_the_words_of_the_form(hans: Reader, bus: FakeBus) -> None:
    at = {"published_at": "2026-03-02T12:00:00+00:00", "published_by": "Hans"}
    size, count, _ = WHOLE["questions"]
    larger = [CHOICES[1] | {"name": {"nl": "Reuze", "en": "GROOT"}}, CHOICES[0]]
    later = WHOLE | {
        "keywords": ["doos"],
        "kinds": ["wish"],
        "valid_to": "2027-01-31",
        "price": None,
        "lead_time": {"amount": 1, "unit": "hours"},
        "questions": [count | {"required": True, "highest": 12.0}, size | {"choices": larger, "help": None}],
    }
    bus.answers["catalog.list_item_versions"] = {
        "items": [{"version": 2, "definition": later, **at}, {"version": 1, "definition": WHOLE, **at}]
    }
    page = hans.see("/keep/item/dozen/versions")
    for name, before, after in (
        ("Words that people use for it", "doos, box, large", "doos"),
        ("It is asked for as", "Wish, Information", "Wish"),
        ("Offered until", "31 December 2026", "31 January 2027"),
        ("Price in euros", "2.50 per doos / box; Who pays: The customer", "–"),
        ("Lead time", "2 working days", "1 working hour"),
        ("Question aantal, Must be answered", "No", "Yes"),
        ("Question aantal, At most", "10.5", "12"),
        (
            "Question foto",
            "Question: Verhuisdozen / Moving boxes; Kind of answer: Files or pictures; Must be answered: No; "
            "At most: 3; Pictures only: Yes",
            "–",
        ),
        ("Question maat, Choice groot, Name in Dutch", "Groot", "Reuze"),
        ("Question maat, Choices", "klein, groot", "groot, klein"),
        ("Questions", "maat, aantal", "aantal, maat"),
    ):
        assert f'<th scope="row">{name}</th><td class="break">{before}</td><td class="break">{after}</td>' in page, name
    assert "The first version." in page
    assert list(differences(WHOLE, WHOLE)) == []


def test_a_reader_sees_decimals_as_they_are_written_in_their_language(hans: Reader, bus: FakeBus) -> None:
    hans.client.set_cookie("language", "nl")
    hans.see("/keep/item/dozen")
    shown = filled_in(hans)
    assert (shown["price.amount"], shown["approval.amount"]) == (["2,50"], ["250,00"])
    assert (shown["questions.1.lowest"], shown["questions.1.highest"]) == (["1"], ["10,5"])
    hans.send("/keep/item/dozen", **shown, do="save")
    assert last(bus, "save_draft")[0] == WHOLE
    bus.answers["catalog.save_draft"] = Invalid("No.", {"price": {"amount": ["Give an amount of at most 9999999.99."]}})
    typed = {"price.amount": ["99999999.5"], "questions.1.lowest": ["1.x"]}
    hans.send("/keep/item/dozen", 422, **shown | typed, do="save")
    assert {name: filled_in(hans)[name] for name in typed} == typed
    assert "Prijs in euro: Geef een bedrag van hoogstens 9999999,99." in hans.page
    at = {"published_at": "2026-03-02T12:00:00+00:00", "published_by": "Hans"}
    price = WHOLE | {"price": WHOLE["price"] | {"amount": "3.00", "unit": {"nl": "ca. 1 kg", "en": "ca. 1 kg"}}}
    versions = enumerate((WHOLE | {"price": None}, price, WHOLE))
    bus.answers["catalog.list_item_versions"] = {
        "items": [{"version": 3 - place, "definition": one, **at} for place, one in versions]
    }
    page = hans.see("/keep/item/dozen/versions")
    assert '<td class="break">3,00 per ca. 1 kg / ca. 1 kg; Wie betaalt: De klant</td>' in page
    assert '>Prijs in euro</th><td class="break">2,50</td><td class="break">3,00</td>' in page
    assert '>Prijs, per in het Nederlands</th><td class="break">doos</td>' in page


def test_what_was_searched_in_vain_is_taken_off_the_list(hans: Reader, bus: FakeBus) -> None:
    missed = {"words": "nieuwe kapstok", "language": "nl", "times": 7, "last_at": "2026-03-02T12:00:00+00:00"}
    bus.answers["catalog.list_missed_searches"] = {"items": [missed]}
    assert "nieuwe kapstok" in hans.see("/keep/searches")
    hans.send("/keep/searches", words="nieuwe kapstok", language="nl")
    assert last(bus, "drop_missed_search") == ({"words": "nieuwe kapstok", "language": "nl"},)
    bus.answers["catalog.list_missed_searches"] = {"items": []}
    assert "Everything that was looked for was found" in hans.see("/keep/searches")


def test_every_page_of_the_keeper_leads_to_the_others(hans: Reader, carla: Reader) -> None:
    for address, current in (("/keep", "/keep"), ("/keep/new", "/keep"), ("/keep/searches", "/keep/searches")):
        page = hans.see(address)
        bar = page[page.index('<nav class="subplaces"') :]
        # Once in the bar, and once in what opens on a phone.
        assert re.findall(r'<a href="([^"]+)" aria-current', bar[: bar.index("</nav>")]) == [current] * 2
    assert 'class="subplaces"' not in hans.see("/catalogue")
    assert 'class="subplaces"' not in carla.see("/keep", 403)


@pytest.mark.parametrize(
    "address",
    [
        *("/keep", "/keep/new", "/keep/item/dozen", "/keep/searches"),
        *(
            "/keep/articles",
            "/keep/articles/new",
            "/keep/articles/code/te-koud",
            "/keep/articles/code/te-koud/versions",
        ),
        *("/keep/categories", "/keep/categories/new", "/keep/categories/code/LICHT", "/keep/synonyms"),
        *("/keep/exchange", "/keep/exchange/catalogue.xlsx", "/keep/exchange/0b0f6d0e"),
    ],
)
def test_only_keepers_come_here(carla: Reader, anna: Reader, address: str) -> None:
    carla.see(address, 403)
    anna.see(address, 403)


def picture_in(page: str) -> str:
    found = re.search(r'name="picture" value="(\w+)"', page)
    return found[1] if found else ""


def test_a_picture_stays_when_something_else_is_wrong_and_is_the_items_in_the_end(
    hans: Reader, bus: FakeBus, database: Database
) -> None:
    hans.see("/keep/item/dozen")
    bus.answers["catalog.save_draft"] = Invalid("No.", {"price": {"amount": ["Give an amount of zero or more."]}})
    sent = filled_in(hans) | {"sent_picture": [FileStorage(io.BytesIO(a_picture()), "dozen.jpg")]}
    hans.send("/keep/item/dozen", 422, **sent, do="save")
    id = picture_in(hans.page)
    assert f'src="/files/{id}/small"' in hans.page
    bus.answers["catalog.save_draft"] = KEPT
    hans.send("/keep/item/dozen", **filled_in(hans), do="save")
    assert last(bus, "save_draft")[0]["picture"] == id
    assert files.known(database, [id])[id].belongs_to == "dozen"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("logo.svg", SVG, "logo.svg: An SVG drawing can hold a program."),
        ("plan.pdf", PDF, "plan.pdf: This is not a picture that can be shown here."),
        ("bom.png", a_bomb(), "bom.png: This picture is too large: it may have at most 60 million pixels."),
    ],
)
def test_a_picture_that_is_none_is_refused_with_everything_typed_kept(
    hans: Reader, bus: FakeBus, name: str, content: bytes, message: str
) -> None:
    hans.see("/keep/item/dozen")
    sent = filled_in(hans) | {"name.en": ["Crates"], "sent_picture": [FileStorage(io.BytesIO(content), name)]}
    page = hans.send("/keep/item/dozen", 422, **sent, do="publish")
    assert message in page
    assert filled_in(hans)["name.en"] == ["Crates"]
    assert picture_in(page) == ""
    assert [said for said in bus.said if said.method == "save_draft"] == []


@pytest.mark.parametrize("code", ["x" * 41, "geen code", ""])
def test_an_item_without_a_good_code_gets_no_picture(hans: Reader, bus: FakeBus, database: Database, code: str) -> None:
    bus.answers["catalog.save_draft"] = Invalid("No.", {"code": ["Use at most 40 characters."]})
    hans.see("/keep/new")
    sent = filled_in(hans) | {"sent_picture": [FileStorage(io.BytesIO(a_picture()), "dozen.jpg")]}
    hans.send("/keep/new", 422, **sent | {"code": [code]}, do="save")
    id = picture_in(hans.page)
    assert files.known(database, [id])[id].belongs_to is None


@pytest.mark.parametrize(
    ("refusal", "status", "owner"),
    [(Refused("changed", "Somebody changed it."), 409, None), (Unavailable("catalog is away."), 503, "kratten")],
)
def test_an_item_that_is_refused_gives_its_picture_back(
    hans: Reader, bus: FakeBus, database: Database, refusal: Exception, status: int, owner: str | None
) -> None:
    hans.see("/keep/new")
    bus.answers["catalog.save_draft"] = refusal
    sent = filled_in(hans) | {"code": ["kratten"], "sent_picture": [FileStorage(io.BytesIO(a_picture()), "a.jpg")]}
    hans.send("/keep/new", status, **sent, do="save")
    id = picture_in(hans.page)
    assert files.known(database, [id])[id].belongs_to == owner


def test_a_new_picture_that_is_sent_twice_is_one_picture(hans: Reader, bus: FakeBus) -> None:
    hans.see("/keep/item/dozen")
    sent = filled_in(hans)
    for _ in range(2):
        picture = [FileStorage(io.BytesIO(a_picture()), "dozen.jpg")]
        hans.send("/keep/item/dozen", **sent | {"sent_picture": picture}, do="save")
    first, second = (said.arguments for said in bus.said if said.method == "save_draft")
    assert first == second


def test_a_picture_is_taken_away_and_no_other_file_is_a_picture(hans: Reader, bus: FakeBus, database: Database) -> None:
    kept = {"content": a_picture(), "name": "a", "account": "hans", "pictures_only": True, "now": NOON}
    mine = files.keep_file(database, **kept, purpose=Purpose.ITEM)
    other = files.keep_file(database, **kept, purpose=Purpose.ANSWER)
    hans.see("/keep/item/dozen")
    hans.send("/keep/item/dozen", 422, **filled_in(hans), picture=other.id, do="save")
    assert "This picture is gone. Send it again." in hans.page
    hans.send("/keep/item/dozen", **filled_in(hans), picture=mine.id, do="add.questions")
    assert picture_in(hans.page) == mine.id
    hans.send("/keep/item/dozen", **filled_in(hans), do="take_picture_away")
    assert picture_in(hans.page) == ""
