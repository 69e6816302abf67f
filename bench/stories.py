"""What is asked of Balie during a measurement, in the words of the demo's customers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from services.demo.content.rhythm import NOTIFICATIONS
from services.demo.plan import Planned, Planner


def planned(count: int, moment: datetime) -> list[Planned]:
    """So many notifications of the demo; it tells each story a few times only, so it is told by several planners."""
    found: list[Planned] = []
    while len(found) < count:
        found += Planner(seed=len(found), now=moment).plan(NOTIFICATIONS)
    return found[:count]


def registration(one: Planned, moment: datetime) -> dict[str, Any]:
    """The body of `POST /api/v1/notifications` by which the desk registers it now."""
    return {
        "kind": one.story.kind.value,
        "channel": one.channel.value,
        "summary": one.wording.summary,
        "description": one.wording.description,
        "customer": one.customer.code,
        "location": one.location.code if one.location else None,
        "catalogue_item": one.story.item,
        "answers": one.story.answers_on(moment.date()),
        "impact": one.impact.value if one.impact else None,
        "urgency": one.urgency.value,
    }


def forwarding(one: Planned) -> dict[str, Any] | None:
    """The body by which the desk hands it over to the back office; None when this story stays at the desk."""
    if not one.story.route.forwards:
        return None
    return {"remark": one.story.remark} | ({} if one.story.item else {"category": one.story.category})
