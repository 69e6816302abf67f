"""Writes a large catalogue as a workbook, and what is asked of it, as a process of its own.

Run as `python -m bench.large FOLDER ITEMS ARTICLES`.
"""

# ruff: noqa: E402
# The services' own code runs on green threads, so the standard library is made green first.
from services.shared.kit.green import make_green

make_green()

import json
import sys
from pathlib import Path

from bench.catalogue import QUERIES, WORKBOOK, Catalogue
from bench.catalogue_queries import queries
from services.catalog.use_cases.exporting import sheets_of
from services.shared.kit.workbook import workbook_of


def write(folder: Path, items: int, articles: int) -> None:
    """Write both files."""
    (folder / WORKBOOK).write_bytes(workbook_of(sheets_of(Catalogue().document(items, articles))))
    (folder / QUERIES).write_text(json.dumps(queries()))


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
