"""An answer that crosses another step is refused, instead of being taken for another answer."""

import pytest

from services.intake.domain.sight import sees_internal
from services.shared.actor import SERVICE, Actor
from services.shared.errors import Refused
from services.shared.vocabulary import AnswerTo, Status
from tests.intake.builders import a_notification, moment

AGENT = Actor("anouk", "Anouk Terpstra", ("agent",))
BOTH = Actor("tom", "Tom Brouwer", ("customer", "specialist"), customer="K0001", teams=("TECHNIEK",))


@pytest.mark.parametrize("status", [Status.NEW, Status.AT_DESK, Status.READY])
def test_an_answer_to_a_question_needs_an_open_question(status):
    with pytest.raises(Refused) as refused:
        a_notification(status=status).require_question(AnswerTo.QUESTION)

    assert refused.value.code == "no_question_is_open"


def test_the_desk_does_not_answer_past_its_own_open_question():
    with pytest.raises(Refused) as refused:
        a_notification(status=Status.WITH_CUSTOMER).require_question(AnswerTo.CUSTOMER)

    assert refused.value.code == "a_question_is_open"


@pytest.mark.parametrize(
    ("status", "to"),
    [
        (Status.WITH_CUSTOMER, AnswerTo.QUESTION),
        (Status.AT_DESK, AnswerTo.CUSTOMER),
        (Status.WITH_CUSTOMER, None),
        (Status.AT_DESK, None),
    ],
)
def test_an_answer_that_fits_is_let_through(status, to):
    a_notification(status=status).require_question(to)


def test_what_went_to_the_back_office_is_not_solved_in_the_first_line():
    at_desk = a_notification(status=Status.AT_DESK)
    again = a_notification(status=Status.AT_DESK, rounds=1)

    assert at_desk.solved_at_desk(AGENT, moment()).first_line is True
    assert again.solved_at_desk(AGENT, moment()).first_line is False


def test_another_service_brings_a_customers_rating():
    closed = a_notification(status=Status.CLOSED, closed_at=moment())

    assert closed.rated(5, "", SERVICE, moment()).rating.score == 5


def test_staff_read_no_internal_notes_about_themselves():
    assert sees_internal(BOTH, "K0002")
    assert not sees_internal(BOTH, "K0001")
