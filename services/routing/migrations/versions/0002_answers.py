"""What the customer answered to the questions of the catalogue item, kept with the work order."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("work_order", sa.Column("answers", sa.JSON()), schema="routing")
