"""What a customer meets in the four steps of a report: what is known is not asked again, and is told in words."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.gateway.builders import FakeBus
from tests.gateway.portal.reader import Reader
from tests.gateway.portal.test_catalogue import CHOICES, ITEM, a_question

pytestmark = pytest.mark.usefixtures("accounts", "services")


@pytest.fixture(autouse=True)
def catalogue(bus: FakeBus, services: None) -> None:
    bus.answers["catalog.get_item"] = ITEM


def begun(carla: Reader) -> str:
    """The address of the second step."""
    carla.see("/report?item=dozen")
    carla.send("/report", item="dozen", kind="wish", summary="Verhuisdozen")
    return carla.at


def answers_shown(page: str) -> list[str]:
    """The answers to the questions of the item, on the last page."""
    (where,) = re.findall(r"<h2>Waar is het\?</h2>.*?</section>", page, re.DOTALL)
    told = re.findall(r'<dd>\s*<span class="text">(.*?)</span>', where)
    return told[1:]


def test_the_last_page_tells_answers_in_words(carla: Reader, bus: FakeBus) -> None:
    types = {"dag": "date", "tijd": "time", "maat": "number", "soort": "choices", "plek": "location"}
    questions = [a_question(code, type, choices=CHOICES) for code, type in types.items()]
    bus.answers["catalog.get_item"] = ITEM | {"questions": questions}
    typed: dict[str, Any] = {"answers.dag": "2026-12-03", "answers.tijd": "09:30:00", "answers.maat": "2.5"}
    typed |= {"answers.plek": "A-2", "choices.soort": ["", "klein", "groot"]}
    step = begun(carla)
    carla.send(step, catalogue_item="dozen", shown="dozen", do="next", asked=" ".join(types), **typed)
    words = ["3 december 2026", "09:30", "2,5", "Klein, Groot"]
    assert answers_shown(carla.see(step.replace("where", "check"))) == [*words, "A-2"]
    # Who knows the places calls them by their name.
    known = [{"code": code, "answer": "Stadhuis › Kamer 2" if code == "plek" else "in woorden"} for code in types]
    bus.answers["intake.check_request"] = {"answers": known}
    assert answers_shown(carla.see(carla.at)) == ["in woorden"] * 4 + ["Stadhuis › Kamer 2"]


def test_the_last_page_shows_what_cannot_be_used_as_it_was_typed(carla: Reader, bus: FakeBus) -> None:
    bus.answers["catalog.get_item"] = ITEM | {"questions": [a_question("maat", "number")]}
    step = begun(carla)
    carla.send(step, 422, catalogue_item="dozen", shown="dozen", do="next", asked="maat", **{"answers.maat": "veel"})
    assert answers_shown(carla.see(step.replace("where", "check"))) == ["veel"]


def terms_shown(page: str) -> list[tuple[str, str]]:
    """What the last page says that it costs, takes and needs."""
    told = re.findall(r"<h2>Goed om te weten</h2>.*?</section>", page, re.DOTALL)
    return [pair for part in told for pair in re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", part)]


def test_the_last_page_tells_what_is_agreed_to(carla: Reader, bus: FakeBus) -> None:
    page = carla.see(begun(carla).replace("where", "check"))
    told = [
        ("Wat het kost", "€\xa02,50 per doos, voor rekening van uw organisatie"),
        ("Hoe lang het duurt", "Binnen 2 werkdagen: uiterlijk woensdag 4 maart, 17:00"),
        ("Akkoord", "Boven €\xa0250,00 moet uw budgethouder eerst akkoord gaan"),
    ]
    assert terms_shown(page) == told
    bus.answers["catalog.get_item"] = ITEM | {
        "kinds": ["malfunction"],
        "price": None,
        "lead_time": None,
        "approval": None,
    }
    assert terms_shown(carla.see(carla.at)) == []
    bus.answers["catalog.get_item"] = ITEM
    carla.send("/report", item="", kind="wish", summary="Verhuisdozen")
    assert terms_shown(carla.see(carla.at.replace("where", "check"))) == []


def sent(bus: FakeBus) -> int:
    return sum(said.method == "register_notification" for said in bus.said)


def test_nobody_orders_on_terms_that_they_have_not_seen(carla: Reader, bus: FakeBus) -> None:
    bus.answers["catalog.get_item"] = ITEM | {"questions": []}
    step = begun(carla).replace("where", "check")
    page = carla.see(step)
    assert 'name="shown" value="dozen 3"' in page
    price = ITEM["price"] | {"amount": "3.00", "payer": "customer"}
    bus.answers["catalog.get_item"] = ITEM | {"questions": [], "version": 4, "price": price}
    page = carla.send(step, 409, shown="dozen 3")
    assert "Dit product of deze dienst is intussen gewijzigd. Kijk na wat er staat en verstuur het opnieuw." in page
    assert "€\xa03,00 per doos, u betaalt zelf" in page
    assert sent(bus) == 0
    assert 'name="shown" value="dozen 4"' in page
    carla.send(step, shown="dozen 4")
    assert carla.at.endswith("/sent")
    assert sent(bus) == 1


def test_a_last_page_that_says_no_version_is_sent(carla: Reader, bus: FakeBus) -> None:
    step = begun(carla).replace("where", "check")
    carla.send(step)
    assert carla.at.endswith("/sent")
    assert sent(bus) == 1


def test_what_is_asked_for_as_one_thing_only_is_not_asked_what_it_is(carla: Reader, bus: FakeBus) -> None:
    page = carla.see("/report?item=dozen")
    assert 'name="kind" value="wish">' in page
    assert 'type="radio"' not in page
    assert "Wens</span>" in page
    bus.answers["catalog.get_item"] = ITEM | {"kinds": ["malfunction", "wish"]}
    assert carla.see("/report?item=dozen").count('type="radio"') == 4


def test_something_else_is_chosen_than_the_item_and_nothing_typed_is_lost(carla: Reader) -> None:
    carla.see("/report?item=dozen")
    typed = {"item": "dozen", "kind": "wish", "description": "Voor maandag", "do": "other_item"}
    page = carla.send("/report", summary="Verhuisdozen", **typed)
    assert carla.at.endswith("/what")
    assert "Voor maandag</textarea>" in page
    assert 'name="summary" type="text" value=""' in page
    assert page.count('type="radio"') == 4
    assert " checked" not in page
    assert 'name="item"' not in page
    assert 'value="Twee dozen"' in carla.send(carla.at, summary="Twee dozen", **typed)


@pytest.mark.parametrize(
    ("asked", "back"),
    [
        ("", "/"),
        ("?q=doos", "/?q=doos"),
        ("?item=dozen", "/catalogue/item/dozen"),
        ("?item=dozen&q=doos", "/catalogue/item/dozen?q=doos"),
    ],
)
def test_back_leads_to_where_somebody_came_from_also_after_an_error(carla: Reader, asked: str, back: str) -> None:
    came = dict(re.findall(r"(\w+)=(\w+)", asked))
    assert f'class="back" href="{back}"' in carla.see(f"/report{asked}")
    assert f'class="back" href="{back}"' in carla.send("/report", 422, summary="", kind="wish", **came)
    assert 'class="back" href="/?q=doos"' in carla.see("/catalogue/item/dozen?q=doos")


def test_the_desk_need_not_choose_the_kind_of_what_has_one(anna: Reader, bus: FakeBus) -> None:
    chosen = 'name="kind" value="wish" checked'
    assert chosen in anna.see("/desk/register?catalogue_item=dozen")
    call = {"catalogue_item": "dozen", "customer": "C-1", "summary": "Dozen", "token": "t" * 24}
    assert chosen in anna.send("/desk/register", **call, do="show_questions")
    # What the agent chose stays.
    page = anna.send("/desk/register", **call, kind="complaint", do="show_questions")
    assert 'name="kind" value="complaint" checked' in page
    bus.answers["catalog.get_item"] = ITEM | {"kinds": ["malfunction", "wish"]}
    assert 'name="kind" value="wish" checked' not in anna.send("/desk/register", **call, do="show_questions")


def test_the_kind_that_an_item_filled_in_goes_with_that_item(anna: Reader, bus: FakeBus) -> None:
    kinds = {"dozen": ["wish"], "lamp": ["malfunction", "wish"], "lek": ["malfunction"]}
    bus.answers["catalog.get_item"] = lambda code: ITEM | {"code": code, "kinds": kinds[code]}
    bus.answers["intake.find_customers"] = {"items": []}
    call = {"summary": "x", "customer": "", "shown": "dozen", "kind": "wish", "do": "show_questions"}
    filled = re.compile(r'name="filled_kind" value="(\w+)"')

    def chosen(**fields: str) -> tuple[list[str], list[str]]:
        page = anna.send("/desk/register", **call | fields)
        return re.findall(r'name="kind" value="(\w+)" checked', page), filled.findall(page)

    assert filled.findall(anna.see("/desk/register?catalogue_item=dozen")) == ["wish"]
    assert chosen(catalogue_item="dozen", filled_kind="wish") == (["wish"], ["wish"])
    assert chosen(catalogue_item="lamp", filled_kind="wish") == ([], [])
    assert chosen(catalogue_item="lek", filled_kind="wish") == (["malfunction"], ["malfunction"])
    assert chosen(catalogue_item="", filled_kind="wish") == ([], [])
    # What the agent chose stays.
    assert chosen(catalogue_item="lamp") == (["wish"], [])
    assert chosen(catalogue_item="lamp", filled_kind="malfunction") == (["wish"], [])
    accepted = {"do": "accept", "suggested_item": "lamp", "filled_kind": "wish"}
    assert chosen(catalogue_item="dozen", suggested_kind="wish", **accepted) == (["wish"], [])
    assert chosen(catalogue_item="dozen", **accepted) == ([], [])
