"""The copy of an item holds all that catalog tells of it, and calendars are copied, so that a promise can be made."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("item_copy", sa.Column("more", sa.JSON()), schema="intake")
    op.add_column("item_copy", sa.Column("retired", sa.Boolean()), schema="intake")
    op.create_table(
        "calendar_copy",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.Column("definition", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_calendar_copy"),
        schema="intake",
    )
