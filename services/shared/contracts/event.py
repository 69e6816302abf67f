"""The envelope every event travels in: CloudEvents 1.0 in JSON (https://cloudevents.io)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

SPEC_VERSION = "1.0"
ATTRIBUTES = ("id", "type", "subject", "time", "sequence", "data")


@dataclass(frozen=True)
class Event:
    """One thing that happened in a service, as it is kept in its journal and told on the bus.

    `subject` is the number or code of the thing it happened to; events about one subject are always
    handled in order. `position` is its place in the service's journal, counted from 1 without gaps.
    """

    id: str
    source: str
    name: str
    subject: str
    occurred_at: datetime
    data: dict[str, Any]
    position: int
    version: int = 1
    cause: dict[str, Any] = field(default_factory=dict)

    @property
    def correlation_id(self) -> str | None:
        return self.cause.get("correlation_id")

    def to_envelope(self) -> dict[str, Any]:
        """This event as CloudEvents JSON; `sequence` is the position, `correlationid` what it followed from."""
        envelope = {
            "specversion": SPEC_VERSION,
            "id": self.id,
            "source": f"/balie/{self.source}",
            "type": f"balie.{self.source}.{self.name}.v{self.version}",
            "subject": self.subject,
            "time": self.occurred_at.isoformat(),
            "datacontenttype": "application/json",
            "sequence": str(self.position),
            "data": self.data,
        }
        if self.correlation_id:
            envelope["correlationid"] = self.correlation_id
        return envelope

    @classmethod
    def from_envelope(cls, envelope: dict[str, Any]) -> Event:
        """Read CloudEvents JSON; raises ValueError when it is not one of Balie's."""
        if envelope.get("specversion") != SPEC_VERSION:
            raise ValueError(f"not a CloudEvents 1.0 envelope: specversion is {envelope.get('specversion')!r}")
        missing = [attribute for attribute in ATTRIBUTES if attribute not in envelope]
        if missing:
            raise ValueError(f"not an event of Balie: it has no {', '.join(missing)}")
        kind = re.fullmatch(r"balie\.([^.]+)\.([^.]+)\.v([0-9]+)", str(envelope["type"]))
        if kind is None:
            raise ValueError(f"not an event of Balie: {envelope['type']!r}")
        occurred_at = datetime.fromisoformat(str(envelope["time"]))
        if occurred_at.tzinfo is None:
            raise ValueError(f"not an event of Balie: its time has no zone: {envelope['time']!r}")
        source, name, version = kind.groups()
        cause = {"correlation_id": envelope["correlationid"]} if "correlationid" in envelope else {}
        return cls(
            id=envelope["id"],
            source=source,
            name=name,
            subject=envelope["subject"],
            occurred_at=occurred_at,
            data=envelope["data"],
            position=int(envelope["sequence"]),
            version=int(version),
            cause=cause,
        )
