"""Refusing an item that cannot be read: with everything else that is wrong with it, as far as it can be read."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from marshmallow import Schema, ValidationError, missing

from services.catalog.domain.fitness import by_field
from services.catalog.domain.partly_read import unfit_as_read
from services.catalog.storage.work import CatalogWork
from services.catalog.use_cases.items import known_codes
from services.catalog.use_cases.keeping import is_keeper
from services.shared.contracts.base import one
from services.shared.contracts.definitions import MOST_PARTS, ItemDefinition, Question, Step
from services.shared.errors import Invalid


def refusal_of_all(work: CatalogWork, sent: Any, refusal: Invalid) -> Invalid:
    """The refusal of an item as it was sent, with what is wrong besides; somebody who is no keeper hears no more."""
    if not (is_keeper(work) and isinstance(sent, Mapping)):
        return refusal
    item = _read(ItemDefinition, sent)
    questions, steps = _parts(Question, sent.get("questions")), _parts(Step, sent.get("steps"))
    known = known_codes(work, item.get("related", ()))
    besides = by_field(unfit_as_read(item, questions, steps, known))
    return Invalid(refusal.message, _both(refusal.errors, besides))


def _both(first: Any, besides: Any) -> Any:
    """Both errors, each where it is; where there are two the first."""
    if not (isinstance(first, Mapping) and isinstance(besides, Mapping)):
        return first
    return {**besides, **{name: _both(wrong, besides.get(name, wrong)) for name, wrong in first.items()}}


def _parts(contract: type[Schema], sent: Any) -> list[dict[str, Any]]:
    parts = sent[:MOST_PARTS] if isinstance(sent, list) else []
    return [_read(contract, part) if isinstance(part, Mapping) else {} for part in parts]


def _read(contract: type[Schema], sent: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that can be read, each by itself."""
    read: dict[str, Any] = {}
    for name, field in one(contract).fields.items():
        with suppress(ValidationError, Invalid):
            read[name] = field.deserialize(sent.get(name, missing))
    return read
