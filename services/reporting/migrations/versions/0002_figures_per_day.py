"""Figures are kept per day, so that a factsheet need not count all notifications.

What was kept before is emptied and every journal is read again from its start, which fills both
tables. An older reporting would change facts without counting them, so none may run meanwhile.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

FACTS = "notification_fact"
UNUSED = ("cancelled_at", "forwarded_at", "rated_at", "registered_at", "registered_on")
WHEN_READY = sa.text("ready_at IS NOT NULL")


def upgrade() -> None:
    # The cursor goes first: who is about to handle something waits for it, and then finds that it was moved.
    op.execute("DELETE FROM reporting.cursor WHERE name != 'relay'")
    op.execute("DELETE FROM reporting.parked")
    op.execute("DELETE FROM reporting.notification_fact")
    for column in (*UNUSED, "ready_at"):
        op.drop_index(f"ix_notification_fact_{column}", FACTS, schema="reporting")
    op.drop_column(FACTS, "registered_on", schema="reporting")
    for first, second in (("ready_at", "seconds_to_ready"), ("seconds_to_ready", "ready_at")):
        op.create_index(
            f"ix_notification_fact_{first}",
            FACTS,
            [first, second],
            schema="reporting",
            postgresql_where=WHEN_READY,
            sqlite_where=WHEN_READY,
        )
    op.create_table(
        "day_count",
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("what", "day", "code", name="pk_day_count"),
        schema="reporting",
    )
