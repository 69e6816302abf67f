"""The copy of an item holds all that catalog tells of it, also that it cannot be asked for any more."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("item_copy", sa.Column("more", sa.JSON()), schema="intake")
    op.add_column("item_copy", sa.Column("retired", sa.Boolean()), schema="intake")
