"""What is wrong with a form, and what was typed into it.

A form that is refused comes back with everything that was typed, the message beside each field and
a summary on top.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import request

from services.gateway.portal.messages import refusal_message, translate
from services.shared.contracts.intake import RegisterNotification
from services.shared.errors import DeskError, Invalid, Unexpected

REFUSALS = (DeskError, Unexpected)
Refusal = DeskError | Unexpected


@dataclass
class Problems:
    """What must be mended: a message for the whole form, and messages per field."""

    message: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    # What a field is called, where its message alone does not say which one it is about.
    labels: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.message or self.fields)

    def __contains__(self, name: str) -> bool:
        return name in self.fields

    def of(self, name: str) -> str:
        """What is wrong with this field; empty when nothing is."""
        return self.fields.get(name, "")

    def within(self, *names: str) -> bool:
        """Whether something is wrong with one of these fields, or with a part of one."""
        return any(f"{field}.".startswith(f"{name}.") for field in self.fields for name in names)

    def add(self, name: str, message: str) -> None:
        self.fields.setdefault(name, message)

    @classmethod
    def from_refusal(cls, refusal: Refusal) -> Problems:
        """The problems a refusal tells of, in the reader's language."""
        if isinstance(refusal, Invalid) and refusal.errors:
            return cls(fields={name: " ".join(map(translate, texts)) for name, texts in _flat(refusal.errors)})
        return cls(message=refusal_message(refusal))


def _flat(errors: Mapping[Any, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, list[str]]]:
    # marshmallow nests: lists by place, dictionaries by key and then "key" or "value".
    for name, told in errors.items():
        here = path if name in ("key", "value", "_schema") and path else (*path, str(name))
        if isinstance(told, Mapping):
            yield from _flat(told, here)
        else:
            yield ".".join(here), [str(text) for text in (told if isinstance(told, list) else [told])]


MOST_DIGITS = 9


def typed_in(name: str) -> str:
    """What was typed into a field; without NUL, which no keyboard has and not every database keeps."""
    return request.form.get(name, "").replace("\0", "")


def whole(text: str) -> int | str:
    """A whole number as it is typed; anything else, and one that no field takes, stays text."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS else text


# The fields that hold sentences; they are shown again when their form is not there any more.
TEXTS = ("summary", "description", "question", "text", "remark", "reason", "comment", "solution", "answer")


def typed_texts(typed: Mapping[str, str]) -> list[str]:
    """The sentences among what was typed, to be copied when the form they were typed in is gone."""
    names = [*TEXTS, *(name for name in typed if name.startswith("answers."))]
    return [typed[name] for name in names if typed.get(name, "").strip()]


def check(typed: Mapping[str, Any], *names: str) -> Problems:
    """What the contract says of these fields of a notification, before it is sent."""
    told = {name: typed[name] for name in names if typed.get(name) not in (None, "") or name == "description"}
    try:
        RegisterNotification(only=names).load(told)
    except Invalid as refusal:
        return Problems.from_refusal(refusal)
    return Problems()
