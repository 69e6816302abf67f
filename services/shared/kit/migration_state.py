"""At which migration a database is, and whether this release can work with it.

Every service asks that when it starts. It is answered without alembic, which is for bringing a database further
(`kit/migrations.py`): a service that runs would hold 10 MB of libraries for nothing.
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Connection

from services.shared.kit.config import WrongSetting
from services.shared.kit.database import Database

SERVICES = Path(__file__).parents[2]
VERSION_TABLE = "alembic_version"


class NotMigrated(WrongSetting):
    """A database does not have the tables this release needs."""


def _known(service: str) -> list[str]:
    """The migrations of a service, oldest first: a file is named after its number, as 0001_first_tables.py."""
    return sorted(file.name[:4] for file in (SERVICES / service / "migrations" / "versions").glob("[0-9]*.py"))


def newest(service: str) -> str:
    """The last migration of a service."""
    return _known(service)[-1]


def is_newer(service: str, migration: str) -> bool:
    """Whether a migration is of a newer release than this one; they are numbered, as 0001."""
    known = _known(service)
    return migration not in known and migration > known[-1]


def current(database: Database) -> str | None:
    """The migration this database is at; None when it has none."""
    with database.reading() as session:
        return current_of(session.connection(), database.service)


def current_of(connection: Connection, service: str) -> str | None:
    """The migration of a service, through a connection that sees its schema; None when it has none."""
    if not sa.inspect(connection).has_table(VERSION_TABLE, schema=service):
        return None
    return connection.scalar(sa.select(sa.column("version_num")).select_from(sa.table(VERSION_TABLE, schema=service)))


def is_up_to_date(database: Database) -> bool:
    """Whether a database is at the last migration of this release."""
    return current(database) == newest(database.service)


def require(database: Database) -> None:
    """Raise NotMigrated when this database still needs a migration of this release.

    One that a newer release migrated is well: a migration leaves the release before it working, so that
    services may still be restarted while the newer ones take over.
    """
    at = current(database)
    if at and (at == newest(database.service) or is_newer(database.service, at)):
        return
    raise NotMigrated(
        f"The database of {database.service} is at migration {at or 'none'}, this release needs "
        f"{newest(database.service)}. Run `balie migrate` first."
    )
