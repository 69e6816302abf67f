"""docs/performance.md shows the last whole run, and names what is measured."""

from __future__ import annotations

from pathlib import Path

from bench.__main__ import WORDS
from bench.report import rows

PAGE = (Path(__file__).parents[2] / "docs" / "performance.md").read_text()


def test_the_targets_and_what_was_measured_are_those_of_the_last_whole_run() -> None:
    wanted = rows()
    shown = [line for line in PAGE.partition("## Targets")[2].partition("\n## ")[0].splitlines() if line[:1] == "|"]
    assert shown[2:] == wanted, "put what `python -m bench.report` prints in the table of docs/performance.md"


def test_every_part_that_can_be_measured_is_named() -> None:
    assert [word for word in WORDS if word not in PAGE] == []
