"""Accounts, sessions, tokens, failed log-ins and half-made notifications."""

import sqlalchemy as sa
from alembic import op

from services.shared.kit.database import UtcDateTime
from services.shared.kit.journal import Serial

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("full_name", sa.String(120), nullable=False),
        sa.Column("password_hash", sa.String(200), nullable=False),
        sa.Column("roles", sa.JSON, nullable=False),
        sa.Column("customer", sa.String(40)),
        sa.Column("teams", sa.JSON, nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_account"),
        schema="gateway",
    )
    op.create_table(
        "session",
        sa.Column("fingerprint", sa.String(64), nullable=False),
        _account("session"),
        sa.Column("started_at", UtcDateTime, nullable=False),
        sa.Column("seen_at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name="pk_session"),
        schema="gateway",
    )
    op.create_table(
        "token",
        _account("token"),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.Column("used_at", UtcDateTime),
        sa.Column("expires_at", UtcDateTime),
        sa.PrimaryKeyConstraint("account", "name", name="pk_token"),
        sa.UniqueConstraint("fingerprint", name="uq_token_fingerprint"),
        schema="gateway",
    )
    op.create_table(
        "login_attempt",
        sa.Column("id", Serial, autoincrement=True, nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("address", sa.String(45), nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_login_attempt"),
        schema="gateway",
    )
    op.create_table(
        "draft",
        sa.Column("id", sa.String(36), nullable=False),
        _account("draft"),
        sa.Column("data", sa.JSON, nullable=False),
        sa.Column("kept_at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_draft"),
        schema="gateway",
    )
    for table, column in (
        ("session", "account"),
        ("session", "started_at"),
        ("login_attempt", "name"),
        ("login_attempt", "address"),
        ("login_attempt", "at"),
        ("draft", "account"),
        ("draft", "kept_at"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column], schema="gateway")


def _account(table: str) -> sa.Column[str]:
    return sa.Column(
        "account",
        sa.String(60),
        sa.ForeignKey("gateway.account.name", name=f"fk_{table}_account"),
        nullable=False,
    )
