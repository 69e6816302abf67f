"""The completeness check: every sort of question, good answers in words and bad ones with what to do."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest

from services.shared.completeness import asked_of, check
from services.shared.completeness_words import DUTCH, say, told
from services.shared.errors import Invalid

# A Saturday at the end of a month.
TODAY = date(2026, 11, 28)
NAMES = {"nl": "Vraag", "en": "Question"}
COLOURS = [
    {"code": "rood", "name": {"nl": "Rood", "en": "Red"}},
    {"code": "blauw", "name": {"nl": "Blauw", "en": "Blue"}},
]


def a_question(type: str, **different: Any) -> dict[str, Any]:
    """A required question of this type."""
    return {"code": "vraag", "text": NAMES, "type": type, "required": True, "choices": []} | different


def in_words(question: dict[str, Any], answer: Any) -> dict[str, str]:
    """How this answer is kept."""
    (given,) = check([question], {"vraag": answer}, TODAY).require()
    assert (given["code"], given["question"]) == ("vraag", NAMES)
    words: dict[str, str] = given["answer"]
    return words


def wrong_with(questions: list[dict[str, Any]], answers: dict[str, Any]) -> dict[str, list[str]]:
    """What is wrong, per question."""
    with pytest.raises(Invalid) as refused:
        check(questions, answers, TODAY).require()
    assert refused.value.message == "Some questions need an answer first."
    assert set(refused.value.errors) == {"answers"}
    wrong: dict[str, list[str]] = refused.value.errors["answers"]
    return wrong


def only_wrong(question: dict[str, Any], answer: Any) -> str:
    """What is wrong with the answer to the one question."""
    ((message,),) = wrong_with([question], {"vraag": answer}).values()
    return message


def test_without_questions_there_is_nothing_to_check() -> None:
    assert check([], {}, TODAY).require() == []


@pytest.mark.parametrize("nothing", [None, "", "   ", "\n"])
@pytest.mark.parametrize("type", ["text", "long_text", "number", "date", "choice"])
def test_a_required_question_needs_an_answer(type: str, nothing: str | None) -> None:
    question = a_question(type, choices=COLOURS)
    assert only_wrong(question, nothing) == "Answer this question."
    assert wrong_with([question], {}) == {"vraag": ["Answer this question."]}


@pytest.mark.parametrize("nothing", [None, "", "   "])
@pytest.mark.parametrize("type", ["text", "long_text", "number", "date", "choice"])
def test_an_optional_question_may_be_left_open(type: str, nothing: str | None) -> None:
    assert check([a_question(type, required=False, choices=COLOURS)], {"vraag": nothing}, TODAY).require() == []


def test_everything_that_is_missing_or_unclear_or_was_not_asked_is_named_at_once() -> None:
    questions = [
        a_question("text", code="plek"),
        a_question("number", code="aantal"),
        a_question("date", code="dag"),
        a_question("text", code="goed"),
    ]
    answers = {"aantal": "veel", "dag": "morgen", "goed": "ja", "kleur": "rood"}
    assert wrong_with(questions, answers) == {
        "plek": ["Answer this question."],
        "aantal": ["Answer with a number."],
        "dag": ["Answer with a date, as 2026-12-03."],
        "kleur": ["This item has no such question."],
    }


def test_the_answers_are_kept_in_the_order_of_the_questions() -> None:
    questions = [a_question("text", code="eerst"), a_question("text", code="dan")]
    given = check(questions, {"dan": "2", "eerst": "1"}, TODAY).require()
    assert [answer["code"] for answer in given] == ["eerst", "dan"]


@pytest.mark.parametrize("type", ["text", "long_text"])
def test_text_is_trimmed_and_the_same_in_both_languages(type: str) -> None:
    assert in_words(a_question(type), "  Bij het raam\r\nlinks\rboven ") == {
        "nl": "Bij het raam\nlinks\nboven",
        "en": "Bij het raam\nlinks\nboven",
    }


def test_text_is_kept_in_one_unicode_form() -> None:
    assert in_words(a_question("text"), "cafe\u0301")["nl"] == "caf\u00e9"


def test_html_is_ordinary_text() -> None:
    assert in_words(a_question("text"), "<script>alert(1)</script>")["nl"] == "<script>alert(1)</script>"


@pytest.mark.parametrize(("type", "longest"), [("text", 200), ("long_text", 4000)])
def test_text_has_a_longest_length(type: str, longest: int) -> None:
    assert in_words(a_question(type), "a" * longest)["nl"] == "a" * longest
    assert only_wrong(a_question(type), "a" * (longest + 1)) == f"Use at most {longest} characters."


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x7f", "\x85", "\ud800"], ids=ascii)
def test_text_has_no_characters_that_cannot_be_kept(character: str) -> None:
    assert only_wrong(a_question("text"), f"a{character}b") == "This contains a character that cannot be kept."


@pytest.mark.parametrize("answer", [1, 1.5, True, ["a"], {"a": "b"}])
def test_text_is_text(answer: Any) -> None:
    assert only_wrong(a_question("text"), answer) == "Answer with some text."


@pytest.mark.parametrize(
    ("answer", "nl", "en"),
    [
        (2, "2", "2"),
        ("2", "2", "2"),
        (" 2 ", "2", "2"),
        (2.0, "2", "2"),
        ("2,5", "2,5", "2.5"),
        ("2.5", "2,5", "2.5"),
        (-3, "-3", "-3"),
        (-0.0, "0", "0"),
        (1234567, "1234567", "1234567"),
        (1000000, "1000000", "1000000"),
        (0.00001, "0,00001", "0.00001"),
        (999_999_999_999_999, "999999999999999", "999999999999999"),
    ],
)
def test_a_number_is_kept_with_all_its_digits_as_each_language_writes_it(answer: Any, nl: str, en: str) -> None:
    assert in_words(a_question("number"), answer) == {"nl": nl, "en": en}


@pytest.mark.parametrize(
    "answer", ["veel", "1.000,5", "nan", "inf", "-inf", "1e400", 10**15, "9" * 5000, True, [1], {}]
)
def test_what_is_no_number_is_refused(answer: Any) -> None:
    assert only_wrong(a_question("number"), answer) == "Answer with a number."


def test_a_number_is_within_its_bounds() -> None:
    question = a_question("number", lowest=1.0, highest=1500000.0)
    assert in_words(question, 1)["en"] == "1"
    assert in_words(question, 1500000)["en"] == "1500000"
    assert only_wrong(question, 0.9) == "Give 1 or more."
    assert only_wrong(question, 1500001) == "Give 1500000 or less."


def test_a_date_is_a_day_of_the_calendar() -> None:
    assert in_words(a_question("date"), "2026-12-03") == {"nl": "3 december 2026", "en": "3 December 2026"}


@pytest.mark.parametrize("answer", ["morgen", "3-12-2026", "2026-02-30", "2026-12-03T10:00", 5, True, ["2026-12-03"]])
def test_what_is_no_date_is_refused(answer: Any) -> None:
    assert only_wrong(a_question("date"), answer) == "Answer with a date, as 2026-12-03."


@pytest.mark.parametrize(
    ("limits", "first", "last"),
    [
        ({"lowest": 0.0}, "2026-11-28", "2099-12-31"),
        ({"lowest": 2.0, "highest": 33.0}, "2026-11-30", "2026-12-31"),
        ({"highest": 0.0}, "2000-01-01", "2026-11-28"),
        ({"lowest": -7.0}, "2026-11-21", "2099-12-31"),
    ],
)
def test_a_date_may_be_limited_in_days_from_the_day_of_asking(limits: dict[str, float], first: str, last: str) -> None:
    question = a_question("date", **limits)
    for day in (first, last):
        assert check([question], {"vraag": day}, TODAY).complete
    if "lowest" in limits:
        before = date.fromisoformat(first) - timedelta(days=1)
        name = in_words(a_question("date"), first)
        message = only_wrong(question, before.isoformat())
        assert message == f"The first day possible is {name['en']}."
        assert say(message, "nl") == f"De eerste mogelijke dag is {name['nl']}."
    if "highest" in limits:
        after = date.fromisoformat(last) + timedelta(days=1)
        name = in_words(a_question("date"), last)
        message = only_wrong(question, after.isoformat())
        assert message == f"The last day possible is {name['en']}."
        assert say(message, "nl") == f"De laatste mogelijke dag is {name['nl']}."


def test_a_choice_is_kept_by_its_name() -> None:
    assert in_words(a_question("choice", choices=COLOURS), "rood") == {"nl": "Rood", "en": "Red"}


@pytest.mark.parametrize("answer", ["groen", "Rood", 1, ["rood"], {}])
def test_what_was_not_on_offer_is_no_choice(answer: Any) -> None:
    assert only_wrong(a_question("choice", choices=COLOURS), answer) == "Choose one of: rood, blauw."


@pytest.mark.parametrize("answer", ["0026-12-01", "1999-12-31", "2100-01-01"])
def test_a_date_of_another_century_is_a_slip_of_the_pen(answer):
    assert only_wrong(a_question("date"), answer) == "Give a date from 2000 to 2099."


def test_a_time_is_read_as_a_clock_shows_it() -> None:
    assert in_words(a_question("time"), "09:30") == {"nl": "09:30", "en": "09:30"}
    for answer in ("9.30", "half tien", "25:00", 930):
        assert only_wrong(a_question("time"), answer) == "Answer with a time, as 09:30."


def test_several_may_be_chosen_and_are_told_in_the_order_of_the_choices() -> None:
    question = a_question("choices", choices=COLOURS)
    assert in_words(question, ["blauw", "rood"]) == {"nl": "Rood, Blauw", "en": "Red, Blue"}
    assert in_words(question, "rood") == {"nl": "Rood", "en": "Red"}
    for answer in (["rood", "groen"], "groen", [{}], ["rood", None]):
        assert only_wrong(question, answer) == "Choose one of: rood, blauw."
    assert only_wrong(question, []) == "Answer this question."


@pytest.mark.parametrize(("type", "what"), [("location", "location"), ("person", "customer")])
def test_a_place_or_person_is_one_that_is_known_or_taken_as_it_is_where_nobody_knows_any(type: str, what: str) -> None:
    question = a_question(type)
    known = {"places": {"A1": "Kamer 1", "Pantry": None}, "people": {"A1": "Ada", "Pantry": None}}
    named = check([question], {"vraag": "A1"}, TODAY, **known).require()
    assert (
        named[0]["answer"]
        == {"location": {"nl": "Kamer 1", "en": "Kamer 1"}, "person": {"nl": "Ada", "en": "Ada"}}[type]
    )
    assert check([question], {"vraag": " B2 "}, TODAY, **known).unclear == {"vraag": f"There is no {what} B2."}
    assert check([question], {"vraag": "Pantry"}, TODAY, **known).unclear == {
        "vraag": f"More than one {what} is called Pantry. Give the number or code."
    }
    assert in_words(question, " B2 ") == {"nl": "B2", "en": "B2"}


def test_a_text_may_have_a_length_of_its_own() -> None:
    question = a_question("text", lowest=5.0, highest=10.0)
    assert in_words(question, "vijf!") == {"nl": "vijf!", "en": "vijf!"}
    assert only_wrong(question, "vier") == "Tell a little more: at least 5 characters."
    assert only_wrong(question, "elf tekens!") == "Use at most 10 characters."


KIND = {"code": "soort", "text": NAMES, "type": "choice", "required": True, "choices": COLOURS}
SHADE = a_question(code="tint", type="text", when={"question": "soort", "answers": ["rood"]})
WHY = a_question(code="waarom", type="text", required=False, when={"question": "tint", "answers": []})


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, ["soort"]),
        ({"soort": "blauw"}, ["soort"]),
        ({"soort": "rood"}, ["soort", "tint"]),
        ({"soort": "rood", "tint": " "}, ["soort", "tint"]),
        ({"soort": "rood", "tint": "roze"}, ["soort", "tint", "waarom"]),
        # What was answered before another answer made it pointless counts for nothing.
        ({"soort": "blauw", "tint": "roze", "waarom": "zomaar"}, ["soort"]),
    ],
)
def test_a_question_is_asked_when_the_answer_it_depends_on_is_given(answers: dict[str, Any], asked: list[str]) -> None:
    assert [question["code"] for question in asked_of([KIND, SHADE, WHY], answers)] == asked


def test_only_what_is_asked_must_be_answered_and_is_kept() -> None:
    questions = [KIND, SHADE, WHY]
    assert wrong_with(questions, {"soort": "rood"}) == {"tint": ["Answer this question."]}
    kept = check(questions, {"soort": "blauw", "tint": "roze"}, TODAY).require()
    assert [answer["code"] for answer in kept] == ["soort"]


def test_an_answer_may_end_the_form_with_advice() -> None:
    advice = {"nl": "Bel 112.", "en": "Call 112."}
    question = a_question("choices", choices=COLOURS, stop={"answers": ["rood"], "advice": advice})
    checked = check([question], {"vraag": ["blauw", "rood"]}, TODAY)
    assert (checked.stops, checked.complete) == ({"vraag": advice}, False)
    assert wrong_with([question], {"vraag": ["rood"]}) == {"vraag": ["Bel 112.", "Call 112."]}
    assert check([question], {"vraag": ["blauw"]}, TODAY).complete


def test_what_is_found_is_told_in_the_language_of_the_reader() -> None:
    advice = {"nl": "Bel 112.", "en": "Call 112."}
    questions = [
        KIND | {"stop": {"answers": ["rood"], "advice": advice}},
        SHADE,
        a_question("number", code="aantal", lowest=2.0),
    ]
    answers = {"soort": "rood", "aantal": 1}
    found = check(questions, answers, TODAY)
    assert told(questions, answers, found, "nl") == {
        "complete": False,
        "missing": [{"code": "tint", "question": "Vraag", "message": "Beantwoord deze vraag."}],
        "unclear": [{"code": "aantal", "question": "Vraag", "message": "Geef 2 of meer."}],
        "stops": [{"code": "soort", "question": "Vraag", "message": "Bel 112."}],
        "refused": [],
        "asked": ["soort", "tint", "aantal"],
        "answers": [{"code": "soort", "question": "Vraag", "answer": "Rood"}],
    }
    assert told(questions, answers, found, "en")["unclear"][0]["message"] == "Give 2 or more."


def test_a_dutch_text_has_the_values_of_the_english_one() -> None:
    for english, dutch in DUTCH.items():
        assert set(re.findall(r"\{\w+\}", english)) == set(re.findall(r"\{\w+\}", dutch)), english
    assert say("Choose one of: rood, blauw.", "nl") == "Kies uit: rood, blauw."
    assert say("Choose one of: rood, blauw.", "en") == "Choose one of: rood, blauw."
    assert say("Nobody of the check says this.", "nl") == "Nobody of the check says this."


FOTO = {"id": "f" * 32, "name": "lek.jpg", "type": "image/jpeg", "size": 1200}
PLAN = {"id": "a" * 32, "name": "plan.pdf", "type": "application/pdf", "size": 900}


def test_files_are_kept_by_what_the_gateway_knows_of_them() -> None:
    question = a_question("file")
    assert in_words(question, [FOTO, PLAN]) == {"nl": "lek.jpg, plan.pdf", "en": "lek.jpg, plan.pdf"}
    (kept,) = check([question], {"vraag": [FOTO | {"secret": "x"}]}, TODAY).require()
    assert kept["files"] == [FOTO]
    assert "files" not in check([a_question("text")], {"vraag": "a"}, TODAY).require()[0]


@pytest.mark.parametrize("nothing", [None, "", []])
def test_a_question_for_files_may_need_one(nothing: Any) -> None:
    assert only_wrong(a_question("file"), nothing) == "Answer this question."
    assert check([a_question("file", required=False)], {"vraag": nothing}, TODAY).require() == []


@pytest.mark.parametrize(
    ("different", "answer", "message"),
    [
        ({}, [FOTO, FOTO], "Send each file once."),
        ({"lowest": 2.0}, [FOTO], "Send more files: at least 2."),
        ({"highest": 1.0}, [FOTO, PLAN], "Send fewer files: at most 1."),
        ({}, [FOTO | {"id": str(number) * 32} for number in range(6)], "Send fewer files: at most 5."),
        ({"pictures_only": True}, [FOTO, PLAN], "Send pictures only; plan.pdf is none."),
        ({}, ["f" * 32], f"There is no file {'f' * 32} that can still be used. Send it again."),
        ({}, [FOTO | {"id": "x"}], "There is no file like this that can still be used. Send it again."),
        ({}, [{"id": "x"}], "There is no file like this that can still be used. Send it again."),
        ({}, [FOTO | {"size": True}], "There is no file like this that can still be used. Send it again."),
        ({}, [FOTO | {"name": "\x00"}], "There is no file like this that can still be used. Send it again."),
        ({}, ["\x00"], "There is no file like this that can still be used. Send it again."),
        ({}, [["x"]], "There is no file like this that can still be used. Send it again."),
        ({}, "lek.jpg", "Answer with a list of files."),
        ({}, FOTO, "Answer with a list of files."),
    ],
)
def test_files_that_cannot_be_an_answer(different: dict[str, Any], answer: Any, message: str) -> None:
    assert only_wrong(a_question("file", **different), answer) == message
    assert say(message, "nl") != message
