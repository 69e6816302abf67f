"""The tables of reporting: derived from everyone's events, so they may be emptied and rebuilt."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from services.shared.kit.database import TYPES, schema
from services.shared.kit.journal import KitTables


class Base(DeclarativeBase):
    """The tables in the schema reporting."""

    metadata = schema("reporting")
    type_annotation_map = TYPES


KIT = KitTables.within(Base.metadata)


class NotificationFact(Base):
    """What is known of one notification; durations are whole seconds."""

    __tablename__ = "notification_fact"
    __table_args__ = (
        Index("ix_notification_fact_ready_at", "ready_at", "seconds_to_ready"),
        Index("ix_notification_fact_registered_on", "registered_on", "level"),
    )

    number: Mapped[str] = mapped_column(String(20), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    level: Mapped[str] = mapped_column(String(10))
    channel: Mapped[str] = mapped_column(String(20))
    organisation: Mapped[str] = mapped_column(String(40))
    location: Mapped[str | None] = mapped_column(String(40))
    catalogue_item: Mapped[str | None] = mapped_column(String(40))
    registered_at: Mapped[datetime] = mapped_column(index=True)
    registered_on: Mapped[date]
    forwarded_at: Mapped[datetime | None] = mapped_column(index=True)
    ready_at: Mapped[datetime | None]
    seconds_to_ready: Mapped[int | None]
    first_line: Mapped[bool]
    cancelled_at: Mapped[datetime | None] = mapped_column(index=True)
    closed_at: Mapped[datetime | None]
    score: Mapped[int | None]
    rated_at: Mapped[datetime | None] = mapped_column(index=True)
