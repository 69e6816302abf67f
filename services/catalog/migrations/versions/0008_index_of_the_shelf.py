"""An index of what stands on the page of the whole catalogue: the items in one language, by category."""

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_index("ix_entry_shelf", "entry", ["language", "kind", "category"], schema="catalog")
