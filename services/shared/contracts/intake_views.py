"""What intake answers."""

from marshmallow import fields

from services.shared.contracts.base import InWords, LocalText, View
from services.shared.contracts.routing import TeamName


class OrganisationView(View):
    """A department or company."""

    code = fields.String()
    name = fields.String()


class CustomerView(View):
    """A person the desk serves."""

    code = fields.String()
    name = fields.String()
    organisation = fields.Nested(OrganisationView)
    email = fields.String(allow_none=True)
    phone = fields.String(allow_none=True)


class DeskView(View):
    """Where the customers find a desk; the `central` one serves for everything.

    A keeper gives its `mark` back as `seen`, so that nobody overwrites what they did not see.
    """

    code = fields.String()
    name = fields.Nested(LocalText)
    place = fields.Nested(LocalText, allow_none=True)
    phone = fields.String(allow_none=True)
    email = fields.String(allow_none=True)
    central = fields.Boolean()
    mark = fields.String()


class CustomersView(View):
    """The customers found."""

    items = fields.List(fields.Nested(CustomerView))


class LocationView(View):
    """A building, floor or room; `path` names everything it is part of, from the building down."""

    code = fields.String()
    name = fields.String()
    path = fields.String()


class FoundLocation(LocationView):
    """A location that was found, and the code of the building that it is in, or is."""

    building = fields.String()


class LocationsView(View):
    """The locations found; `near` when none has all the words, and these come nearest."""

    items = fields.List(fields.Nested(FoundLocation))
    near = fields.Boolean()


class CustomerName(View):
    """A customer, by code and name."""

    code = fields.String()
    name = fields.String()


class Promise(View):
    """What was promised when it was asked for: by when it would be ready, and in which words."""

    ready_by = fields.String()
    text = fields.Nested(LocalText)


class AskedItem(View):
    """The catalogue item a notification was made with, in the version of that moment."""

    code = fields.String()
    version = fields.Integer()
    name = fields.Nested(LocalText)
    category = fields.String()
    promise = fields.Nested(Promise, allow_none=True)


class AnsweredFile(View):
    """A file that was given as an answer; the gateway has it under this id."""

    id = fields.String()
    name = fields.String()
    type = fields.String()
    size = fields.Integer()


class Answer(View):
    """An answer to one of the item's questions, in words, and the files that were given."""

    code = fields.String()
    question = fields.Nested(InWords)
    answer = fields.Nested(InWords)
    files = fields.List(fields.Nested(AnsweredFile))


class ArticleUsed(View):
    """The article that an answer was made from, as it was then."""

    code = fields.String()
    version = fields.Integer()
    title = fields.Nested(LocalText)


class Corrected(View):
    """What something was before, and what it became; null for nothing."""

    before = fields.String(allow_none=True)
    after = fields.String(allow_none=True)


class StepDetails(View):
    """More about a step: the article of an answer, or what was corrected.

    `asked` is the item that was asked for before it was corrected, with its promise; customers see only that.
    """

    article = fields.Nested(ArticleUsed, allow_none=True)
    kind = fields.Nested(Corrected, allow_none=True)
    catalogue_item = fields.Nested(Corrected, allow_none=True)
    asked = fields.Nested(AskedItem, allow_none=True)


class TimelineEntry(View):
    """One step of a notification's life; `what` is the name of the step, `text` what was said."""

    at = fields.DateTime()
    what = fields.String()
    by = fields.String(allow_none=True)
    text = fields.String(allow_none=True)
    for_customer = fields.Boolean()
    about = fields.Nested(StepDetails, allow_none=True)


class Rating(View):
    """What the customer thought of it."""

    score = fields.Integer()
    comment = fields.String()
    rated_at = fields.DateTime()


class NotificationRow(View):
    """A notification as a list shows it."""

    number = fields.String()
    kind = fields.String()
    channel = fields.String()
    level = fields.String()
    status = fields.String()
    summary = fields.String()
    customer = fields.Nested(CustomerName)
    location = fields.Nested(LocationView, allow_none=True)
    team = fields.Nested(TeamName, allow_none=True)
    contact_point = fields.String(allow_none=True)
    urgency = fields.String(allow_none=True)
    registered_at = fields.DateTime()
    changed_at = fields.DateTime()


class NotificationView(NotificationRow):
    """One thing a customer brought to the desk; `actions` are what the caller may do with it now."""

    customer = fields.Nested(CustomerView)
    description = fields.String()
    catalogue_item = fields.Nested(AskedItem, allow_none=True)
    answers = fields.List(fields.Nested(Answer))
    impact = fields.String(allow_none=True)
    question = fields.String(allow_none=True)
    first_line = fields.Boolean()
    ready_at = fields.DateTime(allow_none=True)
    closed_at = fields.DateTime(allow_none=True)
    rating = fields.Nested(Rating, allow_none=True)
    work_orders = fields.List(fields.String())
    actions = fields.List(fields.String())
    timeline = fields.List(fields.Nested(TimelineEntry))


class NotificationsView(View):
    """A page of notifications; `next` goes into `after` for the following page, null when there is none."""

    items = fields.List(fields.Nested(NotificationRow))
    next = fields.String(allow_none=True)
