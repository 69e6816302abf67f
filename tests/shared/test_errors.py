"""The ways to say no: each has a code and a sentence, and crosses the bus by its arguments alone."""

import json

import pytest

from services.shared.errors import (
    CROSSES_RPC,
    DeskError,
    Forbidden,
    Invalid,
    NotFound,
    Refused,
    Unavailable,
    Unexpected,
)

REFUSALS = {
    "invalid": Invalid("Give a place.", {"place": ["Fill this in."]}),
    "not_found": NotFound("There is no M26-000042."),
    "aftercare_first": Refused("aftercare_first", "Call the customer first."),
    "forbidden": Forbidden("This is not your team's."),
    "unavailable": Unavailable("intake does not answer.", 7),
}


@pytest.mark.parametrize("code", REFUSALS)
def test_a_refusal_has_a_code_and_a_sentence(code):
    refusal = REFUSALS[code]

    assert isinstance(refusal, DeskError)
    assert refusal.code == code
    assert refusal.message.endswith(".")
    assert refusal.message in refusal.args


@pytest.mark.parametrize("code", REFUSALS)
def test_a_refusal_is_made_again_from_its_arguments(code):
    refusal = REFUSALS[code]

    again = type(refusal)(*json.loads(json.dumps(refusal.args)))

    assert again.args == refusal.args
    assert (again.code, again.message) == (refusal.code, refusal.message)


def test_an_invalid_request_names_its_fields():
    assert REFUSALS["invalid"].errors == {"place": ["Fill this in."]}
    assert Invalid("That is no number.").errors == {}


def test_who_is_unavailable_says_when_to_come_back():
    assert REFUSALS["unavailable"].retry_after == 7
    assert Unavailable("intake does not answer.").retry_after == 5


def test_what_nobody_foresaw_shows_its_correlation_id_only():
    unexpected = Unexpected("c-1")

    assert not isinstance(unexpected, DeskError)
    assert (unexpected.correlation_id, unexpected.args) == ("c-1", ("c-1",))


def test_every_refusal_crosses_the_bus():
    assert {type(refusal) for refusal in REFUSALS.values()} | {Unexpected} == set(CROSSES_RPC)
