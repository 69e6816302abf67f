"""Standard answers, suggestions and corrections in the portal, what others ask most, and where to find the desk."""

from __future__ import annotations

import re
from typing import Any

import pytest

from services.shared.errors import Invalid, NotFound, Unavailable
from tests.gateway.builders import FakeBus
from tests.gateway.portal.reader import ITEM, SHOWN, Reader

pytestmark = pytest.mark.usefixtures("accounts", "services")
HERE = "/notifications/M26-000042"
NAME = {"nl": "Openingstijden", "en": "Opening hours"}
ARTICLE: dict[str, Any] = {
    "code": "openingstijden",
    "version": 3,
    "body": {
        "nl": "Open van **acht** tot *vijf*.\n\n- ma\n- di",
        "en": "Open from **eight**. See [here](https://a.example).",
    },
}
FOUND = [
    {"kind": "item", "code": "lamp", "title": "Verlichting", "summary": "", "category": None},
    {"kind": "article", "code": "openingstijden", "title": "Openingstijden", "summary": "Kort", "category": None},
]
SUGGESTION = {
    "kind": {"code": "malfunction", "because": ["knippert"], "by_item": True},
    "item": {"kind": "item", "code": "lamp", "title": "Verlichting", "summary": "", "category": "E"},
}
CALL = {
    "customer": "C-1",
    "kind": "information",
    "channel": "phone",
    "summary": "Wanneer is de balie open",
    "token": "t" * 24,
}


@pytest.fixture(autouse=True)
def _catalogue(bus: FakeBus) -> None:
    bus.answers |= {
        "catalog.get_article": ARTICLE,
        "catalog.find_in_catalogue": {"items": FOUND},
        "catalog.suggest": SUGGESTION,
    }


def asked_of(bus: FakeBus, method: str) -> list[tuple[Any, ...]]:
    """What was asked of a service by this method."""
    return [said.arguments for said in bus.said if said.method == method]


def test_an_article_fills_the_answer_in_the_customers_language(anna: Reader, bus: FakeBus) -> None:
    anna.see("/desk/register")
    page = anna.send("/desk/register", do="find_answer", answer_q="open", **CALL)
    assert 'value="openingstijden"' in page
    assert "Verlichting" not in page.partition('id="answering"')[2]
    # The customer wrote Dutch, whatever the agent reads.
    assert '<option value="nl" selected>' in page
    chosen = {"chosen_article": "openingstijden"}
    page = anna.send("/desk/register", do="use_answer", answer_q="open", **chosen, **CALL)
    assert "Open van acht tot vijf.\n\n- ma\n- di</textarea>" in page
    assert 'name="article" value="openingstijden"' in page
    assert 'name="version" value="3"' in page
    page = anna.send("/desk/register", do="use_answer", **chosen, answer_language="en", **CALL)
    assert "Open from eight. See here (https://a.example).</textarea>" in page


@pytest.mark.parametrize(
    ("came", "said"),
    [
        ({"status": "closed", "kind": "information"}, "The answer has been sent and the notification is closed."),
        ({"status": "ready", "kind": "complaint"}, "A complaint is closed after a contact with the customer"),
        ({"status": "ready", "kind": "wish"}, "The customer may object first"),
    ],
)
def test_answering_and_closing_is_one_call_and_says_what_came_of_it(
    anna: Reader, bus: FakeBus, came: dict[str, str], said: str
) -> None:
    bus.answers["intake.register_notification"] = SHOWN | came
    anna.see("/desk/register")
    typed = CALL | {"answer": "Van acht.", "article": "openingstijden", "version": "3"}
    assert said in anna.send("/desk/register", do="register_and_close", **typed)
    ((request,),) = asked_of(bus, "register_notification")
    answer = {"text": "Van acht.", "article": "openingstijden", "version": 3, "close": True}
    assert request["answer"] == answer
    assert asked_of(bus, "answer_notification") == []
    bus.answers["intake.answer_notification"] = SHOWN | came
    assert said in anna.send(
        f"{HERE}/answer", do="close", text="Van acht.", to="customer", article="openingstijden", version="3"
    )
    assert asked_of(bus, "answer_notification") == [("M26-000042", answer | {"to": "customer"})]


def test_the_page_of_a_notification_looks_answers_up_and_keeps_what_was_typed(anna: Reader, bus: FakeBus) -> None:
    anna.see(HERE)
    page = anna.send(f"{HERE}/answer", do="find_answer", text="Mijn begin", to="customer", answer_q="open")
    assert "Mijn begin</textarea>" in page
    assert 'value="openingstijden"' in page
    bus.answers["intake.answer_notification"] = Invalid("…", {"article": ["There is no article openingstijden."]})
    page = anna.send(f"{HERE}/answer", 422, do="close", text="Van acht.", to="customer", article="openingstijden")
    assert "There is no article openingstijden." in page
    assert "Van acht.</textarea>" in page
    assert asked_of(bus, "answer_notification")[0][1]["close"] is True


def test_an_answer_is_of_the_article_that_was_filled_in_also_when_another_is_chosen(anna: Reader, bus: FakeBus) -> None:
    anna.see("/desk/register")
    typed = {"answer": "Van acht.", "article": "openingstijden", "version": "3", "chosen_article": "parkeren"}
    page = anna.send("/desk/register", do="find_answer", answer_q="open", **typed, **CALL)
    assert 'name="article" value="openingstijden"' in page
    anna.send("/desk/register", do="register_and_answer", **typed, **CALL)
    ((request,),) = asked_of(bus, "register_notification")
    assert request["answer"] == {"text": "Van acht.", "article": "openingstijden", "version": 3}


def test_what_a_script_asks_for_comes_in_parts(anna: Reader, bus: FakeBus) -> None:
    part = anna.see("/desk/answers?q=open")
    assert "<html" not in part
    assert 'name="chosen_article" value="openingstijden"' in part
    assert '"version":3' in anna.see("/desk/answers/openingstijden?language=nl").replace(" ", "")
    part = anna.see("/desk/register/suggestion?summary=de lamp knippert")
    assert "<html" not in part
    assert 'value="accept"' in part
    assert "because of “knippert”" in part
    assert 'value="accept"' not in anna.see("/desk/register/suggestion?summary=x&kind=malfunction&catalogue_item=lamp")


def test_the_desk_takes_a_suggestion_over_and_both_are_kept(anna: Reader, bus: FakeBus) -> None:
    anna.see("/desk/register")
    call = CALL | {"kind": "", "summary": "De lamp knippert", "suggested_kind": "malfunction", "suggested_item": "lamp"}
    page = anna.send("/desk/register", do="accept", **call)
    assert 'name="kind" value="malfunction" checked' in page
    assert "How many?" in page
    anna.send("/desk/register", do="register", **(call | {"kind": "complaint"}))
    ((request,),) = asked_of(bus, "register_notification")
    assert request["kind"] == "complaint"
    assert request["suggested"] == {"kind": "malfunction", "catalogue_item": "lamp"}
    bus.answers["catalog.suggest"] = Unavailable("catalog is away.")
    assert "De lamp knippert" in anna.send("/desk/register", do="find", **call)


def test_a_customer_with_own_words_finds_the_kind_chosen(carla: Reader, bus: FakeBus) -> None:
    page = carla.see("/report?q=de lamp knippert")
    assert "Wij denken dat dit een storing is: er is iets kapot. Klopt dit niet?" in page
    assert 'name="kind" value="malfunction" checked' in page
    assert asked_of(bus, "suggest") == [({"q": "de lamp knippert", "language": "nl"},)]
    suggested = {"suggested_kind": "malfunction", "suggested_item": "lamp"}
    carla.send("/report", kind="complaint", summary="de lamp knippert", description="", **suggested)
    step = carla.at
    carla.send(step, do="next")
    carla.send(carla.at, remark="")
    carla.send(carla.at)
    ((request,),) = asked_of(bus, "register_notification")
    assert (request["kind"], request["suggested"]) == ("complaint", {"kind": "malfunction", "catalogue_item": "lamp"})


def test_who_chose_no_kind_is_suggested_one_before_it_is_an_error(carla: Reader, bus: FakeBus) -> None:
    carla.see("/report")
    page = carla.send("/report", summary="de lamp knippert", description="")
    assert "Wij denken dat dit een storing is" in page
    assert "Kies wat het is." not in page
    bus.answers["catalog.suggest"] = {"kind": None, "item": None}
    carla.see("/report")
    assert "Kies wat het is." in carla.send("/report", 422, summary="tja", description="")


def test_the_desk_corrects_kind_and_item(anna: Reader, bus: FakeBus) -> None:
    bus.answers["intake.get_notification"] = SHOWN | {"actions": ["correct"]}
    bus.answers["intake.correct_notification"] = SHOWN
    assert "Correct kind or item" in anna.see(HERE)
    found = {"kind": "wish", "item_q": "licht", "looked_up_item_q": "licht"}
    page = anna.send(f"{HERE}/correct", do="find_item", kind="wish", item_q="licht")
    assert f'name="catalogue_item" value="{ITEM["code"]}" autofocus' in page
    assert 'name="looked_up_item_q" value="licht"' in page
    for chosen in ({"catalogue_item": "lamp"}, {"catalogue_item": "="}, {"catalogue_item": ""}):
        anna.send(f"{HERE}/correct", do="correct", **found, **chosen)
    anna.send(f"{HERE}/correct", do="correct", kind="wish", item_q="")
    assert asked_of(bus, "correct_notification") == [
        ("M26-000042", {"kind": "wish", "catalogue_item": "lamp"}),
        ("M26-000042", {"kind": "wish"}),
        ("M26-000042", {"kind": "wish", "catalogue_item": None}),
        ("M26-000042", {"kind": "wish"}),
    ]


def test_an_item_stays_as_it_is_until_another_is_chosen(anna: Reader, bus: FakeBus) -> None:
    present = {"code": "lamp", "version": 1, "name": ITEM["name"], "promise": None}
    bus.answers["intake.get_notification"] = SHOWN | {"actions": ["correct"], "catalogue_item": present}
    assert 'name="catalogue_item" value="=" checked' in anna.see(HERE)
    found = {"kind": "wish", "item_q": "licht", "looked_up_item_q": "licht"}
    assert 'value="=" checked' in anna.send(f"{HERE}/correct", do="find_item", kind="wish", item_q="licht")
    bus.answers["intake.correct_notification"] = Unavailable("intake is away.")
    page = anna.send(f"{HERE}/correct", 503, do="correct", **found, catalogue_item="")
    assert 'name="catalogue_item" value="" checked' in page
    bus.answers["catalog.find_items"] = {"items": []}
    page = anna.send(f"{HERE}/correct", do="find_item", kind="wish", item_q="zeppelin")
    assert "Nothing found for “zeppelin”." in page
    assert 'value="=" checked' in page


def test_what_stays_as_the_form_showed_it_is_not_said_to_be_corrected(anna: Reader, bus: FakeBus) -> None:
    present = {"code": "lamp", "version": 1, "name": ITEM["name"], "promise": None}
    bus.answers["intake.get_notification"] = SHOWN | {"actions": ["correct"], "catalogue_item": present}
    bus.answers["intake.correct_notification"] = SHOWN
    page = anna.see(HERE)
    assert 'name="was_kind" value="malfunction"><input type="hidden" name="was_item" value="lamp"' in page
    was = {"was_kind": "malfunction", "was_item": "lamp"}
    for item in ("=", "lamp"):
        page = anna.send(f"{HERE}/correct", do="correct", kind="malfunction", catalogue_item=item, **was)
        assert "Nothing was changed." in page
    assert asked_of(bus, "correct_notification") == []
    page = anna.send(f"{HERE}/correct", do="correct", kind="malfunction", catalogue_item="", **was)
    assert "The notification has been corrected." in page
    # What somebody else corrected meanwhile is not undone by who left it as it was.
    assert asked_of(bus, "correct_notification") == [("M26-000042", {"catalogue_item": None})]


def test_words_that_nobody_looked_up_are_looked_up_before_anything_is_corrected(anna: Reader, bus: FakeBus) -> None:
    bus.answers["intake.get_notification"] = SHOWN | {"actions": ["correct"]}
    anna.see(HERE)
    typed = {"kind": "wish", "item_q": "lamp", "looked_up_item_q": "licht", "catalogue_item": "="}
    page = anna.send(f"{HERE}/correct", do="correct", **typed)
    assert f'name="catalogue_item" value="{ITEM["code"]}" autofocus' in page
    assert asked_of(bus, "correct_notification") == []


def test_the_timeline_says_which_article_was_used_and_what_was_corrected(anna: Reader, bus: FakeBus) -> None:
    step = SHOWN["timeline"][0] | {"text": None}
    about = {"kind": {"before": "malfunction", "after": "wish"}, "catalogue_item": {"before": None, "after": "lamp"}}
    lamp = {"code": "lamp", "version": 1, "name": ITEM["name"], "promise": None}
    chair = lamp | {"code": "stoel", "name": {"nl": "Bureaustoel", "en": "Desk chair"}}
    again = {"catalogue_item": {"before": "lamp", "after": "stoel"}, "asked": lamp}
    article = {"article": {"code": "openingstijden", "version": 3, "title": NAME}}
    steps = [step | {"what": "corrected", "about": one} for one in (about, again)]
    steps += [step | {"what": "solved", "about": article}]
    bus.answers["intake.get_notification"] = SHOWN | {"timeline": steps, "catalogue_item": chair}
    page = anna.see(HERE)
    assert "Malfunction → Wish" in page
    assert "none → Lighting" in page
    assert 'Lighting <span class="tag">version 1</span> → Desk chair' in page
    assert "Asked for before" not in page  # the line above says it
    assert 'href="/catalogue/answer/openingstijden">Opening hours</a> <span class="tag">version 3</span>' in page


def asked_item(code: str, nl: str, en: str) -> dict[str, Any]:
    return {"code": code, "version": 1, "name": {"nl": nl, "en": en}, "promise": None}


LAMP = asked_item("lamp", "Verlichting", "Lighting")
CHAIR, DESK = asked_item("stoel", "Bureaustoel", "Desk chair"), asked_item("bureau", "Bureau", "Desk")
VERSION = ' <span class="tag">version 1</span>'


@pytest.mark.parametrize(
    ("asked", "item", "told"),
    [
        ([], LAMP, [(f"Lighting{VERSION}", 1)]),
        ([LAMP], CHAIR, [(f"Desk chair{VERSION}", 0), (f"Answers for: Lighting{VERSION}", 1)]),
        ([LAMP, CHAIR], DESK, [(f"Desk{VERSION}", 0), (f"Answers for: Lighting{VERSION}", 1)]),
        ([LAMP], None, [(f"Answers for: Lighting{VERSION}", 1)]),
        ([LAMP, CHAIR], LAMP, [(f"Lighting{VERSION}", 1)]),
    ],
)
def test_answers_are_told_with_the_item_that_they_were_given_to(
    anna: Reader,
    carla: Reader,
    bus: FakeBus,
    asked: list[dict[str, Any]],
    item: dict[str, Any] | None,
    told: list[tuple[str, int]],
) -> None:
    steps = [SHOWN["timeline"][0] | {"what": "corrected", "about": {"asked": one}} for one in asked]
    answer = {"question": ITEM["questions"][0]["text"], "answer": {"nl": "3", "en": "3"}, "files": []}
    bus.answers["intake.get_notification"] = SHOWN | {
        "timeline": [*SHOWN["timeline"], *steps],
        "catalogue_item": item,
        "answers": [answer],
    }
    parts = re.findall(r'<section aria-labelledby="(?:item|answered)">.*?</section>', anna.see(HERE), re.DOTALL)
    assert [(re.findall("<h2.*?>(.*)</h2>", part)[0], part.count("How many?")) for part in parts] == told
    assert ("Antwoorden bij: Verlichting</h2>" in carla.see(HERE)) == any("Answers for" in one for one, _ in told)


def entries(count: int) -> list[dict[str, Any]]:
    """So many items, as they are counted."""
    return [{"kind": "item", "code": f"item-{n}", "count": 9 - n} for n in range(count)]


def test_the_first_page_shows_what_others_ask_most(carla: Reader, bus: FakeBus) -> None:
    bus.answers["reporting.list_most_asked"] = {"items": entries(5)}
    bus.answers["catalog.name_entries"] = lambda asked: {
        "items": [one | {"title": one["code"].title()} for one in asked["entries"] if one["code"] != "item-0"]
    }
    page = carla.see("/")
    assert "Wat anderen deze week het meest vragen" in page
    assert 'href="/catalogue/item/item-4">Item-4</a>' in page
    assert "Item-0" not in page  # it is not for this reader
    assert "Wat anderen" not in carla.see("/?q=lamp")
    for too_little in ({"items": entries(4)}, {"items": entries(3)}, Unavailable("reporting is away.")):
        bus.answers["reporting.list_most_asked"] = too_little
        assert "Wat anderen" not in carla.see("/")


def test_the_first_page_says_how_to_reach_the_desk(carla: Reader, bus: FakeBus) -> None:
    desk = {"phone": "026 123 45 67", "email": "balie@a.example", "place": {"nl": "Bij de ingang", "en": "At the door"}}
    bus.answers["intake.get_desk"] = desk
    page = carla.see("/")
    assert '<a href="tel:0261234567">026 123 45 67</a>' in page
    assert 'href="mailto:balie@a.example"' in page
    assert "Bij de ingang" in page
    bus.answers["intake.get_desk"] = NotFound("There is no desk yet.")
    assert "tel:" not in carla.see("/")


def test_own_words_go_along_to_the_form_from_what_was_found(carla: Reader) -> None:
    page = carla.see("/?q=de lamp knippert")
    assert 'href="/report?q=de+lamp+knippert"' in page
    assert 'href="/report?kind=wish&q=de+lamp+knippert"' in page


def test_keepers_see_what_became_of_suggestions(hans: Reader, bus: FakeBus) -> None:
    pairs = [
        {"about": "kind", "suggested": "wish", "became": "wish", "count": 200},
        {"about": "kind", "suggested": "wish", "became": "complaint", "count": 12},
        {"about": "item", "suggested": "lamp", "became": None, "count": 2},
    ]
    bus.answers["reporting.list_suggestions"] = {"kept": 200, "corrected": 14, "pairs": pairs}
    bus.answers["catalog.name_entries"] = {"items": [FOUND[0]]}
    page = hans.see("/keep/suggestions")
    assert "200 kept, 14 corrected" in page
    assert '<th scope="row">Wish</th><td>Complaint</td><td class="right">12</td>' in page
    assert '<th scope="row">Verlichting</th><td>none</td><td class="right">2</td>' in page
    bus.answers["reporting.list_suggestions"] = {"kept": 3, "corrected": 0, "pairs": pairs[:1]}
    assert "Nothing was corrected" in hans.see("/keep/suggestions")


def test_keepers_say_where_the_desk_is(hans: Reader, bus: FakeBus) -> None:
    kept = {"code": "LOKET", "name": NAME, "place": None, "phone": "026 1", "email": None, "mark": "m1"}
    bus.answers["intake.get_desk"] = kept
    assert 'name="name.nl" type="text" value="Openingstijden"' in hans.see("/keep/desk")
    typed = {"name.nl": "Loket", "name.en": "Counter", "phone": "bel", "email": "", "place.nl": "", "place.en": ""}
    typed |= {"seen": "m1", "token": "t" * 24}
    told = ["Give a telephone number, as 026 123 45 67."]
    bus.answers["intake.define_desk"] = Invalid("…", {"phone": told})
    page = hans.send("/keep/desk", 422, **typed)
    assert "Telephone: Give a telephone number, as 026 123 45 67." in page
    assert 'value="bel"' in page
    assert 'name="seen" value="m1"' in page
    bus.answers["intake.define_desk"] = {}
    assert "It is saved." in hans.send("/keep/desk", **typed)
    name = {"nl": "Loket", "en": "Counter"}
    desk = {"code": "LOKET", "name": name, "place": None, "phone": "bel", "email": None, "central": True}
    assert asked_of(bus, "define_desk") == [(desk, "m1")] * 2


def test_a_desk_is_not_overwritten_by_who_did_not_see_it(hans: Reader, bus: FakeBus) -> None:
    bus.answers["intake.get_desk"] = NotFound("There is no desk yet.")
    assert 'name="seen" value=""' in hans.see("/keep/desk")
    typed = {"name.nl": "", "name.en": "Counter", "phone": "", "email": "", "place.nl": "", "place.en": "", "seen": ""}
    bus.answers["intake.define_desk"] = Invalid("…", {"name": {"nl": ["Fill this in."]}})
    assert "Name in Dutch: Fill this in." in hans.send("/keep/desk", 422, **typed)
    # Where intake is away nobody knows whether there is a desk, so no form is shown as if there were none.
    bus.answers["intake.get_desk"] = Unavailable("intake is away.")
    page = hans.send("/keep/desk", 503, **typed)
    assert 'value="Counter"' in page
    assert len(asked_of(bus, "define_desk")) == 1
    assert 'name="name.en"' not in hans.see("/keep/desk", 503)


def test_others_do_not_keep_the_desk(anna: Reader) -> None:
    anna.see("/keep/desk", 403)
    anna.see("/keep/suggestions", 403)
