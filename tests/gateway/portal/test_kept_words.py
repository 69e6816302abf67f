"""The keeper's words: categories are made, renamed and moved; groups of synonyms are added, changed and taken away."""

from __future__ import annotations

from typing import Any

from services.shared.errors import Invalid, Refused
from tests.gateway.builders import FakeBus
from tests.gateway.portal.fields import filled_in, last
from tests.gateway.portal.reader import Reader


def category(code: str, within: str | None = None, **more: Any) -> dict[str, Any]:
    name = {"nl": code.title(), "en": code.title()}
    return {"code": code, "name": name, "internal_name": None, "within": within, "norms": None, "items": 0} | more


WHOLE = category(
    "LICHT",
    "ELEKTRA",
    internal_name={"nl": "Licht intern", "en": "Light inside"},
    norms={"nen2748": "4.2", "en15221": None},
    items=5,
)
TREE = {"items": [category("ELEKTRA"), WHOLE, category("LAMPEN", "LICHT"), category("AFVAL"), category("LOS", "WEG")]}


def test_the_tree_shows_each_category_below_what_it_is_within(hans: Reader, bus: FakeBus) -> None:
    bus.answers["catalog.list_kept_categories"] = TREE
    page = hans.see("/keep/categories")
    places = [
        page.index(f'deep-{depth}"><a class="stretch" href="/keep/categories/code/{code}"')
        for code, depth in (("AFVAL", 0), ("ELEKTRA", 0), ("LICHT", 1), ("LAMPEN", 2), ("LOS", 0))
    ]
    assert places == sorted(places)
    assert "4.2" in page


def test_what_the_form_of_a_category_shows_is_what_it_sends_back(hans: Reader, bus: FakeBus) -> None:
    bus.answers["catalog.list_kept_categories"] = TREE
    hans.see("/keep/categories/code/LICHT")
    # It cannot be moved into itself, nor into what is within it.
    assert [code for code in ("AFVAL", "ELEKTRA", "LICHT", "LAMPEN") if f'<option value="{code}"' in hans.page] == [
        "AFVAL",
        "ELEKTRA",
    ]
    hans.send("/keep/categories/code/LICHT", **filled_in(hans))
    asked = {name: value for name, value in WHOLE.items() if name != "items"}
    assert last(bus, "define_category") == (asked, asked)
    assert "Licht is kept." in hans.page


def test_a_category_that_cannot_be_there_keeps_what_was_typed_and_what_was_seen(hans: Reader, bus: FakeBus) -> None:
    bus.answers["catalog.list_kept_categories"] = TREE
    message = "Categories go at most 5 deep."
    for address, refusal, status, said in (
        ("/keep/categories/new", Invalid(message, {"within": [message]}), 422, f"Within: {message}"),
        (
            "/keep/categories/new",
            Refused("code_is_taken", "There is a category X already. Choose another code."),
            409,
            "There is a category X already.",
        ),
    ):
        bus.answers["catalog.define_category"] = refusal
        hans.see(address)
        typed = filled_in(hans) | {"code": ["X"], "name.nl": ["Iets"], "within": ["LAMPEN"]}
        hans.send(address, status, **typed)
        assert last(bus, "define_category")[1] == {}
        assert said in hans.page
        assert {name: value for name, value in filled_in(hans).items() if name != "token"} == {
            name: value for name, value in typed.items() if name != "token"
        }
    hans.send("/keep/categories/code/LICHT", 409, seen="nonsense")
    assert last(bus, "define_category")[1] == {"code": None}
    hans.see("/keep/categories/code/NIETS", 404)


def test_a_group_of_words_is_added_changed_and_taken_away(hans: Reader, bus: FakeBus) -> None:
    bus.answers |= {
        "catalog.list_synonyms": {"items": [["monitor", "scherm"], ["alleen"]]},
        "catalog.find_in_catalogue": {"items": [{"kind": "item", "code": "scherm", "title": "Een scherm"}]},
    }
    page = hans.see("/keep/synonyms")
    assert 'href="/catalogue/item/scherm"' in page
    assert last(bus, "find_in_catalogue")[0] | {"limit": 0} == {
        "q": "monitor",
        "language": "en",
        "typing": True,
        "limit": 0,
    }
    assert "alleen" not in page
    hans.send("/keep/synonyms", words="Beamer, projector")
    assert last(bus, "define_synonyms") == ({"words": ["Beamer", "projector"], "instead_of": []},)
    assert hans.at == "/keep/synonyms"
    hans.send("/keep/synonyms", words="monitor; scherm; display", instead_of="monitor, scherm", do="keep")
    assert last(bus, "define_synonyms")[0]["words"] == ["monitor", "scherm", "display"]
    hans.send("/keep/synonyms", words="monitor, scherm", instead_of="monitor, scherm", do="drop")
    assert last(bus, "define_synonyms") == ({"words": [], "instead_of": ["monitor", "scherm"]},)
    assert "These words do not mean the same any more: monitor, scherm." in hans.page


def test_what_is_wrong_with_a_group_is_said_where_it_was_typed(hans: Reader, bus: FakeBus) -> None:
    message = "Give two or more different words, each a single word."
    bus.answers |= {
        "catalog.list_synonyms": {"items": [["monitor", "scherm"]]},
        "catalog.define_synonyms": Invalid(message, {"words": [message]}),
    }
    hans.see("/keep/synonyms")
    for before, field in (("", "f-new-words"), ("scherm, monitor", "f-wrong-words")):
        page = hans.send("/keep/synonyms", 422, words="twee woorden", instead_of=before)
        assert f'href="#{field}"' in page
        assert f'id="{field}" name="words" type="text" value="twee woorden"' in page
        assert page.count(message) == 2


def test_words_of_a_group_that_is_gone_are_shown_as_a_new_one(hans: Reader, bus: FakeBus) -> None:
    bus.answers |= {
        "catalog.list_synonyms": {"items": [["beeld", "scherm"]]},
        "catalog.define_synonyms": Refused("changed_meanwhile", "Somebody else changed these words meanwhile."),
    }
    hans.see("/keep/synonyms")
    typed = {"words": "monitor, scherm, display", "instead_of": "monitor, scherm", "token": "t" * 24}
    page = hans.send("/keep/synonyms", 409, **typed, do="keep")
    assert "Somebody else changed these words meanwhile." in page
    assert 'id="f-new-words" name="words" type="text" value="monitor, scherm, display"' in page
    page = hans.send("/keep/synonyms", 409, **typed, do="drop")
    assert 'id="f-new-words" name="words" type="text" value=""' in page
    # The key of the form goes along, so that a button pressed twice does a thing once.
    keys = [said.context.get("idempotency_key") for said in bus.said if said.method == "define_synonyms"]
    assert keys == ["t" * 24] * 2


def test_a_code_may_be_any_word_also_that_of_an_address(hans: Reader, bus: FakeBus) -> None:
    bus.answers["catalog.list_kept_categories"] = {"items": [category("new")]}
    page = hans.see("/keep/categories")
    assert 'href="/keep/categories/code/new"' in page
    assert 'value="New"' in hans.see("/keep/categories/code/new")
