"""The page for a request that cannot be answered, in the house style."""

from __future__ import annotations

from typing import Any

from flask import g, render_template, request
from flask_babel import gettext as _

from services.gateway.portal.blueprint import portal
from services.gateway.portal.forms import Problems, Refusal, typed_texts
from services.gateway.portal.layout import own_page, page_address, page_context
from services.gateway.portal.messages import translate
from services.gateway.problems import STATUS

FOR_EVERYBODY = ("portal.login_send", "portal.logout", "portal.language")


def status_of(refusal: Refusal) -> int:
    """The HTTP status of a refusal that a form shows; what nobody foresaw is 500."""
    return next((STATUS[kind] for kind in type(refusal).__mro__ if kind in STATUS), 500)


def error_page(status: int, message: str = "") -> tuple[str, int, dict[str, str]]:
    """What went wrong, what one can do about it, and the code under which the log has it."""
    if _without_token(status, message) and not g.get("account"):
        return logged_out_page(), 400, {}
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
        413: _(
            "A form may hold 1 MB of text, and files of 32 MB together, each at most 10 MB. Go back: what was typed is "
            "still there. Leave out a file, or send a smaller one."
        ),
        409: _("Go back, look at how things stand now and try again."),
        503: _("Part of Balie does not answer. Try again in a moment."),
    }
    page = render_template(
        "error.html",
        **page_context(),
        status=status,
        title=_("This form has not been sent")
        if _without_token(status, message)
        else titles.get(status, _("Something went wrong")),
        message=_lead(status, message),
        advice=advice.get(status, _("Try again. If it happens again, mention the code below to the desk.")),
        correlation_id=g.get("correlation_id", ""),
        # What is too large is not read again.
        lost=typed_texts(request.form) if request.method == "POST" and status != 413 else [],
    )
    return page, status, {}


def logged_out_page() -> str:
    """The log-in page for a form that came when nobody was logged in any more, with what was typed into it."""
    if request.endpoint == "portal.login_send":
        message, back = _("This page was open too long. Sign in again."), request.form.get("next", "")
    else:
        message, back = _("You were signed out. Sign in and go on."), page_address()
    return render_template(
        "login.html",
        **page_context(),
        problems=Problems(message=message),
        name=request.form.get("name", "") if request.endpoint == "portal.login_send" else "",
        next=own_page(back, ""),
        lost=typed_texts(request.form),
    )


@portal.before_request
def _sent_by_nobody() -> Any:
    """A form from somebody whose session is over; the other pages send them to the log-in page by themselves."""
    if request.method != "POST" or g.get("account") or request.endpoint in FOR_EVERYBODY:
        return None
    return logged_out_page(), 401


def _without_token(status: int, message: str) -> bool:
    return status == 400 and "CSRF" in message


def _lead(status: int, message: str) -> str:
    if _without_token(status, message):
        return _("This form was open too long. Go back, reload the page and send it again.")
    # The title and the advice say all there is to say about these.
    return "" if status in (403, 404, 503) else translate(message)
