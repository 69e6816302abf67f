"""Per day also what was asked for, what was answered by an article, and what became of suggestions.

All of it is counted from the journals, so what was kept before is emptied and every journal is read again
from its start. An older reporting would change facts without counting these, so none may run meanwhile.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    # The cursor goes first: who is about to handle something waits for it, and then finds that it was moved.
    op.execute("DELETE FROM reporting.cursor WHERE name != 'relay'")
    op.execute("DELETE FROM reporting.parked")
    op.execute("DELETE FROM reporting.notification_fact")
    op.add_column("notification_fact", sa.Column("suggested_kind", sa.String(length=20)), schema="reporting")
    op.add_column("notification_fact", sa.Column("suggested_item", sa.String(length=40)), schema="reporting")
    # Made anew, as SQLite cannot widen a column: what is counted may be about an item, an article or a pair.
    op.drop_table("day_count", schema="reporting")
    op.create_table(
        "day_count",
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("code", sa.String(length=100), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("what", "day", "code", name="pk_day_count"),
        schema="reporting",
    )
    op.create_table(
        "article_heard",
        sa.Column("article", sa.String(length=40), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("article", name="pk_article_heard"),
        schema="reporting",
    )
