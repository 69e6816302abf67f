"""What catalog answers, takes and tells."""

from marshmallow import RAISE, fields, validate

from services.shared.contracts.base import Code, LocalText, Request, Text, Told, View
from services.shared.contracts.quick import QuickSchema
from services.shared.vocabulary import Kind, QuestionType


class Choice(QuickSchema):
    """One of the answers to choose from."""

    class Meta:
        unknown = RAISE

    code = Code(required=True)
    name = fields.Nested(LocalText, required=True)


class Question(QuickSchema):
    """One thing that must or may be known before an item can be delivered."""

    class Meta:
        unknown = RAISE

    code = Code(required=True)
    text = fields.Nested(LocalText, required=True)
    help = fields.Nested(LocalText, load_default=None, allow_none=True)
    type = fields.Enum(QuestionType, by_value=True, required=True)
    required = fields.Boolean(load_default=True)
    choices = fields.List(fields.Nested(Choice), load_default=list)
    lowest = fields.Float(load_default=None, allow_none=True)
    highest = fields.Float(load_default=None, allow_none=True)


class DefineCategory(Request):
    """A group of items; the routing rule sends its notifications to one team."""

    code = Code(required=True)
    name = fields.Nested(LocalText, required=True)


class PublishItem(Request):
    """Put an item in the catalogue, or a next version of it."""

    code = Code(required=True)
    name = fields.Nested(LocalText, required=True)
    description = fields.Nested(LocalText, required=True)
    category = Code(required=True)
    kinds = fields.List(fields.Enum(Kind, by_value=True), required=True, validate=validate.Length(min=1))
    keywords = fields.List(Text(60), load_default=list)
    questions = fields.List(fields.Nested(Question), load_default=list, validate=validate.Length(max=40))


class CategoryView(View):
    """A group of items."""

    code = fields.String()
    name = fields.Nested(LocalText)


class ItemView(View):
    """A product or service the facility organisation offers."""

    code = fields.String()
    version = fields.Integer()
    name = fields.Nested(LocalText)
    description = fields.Nested(LocalText)
    category = fields.Nested(CategoryView)
    kinds = fields.List(fields.String())
    keywords = fields.List(fields.String())
    questions = fields.List(fields.Nested(Question))


class ItemsView(View):
    """The items found."""

    items = fields.List(fields.Nested(ItemView))


class CategoryDefined(Told):
    """A category exists, or has another name."""

    code = fields.String(required=True)
    name = fields.Nested(LocalText, required=True)


class CatalogueItemPublished(Told):
    """An item can be asked for from now on, as this version says."""

    code = fields.String(required=True)
    version = fields.Integer(required=True)
    name = fields.Nested(LocalText, required=True)
    category = fields.String(required=True)
    kinds = fields.List(fields.String(), required=True)
    questions = fields.List(fields.Nested(Question), required=True)


EVENTS: dict[str, type[Told]] = {
    "category_defined": CategoryDefined,
    "catalogue_item_published": CatalogueItemPublished,
}
