"""The catalogue item that somebody chose, also while the catalogue is not there to tell of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from flask_babel import gettext as _

from services.gateway.audience import catalog
from services.gateway.portal.forms import Problems
from services.shared.errors import DeskError, Unavailable


class Chosen(NamedTuple):
    """The item; None without one, and also when it is only `away`: then what was answered to it must be kept."""

    item: dict[str, Any] | None = None
    away: bool = False


def chosen_item(code: str | None) -> Callable[[], Chosen]:
    """Start asking for the item with this code."""
    if not code:
        return Chosen
    try:
        reply = catalog().get_item.call_async(code)
    except Unavailable:
        return lambda: Chosen(away=True)

    def answer() -> Chosen:
        try:
            return Chosen(reply.result())
        except Unavailable:
            return Chosen(away=True)
        except DeskError:
            return Chosen()

    return answer


def only_kind(item: dict[str, Any] | None) -> str:
    """The kind of an item that is asked for as one thing only; nothing when there is something to choose."""
    kinds: list[str] = item["kinds"] if item else []
    return kinds[0] if len(kinds) == 1 else ""


def item_is_away() -> Problems:
    """Why a form with an item on it cannot go on."""
    advice = _("The catalogue does not answer right now. Everything you filled in is kept: try again in a moment.")
    return Problems(fields={"catalogue_item": advice})
