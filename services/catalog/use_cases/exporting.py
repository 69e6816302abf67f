"""Exporting the catalogue: all that is in force, as definitions and as the rows of sheets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from gzip import compress
from typing import Any

from services.catalog.domain.cells import Cell
from services.catalog.domain.sheets import KINDS, SHEETS, rows_of
from services.catalog.storage.work import CatalogWork
from services.catalog.use_cases.keeping import as_asked, require_keeper
from services.catalog.use_cases.offering import LARGEST
from services.shared.errors import Refused
from services.shared.kit.tables import Table, document_of, zip_of
from services.shared.kit.workbook import workbook_of

QUICKLY = 6
Definitions = Mapping[str, Iterable[Mapping[str, Any]]]


def export_catalogue(work: CatalogWork) -> Definitions:
    """Every category, and every item and article that is published, by kind."""
    require_keeper(work, "export the catalogue")
    return {
        "categories": [as_asked(row) for row in work.categories().values()],
        "items": work.items.all_published(),
        "articles": work.articles.all_published(),
    }


def file_to_send(definitions: Definitions, form: str, packed: bool = False) -> bytes:
    """Definitions as one file that a message can bring; raises Refused for one that is too large for that.

    What is `packed` with gzip takes a tenth of the room, which only a document needs: the others are zip files.
    """
    content = file_of(definitions, form)
    content = compress(content, QUICKLY) if packed else content
    if len(content) > LARGEST:
        size = -(-len(content) // 1024**2)
        raise Refused(
            "too_large_to_send",
            f"As a file of this kind the catalogue is {size} MB, and {LARGEST // 1024**2} MB can be sent at once. "
            "Take an Excel workbook, or let an operator write it with `balie catalogue export`.",
        )
    return content


def file_of(definitions: Definitions, form: str) -> bytes:
    """Definitions as one file: a workbook, a document, or a zip file with CSV files."""
    if form == "json":
        return document_of(definitions)
    return {"xlsx": workbook_of, "csv": zip_of}[form](sheets_of(definitions))


def sheets_of(definitions: Definitions) -> list[Table]:
    """Definitions as tables, a row for each and for each of its parts."""
    rows: dict[str, list[tuple[Cell, ...]]] = {name: [] for name in SHEETS}
    for kind in KINDS:
        for definition in definitions[kind.name]:
            for name, row in rows_of(kind, definition):
                rows[name].append(row)
    return [Table(name, sheet.headings, rows[name]) for name, sheet in SHEETS.items()]
