"""How parts of a catalogue item are read: amounts, and what is too long."""

import pytest
from marshmallow import ValidationError

from services.shared.contracts.base import Text
from services.shared.contracts.catalog import PublishItem
from services.shared.contracts.definitions import NO_THOUSANDS, Amount
from services.shared.errors import Invalid

AMOUNT, HIGH = "Give an amount in euros, as 12.50.", "Give an amount of at most 9999999.99."


@pytest.mark.parametrize(
    ("told", "kept"),
    [("12.5", "12.50"), ("12,50", "12.50"), (",5", "0.50"), (3, "3.00"), (-0.0, "0.00"), ("9999999.99", "9999999.99")],
)
def test_an_amount_has_two_decimals(told, kept):
    assert Amount().deserialize(told) == kept


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ("12.5055", AMOUNT),
        ("1e-30", AMOUNT),
        ("12,5055", AMOUNT),
        ("1.234,50", AMOUNT),
        ("1,500", NO_THOUSANDS),
        ("a lot", AMOUNT),
        (True, AMOUNT),
        ([], AMOUNT),
        (float("nan"), AMOUNT),
        ("sNaN", AMOUNT),
        ("-Infinity", AMOUNT),
        (-0.01, "Give an amount of zero or more."),
        ("10000000", HIGH),
        # So high that it cannot even be rounded.
        (10**30, HIGH),
        ("1e999999", HIGH),
    ],
)
def test_what_is_no_amount_is_refused(told, message):
    with pytest.raises(ValidationError) as refusal:
        Amount().deserialize(told)
    assert refusal.value.messages == [message]


def test_a_list_that_is_too_long_is_refused_unread():
    with pytest.raises(Invalid) as refusal:
        PublishItem.read({"keywords": [""] * 101, "questions": [{"choices": [{}] * 201}]})
    assert refusal.value.errors["keywords"] == ["Longer than maximum length 100."]
    assert refusal.value.errors["questions"][0]["choices"] == ["Longer than maximum length 200."]


def test_a_text_that_is_far_too_long_is_refused_unread():
    with pytest.raises(ValidationError) as refusal:
        Text(10).deserialize("\x00" * 41)
    assert refusal.value.messages == ["Use at most 10 characters; this has 41."]
    # Blanks around it do not count, nor do characters of which one is made.
    assert Text(10).deserialize("a lamp".center(1000)) == "a lamp"
    assert Text(10).deserialize("\u03b1\u0313\u0300\u0345" * 10) == "\u1f82" * 10
