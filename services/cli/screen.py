"""What commands show: plain lines and tables, readable at any width and easy to take from a pipe."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.table import Column, Table

WIDTH_OF_A_PIPE = 500

# What is no terminal gets each row of a table on one line, so that nothing is cut off or broken there.
console = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else WIDTH_OF_A_PIPE)


def table(*columns: str | Column) -> Table:
    """An empty table in the one style that commands have."""
    return Table(*columns, box=None, padding=(0, 2, 0, 0), pad_edge=False)
