"""How every request is read: text is trimmed and storable, and what cannot be used is refused per field."""

import unicodedata
from datetime import UTC, datetime
from enum import StrEnum

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from marshmallow import ValidationError, fields, validate, validates_schema

from services.shared.contracts.base import Code, LocalText, Page, Request, Search, Text, Told, View
from services.shared.errors import Invalid

SENTENCE = "Some of what was sent cannot be used; see the errors per field."
ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(codec=None))
    | st.binary(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
ANY_TEXT = st.text(st.characters(codec=None), max_size=60)


class Note(Request):
    text = Text(20, required=True)
    remark = Text(20, blank=True, load_default="")
    code = Code()


def load(**told):
    return Note().load({"text": "a lamp"} | told)


def errors(schema, told):
    with pytest.raises(Invalid) as refusal:
        schema.load(told)
    assert refusal.value.message == SENTENCE
    assert isinstance(refusal.value.__cause__, ValidationError)
    return refusal.value.errors


def read_or_refused(schema, told):
    """What a request is read as, and what is wrong with it."""
    try:
        return schema.load(told), {}
    except Invalid as refusal:
        return None, refusal.errors


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("a lamp", "a lamp"),
        ("  a lamp \n", "a lamp"),
        ("\u00a0a\u2003lamp\u2028", "a\u2003lamp"),
        ("a\r\nlamp", "a\nlamp"),
        ("a\rlamp\r", "a\nlamp"),
        ("a\r\r\nlamp", "a\n\nlamp"),
        ("a\tlamp", "a\tlamp"),
        ("Zoe\u0308", "Zoë"),
        ("<b>hi</b> & <script>", "<b>hi</b> & <script>"),
        ("'; DROP TABLE note", "'; DROP TABLE note"),
        ("👩‍🔧", "👩‍🔧"),
        ("x" * 20, "x" * 20),
        (" " + "x" * 20 + " ", "x" * 20),
        ("e\u0301" * 20, "é" * 20),
    ],
)
def test_text_is_kept_as_it_was_meant(told, kept):
    assert load(text=told)["text"] == kept
    assert load(remark=told)["remark"] == kept


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ("", "Fill this in."),
        ("  \n\t ", "Fill this in."),
        ("x" * 21, "Use at most 20 characters; this has 21."),
        ("a\0lamp", "This contains a character that cannot be kept: U+0000."),
        ("\0", "This contains a character that cannot be kept: U+0000."),
        ("a\x1b[31mlamp", "This contains a character that cannot be kept: U+001B."),
        ("a\x85lamp", "This contains a character that cannot be kept: U+0085."),
        ("\x1c", "This contains a character that cannot be kept: U+001C."),
        ("a\ud800lamp", "This contains a character that cannot be kept: U+D800."),
        ("\udfff", "This contains a character that cannot be kept: U+DFFF."),
        (b"\xff", "Not a valid utf-8 string."),
        (None, "Field may not be null."),
        (7, "Not a valid string."),
        (True, "Not a valid string."),
        (["a lamp"], "Not a valid string."),
        ({"a": "lamp"}, "Not a valid string."),
    ],
)
def test_text_that_cannot_be_kept_is_refused(told, message):
    assert errors(Note(), {"text": told}) == {"text": [message]}


def test_text_may_be_blank_where_that_is_said():
    assert load(remark=" \n")["remark"] == ""
    assert load()["remark"] == ""


def test_text_that_was_left_out_is_asked_for():
    assert errors(Note(), {}) == {"text": ["Missing data for required field."]}


@given(ANY_TEXT)
@example("\r\r\n x")
@example(" \u0301a")
@example("\ufeff\u200b")
def test_any_text_is_refused_or_comes_back_trimmed_and_storable(told):
    read, wrong = read_or_refused(Note(), {"text": told})
    if read is None:
        assert set(wrong) == {"text"}
        assert len(wrong["text"]) == 1
        wrong["text"][0].encode()
    else:
        kept = read["text"]
        assert kept == kept.strip() != ""
        assert len(kept) <= 20
        assert unicodedata.is_normalized("NFC", kept)
        assert "\0" not in kept
        assert "\r" not in kept
        assert not any(unicodedata.category(c) == "Cc" for c in kept if c not in "\n\t")
        kept.encode()
        assert Note().load({"text": kept})["text"] == kept


@given(ANYTHING)
def test_anything_at_all_is_read_or_refused(told):
    for schema in (Note(), Page(), Search()):
        for sent in (told, {"text": told, "code": told, "limit": told, "after": told, "q": told}):
            read, wrong = read_or_refused(schema, sent)
            assert (read is None) == bool(wrong)


@pytest.mark.parametrize("code", ["SH-2-14", "lamp_kapot", "v1.2", "K0001", "7", ".a-", " SH ", "x" * 40])
def test_a_code_is_letters_digits_and_three_signs(code):
    assert load(code=code)["code"] == code.strip()


@pytest.mark.parametrize("code", ["a b", "a/b", "a<b", "a'b", "a%b", "é\u20ac", "a\nb", "..", "-", "a,b", "a:b"])
def test_another_sign_in_a_code_is_refused(code):
    assert errors(Note(), {"text": "a lamp", "code": code}) == {"code": ["Use letters, digits, '.', '_' and '-' only."]}


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("", "Fill this in."),
        ("x" * 41, "Use at most 40 characters; this has 41."),
        ("a\0", "This contains a character that cannot be kept: U+0000."),
    ],
)
def test_a_code_is_text_too(code, message):
    assert errors(Note(), {"text": "a lamp", "code": code}) == {"code": [message]}


def test_a_field_nobody_knows_is_refused():
    assert errors(Note(), {"text": "a lamp", "txet": "a lamp"}) == {"txet": ["Unknown field."]}


def test_everything_that_is_wrong_is_told_at_once():
    assert errors(Note(), {"text": "", "code": "a b", "x": 1}) == {
        "text": ["Fill this in."],
        "code": ["Use letters, digits, '.', '_' and '-' only."],
        "x": ["Unknown field."],
    }


@pytest.mark.parametrize("told", [None, [], "text", 7, [{"text": "a lamp"}]])
def test_a_request_is_an_object(told):
    assert errors(Note(), told) == {"_schema": ["Invalid input type."]}


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ({}, {"limit": 50, "after": None}),
        ({"limit": 1}, {"limit": 1, "after": None}),
        ({"limit": "200", "after": " M26-000042 "}, {"limit": 200, "after": "M26-000042"}),
        ({"after": None}, {"limit": 50, "after": None}),
    ],
)
def test_a_page_is_read(told, read):
    assert Page().load(told) == read


BETWEEN_1_AND_200 = "Must be greater than or equal to 1 and less than or equal to 200."


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ({"limit": 0}, {"limit": [BETWEEN_1_AND_200]}),
        ({"limit": 201}, {"limit": [BETWEEN_1_AND_200]}),
        ({"limit": "many"}, {"limit": ["Not a valid integer."]}),
        ({"limit": True}, {"limit": ["Not a valid integer."]}),
        ({"limit": None}, {"limit": ["Field may not be null."]}),
        ({"limit": float("nan")}, {"limit": ["Not a valid integer."]}),
        ({"limit": float("inf")}, {"limit": ["Number too large."]}),
        ({"after": ""}, {"after": ["Fill this in."]}),
        ({"after": "M" * 61}, {"after": ["Use at most 60 characters; this has 61."]}),
        ({"after": "\0"}, {"after": ["This contains a character that cannot be kept: U+0000."]}),
        ({"page": 2}, {"page": ["Unknown field."]}),
    ],
)
def test_a_wrong_page_is_refused(told, wrong):
    assert errors(Page(), told) == wrong


def test_a_search_is_read():
    assert Search().load({}) == {"q": "", "limit": 20}
    assert Search().load({"q": "  de brug ", "limit": "100"}) == {"q": "de brug", "limit": 100}
    assert Search().load({"q": "   "}) == {"q": "", "limit": 20}


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ({"limit": 101}, {"limit": ["Must be greater than or equal to 1 and less than or equal to 100."]}),
        ({"q": "x" * 201}, {"q": ["Use at most 200 characters; this has 201."]}),
        ({"q": "\ud800"}, {"q": ["This contains a character that cannot be kept: U+D800."]}),
        ({"query": "brug"}, {"query": ["Unknown field."]}),
    ],
)
def test_a_wrong_search_is_refused(told, wrong):
    assert errors(Search(), told) == wrong


class Named(Request):
    name = fields.Nested(LocalText, required=True)


def test_a_name_is_in_both_languages():
    assert Named().load({"name": {"nl": " Lamp ", "en": "Lamp"}}) == {"name": {"nl": "Lamp", "en": "Lamp"}}
    assert errors(Named(), {"name": {"nl": "Lamp", "de": "Lampe"}}) == {
        "name": {"en": ["Missing data for required field."], "de": ["Unknown field."]}
    }


class NoteView(View):
    text = fields.String(required=True)
    written_at = fields.AwareDateTime(required=True)


def test_a_view_shows_what_it_names():
    noon = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)

    assert NoteView().dump({"text": "a lamp", "written_at": noon, "secret": "hunter2"}) == {
        "text": "a lamp",
        "written_at": "2026-03-02T12:00:00+00:00",
    }


def test_a_view_may_grow():
    read = NoteView().load({"text": "a lamp", "written_at": "2026-03-02T12:00:00+00:00", "later": 1})

    assert read == {"text": "a lamp", "written_at": datetime(2026, 3, 2, 12, 0, tzinfo=UTC)}


class NoteTold(Told):
    name = fields.Nested(LocalText, required=True)
    others = fields.List(fields.Nested(LocalText))


def test_an_event_may_grow_at_any_depth():
    grown = {"nl": "Lamp", "en": "Lamp", "de": "Lampe"}

    assert NoteTold().load({"name": grown, "others": [grown], "later": 1}) == {
        "name": {"nl": "Lamp", "en": "Lamp"},
        "others": [{"nl": "Lamp", "en": "Lamp"}],
    }


def test_that_events_may_grow_makes_no_request_lenient():
    NoteTold()

    assert errors(Named(), {"name": {"nl": "Lamp", "en": "Lamp", "de": "Lampe"}}) == {
        "name": {"de": ["Unknown field."]}
    }


def test_an_event_is_not_refused_as_a_request_is():
    with pytest.raises(ValidationError) as refusal:
        NoteTold().load({})

    assert refusal.value.messages == {"name": ["Missing data for required field."]}


class Weather(StrEnum):
    RAIN = "rain"


class LampTold(Told):
    number = fields.String(required=True)
    weather = fields.String(required=True)
    room = fields.String(load_default=None, allow_none=True)
    watts = fields.Integer(load_default=None, allow_none=True)
    lit = fields.Boolean(load_default=None, allow_none=True)
    at = fields.AwareDateTime(required=True, format="iso")
    grade = fields.Integer(load_default=None, allow_none=True, validate=validate.Range(1, 5))


LAMP = {
    "number": "M1",
    "weather": Weather.RAIN,
    "room": None,
    "watts": 60,
    "lit": True,
    "at": datetime(2026, 3, 2, 12, 0, tzinfo=UTC),
}


def test_an_event_is_kept_as_plain_json():
    assert LampTold.written(LAMP) == {
        "number": "M1",
        "weather": "rain",
        "room": None,
        "watts": 60,
        "lit": True,
        "at": "2026-03-02T12:00:00+00:00",
    }
    assert LampTold.written(LAMP | {"grade": 3})["grade"] == 3


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("number", None),
        ("number", 1),
        ("weather", None),
        ("room", 7),
        ("watts", "many"),
        ("lit", "perhaps"),
        ("at", None),
        ("at", datetime(2026, 3, 2, 12, 0)),  # noqa: DTZ001  # that it has no zone is what is wrong
        ("grade", 6),
    ],
)
def test_an_event_that_does_not_keep_its_contract_is_not_told(field, value):
    with pytest.raises(ValidationError) as refusal:
        LampTold.written(LAMP | {field: value})

    assert list(refusal.value.messages) == [field]


def test_an_event_without_a_field_it_must_have_is_not_told():
    with pytest.raises(ValidationError) as refusal:
        LampTold.written({name: value for name, value in LAMP.items() if name != "weather"})

    assert refusal.value.messages == {"weather": ["Missing data for required field."]}


class DryLampTold(LampTold):
    @validates_schema
    def keep_dry(self, data, **kwargs):
        if data["weather"] == "rain":
            raise ValidationError("Not in the rain.", "weather")


def test_a_rule_over_all_of_an_event_is_kept():
    with pytest.raises(ValidationError):
        DryLampTold.written(LAMP)
    assert DryLampTold.written(LAMP | {"weather": "sun"})["weather"] == "sun"


@given(ANYTHING, st.sampled_from(["number", "room", "watts", "lit", "grade"]))
def test_what_an_event_is_kept_as_can_be_read(value, field):
    try:
        kept = LampTold.written(LAMP | {field: value})
    except (ValidationError, ValueError, TypeError):
        return

    LampTold.read(kept)
