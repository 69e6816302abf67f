"""Two keepers at once: nobody overwrites what they did not see."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from services.catalog.domain.article import Article
from services.catalog.domain.item import Item
from services.shared.errors import Refused
from services.shared.seen import mark

AT = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize("kept", [Item("lamp", changed_at=AT), Article("lamp", 1, {}, changed_at=AT)])
def test_changed_meanwhile(kept: Item | Article) -> None:
    kept.require_seen(None)
    kept.require_seen(AT.isoformat())
    for seen, code in (("", "code_is_taken"), ("2026-03-01T12:00:00+00:00", "changed_meanwhile")):
        with pytest.raises(Refused) as refusal:
            kept.require_seen(seen)
        assert refusal.value.code == code


@pytest.mark.parametrize("new", [Item("lamp"), Article("lamp", 0, {})])
def test_what_is_not_there_yet_was_changed_by_nobody(new: Item | Article) -> None:
    new.require_seen("")
    with pytest.raises(Refused):
        new.require_seen(AT.isoformat())


def test_a_mark_is_another_one_as_soon_as_anything_is() -> None:
    kept = {"code": "KANTOOR", "closed": [{"day": "2026-12-25"}], "default": True}
    assert mark(kept) == mark(dict(reversed(kept.items())))
    assert len({mark(None), mark(kept), mark(kept | {"closed": []}), mark(kept | {"default": False})}) == 4
