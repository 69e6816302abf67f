"""Notifications are found by a piece of a word without reading them all, on PostgreSQL.

pg_trgm is an extension that comes with PostgreSQL and that the owner of a database may add. It goes
into `public`, because other services will search with it too. SQLite reads all words, which is well
for the one desk on one machine that it is for.

What is written waits in a list beside the index until that is so many kB long, and every search reads
that list from one end to the other. The 4 MB that PostgreSQL would let it grow to take a search a
millisecond or two; keeping it at 1 MB costs whoever registers a tenth of one.
"""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public")
        op.create_index(
            "ix_notification_words",
            "notification",
            ["words"],
            schema="intake",
            postgresql_using="gin",
            postgresql_ops={"words": "public.gin_trgm_ops"},
            postgresql_with={"gin_pending_list_limit": 1024},
        )
