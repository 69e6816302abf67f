"""Files that somebody sent."""

import sqlalchemy as sa
from alembic import op

from services.shared.kit.database import UtcDateTime

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "file",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("content_type", sa.String(100), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("account", sa.String(60), nullable=False),
        sa.Column("purpose", sa.String(10), nullable=False),
        sa.Column("kept_at", UtcDateTime, nullable=False),
        sa.Column("held_for", sa.String(200)),
        sa.Column("belongs_to", sa.String(40)),
        sa.Column("small", sa.LargeBinary),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_file"),
        schema="gateway",
    )
    op.create_index("ix_file_account", "file", ["account"], schema="gateway")
