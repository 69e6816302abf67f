"""Backups as a test makes, reads and spoils them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from services.shared.kit.config import Config
from tests.cli.command import run
from tests.databases import close_databases, fresh_postgres_database
from tests.desk import AGENT, CUSTOMER, Desk
from tests.servers import free_port

Lines = list[Any]


@contextmanager
def empty_config(request: pytest.FixtureRequest, dialect: str, folder: Path) -> Iterator[Config]:
    """Settings of a place where nothing is yet: no tables, no schemas, no files."""
    settings = Config(data=folder / "elsewhere", port=free_port(), follow_interval=1.0, retry_pause=0.2)
    if dialect == "sqlite":
        yield settings
        close_databases(settings)
        return
    with fresh_postgres_database(request.getfixturevalue("postgres").url) as url:
        settings = replace(settings, database_url=url)
        yield settings
        close_databases(settings)


def backed_up(config: Config, file: Path, *options: str) -> Path:
    """A backup of this desk."""
    told = run("backup", str(file), *options, config=config)
    assert (told.code, told.err) == (0, "")
    return file


def restored(config: Config, file: Path, *options: str) -> str:
    """What restoring a backup here said; nothing of this test uses the database meanwhile."""
    close_databases(config)
    told = run("restore", str(file), *options, config=config)
    assert (told.code, told.err) == (0, "")
    return told.out


def refused(config: Config, file: Path, *options: str) -> str:
    """The line with which a backup was refused."""
    close_databases(config)
    return run("restore", str(file), *options, config=config).refusal


def lines_of(file: Path) -> Lines:
    """Everything in a backup."""
    with gzip.open(file) as opened:
        return [json.loads(line) for line in opened]


def spoiled(file: Path, spoil: Callable[[Lines], object]) -> Path:
    """A copy of a backup in which something was changed."""
    lines = lines_of(file)
    spoil(lines)
    copy = file.with_name("spoiled.backup")
    with gzip.open(copy, "wb") as opened:
        opened.writelines(json.dumps(line).encode() + b"\n" for line in lines)
    return copy


def content(file: Path) -> Lines:
    """What a backup has of the desk: all but when and where it was made, and the series of PostgreSQL."""
    manifest, *rest = lines_of(file)
    tables = {service: (told["migration"], told["tables"]) for service, told in manifest["services"].items()}
    return [tables, *rest]


def table(file: Path, service: str, name: str) -> list[dict[str, Any]]:
    """The rows of one table in a backup."""
    found: list[dict[str, Any]] = []
    columns: list[str] | None = None
    for line in lines_of(file)[1:]:
        if isinstance(line, dict):
            here = (line.get("service"), line.get("table")) == (service, name)
            columns = [column for column, _ in line["columns"]] if here else None
        elif columns is not None:
            found.append(dict(zip(columns, line, strict=True)))
    return found


def forwarded(desk: Desk, summary: str = "Lamp uit") -> str:
    """The number of a notification that was registered and forwarded."""
    asked = {"kind": "malfunction", "channel": "phone", "summary": summary, "customer": CUSTOMER.customer}
    with desk.bus(AGENT) as bus:
        number = str(bus.intake.register_notification(asked)["number"])
        bus.intake.forward_notification(number, {"category": "ELEKTRA"})
    return number
