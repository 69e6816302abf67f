"""Commands for the catalogue: how well it is found."""

from __future__ import annotations

import click
from rich.table import Table

from services.catalog.storage.candidates import Reader
from services.catalog.storage.work import CatalogWork
from services.catalog.use_cases.finding import suggestion
from services.catalog.use_cases.keeping import index_everything
from services.cli.catalogue_files import export_file, import_file
from services.cli.opening import migrated, with_config
from services.cli.screen import console
from services.demo.content.asked import ASKED
from services.demo.content.said import SAID
from services.shared.actor import Actor
from services.shared.kit import clock
from services.shared.kit.config import Config

CUSTOMER = Actor("score", "Somebody", ("customer",))
SHOWN = 3


@click.group(short_help="Look after the catalogue.")
def catalogue() -> None:
    """Look after the products and services catalogue."""


catalogue.add_command(export_file)
catalogue.add_command(import_file)


@catalogue.command(short_help="Make anew what a search looks in.")
@with_config
def index(config: Config) -> None:
    """Make anew what a search looks in, from everything that is published; Balie may run meanwhile."""
    with CatalogWork.begin(migrated(config, "catalog")) as work:
        count = index_everything(work)
    console.print(f"{count} items and articles can be found.")


@catalogue.command(short_help="Show how often a search has the right one first.")
@with_config
def score(config: Config) -> None:
    """Ask what people really ask of the demo's catalogue, and show how often the right one comes first.

    And say what people really say, and show how often the right kind is suggested for it.
    """
    today = clock.now().astimezone(config.tz).date()
    missed = Table("asked", "should come first", "came first", box=None)
    wrong = Table("said", "is a", "was thought to be a", box=None)
    right = 0
    with CatalogWork.look(migrated(config, "catalog"), CUSTOMER) as work:
        for language, words, code in ASKED:
            found = [row.code for row in work.search.find(words, Reader(CUSTOMER, language, today), SHOWN)]
            right += found[:1] == [code]
            if found[:1] != [code]:
                missed.add_row(words, code, ", ".join(found))
        for language, words, kind in SAID:
            suggested, _ = suggestion(work, words, language, today)
            if suggested is None or suggested.kind is not kind:
                wrong.add_row(words, kind, suggested.kind if suggested else "")
    if missed.row_count:
        console.print(missed)
    console.print(f"{right} of {len(ASKED)} questions have the right one first: {right / len(ASKED):.0%}.")
    if wrong.row_count:
        console.print(wrong)
    known = len(SAID) - wrong.row_count
    console.print(f"{known} of {len(SAID)} sentences have the right kind suggested: {known / len(SAID):.0%}.")
