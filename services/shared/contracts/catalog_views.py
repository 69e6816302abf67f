"""What catalog answers."""

from marshmallow import fields

from services.shared.contracts.base import LocalProse, LocalText, View
from services.shared.contracts.definitions import (
    ApprovalRule,
    Audience,
    LeadTime,
    LocalMarkdown,
    Norms,
    Price,
    Question,
)
from services.shared.contracts.service_levels import ClosedDay, MatrixCell, OpeningHours, TargetTime


class SynonymsView(View):
    """Groups of words that mean the same."""

    items = fields.List(fields.List(fields.String()))


class ExplainedTarget(TargetTime):
    """A target with the moment it falls; no moment when the calendar is not open that long in ten years."""

    falls_at = fields.DateTime(allow_none=True)


class StretchView(View):
    """A span of time that counts, or that does not, and then why."""

    start = fields.DateTime()
    end = fields.DateTime()
    why = fields.Nested(LocalText, allow_none=True)


class ExplainedTargetsView(View):
    """When targets fall, and the time until the last of them, stretch by stretch."""

    calendar = fields.String()
    zone = fields.String()
    items = fields.List(fields.Nested(ExplainedTarget))
    stretches = fields.List(fields.Nested(StretchView))


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


class ItemName(View):
    """An item by code, with its name."""

    code = fields.String()
    name = fields.Nested(LocalText)


class FormerItemView(View):
    """An item that is not offered any more, and those to look at instead."""

    code = fields.String()
    name = fields.Nested(LocalText)
    category = fields.Nested(CategoryView)
    see_also = fields.List(fields.Nested(ItemName))


class FormerArticleView(View):
    """An article that is not given any more, and the items that it was about."""

    code = fields.String()
    title = fields.Nested(LocalText)
    see_also = fields.List(fields.Nested(ItemName))


class StepView(View):
    """One team's part of delivering an item; which team is for staff, and null for others."""

    code = fields.String()
    team = fields.String(allow_none=True)
    title = fields.Nested(LocalText)
    lead_time = fields.Nested(LeadTime, allow_none=True)
    after = fields.List(fields.String())


class ItemView(View):
    """A product or service the facility organisation offers.

    `offered` says whether it can be asked for: `now`, `later` or not any more (`over`). It is delivered in these
    `buildings` only, everywhere when there are none. Who may see it (`audience`) is told to staff; of what is
    `related`, `see_also` has the names of what can be asked for now.
    """

    code = fields.String()
    version = fields.Integer()
    status = fields.String()
    offered = fields.String()
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
    picture = fields.String(allow_none=True)
    audience = fields.Nested(Audience, allow_none=True)
    buildings = fields.List(fields.String())
    articles = fields.List(fields.Nested(ArticleName))
    related = fields.List(fields.String())
    see_also = fields.List(fields.Nested(ItemName))
    approval = fields.Nested(ApprovalRule, allow_none=True)
    steps = fields.List(fields.Nested(StepView))
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


class KeptArticle(View):
    """An article as a list for its keepers shows it."""

    code = fields.String()
    version = fields.Integer()
    status = fields.String()
    title = fields.Nested(LocalText)
    public = fields.Boolean()
    review_on = fields.String(allow_none=True)
    helped = fields.Integer()
    did_not_help = fields.Integer()
    changed_at = fields.String()
    changed_by = fields.String()


class KeptArticlesView(View):
    """A page of articles; `next` goes into `after` for the following page, null when there is none."""

    items = fields.List(fields.Nested(KeptArticle))
    next = fields.String(allow_none=True)


class CalendarView(View):
    """When somebody is there."""

    code = fields.String()
    name = fields.Nested(LocalText)
    zone = fields.String()
    hours = fields.Nested(OpeningHours)
    closed = fields.List(fields.Nested(ClosedDay))
    default = fields.Boolean()


class OpeningView(View):
    """Whether it is open now, and until or from when; all null when nobody said when it is."""

    open = fields.Boolean(allow_none=True)
    until = fields.String(allow_none=True)
    opens = fields.String(allow_none=True)


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


class AnswerProblem(View):
    """A question whose answer is missing or unclear, or ends the form; `message` says what to do."""

    code = fields.String()
    question = fields.String()
    message = fields.String()


class AnswerInWords(View):
    """A usable answer as it will be kept: a date in words, a place by its path where it is known."""

    code = fields.String()
    question = fields.String()
    answer = fields.String()


class RequestProblem(View):
    """The `location` or `kind` with which an item cannot be asked for; `message` says why."""

    field = fields.String()
    message = fields.String()


class CheckedView(View):
    """Whether a request is complete and clear enough to act on, in the language that was asked for."""

    complete = fields.Boolean()
    missing = fields.List(fields.Nested(AnswerProblem))
    unclear = fields.List(fields.Nested(AnswerProblem))
    stops = fields.List(fields.Nested(AnswerProblem))
    refused = fields.List(fields.Nested(RequestProblem))
    asked = fields.List(fields.String())
    answers = fields.List(fields.Nested(AnswerInWords))
