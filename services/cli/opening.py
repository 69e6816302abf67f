"""How a command gets at its settings and its databases; whatever is missing there is one clear line."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from importlib import import_module
from typing import Any

from sqlalchemy.exc import DBAPIError

from services.shared.errors import Unavailable
from services.shared.kit import migration_state
from services.shared.kit.config import Config, WrongSetting, hide_password
from services.shared.kit.database import Database, database_of


def with_config(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the settings; read when it runs, so that `--help` helps with a wrong one too."""

    @wraps(command)
    def told(*arguments: Any, **options: Any) -> Any:
        return command(Config.from_environment(), *arguments, **options)

    return told


def opened(config: Config, service: str) -> Database:
    """The database of a service, which answers; raises WrongSetting when it does not."""
    database = database_of(config, service)
    try:
        database.check()
    except (Unavailable, DBAPIError) as away:
        reason = why(away)
        if database.sqlite:
            raise WrongSetting(
                f"The database file {database.file} cannot be used ({reason}). Give a folder that this user may write "
                "to, with BALIE_DATA."
            ) from None
        raise WrongSetting(
            f"The database at {hide_password(config.database_url)} cannot be used ({reason}). Start it, or give "
            "another BALIE_DATABASE_URL."
        ) from None
    return database


def migrated(config: Config, service: str) -> Database:
    """The database of a service, at the migration this release needs; raises WrongSetting when it is not."""
    if config.database_url == "sqlite" and not any(config.data.glob("*.sqlite")):
        raise WrongSetting(
            f"There is no data of Balie in the folder {config.data.absolute()}. Give its folder with BALIE_DATA, or "
            "run `balie migrate` to begin there."
        )
    database = opened(config, service)
    try:
        migration_state.require(database)
    except DBAPIError as refused:
        raise WrongSetting(
            f"The user of {hide_password(config.database_url)} may not read the tables of {service} ({why(refused)}). "
            "Give a user that may, with BALIE_DATABASE_URL."
        ) from None
    return database


def brought_up_to_date(config: Config, service: str) -> Database:
    """The database of a service, migrated to this release if it was not yet."""
    database = opened(config, service)
    if not migration_state.is_up_to_date(database):
        # Imported only when there is something to migrate, because alembic takes as long as a start otherwise does.
        import_module("services.shared.kit.migrations").migrate(database)
    return database


def why(away: Exception) -> str:
    """What the driver says, without its introduction and its advice."""
    cause = away if isinstance(away, DBAPIError) else away.__cause__
    lines = str(getattr(cause, "orig", None) or cause or away).splitlines()
    # A name with several addresses is tried at each, and the reasons come below a heading.
    said = lines[1] if lines[0].endswith(":") and len(lines) > 1 else lines[0]
    return " ".join(said.rpartition("failed: ")[2].removeprefix("FATAL:").split())
