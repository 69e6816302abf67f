"""What the demo's desk can answer at once: its knowledge base, one module per subject.

All are plain requests, as `ArticleDefinition` reads them; those in `staff` are for the desk's own people only.
"""

from services.demo.content.articles import (
    access,
    desk,
    house,
    mail_and_printing,
    meetings,
    parking_and_travel,
    safety,
    staff,
    supplies_and_rules,
    workplace,
)
from services.demo.content.catalogue.shapes import Request

ARTICLES: tuple[Request, ...] = (
    *desk.ARTICLES,
    *house.ARTICLES,
    *workplace.ARTICLES,
    *supplies_and_rules.ARTICLES,
    *meetings.ARTICLES,
    *access.ARTICLES,
    *parking_and_travel.ARTICLES,
    *safety.ARTICLES,
    *mail_and_printing.ARTICLES,
    *staff.ARTICLES,
)

__all__ = ["ARTICLES"]
