"""The tables of intake."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Sequence, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from services.shared.kit.database import TYPES, schema
from services.shared.kit.journal import KitTables, Serial


class Base(DeclarativeBase):
    """The tables in the schema intake."""

    metadata = schema("intake")
    type_annotation_map = TYPES


KIT = KitTables.within(Base.metadata)

# SQLite has no sequences; there the next number follows from the last row, as it has one writer at a time.
NUMBERS = Sequence("notification_number", metadata=Base.metadata)


class OrganisationRow(Base):
    """A department or company."""

    __tablename__ = "organisation"

    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))


class CustomerRow(Base):
    """A person the desk serves; `words` is what a search looks in."""

    __tablename__ = "customer"

    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    organisation: Mapped[str] = mapped_column(ForeignKey(OrganisationRow.code))
    email: Mapped[str | None] = mapped_column(String(254))
    phone: Mapped[str | None] = mapped_column(String(40))
    words: Mapped[str] = mapped_column(Text)


class LocationRow(Base):
    """A building, floor or room; `path` names all it is part of."""

    __tablename__ = "location"

    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    within: Mapped[str | None] = mapped_column(ForeignKey(code))
    path: Mapped[str] = mapped_column(String(400))
    words: Mapped[str] = mapped_column(Text)


class DeskRow(Base):
    """Where the customers find the desk; one desk is the central one."""

    __tablename__ = "desk"

    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[dict[str, Any]]
    place: Mapped[dict[str, Any] | None]
    phone: Mapped[str | None] = mapped_column(String(40))
    email: Mapped[str | None] = mapped_column(String(254))
    central: Mapped[bool]


class CategoryCopy(Base):
    """What catalog told of a category."""

    __tablename__ = "category_copy"

    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[dict[str, Any]]


class ItemCopy(Base):
    """What catalog told of an item, so that notifications are accepted while catalog is away."""

    __tablename__ = "item_copy"

    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    version: Mapped[int]
    name: Mapped[dict[str, Any]]
    category: Mapped[str] = mapped_column(String(40))
    questions: Mapped[list[Any]]
    # What else was told of it, by the names of the contract; nothing for what was told before there was more.
    more: Mapped[dict[str, Any] | None]
    retired: Mapped[bool | None]


class ArticleCopy(Base):
    """What catalog told of an article, so that an answer can say which it was made from."""

    __tablename__ = "article_copy"

    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    version: Mapped[int]
    title: Mapped[dict[str, Any]]
    retired: Mapped[bool]


class CalendarCopy(Base):
    """What catalog told of a calendar; the default one counts for items that name none."""

    __tablename__ = "calendar_copy"

    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    is_default: Mapped[bool]
    definition: Mapped[dict[str, Any]]


class TeamCopy(Base):
    """What routing told of a team."""

    __tablename__ = "team_copy"

    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[dict[str, Any]]


class NotificationRow(Base):
    """One thing a customer brought to the desk; `words` is what a search looks in."""

    __tablename__ = "notification"
    __table_args__ = (
        Index("ix_notification_status_id", "status", "id"),
        Index("ix_notification_customer_id", "customer", "id"),
        Index("ix_notification_location_id", "location", "id"),
        Index("ix_notification_team_id", "team", "id"),
        Index(
            "ix_notification_words",
            "words",
            postgresql_using="gin",
            postgresql_ops={"words": "public.gin_trgm_ops"},
            postgresql_with={"gin_pending_list_limit": 1024},
        ).ddl_if(dialect="postgresql"),
    )

    id: Mapped[int] = mapped_column(Serial, primary_key=True, autoincrement=False)
    number: Mapped[str] = mapped_column(String(20), unique=True)
    kind: Mapped[str] = mapped_column(String(20))
    channel: Mapped[str] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(20))
    summary: Mapped[str] = mapped_column(String(120))
    description: Mapped[str] = mapped_column(Text)
    customer: Mapped[str] = mapped_column(ForeignKey(CustomerRow.code))
    location: Mapped[str | None] = mapped_column(ForeignKey(LocationRow.code))
    item: Mapped[dict[str, Any] | None]
    answers: Mapped[list[Any]]
    impact: Mapped[str | None] = mapped_column(String(10))
    urgency: Mapped[str | None] = mapped_column(String(10))
    contact_point: Mapped[str | None] = mapped_column(String(120))
    team: Mapped[str | None] = mapped_column(String(40))
    question: Mapped[str | None] = mapped_column(Text)
    suggested: Mapped[dict[str, Any] | None]
    first_line: Mapped[bool]
    rounds: Mapped[int]
    registered_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    ready_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    score: Mapped[int | None]
    comment: Mapped[str | None] = mapped_column(Text)
    rated_at: Mapped[datetime | None]
    words: Mapped[str] = mapped_column(Text)


class TimelineRow(Base):
    """One step of a notification's life; never changed, never removed."""

    __tablename__ = "timeline"

    id: Mapped[int] = mapped_column(Serial, primary_key=True, autoincrement=True)
    notification: Mapped[str] = mapped_column(ForeignKey(NotificationRow.number), index=True)
    at: Mapped[datetime]
    what: Mapped[str] = mapped_column(String(30))
    by: Mapped[str | None] = mapped_column(String(120))
    text: Mapped[str | None] = mapped_column(Text)
    for_customer: Mapped[bool]
    about: Mapped[dict[str, Any] | None]


class WorkOrderCopy(Base):
    """What routing told of the work orders of a notification."""

    __tablename__ = "work_order_copy"

    number: Mapped[str] = mapped_column(String(20), primary_key=True)
    notification: Mapped[str] = mapped_column(ForeignKey(NotificationRow.number), index=True)
    team: Mapped[str] = mapped_column(String(40))
    done: Mapped[bool]
