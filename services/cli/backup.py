"""Commands for a backup of all services at once, and for restoring one."""

from __future__ import annotations

import os
import re
import secrets
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import IO

import click
import psycopg
from sqlalchemy.exc import DBAPIError

from services.cli.house import SERVICES
from services.cli.opening import opened, why, with_config
from services.gateway.secret import keep_secret, signing_secret
from services.shared.errors import Refused
from services.shared.kit import migration_state, telemetry
from services.shared.kit.archive import Archive, Manifest, write_archive
from services.shared.kit.clock import now
from services.shared.kit.config import Config, WrongSetting
from services.shared.kit.putting_back import put_back, what_is_there
from services.shared.kit.taking import manifest_of, rows_of
from services.shared.kit.whole import alone, snapshot

PIPE = "-"


@click.command(short_help="Write all data of Balie to one file.")
@click.argument("file", metavar="FILE")
@click.option("--with-secret", is_flag=True, help="Also keep the secret that signs forms.")
@with_config
def backup(config: Config, file: str, with_secret: bool) -> None:
    """Write the data of all services, as it is at one moment, to FILE; `-` is standard output.

    Balie may be running. The file holds everything Balie knows, the fingerprints of passwords too, so
    keep it as safe as the database. It can be restored into SQLite and into PostgreSQL.
    """
    telemetry.set_up(config)
    _require_databases(config)
    with _written(file) as archive, _told("read", "No backup was made."), snapshot(config, SERVICES) as connection:
        secret = signing_secret(config) if with_secret else None
        manifest = manifest_of(connection, SERVICES, _version(), now(), secret)
        write_archive(archive, manifest, rows_of(connection, manifest))
    click.echo(f"{_counted(manifest)} are in {'the backup' if file == PIPE else file}.", err=file == PIPE)


@click.command(short_help="Put the data of a backup back.")
@click.argument("file", metavar="FILE")
@click.option("--replace", is_flag=True, help="Throw away what the databases have now.")
@with_config
def restore(config: Config, file: str, replace: bool) -> None:
    """Put back what `balie backup` wrote to FILE; `-` is standard input.

    Balie must be stopped. All of the backup is restored, or nothing. An older release's backup is brought to
    this release.
    """
    telemetry.set_up(config)
    with _read(file) as opened_file:
        archive = Archive(opened_file, "What was given" if file == PIPE else file)
        _require_not_newer(archive)
        _require_reachable(config)
        with _told("changed", "It is as it was."), alone(config, SERVICES) as connection:
            lost = {} if replace else what_is_there(connection, SERVICES)
            if lost:
                rows = ", ".join(f"{service} {count}" for service, count in lost.items())
                raise Refused(
                    "there_is_data",
                    f"There is data already (rows: {rows}), which the backup would replace. Give --replace to throw "
                    "it away, or restore elsewhere.",
                )
            put_back(connection, archive)
    if archive.manifest.secret and not config.secret:
        keep_secret(config, archive.manifest.secret)
    moment = datetime.fromisoformat(archive.manifest.made_at)
    start = "`balie up`" if config.embedded else "its services"
    click.echo(f"{_counted(archive.manifest)} of {moment:%Y-%m-%d %H:%M:%S} UTC are back. Now start {start}.")


def _counted(manifest: Manifest) -> str:
    return f"{manifest.rows} rows of {len(manifest.services)} services"


def _version() -> str:
    try:
        return version("balie")
    except PackageNotFoundError:
        return ""


def _require_databases(config: Config) -> None:
    if config.database_url == "sqlite":
        missing = [service for service in SERVICES if not (config.data / f"{service}.sqlite").exists()]
        if missing:
            raise WrongSetting(
                f"There is no data of Balie in the folder {config.data.absolute()}. Give its folder with BALIE_DATA."
            )
    _require_reachable(config)


def _require_reachable(config: Config) -> None:
    if config.database_url != "sqlite":
        opened(config, "gateway").close()
    else:
        try:
            config.data.mkdir(parents=True, exist_ok=True)
        except OSError as wrong:
            raise WrongSetting(
                f"BALIE_DATA: the folder {config.data} cannot be made ({wrong.strerror}). Give a folder that this user "
                "may write to."
            ) from None


def _require_not_newer(archive: Archive) -> None:
    told = archive.manifest
    unknown = [
        f"{name} {service.migration}"
        for name, service in told.services.items()
        if name not in SERVICES or migration_state.is_newer(name, service.migration)
    ]
    ours = _version()
    if unknown or (told.version and ours and _numbers(told.version) > _numbers(ours)):
        which = f" with migration {', '.join(unknown)}" if unknown else ""
        raise Refused(
            "backup_of_a_newer_release",
            f"{archive.name} was made by a newer release of Balie ({told.version or 'unknown'}{which}); this one is "
            f"{ours or 'unknown'}. Restore it with that one.",
        )


def _numbers(of: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", of)[:3])


@contextmanager
def _told(what: str, outcome: str) -> Iterator[None]:
    """Say in one line what the database refused."""
    try:
        yield
    except (DBAPIError, psycopg.Error) as wrong:
        narrow = isinstance(getattr(wrong, "orig", wrong), psycopg.errors.InsufficientPrivilege)
        advice = "Give a user who may use the tables of all services, with BALIE_DATABASE_URL." if narrow else outcome
        raise WrongSetting(f"The database could not be {what} ({why(wrong)}). {advice}") from None


@contextmanager
def _written(file: str) -> Iterator[IO[bytes]]:
    """A file that is there when all of it was written; only this user can read it."""
    if file == PIPE:
        if sys.stdout.isatty():
            raise Refused("not_to_a_screen", "A backup is no text for a screen. Give a file, or `- > FILE`.")
        yield sys.stdout.buffer
        return
    place = Path(file)
    if place.exists():
        raise Refused("file_exists", f"{place} exists already. Give another name.")
    draft = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as wrong:
        raise Refused("cannot_be_written", f"{place} cannot be written ({wrong.strerror}).") from None
    try:
        with os.fdopen(descriptor, "wb") as opened_file:
            yield opened_file
            opened_file.flush()
            os.fsync(descriptor)
        draft.rename(place)
    except OSError as wrong:
        raise Refused("cannot_be_written", f"{place} cannot be written ({wrong.strerror}).") from None
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def _read(file: str) -> Iterator[IO[bytes]]:
    if file == PIPE:
        yield sys.stdin.buffer
        return
    with ExitStack() as stack:
        try:
            opened_file = stack.enter_context(Path(file).open("rb"))
        except OSError as wrong:
            raise Refused("cannot_be_read", f"{file} cannot be read ({wrong.strerror}).") from None
        yield opened_file
