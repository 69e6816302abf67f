"""Commands for events: how far everyone is, and mending what is parked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click
from rich.text import Text
from sqlalchemy import MetaData, func, select
from sqlalchemy.orm import Session

from services.cli.house import SERVICES, followers, tellers
from services.cli.opening import migrated, with_config
from services.cli.screen import console, table
from services.shared.errors import NotFound
from services.shared.kit.clock import now
from services.shared.kit.config import Config
from services.shared.kit.following import AHEAD
from services.shared.kit.journal import KitTables, last_position
from services.shared.kit.parking import Parking
from services.shared.kit.relay import CURSOR, cursor_position


@click.group(short_help="See and mend how events get on.")
def events() -> None:
    """See how far every follower is, and mend events whose handler failed."""


@events.command(short_help="Show how far every relay and follower is.")
@with_config
def lag(config: Config) -> None:
    """Show how many events wait: to be published, to be handled, and parked."""
    rows = table("Who", "Waits for", "Position", "Of", "Behind")
    # The followers first: in the meantime a journal only grows, so nobody seems ahead who is not.
    heard = {service: _heard(config, service, sources) for service, sources in followers().items()}
    last: dict[str, int] = {}
    for source in tellers():
        with _tables(config, source) as (session, tables):
            last[source] = last_position(session, tables.journal)
            unnumbered = session.scalar(
                select(func.count()).select_from(tables.journal).where(tables.journal.c.position.is_(None))
            )
            published = cursor_position(session, tables, CURSOR)
            end = last[source] + (unnumbered or 0)
            rows.add_row(source, "its relay", str(published), str(end), str(end - published))
    ahead = []
    for service, (positions, parked) in heard.items():
        for source, at in positions.items():
            behind = last[source] - at
            rows.add_row(
                service, source, str(at), str(last[source]), str(behind) if behind >= 0 else f"{-behind} ahead"
            )
            if behind < 0:
                ahead.append(f"{service} has handled event {at} of {source}, which ends at {last[source]}. {AHEAD}")
        if parked:
            rows.add_row(service, "parked events", "", "", str(parked))
    console.print(rows)
    for told in ahead:
        click.echo(f"Wrong: {told}", err=True)


def _heard(config: Config, service: str, sources: tuple[str, ...]) -> tuple[dict[str, int], int]:
    """How far a service is in each source, and how many events it parked."""
    with _tables(config, service) as (session, tables):
        positions = {source: cursor_position(session, tables, source) for source in sources}
        return positions, session.scalar(select(func.count()).select_from(tables.parked)) or 0


@events.command()
@with_config
def parked(config: Config) -> None:
    """List the events that wait because a handler failed."""
    rows = table("Service", "Id", "Event", "Subject", "Attempts", "Next try (UTC)", "Error")
    for service in followers():
        with _tables(config, service) as (session, tables):
            for row in Parking(session, tables.parked).all():
                rows.add_row(
                    service,
                    str(row["id"]),
                    f"{row['source']} {row['position']} {row['name']}",
                    row["subject"],
                    str(row["attempts"]),
                    f"{row['next_try_at']:%Y-%m-%d %H:%M:%S}",
                    # Whatever the error says is plain text, not a style for the screen, and stays on its row.
                    Text(" ".join(row["error"].split())),
                )
    if rows.row_count:
        console.print(rows)
    else:
        console.print("Nothing is parked.")


@events.command(short_help="Try parked events again at once.")
@click.argument("service", metavar="SERVICE", type=click.Choice(SERVICES))
@click.argument("id", type=int, required=False)
@with_config
def retry(config: Config, service: str, id: int | None) -> None:
    """Try parked events of SERVICE again at once: the one with this ID, or all."""
    with _tables(config, service, writing=True) as (session, tables):
        count = Parking(session, tables.parked).retry(now(), id)
    if id is not None and not count:
        raise NotFound(f"{service} has no parked event {id}.")
    console.print(f"{count} parked {'event is' if count == 1 else 'events are'} tried again within seconds.")


@events.command(short_help="Give up on a parked event, for good.")
@click.argument("service", metavar="SERVICE", type=click.Choice(SERVICES))
@click.argument("id", type=int)
@click.option("--yes", is_flag=True, help="Do not ask first.")
@with_config
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
    database = migrated(config, service)
    with database.transaction() if writing else database.reading() as session:
        yield session, KitTables.within(MetaData(schema=service))
