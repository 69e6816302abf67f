"""What routing answers, takes and tells."""

from marshmallow import fields

from services.shared.contracts.base import Code, InWords, LocalText, Page, Request, Text, Told, View
from services.shared.vocabulary import WorkStatus


class DefineTeam(Request):
    """A group of specialists; `categories` are the catalogue categories whose work comes to it."""

    code = Code(required=True)
    name = fields.Nested(LocalText, required=True)
    categories = fields.List(Code(), load_default=list)
    fallback = fields.Boolean(load_default=False)


class ListWorkOrders(Page):
    """Which work orders; without filters all that the caller may see, newest first."""

    team = Code(load_default=None, allow_none=True)
    status = fields.Enum(WorkStatus, by_value=True, load_default=None, allow_none=True)
    notification = Text(20, load_default=None, allow_none=True)


class CompleteWorkOrder(Request):
    """What was done about it; the customer reads this."""

    solution = Text(4000, required=True)


class TeamView(View):
    """A group of specialists."""

    code = fields.String()
    name = fields.Nested(LocalText)
    categories = fields.List(fields.String())
    fallback = fields.Boolean()


class TeamsView(View):
    """All teams."""

    items = fields.List(fields.Nested(TeamView))


class TeamName(View):
    """A team, by code and name."""

    code = fields.String()
    name = fields.Nested(LocalText)


class WorkOrderRow(View):
    """A work order as a list shows it."""

    number = fields.String()
    notification = fields.String()
    team = fields.Nested(TeamName)
    status = fields.String()
    kind = fields.String()
    summary = fields.String()
    location = fields.String(allow_none=True)
    urgency = fields.String(allow_none=True)
    specialist = fields.String(allow_none=True)
    made_at = fields.DateTime()


class WorkOrderAnswer(View):
    """What the customer answered to one of the catalogue item's questions, in words."""

    code = fields.String()
    question = fields.Nested(InWords)
    answer = fields.Nested(InWords)


class WorkOrderView(WorkOrderRow):
    """One team's part of a notification; `answers` are those of the moment at which it was forwarded."""

    description = fields.String()
    answers = fields.List(fields.Nested(WorkOrderAnswer))
    remark = fields.String(allow_none=True)
    contact_point = fields.String(allow_none=True)
    solution = fields.String(allow_none=True)
    accepted_at = fields.DateTime(allow_none=True)
    started_at = fields.DateTime(allow_none=True)
    completed_at = fields.DateTime(allow_none=True)
    cancelled_at = fields.DateTime(allow_none=True)
    actions = fields.List(fields.String())


class WorkOrdersView(View):
    """A page of work orders; `next` goes into `after` for the following page, null when there is none."""

    items = fields.List(fields.Nested(WorkOrderRow))
    next = fields.String(allow_none=True)


class TeamDefined(Told):
    """A team exists, or has another name."""

    code = fields.String(required=True)
    name = fields.Nested(LocalText, required=True)


class WorkOrderMade(Told):
    """A team was given its part of a notification."""

    number = fields.String(required=True)
    notification = fields.String(required=True)
    team = fields.String(required=True)
    made_at = fields.AwareDateTime(required=True, format="iso")


class WorkOrderMoved(Told):
    """A specialist took a step; `by` is their name."""

    number = fields.String(required=True)
    notification = fields.String(required=True)
    team = fields.String(required=True)
    by = fields.String(required=True)
    at = fields.AwareDateTime(required=True, format="iso")


class WorkOrderCompleted(WorkOrderMoved):
    """The team's part is done; `solution` says how."""

    solution = fields.String(required=True)


class WorkOrderCancelled(Told):
    """The work is not needed any more."""

    number = fields.String(required=True)
    notification = fields.String(required=True)
    team = fields.String(required=True)
    at = fields.AwareDateTime(required=True, format="iso")


EVENTS: dict[str, type[Told]] = {
    "team_defined": TeamDefined,
    "work_order_made": WorkOrderMade,
    "work_order_accepted": WorkOrderMoved,
    "work_order_started": WorkOrderMoved,
    "work_order_completed": WorkOrderCompleted,
    "work_order_cancelled": WorkOrderCancelled,
}
