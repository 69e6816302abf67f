"""What a version changed, in the words of the forms where it was typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l

from services.gateway.portal.format import day
from services.gateway.portal.item_form import LABELS as OF_ITEMS
from services.gateway.portal.item_form import LANGUAGE
from services.gateway.portal.words import APPROVAL, BEST_WAY, KIND, PAYER, QUESTION_TYPE, ROLE, TIME_UNIT

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
    "price.unit": _l("Per"),
    "price.payer": _l("Who pays"),
    "lead_time.amount": _l("Lead time"),
    "lead_time.unit": _l("Counted in"),
    "approval.rule": _l("Approval"),
    "approval.amount": _l("Above which amount"),
    "audience": _l("For whom"),
    "audience.organisations": _l("Organisations"),
    "audience.buildings": _l("Buildings"),
    "audience.roles": _l("Roles"),
    "required": _l("Must be answered"),
    "pictures_only": _l("Of files: pictures only"),
    "when.question": _l("Asked only after question"),
    "when.answers": _l("With one of these answers"),
    "stop": _l("These answers end the form"),
    "stop.answers": _l("These answers end the form"),
    "stop.advice": _l("Advice"),
}
VALUES: dict[str, Mapping[Any, Any]] = {
    "kinds": KIND,
    "level": BEST_WAY,
    "price.payer": PAYER,
    "lead_time.unit": TIME_UNIT,
    "approval.rule": APPROVAL,
    "audience.roles": ROLE,
    "type": QUESTION_TYPE,
}
DAYS = ("valid_from", "valid_to", "review_on")


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
    if isinstance(before, dict) and isinstance(after, dict):
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
        parts = (
            (label((*path, one), LABELS), shown((*path, one), part)) for one, part in value.items() if one != "code"
        )
        return "; ".join(f"{_last(said)}: {part}" for said, part in parts if part)
    if isinstance(value, list):
        return ", ".join(shown(path, part) for part in value)
    if value is None:
        return ""
    return day(value) if name in DAYS else str(VALUES.get(name, {}).get(value, value))


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
