"""A service level as a form: the matrix and the targets are named by their place, as `targets.p1.respond.amount`."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict

from services.gateway.portal import words
from services.gateway.portal.forms import Problems, whole
from services.shared.vocabulary import Priority, Target, TargetUnit, Weight

Definition = dict[str, Any]
# What is begun with: what is wide and urgent goes before what is neither.
USUAL = {
    (impact, urgency): list(Priority)[min(3, (2 - i) + (2 - u))]
    for i, impact in enumerate(Weight)
    for u, urgency in enumerate(Weight)
}


def shown_service_level(kept: Definition | None) -> Definition:
    """What is kept of a service level, as its form shows it; a usual matrix for a new one."""
    matrix = {f"{impact}.{urgency}": priority.value for (impact, urgency), priority in USUAL.items()}
    targets = {f"{priority}.{target}": {"amount": "", "unit": TargetUnit.HOURS.value} for priority, target in _places()}
    if kept is None:
        return {"code": "", "name": {}, "calendar": "", "default": False, "matrix": matrix, "targets": targets}
    matrix |= {f"{cell['impact']}.{cell['urgency']}": cell["priority"] for cell in kept["matrix"]}
    targets |= {f"{one['priority']}.{one['target']}": one["within"] for one in kept["targets"]}
    return {name: kept[name] for name in ("code", "name", "calendar", "default")} | {
        "matrix": matrix,
        "targets": targets,
    }


def typed_service_level(form: MultiDict[str, str]) -> Definition:
    """The service level that was typed."""
    return {
        "code": _typed(form, "code"),
        "name": {language: _typed(form, f"name.{language}") for language in ("nl", "en")},
        "calendar": _typed(form, "calendar"),
        "default": form.get("default") == "yes",
        "matrix": {f"{i}.{u}": _typed(form, f"matrix.{i}.{u}") for i in Weight for u in Weight},
        "targets": {
            f"{priority}.{target}": {
                name: _typed(form, f"targets.{priority}.{target}.{name}") for name in ("amount", "unit")
            }
            for priority, target in _places()
        },
    }


def sent_service_level(typed: Definition) -> Definition:
    """What goes to catalog: a target of which no amount was filled in is none."""
    cells = ((*name.split("."), priority) for name, priority in typed["matrix"].items())
    return {
        "code": typed["code"],
        "name": typed["name"],
        "calendar": typed["calendar"] or None,
        "default": typed["default"],
        "matrix": [{"impact": i, "urgency": u, "priority": priority} for i, u, priority in cells],
        "targets": list(sent_targets(typed).values()),
    }


def sent_targets(typed: Definition) -> dict[str, Definition]:
    """The targets that were filled in, by their place; an amount that is no number stays text, and is refused."""
    return {
        name: {"priority": priority, "target": target, "within": within | {"amount": whole(str(within["amount"]))}}
        for name, within in typed["targets"].items()
        if within["amount"]
        for priority, target in [name.split(".")]
    }


def placed_targets(problems: Problems, typed: Definition) -> Problems:
    """The problems of a service level, each beside the field that it is about."""
    places = list(sent_targets(typed))
    fields: dict[str, str] = {}
    for name, text in problems.fields.items():
        part, __, rest = name.partition(".")
        number = rest.split(".")[0]
        if part == "targets" and number.isdecimal():
            name = f"targets.{places[int(number)]}.amount"
        fields[name] = " ".join(filter(None, (fields.get(name), text)))
    problems.fields = fields
    problems.labels = {name: label for name in fields if (label := _label(name))}
    return problems


def read_wall(text: str, zone: str) -> datetime | None:
    """The moment at which the clock in a zone shows what was typed; None when that is no date and time."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))
    except ValueError:
        return None


def _label(name: str) -> str:
    if name.startswith("targets."):
        priority, target = name.split(".")[1:3]
        return f"{words.PRIORITY[Priority(priority)]}, {words.TARGET[Target(target)]}"
    return str(LABELS[name]) if name in LABELS else ""


LABELS = {
    "code": _l("Code"),
    "name.nl": _l("Name in Dutch"),
    "name.en": _l("Name in English"),
    "calendar": _l("Calendar"),
    "matrix": _l("Priority"),
    "at": _l("Told at"),
}


def _places() -> list[tuple[Priority, Target]]:
    return [(priority, target) for priority in Priority for target in Target]


def _typed(form: MultiDict[str, str], name: str) -> str:
    return form.get(name, "").replace("\0", "").strip()
