"""Notifications over HTTP: bringing one, looking at them, and everything that may happen to one."""

from __future__ import annotations

from typing import Any

from flask import Response, g

from services.gateway import files
from services.gateway.api.blueprint import IDEMPOTENCY_KEY, ApiBlueprint, answer
from services.shared.contracts import intake as contract
from services.shared.contracts.intake_views import NotificationsView, NotificationView

blueprint = ApiBlueprint("notifications", "What customers bring to the desk.")
View, Page = NotificationView, NotificationsView

LOCATION = {"Location": {"schema": {"type": "string"}, "description": "Where the notification is."}}
KEY = {
    "in": "header",
    "name": IDEMPOTENCY_KEY,
    "description": "The same key gives the same answer; with another body it is refused.",
    "schema": {"type": "string", "pattern": "^[!-~]{1,200}$"},
}
EXAMPLE = {
    "kind": "malfunction",
    "channel": "api",
    "summary": "The light above my desk flickers",
    "description": "Since this morning. Room 2.14, by the window.",
    "customer": "K0001",
    "urgency": "medium",
}


@blueprint.operation("", "POST")
@blueprint.arguments(contract.RegisterNotification, example=EXAMPLE)
@blueprint.doc(parameters=[KEY])
@blueprint.response(201, View, headers=LOCATION)
def register_notification(told: dict[str, Any]) -> Response:
    """Bring something to the desk."""
    view = files.register(told)
    return answer(view, 201, {"Location": f"{blueprint.url_prefix}/{view['number']}"})


@blueprint.operation("")
@blueprint.arguments(contract.ListNotifications, location="query")
@blueprint.response(200, Page)
def list_notifications(filters: dict[str, Any]) -> Response:
    """The notifications you may see, newest first.

    `status` may be repeated, or hold several separated by commas.
    """
    return answer(g.bus.intake.list_notifications.as_json(filters))


@blueprint.operation("/<notification:number>")
@blueprint.response(200, View)
def get_notification(number: str) -> Response:
    """One notification, with its timeline."""
    return answer(g.bus.intake.get_notification.as_json(number))


@blueprint.operation("/<notification:number>/take", "POST")
@blueprint.response(200, View)
def take_notification(number: str) -> Response:
    """Take it in hand as an agent."""
    return answer(g.bus.intake.take_notification(number))


@blueprint.operation("/<notification:number>/ask", "POST")
@blueprint.arguments(contract.AskCustomer)
@blueprint.response(200, View)
def ask_customer(told: dict[str, Any], number: str) -> Response:
    """Ask the customer something; it waits for the answer."""
    return answer(g.bus.intake.ask_customer(number, told))


@blueprint.operation("/<notification:number>/answer", "POST")
@blueprint.arguments(contract.AnswerNotification)
@blueprint.response(200, View)
def answer_notification(told: dict[str, Any], number: str) -> Response:
    """Answer the desk's question, or as the desk solve it at once."""
    return answer(g.bus.intake.answer_notification(number, told))


@blueprint.operation("/<notification:number>/correct", "POST")
@blueprint.arguments(contract.CorrectNotification)
@blueprint.response(200, View)
def correct_notification(told: dict[str, Any], number: str) -> Response:
    """Say of which kind it really is, or which item it is about."""
    return answer(g.bus.intake.correct_notification(number, told))


@blueprint.operation("/<notification:number>/forward", "POST")
@blueprint.arguments(contract.ForwardNotification, required=False)
@blueprint.response(200, View)
def forward_notification(told: dict[str, Any], number: str) -> Response:
    """Hand it over to the back office."""
    return answer(g.bus.intake.forward_notification(number, told))


@blueprint.operation("/<notification:number>/note", "POST")
@blueprint.arguments(contract.AddNote)
@blueprint.response(200, View)
def add_note(told: dict[str, Any], number: str) -> Response:
    """Add something worth keeping."""
    return answer(g.bus.intake.add_note(number, told))


@blueprint.operation("/<notification:number>/close", "POST")
@blueprint.response(200, View)
def close_notification(number: str) -> Response:
    """Close it: the customer agrees that it is done."""
    return answer(g.bus.intake.close_notification(number))


@blueprint.operation("/<notification:number>/reopen", "POST")
@blueprint.arguments(contract.Reason)
@blueprint.response(200, View)
def reopen_notification(told: dict[str, Any], number: str) -> Response:
    """Object to it being ready, or open it again."""
    return answer(g.bus.intake.reopen_notification(number, told))


@blueprint.operation("/<notification:number>/cancel", "POST")
@blueprint.arguments(contract.Reason)
@blueprint.response(200, View)
def cancel_notification(told: dict[str, Any], number: str) -> Response:
    """Cancel it, with a reason."""
    return answer(g.bus.intake.cancel_notification(number, told))


@blueprint.operation("/<notification:number>/rate", "POST")
@blueprint.arguments(contract.RateNotification)
@blueprint.response(200, View)
def rate_notification(told: dict[str, Any], number: str) -> Response:
    """Say how well it went."""
    return answer(g.bus.intake.rate_notification(number, told))
