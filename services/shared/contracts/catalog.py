"""What catalog takes and tells; `catalog_views.py` has what it answers."""

from marshmallow import RAISE, fields, validate

from services.shared.contracts.base import Base64, Code, LocalText, Page, Request, Search, Several, Text, Told
from services.shared.contracts.definitions import (
    ApprovalRule,
    ArticleDefinition,
    Audience,
    ItemDefinition,
    LeadTime,
    Norms,
    Price,
    Question,
    Step,
)
from services.shared.contracts.quick import QuickSchema
from services.shared.contracts.service_levels import MatrixCell, OpeningHours, TargetTime
from services.shared.vocabulary import Kind, Publication

LANGUAGES = ("nl", "en")


class DefineCategory(Request):
    """A group of items, perhaps within another one; the routing rule sends its notifications to one team.

    `name` is what everyone reads, `internal_name` what staff call it.
    """

    code = Code(required=True)
    name = fields.Nested(LocalText, required=True)
    internal_name = fields.Nested(LocalText, load_default=None, allow_none=True)
    within = Code(load_default=None, allow_none=True)
    norms = fields.Nested(Norms, load_default=None, allow_none=True)


class DefineSynonyms(Request):
    """Words that mean the same to whoever looks for something; a word that was in another group leaves it.

    They come in the place of the group `instead_of`; no words at all take that group away.
    """

    words = Several(Text(60), required=True, validate=validate.Length(max=40))
    instead_of = Several(Text(60), load_default=list, validate=validate.Length(max=200))


class PublishItem(ItemDefinition):
    """Put an item in the catalogue, or a next version of it."""


class SaveDraft(ItemDefinition):
    """What a keeper has of an item so far; nobody else sees it until it is published."""


class PublishArticle(ArticleDefinition):
    """Let an answer be found, or a next version of it."""


class ListItems(Page):
    """Every item the keepers have in which all words of `q` occur, by code.

    With `status`, those where they are in their life.
    """

    q = Text(200, blank=True, load_default="")
    status = fields.Enum(Publication, by_value=True, load_default=None, allow_none=True)
    category = Code(load_default=None, allow_none=True)


class ListArticles(Page):
    """Every article the keepers have in which all words of `q` occur, by code.

    With `status`, those where they are in their life; when `overdue`, those past the day to look at them again.
    """

    q = Text(200, blank=True, load_default="")
    status = fields.Enum(Publication, by_value=True, load_default=None, allow_none=True)
    overdue = fields.Boolean(load_default=False)


class ExportCatalogue(Request):
    """The whole catalogue as a workbook, as a zip file with CSV files, or as a document; `packed` with gzip."""

    format = fields.String(required=True, validate=validate.OneOf(("xlsx", "csv", "json")))
    packed = fields.Boolean(load_default=False)


class OfferImport(Request):
    """A file to be imported; its name says what kind it is, and its content is in base64."""

    name = Text(200, required=True)
    content = Base64(required=True)


class FindItems(Search):
    """Words to look for in the names, keywords and descriptions of items; without words all, by name.

    `building` leaves out what is not delivered there. Without a `language` it is that of who asks, and where that is
    not known both are looked in. What is not found in one language is looked for in the other.
    """

    language = fields.String(load_default=None, allow_none=True, validate=validate.OneOf(LANGUAGES))
    building = Code(load_default=None, allow_none=True)


class FindInCatalogue(Request):
    """What somebody looks for, in their own words; `building` is where they are.

    While somebody is `typing` the last word may be only its beginning, and what is not found is not noted.
    """

    q = Text(200, blank=True, load_default="")
    language = fields.String(load_default="nl", validate=validate.OneOf(LANGUAGES))
    typing = fields.Boolean(load_default=False)
    building = Code(load_default=None, allow_none=True)
    category = Code(load_default=None, allow_none=True)
    limit = fields.Integer(load_default=20, validate=validate.Range(min=1, max=100))


class EntryCode(QuickSchema):
    """An item or an article, by its code."""

    class Meta:
        unknown = RAISE

    kind = fields.String(required=True, validate=validate.OneOf(("item", "article")))
    code = Code(required=True)


class NameEntries(Request):
    """Items and articles whose names are wanted."""

    entries = Several(fields.Nested(EntryCode), required=True, validate=validate.Length(max=40))
    language = fields.String(load_default="nl", validate=validate.OneOf(LANGUAGES))


class SuggestFor(Request):
    """What somebody says in their own words, of which the kind and the item are to be suggested."""

    q = Text(8200, blank=True, load_default="")
    language = fields.String(load_default="nl", validate=validate.OneOf(LANGUAGES))


class OutlineCatalogue(Request):
    """The whole catalogue in short: of each category on top a few `examples`."""

    language = fields.String(load_default="nl", validate=validate.OneOf(LANGUAGES))
    examples = fields.Integer(load_default=3, validate=validate.Range(min=1, max=50))


class CheckAnswers(Request):
    """Answers to an item's questions, to be checked before anything is registered.

    With `location` (null for no place) also whether it is delivered there, with `kind` whether it is asked for as that.
    """

    answers = fields.Dict(
        keys=Code(),
        values=fields.Raw(),
        load_default=dict,
        metadata={"additionalProperties": {"type": ["string", "number", "array", "null"]}},
    )
    language = fields.String(load_default="nl", validate=validate.OneOf(LANGUAGES))
    location = Code(allow_none=True)
    kind = fields.Enum(Kind, by_value=True)


class CheckRequest(CheckAnswers):
    """The item whose questions are answered, and the answers."""

    catalogue_item = Code(required=True)


class DropMissedSearch(Request):
    """Words that were looked for in vain, and that a keeper has seen to."""

    words = Text(200, required=True)
    language = fields.String(required=True, validate=validate.OneOf(LANGUAGES))


class Helped(Request):
    """Whether an article was the answer."""

    helped = fields.Boolean(required=True)


class CategoryDefined(Told):
    """A category exists, or has another name or place."""

    code = fields.String(required=True)
    name = fields.Nested(LocalText, required=True)
    internal_name = fields.Nested(LocalText, load_default=None, allow_none=True)
    within = fields.String(load_default=None, allow_none=True)


class CatalogueItemPublished(Told):
    """An item can be asked for from now on, as this version says."""

    code = fields.String(required=True)
    version = fields.Integer(required=True)
    name = fields.Nested(LocalText, required=True)
    category = fields.String(required=True)
    kinds = fields.List(fields.String(), required=True)
    questions = fields.List(fields.Nested(Question), required=True)
    price = fields.Nested(Price, load_default=None, allow_none=True)
    lead_time = fields.Nested(LeadTime, load_default=None, allow_none=True)
    calendar = fields.String(load_default=None, allow_none=True)
    service_level = fields.String(load_default=None, allow_none=True)
    valid_from = fields.String(load_default=None, allow_none=True)
    valid_to = fields.String(load_default=None, allow_none=True)
    audience = fields.Nested(Audience, load_default=None, allow_none=True)
    approval = fields.Nested(ApprovalRule, load_default=None, allow_none=True)
    steps = fields.List(fields.Nested(Step), load_default=list)


class ClosedDayTold(QuickSchema):
    """A day on which it is closed, and why."""

    day = fields.String(required=True)
    why = fields.Nested(LocalText, required=True)


class CalendarDefined(Told):
    """Somebody is there at these hours from now on."""

    code = fields.String(required=True)
    name = fields.Nested(LocalText, required=True)
    zone = fields.String(required=True)
    hours = fields.Nested(OpeningHours, required=True)
    closed = fields.List(fields.Nested(ClosedDayTold), required=True)
    default = fields.Boolean(required=True)


class ServiceLevelDefined(Told):
    """Things are done this fast from now on."""

    code = fields.String(required=True)
    name = fields.Nested(LocalText, required=True)
    calendar = fields.String(required=True, allow_none=True)
    matrix = fields.List(fields.Nested(MatrixCell), required=True)
    targets = fields.List(fields.Nested(TargetTime), required=True)
    default = fields.Boolean(required=True)


class CatalogueItemRetired(Told):
    """An item cannot be asked for any more."""

    code = fields.String(required=True)
    version = fields.Integer(required=True)


class ArticlePublished(Told):
    """An answer can be given from now on, as this version says."""

    code = fields.String(required=True)
    version = fields.Integer(required=True)
    title = fields.Nested(LocalText, required=True)
    public = fields.Boolean(required=True)
    items = fields.List(fields.String(), required=True)


class ArticleRetired(Told):
    """An answer is not given any more."""

    code = fields.String(required=True)
    version = fields.Integer(required=True)


class ArticleRated(Told):
    """Somebody said whether an article was the answer; `before` is what the same reader said of it earlier that day."""

    code = fields.String(required=True)
    version = fields.Integer(required=True)
    helped = fields.Boolean(required=True)
    before = fields.Boolean(load_default=None, allow_none=True)
    by_staff = fields.Boolean(load_default=False)


EVENTS: dict[str, type[Told]] = {
    "category_defined": CategoryDefined,
    "catalogue_item_published": CatalogueItemPublished,
    "catalogue_item_retired": CatalogueItemRetired,
    "article_published": ArticlePublished,
    "article_retired": ArticleRetired,
    "article_rated": ArticleRated,
    "calendar_defined": CalendarDefined,
    "service_level_defined": ServiceLevelDefined,
}
