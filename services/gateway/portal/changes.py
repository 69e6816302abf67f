"""What a version changed, in the words of the forms where it was typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from flask_babel import gettext, ngettext
from flask_babel import lazy_gettext as _l

from services.gateway.portal.format import day, decimal
from services.gateway.portal.item_form import LABELS as OF_ITEMS
from services.gateway.portal.item_form import LANGUAGE
from services.gateway.portal.item_lines import choices_as_text
from services.gateway.portal.words import APPROVAL, BEST_WAY, KIND, PAYER, QUESTION_TYPE, ROLE
from services.shared.vocabulary import TimeUnit

Path = tuple[str, ...]
PARTS = {
    "questions": _l("Question %(number)s"),
    "steps": _l("Step %(number)s"),
    "choices": _l("Choice %(number)s"),
}
# What a field is called of which the name alone does not say enough.
LABELS = OF_ITEMS | {
    "level": _l("Best way to reach us"),
    "service_level": _l("Service level"),
    "price.amount": _l("Price in euros"),
    "price.unit": _l("Price, per"),
    "price.payer": _l("Who pays"),
    "approval.rule": _l("Approval"),
    "approval.amount": _l("Above which amount"),
    "audience": _l("For whom"),
    "audience.organisations": _l("Organisations"),
    "audience.buildings": _l("Buildings"),
    "audience.roles": _l("Roles"),
    "required": _l("Must be answered"),
    "pictures_only": _l("Pictures only"),
    "when.question": _l("Asked only after question"),
    "when.answers": _l("With one of these answers"),
    "stop.answers": _l("These answers end the form"),
    "stop.advice": _l("Advice"),
}
VALUES: dict[str, Mapping[Any, Any]] = {
    "kinds": KIND,
    "level": BEST_WAY,
    "price.payer": PAYER,
    "approval.rule": APPROVAL,
    "audience.roles": ROLE,
    "type": QUESTION_TYPE,
}
DAYS = ("valid_from", "valid_to", "review_on")
AMOUNTS = ("price.amount", "approval.amount", "lowest", "highest")


def with_changes(versions: list[dict[str, Any]], labels: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
    """Versions, the latest first, each with what it changed of the one before: each field, as it was, and as it is."""
    earlier = [*(one["definition"] for one in versions[1:]), None]
    for version, before in zip(versions, earlier, strict=True):
        found = differences(before, version["definition"]) if before else ()
        version["changes"] = [
            (label(path, labels or LABELS), shown(path, was), shown(path, becomes)) for path, was, becomes in found
        ]
    return versions


def differences(before: Any, after: Any, path: Path = ()) -> Iterator[tuple[Path, Any, Any]]:
    """What differs between two definitions: the path of each field, as it was, and as it is."""
    # How long something takes is one answer, of which neither half says anything alone.
    if isinstance(before, dict) and isinstance(after, dict) and path[-1:] != ("lead_time",):
        for name in dict.fromkeys((*before, *after)):
            yield from differences(before.get(name), after.get(name), (*path, name))
    elif isinstance(before, list) and isinstance(after, list) and _have_codes(before) and _have_codes(after):
        old, new = ({one["code"]: one for one in parts} for parts in (before, after))
        for code in dict.fromkeys((*old, *new)):
            yield from differences(old.get(code), new.get(code), (*path, code))
        # Those that are in both may stand in another order.
        orders = [[code for code in one if code in old and code in new] for one in (old, new)]
        if orders[0] != orders[1]:
            yield path, orders[0], orders[1]
    elif before != after:
        yield path, before, after


def label(path: Path, labels: Mapping[str, Any]) -> str:
    """What a field is called: 'Question maat, Help in Dutch'."""
    names, rest = [], list(path)
    while len(rest) > 1 and rest[0] in PARTS:
        names.append(str(PARTS[rest[0]]) % {"number": rest[1]})
        del rest[:2]
    spoken = f" {LANGUAGE[rest.pop()]}" if rest and rest[-1] in LANGUAGE else ""
    if rest:
        names.append(str(labels.get(".".join(rest)) or labels.get(rest[-1]) or _of_parts(rest) or ".".join(rest)))
    return ", ".join(names) + spoken


def shown(path: Path, value: Any) -> str:
    """A value as its field shows it."""
    name = ".".join(_within_part(path))
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    if isinstance(value, dict) and value.keys() <= LANGUAGE.keys():
        return " / ".join(value.values())
    if isinstance(value, dict):
        return _shown_group(path, value)
    if isinstance(value, list):
        return ", ".join(shown(path, part) for part in value)
    if value is None:
        return ""
    if name in AMOUNTS:
        return decimal(value)
    return day(value) if name in DAYS else str(VALUES.get(name, {}).get(value, value))


def _shown_group(path: Path, group: dict[str, Any]) -> str:
    """A group of fields in one line: each by its label, but for the one that the whole group is called by."""
    if group.keys() == {"code", "name"}:
        return choices_as_text([group])
    if path[-1] == "lead_time":
        return _lead_time(group)
    units = ((group.get("unit") or {}) if path[-1] == "price" else {}).values()
    per = " / ".join(one.removeprefix("per ") for one in units)
    told = []
    for name, value in group.items():
        said, text = _last(label((*path, name), LABELS)), shown((*path, name), value)
        if per and name == "amount":
            text = gettext("%(amount)s per %(unit)s", amount=text, unit=per)
        # What is not required is told, as most things are; of files only it is told that they are pictures.
        if text and name not in ("code", "unit") and (value is not False or name == "required"):
            told.append(text if said == _last(label(path, LABELS)) else f"{said}: {text}")
    return "; ".join(told)


def _lead_time(told: dict[str, Any]) -> str:
    if told["unit"] == TimeUnit.DAYS:
        return ngettext("%(num)s working day", "%(num)s working days", told["amount"])
    return ngettext("%(num)s working hour", "%(num)s working hours", told["amount"])


def _of_parts(rest: list[str]) -> str:
    """The name of a list of parts, of which the order changed."""
    named = {"questions": gettext("Questions"), "steps": gettext("Steps"), "choices": gettext("Choices")}
    return named.get(rest[0], "")


def _within_part(path: Path) -> Path:
    while len(path) > 1 and path[0] in PARTS:
        path = path[2:]
    return path


def _last(said: str) -> str:
    return said.rpartition(", ")[2]


def _have_codes(parts: list[Any]) -> bool:
    return all(isinstance(part, dict) and "code" in part for part in parts)
