"""The targets with what was measured in the last whole run, as the rows of the table in docs/performance.md.

`python -m bench.report` prints them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

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


def with_part(whole: dict[str, Any], part: dict[str, Any], words: Sequence[str]) -> dict[str, Any]:
    """The record of a whole run with what a part of it found later; `apart` tells when and on which machine."""
    later = {one["key"]: one for one in part["figures"]}
    figures = {one["key"]: one for one in whole["figures"]} | later
    missed = [key for key, one in figures.items() if one["met"] is False]
    tables = ("cpu_ms_per_request", "share_of_others", "rounds")
    return (
        whole
        | {"figures": list(figures.values()), "missed": missed}
        | {name: whole.get(name, {}) | part[name] for name in tables}
        | {"remarks": [*whole["remarks"], *(one for one in part["remarks"] if one not in whole["remarks"])]}
        | {"apart": whole.get("apart", {}) | {word: part["machine"] for word in words}}
    )


def _row(figure: Figure) -> str:
    verdict = "" if figure.met else ", missed"
    return f"| {figure.meaning} | {shown_target(figure)} | {shown_value(figure)}{verdict} |"


if __name__ == "__main__":
    click.echo("\n".join(rows()))
