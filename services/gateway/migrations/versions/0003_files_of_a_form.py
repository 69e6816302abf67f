"""With which form a file was sent, and since when a registration holds it."""

import sqlalchemy as sa
from alembic import op

from services.shared.kit.database import UtcDateTime

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("file", sa.Column("sent_with", sa.String(64)), schema="gateway")
    op.add_column("file", sa.Column("held_at", UtcDateTime()), schema="gateway")
