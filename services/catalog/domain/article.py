"""An article: an answer that can be given at once, in one version after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from services.shared.errors import Refused
from services.shared.seen import require_seen, since


@dataclass(frozen=True)
class Article:
    """An answer as it was last published, and how often it helped."""

    code: str
    version: int
    definition: dict[str, Any]
    retired: bool = False
    helped: int = 0
    did_not_help: int = 0
    changed_at: datetime | None = None
    changed_by: str = ""

    def require_seen(self, seen: str | None) -> None:
        """Raise Refused unless it is as its keeper saw it: `seen` is when it was changed last, empty for a new one."""
        taken = f"There is an article {self.code} already. Choose another code."
        require_seen(self.code, since(self.changed_at), seen, taken)

    def published(self, definition: dict[str, Any]) -> Article:
        """From now on it says this."""
        return replace(self, version=self.version + 1, definition=definition, retired=False)

    def counted(self, helped: bool, before: bool | None = None) -> Article:
        """A reader said whether it helped; `before` is what the same reader said of it earlier that day."""
        if before is None:
            return replace(self, helped=self.helped + helped, did_not_help=self.did_not_help + (not helped))
        moved = helped - before
        return replace(self, helped=self.helped + moved, did_not_help=self.did_not_help - moved)

    def taken_back(self) -> Article:
        """It is not given any more."""
        if self.retired:
            raise Refused("only_a_published_one_is_retired", f"{self.code} is not published; it is retired.")
        return replace(self, retired=True)
