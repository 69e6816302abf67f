"""The tables of routing."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Sequence, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from services.shared.kit.database import TYPES, schema
from services.shared.kit.journal import KitTables, Serial


class Base(DeclarativeBase):
    """The tables in the schema routing."""

    metadata = schema("routing")
    type_annotation_map = TYPES


KIT = KitTables.within(Base.metadata)
NUMBERS = Sequence("work_order_number", metadata=Base.metadata)


class TeamRow(Base):
    """A group of specialists, with the categories it serves."""

    __tablename__ = "team"

    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[dict[str, Any]]
    categories: Mapped[list[Any]]
    fallback: Mapped[bool]


class WorkOrderRow(Base):
    """One team's part of a notification; a notification has one per round of forwarding and team."""

    __tablename__ = "work_order"
    __table_args__ = (
        UniqueConstraint("notification", "round", "team"),
        Index("ix_work_order_team_id", "team", "id"),
        Index("ix_work_order_status_id", "status", "id"),
    )

    id: Mapped[int] = mapped_column(Serial, primary_key=True, autoincrement=False)
    number: Mapped[str] = mapped_column(String(20), unique=True)
    notification: Mapped[str] = mapped_column(String(20))
    round: Mapped[int]
    team: Mapped[str] = mapped_column(ForeignKey(TeamRow.code))
    status: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(20))
    summary: Mapped[str] = mapped_column(String(120))
    description: Mapped[str] = mapped_column(Text)
    # Nothing for what was made before answers were told.
    answers: Mapped[list[Any] | None]
    location: Mapped[str | None] = mapped_column(String(400))
    urgency: Mapped[str | None] = mapped_column(String(10))
    remark: Mapped[str | None] = mapped_column(Text)
    contact_point: Mapped[str | None] = mapped_column(String(120))
    specialist: Mapped[str | None] = mapped_column(String(120))
    solution: Mapped[str | None] = mapped_column(Text)
    made_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]
    started_at: Mapped[datetime | None]
    completed_at: Mapped[datetime | None]
    cancelled_at: Mapped[datetime | None]
