"""The factsheet: how the desk did in a period, in figures, one chart and the same numbers as a table."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from flask import Response, g, render_template, request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from services.gateway.login import role_needed
from services.gateway.portal import chart
from services.gateway.portal.blueprint import portal
from services.gateway.portal.errors import status_of
from services.gateway.portal.format import now
from services.gateway.portal.forms import Problems
from services.gateway.portal.language import current_language
from services.gateway.portal.words import LEVEL
from services.shared.errors import Invalid
from services.shared.vocabulary import Level

READERS = ("agent", "manager", "account_manager", "admin")
PERIODS = {
    "30days": _l("Last 30 days"),
    "quarter": _l("This quarter"),
    "year": _l("This year"),
}


def period_of(name: str, today: date) -> tuple[date, date]:
    """First and last day of a period that is named rather than given."""
    if name == "quarter":
        return date(today.year, (today.month - 1) // 3 * 3 + 1, 1), today
    if name == "year":
        return date(today.year, 1, 1), today
    return today - timedelta(days=29), today


@portal.route("/factsheet")
@role_needed(*READERS)
def factsheet() -> Any:
    """The figures of the chosen period."""
    given = {name: request.args.get(name, "").strip() for name in ("from", "to")}
    period = "" if any(given.values()) else request.args.get("period", "")
    if not any(given.values()):
        period = period if period in PERIODS else "30days"
        first, last = period_of(period, now().date())
        given = {"from": first.isoformat(), "to": last.isoformat()}
    try:
        sheet = g.bus.reporting.get_factsheet(given)
    except Invalid as refusal:
        return factsheet_page(period, given, None, Problems.from_refusal(refusal)), status_of(refusal)
    return factsheet_page(period, given, sheet, Problems())


def factsheet_page(period: str, given: dict[str, str], sheet: dict[str, Any] | None, problems: Problems) -> str:
    """The page; without figures when the period cannot be used."""
    return render_template(
        "factsheet.html",
        period=period,
        periods=PERIODS,
        given=given,
        sheet=sheet,
        problems=problems,
        levels=list(Level),
    )


@portal.route("/factsheet/chart.svg")
@role_needed(*READERS)
def factsheet_chart() -> Any:
    """The chart of a period, light or dark; when it cannot be drawn, an image that says so."""
    given = {"from": request.args.get("from", ""), "to": request.args.get("to", "")}
    theme = "dark" if request.args.get("theme") == "dark" else "light"
    sheet = g.bus.reporting.get_factsheet(given)
    weekly = sheet["step"] == "week"
    wanted = {
        "theme": theme,
        "language": current_language(),
        "axis": _("Week of") if weekly else _("Day"),
        "size": "narrow" if request.args.get("size") == "narrow" else "wide",
        "levels": [{"code": level.value, "name": str(name)} for level, name in LEVEL.items()],
        "bars": sheet["received_over_time"],
    }
    try:
        svg = chart.draw(wanted)
    except chart.NotDrawn:
        said = _("The chart cannot be drawn right now. The numbers are in the table below it.")
        return Response(chart.message(said, theme), 503, {"Cache-Control": "no-store"}, mimetype="image/svg+xml")
    return Response(svg, 200, {"Cache-Control": "private, max-age=300"}, mimetype="image/svg+xml")
