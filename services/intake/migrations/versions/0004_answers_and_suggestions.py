"""Which article an answer was made from, what was suggested for a notification, and where the desk is.

Articles that catalog told of before are heard again from the start of its journal; hearing the rest of it
twice changes nothing.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("timeline", sa.Column("about", sa.JSON()), schema="intake")
    op.add_column("notification", sa.Column("suggested", sa.JSON()), schema="intake")
    op.create_table(
        "article_copy",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_article_copy"),
        schema="intake",
    )
    op.create_table(
        "desk",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("place", sa.JSON()),
        sa.Column("phone", sa.String(length=40)),
        sa.Column("email", sa.String(length=254)),
        sa.Column("central", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_desk"),
        schema="intake",
    )
    op.execute("DELETE FROM intake.cursor WHERE name = 'catalog'")
