"""The tables of catalog."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from services.shared.kit.database import TYPES, schema
from services.shared.kit.journal import KitTables, Serial


class Base(DeclarativeBase):
    """The tables in the schema catalog."""

    metadata = schema("catalog")
    type_annotation_map = TYPES


KIT = KitTables.within(Base.metadata)


class CategoryRow(Base):
    """A group of items, by its public name and the one that staff use; `norms` are its codes in standards."""

    __tablename__ = "category"

    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[dict[str, Any]]
    internal_name: Mapped[dict[str, Any] | None]
    within: Mapped[str | None] = mapped_column(ForeignKey(code))
    norms: Mapped[dict[str, Any] | None]


class ItemRow(Base):
    """An item as it was last published, and its draft."""

    __tablename__ = "item"

    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    version: Mapped[int]
    retired: Mapped[bool]
    category: Mapped[str | None] = mapped_column(ForeignKey(CategoryRow.code), index=True)
    definition: Mapped[dict[str, Any] | None]
    draft: Mapped[dict[str, Any] | None]
    # What a keeper looks in, as `words_of` makes it.
    words: Mapped[str] = mapped_column(Text)
    changed_at: Mapped[datetime]
    changed_by: Mapped[str] = mapped_column(String(120))


class ArticleRow(Base):
    """An article as it was last published, and how often it helped."""

    __tablename__ = "article"

    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    version: Mapped[int]
    retired: Mapped[bool]
    definition: Mapped[dict[str, Any]]
    # What a keeper looks in, as `words_of` makes it.
    words: Mapped[str] = mapped_column(Text)
    helped: Mapped[int]
    did_not_help: Mapped[int]
    changed_at: Mapped[datetime]
    changed_by: Mapped[str] = mapped_column(String(120))


class ArticleItemRow(Base):
    """An article is about an item."""

    __tablename__ = "article_item"

    article: Mapped[str] = mapped_column(ForeignKey(ArticleRow.code), primary_key=True)
    item: Mapped[str] = mapped_column(String(40), primary_key=True, index=True)


class VersionRow(Base):
    """An item or article as it was published at some time; never changed, never removed."""

    __tablename__ = "version"

    kind: Mapped[str] = mapped_column(String(10), primary_key=True)
    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    definition: Mapped[dict[str, Any]]
    published_at: Mapped[datetime]
    published_by: Mapped[str] = mapped_column(String(120))


class OpinionRow(Base):
    """Whether an article helped a reader on one day; kept for that day only."""

    __tablename__ = "opinion"

    article: Mapped[str] = mapped_column(String(40), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(String(60), primary_key=True)
    helped: Mapped[bool]


class CalendarRow(Base):
    """When somebody is there."""

    __tablename__ = "calendar"

    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    is_default: Mapped[bool]
    definition: Mapped[dict[str, Any]]


class ServiceLevelRow(Base):
    """How fast things are done."""

    __tablename__ = "service_level"

    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    is_default: Mapped[bool]
    definition: Mapped[dict[str, Any]]


class EntryRow(Base):
    """What can be found: an item or article in one language, with its words and who may see it.

    The words of each field stand as a search looks for them; lists of codes stand between bars, and
    nothing there means everyone. Each database keeps an index on the words (`storage/candidates.py`).
    What a list shows of an item besides stands in `facts` (`domain/facts.py`).
    """

    __tablename__ = "entry"
    __table_args__ = (
        UniqueConstraint("kind", "code", "language"),
        Index("ix_entry_shelf", "language", "kind", "category"),
    )

    id: Mapped[int] = mapped_column(Serial, primary_key=True, autoincrement=True)
    kind: Mapped[str] = mapped_column(String(10))
    code: Mapped[str] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(2))
    title: Mapped[str] = mapped_column(String(200))
    summary: Mapped[str] = mapped_column(Text)
    category: Mapped[str | None] = mapped_column(String(40))
    staff_only: Mapped[bool]
    organisations: Mapped[str | None] = mapped_column(Text)
    buildings: Mapped[str | None] = mapped_column(Text)
    roles: Mapped[str | None] = mapped_column(Text)
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    title_words: Mapped[str] = mapped_column(Text)
    keyword_words: Mapped[str] = mapped_column(Text)
    other_words: Mapped[str] = mapped_column(Text)
    facts: Mapped[str | None] = mapped_column(Text)


class WordRow(Base):
    """A word that occurs in what can be found, and in how many entries."""

    __tablename__ = "word"
    __table_args__ = (
        Index("ix_word_begin", "word", postgresql_ops={"word": "varchar_pattern_ops"}).ddl_if(dialect="postgresql"),
        Index("ix_word_like", "word", postgresql_using="gin", postgresql_ops={"word": "public.gin_trgm_ops"}).ddl_if(
            dialect="postgresql"
        ),
    )

    word: Mapped[str] = mapped_column(String(60), primary_key=True)
    uses: Mapped[int]


class SynonymRow(Base):
    """Words that mean the same to whoever looks for something."""

    __tablename__ = "synonym"

    word: Mapped[str] = mapped_column(String(60), primary_key=True)
    meaning: Mapped[str] = mapped_column(String(60), index=True)


class MissedRow(Base):
    """Words that somebody looked for and did not find; not who."""

    __tablename__ = "missed_search"

    words: Mapped[str] = mapped_column(String(200), primary_key=True)
    language: Mapped[str] = mapped_column(String(2), primary_key=True)
    times: Mapped[int]
    last_at: Mapped[datetime]


class OfferedFileRow(Base):
    """A file that a keeper offers to import: what it would change is its outcome, and `mark` says whether it still is.

    `state` is offered, judged, ordered, imported or unreadable.
    """

    __tablename__ = "offered_file"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    account: Mapped[str] = mapped_column(String(60))
    name: Mapped[str] = mapped_column(String(200))
    # Large, and of use to nobody who only looks how far it is.
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True, deferred_raiseload=True)
    state: Mapped[str] = mapped_column(String(20))
    done: Mapped[int]
    total: Mapped[int]
    outcome: Mapped[dict[str, Any] | None]
    mark: Mapped[str | None] = mapped_column(String(64))
    offered_at: Mapped[datetime] = mapped_column(index=True)
