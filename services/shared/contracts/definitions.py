"""What is kept of a catalogue item: all that is shown of it, asked about it and done for it."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from marshmallow import RAISE, fields, validate

from services.shared.contracts.base import Code, LocalProse, LocalText, Request, Several, Text
from services.shared.contracts.quick import QuickSchema
from services.shared.vocabulary import Approval, Kind, Level, Payer, QuestionType, TimeUnit

PICTURE = validate.Regexp(r"[0-9a-f]{32}\Z", error="Give the id of a picture that was sent before.")
HIGHEST_AMOUNT = Decimal("9999999.99")
MOST_CHOICES = 200
# Of the questions and of the steps of an item.
MOST_PARTS = 40
# In a country that writes 1.500 for fifteen hundred this is no number that means one thing only.
THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}([.,][0-9]{3})+")
NO_THOUSANDS = "Write this without a sign for thousands: 1500, or 1.5 for one and a half."


class Amount(fields.Field[str]):
    """An amount of euros, as text with two decimals: `"12.50"`; a number or a comma is taken too. Never below zero."""

    default_error_messages = {
        "amount": "Give an amount in euros, as 12.50.",
        "negative": "Give an amount of zero or more.",
        "high": f"Give an amount of at most {HIGHEST_AMOUNT}.",
        "thousands": NO_THOUSANDS,
    }

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if is_of_thousands(value):
            raise self.make_error("thousands")
        try:
            amount = Decimal(str(value).replace(",", ".")) if not isinstance(value, bool) else None
        except InvalidOperation:
            amount = None
        if amount is None or not amount.is_finite():
            raise self.make_error("amount")
        if amount < 0:
            raise self.make_error("negative")
        if amount > HIGHEST_AMOUNT:
            raise self.make_error("high")
        # Last, as what is far too high cannot be rounded.
        if amount != round(amount, 2):
            raise self.make_error("amount")
        return f"{abs(amount):.2f}"


class Limit(fields.Float):
    """A number; as text without a sign for thousands."""

    default_error_messages = {"thousands": NO_THOUSANDS}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if is_of_thousands(value):
            raise self.make_error("thousands")
        return super()._deserialize(value, attr, data, **kwargs)


def is_of_thousands(value: object) -> bool:
    """Whether this is a text of which nobody knows whether it has thousands or decimals."""
    return isinstance(value, str) and THOUSANDS.fullmatch(value.strip()) is not None


class Norms(QuickSchema):
    """Where a category is in the standards for facility management."""

    nen2748 = Text(20, load_default=None, allow_none=True)
    en15221 = Text(20, load_default=None, allow_none=True)


class Choice(QuickSchema):
    """One of the answers to choose from."""

    class Meta:
        unknown = RAISE

    code = Code(required=True)
    name = fields.Nested(LocalText, required=True)


class Condition(QuickSchema):
    """A question is asked only when another one, before it, was answered, or has one of these answers."""

    class Meta:
        unknown = RAISE

    question = Code(required=True)
    answers = Several(Text(200), load_default=list, validate=validate.Length(max=40))


class Stop(QuickSchema):
    """With one of these answers the form ends, because something else must be done: `advice` says what."""

    class Meta:
        unknown = RAISE

    answers = Several(Text(200), required=True, validate=validate.Length(min=1, max=40))
    advice = fields.Nested(LocalProse, required=True)


class Question(QuickSchema):
    """One thing that must or may be known before an item can be delivered."""

    class Meta:
        unknown = RAISE

    code = Code(required=True)
    text = fields.Nested(LocalText, required=True)
    help = fields.Nested(LocalText, load_default=None, allow_none=True)
    type = fields.Enum(QuestionType, by_value=True, required=True)
    required = fields.Boolean(load_default=True)
    choices = Several(fields.Nested(Choice), load_default=list, validate=validate.Length(max=MOST_CHOICES))
    # Of a number: the number itself. Of a text: how many characters it has. Of files: how many there are.
    # Of a date: how many days after the day of asking; 0 is that day itself, and below zero lies before it.
    lowest = Limit(load_default=None, allow_none=True)
    highest = Limit(load_default=None, allow_none=True)
    pictures_only = fields.Boolean(load_default=False)
    when = fields.Nested(Condition, load_default=None, allow_none=True)
    stop = fields.Nested(Stop, load_default=None, allow_none=True)


class Price(QuickSchema):
    """What one `unit` costs, and who pays for it."""

    class Meta:
        unknown = RAISE

    amount = Amount(required=True)
    unit = fields.Nested(LocalText, load_default=None, allow_none=True)
    payer = fields.Enum(Payer, by_value=True, load_default=Payer.ORGANISATION)


class LeadTime(QuickSchema):
    """Working time from the order to the delivery; in `days`, the end of that working day."""

    class Meta:
        unknown = RAISE

    amount = fields.Integer(required=True, strict=True, validate=validate.Range(min=1, max=1000))
    unit = fields.Enum(TimeUnit, by_value=True, required=True)


class Audience(QuickSchema):
    """Who may see an item: of each list one must fit; an empty list fits everyone."""

    class Meta:
        unknown = RAISE

    organisations = Several(Code(), load_default=list, validate=validate.Length(max=200))
    buildings = Several(Code(), load_default=list, validate=validate.Length(max=200))
    roles = Several(Code(), load_default=list, validate=validate.Length(max=20))


class ApprovalRule(QuickSchema):
    """Who must agree before it is delivered; `amount` is from where, when only a high amount needs it."""

    class Meta:
        unknown = RAISE

    rule = fields.Enum(Approval, by_value=True, required=True)
    amount = Amount(load_default=None, allow_none=True)


class Step(QuickSchema):
    """One team's part of delivering an item; it begins when the steps named in `after` are done."""

    class Meta:
        unknown = RAISE

    code = Code(required=True)
    team = Code(required=True)
    title = fields.Nested(LocalText, required=True)
    lead_time = fields.Nested(LeadTime, load_default=None, allow_none=True)
    after = Several(Code(), load_default=list, validate=validate.Length(max=40))


class ItemDefinition(Request):
    """A product or service, as its keeper describes it."""

    code = Code(required=True)
    name = fields.Nested(LocalText, required=True)
    description = fields.Nested(LocalProse, required=True)
    category = Code(required=True)
    kinds = Several(fields.Enum(Kind, by_value=True), required=True, validate=validate.Length(min=1, max=4))
    keywords = Several(Text(60), load_default=list, validate=validate.Length(max=100))
    level = fields.Enum(Level, by_value=True, load_default=None, allow_none=True)
    price = fields.Nested(Price, load_default=None, allow_none=True)
    lead_time = fields.Nested(LeadTime, load_default=None, allow_none=True)
    calendar = Code(load_default=None, allow_none=True)
    service_level = Code(load_default=None, allow_none=True)
    valid_from = fields.Date(load_default=None, allow_none=True)
    valid_to = fields.Date(load_default=None, allow_none=True)
    contact = Text(120, load_default=None, allow_none=True)
    # The id of a picture that the gateway has.
    picture = Text(32, load_default=None, allow_none=True, validate=PICTURE)
    audience = fields.Nested(Audience, load_default=None, allow_none=True)
    related = Several(Code(), load_default=list, validate=validate.Length(max=20))
    approval = fields.Nested(ApprovalRule, load_default=None, allow_none=True)
    steps = Several(fields.Nested(Step), load_default=list, validate=validate.Length(max=MOST_PARTS))
    questions = Several(fields.Nested(Question), load_default=list, validate=validate.Length(max=MOST_PARTS))


class LocalMarkdown(LocalText):
    """Markdown in both languages of the screens."""

    nl = Text(20_000, required=True)
    en = Text(20_000, required=True)


class ArticleDefinition(Request):
    """An answer that can be given at once, in Markdown; `items` are the catalogue items it is about."""

    code = Code(required=True)
    title = fields.Nested(LocalText, required=True)
    summary = fields.Nested(LocalText, required=True)
    body = fields.Nested(LocalMarkdown, required=True)
    keywords = Several(Text(60), load_default=list, validate=validate.Length(max=100))
    items = Several(Code(), load_default=list, validate=validate.Length(max=40))
    public = fields.Boolean(load_default=True)
    review_on = fields.Date(load_default=None, allow_none=True)
