"""When the demo's facility organisation is there, and how fast it does things."""

from typing import Any

from services.demo.content.catalogue.shapes import Request, days, hours, local
from services.shared.vocabulary import Priority, Target, Weight

OFFICE_HOURS: Request = {
    "code": "KANTOOR",
    "name": local("Kantooruren", "Office hours"),
    "zone": "Europe/Amsterdam",
    "hours": {
        **{day: [["07:30", "17:30"]] for day in ("mon", "tue", "wed", "thu")},
        "fri": [["07:30", "16:30"]],
    },
    "default": True,
}

LOW, MEDIUM, HIGH = Weight.LOW, Weight.MEDIUM, Weight.HIGH
_MATRIX = {
    (HIGH, HIGH): Priority.P1,
    (HIGH, MEDIUM): Priority.P2,
    (MEDIUM, HIGH): Priority.P2,
    (HIGH, LOW): Priority.P3,
    (MEDIUM, MEDIUM): Priority.P3,
    (LOW, HIGH): Priority.P3,
    (MEDIUM, LOW): Priority.P4,
    (LOW, MEDIUM): Priority.P4,
    (LOW, LOW): Priority.P4,
}
_TARGETS: dict[Priority, dict[Target, Request]] = {
    Priority.P1: {
        Target.RESPOND: hours(1),
        Target.ATTEND: hours(2),
        Target.MAKE_SAFE: hours(4),
        Target.COMPLETE: days(1),
    },
    Priority.P2: {
        Target.RESPOND: hours(2),
        Target.ATTEND: hours(8),
        Target.MAKE_SAFE: days(1),
        Target.COMPLETE: days(3),
    },
    Priority.P3: {Target.RESPOND: hours(4), Target.ATTEND: days(3), Target.COMPLETE: days(5)},
    Priority.P4: {Target.RESPOND: hours(8), Target.COMPLETE: days(10)},
}
SERVICE_LEVEL: dict[str, Any] = {
    "code": "STANDAARD",
    "name": local("Standaard", "Standard"),
    "calendar": OFFICE_HOURS["code"],
    "matrix": [
        {"impact": impact, "urgency": urgency, "priority": priority} for (impact, urgency), priority in _MATRIX.items()
    ],
    "targets": [
        {"priority": priority, "target": target, "within": within}
        for priority, targets in _TARGETS.items()
        for target, within in targets.items()
    ],
    "default": True,
}
