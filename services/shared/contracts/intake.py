"""What intake answers, takes and tells."""

from marshmallow import fields, validate

from services.shared.contracts.base import Code, LocalText, Page, Request, Text, Told, View
from services.shared.contracts.routing import TeamName
from services.shared.vocabulary import AnswerTo, Channel, Kind, Status, Weight


class RegisterNotification(Request):
    """One thing a customer brings to the desk.

    `customer` may be left out by a customer (it is about themselves); `answers` answers the
    questions of `catalogue_item`, by question code.
    """

    kind = fields.Enum(Kind, by_value=True, required=True)
    channel = fields.Enum(Channel, by_value=True, required=True)
    summary = Text(120, required=True)
    description = Text(8000, blank=True, load_default="")
    customer = Code(load_default=None, allow_none=True)
    location = Code(load_default=None, allow_none=True)
    catalogue_item = Code(load_default=None, allow_none=True)
    answers = fields.Dict(
        keys=Code(),
        values=fields.Raw(),
        load_default=dict,
        metadata={"additionalProperties": {"type": ["string", "number", "null"]}},
    )
    impact = fields.Enum(Weight, by_value=True, load_default=None, allow_none=True)
    urgency = fields.Enum(Weight, by_value=True, load_default=None, allow_none=True)


class ListNotifications(Page):
    """Which notifications; without filters all that the caller may see, newest first."""

    status = fields.List(fields.Enum(Status, by_value=True), load_default=list)
    kind = fields.Enum(Kind, by_value=True, load_default=None, allow_none=True)
    channel = fields.Enum(Channel, by_value=True, load_default=None, allow_none=True)
    team = Code(load_default=None, allow_none=True)
    customer = Code(load_default=None, allow_none=True)
    location = Code(load_default=None, allow_none=True)
    q = Text(200, blank=True, load_default="")


class AskCustomer(Request):
    """What the desk must know from the customer."""

    question = Text(2000, required=True)


class AnswerNotification(Request):
    """The customer's answer to the desk's question, or the desk's answer to the customer.

    `to` says which of the two is meant, so that an answer which crosses another step is refused
    instead of being taken for the other; without it, whether a question is open decides.
    """

    text = Text(4000, required=True)
    to = fields.Enum(AnswerTo, by_value=True, load_default=None, allow_none=True)


class ForwardNotification(Request):
    """Hand over to the back office: to a `team`, or to whichever team serves the `category`.

    With neither, the category of the notification's catalogue item counts.
    """

    team = Code(load_default=None, allow_none=True)
    category = Code(load_default=None, allow_none=True)
    remark = Text(2000, blank=True, load_default="")


class AddNote(Request):
    """Something worth keeping; only staff read it, unless it is for the customer too."""

    text = Text(4000, required=True)
    for_customer = fields.Boolean(load_default=False)


class Reason(Request):
    """Why."""

    reason = Text(2000, required=True)


class RateNotification(Request):
    """How well it went, from 1 (badly) to 5 (very well)."""

    score = fields.Integer(required=True, strict=True, validate=validate.Range(min=1, max=5))
    comment = Text(2000, blank=True, load_default="")


class AddOrganisation(Request):
    """A department or company that customers belong to."""

    code = Code(required=True)
    name = Text(120, required=True)


class AddCustomer(Request):
    """A person the desk serves."""

    code = Code(required=True)
    name = Text(120, required=True)
    organisation = Code(required=True)
    email = fields.Email(load_default=None, allow_none=True, validate=validate.Length(max=254))
    phone = Text(40, load_default=None, allow_none=True)


class AddLocation(Request):
    """A building, floor or room; `within` is the location it is part of."""

    code = Code(required=True)
    name = Text(120, required=True)
    within = Code(load_default=None, allow_none=True)


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


class CustomersView(View):
    """The customers found."""

    items = fields.List(fields.Nested(CustomerView))


class LocationView(View):
    """A building, floor or room; `path` names everything it is part of, from the building down."""

    code = fields.String()
    name = fields.String()
    path = fields.String()


class LocationsView(View):
    """The locations found."""

    items = fields.List(fields.Nested(LocationView))


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


class Answer(View):
    """An answer to one of the item's questions, in words."""

    code = fields.String()
    question = fields.Nested(LocalText)
    answer = fields.Nested(LocalText)


class TimelineEntry(View):
    """One step of a notification's life; `what` is the name of the step, `text` what was said."""

    at = fields.DateTime()
    what = fields.String()
    by = fields.String(allow_none=True)
    text = fields.String(allow_none=True)
    for_customer = fields.Boolean()


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


class NotificationRegistered(Told):
    """A notification got its number."""

    number = fields.String(required=True)
    kind = fields.String(required=True)
    channel = fields.String(required=True)
    level = fields.String(required=True)
    customer = fields.String(required=True)
    organisation = fields.String(required=True)
    location = fields.String(load_default=None, allow_none=True)
    catalogue_item = fields.String(load_default=None, allow_none=True)
    category = fields.String(load_default=None, allow_none=True)
    registered_at = fields.AwareDateTime(required=True, format="iso")


class NotificationMoved(Told):
    """Something happened to a notification at this moment; the event's name says what."""

    number = fields.String(required=True)
    at = fields.AwareDateTime(required=True, format="iso")


class NotificationForwarded(NotificationMoved):
    """The back office is asked to act; `round` counts how often this notification was forwarded."""

    round = fields.Integer(required=True)
    kind = fields.String(required=True)
    summary = fields.String(required=True)
    description = fields.String(required=True)
    location = fields.String(load_default=None, allow_none=True)
    urgency = fields.String(load_default=None, allow_none=True)
    category = fields.String(load_default=None, allow_none=True)
    team = fields.String(load_default=None, allow_none=True)
    remark = fields.String(load_default="")
    contact_point = fields.String(load_default=None, allow_none=True)


class NotificationReady(NotificationMoved):
    """The work is done; `first_line` when the desk did it itself."""

    first_line = fields.Boolean(required=True)


class NotificationRated(NotificationMoved):
    """The customer said how well it went, 1 to 5."""

    score = fields.Integer(required=True)


EVENTS: dict[str, type[Told]] = {
    "notification_registered": NotificationRegistered,
    "notification_taken": NotificationMoved,
    "customer_asked": NotificationMoved,
    "customer_answered": NotificationMoved,
    "notification_forwarded": NotificationForwarded,
    "notification_noted": NotificationMoved,
    "notification_ready": NotificationReady,
    "notification_closed": NotificationMoved,
    "notification_reopened": NotificationMoved,
    "notification_cancelled": NotificationMoved,
    "notification_rated": NotificationRated,
}
