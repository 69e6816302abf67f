"""What intake takes and tells; `intake_views.py` has what it answers."""

from marshmallow import RAISE, ValidationError, fields, validate, validates_schema

from services.shared.contracts.base import Code, InWords, LocalText, Page, Request, Search, Several, Text, Told
from services.shared.contracts.quick import QuickSchema
from services.shared.vocabulary import AnswerTo, Channel, Kind, Status, Weight


class GivenAnswer(QuickSchema):
    """What the desk answers at once; `article` is the standard answer that it was made from, seen in this `version`.

    With `close` the notification is closed as well, where its rules let the desk do so without the customer;
    else it is ready.
    """

    class Meta:
        unknown = RAISE

    text = Text(4000, required=True)
    article = Code(load_default=None, allow_none=True)
    version = fields.Integer(
        load_default=None, allow_none=True, strict=True, validate=validate.Range(min=1, max=1_000_000)
    )
    close = fields.Boolean(load_default=False)


class Suggested(QuickSchema):
    """What Balie suggested from the customer's own words, whatever was chosen in the end."""

    class Meta:
        unknown = RAISE

    kind = fields.Enum(Kind, by_value=True, load_default=None, allow_none=True)
    catalogue_item = Code(load_default=None, allow_none=True)


class RegisterNotification(Request):
    """One thing a customer brings to the desk.

    `customer` may be left out by a customer (it is about themselves); `answers` answers the
    questions of `catalogue_item`, by question code, and files with a list of their ids; with `answer` the desk answers
    it in the same go.
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
        metadata={"additionalProperties": {"type": ["string", "number", "array", "null"]}},
    )
    impact = fields.Enum(Weight, by_value=True, load_default=None, allow_none=True)
    urgency = fields.Enum(Weight, by_value=True, load_default=None, allow_none=True)
    answer = fields.Nested(GivenAnswer, load_default=None, allow_none=True)
    suggested = fields.Nested(Suggested, load_default=None, allow_none=True)


class CorrectNotification(Request):
    """What it really is: another `kind`, or another `catalogue_item` (null when it is none); what is left out stays."""

    kind = fields.Enum(Kind, by_value=True)
    catalogue_item = Code(allow_none=True)

    @validates_schema
    def says_something(self, data: dict, **kwargs: object) -> None:  # type: ignore[type-arg]
        if not data:
            raise ValidationError("Say what kind or which item it is.", "kind")


class ListNotifications(Page):
    """Which notifications; without filters all that the caller may see, newest first."""

    status = Several(fields.Enum(Status, by_value=True), load_default=list, validate=validate.Length(max=40))
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
    instead of being taken for the other; without it, whether a question is open decides. With an
    `article`, or with `close`, it is the desk's answer to the customer.
    """

    text = Text(4000, required=True)
    article = Code(load_default=None, allow_none=True)
    version = fields.Integer(
        load_default=None, allow_none=True, strict=True, validate=validate.Range(min=1, max=1_000_000)
    )
    close = fields.Boolean(load_default=False)
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


class FindLocations(Search):
    """Words that all occur in a location's path or code; with `codes`, only among the locations of these codes.

    With `near`, the locations that come nearest to these words are found when none has them all.
    """

    codes = Several(Code(), load_default=list, validate=validate.Length(max=100))
    near = fields.Boolean(load_default=False)


class DefineDesk(Request):
    """Where the customers find a desk: who answers there, the place of its counter, telephone and mail."""

    code = Code(required=True)
    name = fields.Nested(LocalText, required=True)
    place = fields.Nested(LocalText, load_default=None, allow_none=True)
    phone = Text(
        40,
        load_default=None,
        allow_none=True,
        validate=validate.Regexp(r"^\+?\(?[0-9][0-9 ()./-]+$", error="Give a telephone number, as 026 123 45 67."),
    )
    email = fields.Email(load_default=None, allow_none=True, validate=validate.Length(max=254))
    central = fields.Boolean(load_default=False)


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
    suggested_kind = fields.String(load_default=None, allow_none=True)
    suggested_item = fields.String(load_default=None, allow_none=True)
    registered_at = fields.AwareDateTime(required=True, format="iso")


class NotificationMoved(Told):
    """Something happened to a notification at this moment; the event's name says what."""

    number = fields.String(required=True)
    at = fields.AwareDateTime(required=True, format="iso")


class AnswerTold(QuickSchema):
    """What the customer answered to one of the item's questions, in words."""

    code = fields.String(required=True)
    question = fields.Nested(InWords, required=True)
    answer = fields.Nested(InWords, required=True)


class NotificationForwarded(NotificationMoved):
    """The back office is asked to act; `round` counts how often this notification was forwarded.

    `answers` are in the order of the questions, without those that are files.
    """

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
    answers = fields.List(fields.Nested(AnswerTold), load_default=list)


class NotificationReady(NotificationMoved):
    """The work is done; `first_line` when the desk did it itself."""

    first_line = fields.Boolean(required=True)


class NotificationCorrected(NotificationMoved):
    """It is of another kind, or about another item, than was thought; all of it is told as it is from now on."""

    kind = fields.String(required=True)
    catalogue_item = fields.String(load_default=None, allow_none=True)
    category = fields.String(load_default=None, allow_none=True)


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
    "notification_corrected": NotificationCorrected,
    "notification_ready": NotificationReady,
    "notification_closed": NotificationMoved,
    "notification_reopened": NotificationMoved,
    "notification_cancelled": NotificationMoved,
    "notification_rated": NotificationRated,
}
