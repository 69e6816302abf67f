"""Every setting and every command is in the manual, as it is."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

from services.cli.main import balie
from services.gateway import metrics
from services.shared.kit.config import Config, settings
from tests.cli.command import run
from tests.docs.pages import code, page, rows, section, words

OPERATIONS = page("operations.md")


def commands(command: click.Command = balie, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if isinstance(command, click.Group):
        for name, under in command.commands.items():
            yield from commands(under, (*path, name))
    else:
        yield path


def test_every_setting_is_there_with_its_default_and_meaning() -> None:
    told = rows(section(OPERATIONS, "## Settings"))
    assert told == [
        [f"`{row['variable']}`", f"`{row['default']}`" if row["default"] else "empty", row["meaning"]]
        for row in settings(Config())
    ]


@pytest.mark.parametrize("path", list(commands()), ids=" ".join)
def test_every_command_is_there_with_its_help(path: tuple[str, ...]) -> None:
    told = section(OPERATIONS, f"### balie {' '.join(path)}")
    assert code(told, "text") == [run(*path, "--help").out]


def test_no_command_is_there_that_is_none() -> None:
    told = [line for line in section(OPERATIONS, "## Commands").splitlines() if line.startswith("### ")]
    assert sorted(told) == sorted(f"### balie {' '.join(path)}" for path in commands())


def test_every_example_is_a_command_that_can_be_given() -> None:
    blocks = "".join(code(OPERATIONS, "sh")).replace("\\\n", " ")
    examples = [line.split() for line in blocks.splitlines() if line.startswith("balie ")]
    known = {path for path in commands()}
    assert examples
    assert [words for words in examples if not any(tuple(words[1 : 1 + len(path)]) == path for path in known)] == []


def test_every_figure_is_explained() -> None:
    service = {"unpublished": 0, "parked": 0, "journal": 0, "following": {"intake": 0}}
    text = metrics.page({"intake": service, "reporting": service})[0].decode()
    # Prometheus' library adds to each histogram the moment it began.
    figures = {
        line.split()[2].removesuffix("_created") for line in text.splitlines() if line.startswith("# TYPE balie_")
    }
    told = {words(row[0])[0] for row in rows(section(OPERATIONS, "## Health and metrics"))}
    assert figures == {word for word in told if word.startswith("balie_")}
