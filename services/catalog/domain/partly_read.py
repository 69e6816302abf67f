"""An item of which not all can be read: what else is wrong with it, so that its keeper hears of everything at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from services.catalog.domain.fitness import Known, Problem, unfit
from services.shared.vocabulary import QuestionType

Read = Mapping[str, Any]

NO_ITEM: Read = dict.fromkeys(
    ("category", "calendar", "service_level", "valid_from", "valid_to", "approval", "price"), None
) | {"code": "", "related": ()}
NO_QUESTION: Read = dict.fromkeys(("lowest", "highest", "when", "stop"), None) | {
    "code": "",
    "type": QuestionType.TEXT,
    "choices": (),
    "pictures_only": False,
}
NO_STEP: Read = {"code": "", "after": ()}
# What a part must tell before anything can be said of it, and what it says of other parts.
NEEDED = {"questions": {"code", "type", "choices"}, "steps": {"code"}}
REFERRING = {"questions": "when", "steps": "after"}


def unfit_as_read(item: Read, questions: Sequence[Read], steps: Sequence[Read], known: Known) -> Iterator[Problem]:
    """Everything for which an item cannot be asked for, by the fields that could be read; the others are not judged."""
    parts = {"questions": questions, "steps": steps}
    whole = {
        "questions": [{**NO_QUESTION, **question} for question in questions],
        "steps": [{**NO_STEP, **step} for step in steps],
    }
    for path, problem in unfit({**NO_ITEM, **item, **whole}, known):
        field = str(path[0])
        if field == "approval" and "price" not in item:
            continue
        if len(path) == 1 or _is_sure(parts[field], field, int(path[1]), str(path[2])):
            yield path, problem


def _is_sure(parts: Sequence[Read], field: str, place: int, name: str) -> bool:
    """Whether a problem does not come from what could not be read."""
    if name == REFERRING[field]:
        others = [part for at, part in enumerate(parts) if at != place]
        return name in parts[place] and all(part.keys() >= NEEDED[field] for part in others)
    return parts[place].keys() >= {*NEEDED[field], name}
