"""Migrations: one alembic chain per service, in `services/<service>/migrations`.

A migration must work with the release before it, waits only briefly for a lock, and runs once even
when several instances start together.
"""

from __future__ import annotations

from functools import cache

import sqlalchemy as sa
from alembic import op
from alembic.config import Config as AlembicConfig
from alembic.migration import MigrationContext
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from services.shared.kit import migration_state
from services.shared.kit.database import Database, UtcDateTime
from services.shared.kit.journal import Serial
from services.shared.kit.migration_state import NotMigrated, current_of, is_newer, newest

LOCK_TIMEOUT = "5s"


@cache
def _scripts(service: str) -> ScriptDirectory:
    return ScriptDirectory(str(migration_state.SERVICES / service / "migrations"))


def migrate(database: Database) -> list[str]:
    """Bring one service's database to the newest migration; answers the names of those that were run."""
    with database.transaction() as session:
        connection = session.connection()
        if not database.sqlite:
            # Who comes second waits here until the first is done, however long that takes; then nothing is left to do.
            connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(:name))"), {"name": database.service})
            connection.execute(text(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'"))
            connection.execute(text(f'CREATE SCHEMA IF NOT EXISTS "{database.service}"'))
        return upgrade(connection, database.service)


def upgrade(connection: Connection, service: str, to: str = "head") -> list[str]:
    """Run the migrations of one service up to this one, in the transaction of `connection`; answers their names."""
    scripts = _scripts(service)
    at = current_of(connection, service)
    if at and is_newer(service, at):
        raise NotMigrated(
            f"The database of {service} is at migration {at}, of a newer release; this one has {newest(service)}. Use "
            "the newer release, or restore a backup that this one made into an empty database."
        )
    done: list[str] = []

    def steps(revision: object, context: MigrationContext) -> list[object]:
        found = scripts._upgrade_revs(to, revision)  # type: ignore[arg-type]  # alembic's own way in
        done.extend(step.revision.revision for step in found if step.revision)
        return list(found)

    with EnvironmentContext(AlembicConfig(), scripts, fn=steps) as environment:
        environment.configure(connection=connection, version_table_schema=service, transactional_ddl=True)
        environment.run_migrations()
    return done


def create_kit_tables(schema: str) -> None:
    """The tables every service has beside its own, for its first migration.

    Frozen: a later change to them is another function, called by another migration.
    """
    op.create_table(
        "journal",
        sa.Column("id", Serial, autoincrement=True),
        sa.Column("event_id", sa.String(36), nullable=False),
        sa.Column("position", sa.BigInteger),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("subject", sa.String(60), nullable=False),
        sa.Column("occurred_at", UtcDateTime, nullable=False),
        sa.Column("data", sa.JSON, nullable=False),
        sa.Column("cause", sa.JSON, nullable=False),
        sa.UniqueConstraint("event_id", name="uq_journal_event_id"),
        sa.UniqueConstraint("position", name="uq_journal_position"),
        sa.PrimaryKeyConstraint("id", name="pk_journal"),
        schema=schema,
    )
    op.create_index(
        "ix_journal_unnumbered",
        "journal",
        ["id"],
        schema=schema,
        postgresql_where=sa.text("position IS NULL"),
        sqlite_where=sa.text("position IS NULL"),
    )
    op.create_table(
        "cursor",
        sa.Column("name", sa.String(60)),
        sa.Column("position", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_cursor"),
        schema=schema,
    )
    op.create_table(
        "parked",
        sa.Column("id", Serial, autoincrement=True),
        sa.Column("source", sa.String(30), nullable=False),
        sa.Column("position", sa.BigInteger, nullable=False),
        sa.Column("subject", sa.String(60), nullable=False),
        sa.Column("envelope", sa.JSON, nullable=False),
        sa.Column("error", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("parked_at", UtcDateTime, nullable=False),
        sa.Column("next_try_at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_parked"),
        schema=schema,
    )
    op.create_index("ix_parked_source_position", "parked", ["source", "position"], unique=True, schema=schema)
    op.create_table(
        "answered",
        sa.Column("account", sa.String(60)),
        sa.Column("key", sa.String(200)),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("answer", sa.JSON),
        sa.Column("answered_at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("account", "key", name="pk_answered"),
        schema=schema,
    )
    op.create_index("ix_answered_answered_at", "answered", ["answered_at"], schema=schema)
