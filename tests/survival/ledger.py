"""What the desk said it accepted, written down by those who were told."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Ledger:
    """Every accepted notification by its idempotency key, and which of them were accepted for forwarding."""

    accepted: dict[str, str] = field(default_factory=dict)
    forwarded: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)

    def accept(self, key: str, number: str) -> None:
        """A 201; the same key must always be told the same number, and no other key that one."""
        before = self.accepted.setdefault(key, number)
        if before != number:
            self.wrong.append(f"{key} was told {before} first, and {number} when it was repeated")

    def forward(self, number: str) -> None:
        self.forwarded.add(number)
