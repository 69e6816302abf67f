"""Signing in, signing out and choosing a language."""

from __future__ import annotations

from math import ceil
from typing import Any

from flask import current_app, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from services.gateway.identity import LANGUAGE_COOKIE
from services.gateway.login import log_in, log_out
from services.gateway.portal.blueprint import portal
from services.gateway.portal.errors import status_of
from services.gateway.portal.forms import Problems
from services.gateway.portal.language import LANGUAGES
from services.gateway.portal.layout import own_page, workplace
from services.gateway.refusals import TooManyAttempts
from services.shared.errors import DeskError, Forbidden

YEAR = 365 * 24 * 3600


@portal.route("/login")
def login() -> Any:
    """Ask for account and password."""
    if g.account:
        return redirect(own_page(request.args.get("next"), workplace()))
    return login_page(Problems(), request.args.get("name", ""))


@portal.post("/login")
def login_send() -> Any:
    """Sign in and go where they wanted to go."""
    name, password = request.form.get("name", "").strip(), request.form.get("password", "")
    problems = Problems()
    if not name:
        problems.add("name", _("Fill in your account."))
    if not password:
        problems.add("password", _("Fill in your password."))
    if problems:
        return login_page(problems, name), 422
    try:
        log_in(name, password)
    except DeskError as refusal:
        return login_page(Problems(message=_login_refusal(refusal)), name), status_of(refusal)
    return redirect(own_page(request.form.get("next"), url_for("portal.home")))


def _login_refusal(refusal: DeskError) -> str:
    if isinstance(refusal, TooManyAttempts):
        minutes = ceil(refusal.retry_after / 60)
        return ngettext(
            "Too many attempts. Try again in %(num)s minute.",
            "Too many attempts. Try again in %(num)s minutes.",
            minutes,
        )
    if isinstance(refusal, Forbidden):
        return _("This account and password do not belong together.")
    return Problems.from_refusal(refusal).message


def login_page(problems: Problems, name: str) -> str:
    """The page that asks who you are."""
    return render_template("login.html", problems=problems, name=name, next=request.values.get("next", ""))


@portal.post("/logout")
def logout() -> Any:
    """Sign out."""
    log_out()
    return redirect(url_for("portal.login"))


@portal.post("/language")
def language() -> Any:
    """Remember the language and show the same page in it."""
    answer = redirect(own_page(request.form.get("next"), url_for("portal.home")))
    chosen = request.form.get("language", "")
    if chosen in LANGUAGES:
        answer.set_cookie(
            LANGUAGE_COOKIE,
            chosen,
            max_age=YEAR,
            httponly=True,
            samesite="Lax",
            secure=current_app.config["BALIE"].secure_cookies,
        )
    return answer
