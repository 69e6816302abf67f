"""What is read at once is what marshmallow reads, and what marshmallow refuses is refused with its words."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from marshmallow import EXCLUDE, INCLUDE, RAISE, Schema, ValidationError, fields, post_load, validate

from services.gateway.service import GatewayService
from services.shared.contracts import catalog, intake, reporting, routing
from services.shared.contracts.base import Code, LocalText, Request, Text, Told
from services.shared.contracts.quick import QuickSchema
from services.shared.errors import Invalid
from services.shared.vocabulary import Kind

# These have all contracts of the house, the gateway those that are its own.
MODULES = (catalog, intake, reporting, routing, GatewayService)
TEXTS = st.sampled_from(
    ["", " ", "a lamp", " a lamp\n", "ad.min", "é", "\0", "x" * 41, "7", "2026-03-02T12:00:00Z", "wish"]
)
ANYTHING = TEXTS | st.none() | st.booleans() | st.integers(-1, 300) | st.just(1.5) | st.just([]) | st.just(["wish"])


def contracts(of: type[QuickSchema] = QuickSchema) -> Iterator[type[QuickSchema]]:
    """Every request and every event of the house."""
    for contract in of.__subclasses__():
        if contract.__module__.startswith("services."):
            yield contract
        yield from contracts(contract)


def right_for(field: fields.Field[Any]) -> st.SearchStrategy[Any]:
    """Values that most fields of this kind take."""
    if isinstance(field, fields.Enum):
        return st.sampled_from([member.value for member in field.enum])
    if isinstance(field, fields.Nested):
        return right_to(field.schema)
    if isinstance(field, fields.List):
        return st.lists(right_for(field.inner), min_size=1, max_size=2)
    if isinstance(field, fields.Dict):
        return st.dictionaries(st.just("colour"), ANYTHING)
    if isinstance(field, fields.Email):
        return st.just("ada@example.org")
    if isinstance(field, fields.String):
        return st.sampled_from(["a-lamp", " lamp "])
    if isinstance(field, fields.Boolean):
        return st.booleans()
    if isinstance(field, fields.AwareDateTime):
        return st.just("2026-03-02T12:00:00Z")
    return st.integers(1, 5)


def right_to(schema: Schema) -> st.SearchStrategy[dict[str, Any]]:
    """What a schema takes."""
    values = {name: right_for(field) for name, field in schema.fields.items()}
    required = {name: values.pop(name) for name, field in schema.fields.items() if field.required}
    return st.fixed_dictionaries(required, optional=values)


def told_to(schema: Schema) -> st.SearchStrategy[Any]:
    """What may be sent to a schema: what it takes, the same with one thing else, or with one thing less."""
    names = st.sampled_from([*schema.fields, "unheard_of"])
    right = right_to(schema)
    one_else = st.builds(lambda told, name, value: told | {name: value}, right, names, ANYTHING)
    one_less = st.builds(lambda told, name: {key: told[key] for key in told if key != name}, right, names)
    return right | one_else | one_less


@cache
def anything_to(contract: type[QuickSchema]) -> st.SearchStrategy[Any]:
    """What may be sent to a contract, right or wrong."""
    return told_to(contract()) | ANYTHING


def outcome(load: Any, told: Any, **how: Any) -> Any:
    """What is read, in its order and with its types (a kind equals its text, and true equals 1), or what is refused."""
    try:
        return repr(load(told, **how))
    except Invalid as refused:
        return refused.errors
    except ValidationError as refused:
        return refused.messages


def by_marshmallow(schema: QuickSchema) -> Any:
    return super(QuickSchema, schema).load


@pytest.mark.parametrize("contract", sorted(contracts(), key=lambda one: f"{one.__module__}.{one.__name__}"))
@given(data=st.data())
def test_it_reads_and_refuses_what_marshmallow_does(contract: type[QuickSchema], data: st.DataObject) -> None:
    schema = contract()
    told = data.draw(anything_to(contract))
    unknown = data.draw(st.sampled_from([None, RAISE, EXCLUDE, INCLUDE]))

    assert outcome(schema.load, told, unknown=unknown) == outcome(by_marshmallow(schema), told, unknown=unknown)


class Strange(Request):
    """Fields that have more to say than their type."""

    class Colour(Enum):
        RED = 1

    colour = fields.Enum(Colour, by_value=True)
    by_name = fields.Enum(Kind)
    short = Text(20, validate=validate.OneOf(["lamp"]))
    code = Code(validate=validate.Length(min=3))
    number = fields.Integer(validate=validate.Range(min=1))
    count = fields.Integer()
    word = fields.String(validate=validate.Length(max=3))
    flag = fields.Boolean(load_default=True)
    none = fields.String(allow_none=True)
    several = fields.Dict(load_default=dict)
    local = fields.Nested(LocalText)


@example(told={"count": True})
@given(told=told_to(Strange()) | st.fixed_dictionaries({"short": st.just("lamp"), "word": st.just("lamp")}))
def test_a_field_keeps_its_say(told: Any) -> None:
    assert outcome(Strange().load, told) == outcome(by_marshmallow(Strange()), told)


def test_what_is_right_is_read_at_once() -> None:
    schema = intake.RegisterNotification()
    told = {"kind": "wish", "channel": "phone", "summary": "a lamp", "customer": "ada", "answers": {"colour": "red"}}
    read = schema._quickly(told | {"location": None}, RAISE)
    assert read == by_marshmallow(schema)(told | {"location": None})
    assert read
    assert read["kind"] is Kind.WISH


@pytest.mark.parametrize("told", [{"text": "a lamp"}, {"text": " a lamp"}])
def test_a_schema_with_steps_of_its_own_is_left_to_marshmallow(told: dict[str, str]) -> None:
    class Loud(Told):
        text = Text(20, required=True)

        @post_load
        def shout(self, data: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
            return {"text": data["text"].upper()}

    class Renamed(Told):
        text = Text(20, required=True, attribute="told")

    class Otherwise(Told):
        text = Text(20, required=True, data_key="tekst")

    class LoudText(Text):
        def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
            return super()._deserialize(value, attr, data, **kwargs).upper()

    class LoudField(Told):
        text = LoudText(20, required=True)

    class LoudAfterwards(Told):
        text = Text(20, required=True, post_load=str.upper)

    class LoudBefore(Told):
        text = Text(20, required=True, pre_load=str.upper)

    for loud in (Loud, LoudField, LoudAfterwards, LoudBefore):
        assert loud.read(told)["text"].strip() == "A LAMP"
    assert Renamed.read(told) == {"told": "a lamp"}
    with pytest.raises(ValidationError, match="tekst"):
        Otherwise.read(told)


def test_many_and_partial_are_left_to_marshmallow() -> None:
    assert LocalText().load([{"nl": "a", "en": "b"}], many=True) == [{"nl": "a", "en": "b"}]
    assert LocalText().load({"nl": "a"}, partial=True) == {"nl": "a"}
    assert LocalText(many=True).load([{"nl": "a", "en": "b"}]) == [{"nl": "a", "en": "b"}]
    assert LocalText(partial=True).load({"nl": "a"}) == {"nl": "a"}


def test_a_schema_within_another_may_take_some_of_its_fields() -> None:
    class Name(Told):
        nl = Text(20, required=True)
        en = Text(20)

    used = Name()
    assert used.load({"nl": "a", "en": "b"}) == {"nl": "a", "en": "b"}

    class Dutch(Told):
        name = fields.Nested(used, only=("nl",))

    assert Dutch.read({"name": {"nl": "a", "en": "b"}}) == {"name": {"nl": "a"}}


def test_a_default_is_made_anew_each_time() -> None:
    schema = Strange()
    schema.load({})["several"]["colour"] = "red"
    assert schema.load({})["several"] == {}
