"""The tables of reporting: derived from everyone's events, so they may be emptied and rebuilt."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, Index, String, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from services.shared.kit.database import TYPES, schema
from services.shared.kit.journal import KitTables


class Base(DeclarativeBase):
    """The tables in the schema reporting."""

    metadata = schema("reporting")
    type_annotation_map = TYPES


KIT = KitTables.within(Base.metadata)
WHEN_READY = text("ready_at IS NOT NULL")


class NotificationFact(Base):
    """What is known of one notification; durations are whole seconds.

    The time to ready is looked up by both indexes: a short period is read and sorted, a long one is
    walked through in the order of the durations. What is not ready costs neither of them anything.
    """

    __tablename__ = "notification_fact"
    __table_args__ = (
        Index(
            "ix_notification_fact_ready_at",
            "ready_at",
            "seconds_to_ready",
            postgresql_where=WHEN_READY,
            sqlite_where=WHEN_READY,
        ),
        Index(
            "ix_notification_fact_seconds_to_ready",
            "seconds_to_ready",
            "ready_at",
            postgresql_where=WHEN_READY,
            sqlite_where=WHEN_READY,
        ),
    )

    number: Mapped[str] = mapped_column(String(20), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    level: Mapped[str] = mapped_column(String(10))
    channel: Mapped[str] = mapped_column(String(20))
    organisation: Mapped[str] = mapped_column(String(40))
    location: Mapped[str | None] = mapped_column(String(40))
    catalogue_item: Mapped[str | None] = mapped_column(String(40))
    registered_at: Mapped[datetime]
    forwarded_at: Mapped[datetime | None]
    ready_at: Mapped[datetime | None]
    seconds_to_ready: Mapped[int | None]
    first_line: Mapped[bool]
    cancelled_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    score: Mapped[int | None]
    rated_at: Mapped[datetime | None]
    suggested_kind: Mapped[str | None] = mapped_column(String(20))
    suggested_item: Mapped[str | None] = mapped_column(String(40))


class ArticleHeard(Base):
    """How far in catalog's journal the ratings of an article are counted, so that none counts twice."""

    __tablename__ = "article_heard"

    article: Mapped[str] = mapped_column(String(40), primary_key=True)
    position: Mapped[int] = mapped_column(BigInteger)


class DayCount(Base):
    """One figure of one day of the desk: what all facts together add to it."""

    __tablename__ = "day_count"

    what: Mapped[str] = mapped_column(String(20), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(100), primary_key=True)
    count: Mapped[int]
