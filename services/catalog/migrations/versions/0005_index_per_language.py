"""An index of words per language: who looks for something reads one language, and each has half of all entries."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    for column in ("named", "found"):
        op.execute(f"DROP INDEX catalog.ix_entry_{column}")
        for language in ("nl", "en"):
            index = f"CREATE INDEX ix_entry_{column}_{language} ON catalog.entry"
            op.execute(f"{index} USING gin ({column}) WHERE language = '{language}'")
