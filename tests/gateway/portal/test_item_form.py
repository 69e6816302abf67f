"""What an item's form writes as lines of text is read back as it was."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from services.gateway.portal.forms import Problems
from services.gateway.portal.item_form import placed, typed_definition
from services.gateway.portal.item_lines import LINES, choices_as_text
from services.shared.contracts.catalog import SaveDraft
from services.shared.contracts.definitions import NO_THOUSANDS, Choice
from services.shared.contracts.quick import QuickSchema
from services.shared.errors import Invalid
from tests.gateway.portal.test_format import reading

# What makes trouble in a line, more often than chance would give it.
NAMES = st.text(
    st.sampled_from("|\\=n\n ,;") | st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Z")), max_size=30
)
CODES = st.from_regex(r"[a-z0-9][a-z0-9._-]{0,8}", fullmatch=True)


def as_kept(code: str, nl: str, en: str) -> dict[str, Any]:
    """A choice as the contract keeps it."""
    schema: QuickSchema = Choice()
    return dict(schema.dump(schema.load({"code": code, "name": {"nl": f"a{nl}", "en": f"{en}z"}})))


def read_back(text: str) -> list[Any]:
    form = MultiDict([("questions.0.choices", text)])
    return list(typed_definition(form)["questions"][0]["choices"])


@given(st.lists(st.builds(as_kept, CODES, NAMES, NAMES), max_size=4))
@example([as_kept("a", "|b|", "\\|c\\"), as_kept("b", "\\n", "\nd")])
def test_choices_are_read_back_as_they_were_written(choices: list[dict[str, Any]]) -> None:
    assert read_back(choices_as_text(choices)) == choices


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("groot = Groot | Large", {"code": "groot", "name": {"nl": "Groot", "en": "Large"}}),
        ("pad = C:\\temp | C:\\temp", {"code": "pad", "name": {"nl": "C:\\temp", "en": "C:\\temp"}}),
        (r"of = A \| B | A \| B", {"code": "of", "name": {"nl": "A | B", "en": "A | B"}}),
        # What is none, or may mean two things, stays as it is, so that it is refused and not lost.
        ("of = A | B | C", "of = A | B | C"),
        ("groot", "groot"),
    ],
)
def test_a_line_is_a_choice_only_when_it_can_mean_one_thing(line: str, read: Any) -> None:
    assert read_back(line) == [read]


@pytest.mark.parametrize("typed", ["1.500", "1,500", "-1.500.000"])
def test_what_may_be_thousands_is_not_read_as_a_decimal(typed: str) -> None:
    form = MultiDict([("questions.0.lowest", typed), ("price.amount", typed)])
    definition = typed_definition(form)
    assert definition["questions"][0]["lowest"] == typed
    with pytest.raises(Invalid) as refused:
        SaveDraft.read(definition)
    assert refused.value.errors["price"]["amount"] == [NO_THOUSANDS]
    assert refused.value.errors["questions"][0]["lowest"] == [NO_THOUSANDS]


@pytest.mark.parametrize("number", [0.0, 1.5, 1.125, 12.0, 1500.0])
def test_a_limit_is_read_back_as_it_was_written(number: float) -> None:
    form = MultiDict([("questions.0.lowest", LINES["number"](number))])
    assert typed_definition(form)["questions"][0]["lowest"] == number


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("keywords.x", "a"),
        ("price.amount.x", "a"),
        ("price.unit", "a"),
        ("name", "a"),
        ("questions.0.text", "a"),
        ("questions.0.choices.x", "a"),
        ("lead_time.amount", "9" * 5000),
    ],
)
def test_what_no_form_has_ends_in_a_refusal_of_the_contract(name: str, value: str) -> None:
    form = MultiDict([("keywords", "lamp"), ("price.amount", "5"), ("lead_time.unit", "hours"), (name, value)])
    with pytest.raises(Invalid):
        SaveDraft.read({"definition": typed_definition(form)})


@pytest.mark.parametrize("typed", ["1e999", "-inf", "nan"])
def test_a_limit_that_is_no_number_stays_as_it_was_typed(typed: str) -> None:
    form = MultiDict([("questions.0.lowest", typed), ("questions.0.highest", "1,5")])
    (question,) = typed_definition(form)["questions"]
    assert (question["lowest"], question["highest"]) == (typed, 1.5)


def test_of_many_wrong_lines_the_first_are_named_and_a_code_is_named_once() -> None:
    form = MultiDict([("keywords", "\n".join("abcdefg")), ("audience.organisations", "GEM, G*M"), ("related", "kast")])
    wrong = {f"keywords.{place}": "Te kort." for place in range(7)}
    wrong |= {"audience.organisations.1": "Fout teken.", "related.0": "Er is geen ander item kast."}
    with reading("nl"):
        assert placed(Problems(fields=wrong), typed_definition(form)).fields == {
            "keywords": "Regel 1, “a”; regel 2, “b”; regel 3, “c”; regel 4, “d”; regel 5, “e”; nog 2: Te kort.",
            "audience.organisations": "“G*M”: Fout teken.",
            "related": "Er is geen ander item kast.",
        }
