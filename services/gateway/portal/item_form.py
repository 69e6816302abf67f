"""A catalogue item as a form: its fields are named by their path in the definition, as `questions.0.text.nl`.

So what a contract says of a field is shown beside it, and what was typed is a definition again without
a list of fields. What is wrong with it is said beside the field, and so with each question and step.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict

from services.gateway.portal.format import decimal
from services.gateway.portal.forms import Problems, whole
from services.gateway.portal.item_lines import code_list, in_its_box, line_list, read_choice, read_number, said_of
from services.shared.contracts.definitions import MOST_PARTS

Definition = dict[str, Any]
LISTS = ("kinds", "audience.roles")
PARTS = ("questions", "steps")
PATH = re.compile(r"(?:(?:questions|steps)\.\d{1,2}\.)?[a-z_]+(?:\.[a-z_]+){0,2}")
# What has fields of its own; nothing else has, and it has no value itself.
GROUPED = {"name", "description", "price", "unit", "lead_time", "approval", "audience"} | {
    *("text", "help", "when", "stop", "advice", "title"),
}


def typed_definition(form: MultiDict[str, str]) -> Definition:
    """The definition that was typed, as `save_draft` takes it; what cannot be read stays text, and is refused there."""
    tree: Definition = {}
    for name in form:
        if PATH.fullmatch(name) and _is_field(name):
            _put(tree, name.split("."), form.getlist(name) if name in LISTS else form[name].replace("\0", "").strip())
    definition = {name: tree.get(name, default) for name, default in PLAIN.items()}
    definition["keywords"] = line_list(definition["keywords"])
    definition["related"] = code_list(definition["related"])
    for name, only_with in GROUPS.items():
        group = tree.get(name, {})
        definition[name] = group if group.get(only_with) else None
    if price := definition["price"]:
        price["unit"] = local_or_none(price.get("unit"))
    _whole(definition["lead_time"])
    if approval := definition["approval"]:
        approval["amount"] = approval.get("amount") or None
    definition["audience"] = _audience(tree.get("audience", {}))
    definition["questions"] = [_question(part) for part in _parts(tree, "questions")]
    definition["steps"] = [_step(part) for part in _parts(tree, "steps")]
    return definition


PART = re.compile(r"(?:questions|steps)\.\d+")
# Where it is said what is wrong with a field that has no place for it, or is several.
FIRST_OF = {"when": "when.question", "stop": "stop.answers", "pictures_only": "type", "approval": "approval.amount"}
# The fields with a value of their own, and what they are when nothing was typed.
PLAIN: dict[str, Any] = {
    **{name: {} for name in ("name", "description")},
    **dict.fromkeys(("code", "category", "keywords", "related"), ""),
    "kinds": [],
    **dict.fromkeys(("level", "calendar", "service_level", "valid_from", "valid_to", "contact", "picture")),
}
# The groups of fields that are there only when the named one of them was filled in.
GROUPS = {"price": "amount", "lead_time": "amount", "approval": "rule"}


def changed_parts(definition: Definition, intent: str) -> str | None:
    """Add, move or remove a question or step, as the button says that was pressed; None for another button.

    Answers the name of the field to go on at.
    """
    found = re.fullmatch(r"(add|up|down|remove)\.(questions|steps)(?:\.(\d+))?", intent)
    if not found:
        return None
    action, parts, place = found[1], definition[found[2]], int(found[3] or 0)
    if action == "add" and len(parts) < MOST_PARTS:
        parts.append({"code": "", "text": {}, "title": {}, "type": "text", "required": True})
    elif action == "remove" and place < len(parts):
        del parts[place]
    elif action == "up" and 0 < place < len(parts):
        parts[place - 1 : place + 1] = parts[place], parts[place - 1]
    elif action == "down" and place < len(parts) - 1:
        parts[place : place + 2] = parts[place + 1], parts[place]
    at = {"add": len(parts) - 1, "up": place - 1, "down": place + 1, "remove": place}[action]
    return f"{found[2]}.{max(0, min(at, len(parts) - 1))}.code"


def sent_definition(definition: Definition) -> Definition:
    """What goes to catalog: without fields that only a new part has, and with nothing for what was left empty."""
    sent = {name: (None if value == "" else value) for name, value in definition.items()}
    sent["code"], sent["category"] = definition["code"], definition["category"]
    return _with_amounts(sent, lambda typed: typed.replace(",", "."))


def shown_definition(kept: Definition) -> Definition:
    """A definition that is kept, as its form shows it: amounts are written as its reader types them."""
    return _with_amounts(kept, decimal)


def _with_amounts(definition: Definition, written: Callable[[str], str]) -> Definition:
    groups = {name: definition[name] for name in ("price", "approval") if (definition[name] or {}).get("amount")}
    return definition | {name: group | {"amount": written(group["amount"])} for name, group in groups.items()}


def placed(problems: Problems, definition: Definition, labels: Mapping[str, Any] | None = None) -> Problems:
    """The problems of an item, beside the question or step that each is about, and by the names of their fields.

    `labels` are of something else than an item, which has other fields and no parts.
    """
    found: dict[str, dict[str, list[str]]] = {}
    for name, text in problems.fields.items():
        name, which, text = in_its_box(name, text, definition)
        part, _, field = name.rpartition(".")
        at = f"{part}.{FIRST_OF.get(field, field)}" if PART.fullmatch(part) else FIRST_OF.get(name, name)
        found.setdefault(at, {}).setdefault(text, []).append(which)
    fields = {at: " ".join(said_of(which, text) for text, which in told.items()) for at, told in found.items()}
    problems.fields = fields
    problems.labels = {name: _label(name.split("."), labels or LABELS) for name in fields}
    return problems


def _label(path: list[str], labels: Mapping[str, Any]) -> str:
    """What a field is called in a list of problems: 'Question 2, Advice in Dutch'."""
    names = [str(labels[name]) for name in path if name in labels]
    for part, word in (("questions", _l("Question %(number)s")), ("steps", _l("Step %(number)s"))):
        if path[0] == part and len(path) > 1 and path[1].isdecimal():
            names.insert(0, str(word) % {"number": int(path[1]) + 1})
    spoken = " ".join(str(LANGUAGE[name]) for name in path if name in LANGUAGE)
    return ", ".join(names) + (f" {spoken}" if spoken else "")


LANGUAGE = {"nl": _l("in Dutch"), "en": _l("in English")}
LABELS = {
    "code": _l("Code"),
    "name": _l("Name"),
    "description": _l("Description"),
    "category": _l("Category"),
    "contact": _l("Who does it"),
    "picture": _l("Picture"),
    "kinds": _l("It is asked for as"),
    "keywords": _l("Words that people use for it"),
    "related": _l("Related items"),
    "price": _l("Price in euros"),
    "lead_time": _l("Lead time"),
    "calendar": _l("Calendar"),
    "valid_from": _l("Offered from"),
    "valid_to": _l("Offered until"),
    "approval": _l("Approval"),
    "organisations": _l("Organisations"),
    "buildings": _l("Buildings"),
    "type": _l("Kind of answer"),
    "text": _l("Question"),
    "help": _l("Help"),
    "choices": _l("Choices"),
    "lowest": _l("At least"),
    "highest": _l("At most"),
    "when": _l("Asked only after question"),
    "stop": _l("These answers end the form"),
    "advice": _l("Advice"),
    "team": _l("Team"),
    "title": _l("What is done"),
    "after": _l("After these steps"),
}


def _question(part: Definition) -> Definition:
    kept = {"code": part.get("code", ""), "type": part.get("type", "text"), "required": part.get("required") == "yes"}
    kept["pictures_only"] = part.get("pictures_only") == "yes"
    when = {"question": "", "answers": ""} | part.get("when", {})
    stop = {"answers": "", "advice": {}} | part.get("stop", {})
    return kept | {
        "text": part.get("text", {}),
        "help": local_or_none(part.get("help")),
        "choices": [read_choice(line) for line in line_list(part.get("choices", ""))],
        "lowest": read_number(part.get("lowest")),
        "highest": read_number(part.get("highest")),
        # Half of it is kept as well, so that the contract says what is missing.
        "when": {"question": when["question"], "answers": code_list(when["answers"])} if any(when.values()) else None,
        "stop": {"answers": code_list(stop["answers"]), "advice": stop["advice"]} if _is_begun(stop) else None,
    }


def _is_begun(stop: Definition) -> bool:
    return bool(stop["answers"]) or any(stop["advice"].values())


def _step(part: Definition) -> Definition:
    lead_time = part.get("lead_time", {})
    return {
        "code": part.get("code", ""),
        "team": part.get("team", ""),
        "title": part.get("title", {}),
        "lead_time": _whole(lead_time) if lead_time.get("amount") else None,
        "after": code_list(part.get("after", "")),
    }


def _audience(group: Definition) -> Definition | None:
    audience = {
        "organisations": code_list(group.get("organisations", "")),
        "buildings": code_list(group.get("buildings", "")),
        "roles": group.get("roles", []),
    }
    return audience if any(audience.values()) else None


def _parts(tree: Definition, name: str) -> Iterator[Definition]:
    parts = tree.get(name, {})
    yield from (parts[place] for place in sorted(parts, key=int))


def _is_field(name: str) -> bool:
    first, *others = name.split(".")
    *groups, last = others[1:] if first in PARTS else (first, *others)
    # What a price is of has two languages; the unit of a lead time is one word.
    has_fields = last in GROUPED and name.rpartition("lead_time.")[2] != "unit"
    return not has_fields and GROUPED.issuperset(groups) and (bool(others) or name in PLAIN)


def _put(tree: Definition, path: list[str], value: Any) -> None:
    *above, last = path
    for name in above:
        tree = tree.setdefault(name, {})
        if not isinstance(tree, dict):
            return
    tree.setdefault(last, value)


def local_or_none(texts: Mapping[str, str] | None) -> Mapping[str, str] | None:
    """A text in both languages, or nothing when there is none in either."""
    return texts if texts and any(texts.values()) else None


def _whole(group: Definition | None) -> Definition | None:
    if group:
        group["amount"] = whole(str(group.get("amount", "")))
    return group
