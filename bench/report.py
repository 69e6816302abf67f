"""The targets with what was measured in the last whole run, as the rows of the table in docs/performance.md.

`python -m bench.report` prints them.
"""

from __future__ import annotations

import json
from pathlib import Path

import click

from bench.results import Figure
from bench.table import shown_target, shown_value
from bench.targets import TARGETS

LATEST = Path(__file__).with_name("results") / "latest.json"


def rows() -> list[str]:
    """One row per target, in the order of the targets."""
    told = json.loads(LATEST.read_text())
    figures = {
        one["key"]: Figure(one["key"], one["meaning"], one["value"], one["unit"])
        for one in told["figures"]
        if one["key"] in TARGETS
    }
    return [_row(figures[key]) for key in TARGETS]


def _row(figure: Figure) -> str:
    verdict = "" if figure.met else ", missed"
    return f"| {figure.meaning} | {shown_target(figure)} | {shown_value(figure)}{verdict} |"


if __name__ == "__main__":
    click.echo("\n".join(rows()))
