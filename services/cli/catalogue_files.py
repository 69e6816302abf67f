"""Commands that take the catalogue out to a file, and bring one in."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from services.catalog.domain.lines import Problem
from services.catalog.storage.work import CatalogWork
from services.catalog.use_cases.applying import apply_import
from services.catalog.use_cases.exporting import Definitions, export_catalogue, file_of, sheets_of
from services.catalog.use_cases.importing import Plan, plan_import
from services.catalog.use_cases.reading import WRITTEN, Offer, form_of, offer_of_file, offer_of_tables, size_of
from services.cli.opening import migrated, with_config
from services.cli.screen import console, table
from services.shared.actor import Actor
from services.shared.errors import Refused
from services.shared.kit import clock
from services.shared.kit.config import Config
from services.shared.kit.tables import contents, csv_of, read_folder

KEEPER = Actor("command", "balie catalogue import", ("manager",))
CHANGES = {"new": "new", "back": "back from retirement", "changed": "changed", "gone": "gone"}
FORMATS = ("xlsx", "csv", "json")
ZIP = ".zip"


@click.command("export", short_help="Write the catalogue to a file.")
@click.argument("file", metavar="FILE")
@click.option("--format", "form", type=click.Choice(FORMATS), help="By the end of FILE's name when left out.")
@with_config
def export_file(config: Config, file: str, form: str | None) -> None:
    """Write all categories, and all published items and articles, to FILE.

    FILE ends in .xlsx for a workbook of Excel with a sheet of each, in .json for one document, or in
    .zip for a CSV file of each. With --format csv any other name is a folder with those CSV files.
    Importing what was exported changes nothing.

    In a list, items are divided by `;`, and a `;` within one is written `\\;`. In CSV an apostrophe
    stands before text that a spreadsheet would take for a formula; importing takes it away again.
    """
    path = Path(file)
    form = form or form_of(str(path), WRITTEN)
    with CatalogWork.look(migrated(config, "catalog"), KEEPER) as work:
        definitions = export_catalogue(work)
    written = _written(path, form, definitions)
    for place in written:
        if place.exists():
            raise Refused("file_exists", f"{place} exists already. Give another name.")
    for place, data in written.items():
        _write(place, data)
    told = ", ".join(f"{len(list(some))} {name}" for name, some in definitions.items())
    click.echo(f"{told} are in {path}.")


@click.command("import", short_help="Bring the catalogue in from a file.")
@click.argument("file", metavar="FILE")
@click.option("--yes", is_flag=True, help="Do it, instead of only saying what would change.")
@with_config
def import_file(config: Config, file: str, yes: bool) -> None:
    """Say what FILE would change in the catalogue, and every row that is wrong; with --yes, do it.

    FILE is as `balie catalogue export` writes it, or has some of its sheets and columns: what is not
    in it stays as it is. All of it is imported, or nothing. The sheets questions, choices and steps
    have all that the items on the sheet items have: what is no longer there is taken from the item.
    Without that sheet they have all that the items they name have. The sheet choices comes with the
    sheet questions. A file that ends in .csv is one other sheet, which its name tells, or else its columns.

    Without the column picture an item keeps the picture that it has. A picture is named by its id, as
    it was exported, and is one that an item here has or had; keepers send other ones in the portal.
    """
    database = migrated(config, "catalog")
    with _progress(passing=True) as progress:
        task = progress.add_task("reading", total=None)
        offer = _offer(Path(file))
        progress.update(task, description="checking", total=size_of(offer))
        with CatalogWork.look(database, KEEPER) as work:
            plan = plan_import(work, offer, lambda done: progress.advance(task, done))
    if plan.problems:
        for problem in plan.problems:
            click.echo(_line(problem))
        count = len(plan.problems)
        raise Refused("rows_are_wrong", f"{_counted(count, 'thing is', 'things are')} wrong, so nothing is imported.")
    console.print(_overview(plan))
    for told in _named(plan, config.language):
        click.echo(told)
    if not plan.size:
        click.echo("This changes nothing.")
    elif not yes:
        click.echo("Nothing is changed yet. Give --yes to import it.")
    else:
        with _progress() as progress, CatalogWork.begin(database, KEEPER, {"account": KEEPER.account}) as work:
            task = progress.add_task("importing", total=plan.size)
            apply_import(work, plan, clock.now(), lambda done: progress.advance(task, done))
        click.echo(f"{_counted(plan.size, 'category, item or article is', 'categories, items and articles are')} in.")


def _written(path: Path, form: str, definitions: Definitions) -> dict[Path, bytes]:
    """What is written, by file."""
    if form == "csv" and path.suffix.lower() != ZIP:
        return {path / f"{one.name}.csv": csv_of(one) for one in sheets_of(definitions)}
    return {path: file_of(definitions, form)}


def _offer(path: Path) -> Offer:
    if path.is_dir():
        return offer_of_tables(read_folder(path))
    form_of(str(path))
    return offer_of_file(path.name, contents(path), str(path))


def _write(place: Path, data: bytes) -> None:
    """Make a file that is there when all of it was written."""
    draft = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(data)
        draft.rename(place)
    except OSError as wrong:
        raise Refused("cannot_be_written", f"{place} cannot be written ({wrong.strerror}).") from None
    finally:
        with suppress(OSError):
            draft.unlink()


def _line(problem: Problem) -> str:
    """A problem in one line, that begins with where it is."""
    row = f" row {problem.row}" if problem.row else ""
    column = f", {problem.column}" if problem.column else ""
    return f"{problem.sheet}{row}{column}: {' '.join(problem.reason.split())}"


def _overview(plan: Plan) -> object:
    rows = table("Sheet", "New", "Back", "Changed", "Unchanged", "Gone")
    for name, count in plan.tally.counts.items():
        rows.add_row(name, *map(str, vars(count).values()))
    return rows


def _named(plan: Plan, language: str) -> Iterator[str]:
    """The first of what would change, by sheet and sort of change, each with its code and its name."""
    for name, rows in plan.tally.named.items():
        for change, meant in CHANGES.items():
            found = [one for one in rows if one.change == change]
            if found:
                yield f"{name}, {meant}:"
                yield from (f"  {' › '.join(one.codes)}  {' '.join(getattr(one, language).split())}" for one in found)
                if more := getattr(plan.tally.counts[name], change) - len(found):
                    yield f"  and {more:,} more"


def _counted(count: int, singular: str, plural: str) -> str:
    return f"{count} {singular if count == 1 else plural}"


def _progress(*, passing: bool = False) -> Progress:
    """A bar; one that is `passing` is gone afterwards, and is not there at all where nobody watches."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console, transient=passing, disable=passing and not console.is_terminal)
