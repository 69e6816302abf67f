"""The web portal: pages made on the server, which work without JavaScript.

Views are thin: they ask the services over `g.bus` and render what comes back. Whether somebody may
see or do something is decided by the service that owns it; the portal only leaves out what is of no
use to a role.
"""

from __future__ import annotations

from importlib import import_module

from flask import Flask

VIEWS = (
    *(
        "session",
        "home",
        "catalogue",
        "keeping",
        "kept_articles",
        "kept_words",
        "exchange",
        "calendars",
        "service_levels",
        "report",
        "report_where",
    ),
    *("notifications", "files", "desk", "register_form", "work_orders", "factsheet"),
    *("standard_answers", "keep_desk", "keep_suggestions"),
)


def register(app: Flask) -> None:
    """Give the application the portal's pages, filters, languages and error pages."""
    # Imported here, because the process that draws a chart imports this package too and needs none of it.
    from services.gateway.portal import format, language, layout, terms
    from services.gateway.portal.blueprint import portal

    language.set_up(app)
    format.set_up(app)
    layout.set_up(app)
    terms.set_up(app)
    for view in VIEWS:
        import_module(f"{__name__}.{view}")
    app.register_blueprint(portal)
