"""Commands for the databases: migrating, rebuilding what is derived, demo data."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import click
import nameko
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from sqlalchemy import delete

from services.cli.house import SERVICES, followers
from services.cli.opening import migrated, opened, with_config
from services.cli.screen import console
from services.demo import accounts as demo_accounts
from services.demo import teller
from services.demo.content.rhythm import NOTIFICATIONS
from services.reporting.service import ReportingService
from services.reporting.storage.work import ReportingWork
from services.shared.contracts.event import Event
from services.shared.errors import Refused
from services.shared.kit import migrations, telemetry
from services.shared.kit.config import Config
from services.shared.kit.follower import handlers_of
from services.shared.kit.following import Fetch, Following
from services.shared.kit.journal_reader import journal_reader
from services.shared.kit.relay import forget_cursor
from services.shared.kit.run import nameko_config


@click.command(short_help="Bring the databases to this release.")
@click.argument("services", nargs=-1, metavar="[SERVICE]...", type=click.Choice(SERVICES))
@with_config
def migrate(config: Config, services: tuple[str, ...]) -> None:
    """Bring the database of each SERVICE (of all, when none is named) to this release.

    A SERVICE is one of catalog, intake, routing, reporting and gateway. Doing it again changes nothing.
    """
    for service in services or SERVICES:
        done = migrations.migrate(opened(config, service))
        console.print(f"{service}: {'ran ' + ', '.join(done) if done else 'is up to date'}")


@click.command(short_help="Derive a service's data from the journals again.")
@click.argument("service", metavar="SERVICE", type=click.Choice(["reporting"]))
@with_config
def rebuild(config: Config, service: str) -> None:
    """Empty what SERVICE derived from events, and derive it again from the journals.

    Only reporting can be rebuilt: it owns nothing else. With a broker, the services it follows must be
    running; without one, this works whether or not Balie is running.
    """
    telemetry.set_up(config)
    database = migrated(config, service)
    with nameko.config.patch(nameko_config(config)), _progress() as progress:
        sources = followers()[service]
        with ReportingWork.begin(database) as work:
            work.facts.forget_all()
            # What waited there comes by again, and may well be handled this time.
            work.session.execute(delete(work.tables.parked))
            for source in sources:
                forget_cursor(work.session, work.tables, source)
        for source in sources:
            with journal_reader(config, source) as journal:
                task = progress.add_task(f"{service} reads {source}", total=journal.last_position())
                following = Following(
                    source,
                    database,
                    ReportingWork,
                    handlers_of(ReportingService, source),
                    _counting(journal.fetch, partial(_show, progress, task)),
                )
                handled = following.catch_up()
                progress.update(task, completed=handled, total=handled)
    console.print(f"{service} is rebuilt.")


@click.command(short_help="Fill an empty desk with demo data.")
@click.option("--if-empty", is_flag=True, help="Leave a desk that has data as it is, instead of refusing.")
@with_config
def demo(config: Config, if_empty: bool) -> None:
    """Fill an empty desk with a believable organisation, 300 notifications, and an account per role."""
    telemetry.set_up(config)
    for service in SERVICES:
        migrated(config, service)
    if not teller.is_empty(config):
        if if_empty:
            console.print("This desk has data already; it is left as it is.")
            return
        raise Refused("the_desk_has_data", "This desk has data already; demo data is for an empty one.")
    teller.lay_the_ground(config)
    demo_accounts.make(config)
    with _progress() as progress:
        task = progress.add_task("notifications", total=NOTIFICATIONS)
        told = teller.tell_stories(config, on_each=lambda: progress.advance(task))
    console.print(f"{told} notifications are in. The password of each demo account is {demo_accounts.PASSWORD}.")


def _show(progress: Progress, task: TaskID, position: int) -> None:
    progress.update(task, completed=position)


def _counting(fetch: Fetch, show: Callable[[int], None]) -> Fetch:
    """The same way to a journal, which shows from where each batch is fetched."""

    def counted(position: int, limit: int) -> list[Event]:
        show(position)
        return fetch(position, limit)

    return counted


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=console
    )
