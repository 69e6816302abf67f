"""What is written in a cell is read from it again; what people write otherwise is read, or refused in words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.catalog.domain.cells import AMOUNT, CONDITION, DATE, DURATION_FORM, LIST, NUMBER, YES_NO, Form

ELEMENT = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from(";\\= \n")).map(str.strip)
ELEMENTS = st.lists(ELEMENT.filter(bool), max_size=5)
CODE = st.from_regex(r"[a-z0-9][a-z0-9._-]{0,9}", fullmatch=True)


@given(ELEMENTS)
def test_a_list_is_read_as_it_was_written(values: list[str]) -> None:
    assert LIST.read(str(LIST.write(values))) == values


@given(CODE, ELEMENTS)
def test_a_condition_is_read_as_it_was_written(question: str, answers: list[str]) -> None:
    condition = {"question": question, "answers": answers}
    assert CONDITION.read(str(CONDITION.write(condition))) == condition


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_read_as_it_was_written(value: float) -> None:
    assert float(NUMBER.read(str(NUMBER.write(value)))) == value


@given(st.integers(1, 1000), st.sampled_from(["hours", "days"]))
def test_a_duration_is_read_as_it_was_written(amount: int, unit: str) -> None:
    duration = {"amount": amount, "unit": unit}
    assert DURATION_FORM.read(str(DURATION_FORM.write(duration))) == duration


@pytest.mark.parametrize(
    ("form", "value", "cell"),
    [
        (LIST, ["licht", "a;b", "c\\d"], "licht; a\\;b; c\\\\d"),
        (CONDITION, {"question": "spoed", "answers": ["ja", "nee"]}, "spoed=ja; nee"),
        (CONDITION, {"question": "spoed", "answers": []}, "spoed"),
        (DURATION_FORM, {"amount": 1, "unit": "days"}, "1 day"),
        (DURATION_FORM, {"amount": 4, "unit": "hours"}, "4 hours"),
        (AMOUNT, "12.50", Decimal("12.50")),
        (NUMBER, 3.0, Decimal(3)),
        (NUMBER, 0.1, Decimal("0.1")),
        (NUMBER, 1.125, "1.1250"),
        (YES_NO, True, "yes"),
        (YES_NO, False, "no"),
        (DATE, "2026-03-31", "2026-03-31"),
    ],
)
def test_cells_read_well(form: Form, value: Any, cell: Any) -> None:
    assert str(form.write(value)) == str(cell)


@pytest.mark.parametrize(
    ("form", "text", "value"),
    [
        (LIST, " licht ;;lamp; ", ["licht", "lamp"]),
        (LIST, "C:\\lamp", ["C:\\lamp"]),
        (CONDITION, " spoed = ja ;nee", {"question": "spoed", "answers": ["ja", "nee"]}),
        (DURATION_FORM, "2 Day", {"amount": 2, "unit": "days"}),
        (DURATION_FORM, "4hours", {"amount": 4, "unit": "hours"}),
        (AMOUNT, "12,5", "12.5"),
        (AMOUNT, "1500,25", "1500.25"),
        (NUMBER, "0,125", "0.125"),
        # What may be thousands stays as it is, and is refused.
        (AMOUNT, "1,500", "1,500"),
        (NUMBER, "-1,500", "-1,500"),
        (AMOUNT, "1.250,00", "1.250,00"),
        (YES_NO, "TRUE", True),
        (YES_NO, "No", False),
    ],
)
def test_what_people_write_is_read(form: Form, text: str, value: Any) -> None:
    assert form.read(text) == value


@pytest.mark.parametrize(
    ("form", "text", "reason"),
    [
        (DURATION_FORM, "morgen", "Write it as 2 days or 4 hours."),
        (DURATION_FORM, "-1 days", "Write it as 2 days or 4 hours."),
        (DURATION_FORM, "9" * 5000 + " days", "Write it as 2 days or 4 hours."),
        (DATE, "31-3-2026", "Give a date as 2026-03-31."),
        (YES_NO, "ja", "Write yes or no."),
    ],
)
def test_what_cannot_be_read_says_how_it_should_be_written(form: Form, text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason.replace(".", r"\.")):
        form.read(text)
