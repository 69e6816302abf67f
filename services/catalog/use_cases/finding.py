"""Finding: what is worth noting of a search, and what a completeness check tells its reader."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from services.catalog.domain.kinds import SuggestedKind, suggest_kind
from services.catalog.storage.candidates import Reader
from services.catalog.storage.work import CatalogWork
from services.shared import completeness
from services.shared.completeness_words import told
from services.shared.contracts.catalog import LANGUAGES
from services.shared.vocabulary import ABOUT_ANYTHING

SHORTEST_MISSED = 3
# As many of the best items tell of which kind it is.
TELLING_ITEMS = 3
# An item that fits worse than this is no suggestion: about half of what was said must be found in it, or somewhat less
# when it fits so many times better than the next one.
SURE, RATHER_SURE, LEAD = 0.5, 0.4, 1.4


def is_missed(asked: dict[str, Any], found: dict[str, Any]) -> bool:
    """Whether the keeper should know that somebody looked for this in vain."""
    return not (found["items"] or asked["typing"] or asked["category"]) and len(asked["q"]) >= SHORTEST_MISSED


def checked(questions: list[dict[str, Any]], answers: dict[str, Any], language: str, today: date) -> dict[str, Any]:
    """What a request still needs, in the reader's language; places and people are taken as they are given."""
    return told(questions, answers, completeness.check(questions, answers, today), language)


def suggestion(work: CatalogWork, q: str, language: str, today: date) -> tuple[SuggestedKind | None, Any]:
    """The kind that somebody's words tell of, and the item as a search finds it; None for each that is not sure."""
    # Somebody may use another language than the screen does.
    fits: dict[str, tuple[float, Any]] = {}
    for one in (*(other for other in LANGUAGES if other != language), language):
        for score, row in work.search.scored(q, Reader(work.actor, one, today), TELLING_ITEMS, items_only=True):
            before, _ = fits.get(row.code, (0.0, None))
            fits[row.code] = (max(score, before), row)
    best = sorted(fits.values(), key=lambda fit: -round(fit[0], 6))[:TELLING_ITEMS] if q.strip() else []
    sure = [row for place, (score, row) in enumerate(best) if score >= SURE or (place == 0 and _leads(best))]
    kinds = {item.code: (item.definition or {})["kinds"] for item in work.items.published([row.code for row in sure])}
    kind = suggest_kind(q, [kinds[row.code] for row in sure])
    if not sure:
        return kind, None
    # An item is not asked for as every kind.
    fitting = kind is None or kind.kind in ABOUT_ANYTHING or kind.kind.value in kinds[sure[0].code]
    return kind, sure[0] if fitting else None


def _leads(best: Sequence[tuple[float, Any]]) -> bool:
    following = best[1][0] if len(best) > 1 else 0.0
    return best[0][0] >= max(RATHER_SURE, LEAD * following)
