"""The pages of the documentation, as a test reads them."""

from __future__ import annotations

import re
from pathlib import Path

HOUSE = Path(__file__).parents[2]
PAGES = sorted(
    [HOUSE / "README.md", HOUSE / "CONTRIBUTING.md", HOUSE / "CHANGELOG.md", *(HOUSE / "docs").rglob("*.md")]
)


def page(name: str) -> str:
    """The text of one page of docs/."""
    return (HOUSE / "docs" / name).read_text()


def section(text: str, heading: str) -> str:
    """What stands below a heading, up to the next one of its level or higher."""
    level = len(heading) - len(heading.lstrip("#"))
    below = re.split(rf"^{re.escape(heading)}$", text, maxsplit=1, flags=re.MULTILINE)[1]
    return re.split(rf"^#{{1,{level}}} ", below, maxsplit=1, flags=re.MULTILINE)[0]


def rows(text: str) -> list[list[str]]:
    """The rows of all tables in a text, without their headings."""
    found: list[list[str]] = []
    for line in text.splitlines():
        if re.fullmatch(r"\|(-+\|)+", line):
            # The line above was a heading.
            found.pop()
        elif line.startswith("|"):
            found.append([cell.strip() for cell in line.strip("|").split("|")])
    return found


def words(cell: str) -> list[str]:
    """What stands in `code` in a cell."""
    return re.findall(r"`([^`]+)`", cell)


def code(text: str, language: str) -> list[str]:
    """The code blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)


def without_code(text: str) -> str:
    """A page without its code blocks."""
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
