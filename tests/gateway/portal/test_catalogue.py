"""The catalogue in the portal: finding while typing, an item with its terms, answers that help, questions in turn."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from services.shared.errors import NotFound, Unavailable
from services.shared.kit import clock
from services.shared.kit.config import Config
from services.shared.months import MONTHS
from tests.gateway.builders import FakeBus
from tests.gateway.portal.reader import Reader

NAME = {"nl": "Verhuisdozen", "en": "Moving boxes"}
NO_SUCH_ITEM = NotFound("There is no catalogue item dozen.")
CATEGORY = {"code": "VERHUIZEN", "name": {"nl": "Verhuizen", "en": "Moving"}, "within": None}


def a_question(code: str, type: str = "text", **different: Any) -> dict[str, Any]:
    """A required question, called by its code."""
    question = {"code": code, "text": {"nl": f"{code}?", "en": f"{code}?"}, "help": None, "type": type, "choices": []}
    return question | {"required": True, "lowest": None, "highest": None, "when": None, "stop": None} | different


CHOICES = [{"code": one, "name": {"nl": one.title(), "en": one.title()}} for one in ("klein", "groot")]
ITEM: dict[str, Any] = {
    "code": "dozen",
    "version": 3,
    "name": NAME,
    "description": {"nl": "Stevige dozen.", "en": "Sturdy boxes."},
    "category": CATEGORY,
    "kinds": ["wish"],
    "level": "click",
    "price": {"amount": "2.50", "unit": {"nl": "doos", "en": "box"}, "payer": "organisation"},
    "lead_time": {"amount": 2, "unit": "days"},
    "ready_by": "2026-03-04T16:00:00+00:00",
    "approval": {"rule": "above_amount", "amount": "250.00"},
    "contact": "Huisdienst",
    "articles": [{"code": "inpakken", "title": {"nl": "Inpakken", "en": "Packing"}, "summary": NAME}],
    "steps": [],
    "questions": [
        a_question("maat", "choice", choices=CHOICES),
        a_question("waarom", when={"question": "maat", "answers": ["groot"]}),
        a_question("soort", "choices", required=False, choices=CHOICES),
    ],
}
ARTICLE: dict[str, Any] = {
    "code": "inpakken",
    "title": {"nl": "Zo pakt u in", "en": "How to pack"},
    "summary": NAME,
    "body": {"nl": "Eerst **zwaar**.\n\n<script>alert(1)</script>", "en": "First *heavy*."},
    "items": ["dozen"],
    "public": True,
}
FOUND = [
    {"kind": "item", "code": "dozen", "title": "Verhuisdozen", "summary": "Stevige dozen.", "category": "VERHUIZEN"},
    {"kind": "article", "code": "inpakken", "title": "Zo pakt u in", "summary": "Zwaar eerst.", "category": None},
]
pytestmark = pytest.mark.usefixtures("accounts")


@pytest.fixture(autouse=True)
def _catalogue(bus: FakeBus) -> None:
    bus.answers |= {
        "catalog.get_item": ITEM,
        "catalog.get_article": ARTICLE,
        "catalog.rate_article": ARTICLE,
        "catalog.find_in_catalogue": {"items": FOUND},
        "catalog.list_categories": {"items": [CATEGORY]},
        "catalog.outline_catalogue": {
            "items": [CATEGORY | {"count": 14, "items": [{"code": "dozen", "title": "Verhuisdozen"}]}]
        },
        "intake.get_customer": {"code": "C-1", "name": "Carla", "organisation": {"code": "GEM", "name": "Gemeente"}},
    }


def test_what_is_found_while_typing_is_a_part_of_a_page(carla: Reader, bus: FakeBus) -> None:
    part = carla.see("/find?q=verhuis")
    assert "<html" not in part
    assert "<p data-said>2 gevonden</p>" in part
    assert 'href="/catalogue/item/dozen?q=verhuis"' in part
    assert 'href="/catalogue/answer/inpakken?q=verhuis"' in part
    assert "Direct antwoord" in part
    (said,) = (said for said in bus.said if said.method == "find_in_catalogue")
    assert said.arguments == ({"q": "verhuis", "language": "nl", "typing": True, "limit": 6},)
    assert '"organisation": "GEM"' in said.context["actor"]
    bus.answers["catalog.find_in_catalogue"] = {"items": []}
    nothing = carla.see("/find?q=xyzzy")
    assert "<p data-said>0 gevonden</p>" in nothing
    assert "Nog niets gevonden voor ‘xyzzy’." in nothing
    bus.answers["catalog.find_in_catalogue"] = Unavailable("catalog is away.")
    assert carla.see("/find?q=verhuis") == ""


@pytest.mark.parametrize("address", ["/", "/catalogue"])
def test_only_how_many_were_found_is_said_aloud(carla: Reader, address: str) -> None:
    page = carla.see(address)
    assert '<p class="unseen" role="status" data-found-said></p>' in page
    assert "<div data-found-here hidden></div>" in page


def test_the_first_page_finds_and_shows_the_categories(carla: Reader, bus: FakeBus) -> None:
    page = carla.see("/")
    assert 'href="/catalogue/VERHUIZEN"' in page
    assert "Verhuisdozen, …" in page
    found = carla.see("/?q=verhuis")
    assert 'href="/catalogue/item/dozen?q=verhuis"' in found
    assert "VERHUIZEN" not in found
    bus.answers["catalog.outline_catalogue"] = Unavailable("catalog is away.")
    assert "Waarmee kunnen we u helpen?" in carla.see("/")


def test_the_catalogue_names_what_there_is_per_category(carla: Reader, bus: FakeBus) -> None:
    page = carla.see("/catalogue")
    assert 'href="/catalogue/item/dozen"' in page
    assert "Alle 14" in page
    page = carla.see("/catalogue/VERHUIZEN")
    assert "Stevige dozen." in page
    assert "inpakken" not in page  # an article is no product or service
    carla.see("/catalogue/ONBEKEND", 404)
    bus.answers["catalog.find_in_catalogue"] = {"items": []}
    assert "Hier is op dit moment niets voor u" in carla.see("/catalogue/VERHUIZEN")
    bus.answers["catalog.outline_catalogue"] = {"items": []}
    assert "De catalogus is leeg of geeft geen antwoord" in carla.see("/catalogue")


def test_an_item_says_what_it_costs_and_when_it_is_ready(carla: Reader, bus: FakeBus) -> None:
    page = carla.see("/catalogue/item/dozen")
    assert "€\xa02,50 per doos, voor rekening van uw organisatie" in page
    assert "Binnen 2 werkdagen: uiterlijk woensdag 4 maart" in page
    assert "Boven €\xa0250,00 moet uw budgethouder eerst akkoord gaan" in page
    assert 'href="/catalogue/answer/inpakken"' in page
    assert "maat?" in page
    assert "waarom?" not in page  # it is only asked of some
    assert 'href="/report?item=dozen"' in page
    bus.answers["catalog.get_item"] = (
        ITEM
        | {"price": None, "lead_time": {"amount": 1, "unit": "hours"}}
        | {
            "ready_by": None,
            "approval": {"rule": "budget_holder", "amount": None},
        }
    )
    page = carla.see("/catalogue/item/dozen")
    assert "Niets" in page
    assert "Binnen 1 werkuur</dd>" in page
    assert "Uw budgethouder moet eerst akkoord gaan" in page
    bus.answers["catalog.get_item"] = NO_SUCH_ITEM
    bus.answers["catalog.get_former_item"] = NO_SUCH_ITEM
    carla.see("/catalogue/item/dozen", 404)
    carla.see("/report?item=dozen", 404)
    bus.answers["catalog.get_item"] = Unavailable("catalog is away.")
    assert "Stap 1 van 4" in carla.see("/report?item=dozen")


def test_an_item_says_in_which_buildings_it_is_delivered(carla: Reader, bus: FakeBus) -> None:
    bus.answers["catalog.get_item"] = ITEM | {"buildings": ["SH", "TOREN"]}
    bus.answers["intake.find_locations"] = {"items": [{"code": "SH", "name": "Stadhuis", "path": "Stadhuis"}]}
    assert "<dt>Alleen in</dt><dd>Stadhuis, TOREN</dd>" in carla.see("/catalogue/item/dozen")
    bus.answers["intake.find_locations"] = Unavailable("intake is away.")
    assert "<dt>Alleen in</dt><dd>SH, TOREN</dd>" in carla.see("/catalogue/item/dozen")


def test_what_is_over_leads_to_what_there_is_instead(carla: Reader, bus: FakeBus) -> None:
    bus.answers["catalog.get_item"] = NO_SUCH_ITEM
    see_also = [{"code": "kratten", "name": {"nl": "Kratten", "en": "Crates"}}]
    former = {"code": "dozen", "name": NAME, "category": CATEGORY, "see_also": see_also}
    bus.answers["catalog.get_former_item"] = former
    for address in ("/catalogue/item/dozen", "/report?item=dozen"):
        page = carla.see(address, 410)
        assert "Verhuisdozen wordt niet meer aangeboden" in page
        for link in ("/catalogue/item/kratten", "/catalogue/VERHUIZEN", "/report?kind=wish"):
            assert f'href="{link}"' in page


@pytest.mark.parametrize(
    ("different", "mark"),
    [
        ({"status": "retired", "offered": "over"}, "Retired"),
        ({"offered": "later", "valid_from": "2026-12-03"}, "Not offered before 3 December 2026"),
        ({"offered": "over", "valid_to": "2026-02-28"}, "Not offered after 28 February 2026"),
    ],
)
def test_staff_see_that_an_item_is_not_offered_and_what_to_do(
    anna: Reader, bus: FakeBus, different: dict[str, str], mark: str
) -> None:
    bus.answers["catalog.get_item"] = ITEM | different
    page = anna.see("/catalogue/item/dozen")
    assert f'<h2 id="not-offered">{mark}</h2>' in page
    assert "Look for something else in: Moving" in page
    assert "/desk/register?catalogue_item" not in page
    bus.answers["catalog.get_item"] = ITEM | {"offered": "now"}
    assert "not-offered" not in anna.see("/catalogue/item/dozen")


@pytest.mark.parametrize("address", ["/find?q=v", "/?q=v", "/catalogue", "/catalogue/VERHUIZEN"])
def test_a_list_shows_the_picture_and_what_it_costs(carla: Reader, bus: FakeBus, address: str) -> None:
    price = {"amount": "4.50", "unit": {"nl": "per stuk", "en": "each"}, "payer": "organisation"}
    item = FOUND[0] | {"picture": "a" * 32, "price": price, "kinds": ["wish"]}

    def see(item: dict[str, Any]) -> str:
        bus.answers["catalog.find_in_catalogue"] = {"items": [item]}
        bus.answers["catalog.outline_catalogue"] = {"items": [CATEGORY | {"count": 1, "items": [item]}]}
        return carla.see(address)

    assert f'<img src="/files/{"a" * 32}/small" alt="" loading="lazy" width="96" height="64">' in see(item)
    assert '<p class="price">€\xa04,50 per stuk</p>' in see(item)
    assert '<p class="price">Kost niets</p>' in see(item | {"price": None})
    plain = see(item | {"picture": None, "price": None, "kinds": ["malfunction", "wish"]})
    assert "<img" not in plain
    assert 'class="price"' not in plain


def test_an_item_is_shown_with_its_picture(carla: Reader, bus: FakeBus) -> None:
    assert "<img" not in carla.see("/catalogue/item/dozen")
    bus.answers["catalog.get_item"] = ITEM | {"picture": "a" * 32}
    assert f'<img src="/files/{"a" * 32}" alt="">' in carla.see("/catalogue/item/dozen")


def test_an_agent_registers_from_the_page_of_an_item(anna: Reader) -> None:
    page = anna.see("/catalogue/item/dozen")
    assert 'href="/desk/register?catalogue_item=dozen"' in page
    assert "/report?item" not in page


def test_an_article_is_shown_without_anything_that_could_do_harm(carla: Reader) -> None:
    page = carla.see("/catalogue/answer/inpakken")
    assert "<strong>zwaar</strong>" in page
    assert "alert(1)" not in page
    assert "Is het hiermee opgelost?" in page


def test_an_answer_that_is_retired_leads_to_what_there_is_instead(carla: Reader, bus: FakeBus) -> None:
    bus.answers["catalog.get_article"] = NotFound("There is no article inpakken.")
    bus.answers["catalog.get_former_article"] = {
        "code": "inpakken",
        "title": {"nl": "Zelf inpakken", "en": "Packing"},
        "see_also": [{"code": "kratten", "name": {"nl": "Kratten", "en": "Crates"}}],
    }
    page = carla.see("/catalogue/answer/inpakken", 410)
    assert "Dit antwoord wordt niet meer gegeven." in page
    for link in ("/catalogue/item/kratten", "/?q=Zelf+inpakken", "/catalogue", "/report?kind=information"):
        assert f'href="{link}"' in page
    bus.answers["catalog.get_former_article"] = NotFound("There is no article inpakken that was given before.")
    carla.see("/catalogue/answer/inpakken", 404)


@pytest.mark.parametrize(
    ("helped", "shown"), [("yes", "Fijn om te horen dat het is opgelost"), ("no", "Jammer dat dit niet hielp")]
)
def test_saying_whether_it_helped_counts_once(carla: Reader, bus: FakeBus, helped: str, shown: str) -> None:
    carla.see("/catalogue/answer/inpakken")
    for _ in range(2):
        carla.send("/catalogue/answer/inpakken/helped", helped=helped, token="t" * 24)
        assert shown in carla.page
    rated = [said for said in bus.said if said.method == "rate_article"]
    assert [said.arguments for said in rated] == [("inpakken", {"helped": helped == "yes"})] * 2
    assert {said.context["idempotency_key"] for said in rated} == {"t" * 24}


def test_what_was_looked_for_goes_along_to_the_answer_and_into_the_form(carla: Reader) -> None:
    assert 'href="/catalogue/answer/inpakken?q=dozen+inpakken"' in carla.see("/?q=dozen inpakken")
    page = carla.see("/catalogue/answer/inpakken?q=dozen inpakken")
    assert 'href="/?q=dozen+inpakken"' in page
    assert '<input type="hidden" name="q" value="dozen inpakken">' in page
    page = carla.send("/catalogue/answer/inpakken/helped", helped="no", token="t" * 24, q="dozen inpakken")
    assert "U zocht naar ‘dozen inpakken’" in page
    assert 'href="/report?q=dozen+inpakken"' in page
    assert 'name="summary" type="text" value="dozen inpakken"' in carla.see("/report?q=dozen+inpakken")


def begun(carla: Reader) -> str:
    """The address of the second step of asking for the boxes."""
    assert 'value="Verhuisdozen"' in carla.see("/report?item=dozen")
    carla.send("/report", item="dozen", kind="wish", summary="Verhuisdozen", description="")
    return carla.at


def test_a_question_that_another_answer_leads_to_is_shown_before_it_is_missed(carla: Reader) -> None:
    step = begun(carla)
    chosen = {"catalogue_item": "dozen", "shown": "dozen", "do": "next"}
    carla.send(step, **chosen, asked="maat soort", **{"answers.maat": "groot"})
    assert "Stap 2 van 4" in carla.page
    assert "Beantwoord deze vraag." not in carla.page
    assert 'name="asked" value="maat waarom soort"' in carla.page
    again = carla.send(step, 422, **chosen, asked="maat waarom soort", **{"answers.maat": "groot"})
    assert "Beantwoord deze vraag." in again
    carla.send(step, **chosen, asked="maat soort", **{"answers.maat": "klein", "answers.waarom": "Zomaar"})
    assert "Stap 3 van 4" in carla.page


def test_a_day_that_is_too_early_is_told_beside_the_field_which_knows_the_limit(carla: Reader, bus: FakeBus) -> None:
    limits = {"lowest": 0.0, "highest": 30.0}
    bus.answers["catalog.get_item"] = ITEM | {"questions": [a_question("dag", "date", **limits)]}
    step = begun(carla)
    today = clock.now().astimezone(Config().tz).date()
    yesterday, last = (today + timedelta(days=days) for days in (-1, 30))
    chosen = {"catalogue_item": "dozen", "shown": "dozen", "do": "next", "asked": "dag"}
    page = carla.send(step, 422, **chosen, **{"answers.dag": yesterday.isoformat()})
    assert f'value="{yesterday}"' in page
    assert f'min="{today}" max="{last}"' in page
    first = f"{today.day} {MONTHS['nl'][today.month - 1]} {today.year}"
    assert f"De eerste mogelijke dag is {first}." in page
    carla.send(step, **chosen, **{"answers.dag": today.isoformat()})
    assert "Stap 3 van 4" in carla.page


def test_what_is_retired_meanwhile_is_told_before_anything_is_sent(carla: Reader, bus: FakeBus) -> None:
    step = begun(carla)
    answers = {"answers.maat": "klein", "choices.soort": ["", "groot"]}
    carla.send(step, catalogue_item="dozen", shown="dozen", do="next", asked="maat soort", **answers)
    carla.send(carla.at, remark="Na 14 uur")
    bus.answers["catalog.get_item"] = NO_SUCH_ITEM
    told = "Dit wordt niet meer aangeboden. Kies iets anders, of ga verder zonder."
    assert told in carla.see(carla.at)
    assert told in carla.see(step)
    carla.send(step, catalogue_item="", do="next")
    carla.send(carla.at, remark="Na 14 uur")
    assert told not in carla.page
    assert "Na 14 uur" in carla.page


def test_several_answers_are_kept_shown_and_sent(carla: Reader, bus: FakeBus) -> None:
    bus.answers["intake.register_notification"] = {"number": "M26-000042", "catalogue_item": {"promise": None}}
    step = begun(carla)
    answers = {"answers.maat": "klein", "choices.soort": ["", "groot", "klein"]}
    carla.send(step, catalogue_item="dozen", shown="dozen", do="next", asked="maat soort", **answers)
    carla.send(carla.at, remark="")
    assert "Klein, Groot" in carla.page
    carla.send(carla.at)
    (said,) = (said for said in bus.said if said.method == "register_notification")
    assert said.arguments[0]["answers"] == {"maat": "klein", "soort": ["groot", "klein"]}


def test_an_answer_that_ends_the_form_shows_the_advice_and_goes_no_further(carla: Reader, bus: FakeBus) -> None:
    advice = {"nl": "Bel direct 112.", "en": "Call 112."}
    question = a_question("maat", "choice", choices=CHOICES, stop={"answers": ["groot"], "advice": advice})
    bus.answers["catalog.get_item"] = ITEM | {"questions": [question]}
    step = begun(carla)
    chosen = {"catalogue_item": "dozen", "shown": "dozen", "do": "next", "asked": "maat"}
    page = carla.send(step, 422, **chosen, **{"answers.maat": "groot"})
    assert "maat? Bel direct 112." in page
    carla.send(step, **chosen, **{"answers.maat": "klein"})
    assert "Stap 3 van 4" in carla.page


def test_a_place_where_it_is_not_delivered_is_refused_beside_the_place(carla: Reader, bus: FakeBus) -> None:
    here = {"code": "T-1", "name": "Etage 1", "path": "Toren › Etage 1", "building": "TOREN"}
    bus.answers["intake.find_locations"] = {"items": [here]}
    bus.answers["catalog.get_item"] = ITEM | {"buildings": ["SH"], "questions": []}
    wrong = {"field": "location", "message": "Verhuisdozen wordt in dit gebouw niet geleverd."}
    nothing: dict[str, Any] = {"missing": [], "unclear": [], "stops": []}
    bus.answers["intake.check_request"] = nothing | {"refused": [wrong]}
    step = begun(carla)
    assert 'The place <span class="optional">' not in carla.page
    chosen = {"catalogue_item": "dozen", "do": "next"}
    page = carla.send(step, 422, **chosen)
    # Nothing was looked for yet, so it is said where one looks.
    assert 'aria-describedby="location-help location-error" aria-invalid="true"' in page
    page = carla.send(step, 422, **chosen, location="T-1", shown_location="yes")
    assert '<a href="#f-location">Verhuisdozen wordt in dit gebouw niet geleverd.</a>' in page
    assert '<fieldset id="f-location" class="field radios  wrong"' in page
    assert "Toren › Etage 1" in page
    (first, second) = (said.arguments[0] for said in bus.said if said.method == "check_request")
    assert (first["location"], second["location"], second["kind"]) == (None, "T-1", "wish")
    unfit = {"field": "kind", "message": "Verhuisdozen is niet aan te vragen als wens."}
    bus.answers["intake.check_request"] = nothing | {"refused": [unfit]}
    page = carla.send(step, 422, **chosen, location="T-1", shown_location="yes")
    assert "als wens. Kies iets anders, of ga een stap terug en kies wat erbij past." in page
    bus.answers["intake.check_request"] = nothing | {"refused": []}
    carla.send(step, **chosen, location="T-1", shown_location="yes")
    assert "Stap 3 van 4" in carla.page


def test_what_is_suggested_is_delivered_where_it_was_said_to_be(carla: Reader, bus: FakeBus) -> None:
    here = {"code": "T-1", "name": "Etage 1", "path": "Toren › Etage 1", "building": "TOREN"}
    bus.answers["intake.find_locations"] = {"items": [here]}
    carla.see("/report?kind=wish")
    carla.send("/report", kind="wish", summary="Ik ga verhuizen", description="")
    carla.send(carla.at, location_query="etage", location="T-1", do="find_location")
    asked = [said.arguments[0]["building"] for said in bus.said if said.method == "find_items"]
    assert asked == [None, "TOREN"]


def test_what_is_suggested_is_of_the_kind_that_was_chosen(carla: Reader, bus: FakeBus) -> None:
    others = [ITEM | {"code": f"storing-{n}", "kinds": ["malfunction"]} for n in range(4)]
    bus.answers["catalog.find_items"] = {"items": [*others, ITEM | {"code": "past", "kinds": ["wish"]}]}
    for kind, codes in (("wish", ["past"]), ("complaint", ["storing-0", "storing-1", "storing-2"])):
        carla.see(f"/report?kind={kind}")
        page = carla.send("/report", kind=kind, summary="Ik ga verhuizen", description="")
        shown = [code for code in (*(one["code"] for one in others), "past") if f'value="{code}"' in page]
        assert shown == codes


def test_what_is_promised_is_on_the_last_page(carla: Reader, bus: FakeBus) -> None:
    promise = {"ready_by": "2026-03-04T16:00:00+00:00", "text": {"nl": "Uiterlijk woensdag.", "en": "On Wednesday."}}
    bus.answers["intake.register_notification"] = {"number": "M26-000042", "catalogue_item": {"promise": promise}}
    step = begun(carla)
    carla.send(step, catalogue_item="dozen", shown="dozen", do="next", asked="maat soort", **{"answers.maat": "klein"})
    carla.send(carla.at, remark="")
    carla.send(carla.at)
    assert "Uiterlijk woensdag." in carla.page


def test_what_it_may_be_about_is_suggested_from_what_somebody_says(carla: Reader, bus: FakeBus) -> None:
    bus.answers["catalog.find_items"] = {"items": [ITEM]}
    carla.see("/report?kind=wish")
    carla.send("/report", kind="wish", summary="Ik ga verhuizen", description="")
    assert "Gaat het over een van deze?" in carla.page
    assert "Verhuisdozen" in carla.page
    (said,) = (said for said in bus.said if said.method == "find_items")
    assert said.arguments == ({"q": "Ik ga verhuizen", "limit": 12, "building": None},)


@pytest.mark.parametrize(
    ("opening", "shown"),
    [
        ({"open": True, "until": "2026-03-02T16:30:00+00:00", "opens": None}, "is nu open, tot 17:30 uur."),
        ({"open": True, "until": None, "opens": None}, "De servicedesk is nu open."),
        (
            {"open": False, "until": None, "opens": "2026-03-03T06:30:00+00:00"},
            "is nu gesloten en opent dinsdag 3 maart",
        ),
    ],
)
def test_the_first_page_says_whether_the_desk_is_open(
    carla: Reader, bus: FakeBus, opening: dict[str, Any], shown: str
) -> None:
    bus.answers["catalog.get_opening"] = opening
    assert shown in carla.see("/")


def test_without_a_calendar_the_first_page_says_nothing_of_hours(carla: Reader, bus: FakeBus) -> None:
    for nothing in ({"open": None, "until": None, "opens": None}, Unavailable("catalog is away.")):
        bus.answers["catalog.get_opening"] = nothing
        assert "De servicedesk is nu" not in carla.see("/")
