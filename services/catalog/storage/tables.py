"""The tables of catalog."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from services.shared.kit.database import TYPES, schema
from services.shared.kit.journal import KitTables


class Base(DeclarativeBase):
    """The tables in the schema catalog."""

    metadata = schema("catalog")
    type_annotation_map = TYPES


KIT = KitTables.within(Base.metadata)


class CategoryRow(Base):
    """A group of items."""

    __tablename__ = "category"

    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[dict[str, Any]]


class ItemRow(Base):
    """An item as it was last published; `words` is what a search looks in."""

    __tablename__ = "item"

    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    version: Mapped[int]
    name: Mapped[dict[str, Any]]
    description: Mapped[dict[str, Any]]
    category: Mapped[str] = mapped_column(ForeignKey(CategoryRow.code))
    kinds: Mapped[list[Any]]
    keywords: Mapped[list[Any]]
    questions: Mapped[list[Any]]
    published_at: Mapped[datetime]
    words: Mapped[str] = mapped_column(Text)
