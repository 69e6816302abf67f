"""Commands for events: how far everyone is, and mending what is parked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.table import Table
from sqlalchemy import MetaData, func, select
from sqlalchemy.orm import Session

from services.shared.errors import NotFound
from services.shared.kit import migrations
from services.shared.kit.clock import now
from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from services.shared.kit.journal import KitTables, last_position
from services.shared.kit.parking import Parking
from services.shared.kit.relay import CURSOR, cursor_position

JOURNALS = ("catalog", "intake", "routing")
FOLLOWERS = {"intake": ("catalog", "routing"), "routing": ("intake",), "reporting": ("intake",)}

console = Console(highlight=False)


@click.group()
def events() -> None:
    """See how far every follower is, and mend events whose handler failed."""


@events.command()
@click.pass_obj
def lag(config: Config) -> None:
    """Show how many events wait: to be published, to be handled, and parked."""
    table = Table("Who", "Waits for", "Position", "Of", "Behind", box=None, padding=(0, 2, 0, 0))
    last: dict[str, int] = {}
    for source in JOURNALS:
        with _tables(config, source) as (session, tables):
            last[source] = last_position(session, tables.journal)
            unnumbered = session.scalar(
                select(func.count()).select_from(tables.journal).where(tables.journal.c.position.is_(None))
            )
            published = cursor_position(session, tables, CURSOR)
            end = last[source] + (unnumbered or 0)
            table.add_row(source, "its relay", str(published), str(end), str(end - published))
    for service, sources in FOLLOWERS.items():
        with _tables(config, service) as (session, tables):
            for source in sources:
                at = cursor_position(session, tables, source)
                table.add_row(service, source, str(at), str(last[source]), str(last[source] - at))
            parked = session.scalar(select(func.count()).select_from(tables.parked)) or 0
            if parked:
                table.add_row(service, "parked events", "", "", str(parked))
    console.print(table)


@events.command()
@click.pass_obj
def parked(config: Config) -> None:
    """List the events that wait because a handler failed."""
    table = Table("Service", "Id", "Event", "Subject", "Attempts", "Next try", "Error", box=None, padding=(0, 2, 0, 0))
    for service in FOLLOWERS:
        with _tables(config, service) as (session, tables):
            for row in Parking(session, tables.parked).all():
                table.add_row(
                    service,
                    str(row["id"]),
                    f"{row['source']} {row['position']} {row['name']}",
                    row["subject"],
                    str(row["attempts"]),
                    f"{row['next_try_at']:%Y-%m-%d %H:%M:%S}",
                    row["error"],
                )
    if table.row_count:
        console.print(table)
    else:
        console.print("Nothing is parked.")


@events.command()
@click.argument("service", type=click.Choice(list(FOLLOWERS)))
@click.argument("id", type=int, required=False)
@click.pass_obj
def retry(config: Config, service: str, id: int | None) -> None:
    """Try parked events of SERVICE again at once: the one with this ID, or all."""
    with _tables(config, service, writing=True) as (session, tables):
        count = Parking(session, tables.parked).retry(now(), id)
    if id is not None and not count:
        raise NotFound(f"{service} has no parked event {id}.")
    console.print(f"{count} parked {'event is' if count == 1 else 'events are'} tried again within seconds.")


@events.command()
@click.argument("service", type=click.Choice(list(FOLLOWERS)))
@click.argument("id", type=int)
@click.option("--yes", is_flag=True, help="Do not ask first.")
@click.pass_obj
def drop(config: Config, service: str, id: int, yes: bool) -> None:
    """Give up on the parked event with this ID, for good; what waits behind it goes on."""
    if not yes:
        click.confirm(f"Drop parked event {id} of {service}? {service} will never handle it", abort=True)
    with _tables(config, service, writing=True) as (session, tables):
        dropped = Parking(session, tables.parked).drop(id)
    if not dropped:
        raise NotFound(f"{service} has no parked event {id}.")
    console.print(f"Parked event {id} of {service} is dropped.")


@contextmanager
def _tables(config: Config, service: str, *, writing: bool = False) -> Iterator[tuple[Session, KitTables]]:
    database = database_of(config, service)
    migrations.require(database)
    with database.transaction() if writing else database.reading() as session:
        yield session, KitTables.within(MetaData(schema=service))
