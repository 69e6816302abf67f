"""A catalogue item in its life: a draft, then published in one version after the other, in the end retired."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from services.shared.errors import Refused
from services.shared.seen import require_seen, since
from services.shared.vocabulary import Publication


@dataclass(frozen=True)
class Item:
    """A product or service: as it was last published, and as its keeper has it on the table."""

    code: str
    version: int = 0
    definition: dict[str, Any] | None = None
    retired: bool = False
    draft: dict[str, Any] | None = None
    changed_at: datetime | None = None

    @property
    def status(self) -> Publication:
        """A draft is what nobody else has seen yet."""
        if self.retired:
            return Publication.RETIRED
        return Publication.PUBLISHED if self.version else Publication.DRAFT

    def require_seen(self, seen: str | None) -> None:
        """Raise Refused unless it is as its keeper saw it: `seen` is when it was changed last, empty for a new one."""
        taken = f"There is an item {self.code} already. Choose another code."
        require_seen(self.code, since(self.changed_at), seen, taken)

    def drafted(self, definition: dict[str, Any]) -> Item:
        """Its keeper goes on working on it; what is published stays as it is."""
        return replace(self, draft=definition)

    def published(self, definition: dict[str, Any]) -> Item:
        """From now on it can be asked for like this; a retired one comes back, and another draft stays on the table."""
        draft = None if self.draft == definition else self.draft
        return replace(self, version=self.version + 1, definition=definition, retired=False, draft=draft)

    def without_draft(self) -> Item:
        """As if its keeper had not begun."""
        return replace(self, draft=None)

    def require_draft(self) -> dict[str, Any]:
        """What would be published; raises Refused when nothing has changed."""
        if self.draft is None:
            raise Refused("only_a_draft_is_published", f"There is no draft of {self.code} to publish. Save one first.")
        return self.draft

    def taken_back(self) -> Item:
        """It cannot be asked for any more; who asked for it before keeps what was agreed."""
        if self.status is not Publication.PUBLISHED:
            raise Refused("only_a_published_one_is_retired", f"{self.code} is not published; it is {self.status}.")
        return replace(self, retired=True)
