"""The page for a request that cannot be answered, in the house style."""

from __future__ import annotations

from flask import g, render_template
from flask_babel import gettext as _

from services.gateway.portal.forms import Refusal
from services.gateway.portal.layout import page_context
from services.gateway.portal.messages import translate
from services.gateway.problems import STATUS


def status_of(refusal: Refusal) -> int:
    """The HTTP status of a refusal that a form shows; what nobody foresaw is 500."""
    return next((STATUS[kind] for kind in type(refusal).__mro__ if kind in STATUS), 500)


def error_page(status: int, message: str = "") -> tuple[str, int, dict[str, str]]:
    """What went wrong, what one can do about it, and the code under which the log has it."""
    titles = {
        400: _("This request cannot be read"),
        401: _("You are not signed in"),
        403: _("You may not see this page"),
        404: _("This page does not exist"),
        405: _("This cannot be done here"),
        409: _("This is not possible now"),
        413: _("This is too large"),
        422: _("Something is missing or wrong"),
        429: _("Too many attempts"),
        503: _("Balie is not available right now"),
    }
    advice = {
        403: _("Your account has no access to it. Sign in with another account, or ask the desk."),
        404: _("The address may be wrong, or what was here is not yours to see."),
        409: _("Go back, look at how things stand now and try again."),
        503: _("Part of Balie does not answer. Try again in a moment."),
    }
    page = render_template(
        "error.html",
        **page_context(),
        status=status,
        title=titles.get(status, _("Something went wrong")),
        message=_lead(status, message),
        advice=advice.get(status, _("Try again. If it happens again, mention the code below to the desk.")),
        correlation_id=g.get("correlation_id", ""),
    )
    return page, status, {}


def _lead(status: int, message: str) -> str:
    if status == 400 and "CSRF" in message:
        return _("This form was open too long. Go back, reload the page and send it again.")
    # The title and the advice say all there is to say about these.
    return "" if status in (403, 404, 503) else translate(message)
