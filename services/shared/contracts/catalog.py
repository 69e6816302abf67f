"""What catalog answers, takes and tells."""

from marshmallow import fields, validate

from services.shared.contracts.base import Code, LocalProse, LocalText, Page, Request, Text, Told, View
from services.shared.contracts.definitions import (
    ApprovalRule,
    ArticleDefinition,
    Audience,
    ItemDefinition,
    LeadTime,
    LocalMarkdown,
    Price,
    Question,
    Step,
)
from services.shared.contracts.quick import QuickSchema
from services.shared.contracts.service_levels import ClosedDay, MatrixCell, OpeningHours, TargetTime
from services.shared.vocabulary import Publication

LANGUAGES = ("nl", "en")


class Norms(QuickSchema):
    """Where a category is in the standards for facility management."""

    nen2748 = Text(20, load_default=None, allow_none=True)
    en15221 = Text(20, load_default=None, allow_none=True)


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
    """Words that mean the same to whoever looks for something; a group with one of them is replaced."""

    words = fields.List(Text(60), required=True, validate=validate.Length(min=2, max=40))


class PublishItem(ItemDefinition):
    """Put an item in the catalogue, or a next version of it."""


class SaveDraft(ItemDefinition):
    """What a keeper has of an item so far; nobody else sees it until it is published."""


class PublishArticle(ArticleDefinition):
    """Let an answer be found, or a next version of it."""


class ListItems(Page):
    """Every item the keepers have, by code; with `status`, those where they are in their life."""

    status = fields.Enum(Publication, by_value=True, load_default=None, allow_none=True)
    category = Code(load_default=None, allow_none=True)


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


class OutlineCatalogue(Request):
    """The whole catalogue in short: of each category on top a few `examples`."""

    language = fields.String(load_default="nl", validate=validate.OneOf(LANGUAGES))
    examples = fields.Integer(load_default=3, validate=validate.Range(min=1, max=50))


class CheckAnswers(Request):
    """Answers to an item's questions, to be checked before anything is registered."""

    answers = fields.Dict(
        keys=Code(),
        values=fields.Raw(),
        load_default=dict,
        metadata={"additionalProperties": {"type": ["string", "number", "array", "null"]}},
    )
    language = fields.String(load_default="nl", validate=validate.OneOf(LANGUAGES))


class CheckRequest(CheckAnswers):
    """The item whose questions are answered, and the answers."""

    catalogue_item = Code(required=True)


class Helped(Request):
    """Whether an article was the answer."""

    helped = fields.Boolean(required=True)


class SynonymsView(View):
    """Groups of words that mean the same."""

    items = fields.List(fields.List(fields.String()))


class CategoryView(View):
    """A group of items."""

    code = fields.String()
    name = fields.Nested(LocalText)
    internal_name = fields.Nested(LocalText, allow_none=True)
    within = fields.String(allow_none=True)
    norms = fields.Nested(Norms, allow_none=True)


class CategoriesView(View):
    """Every category."""

    items = fields.List(fields.Nested(CategoryView))


class ArticleName(View):
    """An article by code, with its title and the answer in short."""

    code = fields.String()
    title = fields.Nested(LocalText)
    summary = fields.Nested(LocalText)


class ItemView(View):
    """A product or service the facility organisation offers."""

    code = fields.String()
    version = fields.Integer()
    status = fields.String()
    name = fields.Nested(LocalText)
    description = fields.Nested(LocalProse)
    category = fields.Nested(CategoryView)
    kinds = fields.List(fields.String())
    keywords = fields.List(fields.String())
    level = fields.String(allow_none=True)
    price = fields.Nested(Price, allow_none=True)
    lead_time = fields.Nested(LeadTime, allow_none=True)
    calendar = fields.String(allow_none=True)
    service_level = fields.String(allow_none=True)
    ready_by = fields.String(allow_none=True)
    valid_from = fields.String(allow_none=True)
    valid_to = fields.String(allow_none=True)
    contact = fields.String(allow_none=True)
    audience = fields.Nested(Audience, allow_none=True)
    articles = fields.List(fields.Nested(ArticleName))
    related = fields.List(fields.String())
    approval = fields.Nested(ApprovalRule, allow_none=True)
    steps = fields.List(fields.Nested(Step))
    questions = fields.List(fields.Nested(Question))


class ItemsView(View):
    """The items found."""

    items = fields.List(fields.Nested(ItemView))


class KeptItem(View):
    """An item as a list for its keepers shows it."""

    code = fields.String()
    version = fields.Integer()
    status = fields.String()
    has_draft = fields.Boolean()
    name = fields.Nested(LocalText)
    category = fields.String(allow_none=True)
    changed_at = fields.DateTime()
    changed_by = fields.String()


class KeptItemsView(View):
    """A page of items; `next` goes into `after` for the following page, null when there is none."""

    items = fields.List(fields.Nested(KeptItem))
    next = fields.String(allow_none=True)


class VersionView(View):
    """One publication of an item or article."""

    version = fields.Integer()
    published_at = fields.DateTime()
    published_by = fields.String()
    definition = fields.Dict()


class ArticleView(View):
    """An answer that can be given at once."""

    code = fields.String()
    version = fields.Integer()
    status = fields.String()
    title = fields.Nested(LocalText)
    summary = fields.Nested(LocalText)
    body = fields.Nested(LocalMarkdown)
    keywords = fields.List(fields.String())
    items = fields.List(fields.String())
    public = fields.Boolean()
    review_on = fields.String(allow_none=True)
    helped = fields.Integer()
    did_not_help = fields.Integer()


class CalendarView(View):
    """When somebody is there."""

    code = fields.String()
    name = fields.Nested(LocalText)
    zone = fields.String()
    hours = fields.Nested(OpeningHours)
    closed = fields.List(fields.Nested(ClosedDay))
    default = fields.Boolean()


class CalendarsView(View):
    """Every calendar, by code."""

    items = fields.List(fields.Nested(CalendarView))


class ServiceLevelView(View):
    """How fast things are done."""

    code = fields.String()
    name = fields.Nested(LocalText)
    calendar = fields.String(allow_none=True)
    matrix = fields.List(fields.Nested(MatrixCell))
    targets = fields.List(fields.Nested(TargetTime))
    default = fields.Boolean()


class ServiceLevelsView(View):
    """Every service level, by code."""

    items = fields.List(fields.Nested(ServiceLevelView))


class FoundEntry(View):
    """An item or article that was found, in the language that was asked for."""

    kind = fields.String()
    code = fields.String()
    title = fields.String()
    summary = fields.String()
    category = fields.String(allow_none=True)


class FoundView(View):
    """What was found, best first."""

    items = fields.List(fields.Nested(FoundEntry))


class AnswerProblem(View):
    """A question whose answer is missing or unclear, or ends the form; `message` says what to do."""

    code = fields.String()
    question = fields.String()
    message = fields.String()


class CheckedView(View):
    """Whether a request is complete and clear enough to act on, in the language that was asked for."""

    complete = fields.Boolean()
    missing = fields.List(fields.Nested(AnswerProblem))
    unclear = fields.List(fields.Nested(AnswerProblem))
    stops = fields.List(fields.Nested(AnswerProblem))
    asked = fields.List(fields.String())


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
    """Somebody said whether an article was the answer."""

    code = fields.String(required=True)
    version = fields.Integer(required=True)
    helped = fields.Boolean(required=True)


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
