"""The first tables of routing."""

import sqlalchemy as sa
from alembic import op

from services.shared.kit.database import UtcDateTime
from services.shared.kit.journal import Serial
from services.shared.kit.migrations import create_kit_tables

revision = "0001"
down_revision = None


def upgrade() -> None:
    create_kit_tables("routing")
    if op.get_bind().dialect.name == "postgresql":
        op.execute(sa.schema.CreateSequence(sa.Sequence("work_order_number", schema="routing")))
    op.create_table(
        "team",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("categories", sa.JSON(), nullable=False),
        sa.Column("fallback", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_team"),
        schema="routing",
    )
    op.create_table(
        "work_order",
        sa.Column("id", Serial, autoincrement=False, nullable=False),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("notification", sa.String(length=20), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("team", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("summary", sa.String(length=120), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("location", sa.String(length=400)),
        sa.Column("urgency", sa.String(length=10)),
        sa.Column("remark", sa.Text()),
        sa.Column("contact_point", sa.String(length=120)),
        sa.Column("specialist", sa.String(length=120)),
        sa.Column("solution", sa.Text()),
        sa.Column("made_at", UtcDateTime, nullable=False),
        sa.Column("accepted_at", UtcDateTime),
        sa.Column("started_at", UtcDateTime),
        sa.Column("completed_at", UtcDateTime),
        sa.Column("cancelled_at", UtcDateTime),
        sa.ForeignKeyConstraint(["team"], ["routing.team.code"], name="fk_work_order_team"),
        sa.PrimaryKeyConstraint("id", name="pk_work_order"),
        sa.UniqueConstraint("notification", "round", "team", name="uq_work_order_notification_round_team"),
        sa.UniqueConstraint("number", name="uq_work_order_number"),
        schema="routing",
    )
    op.create_index("ix_work_order_status_id", "work_order", ["status", "id"], schema="routing")
    op.create_index("ix_work_order_team_id", "work_order", ["team", "id"], schema="routing")
