"""The first tables of intake."""

import sqlalchemy as sa
from alembic import op

from services.shared.kit.database import UtcDateTime
from services.shared.kit.journal import Serial
from services.shared.kit.migrations import create_kit_tables

revision = "0001"
down_revision = None


def upgrade() -> None:
    create_kit_tables("intake")
    if op.get_bind().dialect.name == "postgresql":
        op.execute(sa.schema.CreateSequence(sa.Sequence("notification_number", schema="intake")))
    op.create_table(
        "category_copy",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_category_copy"),
        schema="intake",
    )
    op.create_table(
        "item_copy",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("category", sa.String(length=40), nullable=False),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_item_copy"),
        schema="intake",
    )
    op.create_table(
        "location",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("within", sa.String(length=40)),
        sa.Column("path", sa.String(length=400), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["within"], ["intake.location.code"], name="fk_location_within"),
        sa.PrimaryKeyConstraint("code", name="pk_location"),
        schema="intake",
    )
    op.create_table(
        "organisation",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_organisation"),
        schema="intake",
    )
    op.create_table(
        "team_copy",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_team_copy"),
        schema="intake",
    )
    op.create_table(
        "customer",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("organisation", sa.String(length=40), nullable=False),
        sa.Column("email", sa.String(length=254)),
        sa.Column("phone", sa.String(length=40)),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["organisation"], ["intake.organisation.code"], name="fk_customer_organisation"),
        sa.PrimaryKeyConstraint("code", name="pk_customer"),
        schema="intake",
    )
    op.create_table(
        "notification",
        sa.Column("id", Serial, autoincrement=False, nullable=False),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("summary", sa.String(length=120), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("customer", sa.String(length=40), nullable=False),
        sa.Column("location", sa.String(length=40)),
        sa.Column("item", sa.JSON()),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("impact", sa.String(length=10)),
        sa.Column("urgency", sa.String(length=10)),
        sa.Column("contact_point", sa.String(length=120)),
        sa.Column("team", sa.String(length=40)),
        sa.Column("question", sa.Text()),
        sa.Column("first_line", sa.Boolean(), nullable=False),
        sa.Column("rounds", sa.Integer(), nullable=False),
        sa.Column("registered_at", UtcDateTime, nullable=False),
        sa.Column("changed_at", UtcDateTime, nullable=False),
        sa.Column("ready_at", UtcDateTime),
        sa.Column("closed_at", UtcDateTime),
        sa.Column("score", sa.Integer()),
        sa.Column("comment", sa.Text()),
        sa.Column("rated_at", UtcDateTime),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["customer"], ["intake.customer.code"], name="fk_notification_customer"),
        sa.ForeignKeyConstraint(["location"], ["intake.location.code"], name="fk_notification_location"),
        sa.PrimaryKeyConstraint("id", name="pk_notification"),
        sa.UniqueConstraint("number", name="uq_notification_number"),
        schema="intake",
    )
    op.create_index("ix_notification_customer_id", "notification", ["customer", "id"], schema="intake")
    op.create_index("ix_notification_location_id", "notification", ["location", "id"], schema="intake")
    op.create_index("ix_notification_status_id", "notification", ["status", "id"], schema="intake")
    op.create_index("ix_notification_team_id", "notification", ["team", "id"], schema="intake")
    op.create_table(
        "timeline",
        sa.Column("id", Serial, autoincrement=True, nullable=False),
        sa.Column("notification", sa.String(length=20), nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.Column("what", sa.String(length=30), nullable=False),
        sa.Column("by", sa.String(length=120)),
        sa.Column("text", sa.Text()),
        sa.Column("for_customer", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["notification"], ["intake.notification.number"], name="fk_timeline_notification"),
        sa.PrimaryKeyConstraint("id", name="pk_timeline"),
        schema="intake",
    )
    op.create_index("ix_timeline_notification", "timeline", ["notification"], schema="intake")
    op.create_table(
        "work_order_copy",
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("notification", sa.String(length=20), nullable=False),
        sa.Column("team", sa.String(length=40), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["notification"], ["intake.notification.number"], name="fk_work_order_copy_notification"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_work_order_copy"),
        schema="intake",
    )
    op.create_index("ix_work_order_copy_notification", "work_order_copy", ["notification"], schema="intake")
