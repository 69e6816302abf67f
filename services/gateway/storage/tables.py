"""The gateway's tables: accounts, the keys they come in with, failed log-ins, half-made notifications and files."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from services.shared.kit.database import TYPES, schema
from services.shared.kit.journal import Serial


class Base(DeclarativeBase):
    """The tables in the schema gateway."""

    metadata = schema("gateway")
    type_annotation_map = TYPES


class AccountRow(Base):
    """Somebody who can log in."""

    __tablename__ = "account"

    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    full_name: Mapped[str] = mapped_column(String(120))
    password_hash: Mapped[str] = mapped_column(String(200))
    roles: Mapped[list[Any]]
    customer: Mapped[str | None] = mapped_column(String(40))
    teams: Mapped[list[Any]]
    language: Mapped[str] = mapped_column(String(2))
    created_at: Mapped[datetime]


class SessionRow(Base):
    """A browser that somebody logged in with; its key is only kept as a fingerprint."""

    __tablename__ = "session"

    fingerprint: Mapped[str] = mapped_column(String(64), primary_key=True)
    account: Mapped[str] = mapped_column(ForeignKey("gateway.account.name"), index=True)
    started_at: Mapped[datetime] = mapped_column(index=True)
    seen_at: Mapped[datetime]


class TokenRow(Base):
    """A program that may come in as an account; its key is only kept as a fingerprint."""

    __tablename__ = "token"

    account: Mapped[str] = mapped_column(ForeignKey("gateway.account.name"), primary_key=True)
    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    fingerprint: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]


class LoginAttemptRow(Base):
    """A log-in that failed, or is being tried; the name only as a fingerprint, for people type passwords there."""

    __tablename__ = "login_attempt"

    id: Mapped[int] = mapped_column(Serial, primary_key=True, autoincrement=True)
    name: Mapped[str] = mapped_column(String(64), index=True)
    address: Mapped[str] = mapped_column(String(45), index=True)
    at: Mapped[datetime] = mapped_column(index=True)


class DraftRow(Base):
    """A notification that somebody is still making."""

    __tablename__ = "draft"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    account: Mapped[str] = mapped_column(ForeignKey("gateway.account.name"), index=True)
    data: Mapped[dict[str, Any]]
    kept_at: Mapped[datetime] = mapped_column(index=True)


class FileRow(Base):
    """A file that somebody sent, with its bytes; of a picture a small one too."""

    __tablename__ = "file"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    content_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    # No foreign key: what a notification has stays when who sent it leaves.
    account: Mapped[str] = mapped_column(String(60), index=True)
    purpose: Mapped[str] = mapped_column(String(10))
    kept_at: Mapped[datetime]
    sent_with: Mapped[str | None] = mapped_column(String(64))
    held_for: Mapped[str | None] = mapped_column(String(200))
    held_at: Mapped[datetime | None]
    belongs_to: Mapped[str | None] = mapped_column(String(40))
    # Last, so that a look at the others does not read through them.
    small: Mapped[bytes | None] = mapped_column(LargeBinary)
    content: Mapped[bytes] = mapped_column(LargeBinary)
