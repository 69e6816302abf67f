"""The first tables of reporting."""

import sqlalchemy as sa
from alembic import op

from services.shared.kit.database import UtcDateTime
from services.shared.kit.migrations import create_kit_tables

revision = "0001"
down_revision = None


def upgrade() -> None:
    create_kit_tables("reporting")
    op.create_table(
        "notification_fact",
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("level", sa.String(length=10), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("organisation", sa.String(length=40), nullable=False),
        sa.Column("location", sa.String(length=40)),
        sa.Column("catalogue_item", sa.String(length=40)),
        sa.Column("registered_at", UtcDateTime, nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("forwarded_at", UtcDateTime),
        sa.Column("ready_at", UtcDateTime),
        sa.Column("seconds_to_ready", sa.Integer()),
        sa.Column("first_line", sa.Boolean(), nullable=False),
        sa.Column("cancelled_at", UtcDateTime),
        sa.Column("closed_at", UtcDateTime),
        sa.Column("score", sa.Integer()),
        sa.Column("rated_at", UtcDateTime),
        sa.PrimaryKeyConstraint("number", name="pk_notification_fact"),
        schema="reporting",
    )
    op.create_index("ix_notification_fact_cancelled_at", "notification_fact", ["cancelled_at"], schema="reporting")
    op.create_index("ix_notification_fact_forwarded_at", "notification_fact", ["forwarded_at"], schema="reporting")
    op.create_index("ix_notification_fact_rated_at", "notification_fact", ["rated_at"], schema="reporting")
    op.create_index(
        "ix_notification_fact_ready_at", "notification_fact", ["ready_at", "seconds_to_ready"], schema="reporting"
    )
    op.create_index("ix_notification_fact_registered_at", "notification_fact", ["registered_at"], schema="reporting")
    op.create_index(
        "ix_notification_fact_registered_on", "notification_fact", ["registered_on", "level"], schema="reporting"
    )
